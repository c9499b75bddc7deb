"""The page of buyers with its script: by place, by the value of a job, by what they take; and whole without it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from hooks.facts.catalogue import load

BUYERS = [buyer for place in load().jurisdictions for buyer in place.buyers]


@pytest.fixture
def rows(page: Page) -> Locator:
    page.goto("/buyers/")
    return page.locator("#buyer-table tbody tr:visible")


def test_a_place_leaves_its_own_buyers(page: Page, rows: Locator) -> None:
    expect(rows).to_have_count(len(BUYERS))
    page.get_by_label("Place").select_option("manitoba")
    assert rows.evaluate_all("(rows) => rows.map((row) => row.dataset.place)") == ["manitoba"] * rows.count()
    expect(page.get_by_role("status").filter(has_text="buyers")).to_have_text(f"{rows.count()} of {len(BUYERS)} buyers")


def test_a_small_job_leaves_those_that_ask_below_its_value(page: Page, rows: Locator) -> None:
    page.get_by_label("Value of the job in dollars").fill("99999")
    expect(rows).to_have_count(sum((buyer.from_dollars or 0) <= 99_999 for buyer in BUYERS))


def test_what_they_take_can_be_chosen(page: Page, rows: Locator) -> None:
    page.get_by_label("Takes").select_option("secor")
    expect(rows).to_have_count(sum("secor" in buyer.accepts for buyer in BUYERS))


def test_without_scripts_every_buyer_stands_there(browser: Browser, base_url: str) -> None:
    plain = browser.new_page(base_url=base_url, java_script_enabled=False)
    plain.goto("/buyers/")
    expect(plain.locator("#buyer-table tbody tr:visible")).to_have_count(len(BUYERS))
    expect(plain.locator("#buyers-place")).to_be_hidden()
    plain.close()


def test_the_name_of_a_place_that_is_not_said_again_is_seen_where_the_keyboard_stands_on_it(
    browser: Browser, base_url: str
) -> None:
    page = browser.new_page(base_url=base_url, viewport={"width": 1280, "height": 800})
    page.goto("/buyers/")
    again = page.locator("#buyer-table .again").first
    assert again.bounding_box()["width"] <= 1  # type: ignore[index]
    again.focus()
    assert again.bounding_box()["width"] > 24  # type: ignore[index]
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_for_everybody(width: int, browser: Browser, base_url: str) -> None:
    page = browser.new_page(base_url=base_url, viewport={"width": width, "height": 800})
    page.goto("/buyers/")
    page.get_by_label("Takes").select_option("secor")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
