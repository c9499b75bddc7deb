"""What can I show until then? Letters and registrations that a buyer may take before the certificate is there.

Never hangs on an optional answer: what is not known counts as "may be needed".
"""

from dataclasses import replace
from functools import lru_cache

from quiz import shape
from quiz.applies import applies
from quiz.facts import Interim, When
from quiz.holding import SMALL, holds_what_is_asked, in_hand, is_new, issued_by, rests_on_another, way
from quiz.portability import TO_SHOW, letter_name, letter_text, portability
from quiz.reasons import source
from quiz.situation import Situation
from quiz.timetable import dates, follows, outlived, waits_for_work
from quiz.words import Words, as_start


def interim(visitor: Situation, words: Words) -> list[shape.Interim]:
    """Each with what is asked for it and how long it holds; the letter of a certificate from elsewhere first."""
    shown: list[shape.Interim] = []
    carried = portability(visitor)
    voluntary = visitor.answers.client_requires == "none"
    if carried and carried.letter and carried.kind in TO_SHOW and not voluntary:
        letter = carried.letter
        asks = words("letter.asks", asks=letter.asks) if letter.asks else ""
        shown.append(
            {
                "id": letter.id,
                "name": as_start(letter_name(carried, words)),
                "text": f"{letter_text(letter, words)} {asks}".rstrip(),
                "fact": letter.id,
                "source": source(letter, visitor),
                "in_time": False,  # it is the aim of the plan, no way round it
            }
        )
    for entry in entries(visitor):
        shown.append(
            {
                "id": entry.id,
                "name": as_start(entry.name),
                "text": text_of(entry, visitor, words),
                "fact": entry.id,
                "source": source(entry, visitor),
                "in_time": in_time(entry, visitor),
            }
        )
    return shown


@lru_cache(maxsize=2)
def entries(visitor: Situation) -> tuple[Interim, ...]:
    """The facts that apply, for those who may have to show something before the certificate is there."""
    if holds_what_is_asked(visitor) or visitor.answers.client_requires == "none" or not may_be_needed(visitor):
        return ()
    # Papers of a partner are for who earns its certificate, not for who brings one.
    brought = rests_on_another(visitor) and in_hand(visitor)
    answers = visitor.answers
    at_worst = visitor if answers.months is not None else replace(visitor, answers=answers.but(records_months=0))
    possible = [entry for entry in visitor.place.interim if not (brought and entry.asked_of)]
    return tuple(entry for entry in possible if applies(whoever_is_chosen(entry.when, visitor), at_worst))


def whoever_is_chosen(when: When, visitor: Situation) -> When:
    """The conditions without the partner, while any of several may be chosen and one of them gives the paper.

    To that one somebody whose certificate of another partner ran out is a newcomer.
    """
    if visitor.partner is not None or not any(partner.id in when.partners for partner in visitor.partners):
        return when
    issuer = issued_by(visitor)
    new = issuer is not None and issuer.id not in when.partners and "none" in when.holds
    return replace(when, partners=(), holds=(*when.holds, "expired") if new else when.holds)


def text_of(entry: Interim, visitor: Situation, words: Words) -> str:
    """What it is, what the certificate adds, and whose it is where not every partner that is open gives it."""
    givers = [partner.name for partner in visitor.partners if partner.id in entry.when.partners]
    own = bool(givers) and len(givers) < len(visitor.partners)
    only = words("interim.only-at", partners=words.listed(givers, "or")) if own else ""
    cor = entry.for_cor if visitor.route not in SMALL else ""
    small = entry.for_small if visitor.route != "cor" else ""
    return " ".join(part for part in (entry.text, cor, small, only) if part)


@lru_cache(maxsize=2)
def ready(visitor: Situation) -> tuple[Interim, ...]:
    """Those that can be had before the audit, so that they are steps of the plan."""
    if not is_new(visitor) and way(visitor) not in ("expired", "outgrown", "upgrade", "local"):
        return ()
    return tuple(entry for entry in entries(visitor) if entry.ready and not outlived(entry, visitor))


def in_time(entry: Interim, visitor: Situation) -> bool:
    """Whether a step of the plan may bring it by the deadline; within two weeks nothing that waits for other work."""
    days = dates(visitor)
    if days.deadline is None or entry.id not in [one.id for one in ready(visitor)]:
        return False
    first = follows(entry.after, days) if waits_for_work(entry, visitor) else None
    return first <= days.deadline if first else entry.after == "start" or not days.near


def may_be_needed(visitor: Situation) -> bool:
    """Whether a date may not be met; a date that is not known counts as near."""
    return not (visitor.answers.deadline and dates(visitor).fits)
