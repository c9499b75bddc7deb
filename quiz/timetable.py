"""The days of a plan: forward from today, backward from the deadline, and in words.

How long a part takes is data (`processes`). A length that no source states has no date: None stands for "not known",
never for today.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quiz.calendar_days import plus_days, plus_months
from quiz.facts import Process
from quiz.shape import Caution
from quiz.situation import Situation
from quiz.words import Words

AUDITS: Mapping[str, tuple[str, ...]] = {
    "self-assessment": ("self-assessment", "partner-review"),
    "own-auditor": ("own-audit", "partner-review"),
    "external": ("external-audit", "partner-review"),
    "partner": ("partner-audit",),
    "internal-then-external": ("internal-audit", "external-audit", "partner-review"),
    "self-evaluation": ("self-evaluation", "partner-review"),
    "performance": ("performance-audit", "partner-review"),
    "unknown": ("audit-to-confirm",),
}
AUDIT_STEPS = frozenset(step for steps in AUDITS.values() for step in steps if step != "partner-review")
AFTER_RECORDS = (*sorted(AUDIT_STEPS), "partner-review", "certificate")
BEFORE = ("ask-client", "letter", "equivalency", "contact-partner", "open-account", "training", "build-system")


@dataclass(frozen=True, slots=True)
class Dates:
    """The days that the plan hangs on; None where a length or the day itself is not known."""

    today: date | None
    records_ready: date | None  # the fewest months of records that earn a certificate are there
    start_by: date | None  # the last day on which records can begin
    audit_by: date | None  # the last day for the audit to begin
    deadline: date | None
    audit_days: int  # that audit, report and review may take, as far as they are known

    @property
    def latest_start(self) -> date | None:
        """The last day to begin, if it is not over yet: a day that has passed helps nobody."""
        return self.start_by if self.fits is not False else None

    @property
    def latest_audit(self) -> date | None:
        """The last day for the audit to begin, if it can be met."""
        return self.audit_by if self.fits is not False else None

    @property
    def fits(self) -> bool | None:
        """Whether the records can be there before the audit must begin; None where that cannot be said."""
        if self.records_ready is None or self.audit_by is None:
            return None
        return self.records_ready <= self.audit_by

    @property
    def audit_over(self) -> bool:
        """Whether even an audit today would be too late."""
        return self.today is not None and self.audit_by is not None and self.audit_by < self.today


def dates(visitor: Situation) -> Dates:
    """Forward from today and backward from the deadline."""
    answers, process = visitor.answers, visitor.process
    least, days = least_months(process), _audit_days(process)
    have = answers.records_months if isinstance(answers.records_months, int) else 0
    missing = max(0, least - have) if least is not None else None
    ready = plus_months(answers.today, missing) if answers.today and missing is not None else None
    audit_by = plus_days(answers.deadline, -days) if answers.deadline else None
    start_by = plus_months(audit_by, -missing) if audit_by and missing is not None else None
    return Dates(answers.today, ready, start_by, audit_by, answers.deadline, days)


def least_months(process: Process | None) -> int | None:
    """The fewest months of records that earn a certificate, where a source says so."""
    records = process.records if process else None
    return (records.least_months or records.months) if records else None


def _audit_days(process: Process | None) -> int:
    """The days that audit, report and review may take; a part that no source states counts as none."""
    timing = process.timing if process else None
    return sum((timing.gathering_days or 0, timing.report_days or 0, timing.review_days or 0)) if timing else 0


def deadline_caution(visitor: Situation, words: Words) -> list[Caution]:
    """Where the date is too near for the records; or may be, while the months of records are not known."""
    days = dates(visitor)
    if days.records_ready is None or days.fits is not False:
        return []
    open_months = not isinstance(visitor.answers.records_months, int) and not days.audit_over
    kind = "deadline-depends" if open_months else "deadline-tight"
    ready, months = words.date(days.records_ready), least_months(visitor.process)
    text = words(f"caution.{kind}", ready=ready, months=months)
    audit = "caution.deadline-audit-days" if days.audit_days else "caution.deadline-audit-unknown"
    return [{"id": kind, "text": f"{text} {words(audit, days=days.audit_days)}"}]


def days_of(step_id: str, days: Dates) -> tuple[date | None, date | None]:
    """Work before the records can begin today; what follows them waits for their last month."""
    if step_id == "records" or step_id in AUDIT_STEPS:
        return days.records_ready, days.latest_audit
    if step_id in ("partner-review", "certificate"):
        return None, days.deadline
    if step_id in BEFORE:
        return days.today, days.latest_start
    if step_id in ("upkeep", "renewal"):
        return None, None
    return days.today, days.deadline


def when(step_id: str, earliest: date | None, latest: date | None, days: Dates, words: Words) -> str:
    """The step's days in words."""
    if step_id == "upkeep":
        return words("when.yearly")
    begins = "ready" if step_id == "records" else "now" if earliest == days.today else "from"
    kind = begins if earliest else "by" if latest else "unknown"
    gaps = {name: words.date(day) for name, day in (("earliest", earliest), ("latest", latest)) if day}
    return words(f"when.{kind}-by" if earliest and latest else f"when.{kind}", **gaps)


def span(step_id: str, process: Process | None, days: Dates) -> list[str] | None:
    """The first and last day of a step on a time line, as far as they are known; None where no day is."""
    timing = process.timing if process else None
    if days.today is None or step_id in ("upkeep", "renewal"):
        return None
    first, last = days.today, days.today
    if step_id == "records":
        last = days.records_ready or days.today
    elif step_id == "build-system" and timing and timing.build_months:
        last = plus_months(days.today, timing.build_months) or days.today
    elif step_id in AFTER_RECORDS:
        if days.records_ready is None:
            return None
        audited = plus_days(days.records_ready, days.audit_days) or days.records_ready
        first, last = (days.records_ready, audited) if step_id in AUDIT_STEPS else (audited, audited)
    return [first.isoformat(), last.isoformat()]
