"""Which class fits while answers are missing: the states of the world that are tried, and the question that helps."""

from typing import Any

import pytest

from quiz.answers import Answers
from quiz.classes import Verdict, cases, decisive, people_starts, reads, separates, settle
from quiz.facts import Partner
from tests.quiz.made_up import FULL_TIME, ROUTES, partner


def made_up(*classes: tuple[str, dict[str, Any]], name: str = "made-up") -> Partner:
    """A partner with these classes, each by its name and its conditions."""
    return partner(name, *classes)


def with_one_condition(**condition: Any) -> Partner:
    """A small certificate under one condition, the full one otherwise."""
    return made_up(("Small", condition), ("COR", {}))


# Twenty full-time equivalents of 2,000 hours each.
TWENTY_FULL_TIME = {"full_time_equivalents_below": 20, "full_time_hours": FULL_TIME.full_time_hours}
TEN_PEOPLE = with_one_condition(at_most=10)
ALWAYS_COR = made_up(("COR", {}), name="always-cor")
WITHOUT_SUBCONTRACTORS = {"without_subcontractors": True}
WITHOUT_FAMILY = {"without_partner_or_family": True}


@pytest.mark.parametrize(
    ("condition", "keys", "bands"),
    [
        ({}, (), (0,)),
        ({"at_most": 10}, ("people",), (0, 11)),
        ({"average_below": 20}, ("people", "average_people"), (0, 20)),
        (TWENTY_FULL_TIME, ("payroll_hours",), (0,)),
        ({"works_alone": True}, ("people", "works_alone"), (0, 2, 3)),
        (WITHOUT_SUBCONTRACTORS, ("subcontracts",), (0,)),
        (WITHOUT_FAMILY, ("works_with_partner_or_family",), (0,)),
    ],
)
def test_a_partner_asks_for_what_its_classes_depend_on(
    condition: dict[str, Any], keys: tuple[str, ...], bands: tuple[int, ...]
) -> None:
    partner = with_one_condition(**condition)
    assert reads(partner) == keys
    assert people_starts([partner]) == bands


@pytest.mark.parametrize(
    ("condition", "key", "small", "full"),
    [
        ({"at_most": 10}, "people", 10, 11),
        ({"average_below": 20}, "average_people", 19.99, 20),
        (TWENTY_FULL_TIME, "payroll_hours", 39_999, 40_000),
        ({"works_alone": True}, "works_alone", "yes", "no"),
        (WITHOUT_SUBCONTRACTORS, "subcontracts", "no", "yes"),
        (WITHOUT_FAMILY, "works_with_partner_or_family", "no", "yes"),
    ],
)
def test_a_class_fits_up_to_its_limit_and_not_beyond(
    condition: dict[str, Any], key: str, small: Any, full: Any
) -> None:
    partner = with_one_condition(**condition)
    below, beyond = (cases(Answers(**{key: value}), [partner]) for value in (small, full))
    assert {case.chosen.name for case in below} == {"Small"}
    assert {case.chosen.name for case in beyond} == {"COR"}


@pytest.mark.parametrize(
    ("condition", "answers", "tried"),
    [
        ({}, {"people": 9}, [{}]),
        ({}, {"count": {"contractors_own_account": 5}}, [{}]),
        ({"at_most": 10}, {}, [{"people": 1}, {"people": 11}]),
        ({"at_most": 10}, {"people": "unsure"}, [{"people": 1}, {"people": 11}]),
        ({"at_most": 10}, {"people": 10}, [{"people": 10}]),
        ({"at_most": 10}, {"people": 11}, [{"people": 11}]),
        ({"at_most": 10}, {"count": {"employees": 9, "agency": 1}}, [{"people": 9}]),
        ({"at_most": 10}, {"count": {"employees": 9, "agency": 2}}, [{"people": 9}, {"people": 11}]),
        ({"at_most": 10}, {"count": {"contractors_own_account": 5}}, [{"people": 0}]),
        (TWENTY_FULL_TIME, {}, [{"payroll_hours": 0}, {"payroll_hours": 40_000}]),
        (
            TWENTY_FULL_TIME,
            {"payroll_hours": "unsure"},
            [{"payroll_hours": 0}, {"payroll_hours": 40_000}],
        ),
        (TWENTY_FULL_TIME, {"payroll_hours": 2_080.5}, [{"payroll_hours": 2_080.5}]),
        (WITHOUT_SUBCONTRACTORS, {"subcontracts": "yes"}, [{"subcontracts": 1}]),
        (WITHOUT_SUBCONTRACTORS, {"subcontracts": "no"}, [{"subcontracts": 0}]),
        (WITHOUT_SUBCONTRACTORS, {"subcontracts": "unsure"}, [{"subcontracts": 0}, {"subcontracts": 1}]),
    ],
)
def test_each_state_that_the_answers_allow_is_tried_once(
    condition: dict[str, Any], answers: dict[str, Any], tried: list[dict[str, float]]
) -> None:
    assert [case.values for case in cases(Answers(**answers), [with_one_condition(**condition)])] == tried


@pytest.mark.parametrize(
    ("answers", "tried"),
    [
        ({}, [(1, 1), (2, 0), (2, 1), (3, 0)]),
        ({"works_alone": "unsure"}, [(1, 1), (2, 0), (2, 1), (3, 0)]),
        ({"works_alone": "yes"}, [(1, 1), (2, 1)]),
        ({"works_alone": "no"}, [(2, 0), (3, 0)]),
        ({"people": 4}, [(4, 0)]),
        ({"works_alone": "yes", "count": {"employees": 2, "agency": 1}}, [(2, 1)]),
        ({"works_alone": "yes", "count": {"employees": 3}}, [(3, 0)]),
        ({"works_alone": "no", "count": {"employees": 1}}, [(1, 1)]),
    ],
)
def test_one_person_is_alone_and_three_are_not_whatever_is_said(
    answers: dict[str, Any], tried: list[tuple[int, int]]
) -> None:
    found = cases(Answers(**answers), [with_one_condition(works_alone=True)])
    assert [(case.values["people"], case.values["works_alone"]) for case in found] == tried


@pytest.mark.parametrize(
    ("answers", "tried"),
    [
        ({}, [(1, 0), (20, 0), (20, 20)]),
        ({"people": 19}, [(19, 0)]),
        ({"people": 20}, [(20, 0), (20, 20)]),
        ({"average_people": 19}, [(1, 19), (20, 19)]),
        ({"average_people": 19.5}, [(20, 19.5)]),
        ({"average_people": 24, "people": 24}, [(24, 24)]),
        ({"average_people": 12, "count": {"employees": 11}}, [(11, 0)]),
        ({"average_people": 30, "count": {"employees": 24}}, [(24, 0), (24, 20)]),
    ],
)
def test_an_average_is_never_above_the_busiest_moment(answers: dict[str, Any], tried: list[tuple[int, float]]) -> None:
    found = cases(Answers(**answers), [with_one_condition(average_below=20)])
    assert [(case.values["people"], case.values["average_people"]) for case in found] == tried


def test_a_partner_that_never_asks_for_people_has_one_state_beside_one_that_does() -> None:
    found = cases(Answers(), [TEN_PEOPLE, ALWAYS_COR])
    assert [case.values for case in found if case.partner is ALWAYS_COR] == [{}]


@pytest.mark.parametrize(
    ("classes", "certificate"),
    [
        ([("Small", {"at_most": 10}), ("COR", {})], "COR"),
        ([("Small", {"at_most": 10}), ("It depends", {})], "Small"),
        ([("Small", {"at_most": 10, "counts_as_cor": True}), ("COR", {})], "Small"),
    ],
)
def test_a_client_gets_the_full_certificate_where_there_is_one_and_small_is_a_choice(
    classes: list[tuple[str, dict[str, Any]]], certificate: str
) -> None:
    (case,) = cases(Answers(people=5, client_requires="cor"), [made_up(*classes)])
    assert case.verdict == Verdict(ROUTES[certificate], certificate)
    assert case.by_size.name == "Small"


BY_PEOPLE_AND_ALONE = made_up(("Owner", {"works_alone": True, "at_most": 2}), ("Small", {"at_most": 10}), ("COR", {}))
BY_PEOPLE_AND_HOURS = made_up(("Small", {"at_most": 10, **TWENTY_FULL_TIME}), ("COR", {}))
BY_SUBCONTRACTS_FIRST = made_up(("Owner", WITHOUT_SUBCONTRACTORS), ("Small", {"at_most": 10}), ("COR", {}))
BY_THREE_SIZES = made_up(
    ("Owner", WITHOUT_SUBCONTRACTORS), ("Small", {"at_most": 5}), ("Middle", {"at_most": 10}), ("COR", {})
)
BY_TWO_ALIKE = made_up(("Owner", WITHOUT_SUBCONTRACTORS | WITHOUT_FAMILY), ("COR", {}))
BY_TWO_AT_ANY_SIZE = made_up(
    ("Owner", WITHOUT_SUBCONTRACTORS | WITHOUT_FAMILY | {"at_most": 10}),
    ("Owner", WITHOUT_SUBCONTRACTORS | WITHOUT_FAMILY),
    ("COR", {}),
)
# Neither of two answers decides anything alone; the average is settled by the number of people.
BY_TWO_TOGETHER = made_up(
    ("Small", WITHOUT_SUBCONTRACTORS | WITHOUT_FAMILY | {"average_below": 20}),
    ("COR", WITHOUT_SUBCONTRACTORS),
    ("COR", WITHOUT_FAMILY),
    ("Small", {}),
)
ALWAYS_OWNER = (made_up(("Owner", {}), name="owner-one"), made_up(("Owner", {}), name="owner-two"))


@pytest.mark.parametrize(
    ("partners", "answers", "question"),
    [
        ([TEN_PEOPLE], {}, "people"),
        ([TEN_PEOPLE], {"people": 10}, None),
        ([TEN_PEOPLE], {"people": "unsure"}, None),
        ([TEN_PEOPLE], {"count": {"employees": 9, "agency": 2}}, None),
        ([TEN_PEOPLE, ALWAYS_COR], {}, "people"),
        ([BY_PEOPLE_AND_ALONE], {"people": 2}, "works_alone"),
        ([BY_PEOPLE_AND_ALONE], {"people": 2, "works_alone": "unsure"}, None),
        ([BY_PEOPLE_AND_ALONE], {"people": "unsure"}, None),
        ([BY_PEOPLE_AND_HOURS], {"people": 2}, "payroll_hours"),
        ([BY_SUBCONTRACTS_FIRST], {"people": "unsure"}, "subcontracts"),
        ([BY_TWO_AT_ANY_SIZE], {}, "subcontracts"),
        ([BY_TWO_TOGETHER], {"people": 5}, "subcontracts"),
        ([BY_TWO_TOGETHER], {"people": 5, "subcontracts": "yes"}, "works_with_partner_or_family"),
        ([BY_TWO_TOGETHER], {"people": 5, "subcontracts": "unsure"}, None),
    ],
)
def test_the_first_question_that_can_help_is_asked(
    partners: list[Partner], answers: dict[str, Any], question: str | None
) -> None:
    given = Answers(**answers)
    assert settle(given, cases(given, partners)).question == question


UNSURE = dict.fromkeys(("people", "subcontracts", "works_with_partner_or_family"), "unsure")


@pytest.mark.parametrize(
    ("partners", "answers", "deciding"),
    [
        ([TEN_PEOPLE], {"people": 10}, None),
        ([TEN_PEOPLE], UNSURE, "people"),
        ([BY_SUBCONTRACTS_FIRST], UNSURE, "subcontracts"),
        ([BY_THREE_SIZES], UNSURE, "people"),
        ([BY_TWO_ALIKE], UNSURE, "subcontracts"),
        ([BY_TWO_TOGETHER], {**UNSURE, "people": 5}, "subcontracts"),
        ([TEN_PEOPLE, ALWAYS_COR], UNSURE, "partner"),
        ([*ALWAYS_OWNER, TEN_PEOPLE], UNSURE, "partner"),
        ([with_one_condition(average_below=20)], {"average_people": 30, "count": {"employees": 24}}, None),
    ],
)
def test_a_verdict_depends_on_what_would_leave_the_fewest_certificates(
    partners: list[Partner], answers: dict[str, Any], deciding: str | None
) -> None:
    given = Answers(**answers)
    assert settle(given, cases(given, partners)).deciding == deciding


@pytest.mark.parametrize(
    ("key", "answers", "apart"),
    [
        ("people", {}, True),
        ("people", {"people": 5}, False),
        ("subcontracts", {"people": 5}, True),
        ("subcontracts", {"people": 5, "subcontracts": "no"}, False),
        ("works_alone", {}, False),
    ],
)
def test_an_answer_matters_where_two_values_of_it_lead_to_different_classes(
    key: str, answers: dict[str, Any], apart: bool
) -> None:
    assert separates(key, cases(Answers(**answers), [BY_SUBCONTRACTS_FIRST])) is apart


def alike(partner_id: str, small: str, limit: int = 10) -> Partner:
    """A partner that calls its small certificate so, up to a limit."""
    return made_up((small, {"at_most": limit}), ("COR", {}), name=partner_id)


@pytest.mark.parametrize(
    ("partners", "answers", "verdicts"),
    [
        ([alike("one", "Small"), alike("two", "Small")], {"people": 5}, [Verdict("secor", "Small")]),
        ([alike("one", "Small"), alike("two", "Middle")], {"people": 5}, [Verdict("secor")]),
        ([alike("one", "Small"), alike("two", "Middle")], {"people": 20}, [Verdict("cor", "COR")]),
        (
            [alike("one", "Small"), alike("two", "Middle", 4)],
            {"people": 5},
            [Verdict("secor", "Small"), Verdict("cor", "COR")],
        ),
        (
            [alike("one", "Small"), made_up(("Small", WITHOUT_SUBCONTRACTORS), ("Middle", {}), name="two")],
            {"people": 5},
            [Verdict("secor", "Small"), Verdict("secor", "Middle")],
        ),
    ],
)
def test_partners_that_agree_on_the_route_agree_whatever_they_call_it(
    partners: list[Partner], answers: dict[str, Any], verdicts: list[Verdict]
) -> None:
    given = Answers(**answers)
    assert list(settle(given, cases(given, partners)).verdicts) == verdicts


def test_a_partner_that_has_two_names_for_the_route_has_not_decided() -> None:
    given = Answers(people=5)
    found = cases(given, [made_up(("Small", WITHOUT_SUBCONTRACTORS), ("Middle", {}))])
    assert settle(given, found).question == "subcontracts"


ONLY_ASKS = made_up(("It depends", {}), name="only-asks")
ASKS_ABOVE_TEN = made_up(("Small", {"at_most": 10}), ("It depends", {}), name="asks-above-ten")


@pytest.mark.parametrize(
    ("partners", "people", "verdicts"),
    [
        ([TEN_PEOPLE, ONLY_ASKS], 5, [Verdict("secor", "Small")]),
        ([TEN_PEOPLE, ONLY_ASKS], 20, [Verdict("cor", "COR")]),
        ([TEN_PEOPLE, ASKS_ABOVE_TEN], 20, [Verdict("cor", "COR")]),
        ([ONLY_ASKS], 5, [Verdict("ask", "It depends")]),
        ([ASKS_ABOVE_TEN], "unsure", [Verdict("secor", "Small"), Verdict("ask", "It depends")]),
        ([ONLY_ASKS, ASKS_ABOVE_TEN], 20, [Verdict("ask", "It depends")]),
    ],
)
def test_of_several_partners_one_without_a_rule_does_not_turn_what_the_others_say(
    partners: list[Partner], people: Any, verdicts: list[Verdict]
) -> None:
    given = Answers(people=people)
    assert list(settle(given, cases(given, partners)).verdicts) == verdicts


def test_the_cases_of_the_others_decide() -> None:
    states = cases(Answers(people=20), [TEN_PEOPLE, ONLY_ASKS])
    assert [case.partner.id for case in decisive(states)] == ["made-up"]
    alone = cases(Answers(people=20), [ONLY_ASKS])
    assert decisive(alone) == alone
