"""How the days of a step are told: what its first day is, in words, and on a time line."""

from datetime import date

from quiz.shape import Begins
from quiz.timetable import AFTER_AUDIT, AUDIT_STEPS, BY_THE_DEADLINE, COSTS_MONEY, LATER, Dates
from quiz.words import Words


def begins(step_id: str, earliest: date | None, days: Dates) -> Begins:
    """What a first day is: the one on which records are enough, today, or until when the rules allow an audit."""
    if step_id == "records":
        return "ready"
    if earliest == days.today:
        return "now"
    return "about" if step_id in AFTER_AUDIT and days.audit_days > 0 else "from"


def when(step_id: str, earliest: date | None, latest: date | None, days: Dates, words: Words) -> str:
    """The step's days in words."""
    if step_id in ("upkeep", "keep-home", "keep-iso"):
        return words("when.yearly")
    if step_id == "records" and earliest and earliest == days.today:
        return words("when.enough")
    kind = begins(step_id, earliest, days) if earliest else "by" if latest else "unknown"
    gaps = {name: words.date(day) for name, day in (("earliest", earliest), ("latest", latest)) if day}
    text = words(f"when.{kind}-by" if earliest and latest else f"when.{kind}", **gaps)
    waits = step_id == "records" or step_id in AUDIT_STEPS or step_id in AFTER_AUDIT
    from_none = days.open_records and waits and days.records not in (None, days.today)
    if from_none and earliest and kind == "about" and not latest:
        return words("when.about-without-records", **gaps)
    return words("when.without-records", text=text) if from_none and earliest else text


def span(step_id: str, days: Dates) -> list[str] | None:
    """The first and last day of a step on a time line, as far as they are known; None where no day is."""
    waits = days.asks_first and step_id in COSTS_MONEY
    if days.today is None or step_id in LATER or step_id in BY_THE_DEADLINE or waits:
        return None
    first, last = days.today, days.today
    if step_id == "records":
        last = days.records or days.today
    elif step_id == "training":
        last = days.courses or days.today
    elif step_id in ("build-system", "adapt-system"):
        last = days.system or days.today
    elif step_id in AUDIT_STEPS or step_id in AFTER_AUDIT:
        if days.dated_audit is None or days.certificate is None or (step_id in AFTER_AUDIT and not days.audited):
            return None
        first = days.dated_audit if step_id in AUDIT_STEPS else days.certificate
        last = days.certificate
    return [first.isoformat(), last.isoformat()]
