"""Pages that stand still while they load: what comes late moves nothing, and no question passes by."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from hooks.addresses import WORKER
from tests.browser.conftest import Quiz, held

# Where each block of the page stands, down to the first screen's end and beyond.
BLOCKS = """() => [...document.querySelectorAll("article > *, .filter > *, .only-place > *, form fieldset > *")]
  .map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => box.height > 0)
  .map(([one, { x, y, width, height }]) => [one.tagName, ...[x, y, width, height].map(Math.round)])"""


# The bold letters, which come late too, are there.
BOLD = """() => document.fonts.load('700 16px "Site Bold"')"""


def blocks(page: Page) -> Any:
    return page.evaluate(BLOCKS)


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize(
    ("path", "script"),
    [("/buyers/", "buyers.js"), ("/guides/who-counts-as-an-employee/", "by-place.js")],
)
def test_the_script_of_a_table_moves_nothing(page: Page, path: str, script: str, width: int) -> None:
    let_go = held(page, f"**/assets/{script}")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path, wait_until="commit")
    choice = page.locator(".filter select, .only-place select").first
    expect(choice).to_be_attached()
    page.evaluate(BOLD)
    before = blocks(page)
    let_go()
    expect(choice).to_be_visible()
    assert blocks(page) == before


@pytest.mark.parametrize("path", ["/", "/quiz/", "/provinces/alberta/", "/provinces/alberta/acsa/", "/buyers/"])
def test_the_bold_letters_break_no_line_anew(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.route("**/bold.woff2", lambda route: route.abort())
    heights = []
    for there in (False, True):
        if there:
            page.unroute("**/bold.woff2")
        page.goto(path)
        page.evaluate(BOLD if there else "document.fonts.ready")
        heights.append([round(box["height"]) for h1 in page.locator("h1:visible").all() if (box := h1.bounding_box())])
    assert heights[0] == heights[1]


def test_who_comes_with_answers_sees_no_question_pass_by(page: Page) -> None:
    let_go = held(page, "**/assets/quiz/quiz.js")
    page.goto("/quiz/#province=YT&people=3", wait_until="commit")
    expect(page.locator("h1:visible")).to_have_text("Working out your result…")
    let_go()
    Quiz(page).result("secor")


# What is said before the engine is there, and again with it.
SAID = ("h1:visible", ".result-mark:visible", ".result-pill:visible", ".result-call a:visible", "h2:visible")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_answer_stands_where_it_stood_when_its_reasons_come(page: Page, width: int) -> None:
    script: list[Route] = []
    worker: list[Route] = []
    page.route("**/assets/quiz/quiz.js", lambda route: script.append(route))
    page.route(f"**/{WORKER}*", lambda route: worker.append(route))
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("/quiz/#province=YT&people=3", wait_until="commit")
    answer = page.locator("h1:visible")
    expect(answer).to_have_text("Working out your result…")
    waiting = answer.bounding_box()
    script[0].continue_()
    expect(answer).to_have_text("You fit SECOR")
    ahead = [page.locator(one).first.bounding_box() for one in SAID]
    worker[0].continue_()
    Quiz(page).result("secor")
    told = [page.locator(one).first.bounding_box() for one in SAID]
    assert [box and (box["x"], box["y"]) for box in ahead] == [box and (box["x"], box["y"]) for box in told]
    assert waiting
    assert told[0]
    assert waiting["y"] == told[0]["y"]


def test_who_comes_without_answers_is_asked_at_once(page: Page) -> None:
    page.route("**/assets/quiz/quiz.js", lambda route: None)  # never answered
    page.goto("/quiz/#quiz", wait_until="commit")
    expect(page.locator("h1:visible")).to_have_text("Where is the work done?")


def test_the_first_question_is_never_taken_out_and_put_in_again(page: Page) -> None:
    """What is painted already would be painted anew, and counts as shown only then."""
    gone = """window.gone = []; new MutationObserver((changes) => window.gone.push(
      ...changes.flatMap((one) => [...one.removedNodes].map((node) => node.id ?? "")))
    ).observe(document, { childList: true, subtree: true })"""
    page.add_init_script(gone)
    quiz = Quiz(page).open("")
    quiz.asks("province")
    left: list[str] = page.evaluate("window.gone")
    assert "form-people" in left  # it saw what is taken out
    assert "form-province" not in left


def test_no_script_before_the_end_of_the_text_waits_for_a_style_sheet(page: Page) -> None:
    """The text behind such a script would wait with it, and be shown later than what stands before it."""
    page.add_init_script("window.setTimeout = () => 0")  # or the page would stop waiting for it by itself
    page.route("**/assets/site.css", lambda route: None)
    page.goto("/provinces/alberta/", wait_until="commit")
    expect(page.locator("article > :last-child .help__rule")).to_be_attached()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
