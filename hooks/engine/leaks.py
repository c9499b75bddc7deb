"""Nothing of the machine that builds may be in what it ships: no path of it, no value of an environment variable."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hooks.root import ROOT

# Shorter values are words and numbers that stand in any file.
SHORTEST, SHORTEST_PATH = 8, 5


def leaks(made: Mapping[str, bytes], known: Iterable[bytes], environment: Mapping[str, str] | None = None) -> list[str]:
    """What of this machine is in the files that were made, a line each; what was in the `known` sources is no leak.

    Names the variable or the kind of path, never the value: the line may end in a public log.
    """
    sources = list(known)
    lines = []
    for name, value in _telling(os.environ if environment is None else environment):
        where = [file for file, content in made.items() if value in content]
        if where and not any(value in source for source in sources):
            lines.append(f"{', '.join(where)}: {name} of the build's machine is inside")
    return lines


def _telling(environment: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    folders = {"the project's folder": ROOT, "the working folder": Path.cwd(), "the home folder": Path.home()}
    folders["the folder for temporary files"] = Path(tempfile.gettempdir())
    values = [(name, str(folder)) for name, folder in folders.items()]
    values += [(name, part) for name, value in environment.items() for part in {value, *value.split(os.pathsep)}]
    for name, value in values:
        if len(value) >= (SHORTEST_PATH if "/" in value else SHORTEST):
            yield name, value.encode(errors="surrogateescape")
