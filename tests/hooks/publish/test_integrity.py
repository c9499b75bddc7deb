"""The scripts of the quiz carry their hashes in every page that names them."""

import base64
import hashlib
from pathlib import Path

from hooks.publish.integrity import name_by_hash

PAGE = """<!doctype html><meta charset="utf-8"><link rel="modulepreload" href="../assets/quiz/quiz.js">
<script type="application/json" id="engine" data-workers="">{}</script>
<script type="module" async src="../assets/quiz/early.js"></script>
<script type="module" src="../assets/frame.js"></script>
<script type="module" src="../assets/quiz/quiz.js"></script>"""


def hash_of(text: str) -> str:
    return f'integrity="sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"'


def test_each_script_of_the_quiz_is_named_with_its_hash_and_no_other_is(tmp_path: Path) -> None:
    (tmp_path / "quiz").mkdir()
    (tmp_path / "assets/quiz").mkdir(parents=True)
    page = tmp_path / "quiz/index.html"
    page.write_text(PAGE, encoding="utf-8")
    for text in ("one", "another"):
        for name in ("quiz", "early", "engine", "start"):
            (tmp_path / f"assets/quiz/{name}.js").write_text(f"{name} {text}", encoding="utf-8")
        assert name_by_hash(tmp_path) == 3
        html = page.read_text(encoding="utf-8")
        assert html.count(f'quiz/quiz.js" {hash_of(f"quiz {text}")}>') == 2
        assert f'async src="../assets/quiz/early.js" {hash_of(f"early {text}")}>' in html
        assert html.count("integrity") == 3
        workers = hashlib.sha256(f"engine {text}start {text}".encode()).hexdigest()[:12]
        assert f'id="engine" data-workers="{workers}">' in html
        assert 'src="../assets/frame.js"></script>' in html
