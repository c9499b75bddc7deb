"""What pages may not claim: doubt stands beside what is in doubt, and no sentence says more than the facts."""

import re

import pytest

from hooks.facts.catalogue import load
from hooks.pages.generated import Page

WEAK_MARKS = [
    (place.slug, partner.id)
    for place in load().jurisdictions
    for partner in place.partners
    if any(process.pass_marks and process.pass_marks.confidence == "low" for process in partner.processes)
]


@pytest.mark.parametrize(("place", "partner"), WEAK_MARKS)
def test_a_pass_mark_in_doubt_says_so_on_the_page_of_its_partner(
    place: str, partner: str, made: dict[str, Page]
) -> None:
    page = made[f"provinces/{place}/{partner}.md"].markdown
    assert re.search(r'<dt>Pass mark</dt><dd>\d+% overall[^/]*</a> <span class="doubt">low confidence', page)


@pytest.mark.parametrize("outcome", ["saskatchewan-secor", "saskatchewan-cor"])
def test_a_pass_mark_in_doubt_says_so_in_the_table_of_an_outcome(outcome: str, made: dict[str, Page]) -> None:
    rows = re.findall(r'data-label="Pass mark">(.*?)</td>', made[f"outcomes/{outcome}.md"].markdown)
    assert "low confidence" in rows[0]  # of the construction association, which prints no mark of its own
    assert "low confidence" not in rows[1]
