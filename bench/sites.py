"""The pages that are measured: our finished site, with and without its lean runtime, and peers from the same facts."""

import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from hooks.addresses import SERVICE_WORKER
from hooks.engine.bundle import shipped
from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_bytes, facts_for
from hooks.facts.words import words, words_bytes
from hooks.publish.compress import compress
from hooks.publish.headers import FOREVER, TYPES, written
from hooks.publish.service_worker import HASH_DIGITS
from quiz.ahead.answer_sets import raw, verdict_sets
from quiz.ahead.flow import compile_flow
from quiz.answers import UNSURE
from quiz.decision import outcome

HERE = Path(__file__).parent
ROOT = HERE.parent
PEERS = HERE / "peers"
PACKAGES = HERE / "node_modules"
MANIFEST = re.compile(r'(<script[^>]*id="?engine"?[^>]*>)(.*?)(</script>)', re.DOTALL)

FACTS, WORDS = facts_for(load()), words()


@cache
def examples() -> Sequence[tuple[str, str]]:
    """Two fragments of answers with their routes: the first partner of whom the number of people alone decides."""
    found: dict[str, dict[str, str]] = {}  # by partner, then by route
    for one in verdict_sets(FACTS):
        answers = raw(one.answers)
        if answers.keys() == {"province", "partner", "people", "client_requires"} and one.settlement.decided:
            routes = found.setdefault(f"province={answers['province']}&partner={answers['partner']}", {})
            if answers["client_requires"] == UNSURE and answers["people"] != UNSURE:
                routes.setdefault(one.route, str(answers["people"]))
    partner, routes = next((partner, routes) for partner, routes in found.items() if len(routes) > 1)
    return [(f"{partner}&people={people}", route) for route, people in routes.items()]


def ours(folder: Path, built: Path) -> None:
    """The finished site."""
    shutil.copytree(built, folder, dirs_exist_ok=True)


def has_lean(built: Path) -> bool:
    """Whether the finished site ships the lean runtime (`LEAN` in hooks/engine/bundle.py)."""
    found = MANIFEST.search((built / "quiz/index.html").read_text(encoding="utf-8"))
    return bool(found and json.loads(found[2]).get("lean"))


def ours_without_lean(folder: Path, built: Path) -> None:
    """The finished site, whose engine starts with the full runtime: documented options only."""
    ours(folder, built)

    def without(found: re.Match[str]) -> str:
        manifest = json.loads(found[2])
        manifest.pop("lean", None)
        return found[1] + json.dumps(manifest).replace("<", "\\u003c") + found[3]

    rewritten(folder, lambda page: MANIFEST.sub(without, page))


def rewritten(folder: Path, change: Callable[[str], str]) -> None:
    """Change the page of the quiz, and the service worker, where there is one: it knows every file by its hash."""
    page = folder / "quiz/index.html"
    text = page.read_text(encoding="utf-8")
    changed = change(text)
    page.write_text(changed, encoding="utf-8")
    worker = folder / SERVICE_WORKER
    if worker.exists():
        listed = worker.read_text(encoding="utf-8")
        worker.write_text(listed.replace(_hash(text), _hash(changed)), encoding="utf-8")
    for path in (page, worker):
        for ending in (".br", ".gz"):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_DIGITS]


def stock(folder: Path, _built: Path) -> None:
    """Pyodide of the newest line on the main thread, with its own files; the package comes as one archive."""
    _peer(folder, '<script src="pyodide/pyodide.js"></script>', '<script type="module" src="stock.js"></script>')
    _archive(folder)
    _pyodide(folder)


def pyscript(folder: Path, _built: Path) -> None:
    """PyScript with the same interpreter from its own place."""
    head = '<link rel="stylesheet" href="core/core.css"><script type="module" src="core/core.js"></script>'
    page = '<script type="module" src="pyscript.js"></script>'
    _peer(folder, head, page + '<script type="py" src="pyscript.py" config="pyscript.json"></script>')
    _archive(folder)
    _pyodide(folder)
    shutil.copytree(PACKAGES / "@pyscript/core/dist", folder / "core", ignore=shutil.ignore_patterns("*.map"))
    config = {"interpreter": "/pyodide/pyodide.mjs", "files": {"/quiz.zip": "./*"}}
    (folder / "pyscript.json").write_text(json.dumps(config), encoding="utf-8")


def plain(folder: Path, _built: Path) -> None:
    """The floor: the compiled table in JavaScript, without a plan."""
    _peer(folder, "", '<script type="module" src="plain.js"></script>')
    table = {"flow": compile_flow(FACTS, WORDS), "outcomes": _outcomes()}
    (folder / "table.json").write_text(json.dumps(table), encoding="utf-8")


def _outcomes() -> Mapping[str, object]:
    """The route behind each outcome's address."""
    return {outcome(found, WORDS): {"name": found.route, "route": found.route} for found in verdict_sets(FACTS)}


def _peer(folder: Path, head: str, body: str) -> None:
    for source in PEERS.iterdir():
        shutil.copyfile(source, folder / source.name)
    choices = (
        f'<label><input type="radio" name="province" value="{place.code}" id="{place.code}">{place.name}</label>'
        for place in FACTS.jurisdictions
    )
    page = (PEERS / "page.html").read_text(encoding="utf-8")
    parts = {"HEAD": head, "BODY": body, "PROVINCES": "".join(choices)}
    for name, part in parts.items():
        page = page.replace(f"<!--{name}-->", part)
    (folder / "page.html").unlink()
    (folder / "quiz").mkdir()
    (folder / "quiz/index.html").write_text(page, encoding="utf-8")
    (folder / "404.html").write_text("<!doctype html><title>Not found</title>", encoding="utf-8")


def _archive(folder: Path) -> None:
    """The package with its facts and words, as its source stands."""
    with zipfile.ZipFile(folder / "quiz.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in shipped():
            archive.write(path, path.relative_to(ROOT).as_posix())
        archive.writestr("quiz/data/facts.json", facts_bytes(load()))
        archive.writestr("quiz/data/words.json", words_bytes())


def _pyodide(folder: Path) -> None:
    shutil.copytree(PACKAGES / "pyodide", folder / "pyodide", ignore=shutil.ignore_patterns("*.map", "*.ts", "*.md"))


VARIANTS: Mapping[str, Callable[[Path, Path], None]] = {
    "stock": stock,
    "pyscript": pyscript,
    "full": ours_without_lean,
    "lean": ours,
    "plain": plain,
}
NAMES = {
    "stock": "Pyodide 314.0.7, stock, main thread",
    "pyscript": "PyScript 0.7.31",
    "full": "this site, full runtime",
    "lean": "this site, lean runtime",
    "plain": "plain JavaScript, no plan",
}


def make(name: str, folder: Path, built: Path) -> None:
    """One variant as a finished site, compressed like ours and kept by browsers as long."""
    VARIANTS[name](folder, built)
    compress(folder)
    if not (folder / "_headers").exists():
        kept = {f"/{part}": FOREVER for part in ("pyodide/*", "core/*", "quiz.zip", "*.js", "table.json")}
        types = {f"/*{ending}": {"Content-Type": kind} for ending, kind in TYPES.items()}
        (folder / "_headers").write_text(written(kept | types), encoding="utf-8")
