"""The address holds the answers: Back, Forward, reload, shared links, changes, and what is dropped is said."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Quiz

RESULT = "#province=AB&industry=construction&partner=acsa&people=10&client_requires=either"


def checked(quiz: Quiz, key: str, value: str) -> None:
    expect(quiz.page.locator(f'form[data-quiz-question="{key}"] input[value="{value}"]')).to_be_checked()


def answers(quiz: Quiz) -> None:
    """On a result the answers are folded to a line."""
    quiz.page.locator('details[data-part="answers"] > summary').click()


def change(quiz: Quiz, name: str) -> None:
    answers(quiz)
    quiz.page.get_by_role("link", name=f"Change {name}").locator("visible=true").click()


def test_back_and_forward_replay_the_questions_with_their_answers(quiz: Quiz, page: Page) -> None:
    quiz.open().choose("province", "AB").choose("industry", "construction").asks("partner")
    page.go_back()
    quiz.asks("industry")
    checked(quiz, "industry", "construction")
    expect(quiz.heading).to_be_focused()
    page.go_back()
    quiz.asks("province")
    checked(quiz, "province", "AB")
    page.go_forward()
    quiz.asks("industry")
    page.go_forward()
    quiz.asks("partner")


def test_the_back_link_does_what_the_browser_s_button_does(quiz: Quiz, page: Page) -> None:
    quiz.open()
    expect(page.get_by_role("link", name="Back", exact=True)).to_be_hidden()
    quiz.choose("province", "AB").choose("industry", "construction").asks("partner")
    page.get_by_role("link", name="Back", exact=True).click()
    quiz.asks("industry")
    page.go_forward()
    quiz.asks("partner")


def test_back_from_a_result_opened_by_a_link_shows_the_question_before_it(quiz: Quiz, page: Page) -> None:
    quiz.open(RESULT).result("secor")
    page.get_by_role("link", name="Back", exact=True).click()
    quiz.asks("client_requires")
    expect(quiz.heading).to_be_focused()
    checked(quiz, "client_requires", "either")
    page.get_by_role("link", name="Back", exact=True).click()
    quiz.asks("people")


def test_reload_keeps_the_question_and_the_result(quiz: Quiz, page: Page) -> None:
    quiz.open().choose("province", "AB").choose("industry", "construction").asks("partner")
    page.go_back()
    quiz.asks("industry")
    page.reload()
    quiz.asks("industry")
    checked(quiz, "industry", "construction")
    quiz.open(RESULT).result("secor")
    page.reload()
    quiz.result("secor")


def test_the_address_of_a_result_reopens_it_elsewhere(quiz: Quiz, page: Page) -> None:
    quiz.open().choose("province", "SK").choose("industry", "oil-and-gas").enter("people", "10")
    quiz.choose("client_requires", "either").without_date().result("secor")
    address = page.url
    assert "#v=2026-" in address
    page.goto("about:blank")
    page.goto(address)
    quiz.result("secor")


def test_going_back_and_on_again_keeps_the_later_answers(quiz: Quiz, page: Page) -> None:
    quiz.open().choose("province", "AB").choose("industry", "construction").choose("partner", "acsa")
    quiz.enter("people", "10").asks("client_requires")
    page.go_back()
    quiz.asks("people")
    page.go_back()
    quiz.asks("partner").go_on()
    quiz.asks("client_requires")


def test_a_change_on_the_result_leads_straight_back_to_it(quiz: Quiz) -> None:
    quiz.open(RESULT).result("secor")
    change(quiz, "People at the busiest moment")
    quiz.enter("people", "11")
    quiz.result("cor")


def test_a_change_that_opens_a_new_question_asks_only_that_one(quiz: Quiz) -> None:
    quiz.open("#province=NS&people=10").result("cor")
    change(quiz, "People at the busiest moment")
    quiz.enter("people", "3").choose("subcontracts", "no")
    quiz.result("secor")


def test_what_a_new_province_does_not_ask_is_dropped_aloud(quiz: Quiz, page: Page) -> None:
    quiz.open(RESULT).result("secor")
    change(quiz, "Province or territory")
    quiz.choose("province", "ON")
    quiz.result("cor")
    expect(page.locator('[data-slot="notice"]')).to_contain_text("We removed 3 answers")
    assert "partner" not in page.url


def test_a_new_industry_asks_the_partner_again(quiz: Quiz) -> None:
    quiz.open(RESULT).result("secor")
    change(quiz, "Industry")
    quiz.choose("industry", "manufacturing").asks("partner")
    expect(quiz.page.locator('form[data-quiz-question="partner"] input:checked')).to_have_count(0)
    quiz.choose("partner", "mhsa")
    quiz.result("secor")


def test_start_again_clears_everything(quiz: Quiz, page: Page) -> None:
    quiz.open(RESULT).result("secor")
    answers(quiz)
    page.get_by_role("link", name="Start again").locator("visible=true").click()
    quiz.asks("province")
    quiz.said("All answers are cleared")
    assert "#" not in page.url
    expect(page.locator("input:checked:visible")).to_have_count(0)
    page.go_back()
    quiz.asks("province")
    assert "#" not in page.url


@pytest.mark.parametrize(
    ("fragment", "key"),
    [
        ("#province=ab", "province"),
        ("#province=AB&industry=construction&partner=ihsa&people=10", "partner"),
        ("#province=AB&partner=acsa&people=0", "people"),
        ("#province=AB&partner=acsa&people=ten", "people"),
        ("#province=AB&partner=acsa&people=9&people=10", "people"),
        ("#province=AB&partner=acsa&people=9&count.owners=1", "people"),
        ("#province=AB&partner=acsa&people=9&client_requires=maybe", "client_requires"),
    ],
)
def test_a_value_that_is_not_allowed_leads_to_its_question(quiz: Quiz, page: Page, fragment: str, key: str) -> None:
    quiz.open(fragment).asks(key)
    expect(page.locator("[data-notice]")).to_contain_text("The link held an answer")


def test_unknown_keys_are_passed_over(quiz: Quiz, page: Page) -> None:
    quiz.open("#utm_source=mail&colour=red&province=AB").asks("industry")
    assert page.url.partition("#")[2].endswith("&province=AB")
    expect(page.locator("[data-notice]")).to_be_hidden()


def test_a_link_under_older_rules_says_so(quiz: Quiz, page: Page) -> None:
    quiz.open("#v=2025-01&province=ON").result("cor")
    expect(page.locator('[data-slot="notice"]')).to_contain_text("2025-01")


@pytest.mark.parametrize(
    "place", ["province=AB&partner=acsa", "province=AB&industry=other&partner=unsure", "province=MB&partner=mhca"]
)
def test_a_link_that_decides_without_the_number_of_people_opens_the_result(quiz: Quiz, page: Page, place: str) -> None:
    quiz.open(f"#{place}&client_requires=cor").result("cor")
    page.reload()
    quiz.result("cor")
    quiz.open(f"#{place}&client_requires=either").asks("people")
    quiz.open(f"#{place}&client_requires=cor&people=ten").asks("people")


def test_answers_that_contradict_each_other_go_back_to_their_question(quiz: Quiz) -> None:
    quiz.open("#province=BC&partner=bcfsc&people=22&average_people=30").asks("average_people")
    expect(quiz.problem).to_contain_text("no larger than your busiest moment")


def test_a_new_link_in_the_same_tab_is_followed(quiz: Quiz, page: Page) -> None:
    quiz.open(RESULT).result("secor")
    page.evaluate("location.hash = '#province=QC'")
    quiz.result("none")


def gives_records(page: Page, months: str) -> None:
    """The optional question of the records, answered on the result."""
    page.locator('details[data-part="plan"] > summary').click()
    page.locator('[data-part="plan"]').get_by_text("How many months of safety records do you have?").first.click()
    form = page.locator('[data-plan="records_months"]')
    form.get_by_role("textbox").fill(months)
    form.get_by_role("button", name="Update the plan").click()


def test_what_was_said_of_one_view_does_not_lie_over_the_next(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=AB&partner=acsa").enter("people", "10").choose("client_requires", "either").without_date()
    quiz.result("secor")
    gives_records(page, "5")
    quiz.said("The plan is up to date")
    page.go_back()
    quiz.asks("deadline")
    assert "up to date" not in page.get_by_role("status").inner_text()  # and not only once its time is over


def test_who_comes_back_on_another_day_finds_that_day_s_plan(quiz: Quiz, page: Page) -> None:
    page.clock.set_fixed_time("2026-12-01T18:00:00Z")
    quiz.open(RESULT).result("secor")
    printed = page.locator('[data-slot="paper"]')
    expect(printed).to_contain_text("December 1, 2026")
    page.clock.set_fixed_time("2026-12-06T18:00:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(printed).to_contain_text("December 6, 2026")


def test_a_date_that_passed_while_the_page_was_open_is_asked_again_and_nothing_is_said_of_a_plan(
    quiz: Quiz, page: Page
) -> None:
    page.clock.set_fixed_time("2026-12-01T18:00:00Z")
    quiz.open(f"{RESULT}&deadline=2026-12-02").result("secor")
    page.clock.set_fixed_time("2026-12-03T18:00:00Z")
    gives_records(page, "5")
    quiz.asks("deadline")
    expect(quiz.problem).to_contain_text("The date must be today or later")
    assert "up to date" not in page.get_by_role("status").inner_text()
