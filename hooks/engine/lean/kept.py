"""The committed list of what the lean runtime keeps, for exactly one build of Pyodide."""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, batched, chain, pairwise
from pathlib import Path

from hooks.engine.lean.tables import Range, Tables

FILE = Path(__file__).with_name("kept.json")


class OtherPyodideError(Exception):
    """The list was made for another file than this."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What answers enter: functions of WebAssembly by number, of the library by name; and tables they may not need."""

    functions: frozenset[int]
    called: frozenset[str]
    tables: tuple[Tables, ...] = ()

    @property
    def gone(self) -> tuple[Tables, ...]:
        """The tables that no function which stays may read."""
        return tuple(tables for tables in self.tables if not tables.read_by(self.functions))


def read(wasm: bytes, file: Path = FILE) -> Kept:
    """The list, if it was made for this file; OtherPyodideError otherwise."""
    data = json.loads(file.read_text(encoding="utf-8"))
    if data["wasm"] != _digest(wasm):
        raise OtherPyodideError(f"{file.name} was made for another Pyodide than this")
    tables = (
        Tables(name, _pairs(entry["readers"]), _pairs(accumulate(_unpacked(entry["places"]))))
        for name, entry in data["tables"].items()
    )
    return Kept(frozenset(accumulate(_unpacked(data["functions"]))), frozenset(data["called"]), tuple(tables))


def write(wasm: bytes, kept: Kept, file: Path = FILE) -> None:
    """Write the list for this file."""
    data = {
        "about": "Made by `make lean`. Numbers as steps from one to the next, base64 over zlib over JSON.",
        "wasm": _digest(wasm),
        "functions": _packed(sorted(kept.functions)),
        "called": sorted(kept.called),
        "tables": {
            one.module: {"readers": [*chain(*one.readers)], "places": _packed(chain(*one.places))}
            for one in kept.tables
        },
    }
    file.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _packed(numbers: Iterable[int]) -> str:
    steps = [after - before for before, after in pairwise([0, *numbers])]
    return base64.b64encode(zlib.compress(json.dumps(steps, separators=(",", ":")).encode(), 9)).decode()


def _pairs(numbers: Iterable[int]) -> tuple[Range, ...]:
    return tuple((start, end) for start, end in batched(numbers, 2, strict=True))


def _unpacked(text: str) -> list[int]:
    steps: list[int] = json.loads(zlib.decompress(base64.b64decode(text)))
    return steps
