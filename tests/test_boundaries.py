"""What may stand where, read from the source: no clock in the engine, no place in code, no sentence in scripts."""

import ast
import re
from pathlib import Path

import pytest

from hooks.engine.bundle import shipped
from hooks.facts.catalogue import load
from hooks.root import ROOT

ENGINE = sorted((ROOT / "quiz").rglob("*.py"))
PLACES = load().jurisdictions
SCRIPTS = sorted((ROOT / "overrides" / "assets").rglob("*.js"))


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


@pytest.mark.parametrize("path", shipped(), ids=lambda p: p.name)
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
    assert not strings(path) & known


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
