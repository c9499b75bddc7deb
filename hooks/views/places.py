"""What the page of a place says first, and how its partners, audits and classes are told in a line of a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hooks.facts import model
from hooks.views.alike import Alike
from hooks.views.ladders import Shared
from quiz.facts import Counting, Partner, SizeClass

# More are told as a number: a list of names would fill the cell of a table.
NAMES = 3
ACRONYMS = 4

type Lead = Literal["nobody", "one", "classes"]
type Counted = Literal["one", "several", "no-limit", "unknown"]


@dataclass(frozen=True, slots=True)
class Period:
    """A time over which people are counted; `some` where other partners of the place count over another."""

    id: str
    some: bool


@dataclass(frozen=True, slots=True)
class Certifiers:
    """Who certifies at a place: names, or only how many where `named` is empty; and how many are in doubt."""

    active: int
    named: tuple[str, ...]
    doubtful: int


@dataclass(frozen=True, slots=True)
class AuditWay:
    """A first audit at a place, and what tells it apart: its classes, and of how many partners it is (0 if of all).

    `partners` has their acronyms, unless they are many.
    """

    way: Alike
    names: tuple[str, ...]
    among: int
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """A partner, named so that it can be told from a namesake elsewhere."""

    place: str
    acronym: str


@dataclass(frozen=True, slots=True)
class Somewhere:
    """Some partners of the country: how many, and where, unless they are many."""

    count: int
    named: tuple[Where, ...]


def somewhere(partners: Sequence[Where]) -> Somewhere:
    """Some partners as a cell of a table can hold them."""
    return Somewhere(len(partners), named=tuple(partners) if len(partners) <= ACRONYMS else ())


def lead(place: model.Jurisdiction, classes: Sequence[Shared]) -> Lead:
    """What the page of a place begins with: nobody certifies, one certificate for every size, or the classes."""
    if not place.partners:
        return "nobody"
    return "one" if len(classes) == 1 else "classes"


def counted(place: model.Jurisdiction, countings: Sequence[object]) -> Counted:
    """Whether one rule says who counts, several do, size changes nothing, or nothing is known."""
    if countings:
        return "one" if len(countings) == 1 else "several"
    return "no-limit" if place.partners else "unknown"


def periods(countings: Iterable[Counting]) -> tuple[Period, ...]:
    """The times over which people are counted, each once."""
    distinct = dict.fromkeys(counting.period for counting in countings)
    return tuple(Period(period, some=len(distinct) > 1) for period in distinct)


def certifiers(place: model.Jurisdiction) -> Certifiers:
    """Who certifies at a place, short enough for a table."""
    active = tuple(partner.name for partner in place.partners if partner.status == "active")
    return Certifiers(
        active=len(active),
        named=active if len(active) <= NAMES else (),
        doubtful=len(place.partners) - len(active),
    )


def audit_ways(place: model.Jurisdiction, ways: Iterable[Alike]) -> tuple[AuditWay, ...]:
    """The verified first audits of a place. Where all is alike nothing has to be named."""
    verified = tuple(way for way in ways if way.value)
    differ, several = len(verified) > 1, len(place.partners) > 1
    return tuple(_audit_way(way, named=differ or several, among=differ and several) for way in verified)


def _audit_way(way: Alike, *, named: bool, among: bool) -> AuditWay:
    partners = tuple(partner.acronym for partner in way.partners) if among else ()
    return AuditWay(way, way.names if named else (), len(partners), partners if len(partners) <= ACRONYMS else ())


def small_classes(classes: Iterable[Shared]) -> tuple[tuple[Shared, tuple[Partner, ...]], ...]:
    """The classes below the full certificate, each with its partners where several have a small class of their own."""
    small = tuple(shared for shared in classes if shared.rung.route in ("secor", "owner-operator"))
    several = sum(shared.rung.route == "secor" for shared in small) > 1
    return tuple((shared, shared.partners if several else ()) for shared in small)


def small_cors(classes: Iterable[Shared]) -> tuple[tuple[str, tuple[SizeClass, ...]], ...]:
    """The names of small classes that are themselves a COR, each once, with what the facts say of them."""
    named: dict[str, tuple[SizeClass, ...]] = {}
    for shared in classes:
        if shared.rung.small_cor:
            named[shared.rung.name] = (*named.get(shared.rung.name, ()), *shared.classes)
    return tuple(named.items())


def full_classes(classes: Iterable[Shared]) -> tuple[str, ...]:
    """The names of the full certificate at a place, each once."""
    return tuple(dict.fromkeys(shared.rung.name for shared in classes if shared.rung.route == "cor"))
