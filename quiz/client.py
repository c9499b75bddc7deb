"""Does anybody ask for it, and what to write to whom: a message only where the answers do not make it void."""

from quiz.answers import UNSURE
from quiz.headcount import UNKNOWN
from quiz.holding import WITH_ANOTHERS, WITH_WHAT_IS_ASKED, held_name, is_new, way
from quiz.interim import entries
from quiz.money import money
from quiz.portability import granter, portability, the_letter
from quiz.reasons import source
from quiz.shape import Messages, Needed
from quiz.situation import Situation, by_demand, certainty, conflicts, deciding, turning
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
    if answer == "voluntary" and money(visitor, words):
        text = f"{text} {words('needed.costs')}"
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
    answers, held = visitor.answers, way(visitor) in WITH_WHAT_IS_ASKED
    unsure = answers.client_requires in (None, UNSURE)
    if answers.client_requires == "none" or (held and not (answers.holds == "secor" and unsure)):
        return ""
    late = words("message.late", deadline=words.date(answers.deadline)) if answers.deadline else ""
    if not visitor.partners:
        place = visitor.place.in_name
        return _joined(words("message.client-nobody", place=place, hold=_held(visitor, words), by=_by(visitor, words)))
    if held:
        return words("message.client-small", held=held_name(visitor, words))
    if way(visitor) in WITH_ANOTHERS:
        return _what_is_on_the_way(visitor, late, words)
    return _about_the_certificate(visitor, words)


def _about_the_certificate(visitor: Situation, words: Words) -> str:
    """Whether the certificate that is still to be earned is enough, and what would do until then."""
    answers, decided = visitor.answers, visitor.route not in ("ask", "none") and visitor.verdict is not None
    own = visitor.verdict.name if decided and visitor.verdict else ""
    name = own or words("certificate.small")
    unsure = answers.client_requires in (None, UNSURE)
    itself = visitor.chosen is not None and visitor.chosen.counts_as_cor
    full = decided and visitor.route == "cor" and words("certificate.cor") in name
    open_to_less = (unsure or (answers.client_requires == "cor" and itself)) and not full
    enough = words("message.enough", name=name) if open_to_less else ""
    if answers.deadline and not dates(visitor).fits:
        ours = words("message.our-certificate", name=own) if own else words("message.ours")
        until = words("message.until-letter" if entries(visitor) else "message.until")
        gaps = {"deadline": words.date(answers.deadline), "hold": _held(visitor, words), "ours": ours}
        return _joined(words("message.client-date", enough=enough, until=until, **gaps))
    return words("message.client", name=name) if open_to_less else ""


def _held(visitor: Situation, words: Words) -> str:
    """What is in hand already, as a sentence; nothing for a newcomer."""
    holds = visitor.answers.holds
    if is_new(visitor) or holds == "expired":
        return ""
    carried = portability(visitor)
    home = carried.home if carried else None
    if home is None:
        return words("message.hold", held=words(f"held.a.{holds}"))
    return words("message.hold-from", held=words(f"held.a.{holds}"), home=_home(visitor, words))


def _by(visitor: Situation, words: Words) -> str:
    deadline = visitor.answers.deadline
    return words("message.by", deadline=words.date(deadline)) if deadline else ""


def _home(visitor: Situation, words: Words) -> str:
    """The body on the certificate, with its province where that is another one."""
    carried = portability(visitor)
    home = carried.home if carried else None
    place = visitor.facts.by_code.get(visitor.answers.home_province or "")
    if home is None:
        return words("message.body-elsewhere")
    there = place is not None and place is not visitor.place and place.name not in home.name
    return f"{home.name} {place.in_name}" if place and there else home.name


def _what_is_on_the_way(visitor: Situation, late: str, words: Words) -> str:
    """For whom a certificate of another body is the answer: what is held, and what is asked for here."""
    carried = portability(visitor)
    held = visitor.answers.holds or ""
    gaps = {
        "held": words(f"held.a.{held}"),
        "home": _home(visitor, words),
        "letter": the_letter(carried, words) if carried and carried.letter else "",
        "partner": granter(carried, visitor, words),
        "place": visitor.place.in_name,
    }
    if way(visitor) in ("other-partner", "ask-office") or carried is None or carried.letter is None:
        return _joined(words("message.client-shown", late=_by(visitor, words), **gaps))
    own = "iso" if held == "iso-45001" else "held"
    return _joined(words(f"message.client-{own}", late=late, **gaps))


def _to_partner(visitor: Situation, words: Words) -> str:
    if not visitor.partners:
        return _question(visitor.chosen.question, visitor, words) if visitor.chosen else ""
    goes = way(visitor)
    if goes in WITH_ANOTHERS and goes != "conversion":
        return _about_another(visitor, words)
    hangs_on = deciding(visitor)
    if hangs_on:
        groups = unclear_groups(visitor, words, "or")
        own = next((c.question for c in conflicts(visitor) if c.question), "") if hangs_on == "count" else ""
        size = _size(visitor, words)
        return _question(own, visitor, words) or _joined(words(f"message.depends-{hangs_on}", groups=groups, size=size))
    if goes in WITH_WHAT_IS_ASKED:
        held = words("message.held-with-you", held=held_name(visitor, words), size=_size(visitor, words))
        return _joined(held) if visitor.route == "ask" or certainty(visitor) != "clear" else ""
    # What leaves the verdict open is asked before what pages disagree about otherwise.
    disputes = sorted(turning(visitor), key=lambda conflict: conflict.certainty == "clear")
    own = visitor.chosen.question if visitor.chosen else ""
    # Questions of the facts are about the class by size, which the client's demand has set aside.
    put = "" if by_demand(visitor) else next((conflict.question for conflict in disputes if conflict.question), "")
    asked = own or put
    if asked:
        return _question(asked, visitor, words)
    if visitor.route == "ask" or certainty(visitor) != "clear":
        own_name = visitor.verdict.name if visitor.verdict and visitor.route != "ask" else ""
        name = own_name or words("certificate.any")
        return _joined(words("message.confirm", size=_size(visitor, words), name=name, place=visitor.place.in_name))
    return ""


def _about_another(visitor: Situation, words: Words) -> str:
    """What a certificate of another body is worth at the partner, and what it takes."""
    carried = portability(visitor)
    held = visitor.answers.holds or ""
    letter = carried.letter if carried and way(visitor) != "ask-office" else None
    asked = the_letter(carried, words) if carried and letter else ""
    gaps = {"held": words(f"held.a.{held}"), "home": _home(visitor, words), "letter": asked}
    own = "iso" if held == "iso-45001" else "letter" if letter else "counts"
    return _joined(words(f"message.partner-{own}", place=visitor.place.in_name, **gaps))


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
    given, average = visitor.answers.people, visitor.answers.average_people
    number = given if isinstance(given, int) else visitor.tally.low if visitor.tally is not UNKNOWN else None
    if number is not None:
        peak = words("message.size", people=words.people(number))
        if isinstance(average, int | float) and average != number:
            return f"{peak} {words('message.size-average', n=words.number(average))}"
        return peak
    counted = people(visitor, words)
    if counted["counted"] is None:
        return ""
    return words("message.size-other", n=words.number(counted["counted"]), unit=counted["unit"])
