"""The search as a visitor uses it: words and trades that no page has in its title lead to something useful."""

import pytest
from playwright.sync_api import Page, expect

VISIBLE = "() => { const { width, height } = document.activeElement.getBoundingClientRect(); return width * height; }"
FOUND = [
    ("tlc", "provinces/alberta/"),
    ("isnetworld", "guides/prequalification/"),
    ("mandatory", "guides/do-i-need-one/"),
    ("expired", "guides/"),
    ("corel", "guides/working-in-another-province/"),
    ("letter of intent", "provinces/ontario/"),
    ("roofer", "quiz/#industry=construction"),
    ("plumer", "quiz/#industry=construction"),
    ("hotshot", "quiz/#industry=trucking"),
    ("saftey", "guides/what-are-cor-and-secor/"),
]


@pytest.mark.parametrize(("typed", "address"), FOUND)
def test_what_is_typed_leads_first_to_what_answers_it(typed: str, address: str, page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type(typed)
    first = page.locator(".md-search-result__item").first
    expect(first).to_be_visible()
    links = first.locator("a").evaluate_all("(links) => links.map((link) => link.href)")
    assert [link for link in links if address in link] != [], links


def test_tab_leads_from_the_search_to_something_that_is_seen(page: Page) -> None:
    page.goto("/contact/")
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
        assert page.evaluate(VISIBLE) > 0, page.evaluate("document.activeElement.className")


def test_a_word_and_its_meaning_are_apart_in_what_is_found(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("whmis")
    expect(page.locator(".md-search-result__list")).to_contain_text("WHMIS Workplace")
