"""Whole ways through the quiz: answered form by form, and opened by a link."""

import pytest
from playwright.sync_api import Page, expect

from hooks.addresses import ENGINE
from tests.browser.conftest import Quiz

type Step = tuple[str, str]

CONSTRUCTION = [("province", "AB"), ("industry", "construction"), ("partner", "acsa")]
JOURNEYS = [
    pytest.param([*CONSTRUCTION, ("people", "10"), ("client_requires", "either")], "secor", id="Alberta, 10"),
    pytest.param(
        [*CONSTRUCTION, ("people", "10"), ("client_requires", "cor")], "cor", id="Alberta, 10, client wants COR"
    ),
    pytest.param([*CONSTRUCTION, ("people", "11")], "cor", id="Alberta, 11"),
    pytest.param([("province", "BC"), ("industry", "construction"), ("people", "19")], "secor", id="BC, 19"),
    pytest.param([("province", "BC"), ("industry", "construction"), ("people", "20")], "cor", id="BC, 20"),
    pytest.param(
        [("province", "SK"), ("industry", "construction"), ("people", "10")], "cor", id="Saskatchewan, SCSA, 10"
    ),
    pytest.param(
        [("province", "MB"), ("industry", "construction"), ("people", "9"), ("client_requires", "unsure")],
        "secor",
        id="Manitoba, CSAM, 9",
    ),
    pytest.param([("province", "ON")], "cor", id="Ontario"),
    pytest.param([("province", "QC")], "none", id="Quebec"),
]
LINKS = [
    ("#province=AB&partner=acsa&people=10", "secor"),
    ("#province=AB&partner=acsa&people=11", "cor"),
    ("#province=BC&partner=bccsa&people=19", "secor"),
    ("#province=BC&partner=bccsa&people=20", "cor"),
    ("#province=SK&partner=scsa&people=10", "cor"),
    ("#province=SK&partner=esc&people=10", "secor"),
    ("#province=SK&partner=unsure&people=10", "ask"),
    ("#province=MB&partner=csam&people=9", "secor"),
    ("#province=ON", "cor"),
    ("#province=QC", "none"),
    ("#utm_source=mail&province=YT&people=1&subcontracts=no&works_with_partner_or_family=no", "owner-operator"),
    ("#v=2026-11&province=AB&partner=unsure&count.owners=2&count.employees=7", "secor"),
]


def answer(quiz: Quiz, steps: list[Step]) -> None:
    for key, value in steps:
        quiz.asks(key)
        typed = quiz.page.locator(f'form[data-quiz-question="{key}"] input[type="text"][name="{key}"]').count()
        (quiz.enter if typed else quiz.choose)(key, value)


@pytest.mark.parametrize(("steps", "route"), JOURNEYS)
def test_answers_given_form_by_form_lead_to_the_result(quiz: Quiz, steps: list[Step], route: str) -> None:
    answer(quiz.open(), steps)
    quiz.without_date().result(route)
    expect(quiz.heading).to_have_count(1)
    expect(quiz.heading).to_be_focused()


@pytest.mark.parametrize(("fragment", "route"), LINKS)
def test_a_link_that_decides_opens_the_result(quiz: Quiz, fragment: str, route: str) -> None:
    quiz.open(fragment)
    section = quiz.result(route)
    assert section.get_attribute("data-quiz-certainty") in ("clear", "confirm", "unverified")
    assert section.locator("[data-quiz-step]").count() >= 3
    assert "today" not in quiz.page.url


def test_a_journey_by_labels_and_roles_alone(quiz: Quiz, page: Page) -> None:
    quiz.open()
    page.get_by_role("group", name="Where is the work done?").get_by_role("radio", name="Alberta").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("radio", name="Construction", exact=True).check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("radio", name="Alberta Construction Safety Association").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("How many people worked for you at your busiest moment?").fill(" 1,0 ")
    page.get_by_role("button", name="Continue").click()
    expect(quiz.problem).to_be_focused()
    page.get_by_label("How many people worked for you at your busiest moment?").fill(" 10 ")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("radio", name="I'm not sure").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("When do you need the certificate or letter?").fill("Oct 31, 2036")
    page.get_by_role("button", name="Continue").click()
    quiz.result("secor")
    assert page.url.endswith("&deadline=2036-10-31")


def test_moving_between_questions_never_waits_for_the_engine(quiz: Quiz, page: Page) -> None:
    page.route(f"**/{ENGINE}/**", lambda route: None)  # never answered
    quiz.open().choose("province", "AB").choose("industry", "construction").choose("partner", "acsa")
    quiz.enter("people", "10").asks("client_requires")
    expect(quiz.root).to_have_attribute("data-quiz-engine", "loading")


def test_each_question_is_a_page_of_its_own_with_title_focus_and_words_for_progress(quiz: Quiz, page: Page) -> None:
    quiz.open()
    expect(page.locator(":focus")).to_have_count(0)
    expect(page.locator("[data-caption]")).to_contain_text("Question 1")
    quiz.choose("province", "AB").asks("industry")
    expect(quiz.heading).to_be_focused()
    expect(page).to_have_title("Which industry are you in? | COR or SECOR?")
    expect(page.locator("[data-caption]")).to_have_text("Question 2 · 4 more at most")
    quiz.choose("industry", "construction").choose("partner", "acsa").enter("people", "8").asks("client_requires")
    expect(page.locator("[data-caption]")).to_have_text("Question 5 · 1 more at most")
    quiz.choose("client_requires", "either").asks("deadline")
    expect(page.locator("[data-caption]")).to_have_text("Question 6 · Last question")


def test_only_the_partners_of_the_industry_are_offered(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=AB&industry=construction").asks("partner")
    offered = page.locator('form[data-quiz-question="partner"] input[name="partner"]:visible')
    values = [control.get_attribute("value") for control in offered.all()]
    assert "acsa" in values
    assert "ihsa" not in values
    assert values[-1] == "unsure"


def test_the_counting_aid_adds_up_a_range_and_decides(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=AB&partner=acsa").asks("people")
    page.get_by_text("Help me count").click()
    page.get_by_label("Full-time staff, with managers and office").fill("6")
    page.get_by_label("Workers from an agency, on the agency's account").fill("2")
    page.get_by_label("Volunteers").focus()
    expect(page.locator("[data-count-total]")).to_contain_text("6 to 8 people")
    quiz.said("6 to 8 people")
    quiz.go_on().choose("client_requires", "none").without_date()
    section = quiz.result("secor")
    section.get_by_text("Why", exact=True).click()
    expect(section.get_by_role("table", name="Who counted")).to_contain_text("Unclear")
    assert "count.employees=6" in page.url
    assert "people=" not in page.url.replace("count.", "")


def test_nobody_in_the_counting_aid_is_an_error_at_its_own_place(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=AB&partner=acsa").asks("people")
    page.get_by_text("Help me count").click()
    page.get_by_label("Volunteers").fill("0")
    quiz.go_on()
    expect(quiz.problem).to_be_focused()
    quiz.problem.get_by_role("link").click()
    expect(page.get_by_label("Volunteers")).to_be_focused()
