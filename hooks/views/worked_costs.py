"""What a made-up firm would pay and get back at a place, as far as the facts have amounts; what has none is named."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hooks.views.steady import steady_crew
from quiz import decide
from quiz.fact import Fact
from quiz.facts import Facts, Jurisdiction, Partner
from quiz.money import amounts, or_more
from quiz.process import Fee, Money, Process
from quiz.words import Words

INDUSTRY = "construction"
PLACES = ("AB", "BC", "SK", "MB")
SIZES = (8, 25)
# Made up, so that the refunds have something to be worked out from: dollars of premium a year for each person.
PREMIUM = 1000
FROM_OUTSIDE = (
    *("external", "partner", "internal-then-external", "internal-partner-external"),
    *("internal-review-external", "internal-then-partner"),
)
PER_AUDIT = ("hour", "day", "audit")


@dataclass(frozen=True, slots=True)
class Amount:
    """Dollars from and to, and for what: `each` is a year, once, an hour, a day, a person, an audit or a course."""

    fact: Fee | Money
    low: int
    high: int
    or_more: bool  # there is no highest
    each: str


@dataclass(frozen=True, slots=True)
class Back:
    """What the board pays back a year, in dollars."""

    fact: Money
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Worked:
    """One firm at the partner for its own industry."""

    place: Jurisdiction
    partner: Partner
    people: int
    premium: int
    name: str
    amounts: tuple[Amount, ...]
    without_amount: tuple[Fact, ...]  # costs of which a page speaks and names no amount
    audit_unpriced: bool  # somebody from outside the firm audits, and no price of that was found
    audit_priced_elsewhere: bool  # but one was found for other partners of the place
    courses_unpriced: bool  # no price of a course was found
    back: Back | None
    no_refund: Fact | None  # what a source says instead, where nothing comes back by a formula


def worked(facts: Facts, words: Words) -> tuple[Worked, ...]:
    """A firm of each size at each place, in the order of the places."""
    return tuple(_worked(facts.by_code[code], people, facts, words) for code in PLACES for people in SIZES)


def _worked(place: Jurisdiction, people: int, facts: Facts, words: Words) -> Worked:
    partner = next(p for p in place.open_to(INDUSTRY) if INDUSTRY in p.industries and not p.any_industry)
    firm = {**steady_crew(place, people), "partner": partner.id, "industry": INDUSTRY}
    verdict = decide(firm, facts, words)["verdict"]  # type: ignore[typeddict-item]
    process = partner.process(verdict["route"], verdict["name"])
    fees: list[Fee | Money] = [*(process.fees if process else ()), *_other_fees(place, partner, verdict["route"])]
    priced = tuple(_amount(fee) for fee in fees if fee.dollars or fee.dollars_to)
    back = _back(place, people * PREMIUM)
    return Worked(
        place=place,
        partner=partner,
        people=people,
        premium=people * PREMIUM,
        name=verdict["name"],
        amounts=priced,
        without_amount=tuple(fee for fee in fees if not fee.dollars and not fee.dollars_to),
        audit_unpriced=_from_outside(process) and not any(a.each in PER_AUDIT for a in priced),
        audit_priced_elsewhere=any(e.each in PER_AUDIT and verdict["route"] in e.routes for e in place.money),
        courses_unpriced=not any(a.each == "person" for a in priced),
        back=back,
        no_refund=None if back else next(iter(place.money), None),
    )


def _other_fees(place: Jurisdiction, partner: Partner, route: str) -> Iterator[Money]:
    for entry in place.money:
        for_partner = not entry.partners or partner.id in entry.partners
        if entry.fee and for_partner and (not entry.routes or route in entry.routes):
            yield entry


def _amount(fee: Fee | Money) -> Amount:
    return Amount(fee, fee.dollars or 0, fee.dollars_to or fee.dollars or 0, or_more(fee), fee.each)


def _from_outside(process: Process | None) -> bool:
    return process is not None and process.audit.kind in FROM_OUTSIDE


def _back(place: Jurisdiction, premium: int) -> Back | None:
    """The first year's refund. The firm of the example pays the base rate, so its premium is the one at that rate."""
    for entry in place.money:
        if entry.refund:
            low, high = amounts(replace(entry.refund, base_premium=False), premium)
            return Back(entry, low or 0, high or low or 0)
    return None
