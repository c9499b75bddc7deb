"""The table of a place's partners with its script: sorting, choosing an industry, by keyboard and on a phone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

SMALLEST = 44
MOST_PARTNERS = "/provinces/alberta/"
SEVERAL_LIMITS = "/provinces/british-columbia/"


def shown(page: Page) -> list[str]:
    """The ids of the partners that a visitor sees, in their order."""
    links = page.locator("#partner-table tbody tr:visible th a")
    found: list[str] = links.evaluate_all("(links) => links.map((link) => link.getAttribute('href').slice(1))")
    return found


def header(page: Page, name: str) -> Locator:
    return page.locator("#partner-table thead th").filter(has_text=name)


def choose(page: Page, industry: str) -> None:
    page.get_by_label("Show partners for").select_option(industry)


def test_a_header_sorts_by_its_column_and_says_so(page: Page) -> None:
    page.goto(SEVERAL_LIMITS)
    expect(header(page, "Small class")).not_to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Small class").click()
    expect(header(page, "Small class")).to_have_attribute("aria-sort", "ascending")
    upwards = shown(page)
    assert (upwards[0], upwards[-1]) == ("esc", "bcfsc")
    page.get_by_role("button", name="Small class").click()
    expect(header(page, "Small class")).to_have_attribute("aria-sort", "descending")
    assert shown(page) == upwards[::-1]


def test_only_the_column_that_sorts_says_so(page: Page) -> None:
    page.goto(SEVERAL_LIMITS)
    page.get_by_role("button", name="Small class").click()
    page.get_by_role("button", name="Partner").click()
    expect(page.locator("#partner-table [aria-sort]")).to_have_text(["Partner"])
    assert shown(page)[0] == "agsafe"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_sorts_once_a_press(key: str, page: Page) -> None:
    page.goto(SEVERAL_LIMITS)
    page.get_by_label("Show partners for").focus()
    for stop in ("Partner", "Small class"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=stop)).to_be_focused()
    page.keyboard.press(key)
    expect(header(page, "Small class")).to_have_attribute("aria-sort", "ascending")
    expect(page.get_by_role("button", name="Small class")).to_be_focused()


def test_an_industry_leaves_the_partners_that_take_it_and_their_number_is_told(page: Page) -> None:
    page.goto(MOST_PARTNERS)
    everyone = shown(page)
    status = page.locator(".filter").get_by_role("status")
    expect(status).to_have_text(f"{len(everyone)} of {len(everyone)} partners")
    choose(page, "trucking")
    assert set(shown(page)) == {"aasp", "amta", "esc", "asc"}
    expect(status).to_have_text(f"4 of {len(everyone)} partners")
    choose(page, "")
    assert shown(page) == everyone


def test_a_choice_outlasts_sorting(page: Page) -> None:
    page.goto(MOST_PARTNERS)
    choose(page, "trucking")
    before = shown(page)
    page.get_by_role("button", name="Partner").click()
    assert sorted(shown(page)) == sorted(before)


def test_nothing_is_kept_of_a_choice(page: Page) -> None:
    page.goto(MOST_PARTNERS)
    choose(page, "trucking")
    address = page.url
    page.reload()
    expect(page.get_by_label("Show partners for")).to_have_value("")
    assert page.url == address
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_without_scripts_the_whole_table_stands_there(browser: Browser, base_url: str) -> None:
    plain = browser.new_page(base_url=base_url, java_script_enabled=False)
    plain.goto(MOST_PARTNERS)
    expect(plain.locator("#partner-table tbody tr:visible")).to_have_count(10)
    expect(plain.get_by_label("Show partners for")).to_be_hidden()
    expect(plain.locator("#partner-table button")).to_have_count(0)
    plain.close()


@pytest.fixture(params=[(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")], ids=str)
def seen(browser: Browser, base_url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, scheme = request.param
    page = browser.new_page(base_url=base_url, viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield page
    page.close()


@pytest.mark.parametrize("address", [MOST_PARTNERS, SEVERAL_LIMITS])
def test_sorted_and_chosen_it_is_for_everybody(address: str, seen: Page) -> None:
    seen.goto(address)
    seen.get_by_role("button", name="Small class").click()
    choose(seen, "forestry")
    found = Axe().run(seen)
    assert found.violations_count == 0, found.generate_report()
    assert seen.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_pressed_is_large_enough(seen: Page) -> None:
    seen.goto(MOST_PARTNERS)
    for control in (*seen.locator("#partner-table button").all(), seen.get_by_label("Show partners for")):
        expect(control).to_be_visible()
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= SMALLEST
