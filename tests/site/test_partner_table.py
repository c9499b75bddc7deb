"""The list of a place's partners as it stands in the page: whole, and with what its script works on."""

import pytest

from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_for
from hooks.facts.words import words
from quiz.facts import Jurisdiction
from tests.site.conftest import Markup
from tests.site.markup import Element

CATALOGUE = load()
WORDS = words("en")
SLUGS: dict[str, str] = {place.code: place.slug for place in CATALOGUE.jurisdictions}
PLACES = facts_for(CATALOGUE).jurisdictions
SEVERAL = [place for place in PLACES if len(place.partners) > 1]
INDUSTRIES = {text_id.removeprefix("industry.") for text_id in WORDS.ids() if text_id.startswith("industry.")}
NEVER_CHOSEN = {"other", "unsure"}


def page_of(place: Jurisdiction, markup: Markup) -> Element:
    return markup[f"provinces/{SLUGS[place.code]}/"]


def entries(place: Jurisdiction, markup: Markup) -> dict[str, Element]:
    """The entries of the list by their partner's id."""
    found = [entry for entry in page_of(place, markup).all("li") if "data-industries" in entry.attributes]
    return {entry.attributes["id"]: entry for entry in found}


@pytest.mark.parametrize("place", SEVERAL, ids=lambda place: place.code)
def test_every_partner_has_an_entry_that_says_which_industries_it_takes(place: Jurisdiction, markup: Markup) -> None:
    found = {
        partner: set(entry.attributes["data-industries"].split()) for partner, entry in entries(place, markup).items()
    }
    wanted = {
        partner.id: {industry for industry in INDUSTRIES - NEVER_CHOSEN if partner in place.open_to(industry)}
        for partner in place.partners
    }
    assert found == wanted


@pytest.mark.parametrize("place", SEVERAL, ids=lambda place: place.code)
def test_every_industry_that_a_partner_takes_has_a_chip_with_an_address_of_its_own(
    place: Jurisdiction, markup: Markup
) -> None:
    chips = [link for link in page_of(place, markup).all("a") if "data-industry" in link.attributes]
    found = {chip.attributes["data-industry"]: chip.attributes["href"] for chip in chips}
    wanted = {industry: f"#for-{industry}" for industry in INDUSTRIES - NEVER_CHOSEN if place.open_to(industry)}
    assert found == {**wanted, "": "#partners"}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)
def test_nothing_of_it_needs_a_script(place: Jurisdiction, markup: Markup) -> None:
    found = entries(place, markup)
    assert len(found) == len(place.partners)
    assert [entry for entry in found.values() if "hidden" in entry.attributes] == []
