"""The quiz for everybody: axe in every state, both colour schemes and two widths; the keyboard alone; large enough."""

from collections.abc import Callable, Mapping
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE, Quiz

ALBERTA = "#province=AB&partner=acsa&people=10"
SMALLEST = 44  # CSS pixels of what is pressed


def first_question(quiz: Quiz) -> None:
    quiz.open().ready().asks("province")


def number_question(quiz: Quiz) -> None:
    quiz.open("#province=AB&partner=acsa").ready().asks("people")
    quiz.page.get_by_text("Help me count").click()


def partner_question(quiz: Quiz) -> None:
    quiz.open("#province=AB&industry=construction").ready().asks("partner")


def date_question(quiz: Quiz) -> None:
    quiz.open("#province=ON").result("cor")
    quiz.open("#province=ON&deadline=soon").asks("deadline")
    quiz.page.get_by_role("button", name="In six weeks").click()


def error(quiz: Quiz) -> None:
    quiz.open("#province=AB&partner=acsa").ready().enter("people", "ten")
    expect(quiz.problem).to_be_focused()


def loading(quiz: Quiz) -> None:
    quiz.page.route("**/*.wasm", lambda route: None)
    quiz.open(ALBERTA)
    expect(quiz.root).to_have_attribute("data-quiz-state", "loading")


def failure(quiz: Quiz) -> None:
    quiz.page.route("**/assets/quiz/engine.js*", lambda route: route.abort())
    quiz.open(ALBERTA)
    expect(quiz.root).to_have_attribute("data-quiz-state", "error", timeout=PATIENCE)
    expect(quiz.page.locator("[data-failed-why]")).not_to_be_empty()  # it has looked for the cause
    quiz.complaints.clear()  # the browser says that the file was blocked


def small_result(quiz: Quiz) -> None:
    quiz.open(f"{ALBERTA}&deadline=2036-10-31").result("secor")
    quiz.page.evaluate("document.querySelectorAll('.quiz-result details').forEach((one) => { one.open = true; })")


def open_result(quiz: Quiz) -> None:
    quiz.open("#province=BC&partner=unsure&count.employees=18&count.agency=3").result("ask")


# As the device says it and as the theme calls it.
SCHEMES: Mapping[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
STATES = [
    first_question, number_question, partner_question, date_question, error,
    loading, failure, small_result, open_result,
]  # fmt: skip


def pressed(page: Page) -> list[tuple[str, float, float]]:
    """What is pressed, each with its width and height."""
    found: list[tuple[str, float, float]] = page.locator(
        ".quiz :is(button, summary, .quiz-option label, .quiz-field, .quiz-change, .quiz-again):visible,"
        " .quiz :is(.quiz-links, .quiz-contact li, .quiz-problem, .quiz-lead) a:visible, .quiz-back a:visible"
    ).evaluate_all(
        "(all) => all.map((one) => [one.innerText, one.getBoundingClientRect()]).map(([text, { width, height }]) =>"
        " [text, width, height])"
    )
    return found


@pytest.mark.parametrize("state", STATES)
def test_in_both_schemes_on_a_phone_and_on_a_desk_axe_finds_nothing_all_fits_and_is_large_enough(
    quiz: Quiz, page: Page, state: Callable[[Quiz], None]
) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.set_viewport_size({"width": 320, "height": 640})
    state(quiz)
    for scheme, width in zip(SCHEMES, (320, 1280), strict=True):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
        found = Axe().run(page)
        assert found.violations_count == 0, f"{scheme}, {width} px: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        controls = pressed(page)
        assert controls
        assert [text for text, width, height in controls if height < SMALLEST or width < SMALLEST] == []


def tab_to(page: Page, role: str, name: str) -> None:
    """Presses Tab until the control of this name has the focus; the way there must not be long."""
    target = page.get_by_role(role, name=name).locator("visible=true").first  # type: ignore[arg-type]
    for _ in range(40):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {role} {name!r}")


def choose_by_key(page: Page, first: str, downs: int) -> None:
    tab_to(page, "radio", first)
    page.keyboard.press("Space")
    for _ in range(downs):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def no_date_by_key(quiz: Quiz, page: Page) -> None:
    quiz.asks("deadline")
    tab_to(page, "textbox", "When do you need")
    page.keyboard.press("Enter")


def test_alberta_by_keyboard_alone(quiz: Quiz, page: Page) -> None:
    quiz.open().asks("province")
    choose_by_key(page, "Alberta", 0)
    quiz.asks("industry")
    expect(quiz.heading).to_be_focused()
    choose_by_key(page, "Agriculture", 1)
    quiz.asks("partner")
    choose_by_key(page, "Alberta Construction Safety Association", 0)
    quiz.asks("people")
    tab_to(page, "textbox", "How many people")
    page.keyboard.type("10")
    page.keyboard.press("Enter")
    quiz.asks("client_requires")
    choose_by_key(page, "Only the full COR", 1)
    no_date_by_key(quiz, page)
    quiz.result("secor")
    expect(quiz.heading).to_be_focused()


def test_saskatchewan_with_an_error_on_the_way_by_keyboard_alone(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=SK&industry=construction").asks("people")
    tab_to(page, "textbox", "How many people")
    page.keyboard.press("Enter")
    expect(quiz.problem).to_be_focused()
    tab_to(page, "link", "Enter how many people")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="How many people")).to_be_focused()
    page.keyboard.type("10")
    page.keyboard.press("Enter")
    no_date_by_key(quiz, page)
    quiz.result("cor")


def test_british_columbia_there_and_back_by_keyboard_alone(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=BC&industry=construction").asks("people")
    tab_to(page, "textbox", "How many people")
    page.keyboard.type("19")
    page.keyboard.press("Enter")
    no_date_by_key(quiz, page)
    quiz.result("secor")
    page.locator('[data-part="answers"] > summary').focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Change People at the busiest moment").focus()
    page.keyboard.press("Enter")
    quiz.asks("people")
    expect(quiz.heading).to_be_focused()
    tab_to(page, "textbox", "How many people")
    page.keyboard.press("Control+A")
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    quiz.result("cor")
    expect(quiz.heading).to_be_focused()


@pytest.mark.parametrize("date", ["", "&deadline=2036-01-12"])
def test_who_changes_the_date_by_keyboard_stays_at_the_card(quiz: Quiz, page: Page, date: str) -> None:
    quiz.open(f"#province=AB&partner=acsa&people=9{date}").ready()
    card = page.locator('[data-part="date"]')
    card.locator("summary").press("Enter")
    card.get_by_role("textbox").fill("October 31, 2036")
    card.get_by_role("button", name="Update the plan").press("Enter")
    quiz.said("October 31, 2036")
    expect(card.locator("summary")).to_be_focused()


def test_the_focus_is_seen_in_forced_colours(quiz: Quiz, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    quiz.open().asks("province")
    page.keyboard.press("Tab")
    tab_to(page, "radio", "Alberta")
    label = page.locator('label[for="province-AB"]')
    expect(label).to_have_css("outline-style", "solid")
    expect(label).to_have_css("outline-width", "3px")


def test_the_arrow_of_a_fold_is_seen_in_forced_colours(quiz: Quiz, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    quiz.open(ALBERTA).result("secor")
    arrow, ground = page.locator('[data-part="date"] summary').evaluate(
        "(one) => [getComputedStyle(one, '::after'), getComputedStyle(document.body)].map((it) => it.backgroundColor)"
    )
    assert arrow != ground


def test_the_focus_is_seen_around_a_step_s_box(quiz: Quiz, page: Page) -> None:
    quiz.open(ALBERTA).result("secor")
    page.keyboard.press("Tab")
    box = page.locator(".quiz-tick input").first
    box.focus()
    expect(box).to_have_css("outline-style", "solid")
    expect(box).to_have_css("outline-width", "3px")
