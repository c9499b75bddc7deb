"""Pyodide's own script, pyodide.asm.js, without what the lean runtime never enters.

Only whole bodies of functions and whole lines go; each body's place is taken by a call that counts and throws, so that
nothing can be missing in silence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

type Range = tuple[int, int]

# A function whose body stands in braces, and whose parameters hold neither braces nor calls.
HEAD = re.compile(r"(?:async )?(?:(?:function ?\*? ?)?[\w$]*\([^(){}]*\)(?:=>)?|[\w$]+=>)\{")
# What can stand before a name and brackets and is no method: `if (…) {`.
NO_NAME = re.compile(r"(?:if|for|while|switch|catch|with)\(")
# The name that JavaScript gives to what WebAssembly exports.
ALIAS = re.compile(r'var [\w$]+=(?:Module\["[^"]+"\]=)?wasmExports\["([^"]+)"\];')
WORD = re.compile(r"[A-Za-z_$][\w$]*")

# Shorter bodies cost less than the call that would take their place.
SHORTEST = 24
GONE = "leftOut()"
# The engine's worker reads the count after each answer: an error of JavaScript might be caught on its way.
COUNTING = 'function leftOut(){globalThis.leftOutCalls=(globalThis.leftOutCalls??0)+1;throw new Error("left out")}\n'


def bodies(script: str, functions: Iterable[Range]) -> list[Range]:
    """What stands between the braces of each of these functions, sorted; functions of other forms are left out."""
    found = set()
    for start, end in functions:
        head = HEAD.match(script, start, end)
        if head and script[end - 1] == "}" and not NO_NAME.match(script, start):
            found.add((head.end(), end - 1))
    return sorted(found)


def marking(script: str, places: Sequence[Range]) -> str:
    """The script, where each of these functions first marks its number in the global array `entered`."""
    return _replaced(script, [((start, start), f"entered[{n}]=1;") for n, (start, _) in enumerate(places)])


def uncalled(places: Sequence[Range], entered: set[int]) -> list[Range]:
    """The outermost bodies that were not entered and are worth cutting."""
    cuts: list[Range] = []
    for number, (start, end) in enumerate(places):
        inside_another = bool(cuts) and end <= cuts[-1][1]
        if number not in entered and not inside_another and end - start >= SHORTEST:
            cuts.append((start, end))
    return cuts


def without(script: str, cuts: Sequence[Range]) -> str:
    """The script with these bodies replaced."""
    return _replaced(script, [(cut, GONE) for cut in cuts]) + COUNTING


def without_aliases(script: str, kept: set[str]) -> str:
    """The script without the names of WebAssembly exports that are no longer there."""
    return ALIAS.sub(lambda alias: alias[0] if alias[1] in kept else "", script)


def words(*scripts: str) -> set[str]:
    """Every word that the scripts use, apart from the lines that only name an export."""
    return {word for script in scripts for word in WORD.findall(ALIAS.sub("", script))}


def _replaced(text: str, changes: Iterable[tuple[Range, str]]) -> str:
    def pieces() -> Iterator[str]:
        at = 0
        for (start, end), new in changes:
            yield text[at:start]
            yield new
            at = end
        yield text[at:]

    return "".join(pieces())
