"""`make lean`: finds out anew which of WebAssembly's functions the quiz enters, and writes kept.json.

Runs the whole program under Node with every function marked, over generated answers. What runs is the same in every
browser, since nothing of the browser is called. Only needed after a new Pyodide, or when the test says that the list
no longer covers the engine.
"""

import sys

from hooks.bundle import PYODIDE, WARM_UP, bundle
from hooks.catalogue import load, words
from hooks.engine_facts import facts_bytes, facts_for
from hooks.engine_words import words_bytes
from hooks.lean import kept
from hooks.lean.files import WASM, take
from hooks.lean.image import Snapshot, lean, marked
from hooks.lean.requests import asked_of, drawn
from hooks.lean.trials import under_node
from hooks.lean.wasm import Module

ROUNDS = 3
DRAWN = 4_000  # requests at random, others in each round


def snapshot() -> Snapshot:
    """The memory with the quiz as the site ships it."""
    engine = bundle({"facts.json": facts_bytes(load()), "words.json": words_bytes()}, lean=False)
    library, quiz = (engine.files[f"assets/quiz/{engine.manifest[part]}"] for part in ("library", "quiz"))
    return take(PYODIDE, library, quiz, WARM_UP)


def profile(wasm: bytes) -> frozenset[int]:
    """The numbers of all functions that some request entered."""
    taken, facts = snapshot(), facts_for(load())
    count = len(Module(wasm).functions)
    # Where the stack would end if it were ever full: a run fails if it reaches the marks.
    marks = {"address": taken.state["globals"]["GOT.mem.__stack_low"], "count": count}
    runtime = lean(wasm, taken, marked(marks["address"]))
    asked, functions = list(asked_of(facts, words())), frozenset[int]()
    for seed in range(ROUNDS):
        outcome = under_node(runtime, [*asked, *drawn(facts, seed, DRAWN)], marks)
        new = len(outcome.functions - functions)
        print(f"entered {len(outcome.functions)} of {count} functions; new: {new}; failed: {outcome.reasons}")
        functions |= outcome.functions
    return functions


def main() -> int:
    """Profile, write the list, and say what it holds."""
    wasm = (PYODIDE / WASM).read_bytes()
    found = profile(wasm)
    kept.write(wasm, found)
    print(f"{len(found)} functions stay")
    return 0


if __name__ == "__main__":
    sys.exit(main())
