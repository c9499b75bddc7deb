"""Pages that stand still while they load: what comes late, the script of a table or the bold letters, moves nothing."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

# Where each block of the page stands, down to the first screen's end and beyond.
BLOCKS = """() => [...document.querySelectorAll("article > *, .filter > *, .only-place > *, form fieldset > *")]
  .map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => box.height > 0)
  .map(([one, { x, y, width, height }]) => [one.tagName, ...[x, y, width, height].map(Math.round)])"""


def blocks(page: Page) -> Any:
    return page.evaluate(BLOCKS)


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize(
    ("path", "script"),
    [("/buyers/", "buyers.js"), ("/guides/who-counts-as-an-employee/", "by-place.js")],
)
def test_the_script_of_a_table_moves_nothing(page: Page, path: str, script: str, width: int) -> None:
    held: list[Route] = []
    page.route(f"**/assets/{script}", lambda route: held.append(route))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path, wait_until="commit")
    choice = page.locator(".filter select, .only-place select").first
    expect(choice).to_be_attached()
    page.evaluate("document.fonts.ready")
    before = blocks(page)
    for route in held:
        route.continue_()
    expect(choice).to_be_visible()
    assert blocks(page) == before


@pytest.mark.parametrize("path", ["/", "/quiz/", "/provinces/alberta/", "/provinces/alberta/acsa/", "/buyers/"])
def test_the_bold_letters_break_no_line_anew(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.route("**/bold.woff2", lambda route: route.abort())
    heights = []
    for there in (False, True):
        if there:
            page.unroute("**/bold.woff2")
        page.goto(path)
        page.evaluate("document.fonts.ready")
        heights.append([round(box["height"]) for h1 in page.locator("h1:visible").all() if (box := h1.bounding_box())])
    assert heights[0] == heights[1]
