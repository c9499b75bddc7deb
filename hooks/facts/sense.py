"""Values that have the right shape, and together make no sense: ranges upside down, classes in the wrong order.

Days are looked at in the plain data, where each was written; the rest once every entry has its shape.
"""

import datetime
from collections.abc import Callable, Iterator
from functools import cache

from pydantic import BaseModel

from hooks.facts.entry import walk
from hooks.facts.model import Catalogue, Conflict, Jurisdiction
from hooks.facts.partner import Counting, SizeClass
from hooks.facts.yaml_marks import Finding, Place, Plain, entries
from hooks.moment import latest_day
from quiz.decision import slug

# Each pair of keys of one entry: the first may not be above the second.
ORDERED = (
    ("valid_from", "valid_to"),
    ("people_from", "people_to"),
    ("least_months", "months"),
    ("dollars", "dollars_to"),
    ("percent", "percent_to"),
    ("at_least_dollars", "at_most_dollars"),
    ("each_element", "overall"),
)
LIMIT_OF = {
    "people": ("at_most",),
    "average-people": ("average_below", "at_most"),
    "full-time-equivalents": ("full_time_equivalents_below",),
}
LIMITS = ("at_most", "average_below", "full_time_equivalents_below")
SMALLEST_FIRST = ("owner-operator", "secor", "cor")
LAST_DAY = datetime.date(2200, 1, 1)
# Addresses below those of provinces and places that are taken.
TAKEN_SLUGS = {"index", "canada"}
TAKEN_IDS = {"index", "partners", "sizes", "notes", "former", "conflicts"}


def early_days(data: Plain, latest: Callable[[], datetime.date] = latest_day) -> Iterator[Finding]:
    """Every page that is said to have been read on a day that has not come yet."""
    last = cache(latest)
    for place, entry in entries(data):
        if place and place[-1] == "checked" and isinstance(entry, str) and (day := _day(entry)) and day > last():
            yield place, f"checked {day} has not come yet; a day no later than {last()} is accepted", False


def _day(text: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day < LAST_DAY else None  # later ones the model refuses


def nonsense(catalogue: Catalogue) -> Iterator[Finding]:
    """Everything that each part for itself would be right, and together cannot be."""
    for place, entry in walk(catalogue):
        yield from _ordered(entry, place)
        if isinstance(entry, Counting) and "employees" not in entry.counted:
            yield (*place, "counted"), "nobody would count; a list with employees in it is accepted", False
        if isinstance(entry, SizeClass) and entry.route == "ask" and entry.question is None:
            yield place, "the route 'ask' goes with a `question`, which is missing; one to send is accepted", False
    for number, jurisdiction in enumerate(catalogue.jurisdictions):
        yield from _jurisdiction(jurisdiction, ("jurisdictions", number))


def _ordered(entry: BaseModel, place: Place) -> Iterator[Finding]:
    fields = type(entry).model_fields  # most kinds of entry have none of these, and asking pydantic's models is slow
    for low, high in ORDERED:
        if not (low in fields and high in fields):
            continue
        least, most = getattr(entry, low), getattr(entry, high)
        if least is not None and most is not None and least > most:
            yield (*place, low), f"{low} {least} is above {high} {most}; at most {most} is accepted", False
    over, most = (getattr(entry, limit) if limit in fields else None for limit in ("people_over", "people_at_most"))
    if over is not None and most is not None and over >= most:
        told = f"people_over {over} and people_at_most {most} leave nobody; less than {most} is accepted"
        yield (*place, "people_over"), told, False
    if isinstance(entry, Conflict) and entry.people and entry.people_from is not None:
        yield (*place, "people_from"), "`people` and `people_from` say the same in two ways; one is accepted", True


def _jurisdiction(place: Jurisdiction, spot: Place) -> Iterator[Finding]:
    if place.slug in TAKEN_SLUGS:
        yield (*spot, "slug"), f"'{place.slug}' is the address of another page; another slug is accepted", False
    yield from _classes(place.default_size_classes, (*spot, "default_size_classes"))
    if place.default_counting:
        yield from _units(place.default_size_classes, place.default_counting, (*spot, "default_size_classes"))
    for number, partner in enumerate(place.partners):
        here = (*spot, "partners", number)
        if partner.id in TAKEN_IDS:
            yield (*here, "id"), f"'{partner.id}' is the address of another page; another id is accepted", False
        yield from _classes(partner.size_classes, (*here, "size_classes"))
        if partner.counting and not partner.size_classes:
            unit: Place = (*here, "counting", "unit")
            for _, told, key in _units(place.default_size_classes, partner.counting, ()):
                yield unit, told, key
    yield from _names(place, spot)


def _classes(classes: tuple[SizeClass, ...], spot: Place) -> Iterator[Finding]:
    """Read from the top, classes go from the smallest firms to the largest."""
    largest = -1
    for number, found in enumerate(classes):
        rank = SMALLEST_FIRST.index(found.route) if found.route in SMALLEST_FIRST else largest
        if rank < largest:
            told = f"the route '{found.route}' of '{found.name}' is for smaller firms than the class above it; "
            accepted = ", ".join(SMALLEST_FIRST)
            yield (*spot, number, "route"), f"{told}from the top, {accepted} is the order that is accepted", False
        largest = max(rank, largest)
        if ("secor" in slug(found.name).split("-") and found.route == "cor") or (
            slug(found.name) == "cor" and found.route != "cor"
        ):
            told = (
                f"the route '{found.route}' does not go with the name '{found.name}'; the one of that name is accepted"
            )
            yield (*spot, number, "route"), told, False


def _units(classes: tuple[SizeClass, ...], counting: Counting, spot: Place) -> Iterator[Finding]:
    """A limit of the place goes with the unit in which the place, or the partner that takes it over, counts."""
    fits = LIMIT_OF[counting.unit]
    for number, found in enumerate(classes):
        for limit in LIMITS:
            if getattr(found, limit) is not None and limit not in fits:
                told = f"'{limit}' of '{found.id}' does not go with the unit '{counting.unit}' of '{counting.id}'; "
                yield (*spot, number, limit), f"{told}'{fits[0]}' does", False


def _names(place: Jurisdiction, spot: Place) -> Iterator[Finding]:
    """Names of classes become addresses: each has letters, and no two of one place become the same."""
    seen: dict[str, str] = {}
    lists = [(place.default_size_classes, (*spot, "default_size_classes"))]
    lists += [(one.size_classes, (*spot, "partners", n, "size_classes")) for n, one in enumerate(place.partners)]
    for classes, here in lists:
        for number, found in enumerate(classes):
            word = slug(found.name)
            if not word or seen.setdefault(word, found.name) != found.name:
                other = f"is '{seen[word]}' in an address" if word else "has no letter for an address"
                yield (*here, number, "name"), f"'{found.name}' {other}; a name of its own is accepted", False
