"""Whatever a browser, a network or a host takes away: the visitor gets an answer, or the way to one, and is told."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, Route, expect

from tests.browser.conftest import PATIENCE, Quiz, held
from tests.browser.versions import until
from tests.conftest import PUBLIC

ANSWERS = "#province=AB&partner=acsa&people=10"
STOPPED = "The quiz did not start here"


def torn(route: Route) -> None:
    text = route.fetch().text()
    route.fulfill(body=text[: len(text) // 2], content_type="text/javascript")


def older(route: Route) -> None:
    route.fulfill(body=f"/* older */{route.fetch().text()}", content_type="text/javascript")


SPOILT: dict[str, Callable[[Route], None]] = {
    "missing": lambda route: route.fulfill(status=404, body="no"),
    "cut off": lambda route: route.abort(),
    "torn": torn,
    "of another version": older,
    "a page of a hotel": lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"),
}


def shows_the_way(page: Page | FrameLocator, place: str = "") -> Locator:
    """The page says that the quiz did not start, and leads to the pages with the same answers."""
    expect(page.get_by_role("heading", name=STOPPED)).to_be_visible(timeout=17_000)
    ways = page.locator("[data-stopped-ways] a:visible")
    expect(ways.first).to_have_attribute("href", f"../provinces/{place or 'alberta'}/")
    assert ways.count() > 30
    expect(page.get_by_role("button", name="Continue")).to_have_count(0)
    return ways


@pytest.mark.parametrize("script", ["quiz.js", "early.js"])
@pytest.mark.parametrize("how", SPOILT)
def test_a_script_that_fails_leaves_the_way_without_it(page: Page, script: str, how: str) -> None:
    page.route(f"**/assets/quiz/{script}", SPOILT[how])
    page.goto("/quiz/#province=YT&people=3")
    shows_the_way(page, "yukon")
    expect(page.get_by_role("heading", name=STOPPED)).to_be_focused()
    page.unroute(f"**/assets/quiz/{script}")
    page.get_by_role("button", name="Load the page again").click()
    Quiz(page).result("secor")


def test_a_script_that_comes_late_takes_the_page_over(page: Page) -> None:
    let_go = held(page, "**/assets/quiz/quiz.js")
    page.clock.install()
    page.goto("/quiz/", wait_until="commit")
    expect(page.get_by_role("radio", name="Alberta")).to_be_visible()
    page.clock.fast_forward(15_500)
    shows_the_way(page)
    let_go()
    Quiz(page).choose("province", "YT").asks("people")
    expect(page.get_by_role("heading", name=STOPPED)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 412, 1280])
def test_the_first_question_does_not_move_when_the_script_takes_it_over(page: Page, width: int) -> None:
    let_go = held(page, "**/assets/quiz/quiz.js")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/quiz/", wait_until="commit")
    first = page.get_by_role("heading", name="Where is the work done?")
    expect(first).to_be_visible()
    # Not its width, which is another one once the bold letters are there.
    place = "(one) => { const { x, y } = one.getBoundingClientRect(); return [x, y]; }"
    before = first.evaluate(place)
    let_go()
    expect(page.locator("[data-caption]")).not_to_be_empty()
    assert first.evaluate(place) == before


FAULTS = """() => {
  const filename = new URL("/assets/quiz/quiz.js", location.href).href;
  const reason = { stack: `TypeError: no\n    at ${filename}:1:1` };
  dispatchEvent(new ErrorEvent("error", { filename, message: "no" }));
  dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason }));
}"""


def test_a_fault_after_the_start_leaves_what_is_shown(page: Page) -> None:
    quiz = Quiz(page).open(ANSWERS)
    quiz.result("secor")
    page.evaluate(FAULTS)
    expect(page.get_by_role("heading", name=STOPPED)).to_have_count(0)
    quiz.result("secor")


ANOTHER = ("null", "[]", "{}", '"text"', "7", '{"trades": null, "buyers": 1}', '{"trades": [null], "buyers": {}}', "no")


@pytest.mark.parametrize("content", ANOTHER)
def test_files_beside_the_quiz_that_are_others_cost_their_aids_alone(page: Page, content: str) -> None:
    page.route(
        re.compile(r"/(aids|glance)\.json$"),
        lambda route: route.fulfill(body=content, content_type="application/json"),
    )
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    quiz = Quiz(page).open("#province=AB").choose("industry", "construction").choose("partner", "acsa")
    quiz.enter("people", "9").choose("client_requires", "unsure").without_date()
    quiz.result("secor")
    expect(page.get_by_role("heading", name=STOPPED)).to_have_count(0)
    assert faults == []


TAKEN = {
    **{
        name: f"delete {name}"
        for name in (
            *("Object.hasOwn", "Array.prototype.findLast", "Array.prototype.at", "String.prototype.at"),
            *("String.prototype.replaceAll", "Element.prototype.replaceChildren", "Intl.ListFormat", "self.Worker"),
            *("self.WebAssembly", "Navigator.prototype.serviceWorker", "self.caches", "self.ReadableStream"),
            *("self.requestIdleCallback", "self.ResizeObserver", "self.structuredClone", "self.DecompressionStream"),
            *("Crypto.prototype.subtle", "self.indexedDB", "self.URLSearchParams", "Promise.allSettled"),
            *("Object.fromEntries", "Array.prototype.flatMap", "WebAssembly.instantiateStreaming", "self.Intl"),
            *("self.URL", "Array.prototype.includes", "DOMTokenList.prototype.toggle", "self.matchMedia"),
        )
    },
    "module workers": "Worker = class extends Worker { constructor(url) { super(url); } }",
    "storage": "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(self, name,"
    " { get() { throw new DOMException('no', 'SecurityError'); } })",
    "new history": "for (const name of ['pushState', 'replaceState']) history[name] = () => {"
    " throw new DOMException('too often', 'SecurityError'); }",
}


@pytest.mark.parametrize("what", TAKEN)
def test_a_browser_without_something_ends_in_a_useful_answer(page: Page, what: str) -> None:
    page.set_default_timeout(10_000)
    page.add_init_script(TAKEN[what])
    page.goto(f"/quiz/{ANSWERS}")
    result = page.get_by_role("heading", name="You fit SECOR")
    known = page.get_by_role("link", name="Read the page about SECOR in Alberta")
    stopped = page.get_by_role("heading", name=STOPPED)
    failed = page.locator("[data-quiz-state=error]").and_(page.locator(":has([data-failed-static])"))
    expect(result.or_(stopped).or_(failed).first).to_be_visible(timeout=PATIENCE)
    if stopped.is_visible():
        shows_the_way(page)
    elif failed.count():
        expect(known).to_be_visible()
    page.goto("/provinces/")
    page.goto("/quiz/")
    expect(page.locator("[data-quiz-live]").or_(stopped).first).to_be_attached()
    if stopped.count() == 0 or not stopped.is_visible():
        Quiz(page).choose("province", "YT")
        people = page.locator('form[data-quiz-question="people"]:visible')
        expect(people.or_(stopped).first).to_be_visible()
        if people.count():
            Quiz(page).enter("people", "3")
            expect(people).to_have_count(0)


@pytest.mark.parametrize("what", ["WebAssembly", "fetch", "Response", "Object.hasOwn", "WebAssembly.instantiate"])
def test_a_worker_without_something_ends_in_a_useful_answer(page: Page, what: str) -> None:
    def crippled(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"try {{ delete {what} }} catch {{}}\n{answer.text()}")

    page.route("**/assets/quiz/engine.js*", crippled)
    page.goto(f"/quiz/{ANSWERS}")
    known = page.get_by_role("link", name="Read the page about SECOR in Alberta").locator("visible=true")
    ended = re.compile("result|error")  # what is said ahead of the engine is no end
    expect(page.locator("[data-quiz-state]")).to_have_attribute("data-quiz-state", ended, timeout=PATIENCE)
    expect(page.get_by_role("heading", name="You fit SECOR").or_(known).first).to_be_visible()
    page.unroute_all(behavior="wait")  # the page may look at the file once more to name the cause


@pytest.mark.parametrize(
    ("allowed", "ends"),
    [("", "plain"), ("allow-scripts", "stopped"), ("allow-scripts allow-same-origin", "result")],
)
def test_a_sandboxed_frame_ends_in_a_useful_answer(page: Page, base_url: str, allowed: str, ends: str) -> None:
    body = f'<!doctype html><title>x</title><iframe sandbox="{allowed}" src="{base_url}/embed/" height="900"></iframe>'
    page.route("**/host", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto("/host")
    inside = page.frame_locator("iframe")
    if ends == "plain":
        expect(inside.get_by_role("heading", name="Find your answer by province")).to_be_visible()
    elif ends == "stopped":
        shows_the_way(inside)
        expect(inside.locator(".quiz-stopped code")).to_have_text(f"{PUBLIC}quiz/")
    else:
        inside.get_by_text("Yukon", exact=True).click()
        inside.get_by_role("button", name="Continue").click()
        inside.get_by_role("textbox").first.fill("3")
        inside.get_by_role("textbox").first.press("Enter")
        expect(inside.locator('[data-form="people"]:visible')).to_have_count(0)
    expect(inside.locator("footer code")).to_have_text(f"{PUBLIC}quiz/")


@pytest.mark.parametrize("state", ["loading", "error"])
def test_in_a_sandboxed_frame_the_address_of_the_answer_can_be_copied(page: Page, base_url: str, state: str) -> None:
    page.route("**/*.wasm", lambda route: route.abort() if state == "error" else None)
    body = f"""<!doctype html><title>x</title>
      <iframe sandbox="allow-scripts allow-same-origin" src="{base_url}/embed/{ANSWERS}" height="900"></iframe>"""
    page.route("**/host", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto("/host")
    inside = page.frame_locator("iframe")
    expect(inside.locator("[data-quiz-state]")).to_have_attribute("data-quiz-state", state, timeout=PATIENCE)
    expect(inside.locator("[data-address]:visible")).to_have_text(f"{base_url}/outcomes/alberta-secor/")


def test_the_quiz_s_own_page_needs_no_address_to_copy(page: Page) -> None:
    page.goto("/quiz/")
    expect(page.locator("[data-address]")).to_have_count(0)


@pytest.mark.parametrize("address", ["/provinces/alberta/", f"/quiz/{ANSWERS}", "/embed/"])
def test_a_style_sheet_that_stalls_leaves_no_blank_page_and_counts_once_it_is_there(page: Page, address: str) -> None:
    stalled: list[Route] = []
    page.route("**/assets/site.css", lambda route: stalled.append(route))
    page.goto(address, wait_until="commit")
    until(page, "async () => performance.getEntriesByName('first-contentful-paint').length > 0")
    assert "site.css" not in page.evaluate("[...document.styleSheets].map((one) => one.href).join()")
    for route in stalled:
        route.continue_()
    applied = "[...document.styleSheets].some((one) => /site.css/.test(one.href) && one.media.mediaText === 'all')"
    until(page, f"async () => {applied}")
