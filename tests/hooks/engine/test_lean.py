"""The lean runtime's parts, and a run under Node: the same answers as CPython, and nothing called that is left out."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hooks.engine.bundle import PYODIDE, bundle
from hooks.engine.lean import kept
from hooks.engine.lean.files import WASM
from hooks.engine.lean.image import BLOCK, Runtime, Snapshot, lean
from hooks.engine.lean.requests import DAMAGED, SITE, drawn
from hooks.engine.lean.tables import Tables, readers, without
from hooks.engine.lean.trials import under_node
from hooks.engine.lean.wasm import TRAP, Module, filler, marking
from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_bytes, facts_for
from hooks.facts.words import words, words_bytes
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


def test_a_filler_writes_its_stretches_and_carries_its_note() -> None:
    made = filler(2, [(16, b"ab"), (70_000, b"c")], ("state", b"{}"))
    assert made.startswith(b"\0asm\x01\0\0\0")
    assert b"\x05state{}" in made
    assert b"\x03env\x06memory\x02\x00\x02" in made
    assert made.endswith(bytes.fromhex("02 004110 0b 02") + b"ab" + bytes.fromhex("0041f0a204 0b 01") + b"c")
    assert Module(made).as_file() == made


def test_what_a_module_fills_memory_with_can_be_replaced() -> None:
    module = Module(SMALL)
    module.fill([(1, b"first")])
    module.fill([(3, b"second")])
    assert b"first" not in module.as_file()
    assert module.as_file().endswith(b"\x00\x41\x03\x0b\x06second")


def test_unchanged_memory_stands_in_the_program_and_the_rest_in_the_snapshot() -> None:
    page, block = bytes(65_536), BLOCK
    before = b"A" * block + b"B" * block + page[2 * block :]
    after = b"A" * block + b"C" * block + page[3 * block :] + b"D" * block
    made = lean(SMALL, Snapshot(before, after, {"pages": 1}), lambda _, body: body)
    assert (b"A" * block in made.python, b"A" * block in made.snapshot) == (True, False)
    assert [letter * block in made.python for letter in (b"B", b"C", b"D")] == [False] * 3
    assert [letter * block in made.snapshot for letter in (b"B", b"C", b"D")] == [False, True, True]


def test_the_list_is_read_as_it_was_written_and_for_its_own_file_only(tmp_path: Path) -> None:
    listed = kept.Kept(frozenset({900, 3, 5}), frozenset({"json:dumps"}))
    kept.write(b"wasm", listed, tmp_path / "kept.json")
    assert kept.read(b"wasm", tmp_path / "kept.json") == listed
    with pytest.raises(kept.OtherPyodideError):
        kept.read(b"other", tmp_path / "kept.json")


GREEK = Tables("greek", ((3, 6), (40, 41)), ((8, 16), (32, 40)))


def test_tables_are_written_and_read_with_their_readers(tmp_path: Path) -> None:
    listed = kept.Kept(frozenset({900}), frozenset(), (GREEK,))
    kept.write(b"wasm", listed, tmp_path / "kept.json")
    assert kept.read(b"wasm", tmp_path / "kept.json") == listed


@pytest.mark.parametrize(("functions", "left_out"), [({2, 6, 39, 41}, True), ({5}, False), ({40}, False)])
def test_a_module_with_one_function_that_stays_keeps_all_its_tables(functions: set[int], left_out: bool) -> None:
    assert (kept.Kept(frozenset(functions), frozenset(), (GREEK,)).gone == (GREEK,)) is left_out


def test_where_tables_are_left_out_memory_is_empty() -> None:
    assert without(b"x" * 48, [GREEK]) == b"x" * 8 + bytes(8) + b"x" * 16 + bytes(8) + b"x" * 8


def test_tables_that_are_left_out_stand_in_neither_file() -> None:
    memory = b"x" * 65_536
    made = lean(
        SMALL, Snapshot(memory, memory, {"pages": 1}), lambda _, body: body, [Tables("all", (), ((0, 65_536),))]
    )
    assert (b"x" * 9 in made.python, b"x" * 9 in made.snapshot) == (False, False)


def test_the_committed_list_leaves_out_what_no_function_that_stays_may_read() -> None:
    wasm = (PYODIDE / WASM).read_bytes()
    listed = kept.read(wasm)
    assert {one.module for one in listed.gone} >= {"unicodedata", "_codecs_jp", "_codecs_kr", "frozen modules"}
    known = readers(wasm)
    assert [one.module for one in listed.gone if one.readers != known.get(one.module)] == ["frozen modules"]
    back = replace(listed, functions=listed.functions | {listed.gone[-1].readers[0][0]})
    assert listed.gone[-1] not in back.gone


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Runtime:
    """The runtime with the quiz as the site ships it."""
    parts = {"facts.json": facts_bytes(load()), "words.json": words_bytes()}
    engine = bundle(parts, cache=tmp_path_factory.mktemp("cache"), lean=True)
    named = engine.manifest["lean"]
    assert isinstance(named, dict)
    python, snapshot = (engine.files[f"assets/quiz/{named[part]}"].read_bytes() for part in ("python", "snapshot"))
    return Runtime(python, snapshot)


@pytest.mark.slow
def test_the_lean_runtime_answers_as_cpython_does(shipped: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under Node, texts that no page can send among them. Chromium's part is tests/browser/test_lean.py."""
    facts, texts = facts_for(load()), words("en")
    monkeypatch.setattr(doors, "_engine", lambda: (facts, texts))
    requests = [*(("decide_json", text) for text in DAMAGED), *drawn(facts, SEED, 300)]
    expected = [doors.decide_json(text) for _, text in requests]
    assert under_node(shipped, requests).answers == expected
    assert sum("errors" in json.loads(text) for text in expected) >= len(DAMAGED) - 1


@pytest.mark.slow
def test_an_error_inside_python_is_told_and_is_no_answer(shipped: Runtime) -> None:
    outcome = under_node(shipped, [("calendar_json", "not JSON", SITE)])
    assert outcome.reasons == ["Error: an error inside Python"]
    assert outcome.answers == [None]
