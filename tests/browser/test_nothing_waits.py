"""Nothing waits for ever: what says nothing is given up, said so, and tried anew when the visitor asks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from hooks import addresses
from hooks.addresses import ENGINE
from tests.browser.conftest import PATIENCE, Quiz
from tests.browser.versions import hosting

ANSWERS = "#province=AB&partner=acsa&people=10"
LONG = 61_000  # milliseconds without a sign of life


def silent(route: Route) -> None:
    route.fulfill(body="onmessage = () => {};", content_type="text/javascript")


def test_a_worker_that_says_nothing_is_given_up_and_tried_anew_on_request(page: Page) -> None:
    page.clock.install()
    page.route("**/assets/quiz/engine.js*", silent)
    quiz = Quiz(page).open(ANSWERS)
    for _ in range(2):  # a worker that never spoke is begun once more
        expect(quiz.root).to_have_attribute("data-quiz-state", "loading")
        page.clock.fast_forward(LONG)
    expect(quiz.root).to_have_attribute("data-quiz-state", "error")
    page.unroute("**/assets/quiz/engine.js*")
    page.get_by_role("button", name="Try again").click()
    quiz.result("secor")


def runtimes(page: Page) -> list[str]:
    """What is asked for from now on of the lean runtime and of the full one."""
    asked: list[str] = []
    shapes = ("/snapshot-", "pyodide.asm")
    page.context.on("request", lambda r: asked.append(r.url) if any(shape in r.url for shape in shapes) else None)
    return asked


@pytest.mark.parametrize(
    "answer",
    [
        lambda route: route.fulfill(status=503),
        lambda route: route.fulfill(status=404),
        lambda route: route.abort(),
        lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"),
        lambda route: route.fulfill(body="const half = (", content_type="text/javascript"),
    ],
    ids=["refused", "not there", "the line", "another page", "torn"],
)
def test_a_worker_that_does_not_load_once_starts_the_lean_runtime(page: Page, answer: Callable[[Route], None]) -> None:
    page.route("**/assets/quiz/engine.js*", answer, times=1)
    asked = runtimes(page)
    Quiz(page).open(ANSWERS).result("secor")
    assert [url for url in asked if "/snapshot-" in url] != []
    assert [url for url in asked if "pyodide.asm" in url] == []


def test_a_worker_that_is_silent_once_starts_the_lean_runtime(page: Page) -> None:
    page.clock.install()
    page.route("**/assets/quiz/engine.js*", silent, times=1)
    asked = runtimes(page)
    quiz = Quiz(page).open(ANSWERS)
    expect(quiz.root).to_have_attribute("data-quiz-state", "loading")
    page.clock.fast_forward(LONG)
    quiz.result("secor")
    assert [url for url in asked if "pyodide.asm" in url] == []


def test_a_lean_runtime_that_says_nothing_is_given_up_for_the_full_one(page: Page) -> None:
    page.clock.install()
    page.route("**/snapshot-*.wasm", lambda route: None)  # never answered
    quiz = Quiz(page).open(ANSWERS)
    expect(page.locator("[data-steps]")).to_contain_text("Part 1", timeout=PATIENCE)
    page.clock.fast_forward(LONG)
    quiz.result("secor")


SLOW = """performance.getEntriesByType = (kind) =>
  kind === "navigation" ? [{ transferSize: 30_000, requestStart: 0, responseEnd: 4_000 }] : [];"""


def test_a_slow_line_is_given_the_time_that_it_needs(page: Page) -> None:
    page.clock.install()
    page.add_init_script(SLOW)
    started: list[str] = []
    page.on("request", lambda request: started.append(request.url) if "/engine.js" in request.url else None)
    page.route("**/assets/quiz/engine.js*", silent)
    quiz = Quiz(page).open(ANSWERS)
    expect(quiz.root).to_have_attribute("data-quiz-state", "loading")
    for _ in range(7):  # a large part takes 160 seconds there, and may take three times as long
        page.clock.fast_forward(LONG)
    expect(quiz.root).to_have_attribute("data-quiz-state", "loading")
    assert len(started) == 1


def test_who_tries_again_gets_the_lean_runtime_first(page: Page) -> None:
    page.route("**/*.wasm", lambda route: route.fulfill(status=503))
    quiz = Quiz(page).open(ANSWERS)
    expect(quiz.root).to_have_attribute("data-quiz-state", "error", timeout=20_000)
    page.unroute("**/*.wasm")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Try again").click()
    quiz.result("secor")
    assert [url for url in asked if "/snapshot-" in url] != []


def led_elsewhere(route: Route) -> None:
    route.fulfill(status=302, headers={"location": "/quiz/"})


def a_page(route: Route) -> None:
    route.fulfill(body="<!doctype html>", content_type="text/html")


def half(route: Route) -> None:
    if route.request.method == "HEAD":
        return route.continue_()
    found = route.fetch()
    return route.fulfill(body=found.body()[: len(found.body()) // 2], content_type=found.headers["content-type"])


def of_another_type(route: Route) -> None:
    route.fulfill(response=route.fetch(), content_type="application/octet-stream")


OUR_HOST = "Our host could not send"
WORKER = "**/assets/quiz/engine.js*"


@pytest.mark.parametrize(
    ("files", "answer"),
    [
        (WORKER, lambda route: route.fulfill(status=404)),
        (WORKER, lambda route: route.fulfill(status=503)),
        (WORKER, a_page),
        ("**/assets/quiz/start.js*", a_page),
        (f"**/{ENGINE}/**", led_elsewhere),
        (f"**/{ENGINE}/**", a_page),
        ("**/*.wasm", half),
        ("**/*.wasm", of_another_type),
        ("**/{python-*.wasm,quiz-*.zip}", half),
    ],
    ids=[
        *("worker-404", "worker-503", "worker-page", "start-page"),
        *("elsewhere", "pages", "half-programs", "other-type", "half-zip"),
    ],
)
def test_what_the_host_does_not_send_as_it_should_is_not_the_browser_s_fault(
    page: Page, files: str, answer: Callable[[Route], None]
) -> None:
    if "start" in files:
        page.route("**/python-*.wasm", lambda route: route.abort(), times=2)
    page.route(files, answer)
    quiz = Quiz(page).open(ANSWERS)
    expect(quiz.root).to_have_attribute("data-quiz-state", "error", timeout=PATIENCE)
    expect(page.locator("[data-failed-why]")).to_contain_text(OUR_HOST)


STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'"


@pytest.mark.parametrize(
    ("led", "policy"),
    [
        ({f"/{addresses.WORKER}": "/quiz/"}, {}),
        ({}, {f"/{addresses.WORKER}": STRICT}),
        ({}, {"/quiz/": "worker-src 'none'"}),
    ],
    ids=["worker-elsewhere", "worker-policy", "page-policy"],
)
def test_a_host_s_own_rules_are_not_the_browser_s_fault(
    page: Page, site: Path, led: dict[str, str], policy: dict[str, str]
) -> None:
    with hosting(site) as host:
        host.led, host.policy = led, policy
        page.goto(f"{host.address}/quiz/{ANSWERS}")
        expect(page.locator("[data-quiz-state]")).to_have_attribute("data-quiz-state", "error", timeout=PATIENCE)
        expect(page.locator("[data-failed-why]")).to_contain_text(OUR_HOST)


@pytest.mark.parametrize(
    ("files", "answer", "told"),
    [
        ("**/*.wasm", lambda route: route.abort(), "Nothing comes over the line"),
        ("**/*.wasm", lambda route: route.fulfill(status=503), "Our host could not send"),
        (f"**/{ENGINE}/**", lambda route: route.fulfill(status=404), "This page is older"),
        (
            "**/assets/quiz/engine.js*",
            lambda route: route.fulfill(body="throw 1", content_type="text/javascript"),
            "Our host could not send",
        ),
    ],
    ids=["the line", "the host", "an older page", "another script"],
)
def test_the_words_of_a_failure_name_what_stood_in_the_way(
    page: Page, files: str, answer: Callable[[Route], None], told: str
) -> None:
    page.route(files, answer)
    quiz = Quiz(page).open(ANSWERS)
    expect(quiz.root).to_have_attribute("data-quiz-state", "error", timeout=20_000)
    expect(page.locator("[data-failed-why]")).to_contain_text(told)


def test_to_try_again_on_a_page_that_is_older_loads_it_anew(page: Page) -> None:
    page.route(f"**/{ENGINE}/**", lambda route: route.fulfill(status=404))
    quiz = Quiz(page).open(ANSWERS)
    expect(page.locator("[data-failed-why]")).to_contain_text("This page is older", timeout=PATIENCE)
    page.evaluate("window.stood = true")
    page.unroute(f"**/{ENGINE}/**")
    page.get_by_role("button", name="Try again").click()
    quiz.result("secor")
    assert page.evaluate("window.stood") is None


FAILING = """Worker = class extends EventTarget {
  constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("error"))); }
  postMessage() {}
  terminate() {}
};"""


def test_where_every_file_is_there_it_is_the_browser_that_cannot_run_them(page: Page) -> None:
    page.add_init_script(FAILING)
    quiz = Quiz(page).open(ANSWERS)
    expect(quiz.root).to_have_attribute("data-quiz-state", "error", timeout=20_000)
    expect(page.locator("[data-failed-why]")).to_contain_text("it did not run in this browser")


def test_an_engine_file_that_is_led_elsewhere_is_not_followed(page: Page, base_url: str) -> None:
    led: list[str] = []
    page.context.on("request", lambda request: led.append(request.url))
    page.route(
        f"**/{ENGINE}/python-*.wasm",
        lambda route: route.fulfill(status=302, headers={"location": f"{base_url}/sign-in/"}),
    )
    Quiz(page).open(ANSWERS).result("secor")
    assert [url for url in led if "sign-in" in url] == []


def test_a_device_whose_date_is_none_gets_the_page_with_the_answer(page: Page) -> None:
    page.add_init_script("Date.prototype.getFullYear = () => 10000")
    quiz = Quiz(page).open(ANSWERS)
    expect(quiz.root).to_have_attribute("data-quiz-state", "error", timeout=PATIENCE)
    expect(page.locator("[data-failed-why]")).to_contain_text("the date of this device")
    expect(page.locator("[data-failed-static]")).to_have_attribute("href", "../outcomes/alberta-secor/")
    page.get_by_role("button", name="Try again").click()
    expect(quiz.root).to_have_attribute("data-quiz-state", "error")


SILENCED = """
const send = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (what) { if (!window.silenced) send.call(this, what); };
"""


def press_calendar(page: Page) -> None:
    page.locator("[data-calendar]").evaluate("(button) => { button.closest('details').open = true; button.click() }")


def give_a_date(page: Page) -> None:
    item = page.locator('[data-plan="deadline"]')
    item.locator("summary").click()
    item.get_by_role("textbox").fill("2037-01-31")
    item.get_by_role("button", name="Update the plan").click()


@pytest.mark.parametrize(
    ("act", "told", "ends"),
    [
        (press_calendar, "Making the calendar file", "result"),
        (give_a_date, "Working out your result", "error"),
    ],
)
def test_a_worker_that_falls_silent_after_the_result_is_told_of_at_once(
    page: Page, act: Callable[[Page], None], told: str, ends: str
) -> None:
    page.add_init_script(SILENCED)
    page.clock.install()
    quiz = Quiz(page).open(f"{ANSWERS}&deadline=2036-10-31")
    quiz.result("secor")
    expect(page.locator("[data-calendar]")).not_to_have_attribute("hidden", "")
    page.evaluate("window.silenced = true")
    act(page)
    quiz.said(told)
    page.clock.fast_forward(10_500)
    quiz.said("This is taking longer than usual")
    failed = page.get_by_role("status").get_by_text("The calendar file could not be made")
    for _ in range(3):
        page.clock.fast_forward(LONG)
        if failed.count() > 0:  # it goes after a while, as everything that is said
            break
    expect(quiz.root).to_have_attribute("data-quiz-state", ends)
    assert (failed.count() > 0) is (ends == "result")


def test_a_calendar_that_fails_says_so(page: Page) -> None:
    page.add_init_script(
        "const send = Worker.prototype.postMessage; Worker.prototype.postMessage = function (what) {"
        " if (what.kind === 'calendar') throw new Error('no'); return send.call(this, what); }"
    )
    quiz = Quiz(page).open(f"{ANSWERS}&deadline=2036-10-31")
    quiz.result("secor")
    page.locator("[data-calendar]").evaluate("(button) => { button.closest('details').open = true; button.click() }")
    quiz.said("The calendar file could not be made")
