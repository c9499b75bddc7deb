"""Short addresses and the codes of campaigns, in a browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE, Quiz

OFFER = """<!doctype html><title>Offer</title><script type="module" src="/assets/campaign.js"></script>
<a id="owner" data-owner href="/contact/?from=here">Offer</a> <a id="other" href="/contact/">Other</a>"""


@pytest.fixture
def unscripted(browser: Browser, base_url: str) -> Iterator[Page]:
    """A visitor whose browser runs no scripts."""
    page = browser.new_page(java_script_enabled=False, base_url=base_url)
    yield page
    page.close()


def test_a_short_link_opens_the_quiz_with_its_answers_given(quiz: Quiz) -> None:
    quiz.page.goto("/go/alberta-construction/")
    quiz.asks("partner")
    assert "province=AB" in quiz.page.url
    assert "industry=construction" in quiz.page.url


def test_the_codes_of_a_campaign_go_along_and_nothing_else_does(quiz: Quiz) -> None:
    quiz.page.goto("/go/alberta/?utm_source=poster&utm_campaign=a%26b&people=3")
    quiz.asks("industry")
    assert "/quiz/?utm_source=poster&utm_campaign=a%26b#" in quiz.page.url


def test_a_short_link_leads_on_where_scripts_are_off(unscripted: Page, base_url: str) -> None:
    unscripted.goto("/go/alberta/")
    expect(unscripted).to_have_url(f"{base_url}/quiz/#province=AB")


def test_back_does_not_return_to_the_short_link(page: Page, base_url: str) -> None:
    page.goto("/contact/")
    page.goto("/go/cor/")
    expect(page).to_have_url(f"{base_url}/guides/what-are-cor-and-secor/")
    page.go_back()
    expect(page).to_have_url(f"{base_url}/contact/")


def test_the_link_to_share_carries_no_codes(quiz: Quiz) -> None:
    quiz.page.goto("/quiz/?utm_source=poster#province=AB&partner=acsa&people=10")
    quiz.result("secor")
    link = quiz.page.locator("[data-link]")
    expect(link).to_have_value(re.compile("people=10"), timeout=PATIENCE)
    assert "utm" not in link.input_value()


@pytest.fixture
def offer(page: Page) -> Page:
    """A page with a link to the company's own pages and one to another page, opened from a campaign."""
    page.route("**/offer/**", lambda route: route.fulfill(body=OFFER, content_type="text/html"))
    page.goto("/offer/?utm_source=poster&people=3")
    return page


def test_codes_are_added_to_a_link_to_the_company_s_own_pages(offer: Page, base_url: str) -> None:
    offer.click("#owner")
    expect(offer).to_have_url(f"{base_url}/contact/?from=here&utm_source=poster")


def test_codes_are_added_to_no_other_link(offer: Page, base_url: str) -> None:
    offer.click("#other")
    expect(offer).to_have_url(f"{base_url}/contact/")
