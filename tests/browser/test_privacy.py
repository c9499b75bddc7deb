"""No cookie, no storage, nothing from elsewhere, no request with an answer: seen by the server and the browser."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE, Quiz
from tests.browser.versions import Host, hosting

CASES = Path(__file__).resolve().parent.parent / "cases"
STORED = """async () => ({
  cookie: document.cookie, local: { ...localStorage }, session: { ...sessionStorage },
  databases: (await indexedDB.databases()).map(({ name }) => name),
})"""
NOTHING = {"cookie": "", "local": {}, "session": {}, "databases": []}
KEPT = """async () => {
  const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const found = await Promise.all(stores.map((store) => store.keys()));
  return found.flat().map(({ url }) => url);
}"""
# Numbers that stand in no address of the site, so that an answer is recognised wherever it might be sent.
PEOPLE = "8317"
AVERAGE = "8317.25"
DEADLINE = "2031-07-19"


def outcomes() -> list[dict[str, Any]]:
    """For each route and province of the cases, the first set of answers that leads there."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8")).get("case", []):
            key = (str(case.get("route")), str(case.get("answers", {}).get("province")))
            if case.get("route"):
                found.setdefault(key, case["answers"])
    return list(found.values())


def fragment(answers: dict[str, Any]) -> str:
    return "#" + "&".join(f"{key}={value}" for key, value in answers.items() if key != "today")


@pytest.fixture(scope="module")
def watched(site: Path) -> Iterator[Host]:
    """The site on a server that writes down what it is asked, headers included."""
    with hosting(site) as host:
        yield host


@pytest.fixture
def visitor(watched: Host, context: BrowserContext) -> Page:
    watched.asked.clear()
    watched.heard.clear()
    return context.new_page()


def settled(page: Page) -> None:
    """Until the result is there and the service worker has stored all that it wants."""
    expect(page.locator("[data-quiz-state]")).to_have_attribute(
        "data-quiz-state", re.compile("result"), timeout=PATIENCE
    )
    page.wait_for_load_state("networkidle")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_no_request_of_a_journey_carries_an_answer_and_nothing_is_stored(visitor: Page, watched: Host) -> None:
    elsewhere: list[str] = []
    visitor.context.on("request", lambda r: elsewhere.append(r.url) if not r.url.startswith(watched.address) else None)
    visitor.goto(f"{watched.address}/?utm_source=letter")
    visitor.goto(f"{watched.address}/quiz/")
    quiz = Quiz(visitor)
    quiz.choose("province", "AB").choose("industry", "construction").choose("partner", "acsa").enter("people", PEOPLE)
    quiz.without_date()
    settled(visitor)
    visitor.goto(
        f"{watched.address}/quiz/#province=AB&partner=acsa&people={PEOPLE}&deadline={DEADLINE}&records_months=7"
    )
    visitor.reload()
    settled(visitor)
    assert len(watched.asked) > 20
    assert [
        line for line in watched.heard if re.search(rf"{PEOPLE}|{DEADLINE}|acsa=|partner=|people=|province=", line)
    ] == []
    assert elsewhere == []
    assert visitor.evaluate(STORED) == NOTHING
    assert visitor.context.cookies() == []
    assert [url for url in visitor.evaluate(KEPT) if "?" in url or "#" in url or PEOPLE in url] == []


@pytest.fixture(scope="module")
def ready(browser: Browser, watched: Host) -> Iterator[tuple[Page, list[str]]]:
    """The quiz with its engine running, and all that the browser asks for from then on."""
    page = browser.new_page()
    asked: list[str] = []
    page.context.on("request", lambda r: asked.append(f"{r.method} {r.url} {r.post_data or ''} {r.headers}"))
    page.goto(f"{watched.address}/quiz/")
    expect(page.locator("[data-quiz-engine]")).to_have_attribute("data-quiz-engine", "ready", timeout=PATIENCE)
    yield page, asked
    page.close()


@pytest.mark.parametrize("answers", outcomes(), ids=lambda answers: fragment(answers)[1:60])
def test_no_outcome_sends_its_answers(ready: tuple[Page, list[str]], answers: dict[str, Any]) -> None:
    page, asked = ready
    page.evaluate("location.hash = ''")
    expect(page.locator("[data-quiz-state]")).to_have_attribute("data-quiz-state", "question")
    page.evaluate("(address) => { location.hash = address; }", fragment(answers))
    expect(page.locator("[data-quiz-state]")).to_have_attribute("data-quiz-state", "result", timeout=PATIENCE)
    assert [line for line in asked if any(f"{key}=" in line for key in answers)] == []
    assert [line for line in asked if not line.startswith("GET ")] == []


@pytest.mark.parametrize("typed", ["isnetworld", "plumer", "wanting workboots"])
def test_the_words_of_the_search_are_sent_nowhere(visitor: Page, watched: Host, typed: str) -> None:
    sent: list[str] = []
    visitor.context.on("request", lambda r: sent.append(f"{r.method} {r.url} {r.post_data or ''} {r.headers}"))
    held, pressed = [], [False]
    index = "**/search_index.json"
    visitor.context.route(index, lambda route: route.continue_() if pressed[0] else held.append(route))
    visitor.goto(f"{watched.address}/")
    visitor.keyboard.press("/")
    visitor.keyboard.type(typed)
    visitor.keyboard.press("Enter")  # before there is anything to answer
    pressed[0] = True
    for route in held:
        route.continue_()
    found = visitor.locator(".md-search-result__item a")
    if not typed.startswith("wanting"):
        expect(found.first).to_be_visible()
        found.first.click()
        expect(visitor.locator("h1:visible").first).to_be_visible()
        visitor.locator("a:visible[href]").last.click()
    visitor.wait_for_load_state("networkidle")
    words = typed.split()
    assert [
        line for line in (*sent, *watched.asked, *watched.heard) if any(word in line.lower() for word in words)
    ] == []


@pytest.mark.parametrize(
    "path", ["/", "/quiz/", "/provinces/alberta/", "/guides/", "/embed/", "/go/alberta/", "/no-such-page"]
)
def test_no_page_stores_anything(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []
