"""Pages on narrow phones: what is pressed keeps its words whole, and nothing touches the edge of the window."""

import pytest
from playwright.sync_api import Page

# The words of what is pressed that stand on two lines at once.
BROKEN = """
() => [...document.querySelectorAll(".pick a, .md-button, .call, .chips a, .stories a")]
  .filter((one) => one.checkVisibility())
  .flatMap((one) => {
    const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode())
      for (const { 0: word, index } of walk.currentNode.data.matchAll(/[^\\s-]+/g)) {
        const range = document.createRange();
        range.setStart(walk.currentNode, index);
        range.setEnd(walk.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(word);
      }
    return found;
  })
"""
AT_THE_EDGE = """
() => [...document.querySelectorAll(".md-header__inner > :not(.md-search)")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth - 8)
  .map((one) => one.className)
"""
WIDTHS = (320, 360, 375, 390)


@pytest.mark.parametrize(
    "path", ["/", "/provinces/alberta/", "/provinces/manitoba/csam/", "/guides/the-tender-wants-cor/"]
)
def test_no_word_of_what_is_pressed_is_broken_in_two(page: Page, path: str) -> None:
    page.goto(path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(BROKEN) == [], width


@pytest.mark.parametrize("width", [960, 1024, 1280])
def test_whose_site_it_is_stands_clear_of_the_edge(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("/")
    assert page.evaluate(AT_THE_EDGE) == []
