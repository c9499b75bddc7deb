"""What the rules read of the facts: frozen dataclasses; `reading.py` makes them from JSON that the build has checked.

Knows nothing of YAML or pydantic; the model and every check of it are on the build's side. Numbers of people are whole
people, months whole months; dates are calendar dates.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from quiz.fact import MOST_PEOPLE, Certainty, Fact, Route
from quiz.process import Money, Process


@dataclass(frozen=True, kw_only=True, slots=True)
class Counting(Fact):
    """Who counts, in which unit, over which period; each kind of person is in exactly one of the three lists.

    `full_time_hours` are the payroll hours a year of one full-time equivalent, where that is the unit.
    """

    unit: str
    full_time_hours: int | None = None
    period: str
    counted: tuple[str, ...]
    not_counted: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    careful: tuple[str, ...] = ()  # counted as we read it, where the page may not mean them
    owners_called: str = ""  # where nobody owns the employer
    certainty: Certainty = "clear"


@dataclass(frozen=True, kw_only=True, slots=True)
class SizeClass(Fact):
    """One class of a partner; the first of the list whose conditions all hold is the answer."""

    route: Route
    name: str
    certainty: Certainty = "clear"
    question: str = ""
    settled_by_count: bool = False
    settled_by_demand: bool = False
    counts_as_cor: bool = False
    full_time_hours: int = 0  # the partner's, where its unit is full-time equivalents
    at_most: int | None = None
    average_below: int | None = None
    full_time_equivalents_below: int | None = None
    works_alone: bool | None = None
    without_subcontractors: bool | None = None
    without_any_subcontractor: bool | None = None  # how the same condition is told where one now and then is too many
    without_partner_or_family: bool | None = None

    # By identity, so that what is worked out of one can be kept: to hash all of its parts would take longer.
    __hash__ = object.__hash__

    @property
    def payroll_hours_below(self) -> int | None:
        """The limit in full-time equivalents as payroll hours, which are compared unrounded."""
        return self.full_time_equivalents_below and self.full_time_equivalents_below * self.full_time_hours


@dataclass(frozen=True, kw_only=True, slots=True)
class Conflict:
    """Public pages that disagree, our reading, and where it bites."""

    id: str
    topic: str
    readings: tuple[Fact, ...]
    ours: str
    why: str
    partners: tuple[str, ...] = ()
    people: tuple[int, ...] = ()
    routes: tuple[Route, ...] = ()
    people_from: int | None = None
    people_to: int | None = None
    letters: bool | None = None
    records_under: int | None = None
    settled_by_count: bool = False
    certainty: Certainty = "clear"
    question: str = ""

    @property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        """The first and the last number of people of each range in which it bites; none where size does not matter."""
        single = tuple((number, number) for number in self.people)
        if self.people_from is None and self.people_to is None:
            return single
        return (*single, (self.people_from or 1, self.people_to or MOST_PEOPLE))


@dataclass(frozen=True, kw_only=True, slots=True)
class When:
    """Where a caution applies; an empty part does not narrow."""

    partners: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    people_over: int | None = None
    people_at_most: int | None = None
    client_requires: tuple[str, ...] = ()
    growth: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    unless_holds: tuple[str, ...] = ()
    account: tuple[str, ...] = ()
    local_base: tuple[str, ...] = ()
    work_started: tuple[str, ...] = ()
    one_person: bool | None = None
    records_under: int | None = None
    uncounted: bool | None = None
    partner_unsure: bool | None = None
    portability: tuple[str, ...] = ()
    earns: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Caution(Fact):
    """Something a visitor in that case should know beside the verdict."""

    when: When = field(default_factory=When)


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter(Fact):
    """What a certifying body grants to holders of another body's certificate, for how long, and what voids it."""

    to: str
    granted_by: str | None = None
    filed_by: str | None = None
    name: str = ""
    kind: str = "letter"
    holders_of: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    months: int | None = None
    takes_days: int | None = None
    takes_days_to: int | None = None
    only_without_local_base: bool = False
    only_without_account: bool = False
    bidding: bool = True
    working: bool = False
    one_way: bool = False
    then_certificate: bool = False
    asks: str = ""
    secor: str = "not-verified"


@dataclass(frozen=True, kw_only=True, slots=True)
class Interim(Fact):
    """What a firm without a certificate may show to a buyer meanwhile."""

    name: str
    asked_of: str | None = None
    days: int | None = None
    months: int | None = None
    for_cor: str = ""
    for_small: str = ""
    ready: bool = False
    after: str = "start"
    when: When = field(default_factory=When)


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact(Fact):
    """How to reach a body; low confidence is shown as unverified."""

    phone: str | None = None
    other_phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Authority(Fact):
    """Who sets the programme."""

    name: str
    url: str
    ask: str = ""
    refers_to: tuple[str, ...] = ()
    contact: Contact | None = None

    @property
    def whom_to_ask(self) -> str:
        """Whom to ask: the authority itself, unless the facts name somebody better."""
        return self.ask or self.name


@dataclass(frozen=True, kw_only=True, slots=True)
class Partner(Fact):
    """A certifying partner in one jurisdiction, with what it inherits there filled in."""

    name: str
    acronym: str
    url: str
    counting: Counting
    size_classes: tuple[SizeClass, ...]
    processes: tuple[Process, ...] = ()
    industries: tuple[str, ...] = ()
    any_industry: bool = False
    cfcsa_member: bool = False
    status: str = "active"
    status_note: Fact | None = None
    account_rule: Fact | None = None
    follows_place: Fact | None = None
    needs_local_base: bool = False
    small_stays: bool = False
    takes_one_person: bool = False
    contact: Contact | None = None
    cor_url: str | None = None
    small_url: str | None = None
    one_person_url: str | None = None

    __hash__ = object.__hash__  # see SizeClass

    def process(self, route: Route, name: str) -> Process | None:
        """The way to a certificate of that route and name; the partner's own comes before the default."""
        for process in self.processes:
            if route in process.routes and (not process.names or name in process.names):
                return process
        return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Jurisdiction:
    """A province or territory."""

    code: str
    name: str
    slug: str
    in_name: str
    account: str
    programme: str
    authority: Authority
    partners: tuple[Partner, ...] = ()
    without_partner: SizeClass | None = None
    account_rule: Fact | None = None
    choose_cor: Fact | None = None
    refund_registration: Fact | None = None
    letters: tuple[Letter, ...] = ()
    cautions: tuple[Caution, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    money: tuple[Money, ...] = ()
    interim: tuple[Interim, ...] = ()
    need: Fact | None = None

    def partner(self, partner_id: str | None) -> Partner | None:
        """The partner of that id, if it certifies here."""
        return next((partner for partner in self.partners if partner.id == partner_id), None)

    def open_to(self, industry: str | None) -> tuple[Partner, ...]:
        """The partners that take an industry; all of them where it is not known. `other` is one that nobody lists."""
        if industry in (None, "unsure"):
            return self.partners
        return tuple(p for p in self.partners if p.any_industry or industry in p.industries)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that the decision rests on."""

    industries: tuple[str, ...]
    jurisdictions: tuple[Jurisdiction, ...]
    cautions: tuple[Caution, ...] = ()
    newest_check: date

    @cached_property
    def by_code(self) -> Mapping[str | None, Jurisdiction]:
        """Jurisdictions by their postal code."""
        return {jurisdiction.code: jurisdiction for jurisdiction in self.jurisdictions}

    @property
    def version(self) -> str:
        """The rules version: the month of the newest check, like 2026-11."""
        return f"{self.newest_check:%Y-%m}"
