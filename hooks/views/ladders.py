"""The size classes of a partner as a reader sees them: rungs from the smallest up, and what several partners share.

Numbers come from the classes; a limit that changes in the facts changes every sentence made from here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from quiz.conditions import conditions
from quiz.fact import MOST_PEOPLE, Certainty, Route, worst
from quiz.facts import Conflict, Counting, Jurisdiction, Partner, SizeClass
from quiz.process import Process
from quiz.reasons import limits
from quiz.situation import has_cor
from quiz.words import Words

# No limit at all, from one number to another, in its conditions' words, from a number up, what no other class takes.
type Size = Literal["every", "range", "conditions", "from", "rest"]


@dataclass(frozen=True, slots=True)
class Rung:
    """Neighbouring classes of one route and name; `least` and `most` where its size is a plain number of people."""

    partner: Partner
    route: Route
    name: str
    classes: tuple[SizeClass, ...]
    conditions: tuple[str, ...]
    least: int | None
    most: int | None
    only: bool
    disputed: tuple[Certainty, ...] = ()  # how sure it is beside each dispute about everybody whom it takes
    left_over: bool = False  # for firms of this size that none of the classes before it takes

    @property
    def certainty(self) -> Certainty:
        """The weakest evidence of its classes, of who counts where a number decides, and of what disputes all of it."""
        counting = (self.partner.counting.certainty,) if self.numbered else ()
        return worst(*(size_class.certainty for size_class in self.classes), *counting, *self.disputed)

    @property
    def size(self) -> Size:
        """Which of the ways to say for whom it is says it best."""
        if self.only:
            return "every"
        if self.least and self.most and self.least > 1:
            return "range"
        if self.conditions:
            return "conditions"
        return "from" if self.least else "rest"

    @property
    def period(self) -> str | None:
        """Over which time its plain number of people counts; None where it has none."""
        return self.partner.counting.period if self.most or self.least else None

    @property
    def certifies(self) -> bool:
        """Whether it leads to a certificate at all, not to a question for somebody else."""
        return certifies(self.route)

    @property
    def small_cor(self) -> bool:
        """Whether it is a small class that is itself a COR, by its name too."""
        return self.classes[-1].counts_as_cor and has_cor(self.name)

    @property
    def process(self) -> Process | None:
        """How its certificate is earned, where that is verified."""
        return self.partner.process(self.route, self.name)

    @property
    def text(self) -> str:
        """What the facts say of a class that no number describes; empty where a limit says it all."""
        last = self.classes[-1]
        return last.text if self.route in ("ask", "none") or not self.numbered else ""

    @property
    def number(self) -> int:
        """The limit that it names, in whichever unit; 0 where it names none."""
        return number_of(self.classes[-1]) or 0

    @property
    def numbered(self) -> bool:
        """Whether a limit stands anywhere in the partner's classes."""
        return any(number_of(size_class) is not None for size_class in self.partner.size_classes)


@dataclass(frozen=True, slots=True)
class Shared:
    """One class that several partners of a place have, each with the same size and the same evidence."""

    rungs: tuple[Rung, ...]

    @property
    def rung(self) -> Rung:
        """One of them: they read alike."""
        return self.rungs[0]

    @property
    def partners(self) -> tuple[Partner, ...]:
        """The partners that have it."""
        return tuple(rung.partner for rung in self.rungs)

    @property
    def classes(self) -> tuple[SizeClass, ...]:
        """What the facts say of it."""
        return tuple(size_class for rung in self.rungs for size_class in rung.classes)


def number_of(size_class: SizeClass) -> int | None:
    """The limit that a class names, in whichever unit."""
    named = (condition.name for condition, _ in conditions(size_class) if condition.unit)
    return next((getattr(size_class, name) for name in named), None)


def _heads_only(size_class: SizeClass) -> bool:
    return [condition.unit for condition, _ in conditions(size_class)] == ["people"]


def ladder(partner: Partner, words: Words, conflicts: Sequence[Conflict] = ()) -> tuple[Rung, ...]:
    """The rungs of a partner in the order of its classes, given the disputes of its place."""
    grouped = [
        (route, name, tuple(classes))
        for (route, name), classes in groupby(partner.size_classes, key=lambda c: (c.route, c.name))
    ]
    rungs: list[Rung] = []
    below = 0
    for route, name, classes in grouped:
        last = classes[-1]
        heads = _heads_only(last)
        plain = heads or (not limits(last, words) and below > 0)
        rung = Rung(
            partner=partner,
            route=route,
            name=name,
            classes=classes,
            conditions=tuple(limits(last, words)),
            least=below + 1 if plain else None,
            most=last.at_most if heads else None,
            only=len(grouped) == 1,
            left_over=route == "ask" and bool(rungs),
        )
        rungs.append(replace(rung, disputed=_disputes(rung, conflicts)))
        below = max(below, last.at_most or 0) if heads else below
    return tuple(rungs)


def _disputes(rung: Rung, conflicts: Sequence[Conflict]) -> tuple[Certainty, ...]:
    """The evidence of each dispute that touches every size of a class; one about some sizes is no word on the rest."""
    return tuple(
        conflict.certainty
        for conflict in conflicts
        if rung.partner.id in conflict.partners and rung.least and not conflict.letters
        if not conflict.routes or rung.route in conflict.routes
        if any(first <= rung.least and (rung.most or MOST_PEOPLE) <= last for first, last in conflict.sizes)
    )


def certifies(route: Route) -> bool:
    """Whether a route leads to a certificate, not to a question for somebody else."""
    return route not in ("ask", "none")


def active(place: Jurisdiction) -> tuple[Partner, ...]:
    """The partners of which it is not doubtful that they certify; all of them where it is of every one."""
    return tuple(partner for partner in place.partners if partner.status == "active") or place.partners


def shared_rungs(place: Jurisdiction, words: Words) -> tuple[Shared, ...]:
    """Each class of the place once, with the partners that have it: by name, size and conditions."""
    by_class: dict[tuple[object, ...], list[Rung]] = {}
    for partner in active(place):
        for rung in ladder(partner, words, place.conflicts):
            key = (rung.route, rung.name, rung.least, rung.most, rung.conditions, rung.only, rung.certainty)
            by_class.setdefault(key, []).append(rung)
    return tuple(Shared(tuple(same)) for same in by_class.values())


def countings(place: Jurisdiction) -> tuple[tuple[Counting, tuple[Partner, ...]], ...]:
    """Each way of counting people once, with the partners that count so, where size decides anything there."""
    by_counting: dict[str, list[Partner]] = {}
    for partner in place.partners:
        if any(number_of(size_class) is not None for size_class in partner.size_classes):
            by_counting.setdefault(partner.counting.id, []).append(partner)
    return tuple((same[0].counting, tuple(same)) for same in by_counting.values())
