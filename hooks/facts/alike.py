"""What belongs to one place or one body and bears the name of another, and what is said twice."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from hooks.facts.entry import Contact, Statement, walk
from hooks.facts.model import Buyer, Catalogue, Jurisdiction
from hooks.facts.partner import Partner
from hooks.facts.yaml_marks import Finding, Place
from quiz.decision import slug

PROCESSES = ("processes", "default_processes")


def mistaken(catalogue: Catalogue) -> Iterator[Finding]:
    """Every name, account, telephone and note by which one thing is taken for another."""
    names = [place.name for place in catalogue.jurisdictions]
    for number, place in enumerate(catalogue.jurisdictions):
        yield from _place(place, ("jurisdictions", number), names, number)
    for spot, entry in walk(catalogue):
        match entry:
            case Contact():
                yield from _telephones(entry, spot)
            case Partner():
                yield from _said_twice(walk(entry), spot)
            case Jurisdiction():
                yield from _said_twice(walk(entry.model_copy(update={"partners": ()})), spot)
    national = (catalogue.national, catalogue.cautions)
    for name, entries in zip(("national", "cautions"), national, strict=True):
        yield from _said_twice(walk(entries), (name,))


def _place(place: Jurisdiction, spot: Place, names: list[str], number: int) -> Iterator[Finding]:
    follows, said = place.slug == slug(place.name), place.name in place.in_name
    if place.name in names[:number]:
        yield (*spot, "name"), f"'{place.name}' is another place's name; one of its own is accepted", False
    elif not (follows or said):  # rather a slip in the name than two beside it
        told = f"'{place.name}' goes with neither '{place.slug}' nor '{place.in_name}'; one that does is accepted"
        yield (*spot, "name"), told, False
    elif not follows:
        told = f"'{place.slug}' does not follow from the name '{place.name}'; '{slug(place.name)}' is accepted"
        yield (*spot, "slug"), told, False
    elif not said:
        told = f"'{place.in_name}' does not name {place.name}; one like 'in {place.name}' is accepted"
        yield (*spot, "in_name"), told, False
    else:
        yield from _of_another(place, "in_name", spot, names)
    yield from _of_another(place, "account", spot, names)


def _of_another(place: Jurisdiction, key: str, spot: Place, names: list[str]) -> Iterator[Finding]:
    said: str = getattr(place, key)
    other = next((name for name in names if name in said and name not in place.name), None)
    if other:
        yield (*spot, key), f"'{said}' names {other}; what is in {place.name} alone is accepted", False


def _telephones(contact: Contact, spot: Place) -> Iterator[Finding]:
    numbers = [number and number.removeprefix("1-") for number in (contact.phone, contact.other_phone)]
    if numbers[0] and numbers[0] == numbers[1]:
        told = f"'{contact.other_phone}' is `phone` again; another number is accepted, or none"
        yield (*spot, "other_phone"), told, False


def _said_twice(entries: Iterable[tuple[Place, BaseModel]], spot: Place) -> Iterator[Finding]:
    """What one fact of a partner, a place or all of Canada says and another of them says again, word for word."""
    seen: dict[str, tuple[Place, str]] = {}
    for place, text, called in _texts(entries):
        first, of_first = seen.setdefault(" ".join(text.casefold().split()).rstrip("."), (place, called))
        if first != place and not _may_repeat(first, place):
            yield (*spot, *place), f"'{called}' says what '{of_first}' says; once is accepted", False


def _texts(entries: Iterable[tuple[Place, BaseModel]]) -> Iterator[tuple[Place, str, str]]:
    """Every sentence, where it stands, and the name of what says it. One of a class may hold for another class too."""
    for place, entry in entries:
        match entry:
            case Statement() | Buyer():
                yield (*place, "text"), entry.text, entry.id
            case Partner() | Jurisdiction():
                yield from (((*place, "unknown", n), line, "unknown") for n, line in enumerate(entry.unknown))


def _may_repeat(one: Place, other: Place) -> bool:
    """Whether a sentence may stand at both: the same part of two processes, or that a small firm may choose COR.

    The latter is told where it is a choice, and may be a caution as well. Lines of one list are compared in `legible`.
    """
    if one[0] in ("choose_cor", "unknown"):
        return other[0] == ("cautions" if one[0] == "choose_cor" else "unknown")
    return one[0] in PROCESSES and one[0] == other[0] and one[1] != other[1] and one[2] == other[2]
