"""The tiles of the map on the list of places: the sizes up to which a place's small classes go, from the facts.

Where a tile stands is layout (`overrides/assets/tiles.css`); what it says is decided here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from hooks.facts.model import Jurisdiction
from hooks.views.ladders import Rung, Shared

type Kind = Literal["limits", "every-size", "not-verified"]


@dataclass(frozen=True, slots=True)
class Tile:
    """One place: its small classes' limits from the smallest, or why there are none."""

    place: Jurisdiction
    kind: Kind
    limits: tuple[int, ...]

    @property
    def short(self) -> str:
        """The limits for the smallest screens: one number, or the first and the last."""
        return "–".join(str(limit) for limit in dict.fromkeys((self.limits[0], self.limits[-1])))


def tiles(places: Iterable[Jurisdiction], classes_of: Callable[[str], tuple[Shared, ...]]) -> tuple[Tile, ...]:
    """A tile for every place, in the order of the names; `classes_of` gives the classes of a place by its code."""
    return tuple(_tile(place, classes_of(place.code)) for place in sorted(places, key=lambda place: place.name))


def _tile(place: Jurisdiction, classes: Iterable[Shared]) -> Tile:
    verified = [shared.rung for shared in classes if shared.rung.certainty != "unverified"]
    limits = sorted({most for rung in verified if rung.route == "secor" and (most := _most(rung)) is not None})
    kind: Kind = (
        "limits"
        if limits
        else "every-size"
        if any(rung.only and rung.certainty == "clear" for rung in verified)
        else "not-verified"
    )
    return Tile(place, kind, tuple(limits))


def _most(rung: Rung) -> int | None:
    """The largest number of people in a class; None where it counts in another unit."""
    return rung.classes[-1].at_most
