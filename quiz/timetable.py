"""The days of a plan: forward from today over every length that a source states, and backward from the deadline.

How long a part takes is data (`processes`). A length that no source states is None: it stands for "not known", never
for today. Nothing is dated by the deadline unless the certificate can be there by then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from quiz.calendar_days import plus_days, plus_months
from quiz.facts import Interim, Letter
from quiz.holding import BY_AN_AUDIT, BY_ASKING, WITH_WHAT_IS_ASKED, asks_first, earns_anew, is_new, way
from quiz.process import Process
from quiz.situation import Situation

AUDITS: Mapping[str, tuple[str, ...]] = {
    "self-assessment": ("self-assessment", "partner-review"),
    "own-auditor": ("own-audit", "partner-review"),
    "external": ("external-audit", "partner-review"),
    "partner": ("partner-audit",),
    "internal-then-external": ("internal-audit", "external-audit", "partner-review"),
    "internal-partner-external": ("internal-audit", "partner-audit", "external-audit"),
    "internal-review-external": ("internal-audit", "partner-review", "external-audit"),
    "internal-then-partner": ("internal-audit", "partner-audit"),
    "self-evaluation": ("self-evaluation", "partner-review"),
    "performance": ("performance-audit", "partner-review"),
    "unknown": ("audit-to-confirm",),
}
AUDIT_STEPS = frozenset(step for steps in AUDITS.values() for step in steps if step != "partner-review")
AFTER_AUDIT = ("partner-review", "certificate")
LATER = (
    "upkeep",
    "renewal",
    "keep-home",
    "keep-iso",
    "smaller-class",
    "when-work-starts",
    "contact-later",
    "register-refund",
)
BY_THE_DEADLINE = ("bid", "show-certificate")
COSTS_MONEY = ("training", "training-check", "build-system", "adapt-system")
SOON = 14  # days


@dataclass(frozen=True, slots=True)
class Dates:
    """The days that the plan hangs on; None where a length or the day itself is not known.

    `records`, `courses` and `system` are the first days on which each is done; `open_records` says that the visitor did
    not say how many months there are, so that `records` assumes none. Who was certified before has some; whether they
    count is not known, so `records` is None then. It is None too where only the partner can say whether fewer months
    than the full ones do; `fewest` is the day before which nobody takes them.
    `unknown` names the parts without a length.
    `adds_up` says that the lengths lead to the certificate: it is not held, and nobody must be asked first.
    """

    today: date | None
    deadline: date | None
    records: date | None
    courses: date | None
    system: date | None
    audit_days: int  # gathering, report and review, as far as they are known
    review_days: int
    open_records: bool
    unknown: tuple[str, ...]
    adds_up: bool
    waits_for_courses: bool = False  # of unknown length
    notice: date | None = None  # the first day of an audit that is announced today
    asks_first: bool = False  # before anything is paid for
    fewest: date | None = None

    @property
    def near(self) -> bool:
        """Whether the deadline is within two weeks."""
        return self.today is not None and self.deadline is not None and (self.deadline - self.today).days <= SOON

    @property
    def audit(self) -> date | None:
        """The first day for the audit; None where nothing before it has a length."""
        return max((day for day in (self.records, self.courses, self.system, self.notice) if day), default=None)

    @property
    def dated_audit(self) -> date | None:
        """The same for the plan: a date made of the courses alone would promise too much, and "now" without them."""
        if not self.adds_up or (self.records is None and self.system is None and self.notice is None):
            return None
        return self.later(self.audit) if self.waits_for_courses else self.audit

    @property
    def audited(self) -> date | None:
        """The first day of the audit, where a day after it can be told: not by the courses or the notice alone."""
        told = (self.records, self.system)
        waits = any(told) and any(day and day != self.today for day in (*told, self.notice))
        return self.dated_audit if waits or self.audit_days else None

    @property
    def certificate(self) -> date | None:
        """The first day on which the certificate can be there, by what is known; never today."""
        return self.later(plus_days(self.audit, self.audit_days)) if self.audit else None

    def later(self, day: date | None) -> date | None:
        """The day, unless it is today: then no length before it is known."""
        return None if day == self.today else day

    @property
    def at_best(self) -> date | None:
        """The same for a visitor who has all the records that he did not speak of, and so the system too."""
        soonest = max((day for day in (self.courses, self.notice) if day), default=self.today)
        waited = max((day for day in (self.audit, self.fewest) if day), default=self.today)
        ready = soonest if self.open_records else waited
        return plus_days(ready, self.audit_days) if ready else None

    @property
    def fits(self) -> bool:
        """Whether the deadline can be met: every length is known, and they add up to no more."""
        known = self.adds_up and not self.unknown
        return bool(known and self.deadline and self.certificate and self.certificate <= self.deadline)


@lru_cache(maxsize=2)
def dates(visitor: Situation) -> Dates:
    """What is known of every part, from today on."""
    answers, process, today = visitor.answers, visitor.process, visitor.answers.today
    goes = way(visitor)
    to_come, asked = _months_to_come(visitor), fewer_is_asked(visitor)
    missing = None if asked else to_come
    training, timing = (process.training, process.timing) if process else (None, None)
    fresh = goes == "newcomer"
    # Who was certified before takes only the courses that he lacks: how long these take is not known.
    days_of_courses = training.days if training and fresh else None
    building = timing.build_months if timing and timing.build_months and fresh else 0
    adds_up = goes not in BY_ASKING | WITH_WHAT_IS_ASKED
    parts = {
        "records": missing,
        "courses": days_of_courses,
        "audit": timing.gathering_days if timing else None,
        "review": timing.review_days if timing else None,
    }
    return Dates(
        today=today,
        deadline=answers.deadline,
        records=plus_months(today, missing) if today and missing is not None else None,
        courses=plus_days(today, days_of_courses) if today and days_of_courses else None,
        system=plus_months(today, max(0, building - (answers.months or 0))) if today and building else None,
        audit_days=_known_days(timing.gathering_days, timing.report_days, timing.review_days) if timing else 0,
        review_days=_known_days(timing.review_days) if timing else 0,
        open_records=answers.months is None,
        unknown=tuple(name for name, length in parts.items() if length is None),
        adds_up=adds_up,
        waits_for_courses=fresh and not days_of_courses,
        notice=plus_days(today, timing.notice_days) if today and timing and timing.notice_days and adds_up else None,
        asks_first=asks_first(visitor),
        fewest=plus_months(today, to_come) if today and to_come is not None and asked else None,
    )


def _months_to_come(visitor: Situation) -> int | None:
    """The months until there are the fewest that anybody takes; None where these, or what there is, are not known."""
    least, have = least_months(visitor.process), visitor.answers.months
    # Who has a certificate, or had one, has kept records: "from none" would be a beginner's plan.
    return max(0, least - (have or 0)) if least is not None and (have is not None or is_new(visitor)) else None


def _known_days(*lengths: int | None) -> int:
    return sum(length or 0 for length in lengths)


def least_months(process: Process | None) -> int | None:
    """The fewest months of records that earn a certificate, where a source says so that can be relied on."""
    records = process.records if process else None
    return (records.least_months or records.months) if records and records.confidence != "low" else None


def fewer_is_asked(visitor: Situation) -> bool:
    """Whether only the partner can say if the visitor's records do: they are, or may be, fewer than those it names."""
    records, have = visitor.process.records if visitor.process else None, visitor.answers.months
    full = records.months if records and records.fewer_is_asked else None
    return full is not None and (have is None or have < full)


def first_is_short(visitor: Situation) -> bool:
    """Whether the plan leads to a certificate that is shorter than the usual: it is dated by the fewest months."""
    full, months = _months_of_a_full_one(visitor), visitor.answers.months
    return full is not None and months is not None and months < full


def may_be_short(visitor: Situation) -> bool:
    """The same where nobody said how many months of records there are."""
    return _months_of_a_full_one(visitor) is not None and visitor.answers.months is None


def _months_of_a_full_one(visitor: Situation) -> int | None:
    """The months of records below which a first certificate is shorter; None where there is no such rule."""
    records = visitor.process.records if visitor.process else None
    if records is None or None in (records.least_months, records.short_valid_months) or records.fewer_is_asked:
        return None
    return records.months if is_audited(visitor) else None


def is_audited(visitor: Situation) -> bool:
    """Whether a first audit here is what the visitor's plan leads to."""
    return earns_anew(visitor) or way(visitor) in BY_AN_AUDIT


def days_of(step_id: str, days: Dates) -> tuple[date | None, date | None]:
    """The first and the last day of a step; what follows the records waits for their last month."""
    last = days.deadline if days.fits else None
    audit_by = plus_days(last, -days.audit_days) if last else None
    if step_id in BY_THE_DEADLINE:
        return (days.today if step_id == "show-certificate" else None), days.deadline
    if step_id in LATER or (step_id in COSTS_MONEY and days.asks_first):
        return None, None
    if step_id == "records":
        return days.records, audit_by
    if step_id in AUDIT_STEPS:
        return days.dated_audit, audit_by
    if step_id == "partner-review":
        audited = days.audited and plus_days(days.audited, days.audit_days - days.review_days)
        return days.later(audited), last
    if step_id == "certificate":
        return days.audited and days.certificate, last
    return days.today, audit_by


def waits_for_work(paper: Interim, visitor: Situation) -> bool:
    """Whether a paper comes after work still to be done; what a partner gives comes after its courses for everybody."""
    own = way(visitor) in ("local", "expired") and paper.asked_of is not None
    return paper.after != "start" and (own or way(visitor) in ("newcomer", "ask") or paper.after == "records")


def follows(after: str, days: Dates) -> date | None:
    """The first day for what comes after the courses, the system or the records as well; None where not known."""
    if after == "training":
        return days.courses
    if after == "records":
        return days.dated_audit
    return max(days.courses, days.system) if days.courses and days.system else None


def outlived(paper: Interim, visitor: Situation) -> bool:
    """Whether a paper is of no use any more on the first day from which it would still hold at the deadline.

    The certificate may be there by then, or a paper for firms with few records cannot be had any more.
    """
    days, under, today = dates(visitor), paper.when.records_under, visitor.answers.today
    covers = covering(paper, days)
    if covers is None:
        return False
    enough = plus_months(today, under - (visitor.answers.months or 0)) if today and under is not None else None
    return any(covers >= end for end in (days.certificate, enough) if end)


def covering(paper: Letter | Interim, days: Dates) -> date | None:
    """The first day to ask for a paper that must still hold at the deadline; None where one of today does."""
    if days.today is None or days.deadline is None:
        return None
    if isinstance(paper, Interim) and paper.days:
        first = plus_days(days.deadline, -paper.days)
    else:
        first = plus_months(days.deadline, -paper.months) if paper.months else None
    return first if first and first > days.today else None
