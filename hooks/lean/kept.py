"""The committed list of what the lean runtime keeps, for exactly one build of Pyodide."""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from pathlib import Path

FILE = Path(__file__).with_name("kept.json")


class OtherPyodideError(Exception):
    """The list was made for other files than these."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Numbers of the WebAssembly functions that stay, and the stretches of the script that go."""

    functions: frozenset[int]
    cuts: Sequence[tuple[int, int]]


def read(wasm: bytes, script: str, file: Path = FILE) -> Kept:
    """The list, if it was made for these two files; OtherPyodideError otherwise."""
    data = json.loads(file.read_text(encoding="utf-8"))
    if data["wasm"] != _digest(wasm) or data["script"] != _digest(script.encode()):
        raise OtherPyodideError(f"{file.name} was made for another Pyodide than this")
    numbers = list(accumulate(_unpacked(data["cuts"])))
    return Kept(
        frozenset(accumulate(_unpacked(data["functions"]))), list(zip(numbers[::2], numbers[1::2], strict=True))
    )


def write(wasm: bytes, script: str, kept: Kept, file: Path = FILE) -> None:
    """Write the list for these two files."""
    data = {
        "about": "Made by `make lean`. Numbers as steps from one to the next, base64 over zlib over JSON.",
        "wasm": _digest(wasm),
        "script": _digest(script.encode()),
        "functions": _packed(sorted(kept.functions)),
        "cuts": _packed(chain.from_iterable(kept.cuts)),
    }
    file.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _packed(numbers: Iterable[int]) -> str:
    steps = [after - before for before, after in pairwise([0, *numbers])]
    return base64.b64encode(zlib.compress(json.dumps(steps, separators=(",", ":")).encode(), 9)).decode()


def _unpacked(text: str) -> list[int]:
    steps: list[int] = json.loads(zlib.decompress(base64.b64decode(text)))
    return steps
