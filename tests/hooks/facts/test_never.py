"""Entries that are never used: each is told at its place, with what would be accepted."""

from collections.abc import Mapping

import pytest

from hooks.facts.catalogue import load
from hooks.facts.model import Catalogue, When
from hooks.facts.named import unnamed
from hooks.facts.never import never_used
from hooks.facts.yaml_marks import Finding, Place

FACTS = load()
ALBERTA = FACTS.jurisdictions[0]
HERE: Place = ("jurisdictions", 0)


def alberta(**parts: object) -> Catalogue:
    """The facts with other parts in the first place."""
    places = (ALBERTA.model_copy(update=parts), *FACTS.jurisdictions[1:])
    return FACTS.model_copy(update={"jurisdictions": places})


def first[T](entries: tuple[T, ...], **parts: object) -> tuple[T, ...]:
    """The entries with other parts in the first."""
    return (entries[0].model_copy(update=parts), *entries[1:])  # type: ignore[attr-defined]


def only(found: list[Finding]) -> Place:
    """The place of the one finding, which says what would be accepted."""
    ((place, told, _),) = found
    assert "accepted" in told
    return place


def test_every_fact_is_used_somewhere() -> None:
    assert [*never_used(FACTS)] == []


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"bidding": False, "working": False}, ("bidding",)),
        ({"granted_by": "acsa", "refuses": ("esc", "acsa")}, ("refuses", 1)),
        ({"granted_by": None, "to": "same-partner"}, ("to",)),
    ],
)
def test_a_letter_that_nobody_can_have_is_told(parts: Mapping[str, object], place: Place) -> None:
    changed = alberta(letters=first(ALBERTA.letters, **parts))
    assert only([*never_used(changed)]) == (*HERE, "letters", 0, *place)


@pytest.mark.parametrize("holds", [("cor",), ("cor", "secor")])
def test_a_case_of_which_nothing_is_left_is_told(holds: tuple[str, ...]) -> None:
    when = ALBERTA.cautions[0].when.model_copy(update={"holds": holds, "unless_holds": ("secor", "cor")})
    changed = alberta(cautions=first(ALBERTA.cautions, when=when))
    assert only([*never_used(changed)]) == (*HERE, "cautions", 0, "when", "unless_holds")


def test_a_case_of_which_something_is_left_is_accepted() -> None:
    when = ALBERTA.cautions[0].when.model_copy(update={"holds": ("cor", "none"), "unless_holds": ("cor",)})
    assert [*never_used(alberta(cautions=first(ALBERTA.cautions, when=when)))] == []


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"one_person": True, "people_over": 1}, "people_over"),
        ({"partner_unsure": True, "partners": ("acsa",)}, "partners"),
        ({"holds": ("none", "expired"), "portability": ("letter",)}, "portability"),
        ({"holds": ("expired",), "unless_holds": ("cor",)}, "unless_holds"),
        ({"holds": ("secor", "none"), "local_base": ("yes",)}, "local_base"),
        ({"holds": ("expired",), "work_started": ("no", "yes")}, "work_started"),
    ],
)
def test_a_case_in_which_nobody_can_be_is_told(parts: Mapping[str, object], place: str) -> None:
    changed = alberta(cautions=first(ALBERTA.cautions, when=When(**parts)))  # type: ignore[arg-type]
    assert only([*never_used(changed)]) == (*HERE, "cautions", 0, "when", place)


@pytest.mark.parametrize(
    "parts",
    [
        {"one_person": True, "people_over": 0},
        {"partner_unsure": True, "partners": ("acsa", "aasp")},
        {"holds": ("none", "cor"), "portability": ("letter",)},
        {"holds": ("none", "cor-elsewhere"), "local_base": ("yes",)},
        {"holds": ("none",), "local_base": ("no", "unsure")},
        {"work_started": ("yes",)},
    ],
)
def test_a_case_in_which_somebody_can_be_is_accepted(parts: Mapping[str, object]) -> None:
    assert [*never_used(alberta(cautions=first(ALBERTA.cautions, when=When(**parts))))] == []  # type: ignore[arg-type]


def test_a_case_of_classes_that_have_none_of_its_routes_is_told() -> None:
    when = When(names=("SECOR",), routes=("cor", "owner-operator"))
    found = unnamed(alberta(cautions=first(ALBERTA.cautions, when=when)))
    assert only([*found]) == (*HERE, "cautions", 0, "when", "routes")


def test_a_partner_for_no_industry_is_told_unless_it_is_doubtful() -> None:
    parts = {"industries": (), "any_industry": False}
    changed = alberta(partners=first(ALBERTA.partners, **parts, status="active"))
    assert only([*never_used(changed)]) == (*HERE, "partners", 0, "industries")
    assert [*never_used(alberta(partners=first(ALBERTA.partners, **parts, status="doubtful")))] == []


def test_a_second_process_for_the_same_classes_is_told_at_its_route() -> None:
    small, full = ALBERTA.default_processes
    twice = small.model_copy(update={"routes": ("owner-operator", "secor")})
    found = never_used(alberta(default_processes=(small, full, twice)))
    assert only([*found]) == (*HERE, "default_processes", 2, "routes", 1)


def test_names_tell_two_processes_of_one_route_apart() -> None:
    full = ALBERTA.default_processes[1]
    one, other = (full.model_copy(update={"names": (name,)}) for name in ("Standard COR", "COR"))
    assert [*never_used(alberta(default_processes=(one, other, full)))] == []
    assert only([*never_used(alberta(default_processes=(one, other, one)))])[-2:] == ("routes", 0)


def test_a_process_that_names_a_class_of_another_route_is_told() -> None:
    processes = first(ALBERTA.default_processes, names=("COR",))
    assert only([*unnamed(alberta(default_processes=processes))]) == (*HERE, "default_processes", 0, "names", 0)
