"""Errors: a summary that takes the focus, the same sentence at the field, what was typed is kept."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Quiz

PEOPLE = "#province=AB&industry=construction&partner=acsa"


def test_nothing_chosen_says_what_to_do(quiz: Quiz, page: Page) -> None:
    quiz.open().asks("province").go_on()
    expect(quiz.problem).to_be_focused()
    expect(quiz.problem).to_contain_text("There is a problem")
    expect(page).to_have_title("Error: Where is the work done? | COR or SECOR?")
    sentence = "Select the province or territory where the work is done"
    expect(page.get_by_role("group")).to_have_accessible_description(
        f"Choose the province or territory where you want the certificate Error: {sentence}"
    )
    quiz.problem.get_by_role("link", name=sentence).click()
    expect(page.get_by_role("radio", name="Alberta")).to_be_focused()
    assert "#" not in page.url


def test_a_double_click_answers_one_question_and_does_nothing_to_the_next(quiz: Quiz, page: Page) -> None:
    quiz.open().asks("province")
    page.get_by_label("Alberta").check()
    page.get_by_role("button", name="Continue").dblclick()
    quiz.asks("industry")
    expect(quiz.problem).to_be_hidden()
    expect(page.locator('form[data-quiz-question="industry"] input:checked')).to_have_count(0)


# Pressed as a double click's second press is counted, by somebody who is quick.
SECOND_PRESS = "(button) => button.dispatchEvent(new MouseEvent('click', {detail: 2, bubbles: true, cancelable: true}))"


def test_a_quick_second_press_goes_on_from_what_was_typed_and_past_what_may_be_left_open(
    quiz: Quiz, page: Page
) -> None:
    quiz.open("#province=AB&partner=acsa&client_requires=unsure").asks("people")
    page.locator('input[type="text"][name="people"]').fill("10")
    for _ in range(2):
        page.locator("form[data-quiz-question] [data-go]:visible").evaluate(SECOND_PRESS)
    quiz.result("secor")


@pytest.mark.parametrize("typed", ["ten", "0", "-3", "9.5", "100,001", "1,00"])
def test_a_number_that_is_none_is_kept_as_typed(quiz: Quiz, page: Page, typed: str) -> None:
    quiz.open(PEOPLE).enter("people", typed).asks("people")
    field = page.locator('input[type="text"][name="people"]')
    expect(quiz.problem).to_contain_text("must be a whole number")
    expect(field).to_have_value(typed)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "The most at any one time in the past 12 months, with owners and managers"
        " Error: The number of people must be a whole number from 1 to 100,000, like 9"
    )


@pytest.mark.parametrize("typed", ["1 000", "1,000", " 1000 ", "1\u00a0000"])
def test_numbers_are_read_as_people_write_them(quiz: Quiz, page: Page, typed: str) -> None:
    quiz.open(PEOPLE).enter("people", typed).without_date()
    quiz.result("cor")
    assert page.url.endswith("&people=1000")


@pytest.mark.parametrize("typed", ["18.5", "18,5"])
def test_an_average_takes_both_decimal_marks(quiz: Quiz, page: Page, typed: str) -> None:
    quiz.open("#province=BC&partner=bcfsc&people=22").enter("average_people", typed).without_date()
    quiz.result("secor")
    assert page.url.endswith("&average_people=18.5")


def test_an_error_goes_when_the_answer_is_right(quiz: Quiz, page: Page) -> None:
    quiz.open(PEOPLE).enter("people", "").asks("people")
    expect(quiz.problem).to_be_visible()
    quiz.enter("people", "10").asks("client_requires")
    expect(quiz.problem).to_be_hidden()
    expect(page).to_have_title("What does your client or tender accept? | COR or SECOR?")


def test_not_sure_and_a_number_exclude_each_other(quiz: Quiz, page: Page) -> None:
    quiz.open(PEOPLE).asks("people")
    box, unsure = page.locator('input[type="text"][name="people"]'), page.get_by_label("I'm not sure")
    box.fill("10")
    unsure.check()
    expect(box).to_have_value("")
    box.fill("7")
    expect(unsure).not_to_be_checked()


def test_a_date_in_the_past_is_an_error_at_its_place_in_the_plan(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=AB&partner=acsa&people=10").result("secor")
    page.get_by_text("Is there a date?").click()
    page.locator('input[name="deadline"]').fill("2020-01-31")
    page.locator('[data-plan="deadline"]').get_by_role("button", name="Update the plan").click()
    expect(page.locator('[data-plan="deadline"] [data-error]')).to_contain_text("must be today or later")
    expect(page.locator('input[name="deadline"]')).to_be_focused()
