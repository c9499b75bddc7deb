"""What belongs to one place or one body and bears the name of another, and what is said twice."""

from collections.abc import Iterator

from hooks.facts.entry import Contact, Statement, walk
from hooks.facts.model import Catalogue, Jurisdiction
from hooks.facts.partner import Partner
from hooks.facts.yaml_marks import Finding, Place
from quiz.decision import slug


def mistaken(catalogue: Catalogue) -> Iterator[Finding]:
    """Every name, account, telephone and note by which one thing is taken for another."""
    names = [place.name for place in catalogue.jurisdictions]
    for number, place in enumerate(catalogue.jurisdictions):
        yield from _place(place, ("jurisdictions", number), names, number)
    for spot, entry in walk(catalogue):
        match entry:
            case Contact():
                yield from _telephones(entry, spot)
            case Jurisdiction():
                yield from _said_twice(entry.notes, (*spot, "notes"))
                yield from _said_twice(entry.demand, (*spot, "demand"))
            case Partner():
                yield from _said_twice(entry.notes, (*spot, "notes"))


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
    other = next((name for name in names if name in place.account and name not in place.name), None)
    if other:
        told = f"'{place.account}' is the account of {other}; the account in {place.name} is accepted"
        yield (*spot, "account"), told, False


def _telephones(contact: Contact, spot: Place) -> Iterator[Finding]:
    numbers = [number and number.removeprefix("1-") for number in (contact.phone, contact.other_phone)]
    if numbers[0] and numbers[0] == numbers[1]:
        told = f"'{contact.other_phone}' is `phone` again; another number is accepted, or none"
        yield (*spot, "other_phone"), told, False


def _said_twice(notes: tuple[Statement, ...], spot: Place) -> Iterator[Finding]:
    """Notes with the same text; elsewhere a sentence may hold for several classes."""
    seen: dict[str, str] = {}
    for number, note in enumerate(notes):
        first = seen.setdefault(" ".join(note.text.casefold().split()).rstrip("."), note.id)
        if first != note.id:
            told = f"'{note.id}' says what '{first}' says; once is accepted"
            yield (*spot, number, "text"), told, False
