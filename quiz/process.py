"""How a certificate is earned and kept, what that costs and what comes back, as frozen dataclasses."""

from dataclasses import dataclass

from quiz.fact import Fact, Route


@dataclass(frozen=True, kw_only=True, slots=True)
class Audit(Fact):
    """Who does the first audit."""

    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PassMarks(Fact):
    """Per cent that pass."""

    overall: int
    each_element: int | None = None
    upkeep: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Records(Fact):
    """Months of records that an audit wants, and what the fewest accepted months earn."""

    months: int | None = None
    least_months: int | None = None
    short_valid_months: int | None = None
    fewer_is_asked: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Validity(Fact):
    """Months that the certificate lasts."""

    months: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Timing(Fact):
    """Days or months that parts of the way take; `notice_days` lie between the notice of an audit and the audit."""

    notice_days: int | None = None
    gathering_days: int | None = None
    report_days: int | None = None
    review_days: int | None = None
    build_months: int | None = None
    every_audit: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Training(Fact):
    """Courses before the first audit, in days where known; `none_seen` where a source was read that asks for none."""

    days: int | None = None
    none_seen: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Fee(Fact):
    """What something costs, in dollars where a source has a number."""

    dollars: int | None = None
    dollars_to: int | None = None
    or_more: bool = False
    each: str = "once"


@dataclass(frozen=True, kw_only=True, slots=True)
class Refund:
    """How a board pays back: per cent of the premium, within a floor and a ceiling in per cent and dollars a year."""

    percent: int
    percent_to: int | None = None
    base_premium: bool = False
    industry_rate: bool = False
    at_least_dollars: int | None = None
    at_least_percent: int | None = None
    at_most_percent: int | None = None
    at_most_dollars: int | None = None
    year: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Money(Fact):
    """What the board pays back, or what else is known of costs."""

    refund: Refund | None = None
    first_year: bool = False
    none_found: bool = False
    condition: bool = False
    fee: bool = False
    dollars: int | None = None
    dollars_to: int | None = None
    each: str = "year"
    partners: tuple[str, ...] = ()
    routes: tuple[Route, ...] = ()
    industries: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Process:
    """How a certificate of some routes is earned and kept; what is None is not verified."""

    routes: tuple[str, ...]
    audit: Audit
    names: tuple[str, ...] = ()
    pass_marks: PassMarks | None = None
    records: Records | None = None
    validity: Validity | None = None
    timing: Timing | None = None
    training: Training | None = None
    upkeep: Fact | None = None
    fees: tuple[Fee, ...] = ()
