"""Aids beside two questions: the industry by the name of the trade, and the client by its own name."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from hooks.facts.catalogue import load
from hooks.facts.words import words
from hooks.pages.quiz_aids import answer_of
from tests.browser.conftest import Quiz

WORDS = words("en")
TRADE = "Find it by your trade"
WINNIPEG = next(buyer for place in load().jurisdictions for buyer in place.buyers if buyer.name == "City of Winnipeg")
TRANSPORTATION = next(
    buyer for place in load().jurisdictions for buyer in place.buyers if buyer.id == "ab-buyer-transportation"
)


@pytest.fixture
def industry(quiz: Quiz) -> Locator:
    quiz.open("#province=MB").asks("industry")
    return quiz.page.locator('form[data-quiz-question="industry"]')


def test_the_beginning_of_a_trade_leaves_its_industry_and_chooses_it(quiz: Quiz, industry: Locator) -> None:
    industry.get_by_label(TRADE).fill("roof")
    expect(industry.get_by_role("radio", name=WORDS("industry.construction"), exact=True)).to_be_checked()
    expect(industry.get_by_role("radio")).to_have_count(3)  # with "another industry" and "I'm not sure"
    expect(industry.get_by_role("status")).to_contain_text("Roofer: Construction.")
    quiz.go_on().asks("people")


def test_many_of_a_trade_are_found_as_one_is(industry: Locator) -> None:
    industry.get_by_label(TRADE).fill("Roofers")
    expect(industry.get_by_role("status")).to_contain_text("Roofer: Construction.")


def test_a_trade_may_belong_to_another_industry_in_another_place(page: Page, quiz: Quiz) -> None:
    trade, place, there = next(
        (trade, place, place.industry)
        for trade in load().trades
        for place in trade.places
        if place.industry and place.industry != trade.industry
    )
    quiz.open(f"#province={place.code}").asks("industry")
    form = page.locator('form[data-quiz-question="industry"]')
    form.get_by_label(TRADE).fill(trade.word)
    expect(form.locator(f'input[value="{there}"]')).to_be_visible()


def test_a_word_that_is_no_trade_says_so_and_leaves_every_choice(industry: Locator) -> None:
    before = industry.get_by_role("radio").count()
    industry.get_by_label(TRADE).fill("qqqq")
    expect(industry.get_by_role("status")).to_have_text(WORDS("page.trade.none"))
    expect(industry.get_by_role("radio")).to_have_count(before)


def test_what_was_chosen_stays_when_nothing_is_typed(quiz: Quiz) -> None:
    quiz.open("#province=MB").choose("industry", "construction").asks("people").page.go_back()
    quiz.asks("industry")
    expect(quiz.page.get_by_role("radio", name=WORDS("industry.construction"), exact=True)).to_be_checked()


def test_a_buyer_that_is_chosen_answers_what_the_client_takes(quiz: Quiz) -> None:
    quiz.open("#province=MB&partner=csam").enter("people", "8").asks("client_requires")
    form = quiz.page.locator('form[data-quiz-question="client_requires"]')
    form.get_by_text(WORDS("page.html.buyers")).click()
    form.get_by_role("button", name=WINNIPEG.name).click()
    expect(form.locator(f'input[value="{answer_of(WINNIPEG)}"]')).to_be_checked()
    quiz.go_on().without_date().result("secor")


def test_the_result_names_who_asks_here(quiz: Quiz) -> None:
    quiz.open("#province=AB&partner=acsa&people=9").result("secor")
    asked = quiz.page.locator("[data-asked-by]")
    expect(asked).to_contain_text(TRANSPORTATION.name)
    expect(asked.locator("a")).to_have_attribute("href", "../buyers/")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_aids_are_for_everybody(width: int, quiz: Quiz) -> None:
    quiz.page.set_viewport_size({"width": width, "height": 800})
    quiz.open("#province=MB").asks("industry").page.get_by_label(TRADE).fill("weld")
    expect(quiz.page.locator("[data-told]").first).not_to_be_empty()
    found = Axe().run(quiz.page)
    assert found.violations_count == 0, found.generate_report()
    assert quiz.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
