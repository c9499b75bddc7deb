"""The conditions that a size class may have: what each reads, when it holds, and where its answer can change.

A closed set. A new one that reads answers which are there is a line here, a field of `facts.SizeClass` and of the
build's model, and its words under [condition]; classes, flow, proof and sentences follow from the table. One that reads
a new answer wants a question too, and its values in `classes`, `changes` and `ahead.answer_sets`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from quiz.facts import Partner, SizeClass

KEPT = 512  # more than there are classes: what is worked out of one is asked for in every decision

type Number = int | float
type Values = Mapping[str, Number]


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition; `name` is its key in partners.yml and its id in the word file.

    `edges` names the answers that it reads, each with the values at which it may change, given its limit. `compared` is
    the attribute of the class that holds the limit in the unit of the answer, where that is not the told one. `unit` is
    the unit of `Counting` that a limit is in; a condition without one is met or not.
    """

    name: str
    holds: Callable[[int, Values], bool]
    edges: Mapping[str, Callable[[int], tuple[int, ...]]]
    compared: str = ""
    unit: str = ""


def _never(_: int) -> tuple[int, ...]:
    """A yes or no has no edge."""
    return ()


CONDITIONS = (
    # One person is alone, three are not; at two an office helper may be the second.
    Condition("works_alone", lambda _, v: bool(v["works_alone"]), {"people": lambda _: (2, 3), "works_alone": _never}),
    Condition("at_most", lambda limit, v: v["people"] <= limit, {"people": lambda limit: (limit + 1,)}, unit="people"),
    # An average is never above the peak, so a small peak settles it.
    Condition(
        "average_below",
        lambda limit, v: v["average_people"] < limit,
        {"people": lambda limit: (limit,), "average_people": lambda limit: (limit,)},
        unit="average-people",
    ),
    # Compared as hours, never rounded.
    Condition(
        "full_time_equivalents_below",
        lambda limit, v: v["payroll_hours"] < limit,
        {"payroll_hours": lambda limit: (limit,)},
        compared="payroll_hours_below",
        unit="full-time-equivalents",
    ),
    Condition("without_subcontractors", lambda _, v: not v["subcontracts"], {"subcontracts": _never}),
    Condition(
        "without_partner_or_family",
        lambda _, v: not v["works_with_partner_or_family"],
        {"works_with_partner_or_family": _never},
    ),
)
_READ = tuple(answer for condition in CONDITIONS for answer in condition.edges.items())
NUMBER_KEYS = tuple(dict.fromkeys(key for key, edge in _READ if edge is not _never))
YES_NO_KEYS = tuple(dict.fromkeys(key for key, edge in _READ if edge is _never))


@lru_cache(maxsize=KEPT)
def conditions(size_class: SizeClass) -> tuple[tuple[Condition, int], ...]:
    """The conditions that a class has, each with its limit, in the order in which they are told."""
    limits = [(one, getattr(size_class, one.compared or one.name)) for one in CONDITIONS]
    return tuple((one, limit) for one, limit in limits if limit is not None)


def holds(size_class: SizeClass, values: Values) -> bool:
    """Whether every condition of a class is met."""
    return all(condition.holds(limit, values) for condition, limit in conditions(size_class))


def keys_of(partner: Partner) -> set[str]:
    """The answers that a partner's classes depend on."""
    return {key for c in partner.size_classes for condition, _ in conditions(c) for key in condition.edges}


@lru_cache(maxsize=KEPT)
def edges(key: str, partners: tuple[Partner, ...]) -> tuple[int, ...]:
    """The values of an answer from which on some class of these partners may decide otherwise, from the smallest."""
    classes = (size_class for partner in partners for size_class in partner.size_classes)
    each = (c.edges[key](limit) for size_class in classes for c, limit in conditions(size_class) if key in c.edges)
    return tuple(sorted({edge for some in each for edge in some}))
