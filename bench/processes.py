"""The browser's processes on this machine (Linux), slowed down and weighed: only those below the one we started."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

# Seconds that a process runs before it is held; short against anything that is measured.
SLICE = 0.005
LOOK = 0.25  # seconds between two looks for new processes


def started_with(folder: Path) -> int:
    """The browser that was started with this profile."""
    wanted = str(folder).encode()
    for process in Path("/proc").iterdir():
        with suppress(OSError):
            command = (process / "cmdline").read_bytes() if process.name.isdigit() else b""
            if wanted in command and b"--type=" not in command:
                return int(process.name)
    raise ProcessLookupError(f"no browser with the profile {folder}")


def renderers(browser: int) -> list[int]:
    """The processes below it that run pages and their workers."""
    return [pid for pid in _below(browser) if b"--type=renderer" in _command(pid)]


def _below(pid: int) -> Iterator[int]:
    with suppress(OSError):
        for child in map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()):
            yield child
            yield from _below(child)


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def memory(browser: int) -> int:
    """Bytes that the renderers hold, each one's share of what is shared."""
    total = 0
    for pid in renderers(browser):
        with suppress(OSError):
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            total += next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


@contextmanager
def slowed(browser: int, times: int) -> Iterator[None]:
    """Stops and continues the renderers, so that workers are slowed as much as pages are."""
    if times <= 1:
        yield
        return
    done = Event()
    thread = Thread(target=_hold, args=(browser, times, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _hold(browser: int, times: int, done: Event) -> None:
    looked, pids = 0.0, list[int]()
    while not done.is_set():
        if time.monotonic() > looked + LOOK:
            looked, pids = time.monotonic(), renderers(browser)
        _signal(pids, signal.SIGSTOP)
        time.sleep(SLICE * (times - 1))
        _signal(pids, signal.SIGCONT)
        time.sleep(SLICE)


def _signal(pids: list[int], number: signal.Signals) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)
