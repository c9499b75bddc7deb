"""The plan as iCalendar text (RFC 5545): one all-day event for each step that has a date. Pure; the moment comes in.

Days float: no time zone, so no calendar moves them. It tells of the visitor what the plan tells: the place, the
partner, who certified the firm where a step asks them, the deadline, and days that follow from records and from a
certificate that is held. Numbers of people and of money stand nowhere in it, since calendars sync to servers; the page
about privacy says so. A step keeps its UID when its dates move, so that a new download moves the event. Alarms ring in
the morning, and none before tomorrow: one of today may be over when the file is saved, and a calendar leaves such a
one out, or rings it at once.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quiz.shape import Result, Step
from quiz.timetable import AFTER_AUDIT
from quiz.words import Words

MOST_OCTETS = 75  # of a line, its end not counted
EPOCH = date(2026, 1, 1)  # SEQUENCE counts days from here
ALARM_DAYS = 7
ALARM_HOUR = 9  # of the day, in the visitor's own time
RECORDS = "records"
WRITES = ("ask-client", "ask-partner", "contact-partner")  # steps whose own text speaks of a message


def calendar(
    decision: Result, today: date, deadline: date | None, site: str, words: Words, help_line: str = ""
) -> str | None:
    """The file for a decision's dated steps and for the deadline itself; None where no step has a date.

    `site` is the site's address with a slash at its end: events point to the static outcome page, never to the answers.
    `help_line` says who helps, in one event: that of the deadline, or the first.
    """
    promised = decision["readiness"] is None or decision["readiness"]["answer"] == "yes"
    dated = [
        step
        for step in decision["steps"]
        # A day that only may be the first one is none to write "receive" on, where somebody counts on another.
        if (step["earliest"] or step["latest"]) and (promised or step["id"] not in AFTER_AUDIT)
    ]
    if not dated:
        return None
    plan = Plan(decision, today, site, help_line, words("calendar.message"))
    helped = None if deadline else dated[0]["id"]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_host(site)}//COR plan//{words.language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for step in dated for line in plan.step(step, helped=step["id"] == helped)),
        *plan.deadline(deadline, words),
        "END:VCALENDAR",
    ]
    return "".join(f"{fold(line)}\r\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Plan:
    """One download: what each of its events shares."""

    decision: Result
    today: date
    site: str
    help_line: str
    elsewhere: str  # that a message stands in the result, where it stands not here

    def step(self, step: Step, *, helped: bool) -> Iterator[str]:
        """The event of a dated step, with what is needed for it: the message to send, the number to call."""
        start, after = _days(step)
        lines = [
            f"{step['when']}. {step['text']}",
            *self._at_hand(step["id"]),
            *(link["url"] for link in step["links"]),
        ]
        text = "\n".join((*lines, *([self.help_line] if helped and self.help_line else [])))
        yield from self.event(step["id"], step["title"], text, start, after)

    def _at_hand(self, step_id: str) -> Iterator[str]:
        # What names the body that certified the firm elsewhere is the page's to say.
        brought = any(step["id"] == "keep-home" for step in self.decision["steps"])
        messages = self.decision["messages"]
        if step_id == "ask-client" and not brought and "client" in messages:
            yield messages["client"]
        elif step_id in WRITES and ("client" if step_id == "ask-client" else "partner") in messages:
            yield self.elsewhere  # it tells how many people there are, or who certified the firm
        contacts = self.decision["contacts"]
        if step_id == "contact-partner" and contacts and "phone" in contacts[0]:
            yield f"{contacts[0].get('acronym', contacts[0]['name'])}, {contacts[0]['phone']}"

    def deadline(self, day: date | None, words: Words) -> Iterator[str]:
        """The event of the tender's own day, where one was given."""
        if day:
            own = "-own" if self.decision["needed"]["answer"] == "voluntary" else ""
            title = words(f"calendar.deadline{own}")
            text = title if own else words("calendar.deadline-text")
            yield from self.event("deadline", title, f"{text}\n{self.help_line}" if self.help_line else text, day)

    def event(self, uid: str, title: str, text: str, start: date, after: date | None = None) -> Iterator[str]:
        """An all-day event; `after` is the day after its last, where it is a span."""
        yield "BEGIN:VEVENT"
        yield f"UID:{_uid(uid, self.decision)}@{_host(self.site)}"
        yield f"DTSTAMP:{_digits(self.today)}T000000Z"
        yield f"SEQUENCE:{max(0, (self.today - EPOCH).days)}"
        yield f"DTSTART;VALUE=DATE:{_digits(start)}"
        if after:
            yield f"DTEND;VALUE=DATE:{_digits(after)}"
        yield f"SUMMARY:{escape(title)}"
        yield f"DESCRIPTION:{escape(text)}"
        yield f"URL:{self.site}outcomes/{self.decision['outcome']}/"
        yield "TRANSP:TRANSPARENT"
        yield from _alarm(title, min(ALARM_DAYS, (start - self.today).days - 1))
        yield "END:VEVENT"


def _digits(day: date) -> str:
    """A day as the calendar writes it: "%Y" would leave out the zeros before a year, on some machines."""
    return day.isoformat().replace("-", "")


def _days(step: Step) -> tuple[date, date | None]:
    """The first day, and for a span the day after the last; records stand on the day on which enough are there."""
    days = [date.fromisoformat(day) for day in (step["earliest"], step["latest"]) if day]
    if step["id"] == RECORDS:
        return days[0], None
    if len(days) > 1 and days[0] < days[1] < date.max:
        return days[0], days[1] + timedelta(days=1)
    return days[-1], None


def _alarm(title: str, days_before: int) -> Iterator[str]:
    """An alarm in the morning so many days before the day; none where that would be no day before it."""
    if days_before < 1:
        return
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escape(title)}"
    yield f"TRIGGER:-PT{24 * days_before - ALARM_HOUR}H"
    yield "END:VALARM"


def _uid(step_id: str, decision: Result) -> str:
    """The same for the same step of the same plan, whatever its dates."""
    verdict = decision["verdict"]
    plan = "/".join(
        str(part) for part in (decision["province"], decision["partner"], verdict["route"], verdict["name"])
    )
    return f"{step_id}-{hashlib.sha256(plan.encode()).hexdigest()[:16]}"


def _host(site: str) -> str:
    return site.partition("://")[2].partition("/")[0]


def escape(text: str) -> str:
    """Text as a value: backslash, semicolon, comma and line ends are written with a backslash."""
    plain = text.replace("\r\n", "\n").replace("\\", "\\\\").replace("\n", "\\n")
    return plain.replace(";", "\\;").replace(",", "\\,")


def fold(line: str) -> str:
    """A line cut at 75 octets, never inside a character; the space that continues it counts."""
    pieces, piece, octets = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > MOST_OCTETS:
            pieces.append(piece)
            piece, octets = "", 1
        piece += letter
        octets += size
    return "\r\n ".join((*pieces, piece))
