"""Does anybody ask for it, and what to write to whom: a message only where the answers do not make it void."""

from quiz.answers import UNSURE
from quiz.headcount import UNKNOWN
from quiz.holding import BY_PORTABILITY, holds_what_is_asked, way
from quiz.portability import granter, letter_name, portability
from quiz.reasons import source
from quiz.shape import Messages, Needed
from quiz.situation import Situation, certainty, conflicts, deciding
from quiz.standing import people
from quiz.timetable import dates
from quiz.unclear import unclear_groups
from quiz.words import Words


def needed(visitor: Situation, words: Words) -> Needed:
    """Whether a client asks for a certificate, with what the place itself says of that."""
    asked = visitor.answers.client_requires
    answer = "voluntary" if asked == "none" else "unknown" if asked in (None, UNSURE) else "asked"
    need = visitor.place.need
    text = words(f"needed.{answer}", place=visitor.place.in_name)
    told: Needed = {"answer": answer, "text": f"{text} {need.text}" if need else text}  # type: ignore[typeddict-item]
    if need:
        told["fact"], told["source"] = need.id, source(need, visitor)
    return told


def messages(visitor: Situation, words: Words) -> Messages:
    """To the client who may take less than the full certificate, and to the partner wherever somebody must be asked."""
    told: Messages = {}
    to_client, to_partner = _to_client(visitor, words), _to_partner(visitor, words)
    if to_client:
        told["client"] = to_client
    if to_partner:
        told["partner"] = to_partner
    return told


def _to_client(visitor: Situation, words: Words) -> str:
    answers = visitor.answers
    if answers.client_requires == "none" or not visitor.partners or holds_what_is_asked(visitor):
        return ""
    if way(visitor) in BY_PORTABILITY.values():
        return _what_is_held(visitor, words)
    certificate = visitor.verdict if visitor.route not in ("ask", "none") else None
    name = (certificate.name if certificate else "") or words("certificate.small")
    if answers.deadline and not dates(visitor).fits:
        return words("message.client-date", name=name, deadline=words.date(answers.deadline))
    itself = visitor.chosen is not None and visitor.chosen.counts_as_cor
    unsure = answers.client_requires in (None, UNSURE) or (answers.client_requires == "cor" and itself)
    full = visitor.route == "cor" and words("certificate.cor") in name
    return words("message.client", name=name) if unsure and not full else ""


def _what_is_held(visitor: Situation, words: Words) -> str:
    """For whom a certificate of another body is the answer: what is held, and what is on the way."""
    carried, deadline = portability(visitor), visitor.answers.deadline
    gives = granter(carried, visitor) if carried else None
    gaps = {
        "held": words(f"held.{visitor.answers.holds}"),
        "home": carried.home.name if carried and carried.home else words("message.body-elsewhere"),
        "letter": letter_name(carried, words) if carried and carried.letter else words("letter.letter"),
        "partner": gives.name if gives else words("message.body-here"),
    }
    own = "iso" if visitor.answers.holds == "iso-45001" else "held"
    late = words("message.late", deadline=words.date(deadline)) if deadline else ""
    return _joined(words(f"message.client-{own}", late=late, **gaps))


def _to_partner(visitor: Situation, words: Words) -> str:
    if not visitor.partners:
        return _question(visitor.chosen.question, visitor, words) if visitor.chosen else ""
    hangs_on = deciding(visitor)
    if hangs_on:
        groups = unclear_groups(visitor, words, "or")
        return _joined(words(f"message.depends-{hangs_on}", groups=groups, size=_size(visitor, words)))
    # What leaves the verdict open is asked before what pages disagree about otherwise.
    disputes = sorted(conflicts(visitor), key=lambda conflict: conflict.certainty == "clear")
    own = visitor.chosen.question if visitor.chosen else ""
    asked = own or next((conflict.question for conflict in disputes if conflict.question), "")
    if asked:
        return _question(asked, visitor, words)
    if visitor.route == "ask" or certainty(visitor) != "clear":
        own_name = visitor.verdict.name if visitor.verdict and visitor.route != "ask" else ""
        name = own_name or words("certificate.any")
        return _joined(words("message.confirm", size=_size(visitor, words), name=name, place=visitor.place.in_name))
    return ""


def _question(question: str, visitor: Situation, words: Words) -> str:
    return _joined(words("message.ask", question=question, size=_size(visitor, words))) if question else ""


def _joined(text: str) -> str:
    """One space between sentences, also where one of them is empty."""
    return " ".join(text.split())


def _size(visitor: Situation, words: Words) -> str:
    """The visitor's own number as a sentence; nothing where no number was given."""
    if visitor.answers.count and visitor.tally is not UNKNOWN and not visitor.tally.known:
        low, high = words.number(visitor.tally.low), words.number(visitor.tally.high)
        return words("message.size-range", low=low, high=high)
    given = visitor.answers.people
    number = given if isinstance(given, int) else visitor.tally.low if visitor.tally is not UNKNOWN else None
    if number is not None:
        return words("message.size", people=words.people(number))
    counted = people(visitor, words)
    if counted["counted"] is None:
        return ""
    return words("message.size-other", n=words.number(counted["counted"]), unit=counted["unit"])
