"""The table of a place's partners as it stands in the page: whole, and with what its script works on."""

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


def rows(place: Jurisdiction, markup: Markup) -> dict[str, Element]:
    """The rows of the table by their partner's id."""
    [table] = [table for table in page_of(place, markup).all("table") if table.attributes.get("id") == "partner-table"]
    [body] = table.all("tbody")
    return {row.all("a")[0].attributes["href"].removeprefix("#"): row for row in body.all("tr")}


@pytest.mark.parametrize("place", SEVERAL, ids=lambda place: place.code)
def test_every_partner_has_a_row_that_says_which_industries_it_takes(place: Jurisdiction, markup: Markup) -> None:
    found = {partner: set(row.attributes["data-industries"].split()) for partner, row in rows(place, markup).items()}
    wanted = {
        partner.id: {industry for industry in INDUSTRIES - NEVER_CHOSEN if partner in place.open_to(industry)}
        for partner in place.partners
    }
    assert found == wanted


@pytest.mark.parametrize("place", SEVERAL, ids=lambda place: place.code)
def test_every_industry_that_a_partner_takes_can_be_chosen(place: Jurisdiction, markup: Markup) -> None:
    [choice] = page_of(place, markup).all("select")
    found = {option.attributes["value"] for option in choice.all("option")}
    assert found == {industry for industry in INDUSTRIES - NEVER_CHOSEN if place.open_to(industry)} | {""}
    labels = [label.attributes["for"] for label in page_of(place, markup).all("label") if label.has("filter__label")]
    assert labels == [choice.attributes["id"]]


@pytest.mark.parametrize("place", SEVERAL, ids=lambda place: place.code)
def test_a_row_gives_the_limit_of_its_partner(place: Jurisdiction, markup: Markup) -> None:
    found = rows(place, markup)
    limits = {
        partner.id: str(size_class.at_most)
        for partner in place.partners
        for size_class in partner.size_classes
        if size_class.route == "secor" and size_class.at_most
    }
    assert {partner: limit for partner, limit in limits.items() if limit not in found[partner].all("td")[0].text} == {}


@pytest.mark.parametrize("place", SEVERAL, ids=lambda place: place.code)
def test_nothing_of_it_needs_a_script(place: Jurisdiction, markup: Markup) -> None:
    [choice] = page_of(place, markup).all("select")
    assert choice.parent is not None
    assert "hidden" in choice.parent.attributes
    assert [row for row in rows(place, markup).values() if "hidden" in row.attributes] == []


def test_only_pages_with_such_a_table_load_its_script(markup: Markup) -> None:
    loading = {
        address
        for address, page in markup.items()
        if any("partners.js" in script.attributes.get("src", "") for script in page.all("script"))
    }
    assert loading == {f"provinces/{SLUGS[place.code]}/" for place in SEVERAL}
