"""The calendar file, read by a strict library, and its lines by the letter of RFC 5545."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, cast

import icalendar
import pytest

from hooks.root import ROOT
from quiz.answers import Answers
from quiz.decision import result
from quiz.facts import Contact, Facts
from quiz.ical import calendar, escape, fold
from quiz.shape import Result
from quiz.situation import resolve
from quiz.timetable import AFTER_AUDIT
from quiz.words import Words
from tests.quiz.made_up import BUILDERS, TODAY, checked, entry, place, visitor
from tests.untyped import decide

SITE = "https://example.org/quiz-site/"
FAR, SOON = date(2031, 1, 1), date(2030, 1, 4)


def made(texts: Words, **answers: Any) -> str:
    """The file of somebody's plan."""
    there = visitor(**answers)
    text = calendar(result(there, texts), there.today or TODAY, there.answers.deadline, SITE, texts)
    assert text is not None
    return text


def events(text: str) -> dict[str, Any]:
    """Events by the step that they stand for."""
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return {str(event["UID"]).partition("@")[0].rpartition("-")[0]: event for event in found}


def alarms(event: Any) -> list[timedelta]:
    """When an event's alarms ring, from the midnight that its day begins with."""
    return [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]


def test_the_calendar_says_what_it_is(texts: Words) -> None:
    read: Any = icalendar.Calendar.from_ical(made(texts))
    assert read["VERSION"] == "2.0"
    assert read["PRODID"] == "-//example.org//COR plan//EN"
    assert read["CALSCALE"] == "GREGORIAN"
    assert read["METHOD"] == "PUBLISH"


@pytest.mark.parametrize("year", [1, 99, 999, 1000])
def test_a_year_has_four_digits_whatever_a_device_takes_for_today(texts: Words, year: int) -> None:
    lines = made(texts, today=date(year, 1, 4), deadline=date(year, 12, 31)).split("\r\n")
    days = [line.rpartition(":")[2] for line in lines if line.startswith(("DTSTAMP", "DTSTART", "DTEND"))]
    assert f"{year:04}1231" in days
    assert {len(day.partition("T")[0]) for day in days} == {8}


@pytest.mark.parametrize("answers", [{}, {"deadline": SOON}, {"deadline": FAR}, {"holds": "cor", "deadline": SOON}])
def test_each_dated_step_is_an_event_and_the_date_itself(texts: Words, answers: dict[str, Any]) -> None:
    steps = result(visitor(**answers), texts)["steps"]
    late = answers == {"deadline": SOON}  # it cannot be met, so nobody is told to receive anything
    after = AFTER_AUDIT if late else ()
    dated = [step["id"] for step in steps if (step["earliest"] or step["latest"]) and step["id"] not in after]
    assert list(events(made(texts, **answers))) == [*dated, *(["deadline"] if answers.get("deadline") else [])]


def test_an_event_has_a_day_a_stamp_its_days_in_words_and_the_static_page_and_blocks_no_time(texts: Words) -> None:
    event = events(made(texts))["records"]
    assert event["DTSTART"].dt == date(2030, 4, 1)
    assert "DTEND" not in event
    assert event["DTSTAMP"].to_ical() == b"20300101T000000Z"
    assert event["URL"] == "https://example.org/quiz-site/outcomes/place-xa-cor/"
    assert event["TRANSP"] == "TRANSPARENT"
    assert str(event["UID"]).endswith("@example.org")
    assert str(event["SUMMARY"]) == texts("step.records.title")
    days = texts("when.without-records", text=texts("when.ready", earliest="April 1, 2030"))
    assert str(event["DESCRIPTION"]) == f"{days}. {texts('step.records.text')} Records are read."
    assert alarms(event) == [timedelta(hours=9) - timedelta(days=7)]
    (alarm,) = event.walk("VALARM")
    assert (alarm["ACTION"], str(alarm["DESCRIPTION"])) == ("DISPLAY", texts("step.records.title"))


def test_the_text_of_an_event_ends_with_where_to_go(texts: Words) -> None:
    text = str(events(made(texts))["external-audit"]["DESCRIPTION"])
    assert text.endswith("\nhttps://builders.example/home")


@pytest.mark.parametrize(
    ("deadline", "rings"),
    [
        (date(2030, 1, 1), None),
        (date(2030, 1, 2), None),  # what rang today may have rung already
        (date(2030, 1, 3), date(2030, 1, 2)),
        (date(2030, 1, 8), date(2030, 1, 2)),
        (date(2030, 1, 9), date(2030, 1, 2)),
        (date(2030, 6, 30), date(2030, 6, 23)),
    ],
)
def test_an_alarm_rings_in_the_morning_of_a_day_that_is_still_to_come(
    texts: Words, deadline: date, rings: date | None
) -> None:
    event = events(made(texts, deadline=deadline))["deadline"]
    assert event["DTSTART"].dt == deadline
    midnight = datetime.combine(deadline, time())
    assert [midnight + before for before in alarms(event)] == ([datetime.combine(rings, time(9))] if rings else [])


def test_what_begins_today_rings_no_alarm(texts: Words) -> None:
    event = events(made(texts))["contact-partner"]
    assert event["DTSTART"].dt == TODAY
    assert alarms(event) == []


def test_the_date_itself_is_an_event_that_tells_what_it_is(texts: Words) -> None:
    event = events(made(texts, deadline=SOON))["deadline"]
    assert str(event["SUMMARY"]) == texts("calendar.deadline")
    assert str(event["DESCRIPTION"]) == texts("calendar.deadline-text")
    assert "DTEND" not in event


def test_a_span_ends_on_the_day_after_its_last(texts: Words) -> None:
    event = events(made(texts, deadline=date(2030, 7, 1)))["training"]
    assert event["DTSTART"].dt == TODAY
    assert event["DTEND"].dt == date(2030, 5, 23)


@pytest.mark.parametrize(("months", "day"), [(0, date(2030, 4, 1)), (1, date(2030, 3, 1)), (12, TODAY)])
def test_records_stand_on_the_day_on_which_enough_are_there(texts: Words, months: int, day: date) -> None:
    event = events(made(texts, records_months=months, deadline=FAR))["records"]
    assert event["DTSTART"].dt == day
    assert "DTEND" not in event


def with_days(texts: Words, earliest: str | None, latest: str | None) -> Any:
    """The event of a step with other days."""
    decision = result(visitor(), texts)
    step = {**decision["steps"][0], "earliest": earliest, "latest": latest}
    plan = cast("Result", {**decision, "steps": [step]})
    text = calendar(plan, TODAY, None, SITE, texts)
    assert text
    (event,) = events(text).values()
    return event


@pytest.mark.parametrize(
    ("earliest", "latest", "start", "after"),
    [
        ("2030-02-01", None, date(2030, 2, 1), None),
        (None, "2030-03-01", date(2030, 3, 1), None),
        ("2030-02-01", "2030-02-01", date(2030, 2, 1), None),
        ("2030-02-01", "2030-02-02", date(2030, 2, 1), date(2030, 2, 3)),
        ("2030-02-01", "9999-12-31", date(9999, 12, 31), None),
    ],
)
def test_a_step_lies_on_its_days(
    texts: Words, earliest: str | None, latest: str | None, start: date, after: date | None
) -> None:
    event = with_days(texts, earliest, latest)
    assert event["DTSTART"].dt == start
    assert (event["DTEND"].dt if "DTEND" in event else None) == after


def test_a_new_download_moves_the_event_and_does_not_double_it(texts: Words) -> None:
    early = events(made(texts))
    late = events(made(texts, today=date(2030, 1, 12), people=40, deadline=FAR))
    assert early["training"]["UID"] == late["training"]["UID"]
    assert late["training"]["SEQUENCE"] - early["training"]["SEQUENCE"] == 11


@pytest.mark.parametrize(("today", "sequence"), [(date(2026, 1, 1), 0), (date(2026, 1, 2), 1), (date(2025, 1, 1), 0)])
def test_versions_count_days_and_never_go_below_zero(texts: Words, today: date, sequence: int) -> None:
    assert events(made(texts, today=today))["training"]["SEQUENCE"] == sequence


def test_another_plan_has_other_events(texts: Words) -> None:
    plans = [events(made(texts, people=people)) for people in (5, 30)]
    assert not {e["UID"] for e in plans[0].values()} & {e["UID"] for e in plans[1].values()}


def test_what_may_be_shown_meanwhile_is_in_the_calendar(texts: Words) -> None:
    assert "proof" in events(made(texts, at=place(BUILDERS, interim=(entry("proof", ready=True),))))


def test_no_answer_of_the_visitor_is_in_it(texts: Words) -> None:
    text = made(texts, people=54_321, premium=123_456, deadline=FAR)
    assert not [said for said in ("54321", "54,321", "123456", "123,456", "#") if said in text]


def test_people_and_money_move_nothing_in_it(texts: Words) -> None:
    assert made(texts, people=8, premium=20_000, deadline=FAR) == made(texts, people=9, deadline=FAR)


def test_what_it_tells_is_what_the_page_about_privacy_names(facts: Facts, texts: Words) -> None:
    page = (ROOT / "docs/en/privacy/index.md").read_text(encoding="utf-8")
    assert "holds your plan with its place, its partner and your date" in page
    today = facts.newest_check
    near = today + timedelta(days=60)
    answers = Answers(province="AB", partner="acsa", people=4321, deadline=near, premium=56789, today=today)
    asked = resolve(answers, facts)
    text = calendar(result(asked, texts), today, near, SITE, texts) or ""
    told = text.replace("\r\n ", "")
    assert [part for part in ("ACSA", f"{near:%Y%m%d}") if part not in told] == []
    assert [part for part in ("4321", "4,321", "56789", "56,789") if part in told] == []


def test_a_plan_without_dates_has_no_file(texts: Words) -> None:
    assert calendar(result(visitor(today=None), texts), TODAY, None, SITE, texts) is None


def test_every_partner_s_plan_is_read_and_every_line_is_short_enough(facts: Facts, texts: Words) -> None:
    partners = [(place.code, partner.id) for place in facts.jurisdictions for partner in place.partners]
    today = facts.newest_check
    days = {"today": today.isoformat(), "deadline": today.replace(year=today.year + 2, day=1).isoformat()}
    for province, partner in partners:
        raw = {"province": province, "partner": partner, "people": 30, "payroll_hours": 100, "average_people": 10}
        text = calendar(cast("Result", decide({**raw, **days}, facts, texts)), today, today, SITE, texts)
        assert text is not None
        assert icalendar.Calendar.from_ical(text).walk("VEVENT")
        assert text.endswith("\r\n")
        assert [line for line in text.split("\r\n") if len(line.encode()) > 75 or "\n" in line] == []


def test_text_is_escaped_and_comes_back_as_it_was() -> None:
    assert escape("a\\b;c,d\ne\r\nf") == "a\\\\b\\;c\\,d\\ne\\nf"


@pytest.mark.parametrize("text", ["é" * 100, "x" * 75, "x" * 76, "a" * 74 + "é", "🙂" * 40])
def test_folding_cuts_at_75_octets_and_never_inside_a_character(text: str) -> None:
    folded = fold(text)
    assert folded.replace("\r\n ", "") == text
    assert max(len(line.encode()) for line in folded.split("\r\n")) <= 75


def test_where_nobody_asks_the_day_is_not_a_tender_s(texts: Words) -> None:
    event = events(made(texts, deadline=FAR, client_requires="none"))["deadline"]
    assert str(event["SUMMARY"]) == texts("calendar.deadline-own")


@pytest.mark.parametrize(("deadline", "where"), [(None, "ask-client"), (FAR, "deadline")])
def test_who_helps_is_told_once(texts: Words, deadline: date | None, where: str) -> None:
    there = visitor(people=5, deadline=deadline)
    text = calendar(result(there, texts), TODAY, deadline, SITE, texts, "Help: 1-800-555-0100") or ""
    helped = [step for step, event in events(text).items() if "Help: 1-800-555-0100" in event["DESCRIPTION"]]
    assert helped == [where]


def test_what_a_step_needs_is_at_hand_in_it(texts: Words) -> None:
    one = replace(BUILDERS, contact=Contact(phone="1-800-555-0101", **checked("contact")))
    found = events(made(texts, at=place(one), people=5))
    assert texts("message.client", name="Small") in str(found["ask-client"]["DESCRIPTION"])
    assert "BUILDERS, 1-800-555-0101" in found["contact-partner"]["DESCRIPTION"]


def test_a_message_that_stands_elsewhere_is_said_to(texts: Words) -> None:
    asking = events(made(texts, people="unsure"))
    assert texts("calendar.message") in asking["ask-partner"]["DESCRIPTION"]
    assert texts("calendar.message") not in asking["ask-client"]["DESCRIPTION"]
    sure = events(made(texts, people=5))
    assert texts("calendar.message") not in sure["contact-partner"]["DESCRIPTION"]
