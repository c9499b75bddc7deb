"""Which steps there are, in the order in which they are done: they follow from what is held and from the first audit.

Ids only; `plan.py` gives them words and days. A step comes after every step that it needs.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from quiz.answers import HERE, UNSURE
from quiz.applies import larger_is_brought, needs_account
from quiz.holding import (
    BEGIN_AT_THE_PARTNER,
    SMALL,
    WITH_WHAT_IS_ASKED,
    Way,
    asks_first,
    chooses,
    client_is_asked,
    doubtful,
    earns_anew,
    fits_full,
    in_hand,
    is_another_name,
    may_be_the_small_one,
    other_name,
    rests_on_another,
    way,
)
from quiz.interim import ready
from quiz.portability import portability
from quiz.shape import Phase
from quiz.situation import Situation
from quiz.timetable import AUDITS, COSTS_MONEY, covering, dates, days_of, waits_for_work

KEEP = ("upkeep", "renewal", "keep-home", "keep-iso", "smaller-class", "keep-meanwhile")
KEPT_WHILE_ASKING: Mapping[str | None, str] = {
    "cor": "upkeep",
    "secor": "upkeep",
    "cor-elsewhere": "keep-home",
    "secor-elsewhere": "keep-home",
    "iso-45001": "keep-iso",
}
NOW = (
    "decide",
    "ask-client",
    "ask-partner",
    "ask-authority",
    "ask-home",
    "ask-conversion",
    "ask-outgrown",
    "ask-expired",
    "ask-iso",
    "ask-office",
    "ask-takes-new",
    "find-partner",
    "choose-partner",
    "count-people",
    "contact-partner",
    "open-account",
    "letter",
    "equivalency",
    "conversion",
    "training",
    "training-check",
    "build-system",
    "adapt-system",
    "show-certificate",
)


def step_ids(visitor: Situation) -> list[str]:
    """The plan: at least three steps, also where nobody certifies or the partner must decide."""
    goes = way(visitor)
    if goes in ("nobody", "ask"):
        return [*_asking(visitor)]
    if goes in WITH_WHAT_IS_ASKED:
        change = goes == "shrank" and not may_be_the_small_one(visitor)
        return [*_holding(visitor), *(["smaller-class"] if change else [])]
    return [*_first(visitor, goes), *_way_on(visitor, goes)]


def _holding(visitor: Situation) -> Iterator[str]:
    """Show it to whoever asks, and keep it; a small certificate may not be what the client takes."""
    if client_is_asked(visitor):
        yield "ask-client"
    if visitor.answers.client_requires != "none":
        yield "show-certificate"
    yield from ("keep-records", "upkeep", "renewal")


def phase(step_id: str, visitor: Situation) -> Phase:
    """When in the plan a step is: now, then, or to keep what was earned."""
    if step_id in KEEP:
        return "keep"
    if step_id == "bid":
        return "now" if dates(visitor).near else "then"
    if step_id in COSTS_MONEY and asks_first(visitor):
        return "then"
    at_once = {entry.id for entry in ready(visitor) if not waits_for_work(entry, visitor)}
    return "now" if step_id in NOW or step_id in at_once else "then"


def _asking(visitor: Situation) -> Iterator[str]:
    if visitor.answers.client_requires == "none" and not in_hand(visitor):
        yield "decide"
    if not visitor.place.partners:
        yield "ask-authority"
    elif not visitor.partners:
        yield "find-partner"
    elif visitor.partner is None:
        yield "choose-partner"
    else:
        yield "ask-partner"
    asked = _client_unknown(visitor) and not fits_full(visitor)
    if asked:
        yield "ask-client"
    if visitor.partners and not visitor.tally.known and not visitor.answers.count:
        yield "count-people"
    if visitor.partners and visitor.answers.holds in HERE and visitor.answers.client_requires != "none":
        yield "show-certificate"
    yield from (*_meanwhile(visitor), *_bid(visitor))
    kept = KEPT_WHILE_ASKING.get(visitor.answers.holds)
    if kept == "upkeep" and (not visitor.partners or portability(visitor)):
        kept = "keep-home"  # nobody here issued it, or another partner did
    yield from [kept] if kept else []
    yield "keep-meanwhile"
    if not asked:
        yield "contact-later"


def _first(visitor: Situation, goes: Way) -> Iterator[str]:
    """What can be done today: the client, whoever must be asked first, the partner, and what to show meanwhile."""
    ask_first = doubtful(visitor)
    if ask_first and visitor.partner:
        yield "ask-takes-new"
    if visitor.answers.client_requires == "none":
        yield "decide"
    if _may_not_be_taken(visitor):
        yield "ask-client"
    account, moves = account_first(visitor), goes in ("equivalency", "conversion")
    yield from ["open-account"] if account and moves else []
    yield from _asked_first(visitor, goes)
    if chooses(visitor):
        yield "choose-partner"
        yield from ["ask-takes-new"] if ask_first else []
    yield from ["open-account"] if account and not moves else []
    if goes in BEGIN_AT_THE_PARTNER and not ask_first:
        yield "contact-partner"
    if rests_on_another(visitor):
        yield from _bid(visitor)
    else:
        yield from _meanwhile(visitor, "start")


def _may_not_be_taken(visitor: Situation) -> bool:
    """Whether the client may not take what is to be earned here: for its size or name, or as a COR for small firms."""
    if other_name(visitor) or larger_is_brought(visitor):
        return other_name(visitor)
    if _client_unknown(visitor):
        return visitor.route != "cor" or is_another_name(visitor)
    small = visitor.route in SMALL and visitor.counts_as_cor and not rests_on_another(visitor)
    return small and visitor.answers.client_requires == "cor"


def _asked_first(visitor: Situation, goes: Way) -> Iterator[str]:
    """Who has to be asked before anything else, by what is held."""
    carried = portability(visitor)
    if goes in ("ask-home", "ask-office"):
        yield goes
    if goes in ("letter", "ask-home") and (carried is None or carried.kind != "same-body"):
        # A letter is for bids; where nobody asks for one there is nothing to bid for.
        paper = carried.letter.kind if carried and carried.letter else None
        own = "equivalency" if paper == "equivalency" and goes == "ask-home" else "letter"
        yield from [own] if visitor.answers.client_requires != "none" else []
    elif goes == "other-partner":
        yield from ["show-certificate"] if visitor.answers.client_requires != "none" else []
        yield "ask-conversion"
    elif goes == "conversion":
        moves = bool(carried and carried.letter)
        yield "conversion" if moves else "ask-conversion"
        enough = ("none",) if moves else ("none", "cor")  # a small certificate is not shown to who takes none
        if visitor.answers.client_requires not in enough:
            yield "show-certificate"
    elif carried and carried.kind == "iso-unknown":
        yield "ask-iso"
    elif goes in ("equivalency", "outgrown", "expired"):
        yield {"equivalency": "equivalency", "outgrown": "ask-outgrown", "expired": "ask-expired"}[goes]
        if goes == "outgrown" and visitor.answers.client_requires not in ("none", "cor"):
            yield "show-certificate"


def _meanwhile(visitor: Situation, after: str = "") -> Iterator[str]:
    """What to show until then, each a step, after the work that it needs, where some is named.

    What would end too soon comes just before the bid.
    """
    days = dates(visitor)
    there = [entry for entry in ready(visitor) if not after or entry.after == after]
    yield from (entry.id for entry in there if covering(entry, days) is None)


def _bid(visitor: Situation) -> Iterator[str]:
    """The bid itself, where there is a date that may not be met, after what would end too soon if asked for today."""
    if _bids(visitor):
        yield from (entry_id for entry_id, _ in _late(visitor))
        yield "bid"


def _bids(visitor: Situation) -> bool:
    """Whether there is a date that may not be met."""
    asked = visitor.answers.client_requires != "none"
    return visitor.answers.deadline is not None and asked and not dates(visitor).fits


def _late(visitor: Situation) -> list[tuple[str, date]]:
    """The papers that would end too soon if asked for today, each with its first day."""
    found = [(entry.id, covering(entry, dates(visitor))) for entry in ready(visitor)]
    return [(entry_id, day) for entry_id, day in found if day]


def _with_papers(earned: Sequence[str], visitor: Situation) -> list[str]:
    """Steps on the way to the certificate, each such paper before the first of them that can only be done later."""
    order, days = list(earned), dates(visitor)
    for paper, day in _late(visitor):
        later = [index for index, step_id in enumerate(order) if (days_of(step_id, days)[0] or day) > day]
        order.insert(later[0] if later else len(order), paper)
    return order


def _there_by_the_deadline(earned: Sequence[str], visitor: Situation) -> int:
    """How many of these steps can be done before the bid, as far as their days are known."""
    days, deadline, done = dates(visitor), visitor.answers.deadline, 0
    for step_id in earned:
        earliest = days_of(step_id, days)[0]
        if deadline is None or earliest is None or earliest > deadline:
            break
        done += 1
    return done


def _way_on(visitor: Situation, goes: Way) -> Iterator[str]:
    """From there to the certificate, and how it is kept."""
    carried = portability(visitor)
    home = "keep-iso" if carried and carried.kind.startswith("iso") else "keep-home"
    begun = visitor.answers.work_started == "yes"
    if goes == "ask-office" and not in_hand(visitor):
        yield from ("keep-meanwhile", "contact-later")
    elif goes in ("letter", "ask-home", "ask-office"):
        yield from (home, "keep-records" if begun else "when-work-starts")
    elif goes in ("equivalency", "other-partner"):
        # Who comes by another standard gets this place's own certificate, and so what the board pays back for it.
        if carried and carried.kind == "iso" and visitor.place.refund_registration:
            yield "register-refund"
        yield from (home, "keep-records")
    elif goes == "conversion" and not earns_anew(visitor):
        yield from ("certificate", home)
    else:
        yield from _earned(visitor, goes, home)


def _earned(visitor: Situation, goes: Way, home: str) -> Iterator[str]:
    """A certificate by an audit, and how it is kept beside the one of another body."""
    carried = portability(visitor)
    fresh = goes == "newcomer"
    yield "training" if fresh else "training-check"
    yield from _meanwhile(visitor, "training")
    yield "build-system" if fresh else "adapt-system"
    yield from _meanwhile(visitor, "system")
    audits = AUDITS[visitor.process.audit.kind if visitor.process else "unknown"]
    earned = ("records", *_meanwhile(visitor, "records"), *audits, "certificate")
    before = _there_by_the_deadline(earned, visitor)
    done = earned[:before]
    yield from (*_with_papers(done, visitor), "bid") if _bids(visitor) else done
    yield from earned[before:]
    if visitor.place.refund_registration and goes in ("newcomer", "local") and visitor.partners:
        yield "register-refund"
    yield from (home, "upkeep") if carried else ("upkeep",)


def account_first(visitor: Situation) -> bool:
    """Whether a workers' compensation account may have to be opened: one person alone often has none."""
    account = visitor.answers.account
    if not needs_account(visitor):
        return False
    return account in ("no", UNSURE) or (account is None and visitor.tally.high <= 1)


def _client_unknown(visitor: Situation) -> bool:
    return visitor.answers.client_requires in (None, UNSURE)
