"""What the theme's shortened style sheets leave looks as the whole ones do, in every state that a page can be in."""

from collections.abc import Callable, Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from hooks.publish.shipped import STYLES
from hooks.publish.tidy import OURS

THEME = Path(str(distribution("mkdocs-material").locate_file("material/templates")))
SHEETS = [*(sheet for shape in STYLES for sheet in THEME.glob(shape)), OURS / "site.css"]
WHOLE = "".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)  # as the theme and we have it
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}
STILL = "*, *::before, *::after { transition: none !important; animation: none !important; }"
# How every element looks, as the browser worked it out.
LOOKS = """() => [...document.querySelectorAll("body, body *")].map((one) => {
  const [style, box] = [getComputedStyle(one), one.getBoundingClientRect()];
  const names = "display visibility opacity position z-index overflow color background-color background-image fill \
    border-top border-right border-bottom border-left border-radius box-shadow outline font-family font-size \
    font-weight font-style line-height text-decoration text-align text-transform white-space \
    cursor mask-image content transform";
  const said = names.split(/\\s+/).map((name) => style.getPropertyValue(name));
  const name = (one.getAttribute("class") ?? "").replace("focus-visible", "").trim();
  return [one.tagName, name, box.x, box.y, box.width, box.height, ...said].join(" ");
})"""

type Scheme = Literal["light", "dark"]
type Act = Callable[[Page], None]
type Look = Callable[..., list[str]]


def as_it_is(_: Page) -> None:
    """Nothing is done."""


def searched(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("hotshot")  # few pages, so that the list stands at once
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching")
    expect(page.locator(".md-search-result__item mark").first).to_be_visible()
    if page.viewport_size == PHONE:  # the theme holds a small page still a while after the search has opened
        expect(page.locator("body[data-md-scrolllock]")).to_be_attached()


def unfolded(page: Page) -> None:
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator(".md-overlay").first).to_be_visible()
    page.mouse.move(PHONE["width"] - 1, PHONE["height"] - 1)  # else it may, or may not yet, have left the button


def opened(page: Page) -> None:
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def on_paper(page: Page) -> None:
    page.emulate_media(media="print")


def in_forced_colours(page: Page) -> None:
    page.emulate_media(forced_colors="active")


STATES: list[tuple[str, ViewportSize, Scheme, Act]] = [
    ("/", DESK, "light", as_it_is),
    ("/", PHONE, "dark", unfolded),
    ("/", DESK, "dark", searched),
    ("/", PHONE, "light", searched),
    ("/provinces/alberta/", DESK, "dark", opened),
    ("/provinces/alberta/", PHONE, "light", on_paper),
    ("/guides/the-tender-wants-cor/", DESK, "light", opened),
    ("/guides/the-tender-wants-cor/", PHONE, "light", in_forced_colours),
    ("/buyers/", PHONE, "dark", as_it_is),
    ("/licences/", DESK, "light", opened),
    ("/quiz/", PHONE, "dark", as_it_is),
    ("/404.html", DESK, "light", as_it_is),
]


@pytest.fixture
def look(browser: Browser, base_url: str) -> Iterator[Look]:
    contexts = []

    def seen(path: str, size: ViewportSize, scheme: Scheme, act: Act, *, whole: bool) -> list[str]:
        context = browser.new_context(
            base_url=base_url, viewport=size, color_scheme=scheme, service_workers="block", bypass_csp=True
        )
        contexts.append(context)
        page = context.new_page()
        if whole:
            page.route("**/assets/site.css", lambda route: route.fulfill(body=WHOLE, content_type="text/css"))
        page.goto(path)
        page.add_style_tag(content=STILL)
        page.wait_for_load_state("networkidle")
        act(page)
        return list(page.evaluate(LOOKS))

    yield seen
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("path", "size", "scheme", "act"), STATES)
def test_a_page_looks_as_with_the_whole_style_sheets(
    path: str, size: ViewportSize, scheme: Scheme, act: Act, look: Look
) -> None:
    ours, theirs = (look(path, size, scheme, act, whole=whole) for whole in (False, True))
    assert [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]] == []


def test_the_style_sheet_is_shorter_than_the_theme_s_and_ours(site: Path) -> None:
    assert (site / "assets/site.css").stat().st_size < 0.7 * len(WHOLE)
