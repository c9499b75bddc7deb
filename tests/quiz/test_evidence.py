"""How sure a verdict is told to be, and which disputes of public pages touch a visitor."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.evidence import by_demand, certainty, conflicts, facts_behind, turning
from quiz.facts import Partner
from tests.quiz.made_up import (
    BUILDERS,
    COUNTING,
    TWO_SIZES,
    WAYS,
    conflict,
    fact,
    partner,
    place,
    size_class,
    visitor,
)


def certain(*levels: str, **more: Any) -> Partner:
    """A partner whose small and full class are that sure."""
    small, full = levels
    return partner("builders", ("Small", {"at_most": 10, "certainty": small}), ("COR", {"certainty": full}), **more)


@pytest.mark.parametrize(
    ("one", "answers", "level"),
    [
        (BUILDERS, {}, "clear"),
        (certain("confirm", "clear"), {}, "clear"),
        (certain("confirm", "clear"), {"people": 5}, "confirm"),
        (certain("clear", "unverified"), {}, "unverified"),
        (certain("clear", "unverified"), {"people": 5}, "clear"),
        (BUILDERS, {"people": "unsure"}, "confirm"),
        (replace(BUILDERS, counting=replace(COUNTING, certainty="confirm")), {}, "confirm"),
        (partner("builders", ("COR", {}), counting=replace(COUNTING, certainty="confirm")), {}, "clear"),
        (replace(BUILDERS, follows_place=fact("follows")), {"people": 5}, "confirm"),
        (replace(BUILDERS, follows_place=fact("follows")), {}, "clear"),
    ],
)
def test_a_verdict_is_as_sure_as_the_weakest_of_what_it_rests_on(
    one: Partner, answers: dict[str, Any], level: str
) -> None:
    assert certainty(visitor(one, **answers)) == level


def test_a_partner_without_a_rule_lowers_the_verdict_of_the_others_and_no_more() -> None:
    there = visitor(partner("others", ("It depends", {"certainty": "unverified"})), BUILDERS, people=5)
    assert certainty(there) == "confirm"
    assert there.chosen == BUILDERS.size_classes[0]
    assert there.process == WAYS[1]


def test_a_partner_that_follows_the_place_s_rule_lowers_the_verdict_of_all_that_may_be_it() -> None:
    follower = partner("others", *TWO_SIZES, follows_place=fact("follows"))
    assert certainty(visitor(BUILDERS, follower, people=5)) == "confirm"


@pytest.mark.parametrize(
    ("today", "level"), [(date(2035, 1, 1), "clear"), (date(2035, 1, 2), "confirm"), (None, "clear")]
)
def test_a_fact_past_its_review_is_to_be_confirmed(today: date | None, level: str) -> None:
    assert certainty(visitor(today=today)) == level


def test_a_count_past_its_review_is_to_be_confirmed() -> None:
    old = replace(COUNTING, review_by=date(2029, 12, 31))
    assert certainty(visitor(replace(BUILDERS, counting=old))) == "confirm"
    assert certainty(visitor(partner("builders", ("COR", {}), counting=old))) == "clear"


def test_a_class_past_its_review_is_to_be_confirmed_also_where_people_are_counted_anew() -> None:
    small, full = BUILDERS.size_classes
    one = replace(BUILDERS, size_classes=(small, replace(full, review_by=date(2029, 12, 31))))
    assert [certainty(visitor(one, people=people)) for people in (5, 30)] == ["clear", "confirm"]


def test_what_holds_without_a_partner_lowers_nothing_where_there_is_one() -> None:
    unsure = size_class("none", "Nothing", certainty="unverified")
    assert certainty(visitor(at=place(BUILDERS, without_partner=unsure))) == "clear"


def test_where_nobody_takes_the_industry_and_no_answer_is_known_nothing_is_verified() -> None:
    here = place(BUILDERS, partner("others", ("COR", {})))
    there = visitor(at=here, partner="unsure", industry="hospitality")
    assert (there.partners, there.route, certainty(there)) == ((), "ask", "unverified")
    assert facts_behind(there) == []


@pytest.mark.parametrize(
    ("level", "today", "sure"),
    [
        ("unverified", date(2030, 1, 1), "unverified"),
        ("clear", date(2030, 1, 1), "clear"),
        ("clear", date(2036, 1, 1), "confirm"),
        ("unverified", date(2036, 1, 1), "unverified"),
    ],
)
def test_where_nobody_certifies_the_answer_is_as_sure_as_its_fact(level: Any, today: date, sure: str) -> None:
    nobody = replace(size_class("nobody", "Nothing"), certainty=level)
    assert certainty(visitor(at=place(without_partner=nobody), today=today)) == sure


@pytest.mark.parametrize(
    ("touches", "answers", "found"),
    [
        ({"people": (10, 11)}, {"people": 10}, True),
        ({"people": (10, 11)}, {"people": 12}, False),
        ({"people_from": 10, "people_to": 15}, {"people": 9}, False),
        ({"people_from": 10, "people_to": 15}, {"people": 10}, True),
        ({"people_from": 10, "people_to": 15}, {"people": 15}, True),
        ({"people_from": 10, "people_to": 15}, {"people": 16}, False),
        ({"people_from": 10}, {"people": 5_000}, True),
        ({"people_to": 15}, {"people": 1}, True),
        ({"people": (3,), "people_from": 10}, {"people": 3}, True),
        ({"people": (3,), "people_from": 10}, {"people": 4}, False),
        ({"people_from": 12}, {"count": {"employees": 10, "agency": 2}}, True),
        ({"people_from": 13}, {"count": {"employees": 10, "agency": 2}}, False),
        ({"people_from": 1}, {"people": "unsure"}, False),
        ({"partners": ("builders",)}, {}, True),
        ({"partners": ("others",)}, {}, False),
        ({"partners": ("builders",), "people": (5,)}, {"people": 5}, True),
        ({"partners": ("others",), "people": (5,)}, {"people": 5}, False),
        ({"partners": ("builders",), "routes": ("secor",)}, {"people": 5}, True),
        ({"partners": ("builders",), "routes": ("secor",)}, {"people": 30}, False),
        ({"partners": ("builders",), "routes": ("secor",)}, {"people": "unsure"}, True),
        ({"partners": ("builders",), "letters": True}, {}, False),
        ({"partners": ("builders",), "letters": True}, {"holds": "none"}, False),
        ({"partners": ("builders",), "letters": True}, {"holds": "expired"}, False),
        ({"partners": ("builders",), "letters": True}, {"holds": "cor-elsewhere"}, True),
        ({"partners": ("builders",), "letters": True}, {"holds": "secor-elsewhere"}, True),
        ({"partners": ("builders",), "letters": True}, {"holds": "cor"}, False),
        ({"partners": ("builders",), "letters": True}, {"holds": "secor", "home_partner": "others"}, True),
        ({"partners": ("builders",), "letters": True}, {"holds": "iso-45001"}, True),
        ({"partners": ("others",), "letters": True}, {"holds": "iso-45001"}, False),
        ({"partners": ("builders",), "records_under": 12}, {}, True),
        ({"partners": ("builders",), "records_under": 12}, {"records_months": "unsure"}, True),
        ({"partners": ("builders",), "records_under": 12}, {"records_months": 11}, True),
        ({"partners": ("builders",), "records_under": 12}, {"records_months": 12}, False),
        ({"partners": ("builders",), "records_under": 12}, {"holds": "cor"}, False),
        ({"partners": ("builders",), "records_under": 12}, {"holds": "secor", "people": 5}, False),
        ({"partners": ("builders",), "records_under": 12}, {"holds": "secor"}, True),
        ({"partners": ("builders",), "records_under": 12}, {"holds": "expired"}, True),
        ({"partners": ("builders",), "records_under": 12}, {"holds": "expired", "people": 5}, True),
        ({"partners": ("builders",), "records_under": 12}, {"holds": "cor", "home_partner": "others"}, True),
        ({"partners": ("builders",), "records_under": 12}, {"holds": "cor-elsewhere"}, True),
        ({"people_from": 11, "settled_by_count": True}, {"people": 12}, True),
        ({"people_from": 11, "settled_by_count": True}, {"count": {"employees": 12}}, False),
        ({"people_from": 11, "settled_by_count": True}, {"count": {"employees": 10, "agency": 2}}, True),
        ({}, {}, False),
    ],
)
def test_a_disagreement_bites_at_its_sizes_and_partners(
    touches: dict[str, Any], answers: dict[str, Any], found: bool
) -> None:
    here = place(BUILDERS, conflicts=(conflict("pages", **touches),))
    assert bool(conflicts(visitor(at=here, **answers))) is found


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({"people": 30}, "confirm"),
        ({"count": {"employees": 30}}, "clear"),
        ({"count": {"employees": 10, "agency": 20}}, "confirm"),
    ],
)
def test_who_counted_by_kind_is_past_a_doubt_about_kinds(answers: dict[str, Any], level: str) -> None:
    one = partner("builders", ("Small", {"at_most": 10}), ("COR", {"certainty": "confirm", "settled_by_count": True}))
    assert certainty(visitor(one, **answers)) == level


@pytest.mark.parametrize(
    ("client", "level"), [("cor", "clear"), ("either", "unverified"), ("unsure", "unverified"), (None, "unverified")]
)
def test_a_limit_that_nobody_prints_is_past_where_the_client_takes_the_full_one_alone(
    client: str | None, level: str
) -> None:
    unprinted = {"certainty": "unverified", "settled_by_demand": True}
    one = partner("builders", ("Small", {"at_most": 10}), ("COR", unprinted))
    one = replace(one, counting=replace(COUNTING, certainty="confirm"))
    assert certainty(visitor(one, people=30, client_requires=client)) == level


def test_a_disagreement_that_bites_lowers_the_verdict() -> None:
    here = place(BUILDERS, conflicts=(conflict("pages", people=(30,), certainty="confirm"),))
    assert [certainty(visitor(at=here, people=people)) for people in (30, 31)] == ["confirm", "clear"]


def test_a_disagreement_that_leaves_the_answer_clear_lowers_nothing() -> None:
    here = place(BUILDERS, conflicts=(conflict("pages", people=(30,)),))
    assert conflicts(visitor(at=here))
    assert certainty(visitor(at=here)) == "clear"


@pytest.mark.parametrize(
    ("answers", "decides"),
    [
        ({"people": 5, "client_requires": "cor"}, True),
        ({"people": "unsure", "client_requires": "cor"}, True),
        ({"people": 30, "client_requires": "cor"}, False),
        ({"people": 5, "client_requires": "either"}, False),
        ({"people": 5}, False),
    ],
)
def test_the_demand_decides_where_the_size_would_give_less(answers: dict[str, Any], decides: bool) -> None:
    assert by_demand(visitor(**answers)) is decides


def test_where_nobody_certifies_no_demand_decides() -> None:
    assert not by_demand(visitor(at=place(), client_requires="cor"))


@pytest.mark.parametrize(
    ("touches", "client", "level"),
    [
        ({"people": (5,)}, "either", "confirm"),
        ({"people": (5,)}, "cor", "clear"),
        ({"people_to": 9}, "cor", "clear"),
        ({"partners": ("builders",)}, "cor", "confirm"),
        ({"partners": ("builders",), "people": (5,)}, "cor", "clear"),
    ],
)
def test_a_disagreement_about_sizes_turns_nothing_where_the_client_s_demand_decides(
    touches: dict[str, Any], client: str, level: str
) -> None:
    here = place(BUILDERS, conflicts=(conflict("pages", certainty="confirm", **touches),))
    there = visitor(at=here, people=5, client_requires=client)
    assert conflicts(there)
    assert certainty(there) == level
    assert bool(turning(there)) is (level == "confirm")


def test_where_one_person_can_take_part_is_in_dispute_a_demand_turns_that_no_more_than_a_limit() -> None:
    levels = {}
    for people in (1, 2):
        here = place(BUILDERS, conflicts=(conflict("pages", people=(people,), certainty="confirm"),))
        levels[people] = certainty(visitor(at=here, people=people, client_requires="cor"))
    assert levels == {1: "confirm", 2: "clear"}
