"""Two things with one name, and one thing said twice: each is told at the second, with what would be accepted."""

import pytest

from hooks.facts.alike import mistaken
from hooks.facts.catalogue import load
from hooks.facts.model import Catalogue, Jurisdiction
from hooks.facts.yaml_marks import Place

FACTS = load()
ALBERTA, OTHER = FACTS.jurisdictions[:2]


def told(changed: Jurisdiction) -> list[Place]:
    """Where something is found once the first place is another; each says what would be accepted."""
    facts: Catalogue = FACTS.model_copy(update={"jurisdictions": (changed, *FACTS.jurisdictions[1:])})
    found = [*mistaken(facts)]
    assert all("accepted" in what for _, what, _ in found)
    return [place for place, _, _ in found]


def test_nothing_in_the_facts_is_taken_for_another() -> None:
    assert told(ALBERTA) == []


def test_two_places_with_one_name_are_told_at_the_second() -> None:
    same = {key: getattr(OTHER, key) for key in ("name", "slug", "in_name", "account")}
    assert told(ALBERTA.model_copy(update=same)) == [("jurisdictions", 1, "name")]


def test_a_name_that_goes_with_nothing_beside_it_is_told_once() -> None:
    assert told(ALBERTA.model_copy(update={"name": "Albertta"})) == [("jurisdictions", 0, "name")]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("slug", "british-columbia"),
        ("in_name", "in British Columbia"),
        ("in_name", "in Alberta and British Columbia"),
        ("account", "British Columbia account"),
    ],
)
def test_what_names_another_place_is_told(key: str, value: str) -> None:
    assert told(ALBERTA.model_copy(update={key: value})) == [("jurisdictions", 0, key)]


@pytest.mark.parametrize("number", ["1-866-415-8690", "866-415-8690"])
def test_the_same_telephone_twice_is_told_at_the_other_one(number: str) -> None:
    contact = ALBERTA.authority.contact
    assert contact
    same = contact.model_copy(update={"phone": "1-866-415-8690", "other_phone": number})
    authority = ALBERTA.authority.model_copy(update={"contact": same})
    assert told(ALBERTA.model_copy(update={"authority": authority})) == [
        ("jurisdictions", 0, "authority", "contact", "other_phone")
    ]


def test_a_note_that_says_what_another_says_is_told_at_the_second() -> None:
    note = OTHER.partners[0].notes[0]
    again = note.model_copy(update={"id": "again", "text": f"  {note.text.upper()}"})
    assert told(ALBERTA.model_copy(update={"notes": (note, again)})) == [("jurisdictions", 0, "notes", 1, "text")]
    partner = ALBERTA.partners[0].model_copy(update={"notes": (note, again)})
    assert told(ALBERTA.model_copy(update={"partners": (partner, *ALBERTA.partners[1:])})) == [
        ("jurisdictions", 0, "partners", 0, "notes", 1, "text")
    ]


@pytest.mark.parametrize("key", ["cautions", "money", "conflicts", "interim", "letters", "former", "demand"])
def test_what_one_fact_of_a_place_says_no_other_says_again(key: str) -> None:
    place = next(place for place in FACTS.jurisdictions if getattr(place, key))
    number = FACTS.jurisdictions.index(place)
    entry = getattr(place, key)[-1]
    said = entry.readings[0].text if key == "conflicts" else entry.text
    note = OTHER.notes[0].model_copy(update={"id": "again", "text": said})
    facts = FACTS.model_copy(update={"jurisdictions": _with(number, notes=(*place.notes, note))})
    ((where, what, _),) = mistaken(facts)
    assert where[:2] == ("jurisdictions", number)
    assert {where[2], "notes" if where[2] == key else key} == {key, "notes"}
    assert "accepted" in what


def _with(number: int, **parts: object) -> tuple[Jurisdiction, ...]:
    places = list(FACTS.jurisdictions)
    places[number] = places[number].model_copy(update=parts)
    return tuple(places)


def test_what_is_unknown_of_a_partner_is_no_note_as_well() -> None:
    note = OTHER.partners[0].notes[0]
    unknown = ("The fee.", note.text, note.text)
    partner = ALBERTA.partners[0].model_copy(update={"notes": (note,), "unknown": unknown})
    assert told(ALBERTA.model_copy(update={"partners": (partner, *ALBERTA.partners[1:])})) == [
        ("jurisdictions", 0, "partners", 0, "notes", 0, "text")
    ]


def test_a_sentence_may_hold_for_two_ways_to_a_certificate_and_not_for_two_parts_of_one() -> None:
    small, full = ALBERTA.default_processes
    assert small.upkeep
    assert full.validity
    same = full.model_copy(update={"upkeep": small.upkeep})
    assert told(ALBERTA.model_copy(update={"default_processes": (small, same)})) == []
    validity = full.validity.model_copy(update={"text": small.upkeep.text})
    twice = full.model_copy(update={"validity": validity})
    assert told(ALBERTA.model_copy(update={"default_processes": (small, twice)})) == [
        ("jurisdictions", 0, "default_processes", 1, "validity", "text")
    ]


def test_what_holds_for_all_of_canada_is_said_once() -> None:
    again = FACTS.national[0].model_copy(update={"id": "again"})
    ((where, _, _),) = mistaken(FACTS.model_copy(update={"national": (*FACTS.national, again)}))
    assert where == ("national", len(FACTS.national), "text")
