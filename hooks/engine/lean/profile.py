"""`make lean`: finds out anew what the quiz enters of Python and of WebAssembly, and writes kept.json.

Runs the whole program under Node over generated answers: once to see what is called of the library, then with every
function of WebAssembly marked. What runs is the same in every browser, since nothing of the browser is called. Only
needed after a new Pyodide, or when the test says that the list no longer covers the engine.
"""

import sys
from collections import Counter

from hooks.engine.bundle import PYODIDE, WARM_UP, bundle
from hooks.engine.lean import kept
from hooks.engine.lean.files import WASM, Start, calls, take
from hooks.engine.lean.image import lean, marked, unchanged_of
from hooks.engine.lean.requests import asked_of, drawn
from hooks.engine.lean.tables import found, frozen, report
from hooks.engine.lean.trials import under_node
from hooks.engine.lean.wasm import Module
from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_bytes, facts_for
from hooks.facts.words import words, words_bytes

ROUNDS = 3
DRAWN = 4_000  # requests at random, others in each round


def start() -> Start:
    """The quiz as the site ships it."""
    engine = bundle({"facts.json": facts_bytes(load()), "words.json": words_bytes()}, lean=False)
    library, quiz = (engine.files[f"assets/quiz/{engine.manifest[part]}"] for part in ("library", "quiz"))
    return Start(PYODIDE, library, quiz, [("decide_json", text) for text in WARM_UP])


def profile(wasm: bytes) -> kept.Kept:
    """Everything that some request entered."""
    started, facts = start(), facts_for(load())
    asked = list(asked_of(facts, words()))
    called = calls(started, [*asked, *drawn(facts, ROUNDS, DRAWN)])
    print(f"called {len(called)} functions of the library", flush=True)
    taken = take(started, called)
    count = len(Module(wasm).functions)
    # Where the stack would end if it were ever full: a run fails if it reaches the marks.
    marks = {"address": taken.state["globals"]["GOT.mem.__stack_low"], "count": count}
    runtime, functions = lean(wasm, taken, marked(marks["address"])), frozenset[int]()
    for seed in range(ROUNDS):
        outcome = under_node(runtime, [*asked, *drawn(facts, seed, DRAWN)], marks)
        new = len(outcome.functions - functions)
        print(
            f"entered {len(outcome.functions)} of {count}; new: {new}; failed: {dict(Counter(outcome.reasons))}",
            flush=True,
        )
        functions |= outcome.functions
    inside = frozen(wasm, taken.before, taken.state["globals"]["env.__memory_base"])
    return kept.Kept(functions, called, (inside, *found(wasm, unchanged_of(taken), functions)))


def main() -> int:
    """Profile, write the list, and say what it holds."""
    wasm = (PYODIDE / WASM).read_bytes()
    profiled = profile(wasm)
    kept.write(wasm, profiled)
    print(f"{len(profiled.functions)} functions of WebAssembly stay; left out are tables of")
    print("\n".join(report(profiled.gone)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
