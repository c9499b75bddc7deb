"""The shape of `partners.yml`: a pydantic model, frozen and strict; unknown keys and other types are refused.

What a field means stands beside it. What must hold across entries is in `consistency.py` and `repetitions.py`.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from quiz.fact import Certainty, Route


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[\w-]+(\.[\w-]+)+(:\d+)?(/[^\s<>\"'\\`{}|^]*)?(\?[^\s<>\"'\\`{}|^]*)?", value):
        raise ValueError(
            f"'{value}' is not an address; an https:// address (or http:// where only that is known) is accepted"
        )
    return value


type Address = Annotated[str, AfterValidator(_address), Field(json_schema_extra={"pattern": "^https?://"})]
type Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
type Line = Annotated[str, StringConstraints(min_length=1, max_length=600, pattern=r"^\S[^\n\r<>]*$")]
type Phone = Annotated[str, StringConstraints(pattern=r"^(1-)?[2-9]\d\d-\d\d\d-\d{4}(, ext\. \d+)?$")]
type Email = Annotated[str, StringConstraints(pattern=r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")]
type TradeWord = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9&' -]*[a-z0-9]$", max_length=40)]
type Day = Annotated[datetime.date, Field(ge=datetime.date(2000, 1, 1), lt=datetime.date(2200, 1, 1))]
type People = Annotated[int, Field(ge=1, le=100_000)]
type Hours = Annotated[int, Field(ge=1, le=10_000)]
type Months = Annotated[int, Field(ge=1, le=600)]
type Days = Annotated[int, Field(ge=1, le=1000)]
type Dollars = Annotated[int, Field(ge=1, le=1_000_000_000)]
type Percent = Annotated[int, Field(ge=1, le=100)]

type Code = Literal["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"]
type Confidence = Literal["high", "medium", "low"]
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
type Portability = Literal[
    "letter",
    "equivalency",
    "local-base",
    "work-started",
    "refused",
    "no-letter",
    "home-unknown",
    "secor-no",
    "secor-not-verified",
    "conversion",
    "no-conversion",
]
type Held = Literal["none", "secor", "cor", "cor-elsewhere", "secor-elsewhere", "iso-45001", "expired"]
type Unit = Literal["people", "average-people", "full-time-equivalents"]
type Period = Literal["past-12-months", "any-time", "peak", "operating-months", "year", "not-stated"]
type FirstAudit = Literal[
    "self-assessment",  # a trained person of the firm assesses it, the partner reviews
    "own-auditor",  # a trained employee does the audit itself, the partner reviews
    "external",  # an auditor from outside the firm
    "partner",  # the partner's own staff audit
    "internal-then-external",  # the firm audits itself first, then somebody from outside
    "self-evaluation",  # a yearly evaluation form, no audit
    "performance",  # SAFE Work Certified's audit
    "unknown",
]

type Each = Literal["year", "once", "hour", "day", "person", "audit"]
type Part = Literal["pass_marks", "records", "validity", "timing", "training", "upkeep", "fees"]


class Entry(BaseModel):
    """A mapping of the file; an unknown key is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Source(Entry):
    """A page that was read, and when: said once for all facts that name it as their `source`."""

    url: Address
    checked: Day
    age: Line | None = None  # what the copy that was read says of its own age


def _as_written(schema: JsonDict) -> None:
    """Editors see the file as it is written: these two are filled in (`hooks.facts.sources`) before the model."""
    schema["required"] = [key for key in schema["required"] if key not in ("checked", "review_by")]  # type: ignore[union-attr]


class Fact(Entry):
    """Something that a source says: where, when it was read, how sure we are, and when to look again.

    In the file `checked` and `age` may stand in the line of its `source`, and `review_by` may be left out.
    """

    model_config = ConfigDict(json_schema_extra=_as_written)

    id: Id
    source: Address
    checked: Day
    confidence: Confidence
    review_by: Day
    age: Line | None = None


class Statement(Fact):
    """A fact in a sentence of our own words."""

    text: Line


class Conflict(Entry):
    """Public pages that disagree: every reading, ours, and why. `people` are the sizes at which it bites."""

    id: Id
    topic: Line
    readings: Annotated[tuple[Statement, ...], Field(min_length=1)]
    ours: Line
    why: Line
    partners: tuple[Id, ...] = ()  # empty: all of the jurisdiction
    people: tuple[People, ...] = ()  # empty: any size
    routes: tuple[Route, ...] = ()  # empty: any verdict; else only those that another reading would turn
    people_from: People | None = None  # instead of a list: every size from here
    people_to: People | None = None  # … to here, or every larger one
    certainty: Certainty = "clear"  # how far it lowers the evidence there
    question: Line | None = None  # what to send to the partner where this bites, ready to send


class Counting(Statement):
    """Who counts for a partner, in which unit and over which period; each kind of person in exactly one list."""

    unit: Unit
    full_time_hours: Hours | None = None  # payroll hours a year of one full-time equivalent, where that is the unit
    period: Period
    counted: tuple[Group, ...]
    not_counted: tuple[Group, ...] = ()
    unclear: tuple[Group, ...] = ()
    certainty: Certainty = "clear"


class SizeClass(Fact):
    """One class of a partner; the first whose conditions all hold is the answer, the last has none."""

    route: Route
    name: Line
    certainty: Certainty = "clear"
    text: Line | None = None
    question: Line | None = None  # for `ask` and `none`: what to send to whom must decide, ready to send
    counts_as_cor: bool = False  # the small class is itself a COR, so a client's demand for COR may be met
    at_most: People | None = None
    average_below: People | None = None
    full_time_equivalents_below: People | None = None
    works_alone: Literal[True] | None = None
    without_subcontractors: Literal[True] | None = None
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


class Validity(Statement):
    """How long the certificate lasts."""

    months: Months


class Timing(Statement):
    """Days that the audit and its report may take."""

    gathering_days: Days | None = None
    report_days: Days | None = None
    review_days: Days | None = None
    build_months: Months | None = None


class Training(Statement):
    """Courses before the first audit."""

    days: Days | None = None


class Fee(Statement):
    """What something costs; without a number where the source names none, or where it depends."""

    dollars: Dollars | None = None
    dollars_to: Dollars | None = None  # the upper end of a range; alone: from nothing up to this
    each: Each = "once"


class Refund(Entry):
    """How a board pays back, as a formula: a share of the premium, within a floor and a ceiling."""

    percent: Percent
    percent_to: Percent | None = None  # the most, where it depends on more than the premium
    base_premium: bool = False  # of the premium at the base rate, not of what the firm pays
    at_least_dollars: Dollars | None = None
    at_least_percent: Percent | None = None  # the floor is never more than this share of the premium
    at_most_percent: Percent | None = None
    at_most_dollars: Dollars | None = None
    year: Annotated[int, Field(ge=2000, le=2100)] | None = None  # the year whose numbers these are


class Money(Statement):
    """What the board pays back, or what else is known of costs; a number only where a source has one."""

    refund: Refund | None = None
    fee: Literal[True] | None = None  # a cost that is no part of a partner's process
    dollars: Dollars | None = None
    dollars_to: Dollars | None = None
    each: Each = "year"
    partners: tuple[Id, ...] = ()  # empty: all of the place
    routes: tuple[Route, ...] = ()


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


class When(Entry):
    """Where a caution applies; every part that is given must hold."""

    partners: tuple[Id, ...] = ()
    routes: tuple[Route, ...] = ()
    names: tuple[Line, ...] = ()
    industries: tuple[Id, ...] = ()  # also `other`, and `unsure` for who has not said
    people_over: Annotated[int, Field(ge=0, le=100_000)] | None = None
    people_at_most: People | None = None
    client_requires: tuple[Literal["cor", "either", "none", "unsure"], ...] = ()
    growth: tuple[Literal["yes", "no", "unsure"], ...] = ()
    holds: tuple[Held, ...] = ()  # a visitor who has not answered counts as one who holds none
    unless_holds: tuple[Held, ...] = ()  # what makes it void: one who holds the certificate needs no word to newcomers
    account: tuple[Literal["yes", "no", "unsure"], ...] = ()
    work_started: tuple[Literal["yes", "no", "unsure"], ...] = ()
    one_person: Literal[True] | None = None  # for firms that are or may be one person
    records_under: Months | None = None
    partner_unsure: Literal[True] | None = None
    portability: tuple[Portability, ...] = ()  # what was found for a certificate from elsewhere


class Caution(Statement):
    """Something a visitor in that case should know beside the verdict."""

    when: When = When()


class Interim(Statement):
    """What a firm without a certificate may show to a buyer meanwhile: what is asked for it, and how long it holds."""

    name: Line  # "Temporary Letter of Certification"
    asked_of: Id | None = None  # the partner that gives it; None: the place's authority, or whoever the text names
    days: Days | None = None  # how long it holds
    months: Months | None = None
    ready: Literal[True] | None = None  # can be had before the audit, so it is a step of the plan
    after: Literal["start", "training", "system"] = "start"  # where in the order of work it can be had
    when: When = When()


class Letter(Statement):
    """A letter or equivalency that a certifying body gives to holders of another body's certificate."""

    name: Line | None = None  # its own name, where it has one: "COREL"
    kind: Literal["letter", "equivalency", "conversion"] = "letter"
    granted_by: Id  # partner id in this jurisdiction
    to: Literal["cfcsa-members", "same-partner", "iso-45001", "any-cor", "other-partners"]
    holders_of: tuple[Id, ...] = ()  # for a conversion: the partners here whose certificates can be converted
    refuses: tuple[Id, ...] = ()  # partner ids whose audits are refused
    months: Months | None = None
    only_without_local_base: bool = False  # an office here rules it out
    bidding: bool = True  # for firms that have not begun to work here
    working: bool = False  # for firms at work here
    asks: Line | None = None  # what to send with the request, as a list inside a sentence
    secor: Literal["no", "not-verified"] = "not-verified"


class Contact(Fact):
    """How to reach a body; low confidence is shown as unverified."""

    phone: Phone | None = None
    other_phone: Phone | None = None
    email: Email | None = None


class Authority(Statement):
    """Who sets the programme, and who issues the certificate (`text`)."""

    name: Line
    ask: Line | None = None  # whom to ask, where that is not the authority itself; fits after "Ask"
    url: Address
    contact: Contact | None = None


class Former(Statement):
    """A body that a visitor may have read of and that is not (or no longer) a certifying partner."""

    name: Line


class Buyer(Fact):
    """Who asks for a certificate: for what work, above what amount, and what else it takes."""

    model_config = ConfigDict(populate_by_name=True, json_schema_extra=_as_written)

    name: Line
    work: Annotated[Line, Field(alias="for")]
    from_dollars: Dollars | None = None
    accepts: Annotated[tuple[Literal["cor", "secor", "other"], ...], Field(min_length=1)]
    meanwhile: Line | None = None  # what an unfinished applicant may show
    since: Line | None = None  # how old the rule is, where that matters
    text: Line


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
    follows_place: Statement | None = None  # no rule of its own was found: the place's holds, to be confirmed; why
    processes: tuple[Process, ...] = ()
    notes: tuple[Statement, ...] = ()
    unknown: tuple[Line, ...] = ()


class Jurisdiction(Entry):
    """A province or territory."""

    code: Code
    name: Line
    slug: Id
    in_name: Line  # "in Alberta", "in the Northwest Territories"
    account: Line  # the workers' compensation account's plain name
    programme: Line
    authority: Authority
    account_rule: Statement | None = None
    choose_cor: Statement | None = None  # that a small firm may choose the full certificate
    without_partner: SizeClass | None = None  # the answer where no partner lists the industry, or there is none
    default_counting: Counting | None = None
    default_size_classes: tuple[SizeClass, ...] = ()
    default_processes: tuple[Process, ...] = ()
    partners: tuple[Partner, ...] = ()
    letters: tuple[Letter, ...] = ()
    cautions: tuple[Caution, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    money: tuple[Money, ...] = ()
    interim: tuple[Interim, ...] = ()
    need: Statement | None = None  # whether anybody must have a certificate here, and what a bid without one means
    buyers: tuple[Buyer, ...] = ()
    demand: tuple[Statement, ...] = ()
    notes: tuple[Statement, ...] = ()
    former: tuple[Former, ...] = ()
    unknown: tuple[Line, ...] = ()


class Replaced(Statement):
    """A fact that was corrected: what was said before, and from when to when."""

    jurisdiction: Code
    partner: Id | None = None
    valid_from: Day
    valid_to: Day


class TradePlace(Fact):
    """A trade in one place, where a source ties it to another industry, to a partner, or to a code of the board."""

    code: Code
    industry: Id | None = None  # left out: the trade's
    partner: Id | None = None
    wcb_code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]+$", max_length=10)] | None = None
    text: Line | None = None


class Trade(Entry):
    """What a visitor calls the work, and the industry that it belongs to: our own reading, where no place says more."""

    word: TradeWord
    also: tuple[TradeWord, ...] = ()  # other words for it, and common misspellings
    industry: Id
    places: tuple[TradePlace, ...] = ()


class Catalogue(Entry):
    """The whole of `partners.yml`."""

    industries: Annotated[tuple[Id, ...], Field(min_length=1)]
    national: tuple[Statement, ...]
    cautions: tuple[Caution, ...]
    jurisdictions: Annotated[tuple[Jurisdiction, ...], Field(min_length=1)]
    trades: tuple[Trade, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]

    @property
    def newest_check(self) -> datetime.date:
        """The newest `checked` date of any fact: the day that tests and proof take as today."""
        return max(fact.checked for fact in facts_of(self))


type Known = Mapping[str, Fact]


def known_facts(catalogue: Catalogue) -> Known:
    """Every fact by its id."""
    return {fact.id: fact for fact in facts_of(catalogue)}


def facts_of(entry: object) -> list[Fact]:
    """Every fact inside an entry, in the order of the file."""
    own = [entry] if isinstance(entry, Fact) else []
    parts: Iterable[object] = ()
    if isinstance(entry, tuple):
        parts = entry
    elif isinstance(entry, BaseModel):
        parts = (value for _, value in entry)
    # Most values are numbers and texts: not looking into them makes this ten times faster.
    return own + [fact for part in parts if isinstance(part, tuple | BaseModel) for fact in facts_of(part)]
