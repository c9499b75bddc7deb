"""A certifying partner: who counts there, its size classes, and how its certificate is earned and kept."""

from typing import Annotated, Literal

from pydantic import Field

from hooks.facts.entry import (
    Address,
    Contact,
    Days,
    Dollars,
    Entry,
    Fact,
    Hours,
    Id,
    Line,
    Months,
    People,
    Percent,
    Statement,
)
from quiz.fact import Certainty, Route

type Group = Literal[
    "owners",
    "employees",
    "part_time",
    "temporary",
    "family",
    "volunteers",
    "agency",
    "contractors_on_account",
    "contractors_own_account",
    "contractors_dedicated",
]
type Unit = Literal["people", "average-people", "full-time-equivalents"]
type Period = Literal["past-12-months", "any-time", "peak", "operating-months", "year", "not-stated"]
type FirstAudit = Literal[
    "self-assessment",  # a trained person of the firm assesses it, the partner reviews
    "own-auditor",  # a trained employee does the audit itself, the partner reviews
    "external",  # an auditor from outside the firm
    "partner",  # the partner's own staff audit
    "internal-then-external",  # the firm audits itself first, then somebody from outside
    "internal-partner-external",  # the firm first, then the partner's staff, then an auditor whom the partner arranges
    "internal-review-external",  # the same, and the partner reviews the firm's own audit in between
    "internal-then-partner",  # the firm audits itself first, then the partner's own staff
    "self-evaluation",  # a yearly evaluation form, no audit
    "performance",  # SAFE Work Certified's audit
    "unknown",
]
type Below = Annotated[People, Field(ge=2)]  # fewer than one is nobody
type CourseDays = Annotated[Days, Field(le=60)]  # longer is a schooling and no course
type Each = Literal["year", "once", "hour", "day", "person", "audit", "course"]
type Part = Literal["pass_marks", "records", "validity", "timing", "training", "upkeep", "fees"]


class Counting(Statement):
    """Who counts for a partner, in which unit and over which period; each kind of person in exactly one list."""

    unit: Unit
    full_time_hours: Hours | None = None  # payroll hours a year of one full-time equivalent, where that is the unit
    period: Period
    counted: tuple[Group, ...]
    not_counted: tuple[Group, ...] = ()
    unclear: tuple[Group, ...] = ()
    careful: tuple[Group, ...] = ()  # of those counted: whom the page may not mean, so a limit hangs on our reading
    owners_called: Line | None = None  # whom a firm that nobody owns gives as owners: "councillors"
    certainty: Certainty = "clear"


class SizeClass(Fact):
    """One class of a partner; the first whose conditions all hold is the answer, the last has none."""

    route: Route
    name: Line
    certainty: Certainty = "clear"
    text: Line | None = None
    question: Line | None = None  # for `ask` and `none`: what to send to whom must decide, ready to send
    settled_by_count: bool = False  # its doubt is which kinds count, so who counted by kind is past it
    settled_by_demand: bool = False  # its doubt is the limit below it, so a client who takes this class alone ends it
    counts_as_cor: bool = False  # the small class is itself a COR, so a client's demand for COR may be met
    at_most: People | None = None
    average_below: Below | None = None
    full_time_equivalents_below: Below | None = None
    works_alone: Literal[True] | None = None
    without_subcontractors: Literal[True] | None = None  # regular ones
    without_any_subcontractor: Literal[True] | None = None  # beside it: one now and then rules the class out as well
    without_partner_or_family: Literal[True] | None = None


class Audit(Statement):
    """Who does the first audit."""

    kind: FirstAudit


class PassMarks(Fact):
    """Per cent of the audit's points that pass."""

    overall: Percent
    each_element: Percent | None = None
    upkeep: Percent | None = None


class Records(Statement):
    """Months of records that the audit wants, and what fewer months still allow."""

    months: Months | None = None  # for the full certificate
    least_months: Months | None = None  # for any certificate
    short_valid_months: Months | None = None  # how long the certificate from the least records lasts
    fewer_is_asked: Literal[True] | None = None  # whether the least do is for the partner to say


class Validity(Statement):
    """How long the certificate lasts."""

    months: Annotated[Months, Field(ge=6)]


class Timing(Statement):
    """Days that the audit and its report may take, and those between its notice and itself."""

    notice_days: Days | None = None
    gathering_days: Days | None = None
    report_days: Days | None = None
    review_days: Days | None = None
    build_months: Months | None = None
    every_audit: Literal[True] | None = None  # not of the first audit alone, so whoever is certified reads it as well


class Training(Statement):
    """Courses before the first audit."""

    days: CourseDays | None = None
    none_seen: Literal[True] | None = None  # a source was read that asks for none, which is no proof


class Fee(Statement):
    """What something costs; without a number where the source names none, or where it depends."""

    dollars: Dollars | None = None
    dollars_to: Dollars | None = None  # the upper end of a range; alone: from nothing up to this
    or_more: Literal[True] | None = None  # the dollars are the least that it costs
    each: Each = "once"


class Process(Entry):
    """How a certificate is earned and kept, for some routes of a partner.

    A part that a partner leaves out is its place's (`hooks.facts.inherited`); what is left out there is not verified.
    """

    routes: Annotated[tuple[Route, ...], Field(min_length=1)]
    names: tuple[Line, ...] = ()  # empty: every class of those routes
    not_verified: tuple[Part, ...] = ()  # what the place says does not hold for this partner, as far as we know
    audit: Audit | None = None
    pass_marks: PassMarks | None = None
    records: Records | None = None
    validity: Validity | None = None
    timing: Timing | None = None
    training: Training | None = None
    upkeep: Statement | None = None
    fees: tuple[Fee, ...] = ()


class Partner(Fact):
    """A certifying partner in one jurisdiction; `id` is unique there."""

    name: Line
    acronym: Line
    url: Address
    cor_url: Address | None = None
    small_url: Address | None = None
    one_person_url: Address | None = None
    status: Literal["active", "doubtful"] = "active"
    status_note: Statement | None = None
    cfcsa_member: bool = False
    industries: tuple[Id, ...]
    industries_text: Line
    any_industry: bool = False
    membership: Line | None = None
    contact: Contact | None = None
    account_rule: Statement | None = None  # left out: the jurisdiction's
    counting: Counting | None = None  # left out: the jurisdiction's default
    size_classes: tuple[SizeClass, ...] = ()
    needs_local_base: bool = False  # certifies only firms with an office here
    small_stays: bool = False  # its small certificate counts at this place alone
    takes_one_person: bool = False  # one person alone can enter, so that nobody need ask
    follows_place: Statement | None = None  # no rule of its own was found: the place's holds, to be confirmed; why
    processes: tuple[Process, ...] = ()
    notes: tuple[Statement, ...] = ()
    unknown: tuple[Line, ...] = ()
