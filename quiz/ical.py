"""The plan as iCalendar text (RFC 5545): one all-day event for each step that has a date. Pure; the moment comes in.

Days float: no time zone, so no calendar moves them. Nothing of the answers is in it but the place and the partner,
since calendars sync to servers. A step keeps its UID when its dates move, so that a new download moves the event.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

type Plain = Mapping[str, object]

MOST_OCTETS = 75  # of a line, its end not counted
EPOCH = date(2026, 1, 1)  # SEQUENCE counts days from here
ALARM_DAYS = 7


def calendar(decision: Plain, today: date, site: str, language: str) -> str | None:
    """The file for a decision's dated steps; None where no step has a date.

    `site` is the site's address with a slash at its end: events point to the static outcome page, never to the answers.
    """
    steps: Sequence[Plain] = decision["steps"]  # type: ignore[assignment]
    dated = [step for step in steps if step["earliest"] or step["latest"]]
    if not dated:
        return None
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_host(site)}//COR plan//{language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for step in dated for line in _event(step, decision, today, site)),
        "END:VCALENDAR",
    ]
    return "".join(f"{fold(line)}\r\n" for line in lines)


def _event(step: Plain, decision: Plain, today: date, site: str) -> Iterator[str]:
    start, after = _days(step)
    links: Sequence[Mapping[str, str]] = step["links"]  # type: ignore[assignment]
    title, text = str(step["title"]), "\n".join((str(step["text"]), *(link["url"] for link in links)))
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(str(step['id']), decision)}@{_host(site)}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"SEQUENCE:{max(0, (today - EPOCH).days)}"
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    if after:
        yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{escape(title)}"
    yield f"DESCRIPTION:{escape(text)}"
    yield f"URL:{site}outcomes/{decision['outcome']}/"
    yield "TRANSP:TRANSPARENT"
    yield from _alarm(title)
    yield "END:VEVENT"


def _days(step: Plain) -> tuple[date, date | None]:
    """The first day, and for a span the day after the last; with one date, or where the dates cross, it is one day."""
    days = [date.fromisoformat(str(step[key])) for key in ("earliest", "latest") if step[key]]
    if len(days) > 1 and days[0] < days[1] < date.max:
        return days[0], days[1] + timedelta(days=1)
    return days[-1], None


def _alarm(title: str) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escape(title)}"
    yield f"TRIGGER:-P{ALARM_DAYS}D"
    yield "END:VALARM"


def _uid(step_id: str, decision: Plain) -> str:
    """The same for the same step of the same plan, whatever its dates."""
    verdict: Plain = decision["verdict"]  # type: ignore[assignment]
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
