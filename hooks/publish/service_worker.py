"""The service worker at the top of each language's site: its code, with the list of the site's files and their hashes.

A worker serves the folder it stands in, so it stands at the top. Whatever changes in the site changes the worker's
text, and that is how a browser learns of a new version.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from hooks.addresses import CARDS, ENGINE, HEADERS, QR_PICTURES, REDIRECTS, SERVICE_WORKER, SHORT_LINKS

SOURCE = "assets/service-worker.js"
# Not the site's content: hosts' files, and the compressed copies of others.
LEFT_OUT = frozenset({".br", ".gz"})
HOSTS_FILES = frozenset({HEADERS, REDIRECTS, SERVICE_WORKER})
# Nobody needs these without a network, and with one the host gives them: half of the list that each visitor loads.
HOST_S_BUSINESS = (f"{SHORT_LINKS}/", f"{QR_PICTURES}/", f"{CARDS}/")
# Kept from the start: what the quiz needs, and the page for those that were not kept. Other pages follow when seen.
PAGES_KEPT = frozenset({"quiz/index.html", "503.html"})
ASSETS_KEPT = frozenset({".js", ".css", ".json", ".woff2"})
HASH_DIGITS = 16


def service_workers(site: Path) -> list[Path]:
    """Write the worker of the site and of each language below it, after the last change to a page; returns where."""
    tops = sorted({path.parent.parent for path in site.rglob(SOURCE)}, key=lambda top: len(top.parts), reverse=True)
    return [_write(top, [other for other in tops if other != top and other.is_relative_to(top)]) for top in tops]


def _write(top: Path, others: list[Path]) -> Path:
    source = (top / SOURCE).read_text(encoding="utf-8")
    (top / SOURCE).unlink()
    files = {path.relative_to(top).as_posix(): _digest(path.read_bytes()) for path in _files(top, others)}
    engine = [name for name in files if name.startswith(f"{ENGINE}/")]
    core = [name for name in files if name not in engine and _kept(name)]
    version = _digest(json.dumps([source, files]).encode())[:12]
    data = {"version": version, "core": core, "engine": engine, "files": files}
    written = top / SERVICE_WORKER
    written.write_text(f"self.SITE = {json.dumps(data, separators=(',', ':'))};\n{source}", encoding="utf-8")
    return written


def _files(top: Path, others: list[Path]) -> Iterator[Path]:
    for path in sorted(top.rglob("*")):
        ours = path.is_file() and path.suffix not in LEFT_OUT and not any(path.is_relative_to(o) for o in others)
        name = path.relative_to(top).as_posix()
        if ours and name not in HOSTS_FILES and not name.startswith(HOST_S_BUSINESS):
            yield path


def _kept(name: str) -> bool:
    return name in PAGES_KEPT or (name.startswith("assets/") and Path(name).suffix in ASSETS_KEPT)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:HASH_DIGITS]
