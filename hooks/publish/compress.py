"""Precompressed copies beside the built site's files, `.br` and `.gz`, for hosts that send them as they are.

Kept in a cache by content: the engine's eight megabytes take half a minute once, and nothing after that.
"""

import gzip
import hashlib
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import brotli

from hooks.root import ROOT
from hooks.tools import cached

ENDINGS = frozenset(
    {
        ".html",
        ".css",
        ".js",
        ".mjs",
        ".json",
        ".svg",
        ".xml",
        ".txt",
        ".wasm",
        ".zip",
        ".ics",
        ".webmanifest",
        ".ttf",
        ".ico",
    }
)
# Below this a response fits one packet anyway, and the head of a compressed file eats the gain.
SMALLEST = 1024


def _brotli(content: bytes) -> bytes:
    packed: bytes = brotli.compress(content, quality=11, lgwin=24)
    return packed


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)


PACKERS: dict[str, Callable[[bytes], bytes]] = {".br": _brotli, ".gz": _gzip}


def compress(site: Path, *, cache: Path = ROOT / ".cache/compressed") -> int:
    """Write `x.br` and `x.gz` beside every file of the site that gains by it; returns how many files it looked at."""
    files = [path for path in sorted(site.rglob("*")) if _gains(path)]
    # Largest first, so that the engine does not start when all else is done. Both packers work outside the lock.
    files.sort(key=lambda path: path.stat().st_size, reverse=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [pool.submit(_place, path, ending, cache) for path, ending in product(files, PACKERS)]
        for job in jobs:
            job.result()
    return len(files)


def _gains(path: Path) -> bool:
    return path.suffix in ENDINGS and path.is_file() and path.stat().st_size >= SMALLEST


def _place(path: Path, ending: str, cache: Path) -> None:
    content = path.read_bytes()
    packed = cached(cache / (hashlib.sha256(content).hexdigest() + ending), lambda: PACKERS[ending](content))
    shutil.copyfile(packed, path.with_name(path.name + ending))
