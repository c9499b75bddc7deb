"""Keys of one entry that cannot be true together: each is told at its key, with what would be accepted."""

from collections.abc import Mapping

import pytest
from pydantic import BaseModel

from hooks.facts.catalogue import load
from hooks.facts.contradictions import contradictions, of_entry
from hooks.facts.entry import Contact
from hooks.facts.model import Buyer, Catalogue, Conflict, Former, Interim, Letter, Money, Refund, TradePlace, When
from hooks.facts.partner import Counting, Fee, Records, SizeClass, Training

FACTS = load()
ALBERTA = FACTS.jurisdictions[0]
FACT = {
    "id": "x",
    "source": "https://a.ca",
    "checked": FACTS.newest_check,
    "confidence": "high",
    "review_by": FACTS.newest_check,
}
SAID = {**FACT, "text": "It is so."}
SHARE = Refund(percent=5)
TWO = ALBERTA.conflicts[0].readings[:2]
CONFLICT = {"id": "x", "topic": "Size", "ours": "Ten.", "why": "It is newer.", "readings": TWO}
CLASS = {**FACT, "route": "cor", "name": "COR"}
BUYER = {**SAID, "name": "A city", "for": "roads"}
COUNTING = {**SAID, "unit": "people", "counted": ("employees",)}
HOURS = {"unit": "full-time-equivalents", "full_time_hours": 2080}
LETTERED = {**SAID, "name": "A letter"}
LETTER = {**SAID, "to": "any-cor"}
CONVERSION = {**LETTER, "kind": "conversion", "to": "other-partners", "holders_of": ("acsa",)}


def alberta(**parts: object) -> Catalogue:
    """The facts with other parts in the first place."""
    places = (ALBERTA.model_copy(update=parts), *FACTS.jurisdictions[1:])
    return FACTS.model_copy(update={"jurisdictions": places})


def test_no_fact_contradicts_itself() -> None:
    assert [*contradictions(FACTS)] == []


@pytest.mark.parametrize(
    ("kind", "parts", "key"),
    [
        (Contact, FACT, "id"),
        (Contact, {**FACT, "other_phone": "403-223-9008"}, "other_phone"),
        (Training, {**SAID, "none_seen": True, "days": 2}, "none_seen"),
        (Records, {**SAID, "months": 12, "short_valid_months": 12}, "short_valid_months"),
        (Records, {**SAID, "months": 12, "fewer_is_asked": True}, "fewer_is_asked"),
        (Fee, {**SAID, "each": "hour"}, "each"),
        (Fee, {**SAID, "or_more": True}, "or_more"),
        (Fee, {**SAID, "or_more": True, "dollars": 5, "dollars_to": 6}, "or_more"),
        (Money, {**SAID, "each": "hour"}, "each"),
        (Money, {**SAID, "none_found": True, "refund": SHARE}, "none_found"),
        (Money, {**SAID, "none_found": True, "dollars": 5}, "none_found"),
        (Money, {**SAID, "none_found": True, "first_year": True}, "none_found"),
        (Money, {**SAID, "fee": True, "refund": SHARE}, "fee"),
        (Money, {**SAID, "fee": True, "none_found": True}, "fee"),
        (Money, {**SAID, "dollars": 5, "refund": SHARE}, "refund"),
        (Money, {**SAID, "dollars": 5}, "dollars"),
        (Money, {**SAID, "dollars_to": 5}, "dollars_to"),
        (Money, {**SAID, "dollars": 5, "fee": True}, None),
        (Fee, {**SAID, "dollars": 5}, None),
        (Refund, {"percent": 5, "industry_rate": True, "base_premium": True}, "base_premium"),
        (Refund, {"percent": 5, "industry_rate": True}, None),
        (Counting, {**COUNTING, "period": "operating-months"}, "period"),
        (Counting, {**COUNTING, "period": "year"}, "period"),
        (Counting, {**COUNTING, "period": "peak"}, None),
        (Counting, {**COUNTING, "unit": "average-people", "period": "any-time"}, "period"),
        (Counting, {**COUNTING, "unit": "average-people", "period": "not-stated"}, None),
        (Counting, {**COUNTING, **HOURS, "period": "past-12-months"}, "period"),
        (Counting, {**COUNTING, **HOURS, "period": "year"}, None),
        (SizeClass, {**CLASS, "settled_by_count": True}, "settled_by_count"),
        (SizeClass, {**CLASS, "settled_by_demand": True}, "settled_by_demand"),
        (SizeClass, {**CLASS, "settled_by_demand": True, "certainty": "confirm"}, None),
        (SizeClass, {**CLASS, "question": "Do you take us?"}, "question"),
        (SizeClass, {**CLASS, "question": "Do you take us?", "certainty": "confirm"}, None),
        (SizeClass, {**CLASS, "question": "Do you take us?", "route": "ask"}, None),
        (SizeClass, {**CLASS, "without_any_subcontractor": True}, "without_any_subcontractor"),
        (SizeClass, {**CLASS, "without_any_subcontractor": True, "without_subcontractors": True}, None),
        (Interim, {**LETTERED, "asked_of": "acsa", "when": When(partners=("esc",))}, "asked_of"),
        (Interim, {**LETTERED, "asked_of": "acsa", "when": When(partners=("esc", "acsa"))}, None),
        (Interim, {**LETTERED, "asked_of": "acsa"}, None),
        (Letter, {**LETTER, "then_certificate": True, "working": True}, "then_certificate"),
        (Letter, {**LETTER, "then_certificate": True}, None),
        (Letter, {**LETTER, "takes_days_to": 9}, "takes_days_to"),
        (SizeClass, {**CLASS, "counts_as_cor": True}, "counts_as_cor"),
        (SizeClass, {**CLASS, "certainty": "unverified"}, "certainty"),
        (Letter, {**LETTER, "one_way": True}, "one_way"),
        (Letter, {**LETTER, "granted_by": "esc", "asks": "a form", "filed_by": "home", "bidding": False}, None),
        (Letter, CONVERSION, "kind"),
        (Letter, {**CONVERSION, "granted_by": "acsa"}, "holders_of"),
        (Letter, {**CONVERSION, "granted_by": "esc", "refuses": ("acsa",)}, "refuses"),
        (Letter, {**CONVERSION, "granted_by": "esc", "one_way": True}, None),
        (Conflict, {**CONFLICT, "readings": TWO[:1]}, "readings"),
        (Conflict, {**CONFLICT, "why": "ten"}, "why"),
        (Conflict, CONFLICT, None),
        (Buyer, {**BUYER, "accepts": ("secor",)}, "accepts"),
        (Buyer, {**BUYER, "accepts": ("other", "secor")}, "accepts"),
        (Buyer, {**BUYER, "accepts": ("other",)}, None),
        (Buyer, {**BUYER, "accepts": ("secor", "cor")}, None),
        (TradePlace, {**FACT, "code": "AB"}, "code"),
        (TradePlace, {**FACT, "code": "AB", "wcb_code": "40700"}, None),
    ],
)
def test_an_entry_that_says_two_things_is_told_at_its_key(
    kind: type[BaseModel], parts: Mapping[str, object], key: str | None
) -> None:
    found = [*of_entry(kind(**parts))]
    assert [where for where, _ in found] == ([key] if key else [])
    assert all("accepted" in told for _, told in found)


@pytest.mark.parametrize("name", ["ACSA", ALBERTA.partners[1].name])
def test_a_partner_is_not_a_former_body_of_its_own_place(name: str) -> None:
    former = Former(**SAID, name=name)  # type: ignore[arg-type]
    place = ALBERTA.model_copy(update={"former": (*ALBERTA.former, former)})
    facts = FACTS.model_copy(update={"jurisdictions": (place, *FACTS.jurisdictions[1:])})
    ((where, told, _),) = contradictions(facts)
    assert where == ("jurisdictions", 0, "former", len(ALBERTA.former), "name")
    assert "accepted" in told


def test_a_place_does_not_refer_to_itself() -> None:
    authority = ALBERTA.authority.model_copy(update={"refers_to": ("NB/nbcsa", "AB/acsa")})
    place = ALBERTA.model_copy(update={"authority": authority})
    facts = FACTS.model_copy(update={"jurisdictions": (place, *FACTS.jurisdictions[1:])})
    ((where, told, _),) = contradictions(facts)
    assert where == ("jurisdictions", 0, "authority", "refers_to", 1)
    assert "accepted" in told


def test_a_partner_that_is_no_member_gives_no_letter_of_the_federation() -> None:
    letters = (ALBERTA.letters[0].model_copy(update={"granted_by": "aasp", "to": "cfcsa-members"}),)
    ((where, told, _),) = contradictions(alberta(letters=letters))
    assert where == ("jurisdictions", 0, "letters", 0, "to")
    assert "accepted" in told


def test_where_something_is_paid_back_nothing_says_that_nothing_is() -> None:
    paid, *rest = ALBERTA.money
    assert paid.refund
    nothing = rest[0].model_copy(update={"none_found": True, "refund": None})
    ((where, told, _),) = contradictions(alberta(money=(paid, nothing)))
    assert where == ("jurisdictions", 0, "money", 1, "none_found")
    assert "accepted" in told
    elsewhere = (paid.model_copy(update={"partners": ("esc",)}), nothing.model_copy(update={"partners": ("acsa",)}))
    assert [*contradictions(alberta(money=elsewhere))] == []
