"""What pages may not claim: doubt stands beside what is in doubt, and no sentence says more than the facts."""

import re

import pytest

from hooks.facts.catalogue import load
from hooks.facts.model import Catalogue
from hooks.pages.generated import Page, filled
from hooks.pages.templating import day, text
from hooks.root import ROOT
from hooks.views.for_whom import about
from hooks.views.ladders import countings
from hooks.views.site import Site

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


def test_what_only_other_industries_need_is_told_to_them(made: dict[str, Page], site_facts: Site) -> None:
    """A reader whose industry has a partner would take it for his own case."""
    for place in site_facts.facts.jurisdictions:
        pages = [made[f"outcomes/{outcome.slug}.md"].markdown for outcome in site_facts.outcomes_at(place.code)]
        said = [page for page in pages if place.without_partner and place.without_partner.text in page]
        assert all(bool(place.partners) == ("Other industries: " in page) for page in said), place.code


def test_no_partner_s_own_question_is_sent_to_others(made: dict[str, Page], site_facts: Site) -> None:
    shared = [o for o in site_facts.outcomes if o.certifies and len({rung.partner.id for rung in o.rungs}) > 1]
    for outcome in shared:
        asked = {size_class.question for rung in outcome.rungs for size_class in rung.classes}
        asked |= {conflict.question for conflict in outcome.place.conflicts if conflict.partners}
        page = made[f"outcomes/{outcome.slug}.md"].markdown
        assert [question for question in asked if question and question in page] == [], outcome.slug


def test_what_a_class_leaves_out_stands_behind_a_comma(made: dict[str, Page]) -> None:
    for page in ("outcomes/yukon-ocop.md", "provinces/nova-scotia/csns.md", "provinces/british-columbia/bcfsc.md"):
        assert re.search(r"One person [^<]*, without subcontractors", made[page].markdown)
        assert "and without" not in made[page].markdown


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


def test_what_a_place_says_twice_it_says_once(made: dict[str, Page], facts_file: Catalogue) -> None:
    """A letter's account stands in its own sentence, a caution on growth in the fold on growth alone."""
    for place in facts_file.jurisdictions:
        page = made[f"provinces/{place.slug}.md"].markdown
        assert "An account with the board here rules it out" not in page
        assert [
            letter.id for letter in place.letters if letter.only_without_account and "account" not in letter.text
        ] == []
        assert [caution.id for caution in about("growth", place) if page.count(text(caution.text)) != 1] == []


def test_a_tile_of_a_place_names_the_limits_of_the_map(site_facts: Site, made: dict[str, Page]) -> None:
    for tile in site_facts.tiles:
        page = made[f"provinces/{tile.place.slug}.md"].markdown
        shown = re.search(r"<dt>Up to ([0-9, or]+) people</dt>", page)
        assert not shown or tuple(map(int, re.findall(r"[0-9]+", shown[1]))) == tile.limits


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("yukon", "in 2017; today's rate is not known"),
        ("newfoundland-and-labrador", "5 per cent of the base premium"),
        ("alberta", "10, then 5 per cent of the premium at the industry's rate"),
        ("ontario", "A rebate is named; its rate is not known"),
        ("nunavut", "We found no refund"),
        ("quebec", "Not verified"),
    ],
)
def test_the_line_on_money_says_no_more_than_the_facts(place: str, told: str, made: dict[str, Page]) -> None:
    fold = made[f"provinces/{place}.md"].markdown.partition('id="money"')[2].partition("</summary>")[0]
    assert told in fold


def test_size_is_said_to_change_nothing_only_where_a_source_says_so(made: dict[str, Page]) -> None:
    sure = [uri for uri, page in made.items() if "Size does not change the certificate here" in page.markdown]
    assert sure == ["provinces/ontario.md"]


def test_a_button_that_leads_to_the_page_of_somebody_else_does_not_say_otherwise(made: dict[str, Page]) -> None:
    for page in made.values():
        for label, host in re.findall(r'call--page"[^>]* aria-label="([^"]+)">([^<]+)</a>', page.markdown):
            assert label.startswith(f"{host}, about ")


@pytest.mark.parametrize(
    "guide",
    ["does-your-client-accept-secor", "growing-past-the-limit", "one-person-businesses", "life-with-a-certificate"],
)
def test_a_guide_says_of_which_class_or_partner_a_caution_speaks(guide: str, site_facts: Site) -> None:
    written = (ROOT / f"docs/en/guides/{guide}.md").read_text(encoding="utf-8")
    lines = filled(site_facts, f"guides/{guide}.md", written).markdown.splitlines()
    vague = [line for line in lines if re.search(r"\b[Tt]his (class|partner|SECOR|is an industry's own)\b", line)]
    assert [line for line in vague if 'class="applies"' not in line] == []


@pytest.mark.parametrize("guide", ["the-tender-wants-cor", "one-man-and-a-truck"])
def test_a_story_is_as_fresh_as_its_own_facts(guide: str, site_facts: Site) -> None:
    written = (ROOT / f"docs/en/guides/{guide}.md").read_text(encoding="utf-8")
    page = filled(site_facts, f"guides/{guide}.md", written)
    assert f"facts checked up to {day(page.checked)}</p>" in page.markdown


@pytest.mark.parametrize(
    ("place", "told"),
    [("manitoba", "Only some have a small class, for a steady crew: up to 9"), ("saskatchewan", "Limits differ")],
)
def test_limits_are_said_to_differ_only_where_there_are_several(place: str, told: str, made: dict[str, Page]) -> None:
    assert told in made[f"provinces/{place}.md"].markdown.partition('id="sizes"')[2].partition("</summary>")[0]


def test_a_letter_for_one_standard_names_no_other(made: dict[str, Page]) -> None:
    letters = made["provinces/ontario.md"].markdown.partition('id="letters"')[2].partition("</ul>")[0]
    assert "<b>ISO 45001:</b>" in letters
    assert "Canadian" not in letters


def test_where_no_page_names_a_time_the_rule_says_which_moment_is_taken(site_facts: Site) -> None:
    """The one line of the fold names that moment, so the rule inside must not read as if there were none."""
    for place in site_facts.facts.jurisdictions:
        told = {counting.id: counting for counting, _ in countings(place)}
        if len(told) == 1 and all(counting.period == "not-stated" for counting in told.values()):
            assert [one.id for one in told.values() if "busiest moment" not in one.text] == []
