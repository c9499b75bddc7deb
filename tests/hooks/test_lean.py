"""The lean runtime's parts, and a run under Node: the same answers as CPython, and nothing called that is left out."""

import json
import tempfile
from pathlib import Path

import pytest

from hooks.bundle import PYODIDE
from hooks.catalogue import load, words
from hooks.engine_facts import facts_for
from hooks.lean import kept as lists
from hooks.lean import script as scripts
from hooks.lean import trials
from hooks.lean.files import lean_files
from hooks.lean.profile import engine
from hooks.lean.requests import DAMAGED, drawn
from hooks.lean.runtime import Runtime, stock
from hooks.lean.wasm import TRAP, Module, marking
from quiz import browser as doors

# A module of version 1 with two functions, `one` and `two`, that give these numbers; only `one` is exported.
SMALL = bytes.fromhex(
    "0061736d01000000"  # head
    "0105016000017f"  # one type: nothing in, a 32-bit number out
    "03030200 00"  # two functions of it
    "0707 01 036f6e65 00 00"  # export "one"
    "0a0b02 0400 41010b 0400 41020b".replace(" ", "")
)
SEED = 99


def test_a_module_is_written_as_it_was_read() -> None:
    assert Module(SMALL).as_file() == SMALL


def test_what_is_no_webassembly_is_refused() -> None:
    with pytest.raises(ValueError, match="no WebAssembly"):
        Module(b"<!doctype html>")


def test_the_bodies_of_functions_can_be_replaced() -> None:
    module = Module(SMALL)
    first, _ = module.functions
    module.functions = [first, TRAP]
    assert Module(module.as_file()).functions == [first, TRAP]


def test_exports_that_nobody_names_are_hidden() -> None:
    module = Module(SMALL)
    assert [export.name for export in module.exports] == ["one"]
    module.keep_exports(lambda export: export.name == "other")
    assert Module(module.as_file()).exports == []


def test_a_mark_is_written_before_anything_else_is_done() -> None:
    assert marking(bytes.fromhex("0041010b"), 300) == bytes.fromhex("00 41ac02 4101 3a0000 41010b")


def test_marks_stand_after_the_local_variables() -> None:
    assert marking(bytes.fromhex("01027f0b"), 1) == bytes.fromhex("01027f 4101 4101 3a0000 0b")


SCRIPT = "function one(a){return 'a body that is long enough'}var two=(b)=>{if(b){return 'another body, long enough'}};"
PLACES = [(16, 51), (66, 107)]


def test_bodies_are_found_between_the_braces_of_functions() -> None:
    functions = [(0, 52), (60, 108), (66, 107)]
    assert scripts.bodies(SCRIPT, functions) == PLACES
    assert [SCRIPT[start - 1] + SCRIPT[end] for start, end in PLACES] == ["{}", "{}"]


def test_the_outermost_bodies_that_nobody_entered_are_cut() -> None:
    assert scripts.uncalled([(0, 100), (10, 60), (120, 130), (140, 200)], {3}) == [(0, 100)]


def test_a_cut_body_counts_that_it_was_called() -> None:
    cut = scripts.without(SCRIPT, PLACES[:1])
    assert cut.startswith("function one(a){leftOut()}var two=(b)=>{if(b)")
    assert "globalThis.leftOutCalls=" in cut


def test_names_of_hidden_exports_go() -> None:
    script = 'var _a=Module["_a"]=wasmExports["a"];var _b=wasmExports["b"];_b()'
    assert scripts.without_aliases(script, {"b"}) == 'var _b=wasmExports["b"];_b()'
    assert scripts.words(script) == {"_b"}


def test_the_list_is_read_as_it_was_written_and_for_its_own_files_only(tmp_path: Path) -> None:
    kept = lists.Kept(frozenset({3, 5, 900}), [(4, 40), (100, 2000)])
    lists.write(b"wasm", "script", kept, tmp_path / "kept.json")
    assert lists.read(b"wasm", "script", tmp_path / "kept.json") == kept
    with pytest.raises(lists.OtherPyodideError):
        lists.read(b"other", "script", tmp_path / "kept.json")


@pytest.mark.slow
def test_the_lean_runtime_answers_as_cpython_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Under Node, texts that no page can send among them. Chromium's part is tests/browser/test_lean.py."""
    facts, texts = facts_for(load()), words("en")
    monkeypatch.setattr(doors, "_engine", lambda: (facts, texts))
    requests = [*(("decide_json", text) for text in DAMAGED), *drawn(facts, SEED, 300)]
    _, parts = lean_files(PYODIDE, Path(tempfile.mkdtemp(dir=tmp_path)))
    files = {name: path.read_bytes() for name, path in parts.items()}
    runtime = Runtime(files["pyodide.asm.wasm"], files["pyodide.asm.js"].decode(), stock(PYODIDE).module)
    trials.lay(tmp_path, runtime, engine(), requests)
    expected = [doors.decide_json(text) for _, text in requests]
    assert trials.under_node(tmp_path).answers == expected
    assert sum("errors" in json.loads(text) for text in expected) >= len(DAMAGED) - 1
