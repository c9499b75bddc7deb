"""Which steps there are, in the order in which they are done: they follow from what is held and from the first audit.

Ids only; `plan.py` gives them words and days. A step comes after every step that it needs.
"""

from collections.abc import Iterator, Mapping

from quiz.holding import Way, way
from quiz.interim import ready
from quiz.portability import portability
from quiz.shape import Phase
from quiz.situation import Situation
from quiz.timetable import AUDITS, dates

KEEP = ("upkeep", "renewal", "keep-home", "keep-iso", "smaller-class", "keep-meanwhile")
KEPT_WHILE_ASKING: Mapping[str, str] = {
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
    "find-partner",
    "choose-partner",
    "count-people",
    "contact-partner",
    "open-account",
    "letter",
    "equivalency",
    "conversion",
    "bid",
    "show-certificate",
)


def step_ids(visitor: Situation) -> list[str]:
    """The plan: at least three steps, also where nobody certifies or the partner must decide."""
    goes = way(visitor)
    if goes in ("nobody", "ask"):
        return [*_asking(visitor)]
    if goes in ("holder", "shrank"):
        return [
            "show-certificate",
            "keep-records",
            "upkeep",
            "renewal",
            *(["smaller-class"] if goes == "shrank" else []),
        ]
    return [*_first(visitor, goes), *_way_on(visitor, goes)]


def phase(step_id: str, visitor: Situation) -> Phase:
    """When in the plan a step is: now, then, or to keep what was earned."""
    if step_id in KEEP:
        return "keep"
    return "now" if step_id in NOW or step_id in {entry.id for entry in ready(visitor)} else "then"


def _asking(visitor: Situation) -> Iterator[str]:
    if not visitor.place.partners:
        yield "ask-authority"
    elif not visitor.partners:
        yield "find-partner"
    elif visitor.partner is None:
        yield "choose-partner"
    else:
        yield "ask-partner"
    if _client_unknown(visitor):
        yield "ask-client"
    if visitor.partners and not visitor.tally.known:
        yield "count-people"
    yield from (*_meanwhile(visitor), *_bid(visitor))
    kept = KEPT_WHILE_ASKING.get(visitor.answers.holds or "")
    yield from [kept] if kept else []
    yield "keep-meanwhile"
    if not _client_unknown(visitor):
        yield "contact-later"


def _first(visitor: Situation, goes: Way) -> Iterator[str]:
    """What can be done today: the client, whoever must be asked first, the partner, and what to show meanwhile."""
    if visitor.answers.client_requires == "none":
        yield "decide"
    if _client_unknown(visitor) and visitor.route != "cor":
        yield "ask-client"
    yield from _asked_first(visitor, goes)
    if visitor.partner is None:
        yield "choose-partner"
    if account_first(visitor):
        yield "open-account"
    if goes in ("newcomer", "upgrade", "local", "ask-home"):
        yield "contact-partner"
    if goes == "newcomer":
        yield from _meanwhile(visitor, "start")
    else:
        yield from _meanwhile(visitor)
        yield from _bid(visitor)


def _asked_first(visitor: Situation, goes: Way) -> Iterator[str]:
    """Who has to be asked before anything else, by what is held."""
    carried = portability(visitor)
    if goes == "ask-home":
        yield "ask-home"
    if goes in ("letter", "ask-home"):
        yield "letter"
    elif goes == "conversion":
        yield "conversion" if carried and carried.letter else "ask-conversion"
    elif carried and carried.kind == "iso-unknown":
        yield "ask-iso"
    elif goes in ("equivalency", "outgrown", "expired"):
        yield {"equivalency": "equivalency", "outgrown": "ask-outgrown", "expired": "ask-expired"}[goes]


def _meanwhile(visitor: Situation, after: str = "") -> Iterator[str]:
    """What to show until then, each a step; only what can be had at that point of the work, where one is named."""
    yield from (entry.id for entry in ready(visitor) if not after or entry.after == after)


def _bid(visitor: Situation) -> Iterator[str]:
    """The bid itself, where there is a date that may not be met."""
    if visitor.answers.deadline and visitor.answers.client_requires != "none" and not dates(visitor).fits:
        yield "bid"


def _way_on(visitor: Situation, goes: Way) -> Iterator[str]:
    """From there to the certificate, and how it is kept."""
    carried = portability(visitor)
    home = "keep-iso" if carried and carried.kind.startswith("iso") else "keep-home"
    if goes in ("letter", "ask-home"):
        yield from (home, "when-work-starts")
        return
    if goes == "equivalency":
        yield from (home, "keep-records")
        return
    audits = AUDITS[visitor.process.audit.kind if visitor.process else "unknown"]
    if goes == "newcomer":
        yield "training"
        yield from _meanwhile(visitor, "training")
        yield "build-system"
        yield from (*_meanwhile(visitor, "system"), *_bid(visitor))
        yield from ("records", *audits, "certificate", "upkeep")
        return
    if goes == "conversion":
        yield home
        yield from ("certificate", "upkeep") if carried and carried.letter else (*audits, "certificate", "upkeep")
        return
    yield from ("training-check", "adapt-system", "records", *audits, "certificate")
    yield from (home, "upkeep") if carried else ("upkeep",)


def account_first(visitor: Situation) -> bool:
    """Whether a workers' compensation account may have to be opened: one person alone often has none."""
    account = visitor.answers.account
    return account in ("no", "unsure") or (account is None and visitor.tally.high <= 1)


def _client_unknown(visitor: Situation) -> bool:
    return visitor.answers.client_requires in (None, "unsure")
