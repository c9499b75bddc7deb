"""Days of the plan: forward from today, backward from the deadline, months clamped, and nothing in the past."""

from datetime import date
from typing import Any

import pytest

from quiz.calendar_days import plus_days, plus_months
from tests.quiz.conftest import Decide


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2027-01-31", 3, "2027-04-30"),
        ("2026-11-24", 3, "2027-02-24"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2027-03-31", -1, "2027-02-28"),
        ("2027-01-15", -1, "2026-12-15"),
        ("2027-01-15", 0, "2027-01-15"),
    ],
)
def test_months_clamp_to_the_last_day(day: str, months: int, result: str) -> None:
    assert plus_months(date.fromisoformat(day), months) == date.fromisoformat(result)


def test_days_past_the_calendar_are_not_known() -> None:
    assert plus_months(date(9999, 12, 1), 1) is None
    assert plus_months(date(1, 1, 1), -1) is None
    assert plus_days(date(9999, 12, 31), 1) is None


def step(decision: dict[str, Any], step_id: str) -> dict[str, Any]:
    """One step of a plan."""
    found: dict[str, Any] = next(step for step in decision["steps"] if step["id"] == step_id)
    return found


@pytest.fixture
def cor(ask: Decide) -> Any:
    """Eleven people in Alberta: 3 months of records at least, then 45 and 21 days for audit and report."""
    return lambda **more: ask(province="AB", partner="acsa", people=11, **{"today": "2026-11-24", **more})


def test_records_are_ready_after_the_fewest_months(cor: Any) -> None:
    assert step(cor(), "records")["earliest"] == "2027-02-24"
    assert step(cor(records_months=1), "records")["earliest"] == "2027-01-24"
    assert step(cor(records_months=12), "records")["earliest"] == "2026-11-24"


def test_the_audit_waits_for_the_records(cor: Any) -> None:
    assert step(cor(), "external-audit")["earliest"] == "2027-02-24"
    assert step(cor(), "external-audit")["span"] == ["2027-02-24", "2027-05-01"]


def test_work_before_the_records_can_begin_today(cor: Any) -> None:
    assert {step(cor(), name)["earliest"] for name in ("contact-partner", "training", "build-system")} == {"2026-11-24"}


def test_the_deadline_is_counted_back_by_the_days_of_audit_and_report(cor: Any) -> None:
    plan = cor(deadline="2027-09-01")
    assert step(plan, "external-audit")["latest"] == "2027-06-27"
    assert step(plan, "build-system")["latest"] == "2027-03-27"
    assert step(plan, "certificate")["latest"] == "2027-09-01"
    assert not [caution for caution in plan["cautions"] if caution["id"].startswith("deadline")]


def test_the_last_day_that_fits_is_the_day_on_which_the_records_are_there(cor: Any) -> None:
    ids = [{c["id"] for c in cor(records_months=0, deadline=day)["cautions"]} for day in ("2027-05-01", "2027-04-30")]
    assert ["deadline-tight" in found for found in ids] == [False, True]


def test_a_date_that_cannot_be_met_has_no_last_days_in_the_past(cor: Any) -> None:
    plan = cor(records_months=0, deadline="2026-12-15")
    assert step(plan, "training")["latest"] is None
    assert step(plan, "external-audit")["latest"] is None
    assert step(plan, "certificate")["latest"] == "2026-12-15"


def test_a_near_date_depends_on_the_records_while_they_are_not_known(cor: Any) -> None:
    ids = {caution["id"] for caution in cor(deadline="2027-02-15")["cautions"]}
    assert "deadline-depends" in ids
    assert "deadline-tight" not in ids
    assert not {c["id"] for c in cor(deadline="2027-02-15", records_months=12)["cautions"]} & {"deadline-depends"}


def test_without_a_day_there_are_no_dates(cor: Any, ask: Decide) -> None:
    plan = cor(deadline="2027-09-01")
    undated = ask(province="NB")
    assert all("when" in found for found in plan["steps"])
    assert step(undated, "records")["earliest"] is None
    assert step(undated, "records")["span"] == ["2026-11-23", "2026-11-23"]


def test_dates_are_told_in_words(cor: Any) -> None:
    assert step(cor(), "records")["when"] == "Enough from February 24, 2027"
    assert step(cor(), "training")["when"] == "Start now"
    assert step(cor(), "external-audit")["when"] == "Not before February 24, 2027"
    assert step(cor(deadline="2027-09-01"), "certificate")["when"] == "By September 1, 2027"
    assert step(cor(), "upkeep")["when"] == "Every year"


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({"client_requires": "cor"}, "contact-partner"),
        ({}, "ask-client"),
        ({"client_requires": "unsure"}, "ask-client"),
        ({"client_requires": "either"}, "contact-partner"),
    ],
)
def test_the_client_is_asked_first_while_a_small_certificate_is_in_doubt(
    ask: Decide, answers: dict[str, Any], first: str
) -> None:
    assert ask(province="AB", partner="acsa", people=9, **answers)["steps"][0]["id"] == first


@pytest.mark.parametrize(
    ("answers", "there"),
    [
        ({"people": 9}, False),
        ({"people": 1}, True),
        ({"people": 1, "account": "yes"}, False),
        ({"people": 9, "account": "no"}, True),
        ({"people": 9, "account": "unsure"}, True),
        ({"people": 9, "account": "yes"}, False),
    ],
)
def test_an_account_comes_first_where_there_may_be_none(ask: Decide, answers: dict[str, Any], there: bool) -> None:
    steps = [step["id"] for step in ask(province="AB", partner="acsa", **answers)["steps"]]
    assert ("open-account" in steps) is there


@pytest.mark.parametrize(
    ("people", "holds", "kept"), [(9, "secor", True), (11, "secor", False), (11, "cor", True), (9, "cor", True)]
)
def test_who_holds_the_certificate_already_keeps_it_up(ask: Decide, people: int, holds: str, kept: bool) -> None:
    steps = [step["id"] for step in ask(province="AB", partner="acsa", people=people, holds=holds)["steps"]]
    assert (steps == ["contact-partner", "keep-records", "upkeep", "renewal"]) is kept
