"""What would change the verdict: every single answer that leads to another route, nearest first."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.changes import would_change
from quiz.facts import Partner
from quiz.words import Words
from tests.quiz.made_up import AVERAGE, BUILDERS, FULL_TIME, TWO_SIZES, partner, place, size_class, visitor

THREE_ROUTES = partner("builders", ("Owner", {"at_most": 1}), *TWO_SIZES)
ALONE = partner("builders", ("Owner", {"works_alone": True}), *TWO_SIZES)
HIRING = partner("builders", ("Small", {"without_subcontractors": True}), ("COR", {}))
HOURS = partner(
    "builders",
    ("Small", {"full_time_equivalents_below": 20, "full_time_hours": 2_000}),
    ("COR", {}),
    counting=FULL_TIME,
)
PEAK = partner("builders", ("Small", {"at_most": 24, "average_below": 20}), ("COR", {}), counting=AVERAGE)
ALWAYS = partner("others", ("COR", {}), any_industry=True)
FITS_ALL = partner("builders", ("Middle", {"at_most": 4}), *TWO_SIZES)
SPLIT = partner("builders", ("Small", {"at_most": 4}), ("Small", {"at_most": 9}), ("COR", {}))
BETWEEN = partner("builders", ("Small", {"at_most": 4}), ("COR", {"at_most": 10}), ("Small", {}))
FEW = partner(
    "builders", ("Owner", {"works_alone": True}), ("Small", {"average_below": 3}), ("COR", {}), counting=AVERAGE
)
BIG_IS_SMALL = partner(
    "builders", ("Small", {"average_below": 20}), ("COR", {"at_most": 24}), ("Middle", {}), counting=AVERAGE
)


def found(texts: Words, *partners: Partner, **given: Any) -> list[tuple[dict[str, Any], str]]:
    """Each change with its route; the client takes both unless given."""
    there = visitor(*partners, **{"client_requires": "either", **given})
    return [(dict(change["if"]), change["then"]["route"]) for change in would_change(there, texts)]


@pytest.mark.parametrize(
    ("one", "given", "changes"),
    [
        (BUILDERS, {"people": 9}, [({"people": 11}, "cor"), ({"client_requires": "cor"}, "cor")]),
        (BUILDERS, {"people": 30}, [({"people": 10}, "secor")]),
        (BUILDERS, {"people": 11}, [({"people": 10}, "secor")]),
        (
            BUILDERS,
            {"people": 5, "client_requires": "cor"},
            [({"client_requires": "none"}, "secor")],
        ),
        (
            THREE_ROUTES,
            {"people": 5},
            [({"people": 1}, "owner-operator"), ({"people": 11}, "cor"), ({"client_requires": "cor"}, "cor")],
        ),
        (THREE_ROUTES, {"people": 30}, [({"people": 10}, "secor"), ({"people": 1}, "owner-operator")]),
        (
            FITS_ALL,
            {"people": 3},
            [({"people": 5}, "secor"), ({"people": 11}, "cor"), ({"client_requires": "cor"}, "cor")],
        ),
        (
            BUILDERS,
            {"count": {"employees": 7, "agency": 2}},
            [({"people": 11}, "cor"), ({"client_requires": "cor"}, "cor")],
        ),
        (
            BUILDERS,
            {"people": "unsure"},
            [({"people": 10}, "secor"), ({"people": 11}, "cor"), ({"client_requires": "cor"}, "cor")],
        ),
        (HIRING, {"subcontracts": "no"}, [({"subcontracts": "yes"}, "cor"), ({"client_requires": "cor"}, "cor")]),
        (HIRING, {"subcontracts": "yes"}, [({"subcontracts": "no"}, "secor")]),
        (
            HIRING,
            {"subcontracts": "unsure"},
            [({"subcontracts": "yes"}, "cor"), ({"subcontracts": "no"}, "secor"), ({"client_requires": "cor"}, "cor")],
        ),
        (
            ALONE,
            {"people": 2, "works_alone": "yes"},
            [
                ({"people": 3, "works_alone": "no"}, "secor"),
                ({"people": 11, "works_alone": "no"}, "cor"),
                ({"works_alone": "no"}, "secor"),
            ],
        ),
        (
            ALONE,
            {"people": 2, "works_alone": "no"},
            [
                ({"people": 1, "works_alone": "yes"}, "owner-operator"),
                ({"people": 11}, "cor"),
                ({"works_alone": "yes"}, "owner-operator"),
                ({"client_requires": "cor"}, "cor"),
            ],
        ),
        (
            HOURS,
            {"people": None, "payroll_hours": 30_000},
            [({"payroll_hours": 40_000}, "cor"), ({"client_requires": "cor"}, "cor")],
        ),
        (HOURS, {"people": None, "payroll_hours": 40_000}, [({"payroll_hours": 39_999}, "secor")]),
        (HOURS, {"people": None, "payroll_hours": "unsure"}, [({"client_requires": "cor"}, "cor")]),
        (
            PEAK,
            {"people": 24, "average_people": 19},
            [({"people": 25}, "cor"), ({"average_people": 20}, "cor"), ({"client_requires": "cor"}, "cor")],
        ),
        (
            PEAK,
            {"people": 24, "average_people": 20},
            [({"people": 19, "average_people": 19}, "secor"), ({"average_people": 19.99}, "secor")],
        ),
        (
            PEAK,
            {"people": 15, "average_people": 12},
            [({"people": 25}, "cor"), ({"client_requires": "cor"}, "cor")],
        ),
        (BUILDERS, {"count": {"employees": 9, "agency": 2}}, [({"client_requires": "cor"}, "cor")]),
        (BUILDERS, {"count": {"employees": 10, "agency": 1}}, [({"client_requires": "cor"}, "cor")]),
        (
            THREE_ROUTES,
            {"people": 9},
            [({"people": 11}, "cor"), ({"people": 1}, "owner-operator"), ({"client_requires": "cor"}, "cor")],
        ),
        (BETWEEN, {"people": 7}, [({"people": 4}, "secor"), ({"people": 11}, "secor")]),
        (
            SPLIT,
            {"people": "unsure"},
            [({"people": 9}, "secor"), ({"people": 10}, "cor"), ({"client_requires": "cor"}, "cor")],
        ),
        (
            HOURS,
            {"people": 5, "payroll_hours": 30_000},
            [({"payroll_hours": 40_000}, "cor"), ({"client_requires": "cor"}, "cor")],
        ),
    ],
)
def test_every_single_answer_that_leads_elsewhere_is_told_the_nearest_first(
    texts: Words, one: Partner, given: dict[str, Any], changes: list[tuple[dict[str, Any], str]]
) -> None:
    assert found(texts, one, **given) == changes


def test_another_partner_may_change_the_route(texts: Words) -> None:
    here = place(BUILDERS, ALWAYS)
    assert found(texts, at=here, partner="builders", people=5) == [
        ({"people": 11}, "cor"),
        ({"partner": "others"}, "cor"),
        ({"client_requires": "cor"}, "cor"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        partner("others", ("COR", {}), status="doubtful"),
        partner("others", *TWO_SIZES),
        partner("others", *TWO_SIZES, any_industry=True),
        partner("others", ("Middle", {"at_most": 10}), ("COR", {}), any_industry=True),  # by another name
        partner("others", ("COR", {}), industries=("trucking",)),
        partner("others", ("It depends", {"at_most": 3}), ("Small", {"without_subcontractors": True}), ("COR", {})),
    ],
)
def test_a_partner_that_says_the_same_or_takes_nobody_changes_nothing(texts: Words, other: Partner) -> None:
    here = place(partner("builders", *TWO_SIZES, any_industry=True), other)
    keys = [
        key
        for changed, _ in found(texts, at=here, partner="builders", people=5, industry="forestry")
        for key in changed
    ]
    assert "partner" not in keys


@pytest.mark.parametrize(
    ("own", "other", "answers", "offered"),
    [
        (("construction",), ("construction", "trucking"), {}, True),
        (("construction",), ("trucking",), {}, False),
        (("construction",), ("trucking",), {"industry": "unsure"}, False),
        (("construction",), ("trucking",), {"industry": "trucking"}, True),
        (("construction",), (), {}, True),
        ((), ("trucking",), {}, True),
    ],
)
def test_while_the_industry_is_not_known_only_partners_that_share_one_are_a_change(
    texts: Words, own: tuple[str, ...], other: tuple[str, ...], answers: dict[str, Any], offered: bool
) -> None:
    one = partner("builders", *TWO_SIZES, industries=own, any_industry=not own)
    two = partner("others", ("COR", {}), industries=other, any_industry=not other)
    changes = found(texts, at=place(one, two), partner="builders", people=5, **answers)
    assert (({"partner": "others"}, "cor") in changes) is offered


def test_a_change_to_a_certificate_without_one_name_is_told_by_what_it_is(texts: Words) -> None:
    middle = partner("others", ("Middle", {"at_most": 10}), ("COR", {}))
    changes = would_change(visitor(BUILDERS, middle, people=30), texts)
    smaller = next(change for change in changes if change["if"] == {"people": 10})
    assert smaller["then"] == {"route": "secor", "name": texts("certificate.shared-secor")}
    assert texts("certificate.shared-secor") in smaller["text"]


def test_while_the_partner_is_not_known_each_is_a_change(texts: Words) -> None:
    changes = found(texts, BUILDERS, ALWAYS, people=5)
    assert ({"partner": "builders"}, "secor") in changes
    assert ({"partner": "others"}, "cor") in changes


def test_where_nobody_certifies_nothing_changes(texts: Words) -> None:
    assert found(texts, at=place()) == []


@pytest.mark.parametrize(
    ("given", "key", "says", "gaps"),
    [
        ({"people": 9}, "people", "change.people", {"steps": ("more", 2), "people": "11 people", "name": "COR"}),
        ({"people": 10}, "people", "change.people", {"steps": ("more-one", 1), "people": "11 people", "name": "COR"}),
        ({"people": 12}, "people", "change.people", {"steps": ("fewer", 2), "people": "10 people", "name": "Small"}),
        (
            {"people": 11},
            "people",
            "change.people",
            {"steps": ("fewer-one", 1), "people": "10 people", "name": "Small"},
        ),
        ({"people": "unsure"}, "people", "change.people-known", {"people": "10 people", "name": "Small"}),
        ({"people": 9}, "client_requires", "change.client_requires-cor", {"name": "COR"}),
        (
            {"people": 9, "client_requires": "cor"},
            "client_requires",
            "change.client_requires-none",
            {"name": "Small"},
        ),
    ],
)
def test_a_change_is_told_in_a_sentence(
    texts: Words, given: dict[str, Any], key: str, says: str, gaps: dict[str, Any]
) -> None:
    told = next(c for c in would_change(visitor(**given), texts) if key in c["if"])
    if "steps" in gaps:
        direction, number = gaps["steps"]
        gaps = {**gaps, "steps": texts(f"change.{direction}", n=number)}
    assert told["text"] == texts(says, **gaps)


def test_the_certificate_of_a_change_has_its_name(texts: Words) -> None:
    assert would_change(visitor(people=9), texts)[0]["then"] == {"route": "cor", "name": "COR"}


def test_other_units_and_partners_are_told_with_their_numbers_and_names(texts: Words) -> None:
    hours = would_change(visitor(HOURS, people=None, payroll_hours=30_000), texts)[0]
    assert hours["text"] == texts("change.payroll_hours", value="40,000", name="COR")
    other = visitor(at=place(BUILDERS, ALWAYS), partner="builders", people=5, client_requires="either")
    told = next(c for c in would_change(other, texts) if "partner" in c["if"])
    assert told["text"] == texts("change.partner", partner="Others", name="COR")


def test_a_number_that_contradicts_what_was_said_takes_that_back(texts: Words) -> None:
    changes = found(texts, PEAK, people=25, average_people=19)
    assert ({"people": 24}, "secor") in changes
    assert ({"people": 19}, "secor") not in changes


@pytest.mark.parametrize(
    ("one", "given", "changes"),
    [
        (
            ALONE,
            {"people": "unsure", "works_alone": "no"},
            [
                ({"people": 1, "works_alone": "yes"}, "owner-operator"),
                ({"people": 10}, "secor"),
                ({"people": 11}, "cor"),
            ],
        ),
        (
            FEW,
            {"people": 2, "works_alone": "yes", "average_people": 1.5},
            [({"people": 3, "works_alone": "no"}, "secor")],
        ),
        (
            THREE_ROUTES,
            {"people": 1, "works_alone": "yes"},
            [({"people": 2}, "secor"), ({"people": 11, "works_alone": "no"}, "cor")],
        ),
        (
            FEW,
            {"people": 5, "works_alone": "no", "average_people": 4},
            [
                ({"people": 2, "average_people": 2}, "secor"),
                ({"people": 1, "average_people": 1, "works_alone": "yes"}, "owner-operator"),
            ],
        ),
        (
            BIG_IS_SMALL,
            {"people": 30, "average_people": 24},
            [({"people": 24}, "cor"), ({"people": 19, "average_people": 19}, "secor")],
        ),
    ],
)
def test_another_number_of_people_keeps_the_answers_that_it_leaves_possible(
    texts: Words, one: Partner, given: dict[str, Any], changes: list[tuple[dict[str, Any], str]]
) -> None:
    assert [change for change in found(texts, one, **given) if "people" in change[0]] == changes


def test_working_alone_is_a_change_only_where_there_are_two_people(texts: Words) -> None:
    for given in ({"count": {"employees": 1, "agency": 1}}, {"count": {"employees": 2, "agency": 1}}):
        assert not [changed for changed, _ in found(texts, ALONE, **given) if "works_alone" in changed]


@pytest.mark.parametrize(("people", "averages"), [(15, [10]), (10, [10]), (9, [])])
def test_no_average_above_the_peak_is_a_change(texts: Words, people: int, averages: list[int]) -> None:
    one = partner(
        "builders",
        *(("It depends", {"average_below": 10}), ("COR", {"average_below": 20}), ("COR", {})),
        counting=AVERAGE,
    )
    here = place(one, partner("others", ("It depends", {})))
    changes = found(texts, at=here, people=people, average_people=5)
    assert [changed["average_people"] for changed, _ in changes if "average_people" in changed] == averages


def test_each_partner_that_gives_another_certificate_is_a_change_of_its_own(texts: Words) -> None:
    here = place(BUILDERS, ALWAYS, replace(ALWAYS, id="third"))
    changes = found(texts, at=here, partner="builders", people=5)
    assert [changed["partner"] for changed, _ in changes if "partner" in changed] == ["others", "third"]


@pytest.mark.parametrize(("holds", "name"), [("cor", "COR, which you hold"), ("secor", "COR"), (None, "COR")])
def test_a_change_to_what_is_in_hand_says_so(texts: Words, holds: str | None, name: str) -> None:
    more = would_change(visitor(people=10, holds=holds), texts)[0]
    assert more["text"] == f"One more person (11 people): {name}"


TWO_FULL_ONES = (replace(size_class("middle", "COR", at_most=10), name="Middle COR"), size_class("cor", "COR"))


@pytest.mark.parametrize(
    ("partners", "given"),
    [
        ((replace(BUILDERS, size_classes=TWO_FULL_ONES),), {"people": 10}),
        ((partner("builders", ("Small", {"at_most": 10, "counts_as_cor": True}), ("COR", {})),), {"people": 10}),
        ((BUILDERS, partner("others", *TWO_SIZES)), {"people": 10, "partner": "builders", "home_partner": "others"}),
    ],
)
def test_what_another_class_or_partner_may_have_given_is_not_said_to_be_in_hand(
    texts: Words, partners: tuple[Partner, ...], given: dict[str, Any]
) -> None:
    told = would_change(visitor(*partners, holds="cor", **given), texts)
    assert [change["text"] for change in told if "which you hold" in change["text"]] == []


def test_no_average_above_everybody_counted_is_proposed(texts: Words) -> None:
    one = partner("builders", ("Small", {"average_below": 20}), ("COR", {}), counting=AVERAGE)
    told = would_change(visitor(one, people=None, count={"employees": 12}, average_people=8), texts)
    assert "average_people" not in [key for change in told for key in change["if"]]


@pytest.mark.parametrize(("any_of_them", "told"), [(None, "subcontracts-no"), (True, "subcontracts-no-any")])
def test_a_class_that_takes_no_subcontractor_is_told_so(texts: Words, any_of_them: bool | None, told: str) -> None:
    conditions = {"without_subcontractors": True, "without_any_subcontractor": any_of_them}
    there = visitor(partner("builders", ("Small", conditions), ("COR", {})), subcontracts="yes")
    assert next(change["text"] for change in would_change(there, texts)) == texts(f"change.{told}", name="Small")


def test_other_hours_leave_what_was_said_of_working_alone(texts: Words) -> None:
    changes = found(texts, HOURS, people=None, payroll_hours=3_000, works_alone="yes")
    assert ({"payroll_hours": 40_000}, "cor") in changes


def test_which_of_two_small_classes_is_in_hand_is_not_said_of_the_one_that_would_fit(texts: Words) -> None:
    one = partner("builders", ("Small", {"at_most": 4}), ("Middle", {"at_most": 10}), ("COR", {}))
    told = [change["text"] for change in would_change(visitor(one, people=11, holds="secor"), texts)]
    assert told[0] == "One person fewer (10 people): Middle"
