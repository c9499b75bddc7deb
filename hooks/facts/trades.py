"""What visitors call their work: the industry and the partner behind a word, by place, and what must hold of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hooks.facts.model import Catalogue, Jurisdiction, Trade, TradePlace
from hooks.facts.yaml_marks import Finding, Place

OTHER = "other"  # the answer of the quiz for work that none of the industries holds


@dataclass(frozen=True, slots=True)
class Found:
    """What a trade is in one place; `fact` where a source says so, else it is our own reading."""

    trade: Trade
    industry: str
    partner: str | None
    wcb_code: str | None
    fact: TradePlace | None


def in_place(trade: Trade, code: str) -> Found:
    """The industry of a trade there, and the partner and the board's code where a source names them."""
    fact = next((place for place in trade.places if place.code == code), None)
    if fact is None:
        return Found(trade, trade.industry, None, None, None)
    return Found(trade, fact.industry or trade.industry, fact.partner, fact.wcb_code, fact)


def trade_findings(catalogue: Catalogue) -> Iterator[Finding]:
    """A word that stands twice, and an industry, a place or a partner that does not exist."""
    seen: set[str] = set()
    places: dict[str, Jurisdiction] = {place.code: place for place in catalogue.jurisdictions}
    for number, trade in enumerate(catalogue.trades):
        spot: Place = ("trades", number)
        for place, word in (
            ((*spot, "word"), trade.word),
            *(((*spot, "also", n), w) for n, w in enumerate(trade.also)),
        ):
            if word.lower() in seen:
                yield place, f"the word '{word}' stands twice in `trades`; once is accepted", False
            seen.add(word.lower())
        yield from _industry(trade.industry, catalogue, (*spot, "industry"))
        yield from _places(trade, places, catalogue, spot)


def _places(trade: Trade, places: Mapping[str, Jurisdiction], catalogue: Catalogue, spot: Place) -> Iterator[Finding]:
    codes: set[str] = set()
    for number, entry in enumerate(trade.places):
        here = (*spot, "places", number)
        if entry.code in codes:
            yield (*here, "code"), f"'{entry.code}' stands twice for '{trade.word}'; once is accepted", False
        codes.add(entry.code)
        if entry.industry:
            yield from _industry(entry.industry, catalogue, (*here, "industry"))
        ids = [partner.id for partner in places[entry.code].partners] if entry.code in places else []
        if entry.partner and entry.partner not in ids:
            told = f"unknown partner '{entry.partner}'; known are {', '.join(sorted(ids)) or 'none here'}"
            yield (*here, "partner"), told, False


def _industry(industry: str, catalogue: Catalogue, place: Place) -> Iterator[Finding]:
    accepted = (*catalogue.industries, OTHER)
    if industry not in accepted:
        yield place, f"unknown industry '{industry}'; accepted are {', '.join(accepted)}", False
