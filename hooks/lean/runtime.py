"""The lean runtime's two files, made from Pyodide's own and the committed list."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hooks.lean import script as scripts
from hooks.lean.kept import Kept
from hooks.lean.wasm import FUNCTION, GLOBAL, TRAP, Export, Module


@dataclass(frozen=True, slots=True)
class Runtime:
    """Pyodide's WebAssembly, its script, and the module that loads both."""

    wasm: bytes
    script: str
    module: str


def stock(pyodide: Path) -> Runtime:
    """Pyodide as it was released."""
    wasm, script, module = ((pyodide / f"pyodide.{end}").read_bytes() for end in ("asm.wasm", "asm.js", "mjs"))
    return Runtime(wasm, script.decode(), module.decode())


def lean(full: Runtime, listed: Kept) -> Runtime:
    """The runtime without what is not on the list; the module stays as it is."""
    script = scripts.without(full.script, listed.cuts)
    module = Module(full.wasm)
    module.keep_exports(_used_by(scripts.words(script, full.module)))
    module.functions = [
        body if number in listed.functions or len(body) <= len(TRAP) else TRAP
        for number, body in enumerate(module.functions)
    ]
    names = {export.name for export in module.exports}
    return Runtime(module.as_file(), scripts.without_aliases(script, names), full.module)


def _used_by(words: set[str]) -> Callable[[Export], bool]:
    """Whether a script names an export, with the underscore that Emscripten puts before it or without."""

    def used(export: Export) -> bool:
        if export.kind not in (FUNCTION, GLOBAL):
            return True
        return export.name in words or f"_{export.name}" in words

    return used
