"""What every partner of a place would say to the same business, at every size: the engine's own answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from hooks.views.ladders import number_of
from hooks.views.steady import steady_crew
from quiz.answers import UNSURE, Answers
from quiz.decision import side_by_side
from quiz.fact import MOST_PEOPLE
from quiz.facts import Facts, Jurisdiction, Partner
from quiz.shape import Verdict
from quiz.situation import resolve
from quiz.words import Words

# The table of sizes goes at least this far, and always past the largest limit and the last size in dispute.
LEAST_SIZES = 30


@dataclass(frozen=True, slots=True)
class Band:
    """Sizes that get the same answer; `last` is None for "and more", `until` the last size that was tried."""

    first: int
    last: int | None
    until: int
    route: str
    name: str
    certainty: str

    @property
    def span(self) -> Literal["from", "one", "range"]:
        """Whether it goes up from a number, is one number, or has two ends."""
        return "from" if self.last is None else "one" if self.first == self.last else "range"

    @property
    def doubtful(self) -> bool:
        """Whether its evidence is less than clear, which a reader has to be told."""
        return self.certainty != "clear"


@dataclass(frozen=True, slots=True)
class Row:
    """What one partner would say to the same business at every size."""

    partner: str
    acronym: str
    name: str
    doubtful: bool
    bands: tuple[Band, ...]

    @property
    def width(self) -> int:
        """The last size that was tried."""
        return self.bands[-1].until

    @property
    def one_answer(self) -> bool:
        """Whether every size gets the same certificate."""
        return len({(band.route, band.name) for band in self.bands}) == 1


def largest_limit(place: Jurisdiction) -> int:
    """The largest number that any class of the place names."""
    classes = (size_class for partner in place.partners for size_class in partner.size_classes)
    return max((number for number in map(number_of, classes) if number is not None), default=0)


def _last_size(place: Jurisdiction) -> int:
    """A size above which nothing changes any more: past every limit, and past every dispute that ends somewhere."""
    disputed = (last for conflict in place.conflicts for _, last in conflict.sizes if last < MOST_PEOPLE)
    return max(LEAST_SIZES, largest_limit(place) + 1, *(last + 1 for last in disputed))


def same_business(place: Jurisdiction, facts: Facts, words: Words) -> tuple[Row, ...]:
    """A steady crew of full-time people, without subcontractors or family, at every partner and every size."""
    if not place.partners:
        return ()
    sizes = range(1, _last_size(place) + 1)
    crews = [Answers(partner=UNSURE).but(**steady_crew(place, size)) for size in sizes]
    tables = [{row["id"]: row["verdict"] for row in side_by_side(resolve(crew, facts), words)} for crew in crews]
    return tuple(_row(partner, sizes, [table[partner.id] for table in tables]) for partner in place.partners)


def _row(partner: Partner, sizes: range, verdicts: Sequence[Verdict]) -> Row:
    bands = []
    for verdict, group in groupby(zip(sizes, verdicts, strict=True), key=lambda pair: _shown(pair[1])):
        numbers = [size for size, _ in group]
        last = None if numbers[-1] == sizes[-1] else numbers[-1]
        bands.append(Band(numbers[0], last, numbers[-1], *verdict))
    return Row(partner.id, partner.acronym, partner.name, partner.status == "doubtful", tuple(bands))


def _shown(verdict: Verdict) -> tuple[str, str, str]:
    return verdict["route"], verdict["name"], verdict["certainty"]
