"""The hash of each of the quiz's own scripts beside its name in the pages: an old script and a new page never meet.

A browser does not run a script of other bytes, whether they come from an older copy or a torn one; the page's watchdog
then says so and shows the way without it.
"""

import hashlib
import re
from pathlib import Path

from hooks.addresses import SCRIPTS, WORKER
from hooks.publish.policy import pages
from hooks.tools import integrity

TAG = re.compile(rf'<(?:script|link)\b[^>]*? (?:src|href)="([^"]*\b{SCRIPTS}/[\w-]+\.js)"[^>]*>')
WORKERS = re.compile(r'(<script type="application/json" id="engine" data-workers=")[^"]*"')
GIVEN = re.compile(r' integrity="[^"]*"')

VERSION_DIGITS = 12


def name_by_hash(site: Path) -> int:
    """Write the hashes into the pages of the finished site; returns how many. Safe to repeat."""
    made = 0
    for page in pages(site):
        html = page.read_bytes().decode()
        marked, found = TAG.subn(lambda tag, folder=page.parent: _marked(tag, folder), html)  # type: ignore[misc]
        marked = WORKERS.sub(lambda tag: f'{tag[1]}{_version(site)}"', marked)
        if marked != html:
            page.write_bytes(marked.encode())
        made += found
    return made


def _version(site: Path) -> str:
    """Of the worker's scripts, whose bytes a page cannot ask for: they are asked for by an address with this in it."""
    scripts = (site / name for name in (WORKER, f"{SCRIPTS}/start.js"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in scripts)).hexdigest()[:VERSION_DIGITS]


def _marked(tag: re.Match[str], folder: Path) -> str:
    plain = GIVEN.sub("", tag[0]).removesuffix(">")
    return f'{plain} integrity="{integrity((folder / tag[1]).read_bytes())}">'
