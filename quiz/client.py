"""Does anybody ask for it, and what to write to whom: a message only where the answers do not make it void."""

from quiz.answers import HERE, UNSURE
from quiz.holding import (
    BEGIN_AT_THE_PARTNER,
    WITH_WHAT_IS_ASKED,
    asks_first,
    client_is_asked,
    fits_full,
    held_name,
    in_hand,
    may_be_the_small_one,
    name_of_the_small_one,
    rests_on_another,
    small_name,
    way,
)
from quiz.interim import entries
from quiz.money import money
from quiz.portability import granter, portability, same_body, the_letter
from quiz.readiness import comes_in_time
from quiz.reasons import source
from quiz.shape import Messages, Needed
from quiz.situation import Situation, has_cor
from quiz.timetable import dates, outlived
from quiz.to_partner import body_of_home, held_of_home, hold, joined, to_the_partner
from quiz.words import Words, as_certificate


def needed(visitor: Situation, words: Words) -> Needed:
    """Whether a client asks for a certificate, with what the place itself says of that."""
    asked = visitor.answers.client_requires
    answer = "voluntary" if asked == "none" else "unknown" if asked in (None, UNSURE) else "asked"
    need = visitor.place.need
    text = words(f"needed.{answer}")
    if answer == "voluntary" and money(visitor, words):
        text = f"{text} {words('needed.costs')}"
    told: Needed = {"answer": answer, "text": f"{text} {need.text}" if need else text}  # type: ignore[typeddict-item]
    if need:
        told["fact"], told["source"] = need.id, source(need, visitor)
    return told


def messages(visitor: Situation, words: Words) -> Messages:
    """To the client who may take less than the full certificate, and to the partner wherever somebody must be asked."""
    told: Messages = {}
    to_client, to_partner = _to_client(visitor, words), to_the_partner(visitor, words)
    if to_client:
        told["client"] = to_client
    if to_partner:
        told["partner"] = to_partner
    return told


def _to_client(visitor: Situation, words: Words) -> str:
    answers, goes = visitor.answers, way(visitor)
    if answers.client_requires == "none":
        return ""
    if not visitor.partners:
        return _without_partner(visitor, words)
    small = answers.holds == "secor" and goes in (*WITH_WHAT_IS_ASKED, "ask")
    if small and (answers.client_requires != "cor" or (goes == "ask" and visitor.route != "ask")):
        asked = answers.client_requires in (None, UNSURE, "cor")
        return words("message.client-small", held=held_name(visitor, words)) if asked else ""
    if goes in WITH_WHAT_IS_ASKED:
        text_id = "client-either" if may_be_the_small_one(visitor) else "client-small"
        gaps = {"held": held_name(visitor, words), "name": name_of_the_small_one(visitor, words)}
        return words(f"message.{text_id}", **gaps) if client_is_asked(visitor) else ""
    if rests_on_another(visitor) and in_hand(visitor):
        return _of_another(visitor, words)
    return _about_the_certificate(visitor, words)


def _without_partner(visitor: Situation, words: Words) -> str:
    """Where nobody certifies, or nobody is known to take the industry."""
    text_id = "client-which" if visitor.place.partners else "client-nobody"
    gaps = {"place": visitor.place.in_name, "authority": visitor.place.authority.whom_to_ask}
    held = hold(visitor, words) if in_hand(visitor) else ""
    return joined(words(f"message.{text_id}", hold=held, by=_by(visitor, words), **gaps))


def _about_the_certificate(visitor: Situation, words: Words) -> str:
    """Whether the certificate that is still to be earned is enough, and what would do until then."""
    answers = visitor.answers
    # What the partner may not give without an office is not announced to anybody.
    decided = visitor.route not in ("ask", "none") and way(visitor) != "ask-office"
    own = visitor.name if decided else ""
    name = own or _not_called_cor(visitor, words) or small_name(visitor, words)
    unsure = answers.client_requires in (None, UNSURE)
    full = fits_full(visitor)
    open_to_less = not full and (unsure or (answers.client_requires == "cor" and decided))
    enough = words("message.enough", name=name) if open_to_less else ""
    held = hold(visitor, words) if in_hand(visitor) else ""
    if answers.deadline and not dates(visitor).fits:
        letters = [entry for entry in entries(visitor) if words("message.letter") in entry.name.lower()]
        letter = any(not outlived(entry, visitor) for entry in letters)
        enrols = way(visitor) in BEGIN_AT_THE_PARTNER and visitor.partner is not None and not asks_first(visitor)
        until = words(f"message.{_until(letter=letter, enrols=enrols)}")
        gaps = {
            "deadline": words.date(answers.deadline),
            "hold": held,
            "ours": _ours(own, visitor, words),
        }
        return joined(words("message.client-date", enough=enough, until=until, **gaps))
    if held and open_to_less:
        return words("message.client-held-too", enough=enough, hold=held)
    return words("message.client", name=name) if open_to_less else ""


def _not_called_cor(visitor: Situation, words: Words) -> str:
    """The full certificates without COR in their names, where partners that agree on the full one name it otherwise."""
    if visitor.route != "cor":
        return ""
    names = {case.chosen.name for case in visitor.cases}
    return words.listed(sorted(name for name in names if not has_cor(name)), "or")


def _until(*, letter: bool, enrols: bool) -> str:
    """What is offered meanwhile: a letter where somebody gives one, and enrolment where the plan leads to it."""
    if letter:
        return "until-letter" if enrols else "until-letter-alone"
    return "until" if enrols else "until-what"


def _ours(own: str, visitor: Situation, words: Words) -> str:
    """The certificate that is not there yet; of the place, where one of another place is in hand."""
    if not own:
        return words("message.ours")
    beside = portability(visitor) is not None and visitor.answers.holds not in HERE
    text_id = "message.our-local" if beside else "message.our-certificate"
    return words(text_id, name=as_certificate(own, words), place=visitor.place.in_name)


def _by(visitor: Situation, words: Words) -> str:
    deadline = visitor.answers.deadline
    return words("message.by", deadline=words.date(deadline)) if deadline else ""


def _of_another(visitor: Situation, words: Words) -> str:
    """For whom a certificate of another body is the answer: what is held, and what is asked for here."""
    carried, deadline = portability(visitor), visitor.answers.deadline
    gaps = {
        "held": held_of_home(visitor, words),
        "home": body_of_home(visitor, words),
        "letter": the_letter(carried, words) if carried else None,
        "partner": granter(carried, visitor, words),
        "place": visitor.place.in_name,
    }
    if way(visitor) == "ask-office" or carried is None or carried.letter is None:
        other = "client-shown-iso" if visitor.answers.holds == "iso-45001" else "client-shown"
        text_id = "client-counts" if carried and same_body(carried) else other
        return joined(words(f"message.{text_id}", late=_by(visitor, words), **gaps))
    late = words("message.late", deadline=words.date(deadline)) if deadline and not comes_in_time(visitor) else ""
    own = "iso" if visitor.answers.holds == "iso-45001" else "same" if same_body(carried) else "held"
    return joined(words(f"message.client-{own}", late=late, **gaps))
