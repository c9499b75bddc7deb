"""Who asks for a certificate: every buyer of the facts beside its place, and what a visitor can choose them by."""

from collections.abc import Iterable
from dataclasses import dataclass

from hooks.facts.model import Buyer, Jurisdiction

# In the order in which a small firm would ask: what takes the least first.
WAYS = ("secor", "cor", "other")


@dataclass(frozen=True, slots=True)
class Asking:
    """One buyer at its place."""

    place: Jurisdiction
    told: Buyer


def asking(places: Iterable[Jurisdiction]) -> tuple[Asking, ...]:
    """Every buyer, place by place in the order of the facts."""
    return tuple(Asking(place, buyer) for place in places for buyer in place.buyers)


def ways(buyers: Iterable[Asking]) -> tuple[str, ...]:
    """What at least one of them takes: `secor`, `cor`, `other`."""
    taken = {way for one in buyers for way in one.told.accepts}
    return tuple(way for way in WAYS if way in taken)


def silent(places: Iterable[Jurisdiction]) -> tuple[Jurisdiction, ...]:
    """The places of which we know no buyer that asks."""
    return tuple(place for place in places if not place.buyers)
