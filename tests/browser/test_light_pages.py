"""What a page carries before anybody asks for more, and the search that comes when somebody does."""

import pytest
from playwright.sync_api import Page, expect

from hooks import addresses
from hooks.facts.words import words
from tests.browser.conftest import PATIENCE

# Kilobytes (1,000 bytes) as compressed for the way, the page itself included. Material's own start page weighs 80.
BUDGETS = {
    "/": 49,
    "/provinces/alberta/": 60,
    "/provinces/british-columbia/": 60,
    "/provinces/alberta/acsa/": 60,
    "/guides/cor-or-secor/": 60,
    "/guides/glossary/": 60,
    "/guides/where-the-public-pages-disagree/": 60,
    "/outcomes/british-columbia-cor/": 60,
    "/quiz/": 70,
    "/embed/": 70,
}
CARRIED = """
() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize])
"""
# What the first screen says before the engine is there, for every place at once: as much as it may weigh by itself.
GLANCE, GLANCE_BUDGET = "/assets/quiz/glance.json", 40
ENGINE, THEME, INDEX = f"/{addresses.ENGINE}/", "/assets/javascripts/", "/search/search_index.json"


def carried(page: Page) -> dict[str, int]:
    return dict(page.evaluate(CARRIED))


def search_box(page: Page) -> None:
    page.get_by_role("textbox", name="Search").first.click()


@pytest.mark.parametrize(("path", "budget"), BUDGETS.items())
def test_a_page_keeps_within_its_weight(page: Page, path: str, budget: int) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    for quiz in page.locator("[data-quiz-engine]").all():  # its worker's script counts too, whenever it comes
        expect(quiz).to_have_attribute("data-quiz-engine", "ready")
    found = carried(page)
    assert path in found
    weight = sum(size for name, size in found.items() if ENGINE not in name and name != GLANCE)
    heaviest = sorted(found.items(), key=lambda one: -one[1])[:5]
    assert weight <= budget * 1000, f"{weight} bytes; the heaviest: {heaviest}"
    assert found.get(GLANCE, 0) <= GLANCE_BUDGET * 1000


@pytest.mark.parametrize("path", ["/", "/guides/cor-or-secor/", "/quiz/", "/no/such/page/"])
def test_nothing_of_the_search_comes_before_it_is_used(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert [name for name in carried(page) if THEME in name or INDEX in name] == []
    assert page.locator("script[data-on-search]").count() == 1


def test_the_first_words_typed_are_searched(page: Page) -> None:
    page.goto("/guides/")
    search_box(page)
    page.keyboard.type("Alberta")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=PATIENCE)
    assert [name for name in carried(page) if INDEX in name] != []


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_the_keys_of_the_search_work_from_the_start(page: Page, key: str) -> None:
    page.goto("/guides/")
    page.keyboard.press(key)
    page.keyboard.type("Alberta")
    expect(page.get_by_role("textbox", name="Search").first).to_have_value("Alberta")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=PATIENCE)


def test_on_a_phone_the_search_opens_by_its_button(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/guides/")
    page.locator("label.md-header__button[for=__search]").click()
    expect(page.locator(".md-search__input")).to_be_focused(timeout=PATIENCE)
    page.keyboard.type("Alberta")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=PATIENCE)


def test_a_shared_search_opens_with_its_words(page: Page) -> None:
    page.goto("/guides/?q=Alberta")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=PATIENCE)


def test_a_search_that_does_not_load_says_so_and_can_be_tried_again(page: Page) -> None:
    page.route(f"**{THEME}bundle.*", lambda route: route.abort())
    page.goto("/guides/")
    search_box(page)
    expect(page.locator(".md-search-result__meta")).to_have_text(words("en")("offline.search"))
    page.unroute(f"**{THEME}bundle.*")
    page.locator("h1").click()
    search_box(page)
    page.keyboard.type("Alberta")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=PATIENCE)


def test_on_a_phone_a_link_to_a_place_in_the_page_closes_the_menu(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/guides/cor-or-secor/")
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator("#__drawer")).to_be_checked()
    page.evaluate("location.hash = '#sources'")
    expect(page.locator("#__drawer")).not_to_be_checked()


def test_a_long_menu_beside_the_page_scrolls_by_itself(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto("/guides/cor-or-secor/")
    menu = page.locator(".md-sidebar--primary .md-sidebar__scrollwrap")
    assert menu.evaluate("(menu) => menu.clientHeight < menu.scrollHeight && menu.clientHeight <= innerHeight")
