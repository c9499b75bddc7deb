"""Keys of one entry that are right each for itself, and cannot be true together."""

from collections.abc import Iterator

from pydantic import BaseModel

from hooks.facts.entry import Contact, walk
from hooks.facts.model import Buyer, Catalogue, Conflict, Jurisdiction, Letter, Money, TradePlace
from hooks.facts.partner import Fee, Records, SizeClass, Training
from hooks.facts.yaml_marks import Finding, Place

type Told = tuple[str, str]  # the key, and what is said of it


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
        case Buyer(accepts=accepts) if "secor" in accepts and "cor" not in accepts:
            yield "accepts", "whoever takes the small certificate takes the full one; `cor` is accepted beside `secor`"
        case Training() | Records():
            yield from _preparation(entry)
        case TradePlace(industry=None, partner=None, wcb_code=None, text=None):
            yield (
                "code",
                "nothing is said of this place; an `industry`, a `partner`, a `wcb_code` or a `text` is accepted",
            )


def _preparation(part: Training | Records) -> Iterator[Told]:
    match part:
        case Training(none_seen=True, days=int(days)):
            yield "none_seen", f"{days} days are asked for here; `days` or `none_seen` is accepted, not both"
        case Records(fewer_is_asked=True, least_months=None):
            yield "fewer_is_asked", "nobody takes fewer here; it is accepted beside `least_months`"
        case Records(short_valid_months=int(), least_months=None):
            yield "short_valid_months", "this is for the least records; it is accepted beside `least_months`"


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
        return
    if money.fee and (money.refund or money.none_found):
        yield "fee", "a fee pays nothing back; `refund` or `none_found` is accepted without it"
    elif money.none_found and (money.refund or money.first_year or figure):
        yield "none_found", "this says that nothing comes back, and what does stands beside it; one of them is accepted"
    elif money.refund and figure:
        yield "refund", "a share and a sum of dollars are two facts; one of them is accepted here"


def _class(found: SizeClass) -> Iterator[Told]:
    if found.counts_as_cor and found.route == "cor":
        yield "counts_as_cor", "this class is COR itself; the key is accepted with a smaller class"
    if found.certainty == "unverified" and found.confidence == "high":
        yield "certainty", "what is unverified is not known with high confidence; medium or low is accepted with it"


def _letter(letter: Letter) -> Iterator[Told]:
    conversion = letter.kind == "conversion"
    if letter.one_way and not conversion:
        yield "one_way", f"a {letter.kind} is turned into nothing; this key is accepted with the kind 'conversion'"
    if conversion and not letter.granted_by:
        yield "kind", "a partner turns certificates into its own; this kind is accepted with its id as `granted_by`"
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
    """What is said of a place's own bodies as if they were others."""
    names = {name for partner in jurisdiction.partners for name in (partner.name, partner.acronym)}
    for number, former in enumerate(jurisdiction.former):
        if former.name in names:
            told = f"'{former.name}' is a partner here; the name of a body that is none is accepted"
            yield (*place, "former", number, "name"), told, False
    for number, other in enumerate(jurisdiction.authority.refers_to):
        if other.startswith(f"{jurisdiction.code}/"):
            told = f"'{other}' is of {jurisdiction.name} itself; a partner of another place is accepted"
            yield (*place, "authority", "refers_to", number), told, False
