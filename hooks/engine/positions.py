"""Takes the line numbers out of compiled modules: `python positions.py ARCHIVE` rewrites the archive of .pyc files.

A process of its own, without the project's modules: marshal writes an object that others in the process also hold
differently from one that stands alone, and the same sources must always give the same bytes.
"""

import marshal
import sys
import zipfile
from pathlib import Path
from types import CodeType

HEAD = 16  # bytes of a .pyc before its code
# An entry of a code object's table of positions: no position for up to eight instructions, one of two bytes each.
NO_POSITION, MOST_UNITS, UNIT = 0xF8, 8, 2


def without_positions(code: CodeType) -> CodeType:
    """The same code, whose tracebacks name functions but no lines: a third of a module are tables of positions."""
    full, rest = divmod(len(code.co_code) // UNIT, MOST_UNITS)
    table = bytes([NO_POSITION | MOST_UNITS - 1] * full + ([NO_POSITION | rest - 1] if rest else []))
    inner = (without_positions(part) if isinstance(part, CodeType) else part for part in code.co_consts)
    return code.replace(co_linetable=table, co_consts=tuple(inner))


def main(path: Path) -> None:
    """Rewrite the archive in place."""
    with zipfile.ZipFile(path) as archive:
        modules = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in modules.items():
            code: CodeType = marshal.loads(content[HEAD:])
            archive.writestr(name, content[:HEAD] + marshal.dumps(without_positions(code)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
