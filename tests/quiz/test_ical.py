"""The calendar file, read by a strict library, and its lines by the letter of RFC 5545."""

from datetime import date
from typing import Any

import icalendar
import pytest

from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_for
from hooks.facts.words import words
from quiz.ical import calendar, escape, fold
from tests.untyped import decide

SITE = "https://example.org/quiz-site/"
TODAY = "2026-11-24"
FACTS, WORDS = facts_for(load()), words("en")


def made(**answers: object) -> str:
    raw = {"province": "AB", "partner": "acsa", "people": 10, "today": TODAY} | answers
    text = calendar(decide(raw, FACTS, WORDS), date.fromisoformat(str(raw["today"])), SITE, "en")
    assert text is not None
    return text


def events(text: str) -> dict[str, Any]:
    """Events by the step that they stand for."""
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return {str(event["UID"]).rpartition("-")[0]: event for event in found}


def test_the_calendar_says_what_it_is() -> None:
    read: Any = icalendar.Calendar.from_ical(made())
    assert read["VERSION"] == "2.0"
    assert read["PRODID"] == "-//example.org//COR plan//EN"
    assert read["CALSCALE"] == "GREGORIAN"
    assert read["METHOD"] == "PUBLISH"


def test_each_dated_step_is_an_event_and_no_other() -> None:
    decision = decide({"province": "AB", "partner": "acsa", "people": 10, "today": TODAY}, FACTS, WORDS)
    steps: list[dict[str, object]] = decision["steps"]
    assert list(events(made())) == [step["id"] for step in steps if step["earliest"] or step["latest"]]


def test_an_event_has_a_day_a_stamp_and_the_static_page_and_blocks_no_time() -> None:
    event = events(made())["contact-partner"]
    assert event["DTSTART"].dt == date(2026, 11, 24)
    assert "DTEND" not in event
    assert event["DTSTAMP"].to_ical() == b"20261124T000000Z"
    assert event["URL"] == "https://example.org/quiz-site/outcomes/alberta-secor/"
    assert event["TRANSP"] == "TRANSPARENT"
    assert [alarm["TRIGGER"].to_ical() for alarm in event.walk("VALARM")] == [b"-P7D"]


def test_a_span_ends_on_the_day_after_its_last() -> None:
    event = events(made(deadline="2027-10-31"))["contact-partner"]
    assert event["DTSTART"].dt == date(2026, 11, 24)
    assert event["DTEND"].dt > event["DTSTART"].dt


def test_a_new_download_moves_the_event_and_does_not_double_it() -> None:
    early, late = events(made()), events(made(today="2026-12-05", people=9, deadline="2027-10-31"))
    assert early["training"]["UID"] == late["training"]["UID"]
    assert late["training"]["SEQUENCE"] - early["training"]["SEQUENCE"] == 11


def test_another_plan_has_other_events() -> None:
    assert not {e["UID"] for e in events(made()).values()} & {e["UID"] for e in events(made(people=11)).values()}


def test_no_answer_of_the_visitor_is_in_it() -> None:
    text = made(people=9, deadline="2027-10-31")
    assert "people" not in text.partition("DESCRIPTION")[0]
    assert "#" not in text


def test_a_plan_without_dates_has_no_file() -> None:
    decision = decide({"province": "AB", "partner": "acsa", "people": 10}, FACTS, WORDS)
    assert calendar(decision, date(2026, 11, 24), SITE, "en") is None


@pytest.mark.parametrize(
    ("province", "partner"), [(place.code, p.id) for place in FACTS.jurisdictions for p in place.partners]
)
def test_every_partner_s_plan_is_read_and_every_line_is_short_enough(province: str, partner: str) -> None:
    answers = {"province": province, "partner": partner, "people": 30, "today": TODAY, "deadline": "2028-02-29"}
    decision = decide({**answers, "payroll_hours": 100, "average_people": 10}, FACTS, WORDS)
    text = calendar(decision, date(2026, 11, 24), SITE, "en")
    assert text is not None
    assert icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert text.endswith("\r\n")
    assert [line for line in text.split("\r\n") if len(line.encode()) > 75 or "\n" in line] == []


def test_text_is_escaped_and_comes_back_as_it_was() -> None:
    assert escape("a\\b;c,d\ne") == "a\\\\b\\;c\\,d\\ne"


@pytest.mark.parametrize("text", ["é" * 100, "x" * 75, "x" * 76, "a" * 74 + "é", "🙂" * 40])
def test_folding_cuts_at_75_octets_and_never_inside_a_character(text: str) -> None:
    folded = fold(text)
    assert folded.replace("\r\n ", "") == text
    assert max(len(line.encode()) for line in folded.split("\r\n")) <= 75
