"""When something is missing: scripts off or late, the engine blocked. And nothing of an answer ever leaves the page."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.addresses import ENGINE
from tests.browser.conftest import Quiz, held

ANSWERS = "#province=AB&partner=acsa&people=10"


@pytest.fixture
def plain(browser: Browser, base_url: str) -> Iterator[Page]:
    """A browser with scripts switched off."""
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    yield context.new_page()
    context.close()


def test_without_scripts_the_page_leads_to_every_province_and_outcome(plain: Page) -> None:
    plain.goto("/quiz/")
    expect(plain.get_by_role("button", name="Continue")).to_have_count(0)
    expect(plain.locator("h1:visible")).to_have_count(1)
    assert plain.locator('.quiz a[href*="provinces/"]:visible').count() == 13
    outcomes = [link.get_attribute("href") for link in plain.locator('.quiz a[href*="outcomes/"]:visible').all()]
    assert "../outcomes/alberta-secor/" in outcomes
    for address in (outcomes[0], outcomes[-1]):
        response = plain.request.get(f"/quiz/{address}")
        assert response.ok


def test_a_form_cannot_be_sent_before_the_scripts_run(quiz: Quiz, page: Page) -> None:
    page.route("**/assets/quiz/quiz.js", lambda route: None)  # never answered
    page.goto("/quiz/", wait_until="commit")
    radio = page.get_by_role("radio", name="Alberta")
    radio.check()
    radio.press("Enter")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Continue").press("Enter")
    expect(radio).to_be_checked()
    assert page.url.endswith("/quiz/")
    assert [request for request in quiz.requests if "AB" in request or "Alberta" in request] == []


@pytest.mark.parametrize("part", ["quiz-*.zip", "library-*.zip", "asm.wasm", "pyodide-module.js", "pyodide.asm.js"])
def test_a_blocked_file_of_both_runtimes_leads_to_the_static_page(page: Page, part: str) -> None:
    for blocked in ("python-*.wasm", part):
        page.route(f"**/{ENGINE}/**{blocked}", lambda route: route.abort())
    fails(Quiz(page), "/outcomes/alberta-secor/")


@pytest.mark.parametrize("part", ["python-*.wasm", "snapshot-*.wasm"])
def test_a_blocked_file_of_the_lean_runtime_is_made_up_for_by_the_full_one(page: Page, part: str) -> None:
    page.route(f"**/{ENGINE}/{part}", lambda route: route.abort())
    Quiz(page).open(ANSWERS).result("secor")


def test_a_blocked_worker_leads_to_the_static_page(page: Page) -> None:
    page.route("**/assets/quiz/engine.js*", lambda route: route.abort())
    fails(Quiz(page), "/outcomes/alberta-secor/")


def test_no_workers_at_all_lead_to_the_static_page(page: Page) -> None:
    page.add_init_script("delete window.Worker")
    fails(Quiz(page), "/outcomes/alberta-secor/")


def fails(quiz: Quiz, address: str) -> None:
    quiz.open(ANSWERS)
    expect(quiz.root).to_have_attribute("data-quiz-state", "error", timeout=20_000)
    expect(quiz.root).to_have_attribute("data-quiz-engine", "failed")
    expect(quiz.heading).to_have_text("Your answers lead to: SECOR in Alberta")
    expect(quiz.heading).to_be_focused()
    assert quiz.page.url.endswith("#v=2026-11&province=AB&partner=acsa&people=10")
    expect(quiz.page.get_by_role("link", name="Change People at the busiest moment")).to_be_visible()
    quiz.page.get_by_role("link", name="Read the page about SECOR in Alberta").click()
    quiz.page.wait_for_url(f"**{address}")
    expect(quiz.page.locator("h1")).to_be_visible()
    quiz.page.go_back()
    expect(quiz.root).to_have_attribute("data-quiz-state", "error", timeout=20_000)


def test_try_again_after_a_failure_gives_the_result(page: Page) -> None:
    quiz = Quiz(page)
    page.route("**/*.wasm", lambda route: route.abort())
    quiz.open(ANSWERS)
    expect(quiz.root).to_have_attribute("data-quiz-state", "error", timeout=20_000)
    page.unroute("**/*.wasm")
    page.get_by_role("button", name="Try again").click()
    quiz.result("secor")


def test_a_result_that_waits_shows_the_answers_and_says_so(quiz: Quiz, page: Page) -> None:
    let_go = held(page, "**/*.wasm")
    page.clock.install()
    quiz.open(ANSWERS)
    expect(quiz.root).to_have_attribute("data-quiz-state", "loading")
    quiz.said("Working out your result")
    expect(page.get_by_text("Alberta Construction Safety Association", exact=True)).to_be_visible()
    expect(quiz.heading).to_have_text("You fit SECOR")
    link = page.get_by_role("link", name="Read the page about SECOR in Alberta")
    expect(link).to_have_attribute("href", "../outcomes/alberta-secor/")
    slow = page.get_by_text("This is taking longer than usual.").locator("visible=true")
    expect(slow).to_have_count(0)
    page.clock.fast_forward(10_500)
    expect(slow).not_to_have_count(0)
    let_go()
    quiz.result("secor")


def test_no_request_leaves_the_origin_and_none_carries_an_answer(quiz: Quiz, page: Page, base_url: str) -> None:
    quiz.open().choose("province", "SK").choose("industry", "oil-and-gas").enter("people", "4321")
    quiz.without_date().result("cor")
    assert quiz.requests
    assert [request for request in quiz.requests if not request.startswith(f"{base_url}/")] == []
    asked = [request.removeprefix(base_url) for request in quiz.requests]  # the port is of any digits
    telling = ("4321", "oil-and-gas", "province=", "SK", "saskatchewan", "outcomes/")
    assert [request for request in asked if any(word in request for word in telling)] == []


def test_nothing_is_stored_on_the_device(quiz: Quiz, page: Page) -> None:
    quiz.open(ANSWERS).result("secor")
    stored: list[Any] = page.evaluate("Object.entries(localStorage).concat(Object.entries(sessionStorage)).flat()")
    assert [entry for entry in stored if "acsa" in str(entry)] == []
    assert page.context.cookies() == []


# Every address of Alberta's that a decision holds, as no browser can read it.
BAD_ADDRESSES = """
  const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data");
  const spoilt = (part) => typeof part === "string" ? part.replace(/https?:\\/\\/[^/" ]+/g, "https://a.example:99999")
    : Array.isArray(part) ? part.map(spoilt)
    : part && Object.getPrototypeOf(part) === Object.prototype
      ? Object.fromEntries(Object.entries(part).map(([key, value]) => [key, spoilt(value)])) : part;
  Object.defineProperty(MessageEvent.prototype, "data", { get() { return spoilt(get.call(this)); } });
"""


def test_addresses_that_no_browser_can_read_cost_their_links_and_not_the_result(quiz: Quiz, page: Page) -> None:
    page.add_init_script(BAD_ADDRESSES)
    quiz.open(ANSWERS).result("secor")
    expect(page.locator("[data-quiz-contacts], .quiz-contact").first).to_be_attached()
    expect(page.locator(".quiz a[href*='a.example']")).to_have_count(0)
    assert "a.example:99999" in (page.locator(".quiz").text_content() or "")
