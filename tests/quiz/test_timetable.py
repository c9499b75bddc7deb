"""Days of the plan: forward from today, backward from the deadline, months clamped, and nothing in the past."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.answers import Answers
from quiz.calendar_days import plus_days, plus_months
from quiz.facts import Facts, Process, Records, Timing
from quiz.situation import Situation, resolve
from quiz.timetable import Dates, dates, days_of, deadline_caution, least_months, span, when
from quiz.words import Words
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
        ("9999-11-30", 1, "9999-12-30"),
        ("0001-02-28", -1, "0001-01-28"),
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
        ({"people": 2}, False),
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


TODAY, READY, START, AUDIT, DEADLINE = (date(2027, month, 1) for month in (1, 4, 5, 8, 10))
DAYS = Dates(TODAY, READY, START, AUDIT, DEADLINE, audit_days=30)


@pytest.mark.parametrize(
    ("step_ids", "earliest", "latest"),
    [
        ("ask-client letter equivalency contact-partner open-account training build-system", TODAY, START),
        ("records external-audit internal-audit self-assessment audit-to-confirm", READY, AUDIT),
        ("partner-review certificate", None, DEADLINE),
        ("upkeep renewal", None, None),
        ("ask-authority find-partner choose-partner ask-partner count-people keep-meanwhile", TODAY, DEADLINE),
    ],
)
def test_a_step_has_the_days_of_its_place_in_the_plan(
    step_ids: str, earliest: date | None, latest: date | None
) -> None:
    assert {days_of(step_id, DAYS) for step_id in step_ids.split()} == {(earliest, latest)}


@pytest.mark.parametrize(
    ("ready", "last_days"),
    [(READY, (START, AUDIT)), (AUDIT, (START, AUDIT)), (DEADLINE, (None, None)), (None, (START, AUDIT))],
)
def test_last_days_are_told_unless_the_records_come_too_late(
    ready: date | None, last_days: tuple[date | None, date | None]
) -> None:
    days = replace(DAYS, records_ready=ready)
    assert (days.latest_start, days.latest_audit) == last_days


@pytest.mark.parametrize(
    ("step_id", "earliest", "latest", "says"),
    [
        ("training", TODAY, None, "Start now"),
        ("training", TODAY, START, "Start now, at the latest on May 1, 2027"),
        ("records", TODAY, None, "Enough from January 1, 2027"),
        ("records", READY, None, "Enough from April 1, 2027"),
        ("records", READY, AUDIT, "Enough from April 1, 2027, needed by August 1, 2027"),
        ("external-audit", READY, None, "Not before April 1, 2027"),
        ("external-audit", READY, AUDIT, "From April 1, 2027, at the latest on August 1, 2027"),
        ("certificate", None, DEADLINE, "By October 1, 2027"),
        ("certificate", None, None, "Date not known yet"),
        ("records", None, AUDIT, "By August 1, 2027"),
        ("renewal", None, None, "Date not known yet"),
        ("upkeep", None, None, "Every year"),
    ],
)
def test_the_days_of_a_step_have_one_sentence(
    texts: Words, step_id: str, earliest: date | None, latest: date | None, says: str
) -> None:
    assert when(step_id, earliest, latest, DAYS, texts) == says


def way(facts: Facts, *, records: dict[str, Any] | None, timing: dict[str, Any] | None) -> Process:
    """The way to a COR with other lengths: None where no source states any."""
    partner = facts.by_code["AB"].partner("acsa")
    process = partner.process("cor", "COR") if partner else None
    assert process
    checked: dict[str, Any] = {
        "id": "made-up",
        "source": "https://example.org/",
        "checked": date(2026, 11, 23),
        "confidence": "high",
        "review_by": date(2027, 11, 23),
    }
    return replace(
        process,
        records=Records(**checked, **records) if records is not None else None,
        timing=Timing(**checked, **timing) if timing is not None else None,
    )


def planned(facts: Facts, process: Process, **answers: Any) -> Situation:
    """Eleven people in Alberta where a COR is earned that way."""
    place = facts.by_code["AB"]
    partner = place.partner("acsa")
    assert partner
    changed = replace(place, partners=(replace(partner, processes=(process,)),))
    given = Answers(province="AB", partner="acsa", people=11, today=TODAY).but(**answers)
    return resolve(given, replace(facts, jurisdictions=(changed,)))


@pytest.mark.parametrize(
    ("records", "months"),
    [({"months": 12, "least_months": 3}, 3), ({"months": 12}, 12), ({"least_months": 3}, 3), ({}, None), (None, None)],
)
def test_the_fewest_months_that_earn_a_certificate_count(
    facts: Facts, records: dict[str, int] | None, months: int | None
) -> None:
    assert least_months(way(facts, records=records, timing=None)) == months


def test_a_way_that_nobody_verified_has_no_months() -> None:
    assert least_months(None) is None


@pytest.mark.parametrize(
    ("timing", "days"),
    [
        (None, 0),
        ({}, 0),
        ({"gathering_days": 45}, 45),
        ({"report_days": 21}, 21),
        ({"review_days": 14}, 14),
        ({"gathering_days": 45, "report_days": 21, "review_days": 14, "notice_days": 7}, 80),
    ],
)
def test_the_audit_begins_early_enough_for_its_report_and_review(
    facts: Facts, timing: dict[str, int] | None, days: int
) -> None:
    found = dates(planned(facts, way(facts, records={"months": 3}, timing=timing), deadline=DEADLINE))
    assert found.audit_days == days
    assert found.audit_by == plus_days(DEADLINE, -days)
    assert found.start_by == plus_months(date.fromisoformat(str(found.audit_by)), -3)


@pytest.mark.parametrize(
    ("answers", "ready"),
    [
        ({}, date(2027, 4, 1)),
        ({"records_months": "unsure"}, date(2027, 4, 1)),
        ({"records_months": 1}, date(2027, 3, 1)),
        ({"records_months": 3}, date(2027, 1, 1)),
        ({"records_months": 30}, date(2027, 1, 1)),
        ({"today": None}, None),
    ],
)
def test_records_that_are_there_shorten_the_wait(facts: Facts, answers: dict[str, Any], ready: date | None) -> None:
    assert dates(planned(facts, way(facts, records={"months": 3}, timing=None), **answers)).records_ready == ready


def test_without_the_months_of_records_the_last_day_for_the_audit_is_known_and_no_other(facts: Facts) -> None:
    found = dates(planned(facts, way(facts, records=None, timing=None), deadline=DEADLINE))
    assert found == Dates(TODAY, None, None, DEADLINE, DEADLINE, 0)


def test_without_a_deadline_there_are_no_last_days(facts: Facts) -> None:
    found = dates(planned(facts, way(facts, records={"months": 3}, timing=None)))
    assert found == Dates(TODAY, READY, None, None, None, 0)


@pytest.mark.parametrize(
    ("step_id", "first", "last"),
    [
        ("contact-partner", TODAY, TODAY),
        ("training", TODAY, TODAY),
        ("build-system", TODAY, date(2027, 7, 1)),
        ("records", TODAY, READY),
        ("external-audit", READY, date(2027, 5, 1)),
        ("partner-review", date(2027, 5, 1), date(2027, 5, 1)),
        ("certificate", date(2027, 5, 1), date(2027, 5, 1)),
    ],
)
def test_a_step_lies_on_the_time_line_as_long_as_it_takes(facts: Facts, step_id: str, first: date, last: date) -> None:
    process = way(facts, records={"months": 3}, timing={"build_months": 6})
    assert span(step_id, process, DAYS) == [first.isoformat(), last.isoformat()]


@pytest.mark.parametrize("step_id", ["upkeep", "renewal"])
def test_what_comes_every_year_is_not_on_the_time_line(step_id: str) -> None:
    assert span(step_id, None, DAYS) is None


@pytest.mark.parametrize("step_id", ["training", "records", "external-audit"])
def test_without_today_there_is_no_time_line(step_id: str) -> None:
    assert span(step_id, None, replace(DAYS, today=None)) is None


@pytest.mark.parametrize(
    ("step_id", "line"),
    [
        ("build-system", ["2027-01-01", "2027-01-01"]),
        ("records", ["2027-01-01", "2027-01-01"]),
        ("external-audit", None),
        ("partner-review", None),
        ("certificate", None),
    ],
)
@pytest.mark.parametrize("timing", [None, {}])
def test_a_length_that_nobody_states_is_not_drawn(
    facts: Facts, step_id: str, line: list[str] | None, timing: dict[str, int] | None
) -> None:
    process = way(facts, records=None, timing=timing)
    assert span(step_id, process, replace(DAYS, records_ready=None)) == line
    assert span(step_id, None, replace(DAYS, records_ready=None)) == line


LAST_DAY = date(9999, 12, 31)


@pytest.mark.parametrize("step_id", ["build-system", "external-audit", "certificate"])
def test_the_time_line_ends_with_the_calendar(facts: Facts, step_id: str) -> None:
    process = way(facts, records={"months": 3}, timing={"build_months": 6})
    days = replace(DAYS, today=LAST_DAY, records_ready=LAST_DAY)
    assert span(step_id, process, days) == ["9999-12-31", "9999-12-31"]


@pytest.mark.parametrize(
    ("answers", "timing", "caution", "says"),
    [
        (
            {"records_months": 0},
            None,
            "deadline-tight",
            "Your date is too near: enough records can be there on April 1, 2027. Ask the client for a later date, "
            "or whether a letter or a shorter certificate is accepted. "
            "How long the audit takes is not verified, so leave room for it.",
        ),
        (
            {},
            {"gathering_days": 10},
            "deadline-depends",
            "Your date works only if you already have records. The audit needs at least 3 months of them. "
            "If you start today, they are there on April 1, 2027. The audit and its report may take 10 days more.",
        ),
        (
            {"records_months": "unsure", "deadline": TODAY},
            {"gathering_days": 10},
            "deadline-tight",
            "Your date is too near: enough records can be there on April 1, 2027. Ask the client for a later date, "
            "or whether a letter or a shorter certificate is accepted. "
            "The audit and its report may take 10 days more.",
        ),
        (
            {"deadline": TODAY},
            None,
            "deadline-depends",
            "Your date works only if you already have records. The audit needs at least 3 months of them. "
            "If you start today, they are there on April 1, 2027. "
            "How long the audit takes is not verified, so leave room for it.",
        ),
    ],
)
def test_a_date_that_is_too_near_is_told_with_the_day_on_which_the_records_are_there(
    facts: Facts, texts: Words, answers: dict[str, Any], timing: dict[str, int] | None, caution: str, says: str
) -> None:
    process = way(facts, records={"months": 3}, timing=timing)
    found = deadline_caution(planned(facts, process, **{"deadline": date(2027, 2, 1), **answers}), texts)
    assert found == [{"id": caution, "text": says}]


@pytest.mark.parametrize(
    ("answers", "records"),
    [
        ({"deadline": None}, {"months": 3}),
        ({"deadline": READY}, {"months": 3}),
        ({"deadline": TODAY, "records_months": 3}, {"months": 3}),
        ({"deadline": TODAY}, None),
        ({"deadline": TODAY, "today": None}, {"months": 3}),
    ],
)
def test_a_date_that_can_be_met_or_that_nobody_can_judge_is_no_caution(
    facts: Facts, texts: Words, answers: dict[str, Any], records: dict[str, int] | None
) -> None:
    assert deadline_caution(planned(facts, way(facts, records=records, timing=None), **answers), texts) == []
