"""The lean runtime as finished files of the bundle, cached by everything that they are made from."""

import json
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from hooks.lean import kept
from hooks.lean.image import Runtime, Snapshot, lean
from hooks.lean.wasm import TRAP
from hooks.tools import BundleError, cached, digest, keep, run

HERE = Path(__file__).parent
CODE = ("files.py", "image.py", "inside.py", "kept.json", "kept.py", "snapshot.mjs", "wasm.py")
WASM, SCRIPT = "pyodide.asm.wasm", "pyodide.asm.js"


def lean_files(pyodide: Path, library: Path, quiz: Path, requests: Sequence[str], cache: Path) -> tuple[Path, Path]:
    """The program and its memory, named by what they hold. Takes some seconds where an archive is new.

    `requests` are answered before the snapshot is taken, so that nothing is left to import.
    """
    wasm = (pyodide / WASM).read_bytes()
    sources = (wasm, (pyodide / SCRIPT).read_bytes(), library.read_bytes(), quiz.read_bytes())
    key = digest(*sources, json.dumps(requests).encode(), *((HERE / name).read_bytes() for name in CODE))

    @lru_cache
    def made() -> Runtime:
        return _kept_only(wasm, take(pyodide, library, quiz, requests))

    python = cached(cache / f"lean-python-{key}.wasm", lambda: made().python).read_bytes()
    snapshot = cached(cache / f"lean-snapshot-{key}.wasm", lambda: made().snapshot).read_bytes()
    return _named(cache, "python", python), _named(cache, "snapshot", snapshot)


def take(pyodide: Path, library: Path, quiz: Path, requests: Sequence[str]) -> Snapshot:
    """Start Python and the quiz under Node, and look at the memory. Raises BundleError with Python's own words."""
    with tempfile.TemporaryDirectory() as folder:
        job = {"pyodide": pyodide, "library": library, "quiz": quiz, "inside": HERE / "inside.py", "out": folder}
        request = Path(folder, "job.json")
        request.write_text(json.dumps({"requests": requests, **{key: str(path) for key, path in job.items()}}))
        run(["node", str(HERE / "snapshot.mjs"), str(request)])
        before, after, state = (Path(folder, name).read_bytes() for name in ("before", "after", "state"))
    return Snapshot(before, after, json.loads(state))


def _kept_only(wasm: bytes, taken: Snapshot) -> Runtime:
    try:
        listed = kept.read(wasm)
    except kept.OtherPyodideError as error:
        raise BundleError(f"{error}: run `make lean`") from error
    return lean(wasm, taken, lambda number, body: body if number in listed or len(body) <= len(TRAP) else TRAP)


def _named(cache: Path, name: str, content: bytes) -> Path:
    return keep(cache / f"{name}-{digest(content)}.wasm", content)
