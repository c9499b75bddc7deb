"""Can I make it? Yes, no or not known, with the earliest day: what every known length adds up to."""

from datetime import date

from quiz.calendar_days import plus_days
from quiz.evidence import certainty
from quiz.facts import Letter
from quiz.holding import (
    BY_ASKING,
    asked_for,
    class_is_asked,
    earns_anew,
    holds_what_is_asked,
    may_be_the_small_one,
    name_is_asked,
    name_of_the_small_one,
    small_is_asked,
    way,
)
from quiz.portability import portability
from quiz.shape import Readiness
from quiz.situation import Situation, deciding
from quiz.timetable import Dates, covering, dates, days_of, fewer_is_asked, least_months
from quiz.words import Words


def readiness(visitor: Situation, words: Words) -> Readiness | None:
    """None without a deadline. What is not known makes the answer unknown, never yes."""
    if visitor.answers.deadline is None:
        return None
    days, goes = dates(visitor), way(visitor)
    if visitor.answers.client_requires == "none" and (holds_what_is_asked(visitor) or goes in BY_ASKING):
        held = holds_what_is_asked(visitor)
        return _told("yes" if held else "unknown", days.today if held else None, "voluntary", visitor, words)
    if holds_what_is_asked(visitor):
        return _by_what_is_held(days, visitor, words)
    if earns_anew(visitor):
        return _told("unknown", None, "anew", visitor, words)
    if goes == "letter":
        return _by_letter(days, visitor, words)
    if goes == "ask" and visitor.settlement.deciding and deciding(visitor) != "count":
        return _told("unknown", None, "depends", visitor, words)
    if days.today is None or goes in BY_ASKING:
        which = "which" if goes == "nobody" and visitor.place.partners else asked_for(visitor)
        return _told("unknown", None, which if goes in BY_ASKING else "ask", visitor, words)
    if goes == "outgrown" and visitor.answers.client_requires not in ("none", "cor"):
        sure = certainty(visitor) == "clear"
        return _told("unknown", None, "outgrown" if sure else "outgrown-unconfirmed", visitor, words)
    return _by_days(days, visitor, words)


def _by_what_is_held(days: Dates, visitor: Situation, words: Words) -> Readiness:
    """Yes, unless the client must be asked whether it is enough, or the partner whether it stands."""
    full = visitor.answers.client_requires == "cor"
    if small_is_asked(visitor) and may_be_the_small_one(visitor):
        return _told("unknown", None, "held-either", visitor, words, name=name_of_the_small_one(visitor, words))
    if small_is_asked(visitor):
        return _told("unknown", None, "held-small" if full else "held-ask", visitor, words)
    if name_is_asked(visitor):
        return _told("unknown", None, "held-name", visitor, words)
    if class_is_asked(visitor):
        known = visitor.route == "cor"
        return _told("unknown", None, "held-class" if known else "held-open", visitor, words)
    if visitor.partner and visitor.partner.status == "doubtful":
        return _told("unknown", None, "held-doubtful", visitor, words)
    return _told("yes", days.today, "held", visitor, words)


def _letter(visitor: Situation) -> tuple[Letter | None, date | None]:
    """The letter, and the day on which to ask for one that still holds at the deadline where one of today does not."""
    carried = portability(visitor)
    letter = carried.letter if carried else None
    return letter, covering(letter, dates(visitor)) if letter else None


def _of_the_letter(visitor: Situation) -> tuple[date, date] | None:
    """The first and the last day on which the letter comes, asked for as early as it helps, where its giver says so."""
    letter, later = _letter(visitor)
    asked = later or visitor.answers.today
    if letter is None or letter.takes_days is None or asked is None:
        return None
    first, last = plus_days(asked, letter.takes_days), plus_days(asked, letter.takes_days_to or letter.takes_days)
    return (first, last) if first and last else None


def comes_in_time(visitor: Situation) -> bool:
    """Whether the letter is there by the deadline even where it takes long, or there is time to ask for it twice."""
    takes, deadline = _of_the_letter(visitor), visitor.answers.deadline
    if takes is None or deadline is None:
        return _letter(visitor)[1] is not None
    return takes[1] <= deadline


def _by_letter(days: Dates, visitor: Situation, words: Words) -> Readiness:
    """How long the letter takes; that it will be given is never promised."""
    takes, later = _of_the_letter(visitor), _letter(visitor)[1]
    gaps = {"later": words.date(later) if later else None}
    if takes is None or days.deadline is None:
        return _told("unknown", None, "letter-later" if later else asked_for(visitor), visitor, words, **gaps)
    first, last = takes
    gaps |= {"first": words.date(first), "last": words.date(last)}
    if first > days.deadline:
        return _told("no", first, "letter-no", visitor, words, **gaps)
    return _told("unknown", first, "letter-takes-later" if later else "letter-takes", visitor, words, **gaps)


def _by_days(days: Dates, visitor: Situation, words: Words) -> Readiness:
    first, deadline = days.at_best, visitor.answers.deadline
    if first and deadline and first > deadline:
        return _told("no", first, f"no-{_why(days, deadline)}", visitor, words)
    if days.fits:
        return _told("yes", days.certificate, "yes", visitor, words)
    if fewer_is_asked(visitor):
        return _told("unknown", None, "records-asked", visitor, words)
    if days.open_records and days.records is None and least_months(visitor.process):
        return _told("unknown", None, "records-own", visitor, words)
    # "From none" it would be too late; who has more than none has not said so.
    if days.open_records and days.certificate and deadline and days.certificate > deadline:
        if "records" not in days.unknown:
            return _told("unknown", None, "records-open", visitor, words)
        if days.system:
            return _told("unknown", None, "system-open", visitor, words)
    # Else the certificate's day is that of no records at all, or of a system that does not run yet.
    known = not days.open_records or (days.records is None and days.system is None)
    return _told("unknown", days_of("certificate", days)[0] if known else None, "lengths", visitor, words)


def _why(days: Dates, deadline: date) -> str:
    """The part that alone is too long; otherwise what they are together."""
    alone = _before_the_audit(days)
    for name, day in alone.items():
        if day and day > deadline:
            return f"{name}-and-audit" if days.audit_days else name
    waits = any(day and days.today and day > days.today for day in alone.values())
    return "together" if waits else "audit"


def _waiting(days: Dates) -> list[str]:
    """The parts before the audit that are still to be done, and the audit."""
    waits = [name for name, day in _before_the_audit(days).items() if day and days.today and day > days.today]
    return [*waits, "audit"]


def _before_the_audit(days: Dates) -> dict[str, date | None]:
    """The first day of each part; None where its length is not known or the visitor did not speak of his records."""
    told = not days.open_records
    return {
        "records": (days.records or days.fewest) if told else None,
        "courses": days.courses,
        "system": days.system if told else None,
        "notice": days.notice,
    }


def _named(part: str, visitor: Situation) -> str:
    """A part by its id in the word file: where no audit is listed for a class, its yearly form is what takes time."""
    process = visitor.process
    return "evaluation" if part == "audit" and process and process.audit.kind == "self-evaluation" else part


def _told(
    answer: str, earliest: date | None, text_id: str, visitor: Situation, words: Words, **more: object
) -> Readiness:
    days = dates(visitor)
    ready = days.certificate or days.today
    gaps = {
        "deadline": words.date(visitor.answers.deadline) if visitor.answers.deadline else None,
        "earliest": words.date(earliest) if earliest else None,
        "ready": words.date(ready) if ready else None,
        "least": least_months(visitor.process),
        "full": visitor.process.records.months if visitor.process and visitor.process.records else None,
        "days": days.audit_days,
        "name": visitor.name or words("certificate.any"),
        "partner": visitor.partner.acronym if visitor.partner else words("partner.yours"),
        "parts": words.listed([words(f"part.{_named(part, visitor)}") for part in days.unknown]),
        "together": words.listed([words(f"part.{part}") for part in _waiting(days)]),
        "records": words.date(waits) if (waits := days.records or days.fewest) else None,
        "courses": words.date(days.courses) if days.courses else None,
        **more,
    }
    return {
        "answer": answer,  # type: ignore[typeddict-item]
        "earliest": earliest.isoformat() if earliest else None,
        "text": words(f"readiness.{text_id}", **gaps),
    }
