"""The choice of place in the guides to look things up in: what is of another place goes, and nothing else."""

import pytest
from playwright.sync_api import Page, expect

from hooks.root import ROOT

FILES = (ROOT / "docs/en/guides").glob("*.md")
GUIDES = sorted(file.stem for file in FILES if "{{ page.only_place() }}" in file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("guide", GUIDES)
def test_a_place_leaves_its_own_rows_and_points_and_the_tables_of_all_places(page: Page, guide: str) -> None:
    page.goto(f"/guides/{guide}/")
    general = page.locator("article table:not(.by-place, .sizes)")
    before = general.count()
    page.get_by_label("Show only").select_option("ontario")
    expect(page.locator('article :is(tr, li):visible a[href*="provinces/alberta/#"]')).to_have_count(0)
    left = page.locator(".by-place tbody:visible, article li[data-place]:visible")
    assert left.evaluate_all("(parts) => parts.filter((part) => !/Ontario/.test(part.textContent))") == []
    own = page.locator('.by-place tr:has(th a[href*="provinces/ontario/"])')
    assert own.locator("visible=true").count() == own.count()
    assert general.locator("visible=true").count() == before
    page.get_by_label("Show only").select_option("every place")
    expect(page.locator(".by-place tbody:visible, article h3[id=alberta]:visible").first).to_contain_text("Alberta")


def test_a_place_of_which_nothing_is_known_leaves_no_empty_table_and_says_so(page: Page) -> None:
    page.goto("/guides/the-audit/")
    said = page.get_by_text("we found nothing for this place")
    expect(said).to_be_hidden()
    page.get_by_label("Show only").select_option("quebec")
    expect(said).to_be_visible()
    expect(page.locator(".by-place:visible")).to_have_count(0)
    page.get_by_label("Show only").select_option("alberta")
    expect(said).to_be_hidden()
