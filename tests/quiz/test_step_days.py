"""How the days of a step are told: what its first day is, in words, and on a time line."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.step_days import begins, span, when
from quiz.timetable import Dates
from quiz.words import Words
from tests.quiz.days import APRIL, COURSES, JULY, MET, WHOLE
from tests.quiz.made_up import TODAY


@pytest.mark.parametrize(
    ("step_id", "earliest", "latest", "says", "gaps"),
    [
        ("training", TODAY, None, "now", {}),
        ("training", TODAY, APRIL, "now-by", {"latest": "April 1, 2030"}),
        ("records", TODAY, None, "enough", {}),
        ("records", TODAY, JULY, "enough", {}),
        ("records", APRIL, None, "ready", {"earliest": "April 1, 2030"}),
        ("records", APRIL, JULY, "ready-by", {"earliest": "April 1, 2030", "latest": "July 1, 2030"}),
        ("external-audit", APRIL, None, "from", {"earliest": "April 1, 2030"}),
        ("external-audit", APRIL, JULY, "from-by", {"earliest": "April 1, 2030", "latest": "July 1, 2030"}),
        ("bid", None, JULY, "by", {"latest": "July 1, 2030"}),
        ("records", None, APRIL, "by", {"latest": "April 1, 2030"}),
        ("certificate", None, None, "unknown", {}),
        ("renewal", None, None, "unknown", {}),
        ("upkeep", None, None, "yearly", {}),
        ("keep-home", None, None, "yearly", {}),
        ("keep-iso", None, None, "yearly", {}),
    ],
)
def test_the_days_of_a_step_have_one_sentence(
    texts: Words, step_id: str, earliest: date | None, latest: date | None, says: str, gaps: dict[str, str]
) -> None:
    assert when(step_id, earliest, latest, WHOLE, texts) == texts(f"when.{says}", **gaps)


@pytest.mark.parametrize("audit_days", [1, 40])
@pytest.mark.parametrize("step_id", ["partner-review", "certificate"])
def test_after_an_audit_whose_length_is_a_limit_the_day_is_about_one(
    texts: Words, step_id: str, audit_days: int
) -> None:
    days = replace(WHOLE, audit_days=audit_days)
    gaps = {"earliest": "April 1, 2030", "latest": "July 1, 2030"}
    assert when(step_id, APRIL, None, days, texts) == texts("when.about", **gaps)
    assert when(step_id, APRIL, JULY, days, texts) == texts("when.about-by", **gaps)
    from_none = replace(days, open_records=True)
    assert when(step_id, APRIL, None, from_none, texts) == texts("when.about-without-records", **gaps)
    assert when(step_id, APRIL, JULY, from_none, texts) == texts(
        "when.without-records", text=texts("when.about-by", **gaps)
    )


@pytest.mark.parametrize(
    ("step_id", "earliest", "audit_days", "kind"),
    [
        ("records", APRIL, 0, "ready"),
        ("records", TODAY, 0, "ready"),
        ("training", TODAY, 0, "now"),
        ("external-audit", APRIL, 40, "from"),
        ("partner-review", APRIL, 40, "about"),
        ("certificate", APRIL, 40, "about"),
        ("certificate", APRIL, 0, "from"),
    ],
)
def test_a_step_says_what_its_first_day_is(step_id: str, earliest: date, audit_days: int, kind: str) -> None:
    assert begins(step_id, earliest, replace(WHOLE, audit_days=audit_days)) == kind


def test_after_an_audit_of_unknown_length_the_day_is_the_first_one(texts: Words) -> None:
    days = replace(WHOLE, audit_days=0)
    assert when("certificate", APRIL, None, days, texts) == texts("when.from", earliest="April 1, 2030")


@pytest.mark.parametrize("step_id", ["training", "training-check", "build-system", "adapt-system"])
def test_what_costs_money_is_not_drawn_where_somebody_is_asked_before(step_id: str) -> None:
    days = replace(WHOLE, system=APRIL)
    assert span(step_id, days) is not None
    assert span(step_id, replace(days, asks_first=True)) is None
    assert span("records", replace(days, asks_first=True)) == [TODAY.isoformat(), APRIL.isoformat()]


OPEN = replace(WHOLE, open_records=True)


@pytest.mark.parametrize(
    ("days", "step_id", "earliest", "depends"),
    [
        (OPEN, "records", APRIL, True),
        (OPEN, "external-audit", APRIL, True),
        (OPEN, "partner-review", JULY, True),
        (OPEN, "certificate", JULY, True),
        (OPEN, "training", APRIL, False),
        (OPEN, "records", None, False),
        (WHOLE, "records", APRIL, False),
        (replace(OPEN, records=TODAY), "certificate", APRIL, False),
        (replace(OPEN, records=None), "certificate", APRIL, False),
    ],
)
def test_a_day_that_counts_from_no_records_says_so(
    texts: Words, days: Dates, step_id: str, earliest: date | None, depends: bool
) -> None:
    told = when(step_id, earliest, None, days, texts)
    assert (texts("when.without-records", text="") in told) is depends


@pytest.mark.parametrize(
    ("days", "step_id", "first", "last"),
    [
        (WHOLE, "contact-partner", TODAY, TODAY),
        (WHOLE, "training", TODAY, COURSES),
        (WHOLE, "build-system", TODAY, TODAY),
        (WHOLE, "records", TODAY, APRIL),
        (WHOLE, "external-audit", APRIL, date(2030, 5, 11)),
        (WHOLE, "partner-review", date(2030, 5, 11), date(2030, 5, 11)),
        (WHOLE, "certificate", date(2030, 5, 11), date(2030, 5, 11)),
        (replace(WHOLE, system=JULY), "build-system", TODAY, JULY),
        (replace(WHOLE, system=JULY), "adapt-system", TODAY, JULY),
        (replace(WHOLE, records=None), "records", TODAY, TODAY),
        (replace(WHOLE, courses=None), "training", TODAY, TODAY),
    ],
)
def test_a_step_lies_on_the_time_line_as_long_as_it_takes(days: Dates, step_id: str, first: date, last: date) -> None:
    assert span(step_id, days) == [first.isoformat(), last.isoformat()]


@pytest.mark.parametrize("step_id", ["upkeep", "renewal", "keep-home", "bid", "show-certificate"])
def test_what_comes_every_year_or_on_one_day_is_not_on_the_time_line(step_id: str) -> None:
    assert span(step_id, MET) is None


@pytest.mark.parametrize("step_id", ["training", "records", "external-audit"])
def test_without_today_there_is_no_time_line(step_id: str) -> None:
    assert span(step_id, replace(WHOLE, today=None)) is None


@pytest.mark.parametrize("step_id", ["external-audit", "partner-review", "certificate"])
@pytest.mark.parametrize(
    "changes",
    [
        {"records": None},
        {"records": date(9999, 12, 31)},
        {"records": TODAY, "courses": None, "waits_for_courses": True},
        {"adds_up": False},
    ],
)
def test_an_audit_without_a_day_is_not_drawn(step_id: str, changes: dict[str, Any]) -> None:
    assert span(step_id, replace(WHOLE, **changes)) is None


@pytest.mark.parametrize(
    ("step_id", "drawn"), [("external-audit", [COURSES, COURSES]), ("partner-review", None), ("certificate", None)]
)
def test_what_follows_an_audit_of_unknown_length_is_not_drawn_from_the_courses_alone(
    step_id: str, drawn: list[date] | None
) -> None:
    days = replace(WHOLE, records=TODAY, audit_days=0, review_days=0)
    assert span(step_id, days) == ([day.isoformat() for day in drawn] if drawn else None)
