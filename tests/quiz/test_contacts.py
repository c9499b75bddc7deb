"""How to reach each body that the verdict rests on."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.contacts import contacts
from quiz.facts import Contact, Jurisdiction, Letter
from quiz.holding import way
from tests.quiz.made_up import BOARD, BUILDERS, FROM_XB, MOVE, TWO_SIZES, checked, letter, partner, place, visitor


def contact(**values: Any) -> Contact:
    """A way to reach somebody."""
    return Contact(**{**checked("contact"), **values})


@pytest.mark.parametrize(
    ("reached", "told"),
    [
        (None, {}),
        (contact(phone="1"), {"phone": "1", "checked": "2029-12-01", "verified": True}),
        (
            contact(other_phone="2", email="a@example.org", confidence="low"),
            {"other_phone": "2", "email": "a@example.org", "checked": "2029-12-01", "verified": False},
        ),
    ],
)
def test_a_partner_is_reached_as_far_as_that_is_known(reached: Contact | None, told: dict[str, Any]) -> None:
    one = replace(BUILDERS, contact=reached, cor_url="https://builders.example/cor")
    own = {"id": "builders", "name": "Builders", "acronym": "BUILDERS", "url": "https://builders.example/cor"}
    assert contacts(visitor(one)) == [{**own, **told}]


def test_a_partner_without_a_page_for_the_certificate_is_reached_at_its_own() -> None:
    assert contacts(visitor())[0]["url"] == "https://builders.example/home"


def test_each_partner_that_may_be_it_is_reached() -> None:
    assert [told["id"] for told in contacts(visitor(BUILDERS, partner("others", *TWO_SIZES)))] == ["builders", "others"]


@pytest.mark.parametrize(("ask", "name"), [("", "Board"), ("Somebody better", "Somebody better")])
def test_the_authority_is_reached_where_nobody_certifies(ask: str, name: str) -> None:
    here = place(authority=replace(BOARD, ask=ask, contact=contact(phone="1")))
    own = {"id": "authority", "name": name, "url": "https://board.example/home"}
    assert contacts(visitor(at=here)) == [{**own, "phone": "1", "checked": "2029-12-01", "verified": True}]


@pytest.mark.parametrize(("filed_by", "files"), [("home", True), ("firm", False), (None, False)])
def test_the_home_body_comes_first_where_it_files_the_request(filed_by: str | None, files: bool) -> None:
    here = place(BUILDERS, letters=(letter("paper", filed_by=filed_by),))
    told = contacts(visitor(at=here, **FROM_XB))
    assert [one["id"] for one in told] == (["homers", "builders"] if files else ["builders", "homers"])
    assert [one.get("files", False) for one in told] == [files, False]


def test_who_brings_an_iso_certificate_asks_the_authority_and_then_the_partners_where_the_authority_grants_it() -> None:
    two = (BUILDERS, partner("others", *TWO_SIZES))
    granted: dict[str | None, list[str]] = {
        None: ["authority", "builders", "others"],
        "builders": ["builders"],
    }
    for granted_by, told in granted.items():
        here = place(*two, letters=(letter("way", to="iso-45001", granted_by=granted_by),))
        assert [one["id"] for one in contacts(visitor(at=here, holds="iso-45001"))] == told


OTHERS = partner("others", *TWO_SIZES, cor_url="https://others.example/cor")
MEMBER = replace(BUILDERS, cfcsa_member=True)


@pytest.mark.parametrize("answers", [FROM_XB, {**FROM_XB, "work_started": "yes"}, {"holds": "cor-elsewhere"}])
@pytest.mark.parametrize(
    ("granted_by", "reached"),
    [
        ("builders", ("builders", "Builders", "https://builders.example/home")),
        ("others", ("others", "Others", "https://others.example/cor")),
        (None, ("authority", "Board", "https://board.example/home")),
    ],
)
def test_whoever_gives_the_letter_is_reached(
    granted_by: str | None, reached: tuple[str, str, str], answers: dict[str, Any]
) -> None:
    here = place(MEMBER, OTHERS, letters=(letter("paper", granted_by=granted_by, working=True),))
    told, *others = contacts(visitor(at=here, partner="builders", **answers))
    assert (told["id"], told["name"], told["url"]) == reached
    # The visitor's own partner, and the body that certified him, may be asked as well.
    own = [] if granted_by == "builders" else ["builders"]
    assert [other["id"] for other in others] == [*own, *(["homers"] if answers.get("home_province") else [])]


def test_who_needs_no_letter_reaches_the_partner() -> None:
    here = place(MEMBER, OTHERS, letters=(letter("paper", granted_by="others", only_without_local_base=True),))
    (told,) = contacts(visitor(at=here, partner="builders", local_base="yes", **FROM_XB))
    assert told["id"] == "builders"


def test_the_home_body_is_reached_first_where_it_files_the_request_and_the_giver_after_it() -> None:
    here = place(BUILDERS, letters=(letter("paper", filed_by="home"),))
    assert [told["id"] for told in contacts(visitor(at=here, partner="builders", **FROM_XB))] == ["homers", "builders"]


def test_how_a_certificate_moves_is_asked_of_both_partners() -> None:
    moves = visitor(at=place(BUILDERS, OTHERS), partner="builders", holds="cor", home_partner="others")
    assert [told["id"] for told in contacts(moves)] == ["builders", "others"]


def test_partners_of_other_places_are_reached_where_the_facts_refer_to_them() -> None:
    here = place(authority=replace(BOARD, refers_to=("XB/homers",)))
    assert [told["id"] for told in contacts(visitor(at=here))] == ["homers"]


@pytest.mark.parametrize(
    ("source", "confidence", "told"),
    [
        ("https://directory.example/", "medium", True),
        ("https://www.builders.example/contact", "medium", None),
        ("https://directory.example/", "high", None),
    ],
)
def test_a_number_from_a_directory_is_told_as_one(source: str, confidence: Any, told: bool | None) -> None:
    reached = contact(phone="1", source=source, confidence=confidence)
    (found,) = contacts(visitor(replace(BUILDERS, contact=reached)))
    assert found.get("second_hand") is told


@pytest.mark.parametrize(
    ("own", "ids"),
    [
        (None, ["builders", "authority"]),
        (contact(), ["builders", "authority"]),
        (contact(phone="1"), ["builders"]),
        (contact(email="a@b.example"), ["builders"]),
    ],
)
def test_beside_a_partner_that_nobody_can_reach_stands_the_authority(own: Contact | None, ids: list[str]) -> None:
    here = place(replace(BUILDERS, contact=own), authority=replace(BOARD, contact=contact(phone="2")))
    assert [told["id"] for told in contacts(visitor(at=here))] == ids


CALLED = replace(BUILDERS, contact=contact(phone="1"))
ANSWERING = replace(BOARD, contact=contact(phone="1"))


@pytest.mark.parametrize(
    ("here", "answers", "ids"),
    [
        (place(CALLED), {}, ["builders", "homers"]),
        (place(CALLED), {"holds": "secor-elsewhere"}, ["builders", "homers"]),
        (place(replace(CALLED, status="doubtful")), {}, ["builders"]),
        (
            place(CALLED, letters=(letter("paper", only_without_local_base=True),)),
            {"local_base": "yes"},
            ["builders"],
        ),
        (
            place(CALLED, OTHERS, letters=(letter("paper", granted_by="others"),)),
            {"partner": "builders"},
            ["builders", "others"],
        ),
        (place(authority=ANSWERING), {}, ["authority", "homers"]),
        (place(), {}, ["authority"]),
        (place(BUILDERS), {}, ["builders"]),
        (place(authority=ANSWERING), {"home_province": None}, ["authority"]),
        (place(authority=replace(BOARD, refers_to=("XB/homers",))), {}, ["homers"]),
    ],
)
def test_the_home_body_is_reached_too_where_it_may_know_what_nobody_here_does(
    here: Jurisdiction, answers: dict[str, Any], ids: list[str]
) -> None:
    assert [told["id"] for told in contacts(visitor(at=here, **{**FROM_XB, **answers}))] == ids


@pytest.mark.parametrize(("letters", "holds"), [((), "secor"), ((MOVE,), "secor"), ((MOVE,), "cor")])
def test_a_certificate_that_is_to_be_moved_or_earned_anew_is_asked_about_at_both_partners(
    letters: tuple[Letter, ...], holds: str
) -> None:
    here = place(BUILDERS, OTHERS, letters=letters)
    there = visitor(at=here, partner="builders", holds=holds, home_partner="others")
    assert way(there) == "conversion"
    assert [told["id"] for told in contacts(there)] == ["builders", "others"]


@pytest.mark.parametrize(
    ("rules", "answers"),
    [
        ({"refuses": ("homers",)}, {}),
        ({}, {"work_started": "yes"}),
        ({"only_without_local_base": True}, {"local_base": "yes"}),
        ({"only_without_account": True}, {"account": "yes"}),
    ],
)
def test_whoever_gives_a_letter_is_not_called_by_whom_its_own_rules_leave_out(
    rules: dict[str, Any], answers: dict[str, Any]
) -> None:
    here = place(replace(CALLED, cfcsa_member=True), OTHERS, letters=(letter("paper", granted_by="others", **rules),))
    told = contacts(visitor(at=here, partner="builders", **FROM_XB, **answers))
    assert [one["id"] for one in told] == ["builders"]
