"""Who asks for a certificate, as the page of buyers shows it."""

from hooks.facts.model import Catalogue
from hooks.pages.generated import filled
from hooks.root import ROOT
from hooks.views.buyers import asking, silent, ways
from hooks.views.site import Site

PAGE = "buyers/index.md"


def test_every_buyer_of_the_facts_stands_beside_its_place(facts_file: Catalogue) -> None:
    found = asking(facts_file.jurisdictions)
    assert len(found) == sum(len(place.buyers) for place in facts_file.jurisdictions)
    assert all(one.told in one.place.buyers for one in found)


def test_what_can_be_chosen_is_what_some_buyer_takes(facts_file: Catalogue) -> None:
    only = [one for one in asking(facts_file.jurisdictions) if one.told.accepts == ("cor",)]
    assert ways(only) == ("cor",)
    assert ways(asking(facts_file.jurisdictions)) == ("secor", "cor", "other")


def test_a_place_is_silent_or_has_buyers(facts_file: Catalogue) -> None:
    places = facts_file.jurisdictions
    assert {one.place.code for one in asking(places)} | {place.code for place in silent(places)} == {
        place.code for place in places
    }


def test_the_page_has_a_row_for_each_with_what_its_script_works_on(site_facts: Site) -> None:
    page = filled(site_facts, PAGE, (ROOT / "docs/en" / PAGE).read_text(encoding="utf-8")).markdown
    for one in site_facts.asking:
        amount, takes = one.told.from_dollars or 0, " ".join(one.told.accepts)
        assert (
            f'<tr id="{one.told.id}" data-place="{one.place.slug}" data-from="{amount}" data-takes="{takes}">' in page
        )
