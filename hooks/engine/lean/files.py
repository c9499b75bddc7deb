"""The lean runtime as finished files of the bundle, cached by everything that they are made from."""

import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from hooks.engine.lean import kept
from hooks.engine.lean.image import Runtime, Snapshot, lean
from hooks.engine.lean.requests import Request
from hooks.engine.lean.wasm import TRAP
from hooks.tools import ToolError, cached, digest, keep, node

HERE = Path(__file__).parent
CODE = ("files.py", "image.py", "inside.py", "kept.json", "kept.py", "snapshot.mjs", "tables.py", "wasm.py")
WASM, SCRIPT = "pyodide.asm.wasm", "pyodide.asm.js"
PATIENCE = 900  # seconds


@dataclass(frozen=True, slots=True)
class Start:
    """What is started: Pyodide's folder, the archives of the library and the quiz, and what is asked so that nothing
    is left to import.
    """

    pyodide: Path
    library: Path
    quiz: Path
    requests: Sequence[Request]

    def key(self) -> str:
        """Sixteen hex digits over everything that the runtime is made from."""
        sources = (self.pyodide / WASM, self.pyodide / SCRIPT, self.library, self.quiz, *(HERE / name for name in CODE))
        return digest(json.dumps(self.requests).encode(), *(source.read_bytes() for source in sources))


def lean_files(start: Start, cache: Path) -> tuple[Path, Path]:
    """The program and its memory, named by what they hold. Takes some seconds where an archive is new."""

    @lru_cache
    def made() -> Runtime:
        return _kept_only(start)

    key = start.key()
    python = cached(cache / f"lean-python-{key}.wasm", lambda: made().python).read_bytes()
    snapshot = cached(cache / f"lean-snapshot-{key}.wasm", lambda: made().snapshot).read_bytes()
    return _named(cache, "python", python), _named(cache, "snapshot", snapshot)


def take(start: Start, called: Iterable[str]) -> Snapshot:
    """Start Python and the quiz under Node, forget the library's other functions, and look at the memory.

    Raises ToolError with Python's own words.
    """
    with tempfile.TemporaryDirectory() as folder:
        _under_node(start, {"called": sorted(called), "watch": [], "out": folder})
        before, after, state = (Path(folder, name).read_bytes() for name in ("before", "after", "state"))
    return Snapshot(before, after, json.loads(state))


def calls(start: Start, requests: Sequence[Request]) -> frozenset[str]:
    """The library's functions that these requests call."""
    return frozenset(json.loads(_under_node(start, {"watch": requests})))


def _under_node(start: Start, job: dict[str, object]) -> bytes:
    return node(HERE / "snapshot.mjs", {**asdict(start), "inside": HERE / "inside.py", **job}, PATIENCE)


def _kept_only(start: Start) -> Runtime:
    wasm = (start.pyodide / WASM).read_bytes()
    try:
        listed = kept.read(wasm)
    except kept.OtherPyodideError as error:
        raise ToolError(f"{error}: run `make lean`") from error
    functions = listed.functions
    return lean(
        wasm,
        take(start, listed.called),
        lambda number, body: body if number in functions or len(body) <= len(TRAP) else TRAP,
        listed.gone,
    )


def _named(cache: Path, name: str, content: bytes) -> Path:
    return keep(cache / f"{name}-{digest(content)}.wasm", content)
