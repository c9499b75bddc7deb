"""Days of the plan: forward from today over every known length, backward from a date that can be met, months clamped.

The made-up way takes 3 months of records, 10 days of courses, and 20 + 5 + 15 days of audit, report and review.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.calendar_days import plus_days, plus_months
from quiz.facts import Partner
from quiz.timetable import AUDIT_STEPS, Dates, dates, days_of, first_is_short, least_months
from tests.quiz.days import APRIL, COURSES, JULY, MET, NEXT_YEAR, WHOLE
from tests.quiz.made_up import (
    BUILDERS,
    TODAY,
    TWO_SIZES,
    letter,
    partner,
    place,
    process,
    records,
    timing,
    training,
    visitor,
    whole_way,
)


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


def at(**parts: Any) -> Partner:
    """The builders, where a certificate is earned in that way."""
    return partner("builders", *TWO_SIZES, processes=(whole_way("cor", **parts),))


# Who was certified before takes only the courses that he lacks.
COURSES_THAT_LACK: dict[str, Any] = {"courses": None, "unknown": ("courses",)}
OWN_RECORDS: dict[str, Any] = {**COURSES_THAT_LACK, "records": None, "open_records": True}
OWN_RECORDS["unknown"] = ("records", "courses")
BUILDING = timing(gathering_days=20, report_days=5, review_days=15, build_months=6)


@pytest.mark.parametrize(
    ("parts", "answers", "changes"),
    [
        ({}, {"records_months": 0}, {}),
        ({}, {"records_months": 1}, {"records": date(2030, 3, 1)}),
        ({}, {"records_months": 3}, {"records": TODAY}),
        ({}, {"records_months": 30}, {"records": TODAY}),
        ({}, {}, {"open_records": True}),
        ({}, {"records_months": "unsure"}, {"open_records": True}),
        ({}, {"records_months": 0, "deadline": JULY}, {"deadline": JULY}),
        ({}, {"records_months": 0, "today": None}, {"today": None, "records": None, "courses": None}),
        ({}, {"holds": "expired"}, OWN_RECORDS),
        ({}, {"holds": "expired", "records_months": 1}, {"records": date(2030, 3, 1), **COURSES_THAT_LACK}),
        ({"training": training(200)}, {"holds": "expired"}, OWN_RECORDS),
        ({"records": None}, {"records_months": 0}, {"records": None, "unknown": ("records",)}),
        ({"records": records()}, {"records_months": 0}, {"records": None, "unknown": ("records",)}),
        ({"records": records(None, 2)}, {"records_months": 0}, {"records": date(2030, 3, 1)}),
        ({"training": None}, {"records_months": 0}, {**COURSES_THAT_LACK, "waits_for_courses": True}),
        ({"training": training()}, {"records_months": 0}, {**COURSES_THAT_LACK, "waits_for_courses": True}),
        (
            {"timing": None},
            {"records_months": 0},
            {"audit_days": 0, "review_days": 0, "unknown": ("audit", "review")},
        ),
        (
            {"timing": timing(report_days=5)},
            {"records_months": 0},
            {"audit_days": 5, "review_days": 0, "unknown": ("audit", "review")},
        ),
        (
            {"timing": timing(gathering_days=20, review_days=15)},
            {"records_months": 0},
            {"audit_days": 35},
        ),
        ({"timing": BUILDING}, {"records_months": 0}, {"system": JULY}),
        ({"timing": BUILDING}, {"records_months": 1}, {"records": date(2030, 3, 1), "system": date(2030, 6, 1)}),
        ({"timing": BUILDING}, {"records_months": 30}, {"records": TODAY, "system": TODAY}),
        ({"timing": BUILDING}, {}, {"system": JULY, "open_records": True}),
        ({"timing": BUILDING}, {"holds": "expired"}, OWN_RECORDS),
        (
            {"timing": BUILDING},
            {"today": None},
            {"today": None, "records": None, "courses": None, "open_records": True},
        ),
        ({}, {"records_months": 0, "holds": "cor"}, {"adds_up": False, **COURSES_THAT_LACK}),
        ({}, {"records_months": 0, "holds": "cor-elsewhere"}, {"adds_up": False, **COURSES_THAT_LACK}),
    ],
)
def test_each_part_has_its_first_day_where_its_length_is_known(
    parts: dict[str, Any], answers: dict[str, Any], changes: dict[str, Any]
) -> None:
    assert dates(visitor(at(**parts), **answers)) == replace(WHOLE, **changes)


def test_a_way_of_which_nothing_is_known_has_no_days() -> None:
    nothing = ("records", "courses", "audit", "review")
    changes: dict[str, Any] = {"records": None, "courses": None, "audit_days": 0, "review_days": 0, "unknown": nothing}
    found = dates(visitor(partner("builders", ("COR", {})), records_months=0))
    assert found == replace(WHOLE, **changes, waits_for_courses=True)


@pytest.mark.parametrize(
    ("changes", "audit", "certificate", "at_best"),
    [
        ({}, APRIL, date(2030, 5, 11), date(2030, 5, 11)),
        ({"courses": JULY}, JULY, date(2030, 8, 10), date(2030, 8, 10)),
        ({"system": JULY}, JULY, date(2030, 8, 10), date(2030, 8, 10)),
        ({"open_records": True}, APRIL, date(2030, 5, 11), date(2030, 2, 20)),
        ({"open_records": True, "system": JULY}, JULY, date(2030, 8, 10), date(2030, 2, 20)),
        ({"open_records": True, "courses": None}, APRIL, date(2030, 5, 11), date(2030, 2, 10)),
        ({"records": None}, COURSES, date(2030, 2, 20), date(2030, 2, 20)),
        ({"records": None, "courses": None}, None, None, date(2030, 2, 10)),
        ({"records": None, "courses": None, "today": None}, None, None, None),
        ({"records": date(9999, 12, 31)}, date(9999, 12, 31), None, None),
        ({"records": TODAY, "courses": None, "audit_days": 0}, TODAY, None, TODAY),
        ({"records": TODAY, "courses": None, "audit_days": 1}, TODAY, date(2030, 1, 2), date(2030, 1, 2)),
    ],
)
def test_the_audit_waits_for_records_courses_and_system(
    changes: dict[str, Any], audit: date | None, certificate: date | None, at_best: date | None
) -> None:
    days = replace(WHOLE, **changes)
    assert (days.audit, days.certificate, days.at_best) == (audit, certificate, at_best)


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({"deadline": date(2030, 5, 11)}, True),
        ({"deadline": date(2030, 5, 10)}, False),
        ({"deadline": NEXT_YEAR}, True),
        ({}, False),
        ({"deadline": NEXT_YEAR, "unknown": ("review",)}, False),
        ({"deadline": NEXT_YEAR, "records": None, "courses": None}, False),
        ({"deadline": NEXT_YEAR, "adds_up": False}, False),
    ],
)
def test_a_date_can_be_met_where_every_length_is_known_and_they_add_up_to_no_more(
    changes: dict[str, Any], fits: bool
) -> None:
    assert replace(WHOLE, **changes).fits is fits


@pytest.mark.parametrize(
    ("records_part", "months"),
    [
        (records(3, 12), 3),
        (records(None, 12), 12),
        (records(3), 3),
        (records(), None),
        (None, None),
    ],
)
def test_the_fewest_months_that_earn_a_certificate_count(records_part: Any, months: int | None) -> None:
    assert least_months(process("cor", records=records_part)) == months


def test_a_way_that_nobody_verified_has_no_months() -> None:
    assert least_months(None) is None


SHORT = records(3, 12, 6)


@pytest.mark.parametrize(
    ("records_part", "answers", "short"),
    [
        (SHORT, {"records_months": 2}, True),
        (SHORT, {"records_months": 3}, True),
        (SHORT, {"records_months": 11}, True),
        (SHORT, {"records_months": 12}, False),
        (SHORT, {"records_months": "unsure"}, False),
        (SHORT, {}, False),
        (records(3, 12), {"records_months": 3}, False),
        (records(None, 12, 6), {"records_months": 3}, False),
        (records(3, None, 6), {"records_months": 3}, False),
        (None, {"records_months": 3}, False),
        (SHORT, {"records_months": 3, "holds": "expired"}, True),
        (SHORT, {"records_months": 3, "holds": "secor"}, True),
        (SHORT, {"records_months": 3, "holds": "iso-45001"}, True),
        (SHORT, {"records_months": 3, "holds": "cor"}, False),
        (SHORT, {"records_months": 3, "holds": "cor-elsewhere"}, False),
    ],
)
def test_the_first_certificate_is_a_short_one_where_an_audit_finds_few_months_of_records(
    records_part: Any, answers: dict[str, Any], short: bool
) -> None:
    assert first_is_short(visitor(at(records=records_part), **answers)) is short


def test_nobody_knows_of_a_short_certificate_where_the_way_is_not_verified() -> None:
    assert first_is_short(visitor(partner("builders", ("COR", {})), records_months=3)) is False


AUDIT_BY = date(2030, 5, 22)
LATE = replace(WHOLE, deadline=date(2030, 3, 1))
AUDITS = " ".join(sorted(AUDIT_STEPS))


@pytest.mark.parametrize(
    ("days", "step_ids", "earliest", "latest"),
    [
        (MET, "ask-client contact-partner open-account training build-system adapt-system", TODAY, AUDIT_BY),
        (MET, "records", APRIL, AUDIT_BY),
        (MET, AUDITS, APRIL, AUDIT_BY),
        (MET, "partner-review", date(2030, 4, 26), JULY),
        (MET, "certificate", date(2030, 5, 11), JULY),
        (MET, "bid", None, JULY),
        (MET, "show-certificate", TODAY, JULY),
        (
            MET,
            "upkeep renewal keep-home keep-iso smaller-class when-work-starts contact-later register-refund",
            None,
            None,
        ),
        (LATE, "ask-client contact-partner training build-system keep-meanwhile", TODAY, None),
        (LATE, "records", APRIL, None),
        (LATE, AUDITS, APRIL, None),
        (LATE, "partner-review", date(2030, 4, 26), None),
        (LATE, "certificate", date(2030, 5, 11), None),
        (LATE, "bid", None, date(2030, 3, 1)),
        (LATE, "show-certificate", TODAY, date(2030, 3, 1)),
        (LATE, "upkeep renewal", None, None),
        (WHOLE, "bid", None, None),
        (replace(WHOLE, records=None, courses=None), "records partner-review certificate", None, None),
        (replace(WHOLE, records=None), f"{AUDITS} partner-review certificate", None, None),
        (replace(WHOLE, adds_up=False), f"{AUDITS} partner-review certificate", None, None),
        (replace(WHOLE, records=TODAY, courses=None, waits_for_courses=True), AUDITS, None, None),
        (replace(WHOLE, courses=None, waits_for_courses=True), AUDITS, APRIL, None),
        (replace(WHOLE, records=TODAY, courses=None, audit_days=0, review_days=0), AUDITS, TODAY, None),
        (
            replace(WHOLE, records=TODAY, courses=None, audit_days=0, review_days=0),
            "partner-review certificate",
            None,
            None,
        ),
        (replace(WHOLE, records=TODAY, courses=None, audit_days=15), "partner-review", None, None),
        (replace(WHOLE, records=TODAY, audit_days=0, review_days=0), "partner-review certificate", None, None),
    ],
)
def test_a_step_has_the_days_of_its_place_in_the_plan(
    days: Dates, step_ids: str, earliest: date | None, latest: date | None
) -> None:
    assert {days_of(step_id, days) for step_id in step_ids.split()} == {(earliest, latest)}


@pytest.mark.parametrize("step_id", ["certificate", "partner-review", "own-audit", "training", "keep-records"])
@pytest.mark.parametrize("holds", ["cor", "cor-elsewhere", "iso-45001"])
def test_the_date_of_a_tender_dates_no_step_where_the_lengths_are_not_those_of_the_way(
    step_id: str, holds: str
) -> None:
    here = place(BUILDERS, letters=(letter("letter"), letter("route", to="iso-45001")))
    given: dict[str, Any] = {"holds": holds, "home_province": "XB", "records_months": 12, "deadline": NEXT_YEAR}
    assert days_of(step_id, dates(visitor(at=here, **given)))[1] is None


def test_a_notice_alone_dates_the_audit_but_no_certificate() -> None:
    days = replace(WHOLE, records=None, courses=None, system=None, notice=APRIL, audit_days=0)
    assert days_of("external-audit", days)[0] == APRIL
    assert days_of("certificate", days)[0] is None
    assert days_of("certificate", replace(days, records=TODAY))[0] == APRIL
