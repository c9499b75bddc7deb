"""The shape of `partners.yml`: places with all that is known there, trades, and the whole file.

What every entry is made of is in `entry.py`, certifying partners are in `partner.py`. What must hold across entries is
in `consistency.py` and `repetitions.py`.
"""

import datetime
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from hooks.facts.entry import (
    Address,
    Contact,
    Day,
    Days,
    Dollars,
    Entry,
    Fact,
    Id,
    Line,
    Months,
    People,
    Percent,
    Source,
    Statement,
    facts_of,
)
from hooks.facts.partner import Counting, Each, Partner, Process, SizeClass
from hooks.facts.shapes import PARTNER_OF_PLACE, TRADE_WORD, WCB_CODE
from quiz.fact import Certainty, Route

type Code = Literal["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"]
type Portability = Literal[
    "letter",
    "equivalency",
    "local-base",
    "account",
    "work-started",
    "needs-office",
    "refused",
    "no-letter",
    "other-network",
    "home-unknown",
    "secor-no",
    "secor-stays",
    "secor-not-verified",
    "conversion",
    "no-conversion",
    "conversion-small",
    "conversion-closed",
]
type Held = Literal["none", "secor", "cor", "cor-elsewhere", "secor-elsewhere", "iso-45001", "expired"]
type TradeWord = Annotated[str, StringConstraints(pattern=TRADE_WORD, max_length=40)]


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
    letters: Literal[True] | None = None  # it is about letters, so only who could have one meets it
    records_under: Months | None = None  # it is about the records, so only who has fewer, or may have, meets it
    settled_by_count: bool = False  # it is about which kinds count, so who counted by kind is past it
    certainty: Certainty = "clear"  # how far it lowers the evidence there
    question: Line | None = None  # what to send to the partner where this bites, ready to send


class Refund(Entry):
    """How a board pays back, as a formula: a share of the premium, within a floor and a ceiling."""

    percent: Percent
    percent_to: Percent | None = None  # the most, where it depends on more than the premium
    industry_rate: bool = False  # of the premium at the industry's rate: another sum for a firm with a rate of its own
    base_premium: bool = False  # of the premium at the base rate, not of what the firm pays
    at_least_dollars: Dollars | None = None
    at_least_percent: Percent | None = None  # the floor is never more than this share of the premium
    at_most_percent: Percent | None = None
    at_most_dollars: Dollars | None = None
    year: Annotated[int, Field(ge=2000, le=2100)] | None = None  # the year whose numbers these are


class Money(Statement):
    """What the board pays back, or what else is known of costs; a number only where a source has one."""

    refund: Refund | None = None
    condition: Literal[True] | None = None  # on what the refund hangs, or how it is reckoned: told with it
    none_found: Literal[True] | None = None  # it says that nothing comes back, as far as we read
    first_year: Literal[True] | None = None  # of a first certificate alone: nothing for who has held one
    fee: Literal[True] | None = None  # a cost that is no part of a partner's process
    dollars: Dollars | None = None
    dollars_to: Dollars | None = None
    each: Each = "year"
    partners: tuple[Id, ...] = ()  # empty: all of the place
    routes: tuple[Route, ...] = ()
    industries: tuple[Id, ...] = ()


class When(Entry):
    """Where a caution applies; every part that is given must hold."""

    partners: tuple[Id, ...] = ()
    routes: tuple[Route, ...] = ()
    names: tuple[Line, ...] = ()
    industries: tuple[Id, ...] = ()  # also `other`, and `unsure` for who has not said
    people_over: Annotated[int, Field(ge=0, le=1000)] | None = None
    people_at_most: People | None = None
    client_requires: tuple[Literal["cor", "either", "none", "unsure"], ...] = ()
    growth: tuple[Literal["yes", "no", "unsure"], ...] = ()
    holds: tuple[Held, ...] = ()  # a visitor who has not answered counts as one who holds none
    unless_holds: tuple[Held, ...] = ()  # what makes it void: one who holds the certificate needs no word to newcomers
    account: tuple[Literal["yes", "no", "unsure"], ...] = ()
    local_base: tuple[Literal["yes", "no", "unsure"], ...] = ()  # who has not answered counts as not sure
    work_started: tuple[Literal["yes", "no", "unsure"], ...] = ()
    one_person: Literal[True] | None = None  # for firms that are or may be one person
    records_under: Months | None = None
    uncounted: Literal[True] | None = None  # for who gave one number of people, not one for each kind
    partner_unsure: Literal[True] | None = None
    portability: tuple[Portability, ...] = ()  # what was found for a certificate from elsewhere
    earns: Literal[True] | None = None  # for who holds a certificate of this place or works for one, not for a letter


class Caution(Statement):
    """Something a visitor in that case should know beside the verdict."""

    when: When = When()


class Interim(Statement):
    """What a firm without a certificate may show to a buyer meanwhile: what is asked for it, and how long it holds."""

    name: Line  # "Temporary Letter of Certification"
    asked_of: Id | None = None  # the partner that gives it; None: the place's authority, or whoever the text names
    days: Days | None = None  # how long it holds
    months: Months | None = None
    for_cor: Line | None = None  # what else is asked on the way to the full certificate
    for_small: Line | None = None  # and on the way to a smaller one
    ready: Literal[True] | None = None  # can be had before the audit, so it is a step of the plan
    after: Literal["start", "training", "system", "records"] = "start"  # where in the order of work it can be had
    when: When = When()


class Letter(Statement):
    """A letter or equivalency that a certifying body gives to holders of another body's certificate."""

    name: Line | None = None  # its own name, where it has one: "COREL"
    kind: Literal["letter", "equivalency", "conversion"] = "letter"
    granted_by: Id | None = None  # partner id in this jurisdiction; left out: the place's authority
    filed_by: Literal["home", "firm"] | None = None  # who sends the request, where a source says so
    to: Literal["cfcsa-members", "same-partner", "iso-45001", "any-cor", "other-partners"]
    holders_of: tuple[Id, ...] = ()  # for a conversion: the partners here whose certificates can be converted
    refuses: tuple[Id, ...] = ()  # partner ids whose audits are refused
    months: Months | None = None
    takes_days: Days | None = None  # from the request to the letter, at the least
    takes_days_to: Days | None = None  # … and at the most
    only_without_local_base: bool = False  # an office here rules it out
    only_without_account: bool = False  # so does an account with the workers' compensation board here
    bidding: bool = True  # for firms that have not begun to work here
    working: bool = False  # for firms at work here
    one_way: Literal[True] | None = None  # of a conversion: the certificate is not turned back into one of `holders_of`
    then_certificate: Literal[True] | None = None  # a source says that work needs a certificate of this place
    asks: Line | None = None  # what to send with the request, as a list inside a sentence
    secor: Literal["no", "not-verified"] = "not-verified"


class Authority(Statement):
    """Who sets the programme, and who issues the certificate (`text`)."""

    name: Line
    ask: Line | None = None  # whom to ask, where that is not the authority itself; fits after "Ask"
    refers_to: tuple[Annotated[str, StringConstraints(pattern=PARTNER_OF_PLACE)], ...] = ()  # "NB/nbcsa"
    url: Address
    contact: Contact | None = None


class Former(Statement):
    """A body that a visitor may have read of and that is not (or no longer) a certifying partner."""

    name: Line


class Buyer(Fact):
    """Who asks for a certificate: for what work, above what amount, and what else it takes."""

    model_config = ConfigDict(populate_by_name=True)

    name: Line
    work: Annotated[Line, Field(alias="for")]
    from_dollars: Dollars | None = None
    accepts: Annotated[tuple[Literal["cor", "secor", "other"], ...], Field(min_length=1)]
    meanwhile: Line | None = None  # what an unfinished applicant may show
    since: Line | None = None  # how old the rule is, where that matters
    text: Line


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
    refund_registration: Statement | None = None  # what to do, beside the certificate, for the board's refund
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
    wcb_code: Annotated[str, StringConstraints(pattern=WCB_CODE, max_length=10)] | None = None
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
