"""Python modules as the bytecode that the browser gets: no docstrings, no assertions, no line numbers."""

import importlib.util
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from hooks.tools import archive, cached, digest, digest_of, members, run

POSITIONS = Path(__file__).with_name("positions.py")
# The head of a .pyc that is never compared with a source (PEP 552): there is none beside it.
UNCHECKED = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
# `pyodide py-compile` takes the optimisation from here, and writes no dates but hashes if SOURCE_DATE_EPOCH is set.
FIXED = {"PYTHONOPTIMIZE": "2", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "315532800"}


def compiled(sources: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    """The modules under the names `….pyc`, compiled by this very interpreter, whose minor is the browser's."""
    known = cache / f"compiled-{digest(POSITIONS.read_bytes(), UNCHECKED, digest_of(sources).encode())}.zip"
    return members(cached(known, lambda: _archive(sources)))


def _archive(sources: Mapping[str, bytes]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        modules = Path(folder, "modules.zip")
        modules.write_bytes(archive(sources))
        tool = str(Path(sys.executable).with_name("pyodide"))
        run([tool, "py-compile", "--silent", "--no-keep", "--compression-level", "0", str(modules)], FIXED)
        run([sys.executable, "-I", str(POSITIONS), str(modules)])
        return archive({name: UNCHECKED + content[len(UNCHECKED) :] for name, content in members(modules).items()})
