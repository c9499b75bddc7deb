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


@pytest.mark.parametrize(("place", "partner"), [("manitoba", "mhca"), ("british-columbia", "msabc")])
def test_a_limit_that_is_not_confirmed_says_so_in_the_list_of_partners(
    place: str, partner: str, made: dict[str, Page]
) -> None:
    entry = made[f"provinces/{place}.md"].markdown.partition(f'<li id="{partner}"')[2].partition("</li>")[0]
    assert re.search(r"people or fewer.*sure--unverified", entry)


@pytest.mark.parametrize("partner", ["nova-scotia/csns", "british-columbia/msabc"])
def test_no_class_of_a_partner_is_called_by_a_sentence(partner: str, made: dict[str, Page]) -> None:
    page = made[f"provinces/{partner}.md"].markdown
    assert "It depends" not in page
    assert re.search(r"<dt>\w+ decides</dt>", page)
