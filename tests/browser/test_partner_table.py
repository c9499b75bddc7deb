"""The list of a place's partners with its script: choosing an industry, folds, on a phone and on paper."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from hooks.facts.catalogue import load

SMALLEST = 44
SCREEN = 844  # a phone of 390 by 844 pixels
SHEETS = 4
MOST_PARTNERS = "/provinces/alberta/"
SEVERAL_LIMITS = "/provinces/british-columbia/"
PARTNER = "/provinces/alberta/acsa/"
WESTERN = ["alberta", "british-columbia", "saskatchewan", "manitoba", "nova-scotia"]
EVERYONE = [partner.id for partner in next(place for place in load().jurisdictions if place.code == "AB").partners]


def shown(page: Page) -> list[str]:
    """The ids of the partners that a visitor sees, in their order."""
    found: list[str] = page.locator(".calls > li:visible").evaluate_all("(entries) => entries.map(({ id }) => id)")
    return found


def choose(page: Page, industry: str) -> None:
    page.locator(f'.chips [data-industry="{industry}"]').click()


def test_a_chip_leaves_the_partners_that_take_its_industry_and_their_number_is_told(page: Page) -> None:
    page.goto(MOST_PARTNERS)
    status = page.locator(".chips__told")
    choose(page, "trucking")
    expect(status).to_have_text(f"4 of {len(EVERYONE)} partners")
    assert set(shown(page)) == {"aasp", "amta", "esc", "asc"}
    expect(page.locator(".chips [aria-current]")).to_have_attribute("data-industry", "trucking")
    choose(page, "")
    expect(status).to_have_text(f"{len(EVERYONE)} of {len(EVERYONE)} partners")
    assert sorted(shown(page)) == sorted(EVERYONE)


def test_the_choice_is_in_the_address_so_that_it_can_be_sent_and_taken_back(page: Page) -> None:
    page.goto(f"{MOST_PARTNERS}#for-forestry")
    expect(page.locator("#afpa-forest")).to_be_visible()
    expect(page.locator("#acsa")).to_be_hidden()
    choose(page, "construction")
    expect(page.locator("#acsa")).to_be_visible()
    page.go_back()
    expect(page.locator("#acsa")).to_be_hidden()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_link_to_a_partner_shows_it_whatever_was_chosen(page: Page) -> None:
    page.goto(f"{MOST_PARTNERS}#for-forestry")
    page.evaluate("location.hash = '#acsa'")
    expect(page.locator("#acsa")).to_be_in_viewport()


@pytest.mark.parametrize("anchor", ["money", "letters", "sources", "source-1", "ab-conflict-ten"])
def test_an_address_that_names_a_fold_or_what_is_in_it_opens_it(anchor: str, page: Page) -> None:
    page.goto(f"{MOST_PARTNERS}#{anchor}")
    target = page.locator(f"#{anchor}")
    if target.count():
        expect(page.locator("details.fold[open]").filter(has=target)).to_have_count(1)


@pytest.mark.parametrize("fragment", ["#%", "#%zz", "#%E0%A4%A", "#%ff%fe"])
def test_an_address_that_means_nothing_leaves_the_chips_alive(fragment: str, page: Page) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{MOST_PARTNERS}{fragment}")
    page.locator("a[data-industry]").nth(1).click()
    expect(page.locator("a[data-industry]").nth(1)).to_have_attribute("aria-current", "true")
    page.evaluate("(fragment) => { location.hash = fragment }", fragment)
    assert faults == []


def test_without_scripts_every_partner_stands_there(browser: Browser, base_url: str) -> None:
    plain = browser.new_page(base_url=base_url, java_script_enabled=False)
    plain.goto(f"{MOST_PARTNERS}#for-trucking")
    expect(plain.locator(".calls > li:visible")).to_have_count(len(EVERYONE))
    plain.close()


@pytest.mark.parametrize("slug", WESTERN)
def test_on_a_phone_the_list_is_near_and_the_page_is_short(slug: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": SCREEN})
    page.goto(f"/provinces/{slug}/")
    box = page.locator("#partners").bounding_box()
    assert box is not None
    assert box["y"] <= 0.8 * SCREEN
    assert page.evaluate("document.documentElement.scrollHeight") <= 5 * SCREEN


@pytest.mark.parametrize("slug", WESTERN)
def test_on_paper_a_place_takes_few_sheets(slug: str, page: Page) -> None:
    page.goto(f"/provinces/{slug}/")
    paper = page.pdf(format="Letter", margin={"top": "15mm", "right": "15mm", "bottom": "15mm", "left": "15mm"})
    assert paper.count(b"/Type /Page\n") <= SHEETS


def test_on_paper_a_fold_goes_on_over_the_end_of_a_sheet(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto(MOST_PARTNERS)
    folds = page.locator("details.fold").evaluate_all("(all) => all.map((one) => getComputedStyle(one).breakInside)")
    assert set(folds) == {"auto"}


@pytest.fixture(params=[(320, "dark"), (1280, "light")], ids=str)
def seen(browser: Browser, base_url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, scheme = request.param
    page = browser.new_page(base_url=base_url, viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield page
    page.close()


@pytest.mark.parametrize("address", [f"{MOST_PARTNERS}#for-forestry", SEVERAL_LIMITS, PARTNER, "/provinces/", "/"])
def test_chosen_or_not_it_is_for_everybody(address: str, seen: Page) -> None:
    seen.goto(address)
    found = Axe().run(seen)
    assert found.violations_count == 0, found.generate_report()
    assert seen.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_pressed_is_large_enough(seen: Page) -> None:
    seen.goto(MOST_PARTNERS)
    for control in (*seen.locator(".chips a").all(), *seen.locator(".call").all()):
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= SMALLEST
