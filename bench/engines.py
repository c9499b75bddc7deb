"""The same visits in WebKit and in Firefox, by WebDriver: the first verdict, the next question, further verdicts.

Neither lets a script run before the page's own from outside, so the observer is made the page's first script.
"""

import shutil
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from bench.sites import examples, rewritten
from bench.visits import CLICK, OBSERVER, PATIENCE, PAUSE, SETTLE, Figures, turns
from hooks.publish.serve import serving
from tests.engines.engines import Visitor, firefox, webkit
from tests.engines.installed import missing

ENGINES: Mapping[str, Callable[[], AbstractContextManager[Visitor]]] = {"WebKit": webkit, "Firefox": firefox}
FIRST = '<meta charset="utf-8">'
LOOKS = 0.02  # seconds between two looks at what the observer saw, which has the time itself


def installed() -> list[str]:
    """The engines that this machine has."""
    return [name for name in ENGINES if name not in missing()]


def observed(site: Path) -> None:
    """The same site, whose quiz has the observer as its first script."""
    shutil.copyfile(OBSERVER, site / "observer.js")
    rewritten(site, lambda page: page.replace(FIRST, FIRST + '<script src="/observer.js"></script>', 1))


def measure(engine: str, site: Path) -> Figures:
    """A first visit by a link with answers, further answers, and a click on the first question in a fresh browser."""
    found = Figures()
    fragment, route = examples()[0]
    with serving(site) as address:
        with ENGINES[engine]() as visitor:
            visitor.open(f"{address}/quiz/#{fragment}")
            _until(visitor, f"bench.route === {route!r}")
            found.first = visitor.run("bench.verdict")
            found.glance = visitor.run("bench.glance ?? bench.verdict")
            found.verdicts = visitor.run(f"bench.times({turns()!r})")
            time.sleep(SETTLE)
            found.settled = visitor.run(f"bench.times({turns()!r}, {PAUSE})")
        with ENGINES[engine]() as visitor:
            visitor.open(f"{address}/quiz/")
            visitor.run(f"({CLICK})()")
            _until(visitor, "bench.next !== null")
            found.next = visitor.run("bench.next - bench.clicked")
    return found


def _until(visitor: Visitor, condition: str) -> None:
    last = time.monotonic() + PATIENCE / 1000
    while not visitor.run(condition):
        if time.monotonic() > last:
            raise TimeoutError(f"never: {condition}")
        time.sleep(LOOKS)
