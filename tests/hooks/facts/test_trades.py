"""The trades: every word that visitors use has an answer, and a broken list is refused with its line."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hooks.facts.catalogue import load
from hooks.facts.model import Catalogue, Trade
from hooks.facts.trades import in_place
from hooks.facts.yaml_marks import DataError
from tests.hooks.facts.few_places import only

TEXT = only("MB", "SK")
CALLED = [
    "roofer",
    "framer",
    "electrician",
    "plumber",
    "HVAC",
    "landscaper",
    "snow",
    "janitorial",
    "welder",
    "hotshot",
    "towing",
    "daycare",
    "farm",
    "winery",
    "sawmill",
    "fabricator",
    "engineer",
    "councillor",
    "agency",
    "painting",
    "drywall",
    "paving",
    "excavator",
    "trucking",
    "logging",
    "mechanic",
    "restaurant",
    "hotel",
]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture(scope="module")
def by_word(catalogue: Catalogue) -> Mapping[str, Trade]:
    return {word: trade for trade in catalogue.trades for word in (trade.word, *trade.also)}


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[str], str]:
    """A function: broken text in, the whole report out."""

    def report(text: str) -> str:
        file = tmp_path / "broken.yml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(DataError) as error:
            load(file, "broken.yml")
        return str(error.value)

    return report


def test_there_are_far_more_than_a_hundred_trades(catalogue: Catalogue) -> None:
    assert len(catalogue.trades) >= 120


@pytest.mark.parametrize("word", [*CALLED, "home care", "staffing agency", "lease operator", "electritian"])
def test_what_visitors_call_themselves_has_an_industry(by_word: Mapping[str, Trade], word: str) -> None:
    assert by_word[word].industry


def test_every_industry_has_examples_in_every_place(catalogue: Catalogue) -> None:
    few = [
        (place.code, industry)
        for place in catalogue.jurisdictions
        for industry in catalogue.industries
        if sum(in_place(trade, place.code).industry == industry for trade in catalogue.trades) < 3
    ]
    assert few == []


def test_a_landscaper_in_manitoba_belongs_to_the_building_association_by_his_code(by_word: Mapping[str, Trade]) -> None:
    found = in_place(by_word["landscaping"], "MB")
    assert (found.industry, found.partner, found.wcb_code) == ("construction", "csam", "40115")


def test_window_cleaning_is_a_building_trade_in_saskatchewan_and_a_service_elsewhere(
    by_word: Mapping[str, Trade],
) -> None:
    trade = by_word["window cleaning"]
    assert in_place(trade, "SK").industry == "construction"
    assert in_place(trade, "AB").industry == "retail-and-services"
    assert in_place(trade, "AB").fact is None


def test_a_partner_named_for_a_trade_takes_its_industry(catalogue: Catalogue) -> None:
    partners = {(place.code, partner.id): partner for place in catalogue.jurisdictions for partner in place.partners}
    found = [in_place(trade, place.code) for trade in catalogue.trades for place in trade.places]
    odd = [
        (one.trade.word, one.partner)
        for one in found
        if one.fact and one.partner and not (partner := partners[one.fact.code, one.partner]).any_industry
        if one.industry not in partner.industries
    ]
    assert odd == []


def test_the_ids_of_trades_name_the_trade_and_the_place(catalogue: Catalogue) -> None:
    ids = [(place.id, place.code) for trade in catalogue.trades for place in trade.places]
    assert [pair for pair in ids if not re.fullmatch(rf"trade-[a-z0-9-]+-{pair[1].lower()}", pair[0])] == []
    assert max(Counter(ids).values()) == 1


def test_a_word_that_stands_twice_is_refused(refused: Callable[[str], str]) -> None:
    assert "the word 'framer' stands twice" in refused(TEXT.replace("- word: roofer\n", "- word: framer\n", 1))


def test_an_unknown_industry_of_a_trade_is_refused(refused: Callable[[str], str]) -> None:
    place = TEXT.index("- word: roofer")
    broken = TEXT[:place] + TEXT[place:].replace("industry: construction", "industry: roofing", 1)
    assert "unknown industry 'roofing'; accepted are" in refused(broken)


def test_an_unknown_partner_of_a_trade_is_refused(refused: Callable[[str], str]) -> None:
    place = TEXT.index("- id: trade-roofer-mb")
    broken = TEXT[:place] + TEXT[place:].replace("partner: csam", "partner: nobody", 1)
    assert "unknown partner 'nobody'; known are" in refused(broken)


def test_a_trade_told_twice_for_one_place_is_refused(refused: Callable[[str], str]) -> None:
    place = TEXT.index("- id: trade-plumber-sk")
    broken = TEXT[:place] + TEXT[place:].replace("code: SK", "code: MB", 1)
    assert "'MB' stands twice for 'plumber'" in refused(broken)
