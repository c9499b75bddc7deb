"""The lean runtime as finished files of the bundle, cached by everything that they are made from."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from hooks.lean import kept
from hooks.lean.runtime import Runtime, lean, stock
from hooks.tools import BundleError, cached, digest

HERE = Path(__file__).parent
CODE = ("files.py", "kept.py", "runtime.py", "script.py", "wasm.py", "kept.json")


def lean_files(pyodide: Path, cache: Path) -> tuple[str, Mapping[str, Path]]:
    """The folder's name for the site, and the files in it. Takes two seconds the first time."""
    full = stock(pyodide)
    key = digest(full.wasm, full.script.encode(), full.module.encode(), *((HERE / name).read_bytes() for name in CODE))

    @lru_cache
    def made() -> Runtime:
        try:
            return lean(full, kept.read(full.wasm, full.script))
        except kept.OtherPyodideError as error:
            raise BundleError(f"{error}: run `make lean`") from error

    parts = {
        "pyodide.asm.js": cached(cache / f"lean-{key}.js", lambda: made().script.encode()),
        "pyodide.asm.wasm": cached(cache / f"lean-{key}.wasm", lambda: made().wasm),
    }
    version = json.loads((pyodide / "package.json").read_bytes())["version"]
    return f"lean-{version}-{digest(*(path.read_bytes() for path in parts.values()))}", parts
