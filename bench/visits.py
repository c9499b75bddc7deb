"""One visitor in Chromium, in front of one site over one line: a first visit with its result, a second one, a click."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Playwright

from bench import processes
from bench.link import Line, Link
from bench.sites import examples
from hooks.publish.serve import serving
from tests.chromium import CHROMIUM_ARGUMENTS

OBSERVER = Path(__file__).with_name("observer.js")
PATIENCE = 180_000  # milliseconds
TURNS = 10  # verdicts after the first one
SETTLE = 3.0  # seconds in which a visitor reads, a service worker stores and a browser compiles what runs often
PAUSE = 300  # milliseconds in which a visitor at least looks at a result before he changes an answer again


@dataclass(slots=True)
class Figures:
    """What one round measured of one variant; milliseconds and bytes."""

    first: float = 0
    glance: float = 0
    bytes: float = 0
    blocked: float = 0
    verdicts: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    memory: float = 0
    again: float = 0
    again_bytes: float = 0
    next: float = 0


def turns() -> list[str]:
    """Fragments for further verdicts, by turns of two kinds, the first one unlike the first verdict."""
    return [fragment for fragment, _ in examples()[:2][::-1]] * (TURNS // 2)


def measure(chromium: Playwright, site: Path, line: Line) -> Figures:
    """A first visit by a link with answers, a second one, and a click on the first question in a fresh browser."""
    found = Figures()
    fragment, route = examples()[0]
    with serving(site) as address, Link(line, urlsplit(address).port or 0).open() as link:
        quiz = f"http://127.0.0.1:{link.port}/quiz/"
        with _browser(chromium, line) as (context, browser):
            page = _opened(context, f"{quiz}#{fragment}")
            seen = _result(page, route)
            found.first, found.blocked, found.bytes = seen["verdict"], seen["blocked"], link.received
            found.glance = seen["glance"]
            found.verdicts = page.evaluate(TIMES, [turns(), 0])
            found.memory = processes.memory(browser)
            time.sleep(SETTLE * line.slowdown)
            found.settled = page.evaluate(TIMES, [turns(), PAUSE * line.slowdown])
            page.close()
            received = link.received
            page = _opened(context, f"{quiz}#{fragment}")
            found.again = _result(page, route)["verdict"]
            found.again_bytes = link.received - received
        with _browser(chromium, line) as (context, _):
            page = _opened(context, quiz)
            page.evaluate(CLICK)
            page.wait_for_function("bench.next !== null", timeout=PATIENCE)
            found.next = page.evaluate("bench.next - bench.clicked")
    return found


TIMES = "([fragments, pause]) => bench.times(fragments, pause)"

# As soon as the first question can be answered: the page's own script has to be there, as a visitor's finger would be.
CLICK = """
() => new Promise((resolve) => {
  const ready = () => {
    const choice = document.querySelector('form[data-quiz-question="province"] input[name="province"]');
    if (!choice || document.readyState !== "complete") return setTimeout(ready, 20);
    choice.checked = true;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    choice.form.querySelector("button:not([hidden])").click();
    resolve();
  };
  ready();
})
"""


def _opened(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url, wait_until="commit", timeout=PATIENCE)
    return page


def _result(page: Page, route: str) -> dict[str, float]:
    page.wait_for_function("(route) => bench.route === route", arg=route, timeout=PATIENCE, polling=50)
    seen: dict[str, float] = page.evaluate(
        "({ verdict: bench.verdict, blocked: bench.blocked, glance: bench.glance ?? bench.verdict })"
    )
    return seen


@contextmanager
def _browser(playwright: Playwright, line: Line) -> Iterator[tuple[BrowserContext, int]]:
    """A fresh profile on disk, so that the second visit finds what the first one left."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=shutil.which("chromium"), args=list(CHROMIUM_ARGUMENTS), headless=True
        )
        context.add_init_script(path=OBSERVER)
        browser = processes.started_with(Path(profile))
        try:
            with processes.slowed(browser, line.slowdown):
                yield context, browser
        finally:
            context.close()
