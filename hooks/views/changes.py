"""The log of the facts, made from the facts: when each place was last checked, and what was corrected.

The file keeps one day for a fact, the newest, so the log says of each place when it was last read as a whole; a
correction stays in it with its dates.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from hooks.facts.entry import facts_of
from hooks.facts.model import Catalogue, Jurisdiction, Replaced


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the log; without a place it is about all of Canada."""

    id: str
    date: datetime.date
    kind: Literal["checked", "corrected"]
    place: Jurisdiction | None
    facts: int = 0
    of: int = 0
    replaced: Replaced | None = None


type Day = tuple[datetime.date, tuple[Change, ...]]


def changes(catalogue: Catalogue) -> tuple[Day, ...]:
    """The days on which something was checked or corrected, the newest first; corrections come before checks."""
    in_order = sorted((*_corrected(catalogue), *_checked(catalogue)), key=lambda change: change.kind, reverse=True)
    in_order.sort(key=lambda change: change.date, reverse=True)
    return tuple((date, tuple(same)) for date, same in groupby(in_order, key=lambda change: change.date))


def _corrected(catalogue: Catalogue) -> Iterator[Change]:
    places = {place.code: place for place in catalogue.jurisdictions}
    for old in catalogue.replaced:
        yield Change(f"{old.id}-{old.valid_to}", old.valid_to, "corrected", places[old.jurisdiction], replaced=old)


def _checked(catalogue: Catalogue) -> Iterator[Change]:
    for place in (None, *catalogue.jurisdictions):
        days = [fact.checked for fact in facts_of(place or (catalogue.national, catalogue.cautions))]
        if days:
            newest, name = max(days), place.slug if place else "canada"
            yield Change(f"{name}-{newest}", newest, "checked", place, days.count(newest), len(days))
