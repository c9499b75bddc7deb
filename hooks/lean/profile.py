"""`make lean`: finds out anew which functions start-up and the engine enter, and writes kept.json.

Runs Pyodide with every function instrumented, under Node and in every installed browser that trials.py knows, over
generated answers. Only needed after a new Pyodide, or when the test says that the list no longer covers the engine.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from hooks.bundle import PYODIDE, bundle
from hooks.catalogue import load, words
from hooks.engine_facts import facts_bytes, facts_for
from hooks.engine_words import words_bytes
from hooks.lean import kept as lists
from hooks.lean import script as scripts
from hooks.lean import trials
from hooks.lean.requests import asked_of, drawn
from hooks.lean.runtime import Runtime, lean, stock
from hooks.lean.wasm import Module, marking

REQUIRED = "chromium"
ROUNDS = 2
DRAWN = 2_000  # requests at random, others in each run
# The marks stand at the end of the memory that every run starts with; a run fails if the heap reaches them.
MEMORY = 20_971_520


def engine() -> trials.Engine:
    """The library and the quiz as the site ships them."""
    made = bundle({"facts.json": facts_bytes(load()), "words.json": words_bytes()}, lean=False)
    library, quiz = (made.files[f"assets/quiz/{made.manifest[part]}"].read_bytes() for part in ("library", "quiz"))
    return trials.Engine(library, quiz, made.manifest["lock"])


def profile() -> lists.Kept:
    """What the runs enter, and what they leave."""
    full, with_engine, asked = stock(PYODIDE), engine(), list(asked_of(facts_for(load()), words()))
    with tempfile.TemporaryDirectory() as folder:
        trials.lay(Path(folder), full, with_engine, asked[:50])
        places = scripts.bodies(full.script, trials.functions_of_the_script(Path(folder)))
    module = Module(full.wasm)
    count = len(module.functions)
    address = MEMORY - count
    module.functions = [marking(body, address + number) for number, body in enumerate(module.functions)]
    marked = Runtime(module.as_file(), scripts.marking(full.script, places), full.module)
    marks = {"address": address, "count": count}
    functions, script = set[int](), set[int]()
    for seed, (name, run) in enumerate(_runs()):
        requests = [*asked, *drawn(facts_for(load()), seed, DRAWN)]
        with tempfile.TemporaryDirectory() as folder:
            trials.lay(Path(folder), marked, with_engine, requests, marks)
            outcome = run(Path(folder))
        new = len(outcome.functions - functions), len(outcome.script - script)
        entered = (
            f"{len(outcome.functions)} of {count} functions and {len(outcome.script)} of {len(places)} of the script"
        )
        print(f"{name}: entered {entered}; new: {new[0]} and {new[1]}", flush=True)
        functions |= outcome.functions
        script |= outcome.script
    return lists.Kept(frozenset(functions), scripts.uncalled(places, script))


def _runs() -> Iterator[tuple[str, Callable[[Path], trials.Outcome]]]:
    for _ in range(ROUNDS):
        yield "Node", trials.under_node
        for name in trials.installed():
            yield name, partial(trials.in_browser, name)


def main() -> int:
    """Profile, write the list, and say what the lean runtime weighs."""
    if REQUIRED not in trials.installed():
        print(f"{REQUIRED} is not installed", file=sys.stderr)
        return 1
    full = stock(PYODIDE)
    found = profile()
    lists.write(full.wasm, full.script, found)
    made = lean(full, found)
    print(f"WebAssembly: {len(full.wasm):,} -> {len(made.wasm):,} bytes, {len(found.functions)} functions stay")
    print(f"Script: {len(full.script):,} -> {len(made.script):,} bytes, {len(found.cuts)} functions go")
    return 0


if __name__ == "__main__":
    sys.exit(main())
