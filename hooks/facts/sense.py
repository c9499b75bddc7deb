"""Values that have the right shape, and together make no sense: classes in the wrong order, names without an address.

Ranges upside down are in `ranges`, days that have not come in `dated`.
"""

import re
from collections.abc import Iterator
from itertools import chain

from hooks.facts.entry import Fact, walk
from hooks.facts.model import Catalogue, Conflict, Jurisdiction
from hooks.facts.partner import Counting, Partner, SizeClass
from hooks.facts.yaml_marks import Finding, Place
from quiz.answers import CHOICES, UNSURE
from quiz.conditions import CONDITIONS
from quiz.decision import slug

SMALLEST_FIRST = ("owner-operator", "secor", "cor")
# Addresses below those of provinces and places that are taken.
TAKEN_SLUGS = {"index", "canada"}
TAKEN_IDS = {"index", "partners", "sizes", "notes", "former", "conflicts"}
SOURCE_MARK = re.compile(r"source-\d+(-\d+)?")  # where the list of sources on a page is led to
# What a visitor may answer in a partner's place, or elsewhere, so that no address tells the two apart.
ANSWERS = {UNSURE, "other", *chain.from_iterable(CHOICES.values())}


def nonsense(catalogue: Catalogue) -> Iterator[Finding]:
    """Everything that each part for itself would be right, and together cannot be."""
    for place, entry in walk(catalogue):
        if isinstance(entry, Counting) and "employees" not in entry.counted:
            yield (*place, "counted"), "nobody would count; a list with employees in it is accepted", False
        if isinstance(entry, SizeClass) and entry.route == "ask" and entry.question is None:
            yield place, "the route 'ask' goes with a `question`, which is missing; one to send is accepted", False
    yield from _ids(catalogue)
    for number, jurisdiction in enumerate(catalogue.jurisdictions):
        yield from _jurisdiction(jurisdiction, ("jurisdictions", number))


def _ids(catalogue: Catalogue) -> Iterator[Finding]:
    """Ids become addresses of pages, and of places on pages: each leads to one thing."""
    named = [(place, entry, entry.id) for place, entry in walk(catalogue) if isinstance(entry, Fact | Conflict)]
    facts = {name for _, entry, name in named if not isinstance(entry, Partner)}
    for place, entry, name in named:
        told = None
        if name in TAKEN_IDS or SOURCE_MARK.fullmatch(name):
            told = "the address of another page or heading"
        elif isinstance(entry, Partner) and name in ANSWERS:
            told = "an answer of the quiz"
        elif isinstance(entry, Partner) and name in facts:
            told = "the id of a fact, which may stand on the same page"
        if told:
            yield (*place, "id"), f"'{name}' is {told}; another id is accepted", False


def _jurisdiction(place: Jurisdiction, spot: Place) -> Iterator[Finding]:
    if place.slug in TAKEN_SLUGS:
        yield (*spot, "slug"), f"'{place.slug}' is the address of another page; another slug is accepted", False
    yield from _classes(place.default_size_classes, (*spot, "default_size_classes"))
    yield from _units(place.default_size_classes, place.default_counting, (*spot, "default_size_classes"))
    for number, partner in enumerate(place.partners):
        here = (*spot, "partners", number)
        yield from _classes(partner.size_classes, (*here, "size_classes"))
        yield from _limits_of(partner, place, here)
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


def _limits_of(partner: Partner, place: Jurisdiction, spot: Place) -> Iterator[Finding]:
    """The limits that a partner has or takes over go with its counting rule; told at the part that is written here."""
    if partner.size_classes:
        counting = partner.counting or place.default_counting
        yield from _units(partner.size_classes, counting, (*spot, "size_classes"))
    elif partner.counting:
        for _, told, key in _units(place.default_size_classes, partner.counting, ()):
            yield (*spot, "counting", "unit"), told, key


def _units(classes: tuple[SizeClass, ...], counting: Counting | None, spot: Place) -> Iterator[Finding]:
    """A limit goes with the unit of the counting rule; without a rule there is nothing to compare it with.

    A limit that reads no other answers than the unit's own does fits too: one for the peak beside one for the average.
    """
    if counting is None:
        return
    own = next(condition for condition in CONDITIONS if condition.unit == counting.unit)
    others = [c for c in CONDITIONS if c.unit and not c.edges.keys() <= own.edges.keys()]
    for number, found in enumerate(classes):
        for limit in (condition.name for condition in others if getattr(found, condition.name) is not None):
            told = f"'{limit}' of '{found.id}' does not go with the unit '{counting.unit}' of '{counting.id}'; "
            yield (*spot, number, limit), f"{told}'{own.name}' does", False


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
