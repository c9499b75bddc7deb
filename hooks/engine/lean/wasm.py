"""A WebAssembly file, changed without a toolchain: indices of functions and tables never move.

Reads no more of the format than that needs: sections, the list of exports, and the bodies of functions.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

CUSTOM, IMPORTS, GLOBALS, EXPORTS, CODE, DATA, DATA_COUNT = 0, 2, 6, 7, 10, 11, 12
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)
HEAD = b"\0asm\x01\0\0\0"

# A stretch of memory: where it starts, and what stands there.
type Stretch = tuple[int, bytes]

# No locals, `unreachable`, `end`: whoever calls it traps.
TRAP = b"\x00\x00\x0b"


@dataclass(frozen=True, slots=True)
class Export:
    """A name under which JavaScript finds a function, table, memory or global."""

    name: str
    kind: int
    index: int


class Module:
    """The sections of a module in their order; each change returns nothing and stays within one section."""

    def __init__(self, content: bytes) -> None:
        if content[:8] != HEAD:
            raise ValueError("no WebAssembly module of version 1")
        self._sections: list[tuple[int, bytes]] = []
        at = 8
        while at < len(content):
            kind = content[at]
            size, start = _number(content, at + 1)
            at = start + size
            self._sections.append((kind, content[start:at]))

    def as_file(self) -> bytes:
        """The module as a file."""
        parts = (bytes((kind,)) + _as_number(len(body)) + body for kind, body in self._sections)
        return HEAD + b"".join(parts)

    @property
    def exports(self) -> list[Export]:
        """Everything that JavaScript can see."""
        body = self._section(EXPORTS)
        count, at = _number(body, 0)
        exports = []
        for _ in range(count):
            length, start = _number(body, at)
            at = start + length
            index, after = _number(body, at + 1)
            exports.append(Export(body[start:at].decode(), body[at], index))
            at = after
        return exports

    def imported(self, wanted: int) -> int:
        """How many things of a kind come from outside: they are counted before those of the module."""
        body = self._section(IMPORTS)
        count, at = _number(body, 0)
        found = 0
        for _ in range(count):
            for _name in range(2):
                length, start = _number(body, at)
                at = start + length
            kind, at = body[at], at + 1
            found += kind == wanted
            at = _after_type(body, kind, at)
        return found

    def address(self, name: str) -> int:
        """What an exported global stands for: an address from the start of the module's own memory."""
        index = next(e.index for e in self.exports if (e.name, e.kind) == (name, GLOBAL))
        body = self._section(GLOBALS)
        _, at = _number(body, 0)
        value = 0
        for _ in range(index - self.imported(GLOBAL) + 1):
            value, at = _number(body, at + 3)  # after a type, whether it changes, and i32.const
            at += 1  # end
        return value

    def keep_exports(self, kept: Callable[[Export], bool]) -> None:
        """Hide the others from JavaScript; inside the module nothing changes."""
        left = [export for export in self.exports if kept(export)]
        parts = (_sized(e.name.encode()) + bytes((e.kind,)) + _as_number(e.index) for e in left)
        self._replace(EXPORTS, _as_number(len(left)) + b"".join(parts))

    @property
    def functions(self) -> list[bytes]:
        """The body of each function that the module defines, in its order; imported functions are not among them."""
        body = self._section(CODE)
        count, at = _number(body, 0)
        bodies = []
        for _ in range(count):
            length, start = _number(body, at)
            at = start + length
            bodies.append(body[start:at])
        return bodies

    @functions.setter
    def functions(self, bodies: Sequence[bytes]) -> None:
        self._replace(CODE, _as_number(len(bodies)) + b"".join(map(_sized, bodies)))

    def fill(self, memory: Sequence[Stretch]) -> None:
        """Replace what the module writes into memory before anything else."""
        others = [(kind, body) for kind, body in self._sections if kind not in (DATA, DATA_COUNT)]
        self._sections = [*others, (DATA, _filling(memory))]

    def _section(self, wanted: int) -> bytes:
        return next(body for kind, body in self._sections if kind == wanted)

    def _replace(self, wanted: int, body: bytes) -> None:
        self._sections = [(kind, body if kind == wanted else old) for kind, old in self._sections]


def _after_type(body: bytes, kind: int, at: int) -> int:
    """Where an import's type ends: a function's or tag's number, a global's two bytes, limits of a table or memory."""
    if kind == GLOBAL:
        return at + 2
    at += kind in (TABLE, TAG)  # of which type; of which kind
    limits = kind in (TABLE, MEMORY)
    numbers = 1 + (limits and 1 + (body[at] & 1))
    for _ in range(numbers):
        _, at = _number(body, at)
    return at


def marking(body: bytes, address: int) -> bytes:
    """The body of a function that first writes 1 into the byte of memory at this address."""
    groups, at = _number(body, 0)
    for _ in range(groups):
        _, at = _number(body, at)  # how many locals
        at += 1  # of which type
    # i32.const address, i32.const 1, i32.store8 without offset
    return body[:at] + b"\x41" + _as_signed(address) + b"\x41\x01\x3a\x00\x00" + body[at:]


def filler(pages: int, memory: Sequence[Stretch], note: tuple[str, bytes]) -> bytes:
    """A module that only writes into memory of at least so many pages, imported as `env.memory`, and carries a note."""
    name, content = note
    imported = b"\x01" + _sized(b"env") + _sized(b"memory") + bytes((MEMORY, 0)) + _as_number(pages)
    sections = ((CUSTOM, _sized(name.encode()) + content), (IMPORTS, imported), (DATA, _filling(memory)))
    return HEAD + b"".join(bytes((kind,)) + _sized(body) for kind, body in sections)


def _filling(memory: Sequence[Stretch]) -> bytes:
    # Into memory 0, i32.const address, end
    parts = (b"\x00\x41" + _as_signed(start) + b"\x0b" + _sized(content) for start, content in memory)
    return _as_number(len(memory)) + b"".join(parts)


def _number(content: bytes, at: int) -> tuple[int, int]:
    """An unsigned LEB128 number and where the bytes after it start."""
    value = shift = 0
    while True:
        byte = content[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def _as_number(value: int) -> bytes:
    return bytes(_groups(value, lambda rest, _: rest == 0))


def _as_signed(value: int) -> bytes:
    return bytes(_groups(value, lambda rest, group: rest == 0 and not group & 64))


def _groups(value: int, last: Callable[[int, int], bool]) -> Iterator[int]:
    while True:
        group, value = value & 127, value >> 7
        if last(value, group):
            yield group
            return
        yield group | 128


def _sized(content: bytes) -> bytes:
    return _as_number(len(content)) + content
