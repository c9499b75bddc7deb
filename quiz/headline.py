"""The verdict in words: its local name, one sentence, and what stands first on a screen (a few words and why)."""

from quiz.evidence import by_demand, certainty
from quiz.holding import (
    asked_for,
    class_is_asked,
    earns_anew,
    full_whatever_the_size,
    held_name,
    holds_what_is_asked,
    in_hand,
    may_be_the_small_one,
    name_is_asked,
    other_name,
    rests_on_another,
    small_is_asked,
    way,
)
from quiz.money import entries
from quiz.portability import granter, portability, same_body
from quiz.reasons import because, one_class
from quiz.shape import First, Kind
from quiz.situation import Situation, deciding
from quiz.standing import people
from quiz.to_partner import held_of_home
from quiz.unclear import unclear_groups
from quiz.words import Words, as_start

MOST_WORDS = 4  # of a heading that is read at a glance


def local_name(visitor: Situation, words: Words) -> str:
    """The local name of the verdict; where the cases differ, the word file's name for that."""
    if visitor.verdict is None:
        return words("verdict.ask")
    return visitor.verdict.name or words(f"certificate.shared-{visitor.route}")


def headline(visitor: Situation, words: Words) -> str:
    """The verdict in one sentence; its verb follows the evidence: fits, should fit, ask first."""
    partner = visitor.partner
    gaps = {
        "place": visitor.place.in_name,
        "partner": partner.name if partner else words("partner.yours"),
        "name": local_name(visitor, words),
    }
    if full_whatever_the_size(visitor) or (holds_what_is_asked(visitor) and visitor.route != "ask"):
        return words("headline.held", held=held_name(visitor, words))
    if visitor.route == "ask" and visitor.settlement.deciding:
        return words(f"headline.depends-{deciding(visitor)}", groups=unclear_groups(visitor, words, "or"), **gaps)
    if visitor.route == "ask":
        return words("headline.ask-partner" if visitor.partners else "headline.ask-authority", **gaps)
    if visitor.route == "none" or not visitor.partners:
        return words(f"headline.{visitor.route}-without-partner", **gaps)
    whose = "any-partner" if partner is None else "partner"
    return words(f"headline.{certainty(visitor)}-{whose}", **gaps)


def first(visitor: Situation, words: Words) -> First:
    """What stands first on a screen: a title of four words at most, and one line of why."""
    kind = _kind(visitor)
    name = _brief(visitor, words) if kind != "held" else _in_hand(visitor, words)
    acronym = visitor.partner.acronym if visitor.partner else ""
    ids = [f"carried-{asked_for(visitor)}"] if kind == "carried" else _titles(kind, words)
    tried = (words(f"first.{text_id}", name=name, partner=acronym) for text_id in ids)
    title = next(text for text in tried if len(text.split()) <= MOST_WORDS)
    line = _line(kind, visitor, words)
    return {"kind": kind, "title": as_start(title), "text": as_start(line)}


def _in_hand(visitor: Situation, words: Words) -> str:
    """What is held: another partner's certificate by that partner's name for it."""
    return held_of_home(visitor, words) if _is_held_of_another(visitor) else held_name(visitor, words)


def _is_held_of_another(visitor: Situation) -> bool:
    """Whether another partner's certificate is in hand that no client wants moved: none may, or none asks for one."""
    moves = way(visitor) == "conversion" and not earns_anew(visitor)
    return way(visitor) == "other-partner" or (moves and visitor.answers.client_requires == "none")


def _titles(kind: Kind, words: Words) -> list[str]:
    """The longest first; the last one is short with every name."""
    return [text_id for text_id in (kind, f"{kind}-long", f"{kind}-longest") if f"first.{text_id}" in words]


def _kind(visitor: Situation) -> Kind:
    if visitor.route == "none":
        return "none"
    if holds_what_is_asked(visitor) or _is_held_of_another(visitor):
        return "held"
    sure, voluntary = certainty(visitor), visitor.answers.client_requires == "none"
    if voluntary and visitor.route == "ask" and visitor.partners and not in_hand(visitor):
        return "voluntary"
    if visitor.route == "ask" and visitor.settlement.deciding:
        return "depends"
    if not voluntary and rests_on_another(visitor):
        return "carried"
    if visitor.route == "ask" or (sure == "unverified" and visitor.partners and not voluntary):
        return "ask" if visitor.partner else "ask-anybody"
    if voluntary:
        return "voluntary"
    if by_demand(visitor):
        return "client"
    return "fits" if sure == "clear" else "should"


def _brief(visitor: Situation, words: Words) -> str:
    """The verdict's name, or what it is called where that leaves no room for a verb."""
    name = local_name(visitor, words)
    short = f"first.name-{visitor.route}"
    return words(short) if len(name.split()) >= MOST_WORDS and short in words else name


def _line(kind: Kind, visitor: Situation, words: Words) -> str:
    name = local_name(visitor, words)
    if kind == "held":
        return _held(visitor, name, words)
    if kind == "carried":
        return _carried(visitor, words)
    if kind == "client":
        return words("first.line-client")
    if kind == "voluntary" and visitor.route == "ask":
        return words("first.line-voluntary-open")
    if kind == "voluntary":
        paid = visitor.answers.premium != 0
        back = paid and bool(visitor.partners) and any(entry.refund for entry in entries(visitor))
        if certainty(visitor) == "clear":
            return words("first.line-voluntary-refund" if back else "first.line-voluntary", name=name)
        return words("first.line-voluntary-refund-likely" if back else "first.line-voluntary-likely", name=name)
    if kind in ("fits", "should") and other_name(visitor):
        return words("first.line-other-name")
    if kind in ("fits", "should") and visitor.partners:
        return _by_size(visitor, words)
    return f"{headline(visitor, words)}."


def _carried(visitor: Situation, words: Words) -> str:
    """What is brought along, and whose word it hangs on."""
    carried = portability(visitor)
    goes, home = way(visitor), carried.home if carried else None
    if goes in ("ask-home", "ask-office"):
        return words(f"first.line-{goes}", partner=_short(visitor) or words("partner.yours"))
    gaps = {"granter": granter(carried, visitor, words, short=True), "place": visitor.place.in_name}
    if goes == "conversion" and home is not None:
        return words("first.line-carried-conversion", home=home.acronym, **gaps)
    if carried and home is not None and not same_body(carried):
        return words("first.line-carried-from", home=home.acronym, **gaps)
    return words("first.line-carried", **gaps)


def _held(visitor: Situation, name: str, words: Words) -> str:
    """What there is to say of a certificate in hand; it is not "what fits" while that is open."""
    if way(visitor) == "shrank" and not may_be_the_small_one(visitor):
        return words("first.line-shrank", name=name)
    if _is_held_of_another(visitor):
        voluntary = visitor.answers.client_requires == "none"
        return words(
            "first.line-held-other-voluntary" if voluntary else "first.line-held-other", partner=_short(visitor)
        )
    if name_is_asked(visitor) or (visitor.answers.client_requires == "cor" and small_is_asked(visitor)):
        return words("first.line-held-small")
    if full_whatever_the_size(visitor):
        return words("first.line-held-any")
    partner = _short(visitor) or words("partner.yours")
    if visitor.partner and visitor.partner.status == "doubtful" and visitor.route != "ask":
        return words("first.line-held-doubtful", partner=partner)
    unsure = visitor.answers.holds == "secor" and certainty(visitor) == "unverified"
    is_open = visitor.route == "ask" or unsure or class_is_asked(visitor) or may_be_the_small_one(visitor)
    return words("first.line-held-open" if is_open else "first.line-held", partner=as_start(partner))


def _short(visitor: Situation) -> str:
    """The partner's short name."""
    return visitor.partner.acronym if visitor.partner else ""


def _by_size(visitor: Situation, words: Words) -> str:
    """The number and the limit; without a limit the reason that decided."""
    told = people(visitor, words)
    limit, counted = told["limit"], told["counted"]
    partner = visitor.partner.acronym if visitor.partner else words("first.each-partner")
    name = local_name(visitor, words)
    if visitor.partner and len(visitor.partner.size_classes) == 1:
        return one_class(visitor.partner.size_classes[0], partner, words)
    by_size = visitor.chosen is not None and all(case.chosen is visitor.chosen for case in visitor.cases)
    alone = by_size and visitor.chosen is not None and bool(visitor.chosen.works_alone)
    if alone:
        return words("first.line-alone", name=name, partner=partner)
    if limit is None or counted is None or "size" not in told:
        # The last reason of several partners would be one partner's own.
        return because(visitor, words)[-1]["text"] if visitor.partner else words("first.line-any", name=name)
    inside = counted < limit if told.get("exclusive") else counted <= limit
    above = "first.line-above-exclusive" if told.get("exclusive") else "first.line-above"
    text_id = above if not inside else "first.line-under" if told.get("exclusive") else "first.line-within"
    gaps = {"name": name, "partner": partner, "limit": words.number(limit)}
    return f"{told['size']}. {words(text_id, **gaps)}"
