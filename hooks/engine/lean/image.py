"""The lean runtime's two files, made from Pyodide's WebAssembly, two images of its memory, and the committed list."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hooks.engine.lean.tables import Tables, without
from hooks.engine.lean.wasm import Module, Stretch, filler, marking

# What lean.js calls of Python's C interface.
CALLED = frozenset(
    {
        *("PyMem_RawMalloc", "PyMem_RawFree", "PyUnicode_DecodeUTF8", "PyUnicode_AsUTF8AndSize", "PyObject_Vectorcall"),
        "_Py_DecRef",
    }
)
# Memory is compared in blocks of this many bytes. With smaller ones less is written, but it packs worse.
BLOCK = 1024


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Images of the memory before Python's start and after the quiz's, and what lean.js must know beside them."""

    before: bytes
    after: bytes
    state: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Runtime:
    """Two modules: the program, which changes with Pyodide, and its memory, which changes with the quiz."""

    python: bytes
    snapshot: bytes


def lean(wasm: bytes, taken: Snapshot, body: Callable[[int, bytes], bytes], gone: Iterable[Tables] = ()) -> Runtime:
    """The runtime whose functions are what `body` gives for the number and old body of each, without tables."""
    module = Module(wasm)
    module.keep_exports(lambda export: export.name in CALLED)
    module.functions = [body(number, old) for number, old in enumerate(module.functions)]
    unchanged, after = (without(image, gone) for image in (unchanged_of(taken), taken.after))
    module.fill(list(_stretches(unchanged, bytes(len(unchanged)))))
    changed = list(_stretches(after, unchanged))
    note = ("state", json.dumps(taken.state, separators=(",", ":")).encode())
    return Runtime(module.as_file(), filler(taken.state["pages"], changed, note))


def marked(address: int) -> Callable[[int, bytes], bytes]:
    """Bodies that first write 1 into the byte of their number after this address."""
    return lambda number, old: marking(old, address + number)


def unchanged_of(taken: Snapshot) -> bytes:
    """What stands in memory before and after; zeros elsewhere."""
    blocks = zip(_blocks(taken.before), _blocks(taken.after), strict=True)
    return b"".join(before if before == after else bytes(len(before)) for before, after in blocks)


def _stretches(image: bytes, other: bytes) -> Iterator[Stretch]:
    """Where an image differs from another, block by block; neighbours as one."""
    start = None
    for number, (block, known) in enumerate(zip(_blocks(image), _blocks(other), strict=True)):
        if block == known and start is not None:
            yield start, image[start : number * BLOCK]
            start = None
        elif block != known and start is None:
            start = number * BLOCK
    if start is not None:
        yield start, image[start:]


def _blocks(image: bytes) -> Iterator[bytes]:
    return (image[start : start + BLOCK] for start in range(0, len(image), BLOCK))
