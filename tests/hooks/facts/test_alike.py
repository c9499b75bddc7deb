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
    [("slug", "british-columbia"), ("in_name", "in British Columbia"), ("account", "British Columbia account")],
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
