"""Who may import whom, and what may stand where: read from the source, so that a forbidden import fails by name."""

import ast
import re
from pathlib import Path

import pytest

from hooks.facts.catalogue import load
from hooks.root import ROOT

ENGINE = sorted((ROOT / "quiz").rglob("*.py"))
BUILD = sorted((ROOT / "hooks").rglob("*.py"))
PLACES = load().jurisdictions
SCRIPTS = sorted((ROOT / "overrides" / "assets").rglob("*.js"))
BUILD_SIDE_OF_ENGINE = {"__main__.py"}  # reads files, prints; never shipped

# What the engine may use of the standard library: small, pure, and in the browser's copy of it.
PURE = {
    "calendar",
    "collections.abc",
    "dataclasses",
    "datetime",
    "functools",
    "hashlib",
    "itertools",
    "json",
    "pkgutil",
    "re",
    "statistics",
    "typing",
}
PROOF_ONLY = {"collections", "concurrent.futures", "multiprocessing", "os", "random", "time"}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, by its full name."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def strings(path: Path) -> set[str]:
    """Every text constant of a file that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
    }
    return {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } - docs


@pytest.mark.parametrize("path", [p for p in ENGINE if p.name not in BUILD_SIDE_OF_ENGINE], ids=lambda p: p.name)
def test_the_engine_imports_only_itself_and_pure_parts_of_the_library(path: Path) -> None:
    allowed = PURE | (PROOF_ONLY if path.name in ("proof.py", "differences.py") else set())
    assert {name for name in imports(path) if not name.startswith("quiz")} <= allowed


@pytest.mark.parametrize("path", [p for p in ENGINE if p.name not in BUILD_SIDE_OF_ENGINE], ids=lambda p: p.name)
def test_the_engine_reads_no_file_asks_no_clock_and_prints_nothing(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    methods = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not called & {"print", "open", "eval", "exec", "input", "__import__"}
    assert not methods & {"today", "now", "utcnow"} - {"today"}
    assert "date.today(" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ENGINE, ids=lambda p: p.name)
def test_no_province_and_no_partner_is_named_in_the_engine(path: Path) -> None:
    known = {place.code for place in PLACES} | {p.id for j in PLACES for p in j.partners}
    examples = {"ON", "ihsa"} if path.name == "answer_sets.py" else set()  # a home for the letters that it tries
    assert not (strings(path) & known) - examples


@pytest.mark.parametrize("path", BUILD, ids=lambda p: p.name)
def test_only_the_events_know_mkdocs(path: Path) -> None:
    knows = any(name == "mkdocs" or name.startswith("mkdocs.") for name in imports(path))
    assert not knows or path.name == "events.py"


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("facts/yaml_marks.py", {"pydantic", "jinja2", "quiz"}),
        ("facts/model.py", {"jinja2", "yaml", "quiz"}),
        ("facts/catalogue.py", {"jinja2", "yaml"}),
        ("pages/generated.py", {"yaml"}),
        ("pages/quiz.py", {"yaml"}),
        ("publish/headers.py", {"yaml", "jinja2"}),
    ],
)
def test_a_module_of_the_build_does_not_know_what_is_not_its_business(module: str, forbidden: set[str]) -> None:
    assert not {name.partition(".")[0] for name in imports(ROOT / "hooks" / module)} & forbidden


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_scripts_know_no_place_no_partner_and_build_no_markup_from_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    places = [place.name for place in PLACES] + [f'"{place.code}"' for place in PLACES]
    assert not [name for name in places if name in text]
    assert not re.search(r"\.(innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write|\beval\(|new Function", text)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_scripts_hold_no_sentence(path: Path) -> None:
    code = re.sub(r"/\*.*?\*/|(?m:^\s*//.*$)|(?m:\s//\s.*$)", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    texts = re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`$]*)`", code)
    sentences = ["".join(parts) for parts in texts if re.search(r"[A-Z][a-z]+ [a-z]+ [a-z]+ [a-z]+", "".join(parts))]
    assert not sentences
