"""Bad answers are named with their key and what would be accepted; good ones pass, and nothing ever raises."""

from typing import Any

import pytest

from quiz.facts import Facts
from quiz.words import Words
from tests.untyped import decide


@pytest.mark.parametrize(
    ("answers", "key", "says"),
    [
        ({"provinz": "AB"}, "provinz", "unknown key; accepted are province, industry"),
        ({"province": "ab"}, "province", "write it as AB"),
        ({"province": "Alberta"}, "province", "accepted are AB, BC"),
        ({"province": None}, "province", "accepted are AB"),
        ({"province": ["AB"]}, "province", "accepted are AB"),
        ({"industry": "roofing"}, "industry", "accepted are agriculture, construction"),
        ({"province": "AB", "partner": "scsa"}, "partner", "does not certify in Alberta; accepted are"),
        ({"province": "QC", "partner": "ihsa"}, "partner", "does not certify in Quebec; accepted are unsure"),
        ({"people": 0}, "people", "a whole number from 1 to 100,000, or unsure"),
        ({"people": 100_001}, "people", "a whole number from 1 to 100,000"),
        ({"people": 10.0}, "people", "a whole number"),
        ({"people": "10"}, "people", "a whole number"),
        ({"people": True}, "people", "a whole number"),
        ({"people": 10**5000}, "people", "a whole number"),
        ({"people": None}, "people", "a whole number"),
        ({"count.owners": "unsure"}, "count.owners", "a whole number from 0"),
        ({"count.owners": 0, "count.employees": 0}, "count", "at least one person in all"),
        ({"count.employees": 60_000, "count.agency": 60_000}, "count", "more than 100,000 people in all"),
        ({"people": 3, "count.owners": 3}, "people", "not both"),
        ({"average_people": float("nan")}, "average_people", "a number from 0.01 to 100,000, or"),
        ({"average_people": float("inf")}, "average_people", "a number from 0.01 to 100,000, or"),
        ({"average_people": 12, "people": 9}, "average_people", "cannot be above the busiest moment"),
        ({"average_people": 0}, "average_people", "a number from 0.01 to 100,000, or"),
        ({"payroll_hours": -1}, "payroll_hours", "a number from 0 to 1,000,000,000, or"),
        ({"works_alone": "yes", "people": 5}, "works_alone", "works_alone and people"),
        ({"works_alone": "no", "people": 1}, "works_alone", "works_alone and people"),
        ({"works_alone": "yes", "count.employees": 4}, "works_alone", "works_alone and count"),
        ({"records_months": 601}, "records_months", "a whole number from 0 to 600"),
        ({"holds": "unsure"}, "holds", "accepted are none, secor"),
        ({"today": "2026-02-30"}, "today", "not a date of the calendar"),
        ({"today": "20261123"}, "today", "not a date of the calendar"),
        ({"today": "٢٠٢٦-11-23"}, "today", "not a date of the calendar"),
        ({"today": "2026-11-23", "deadline": "2026-11-22"}, "deadline", "is before today"),
    ],
)
def test_a_bad_answer_is_named_and_told_what_is_accepted(
    facts: Facts, texts: Words, answers: dict[str, Any], key: str, says: str
) -> None:
    errors = decide(answers, facts, texts)["errors"]
    assert isinstance(errors, list)
    assert [error["key"] for error in errors] == [key]
    assert says in errors[0]["text"]
    assert key in errors[0]["text"]


@pytest.mark.parametrize(
    ("value", "named"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        ({"a": 1}, "an object"),
        ([1], "a list"),
        (float("nan"), "NaN"),
        (float("inf"), "Infinity"),
        (float("-inf"), "-Infinity"),
        (1.5, "1.5"),
        ("None", "'None'"),
    ],
)
def test_what_is_refused_is_called_as_json_calls_it(facts: Facts, texts: Words, value: object, named: str) -> None:
    errors = decide({"people": value}, facts, texts)["errors"]
    assert errors[0]["text"].startswith(f"people: {named} is not accepted")


def test_every_problem_comes_at_once(facts: Facts, texts: Words) -> None:
    errors = decide({"province": "xx", "people": -1, "colour": "red"}, facts, texts)["errors"]
    assert isinstance(errors, list)
    assert [error["key"] for error in errors] == ["province", "people", "colour"]


@pytest.mark.parametrize("raw", [None, 3, "AB", [], [{"province": "AB"}], True])
def test_what_is_no_object_is_an_error_and_no_exception(facts: Facts, texts: Words, raw: object) -> None:
    assert "errors" in decide(raw, facts, texts)


def test_answers_that_do_not_matter_here_are_ignored(facts: Facts, texts: Words) -> None:
    plain = {"province": "ON"}
    extra = {**plain, "people": 7, "payroll_hours": 3, "works_alone": "no", "subcontracts": "yes"}
    assert decide(extra, facts, texts)["verdict"] == decide(plain, facts, texts)["verdict"]


def test_a_home_partner_is_ignored_unless_a_certificate_is_held_elsewhere(facts: Facts, texts: Words) -> None:
    answers = {"province": "ON", "home_province": "AB", "home_partner": "scsa"}
    assert decide(answers, facts, texts)["status"] == "result"
    assert "errors" in decide({**answers, "holds": "cor-elsewhere"}, facts, texts)
