"""The map of the home page and the page with links, for everybody: sizes, colours, copying."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.conftest import PUBLIC

SMALLEST = 44


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[360, 1280])
def seen(browser: Browser, base_url: str, scheme: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A visitor with a screen of this width, in light or dark colours."""
    colours = {"light": "light", "dark": "dark"}[scheme]
    page = browser.new_page(
        base_url=base_url,
        viewport={"width": int(request.param), "height": 800},
        color_scheme=colours,  # type: ignore[arg-type]
    )
    yield page
    page.close()


@pytest.mark.parametrize("address", ["/", "/links/", "/changes/", "/embed/"])
def test_axe_finds_nothing_and_nothing_stands_out_to_the_side(address: str, seen: Page) -> None:
    seen.goto(address)
    found = Axe().run(seen)
    assert found.violations_count == 0, found.generate_report()
    assert seen.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_tile_of_the_map_is_large_enough_to_press(seen: Page) -> None:
    seen.goto("/provinces/")
    boxes = [tile.bounding_box() for tile in seen.locator(".tiles a").all()]
    sides = [side for box in boxes if box for side in (box["width"], box["height"])]
    assert len(sides) == 26
    assert min(sides) >= SMALLEST


def test_the_map_reads_as_a_list_of_links_with_their_limits(page: Page) -> None:
    page.goto("/provinces/")
    names = page.locator(".tiles").get_by_role("link").evaluate_all("(links) => links.length")
    assert names == page.locator(".tiles > li").count() == 13
    expect(page.get_by_role("link", name="Alberta up to 10 people", exact=True)).to_have_attribute(
        "href", "../provinces/alberta/"
    )


def test_a_text_is_copied_whole_by_its_button(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/links/")
    page.locator('button[data-copy="card-alberta"]').click()
    expect(page.locator('button[data-copy="card-alberta"]')).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#card-alberta").input_value()
    assert copied.startswith(f'<p><a href="{PUBLIC}quiz/#province=AB">')


@pytest.mark.parametrize(
    "refused",
    ["navigator.clipboard.writeText = () => Promise.reject(new Error('no'))", "delete Navigator.prototype.clipboard"],
)
def test_a_refused_clipboard_leaves_the_text_selected_and_says_so(page: Page, refused: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(refused)
    page.goto("/links/")
    page.locator('button[data-copy="frame-code"]').click()
    expect(page.locator('button[data-copy="frame-code"]')).to_contain_text("copy it by hand")
    expect(page.locator("#frame-code")).to_be_focused()
    assert "<iframe" in page.evaluate("getSelection().toString()")
    assert errors == []


@pytest.mark.parametrize("address", ["/links/", "/guides/the-tender-wants-cor/", "/buyers/"])
def test_nothing_is_there_to_press_that_needs_a_script_which_never_comes(
    browser: Browser, base_url: str, address: str
) -> None:
    plain = browser.new_page(base_url=base_url, java_script_enabled=False)
    plain.goto(address)
    assert [button.inner_text() for button in plain.get_by_role("button").all() if button.is_visible()] == []
    plain.close()
