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


def test_what_partners_share_is_called_by_their_names_and_begins_like_a_title(made: dict[str, Page]) -> None:
    page = made["outcomes/manitoba-full-certificate.md"].markdown
    assert "# The full certificate in Manitoba\n" in page
    assert "2 names: COR or SAFE Work Certified" in page
    assert "full certificate is the full certificate" not in page


@pytest.mark.parametrize("uri", ["outcomes/index.md", "outcomes/british-columbia-cor.md"])
def test_no_line_of_a_list_begins_in_lower_case(uri: str, made: dict[str, Page]) -> None:
    assert re.findall(r"^- \[[a-z](?!o2HR).*", made[uri].markdown, re.MULTILINE) == []


def test_what_hangs_on_an_answer_is_not_said_to_be_a_thing(made: dict[str, Page]) -> None:
    heads = [page.markdown.partition("\n---\n")[0] for uri, page in made.items() if uri.startswith("outcomes/")]
    assert [head for head in heads if re.search(r"What (It|No|the class) ", head)] == []


def test_where_one_partner_certifies_nothing_hangs_on_the_choice_of_a_partner(made: dict[str, Page]) -> None:
    assert "they differ" not in made["outcomes/yukon-it-depends.md"].markdown
    assert "they differ" in made["outcomes/alberta-it-depends.md"].markdown


def test_a_place_where_a_small_class_may_exist_is_not_said_to_have_one_for_every_size(made: dict[str, Page]) -> None:
    assert "for every size" not in made["outcomes/new-brunswick-cor.md"].markdown.partition("## ")[0]
    assert "for every size" in made["outcomes/ontario-cor.md"].markdown.partition("## ")[0]
