"""The engine's files, made from a stand-in package: what is in them, when they change, that they run."""

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from hooks.addresses import ENGINE
from hooks.engine.bundle import Engine, bundle
from hooks.tools import ToolError

pytestmark = pytest.mark.slow  # Pyodide is started for each of them

STAND_IN = {
    "__init__.py": '"""Stand-in."""\n',
    "__main__.py": "raise SystemExit\n",
    "ahead/__init__.py": "",
    "ahead/proof.py": "import argparse\n",
    "browser.py": '''\
"""Stand-in for the engine's way in."""
import json
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Share:
    """A docstring that the browser need not carry."""
    hours: Fraction


FACTS = __loader__.get_data(__file__.rpartition("/")[0] + "/data/facts.json")


def decide_json(request: str) -> str:
    facts = json.loads(FACTS)
    return json.dumps({"decision": {"facts": facts, "share": str(Share(Fraction(1, 3)).hours), "asked": request}})
''',
}
DATA = {"facts.json": b'{"limit": 10}', "words.json": b"{}"}

RUN = """
import { readFileSync } from "node:fs";
const { folder, manifest } = JSON.parse(process.argv[1]);
const { loadPyodide } = await import(`file://${folder}/pyodide.mjs`);
const python = await loadPyodide({ indexURL: folder, packageBaseUrl: "/", stdLibURL: manifest.library,
  lockFileContents: manifest.lock });
python.FS.writeFile("/quiz.zip", readFileSync(manifest.quiz));
python.pyimport("sys").path.append("/quiz.zip");
console.log(python.pyimport("quiz.browser").decide_json("{}"));
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package") / "quiz"
    folder.mkdir()
    for name, text in STAND_IN.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def engine(package: Path, cache: Path) -> Engine:
    return bundle(DATA, package=package, cache=cache)


def part(engine: Engine, name: str) -> Path:
    return engine.files[f"assets/quiz/{engine.manifest[name]}"]


def members(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as opened:
        return opened.namelist()


def test_every_address_of_the_manifest_is_among_the_files(engine: Engine) -> None:
    addresses = {f"assets/quiz/{engine.manifest[name]}" for name in ("module", "library", "quiz")}
    assert addresses <= engine.files.keys()


def test_all_files_stand_in_the_folder_that_hosts_keep_forever(engine: Engine) -> None:
    assert all(address.startswith(f"{ENGINE}/") for address in engine.files)


def test_the_lock_names_no_package_and_the_runtime_that_it_belongs_to(engine: Engine) -> None:
    lock = json.loads(json.dumps(engine.manifest["lock"]))
    assert lock["packages"] == {}
    assert lock["info"]["arch"] == "wasm32"


def test_the_quiz_ships_compiled_with_its_data_and_without_command_line_and_proof(engine: Engine) -> None:
    assert members(part(engine, "quiz")) == [
        "quiz/__init__.pyc",
        "quiz/browser.pyc",
        "quiz/data/facts.json",
        "quiz/data/words.json",
    ]


def test_the_data_ships_as_it_came(engine: Engine) -> None:
    with zipfile.ZipFile(part(engine, "quiz")) as archive:
        assert archive.read("quiz/data/facts.json") == DATA["facts.json"]


def test_the_library_holds_what_the_engine_imports(engine: Engine) -> None:
    assert "fractions.pyc" in members(part(engine, "library"))


def test_the_library_leaves_out_what_only_the_proof_imports(engine: Engine) -> None:
    assert "argparse.pyc" not in members(part(engine, "library"))


def test_the_library_is_bytecode_and_nothing_else(engine: Engine) -> None:
    assert {Path(name).suffix for name in members(part(engine, "library"))} == {".pyc"}


def test_archives_are_stored_with_fixed_dates(engine: Engine) -> None:
    with zipfile.ZipFile(part(engine, "library")) as archive:
        kinds = {(entry.compress_type, entry.date_time) for entry in archive.infolist()}
    assert kinds == {(zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0))}


def test_docstrings_are_left_out(engine: Engine) -> None:
    assert b"A docstring that the browser need not carry" not in part(engine, "quiz").read_bytes()


def test_no_path_of_this_machine_ships(engine: Engine, package: Path) -> None:
    assert str(package.parent).encode() not in part(engine, "quiz").read_bytes()


def test_another_fact_changes_the_addresses_of_the_quiz_and_of_its_memory_alone(
    engine: Engine, package: Path, cache: Path
) -> None:
    other = bundle(DATA | {"facts.json": b'{"limit": 11}'}, package=package, cache=cache)
    changed = {name for name in engine.manifest if engine.manifest[name] != other.manifest[name]}
    assert changed == {"quiz", "lean", "hashes"}
    one, two = (json.loads(json.dumps(made.manifest["lean"])) for made in (engine, other))
    assert {part for part in one if one[part] != two[part]} == {"snapshot"}


def test_a_second_run_calls_no_tool(
    engine: Engine, package: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_command: object, **_options: object) -> None:
        pytest.fail("a tool was started")

    monkeypatch.setattr(subprocess, "run", refuse)
    assert bundle(DATA, package=package, cache=cache) == engine


def test_a_package_that_does_not_import_is_an_error_with_python_s_own_words(tmp_path: Path) -> None:
    (tmp_path / "quiz").mkdir()
    (tmp_path / "quiz/__init__.py").write_text("import there_is_no_such_module\n", encoding="utf-8")
    (tmp_path / "quiz/browser.py").write_text("", encoding="utf-8")
    with pytest.raises(ToolError, match="there_is_no_such_module"):
        bundle(DATA, package=tmp_path / "quiz", cache=tmp_path / "cache")


def test_the_files_run_and_read_their_data_from_the_archive(engine: Engine, tmp_path: Path) -> None:
    folder = next(iter(engine.files.values())).parent
    parts = {"library": str(part(engine, "library")), "quiz": str(part(engine, "quiz"))}
    job = json.dumps({"folder": str(folder), "manifest": {**engine.manifest, **parts}})
    run = subprocess.run(
        ["node", "--input-type=module", "--eval", RUN, job], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert json.loads(run.stdout) == {"decision": {"facts": {"limit": 10}, "share": "1/3", "asked": "{}"}}
