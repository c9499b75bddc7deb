"""Data of Python's modules that nothing can reach any more, left out of the lean runtime.

Frozen modules are found by Python's own list of them, tables of characters and of names by content: the build's own
CPython is of the same version, so what its extension modules hold stands in Pyodide's memory byte by byte. What is left
out belongs to modules of which no function stays; text is never taken for a table, since the linker keeps one copy of
equal texts for all, nor is what stands in a module that lives. `make lean` finds, the build looks again whether the
functions are gone.
"""

import importlib.util
import struct
import sys
import sysconfig
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from hooks.engine.lean.wasm import FUNCTION, Module

WINDOW, STEP = 64, 4  # bytes: what is compared at once, and how tables are aligned
LEAST = 4096  # bytes of a module's tables that are worth a line in the list
ROOM = 200  # entries of a list of frozen modules, more than there are
FEW = 4  # different bytes; with fewer a window is a filling, not a table
OWN = "PyInit_"
# The C library has the same tables of characters for `iconv`, which no module of Python calls.
SAME_TABLES = ("iconv",)
# Modules that Python has inside, as code to import; and all that reads such code.
FROZEN = ("_PyImport_FrozenBootstrap", "_PyImport_FrozenStdlib", "_PyImport_FrozenTest")
READ_FROZEN = ("PyMarshal_ReadObjectFromString", "PyImport_ImportFrozenModuleObject")
ENTRY = "<III4x"  # addresses of a name and of code, and how many bytes of code there are

type Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tables:
    """A module's tables: numbers of the functions that may read them, and where they stand in memory, ends excluded."""

    module: str
    readers: tuple[Range, ...]
    places: tuple[Range, ...]

    @property
    def size(self) -> int:
        """How many bytes they take."""
        return sum(end - start for start, end in self.places)

    def read_by(self, functions: Iterable[int]) -> bool:
        """Whether one of these functions may read them."""
        return any(start <= number < end for number in functions for start, end in self.readers)


def without(image: bytes, gone: Iterable[Tables]) -> bytes:
    """The memory with zeros where these tables stand."""
    left = bytearray(image)
    for start, end in (place for tables in gone for place in tables.places):
        left[start:end] = bytes(end - start)
    return bytes(left)


def frozen(wasm: bytes, memory: bytes, base: int) -> Tables:
    """The code of the modules that Python has inside; the module's own memory starts at `base`."""
    module = Module(wasm)
    places: list[Range] = []
    for pointer in (module.address(name) + base for name in FROZEN):
        (start,) = struct.unpack_from("<I", memory, pointer)
        entries = struct.iter_unpack(ENTRY, memory[start : start + ROOM * struct.calcsize(ENTRY)])
        places += [(code, code + size) for name, code, size in takewhile(any, entries)]
    return Tables("frozen modules", tuple(_alone(_functions(module), READ_FROZEN)), tuple(sorted(set(places))))


def _functions(module: Module) -> Mapping[str, int]:
    """The numbers of exported functions, as the module counts its own."""
    imported = module.imported(FUNCTION)
    return {export.name: export.index - imported for export in module.exports if export.kind == FUNCTION}


def _alone(numbers: Mapping[str, int], names: Iterable[str]) -> Iterator[Range]:
    return ((numbers[name], numbers[name] + 1) for name in names)


def readers(wasm: bytes) -> Mapping[str, tuple[Range, ...]]:
    """For each module of Python, the numbers of its functions, and of its neighbours' up to their first.

    Functions stand module by module, but a module's first name may come before or after its others.
    """
    module = Module(wasm)
    named = _functions(module)
    inits = sorted((number, name.removeprefix(OWN)) for name, number in named.items() if name.startswith(OWN))
    bounds = [0, *(number for number, _ in inits), len(module.functions)]
    alone = tuple(_alone(named, SAME_TABLES))
    return {name: ((bounds[n], bounds[n + 2]), *alone) for n, (_, name) in enumerate(inits)}


def found(wasm: bytes, memory: bytes, kept: frozenset[int]) -> list[Tables]:
    """The tables of modules without a function that is kept, as far as they stand in this memory."""
    owners = {name: Tables(name, ranges, ()) for name, ranges in readers(wasm).items()}
    files = {name: file.read_bytes() for name in owners if (file := _file_of(name))}
    gone = [name for name in files if not owners[name].read_by(kept)]
    wanted = {window: name for name in gone for window in _windows(files[name])}
    places = {start: wanted[window] for start, window in _aligned(memory) if window in wanted}
    living = [*(content for name, content in files.items() if name not in gone), *_core()]
    shared = _standing_in(living, {memory[start : start + WINDOW] for start in places})
    own = {start: name for start, name in places.items() if memory[start : start + WINDOW] not in shared}
    large = Counter(own.values())
    return [
        Tables(name, owners[name].readers, _merged(start for start, one in own.items() if one == name))
        for name in sorted(large)
        if large[name] * STEP >= LEAST
    ]


def _file_of(name: str) -> Path | None:
    """The shared library of an extension module of this Python; None where it is part of the program."""
    spec = importlib.util.find_spec(name)
    return Path(spec.origin) if spec and spec.origin and spec.has_location else None


def _core() -> Iterator[bytes]:
    """Python itself, as a program and as a library."""
    libraries = Path(str(sysconfig.get_config_var("LIBDIR"))).glob("libpython3*.so.*")
    yield from (path.read_bytes() for path in {Path(sys.executable).resolve(), *libraries})


def _aligned(content: bytes) -> Iterator[tuple[int, bytes]]:
    return ((start, content[start : start + WINDOW]) for start in range(0, len(content) - WINDOW + 1, STEP))


def _windows(content: bytes) -> Iterator[bytes]:
    return (window for _, window in _aligned(content) if len(set(window)) >= FEW and not _text(window))


def _text(window: bytes) -> bool:
    return sum(32 <= byte < 127 or byte in b"\0\n" for byte in window) > WINDOW - 8


def _standing_in(contents: Iterable[bytes], windows: set[bytes]) -> set[bytes]:
    """Those of the windows that stand in other contents, at any place."""
    return {
        window
        for content in contents
        for start in range(len(content) - WINDOW + 1)
        if (window := content[start : start + WINDOW]) in windows
    }


def _merged(starts: Iterable[int]) -> tuple[Range, ...]:
    """Windows that overlap or touch, as one range."""
    places: list[Range] = []
    for start in sorted(starts):
        if places and start <= places[-1][1]:
            places[-1] = (places[-1][0], start + WINDOW)
        else:
            places.append((start, start + WINDOW))
    return tuple(places)


def report(tables: Sequence[Tables]) -> Iterator[str]:
    """A line for each module: what is left out, between which addresses, in how many pieces."""
    for one in tables:
        first, last = one.places[0][0], one.places[-1][1]
        yield f"{one.module}: {one.size:,} bytes in {len(one.places)} pieces between {first:#x} and {last:#x}"
