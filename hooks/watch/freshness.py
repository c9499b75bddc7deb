"""What visitors may know of each page behind the facts: when it was read, and whether its text is still the same."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from hooks.facts.entry import Fact, facts_of
from hooks.facts.model import Catalogue
from hooks.watch.record import Lock, Record, State


@dataclass(frozen=True, slots=True)
class Freshness:
    """One page that facts rest on."""

    address: str
    checked: datetime.date  # when a person read it, by the table
    age: str | None  # what the copy that was read said of its age
    state: State | None  # what the last watch found; None where it was never watched
    since: datetime.date | None  # the first day of that state
    watched: datetime.date | None  # the last day on which the page came
    facts: tuple[Fact, ...]
    jurisdictions: tuple[str, ...]  # codes of the places whose facts they are, in the order of the file


def freshness(catalogue: Catalogue, records: Lock) -> tuple[Freshness, ...]:
    """A row for each page of `sources:`, in the order of the table."""
    facts: dict[str, list[Fact]] = {}
    for fact in facts_of(catalogue):
        facts.setdefault(fact.source, []).append(fact)
    places = _places(catalogue)
    rows = []
    for source in catalogue.sources:
        record = records.get(source.url)
        own = tuple(facts.get(source.url, ()))
        codes = tuple(dict.fromkeys(places[fact.id] for fact in own if fact.id in places))
        days = _days(record)
        rows.append(Freshness(source.url, source.checked, source.age, *days, own, codes))
    return tuple(rows)


def _days(record: Record | None) -> tuple[State | None, datetime.date | None, datetime.date | None]:
    return (record.state, record.since, record.read) if record else (None, None, None)


def _places(catalogue: Catalogue) -> Mapping[str, str]:
    return {fact.id: place.code for place in catalogue.jurisdictions for fact in facts_of(place)}
