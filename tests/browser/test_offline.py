"""The real site without a network after one visit: the quiz to its result, and the pages that were seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from hooks.addresses import ENGINE
from hooks.facts.words import words
from tests.browser.conftest import PATIENCE, Quiz
from tests.browser.versions import hosting, until

LINK = "/quiz/#province=AB&partner=acsa&people=10"
READY = """async () => {
  const { engine } = await import("/assets/quiz/early.js");
  return engine.ready;
}"""
ENGINE_KEPT = """async () => {
  const { engine } = await import("/assets/quiz/early.js");
  const wanted = (await engine.ready).filter((url) => url.includes("/%ENGINE%/"));
  const kept = await Promise.all(wanted.map((url) => caches.match(url)));
  return kept.length === 2 && kept.every(Boolean);
}""".replace("%ENGINE%", ENGINE)
SIZES = """async () => {
  const sizes = {};
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const request of await store.keys())
      (sizes[new URL(request.url).pathname] ??= []).push((await (await store.match(request)).arrayBuffer()).byteLength);
  }
  return sizes;
}"""


@pytest.fixture(scope="module")
def gone(browser: Browser, site: Path) -> Iterator[Page]:
    """A visitor who took the quiz and read two pages; then the server went, and the browser's own cache with it."""
    context = browser.new_context()
    page = context.new_page()
    with hosting(site) as host:
        page.goto(host.address + LINK)
        expect(page.locator("[data-quiz-state]")).to_have_attribute("data-quiz-state", "result", timeout=PATIENCE)
        until(page, ENGINE_KEPT)
        for path in ("/provinces/alberta/", "/guides/what-are-cor-and-secor/"):
            page.goto(host.address + path)
            page.wait_for_load_state("networkidle")
    session = context.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    page.goto(f"{host.address}/quiz/")
    yield page
    context.close()


def base(page: Page) -> str:
    return "/".join(page.url.split("/")[:3])


def test_the_quiz_goes_from_its_first_question_to_the_result(gone: Page) -> None:
    gone.goto(f"{base(gone)}/quiz/")
    quiz = Quiz(gone)
    quiz.choose("province", "AB").choose("industry", "construction").choose("partner", "acsa").enter(
        "people", "9"
    ).choose("client_requires", "none").without_date()
    expect(quiz.root).to_have_attribute("data-quiz-state", "result", timeout=PATIENCE)
    expect(quiz.root.locator("[data-quiz-step]").first).to_be_visible()


def test_a_shared_link_opens_its_result(gone: Page) -> None:
    gone.goto(f"{base(gone)}/#")
    gone.goto(f"{base(gone)}/quiz/#province=AB&partner=acsa&people=11")
    expect(gone.locator("[data-quiz-route]").first).to_have_attribute("data-quiz-route", "cor", timeout=PATIENCE)


@pytest.mark.parametrize("path", ["/provinces/alberta/", "/guides/what-are-cor-and-secor/"])
def test_a_page_that_was_seen_opens(gone: Page, path: str) -> None:
    gone.goto(base(gone) + path)
    expect(gone.locator("h1").first).not_to_have_text(words("en")("offline.title"))
    expect(gone.locator("h1").first).to_be_visible()


def test_a_page_that_was_not_seen_says_so_and_leads_to_the_quiz(gone: Page) -> None:
    gone.goto(f"{base(gone)}/provinces/ontario/")
    expect(gone.locator("h1")).to_have_text(words("en")("offline.title"))
    gone.get_by_role("link", name=words("en")("offline.quiz")).click()
    expect(gone.locator("[data-quiz-state]")).to_be_visible()


def test_being_offline_is_told_and_taken_back(gone: Page) -> None:
    gone.goto(f"{base(gone)}/quiz/")
    place = gone.locator("[data-offline]")
    gone.context.set_offline(True)
    expect(place).to_have_text(words("en")("offline.away"))
    gone.context.set_offline(False)
    expect(place).to_have_text("")


def test_engine_files_are_stored_once_and_packed(gone: Page, site: Path) -> None:
    engine = {path: sizes for path, sizes in gone.evaluate(SIZES).items() if f"/{ENGINE}/" in path}
    plain = sum((site / path[1:]).stat().st_size for path in engine)
    assert {len(sizes) for sizes in engine.values()} == {1}
    assert sum(sizes[0] for sizes in engine.values()) < plain * 0.5


def test_an_engine_that_is_ready_before_the_page_listens_is_kept_too(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    held: list[Route] = []
    page.route("**/assets/offline.js", lambda route: held.append(route))
    with hosting(site) as host:
        page.goto(host.address + LINK, wait_until="commit")
        page.evaluate(READY)
        assert held, "the page did not ask for the script that keeps the engine"
        held.pop().continue_()
        until(page, ENGINE_KEPT)


def test_the_engine_is_kept_where_a_browser_does_not_list_what_came_from_its_cache(
    context: BrowserContext, site: Path
) -> None:
    page = context.new_page()

    def without_list(route: Route) -> None:
        found = route.fetch()
        route.fulfill(response=found, body=f"performance.getEntriesByType = () => [];\n{found.text()}")

    page.route("**/assets/quiz/engine.js*", without_list)
    with hosting(site) as host:
        page.goto(host.address + LINK)
        until(page, ENGINE_KEPT)


def test_an_engine_that_is_kept_waits_for_no_line_that_hangs(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    with hosting(site) as host:
        page.goto(host.address + LINK)
        until(page, ENGINE_KEPT)
        page.goto(f"{host.address}/quiz/")
        context.new_cdp_session(page).send("Network.clearBrowserCache")
        host.silent |= {f"/{path.relative_to(site).as_posix()}" for path in (site / ENGINE).rglob("*.*")}
        page.goto(host.address + LINK)
        page.reload()
        expect(page.locator("[data-quiz-route]").first).to_be_attached(timeout=PATIENCE)
        context.close()
