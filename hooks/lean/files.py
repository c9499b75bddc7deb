"""The lean runtime as finished files of the bundle, cached by everything that they are made from."""

import json
from collections.abc import Mapping
from pathlib import Path

from hooks.lean import kept
from hooks.lean.runtime import lean, stock
from hooks.tools import BundleError, digest, keep

HERE = Path(__file__).parent
CODE = ("files.py", "kept.py", "runtime.py", "script.py", "wasm.py", "kept.json")


def lean_files(pyodide: Path, cache: Path) -> tuple[str, Mapping[str, Path]]:
    """The folder's name for the site, and the files in it. Takes two seconds the first time."""
    full = stock(pyodide)
    key = digest(full.wasm, full.script.encode(), full.module.encode(), *((HERE / name).read_bytes() for name in CODE))
    known = cache / f"lean-{key}.json"
    if not known.exists():
        try:
            made = lean(full, kept.read(full.wasm, full.script))
        except kept.OtherPyodideError as error:
            raise BundleError(f"{error}: run `make lean`") from error
        contents = {"pyodide.asm.js": made.script.encode(), "pyodide.asm.wasm": made.wasm}
        names = {name: f"lean-{digest(content)}-{name}" for name, content in contents.items()}
        for name, content in contents.items():
            keep(cache / names[name], content)
        keep(known, json.dumps(names).encode())
    parts = {name: cache / file for name, file in json.loads(known.read_bytes()).items()}
    version = json.loads((pyodide / "package.json").read_bytes())["version"]
    return f"lean-{version}-{digest(*(path.read_bytes() for path in parts.values()))}", parts
