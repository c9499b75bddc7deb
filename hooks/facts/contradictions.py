"""Keys of one entry that are right each for itself, and cannot be true together."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from hooks.facts.entry import Contact, walk
from hooks.facts.model import (
    Buyer,
    Catalogue,
    Conflict,
    Interim,
    Jurisdiction,
    Letter,
    Money,
    Refund,
    TradePlace,
)
from hooks.facts.partner import Counting, Fee, Period, Records, SizeClass, Training, Unit
from hooks.facts.yaml_marks import Finding, Place

type Told = tuple[str, str]  # the key, and what is said of it

# Over what time a unit can be counted: an average needs more than a moment, and heads are no sum of a year.
PERIODS: Mapping[Unit, tuple[Period, ...]] = {
    "people": ("past-12-months", "any-time", "peak", "not-stated"),
    "average-people": ("operating-months", "year", "not-stated"),
    "full-time-equivalents": ("year", "not-stated"),
}


def contradictions(catalogue: Catalogue) -> Iterator[Finding]:
    """Every entry that says one thing and another beside it."""
    for place, entry in walk(catalogue):
        for key, told in of_entry(entry):
            yield (*place, key), told, True
        if isinstance(entry, Jurisdiction):
            yield from _of_place(entry, place)


def of_entry(entry: BaseModel) -> Iterator[Told]:
    """What an entry says of itself that it takes back, by its key."""
    match entry:
        case Contact():
            yield from _contact(entry)
        case Money() | Fee():
            yield from _money(entry)
        case SizeClass():
            yield from _class(entry)
        case Letter():
            yield from _letter(entry)
        case Conflict():
            yield from _conflict(entry)
        case Buyer() | Interim() | TradePlace():
            yield from _named(entry)
        case Training() | Records() | Refund():
            yield from _part(entry)
        case Counting():
            yield from _counting(entry)


def _named(entry: Buyer | Interim | TradePlace) -> Iterator[Told]:
    match entry:
        case Buyer(accepts=accepts) if "secor" in accepts and "cor" not in accepts:
            yield "accepts", "whoever takes the small certificate takes the full one; `cor` is accepted beside `secor`"
        case Interim(asked_of=str(giver), when=when) if when.partners and giver not in when.partners:
            told = f"'{giver}' is not among the `partners` of `when`; one of {', '.join(when.partners)} is accepted"
            yield "asked_of", told
        case TradePlace(industry=None, partner=None, wcb_code=None, text=None):
            yield (
                "code",
                "nothing is said of this place; an `industry`, a `partner`, a `wcb_code` or a `text` is accepted",
            )


def _part(part: Training | Records | Refund) -> Iterator[Told]:
    match part:
        case Training(none_seen=True, days=int(days)):
            yield "none_seen", f"{days} days are asked for here; `days` or `none_seen` is accepted, not both"
        case Records(fewer_is_asked=True, least_months=None):
            yield "fewer_is_asked", "nobody takes fewer here; it is accepted beside `least_months`"
        case Refund(industry_rate=True, base_premium=True):
            yield "base_premium", "a share is of one premium; `industry_rate` or `base_premium` is accepted, not both"
        case Records(short_valid_months=int(), least_months=None):
            yield "short_valid_months", "this is for the least records; it is accepted beside `least_months`"


def _counting(counting: Counting) -> Iterator[Told]:
    if (counting.unit == "full-time-equivalents") != (counting.full_time_hours is not None):
        return  # a slip in the unit is told where it was made
    accepted = PERIODS[counting.unit]
    if counting.period not in accepted:
        told = f"'{counting.period}' does not go with the unit '{counting.unit}'; {', '.join(accepted)} are accepted"
        yield "period", told


def _contact(contact: Contact) -> Iterator[Told]:
    if not (contact.phone or contact.other_phone or contact.email):
        yield "id", "nobody is reached by this; a `phone` or an `email` is accepted, or leave the contact out"
    elif contact.other_phone and not contact.phone:
        yield "other_phone", "there is no number beside this one; it is accepted as `phone`"


def _money(money: Money | Fee) -> Iterator[Told]:
    figure = money.dollars is not None or money.dollars_to is not None
    if "each" in money.model_fields_set and not figure:
        yield "each", "this goes with a number of dollars; it is accepted beside `dollars` or `dollars_to`"
    if not isinstance(money, Money):
        if money.or_more and (money.dollars is None or money.dollars_to is not None):
            yield "or_more", "this is of the least that it costs; it is accepted beside `dollars` without `dollars_to`"
        return
    if money.fee and (money.refund or money.none_found):
        yield "fee", "a fee pays nothing back; `refund` or `none_found` is accepted without it"
    elif money.none_found and (money.refund or money.first_year or figure):
        yield "none_found", "this says that nothing comes back, and what does stands beside it; one of them is accepted"
    elif money.refund and figure:
        yield "refund", "a share and a sum of dollars are two facts; one of them is accepted here"
    elif figure and not money.fee:
        key = "dollars_to" if money.dollars is None else "dollars"
        yield key, "nothing says what this sum is; it is accepted beside `fee: true`"


def _class(found: SizeClass) -> Iterator[Told]:
    if found.counts_as_cor and found.route == "cor":
        yield "counts_as_cor", "this class is COR itself; the key is accepted with a smaller class"
    for key in ("settled_by_count", "settled_by_demand"):
        if getattr(found, key) and found.certainty == "clear":
            yield key, "this class is clear, so there is no doubt to settle; the key is accepted with another certainty"
    if found.question and found.certainty == "clear" and found.route not in ("ask", "none"):
        yield "question", "this class is clear, so nobody is asked; a question is accepted with another certainty"
    if found.without_any_subcontractor and not found.without_subcontractors:
        told = "whoever hires none at all hires none regularly; it is accepted beside `without_subcontractors`"
        yield "without_any_subcontractor", told
    if found.certainty == "unverified" and found.confidence == "high":
        yield "certainty", "what is unverified is not known with high confidence; medium or low is accepted with it"


def _letter(letter: Letter) -> Iterator[Told]:
    conversion = letter.kind == "conversion"
    if letter.one_way and not conversion:
        yield "one_way", f"a {letter.kind} is turned into nothing; this key is accepted with the kind 'conversion'"
    if conversion and not letter.granted_by:
        yield "kind", "a partner turns certificates into its own; this kind is accepted with its id as `granted_by`"
    if letter.then_certificate and letter.working:
        yield "then_certificate", "this letter is for work, so work needs no other; one of the two keys is accepted"
    if letter.takes_days_to and not letter.takes_days:
        yield "takes_days_to", "there are no least days beside these; it is accepted beside `takes_days`"
    if letter.granted_by in letter.holders_of:
        yield (
            "holders_of",
            f"'{letter.granted_by}' grants this, and has its own certificate; other partners are accepted",
        )
    if both := set(letter.holders_of) & set(letter.refuses):
        yield "refuses", f"{', '.join(sorted(both))} in `holders_of` cannot be refused; one of the two is accepted"


def _conflict(conflict: Conflict) -> Iterator[Told]:
    if len(conflict.readings) == 1:
        yield "readings", "one page disagrees with nobody; two readings or more are accepted"
    if conflict.ours.casefold().strip(".") == conflict.why.casefold().strip("."):
        yield "why", "this is `ours` again, and no reason; why it is so is accepted"


def _of_place(jurisdiction: Jurisdiction, place: Place) -> Iterator[Finding]:
    """What is said of a place's own bodies as if they were others, and what one entry says and another takes back."""
    yield from _federation(jurisdiction, place)
    paid = [money for money in jurisdiction.money if money.refund]
    for number, money in enumerate(jurisdiction.money):
        back = next((one for one in paid if money.none_found and _same_firms(one, money)), None)
        if back:
            told = f"'{back.id}' pays something back to the same firms; one of the two is accepted"
            yield (*place, "money", number, "none_found"), told, True
    names = {name for partner in jurisdiction.partners for name in (partner.name, partner.acronym)}
    for number, former in enumerate(jurisdiction.former):
        if former.name in names:
            told = f"'{former.name}' is a partner here; the name of a body that is none is accepted"
            yield (*place, "former", number, "name"), told, False
    for number, other in enumerate(jurisdiction.authority.refers_to):
        if other.startswith(f"{jurisdiction.code}/"):
            told = f"'{other}' is of {jurisdiction.name} itself; a partner of another place is accepted"
            yield (*place, "authority", "refers_to", number), told, False


def _same_firms(one: Money, other: Money) -> bool:
    """Whether some firm may read both entries; an empty list is for all."""
    pairs = ((one.partners, other.partners), (one.routes, other.routes), (one.industries, other.industries))
    return all(not (a and b) or set(a) & set(b) for a, b in pairs)


def _federation(jurisdiction: Jurisdiction, place: Place) -> Iterator[Finding]:
    """Letters between members of the federation are given by members."""
    members = {partner.id for partner in jurisdiction.partners if partner.cfcsa_member}
    known = {partner.id for partner in jurisdiction.partners}
    for number, letter in enumerate(jurisdiction.letters):
        if letter.to == "cfcsa-members" and letter.granted_by in known - members:
            told = (
                f"'{letter.granted_by}' is no member of the federation; a letter of one with `cfcsa_member` is accepted"
            )
            yield (*place, "letters", number, "to"), told, False
