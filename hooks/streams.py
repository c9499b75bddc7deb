"""What commands print, and where: streams that are closed or full, names that a terminal would obey."""

import contextlib
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO


def shown(text: str) -> str:
    """The text in one line, with whatever a terminal would obey, or could not write, as Python writes it in letters."""
    return "".join(mark if mark.isprintable() else repr(mark)[1:-1] for mark in text)


def ended(command: Callable[[], int]) -> int:
    """The exit code of a command of its own process: any terminal gets UTF-8, and who stops reading gets no complaint.

    A file, a folder or a stream that the machine does not let it use is told in a sentence; the code is 2 then.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    # Python has None for a stream that was closed, and what is for the one goes to the other then.
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    try:
        code = command()
        sys.stdout.flush()
    except BrokenPipeError:
        _leave()
        return 1
    except OSError as error:
        _leave()
        with contextlib.suppress(OSError):
            name = shown(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else "standard output"
            sys.stderr.write(f"{name} cannot be used: {(error.strerror or str(error)).lower()}\n")
            sys.stderr.flush()
        return 2
    return code


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _leave() -> None:
    """Let the rest go nowhere: Python would try to write it at its end."""
    with contextlib.suppress(io.UnsupportedOperation):  # a stream that is no file has no such end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
