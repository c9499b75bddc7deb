"""What to ask the partner: a message wherever somebody must be asked, which says what is in hand first."""

from collections.abc import Mapping

from quiz.answers import HERE
from quiz.classes import reads
from quiz.evidence import (
    by_demand,
    certainty,
    conflicts,
    counted_with_care,
    is_settled,
    small_by_size,
    turning,
)
from quiz.headcount import UNKNOWN
from quiz.holding import (
    HELD,
    WITH_WHAT_IS_ASKED,
    Way,
    fits_full,
    held_name,
    in_hand,
    is_new,
    issued_by,
    rests_on_another,
    small_name,
    way,
)
from quiz.portability import Portability, granter, portability, same_body, the_letter
from quiz.situation import ELSEWHERE, Situation, deciding
from quiz.standing import people
from quiz.unclear import unclear_groups
from quiz.words import Words, as_start

# What somebody asks beside the question of size, by what he holds.
ALSO: Mapping[Way, str] = {
    "outgrown": "until-when",
    "expired": "renewal",
    "local": "what-counts",
    "upgrade": "change",
    "conversion": "how-moved",
}


def to_the_partner(visitor: Situation, words: Words) -> str:
    """The whole message; empty where nothing has to be asked."""
    return _message(visitor, own_size(visitor, words), words)


def from_anybody(visitor: Situation, words: Words) -> str:
    """The same without a number of people: for a page that many read, and each sends as his own."""
    return _message(visitor, "", words)


def _message(visitor: Situation, size: str, words: Words) -> str:
    goes, carried = way(visitor), portability(visitor)
    if not visitor.partners:
        return _without_partner(visitor, size, words)
    if goes == "ask-office":
        return joined(words("message.partner-office", place=visitor.place.in_name, hold=hold(visitor, words)))
    if carried and rests_on_another(visitor):
        return _about_another(carried, visitor, words)
    ran_out = visitor.answers.holds == "expired"
    asks = "renewal-moved" if issued_by(visitor) else "renewal" if ran_out else ALSO.get(goes)
    also = words(f"message.also.{asks}") if asks and not is_new(visitor) else ""
    question = _question(visitor, size, words)
    if goes in WITH_WHAT_IS_ASKED or (goes == "ask" and visitor.answers.holds in HERE and not question):
        open_ = visitor.route == "ask" or certainty(visitor) != "clear" or goes == "ask"
        doubtful = visitor.partner is not None and visitor.partner.status == "doubtful"
        text_id = "still-certify" if doubtful else "held-with-you"
        return _with(hold(visitor, words), words(f"message.{text_id}", size=size), words) if open_ else ""
    if also and not question:
        question = words("message.size-only", size=size)
    return _with(f"{hold(visitor, words)} {also}".strip(), question, words)


def _with(opening: str, text: str, words: Words) -> str:
    """A message that begins with what is in hand, where something is."""
    if not text or not opening:
        return joined(text)
    rest = joined(text).removeprefix(words("message.hello")).strip()
    return joined(words("message.hello-with", opening=opening, rest=as_start(rest)))


def _without_partner(visitor: Situation, size: str, words: Words) -> str:
    chosen, held = visitor.chosen, hold(visitor, words)
    if in_hand(visitor):
        return joined(words("message.partner-nobody", hold=held, place=visitor.place.in_name))
    return joined(_asked(chosen.question, size, words)) if chosen else ""


def _question(visitor: Situation, size: str, words: Words) -> str:
    """What the verdict hangs on, or what pages leave open; a request to confirm where nothing better is known."""
    hangs_on = deciding(visitor)
    if hangs_on:
        return _of_what_it_hangs_on(hangs_on, visitor, size, words)
    careful = counted_with_care(visitor)
    if careful:
        groups = words.listed([words(f"group.{kind}") for kind in careful], "or")
        return words("message.depends-count", groups=groups, size=size)
    return _asked(_of_the_facts(visitor), size, words) or _to_confirm(visitor, size, words)


def _of_what_it_hangs_on(key: str, visitor: Situation, size: str, words: Words) -> str:
    """The unknown that turns the verdict; whether owners count is asked in the words of the dispute about it."""
    which = "count-full" if key == "count" and fits_full(visitor) else key
    owners_alone = [group for group, _ in visitor.tally.unclear] == ["owners"]
    disputed = conflicts(visitor) if key == "count" and owners_alone else ()
    own = next((conflict.question for conflict in disputed if conflict.question), None)
    groups = unclear_groups(visitor, words, "or")
    return _asked(own, size, words) or words(f"message.depends-{which}", groups=groups, size=size)


def _of_the_facts(visitor: Situation) -> str | None:
    """The question that the class brings, or a dispute: what leaves the verdict open before other disagreements."""
    ids = {partner.id for partner in visitor.partners}
    touching = [c for c in turning(visitor) if not c.partners or ids <= set(c.partners)]
    disputes = sorted(touching, key=lambda conflict: conflict.certainty == "clear")
    member = way(visitor) in ("outgrown", "upgrade")
    own = _of_the_class(visitor) if not member else ""
    return own or next((conflict.question for conflict in disputes if conflict.question), None)


def _to_confirm(visitor: Situation, size: str, words: Words) -> str:
    """A request to confirm the verdict; nothing where it is clear and a small firm's choice needs no word."""
    free = _choice_is_asked(visitor)
    if visitor.route != "ask" and certainty(visitor) == "clear" and not free:
        return ""
    fits = visitor.name if visitor.route != "ask" else ""
    if free or small_by_size(visitor):
        small = small_name(visitor, words) if by_demand(visitor) else fits
        return words("message.demand", size=size, small=small, place=visitor.place.in_name)
    if by_demand(visitor):
        return words("message.demand-open", size=size, small=small_name(visitor, words), place=visitor.place.in_name)
    shared = "any" if visitor.route == "ask" else f"shared-{visitor.route}"
    name = fits or words(f"certificate.{shared}")
    return words("message.confirm", size=size, name=name, place=visitor.place.in_name)


def _choice_is_asked(visitor: Situation) -> bool:
    """Whether the client takes the full certificate alone, and that a small firm may choose it is not certain here."""
    choice = visitor.place.choose_cor
    if choice is None or choice.confidence == "high" or visitor.answers.client_requires != "cor":
        return False
    alone = visitor.route == "owner-operator" and not visitor.counts_as_cor
    return alone or small_by_size(visitor)


def _of_the_class(visitor: Situation) -> str:
    """What the class leaves open; a limit is no question for whom the client's demand puts into it."""
    chosen = visitor.chosen
    demanded = by_demand(visitor) and not any(partner.status == "doubtful" for partner in visitor.partners)
    if chosen is None or demanded or is_settled(chosen, visitor) or _small_is_void(visitor):
        return ""
    return chosen.question


def _small_is_void(visitor: Situation) -> bool:
    """Whether all that is open is if there is a small class, and the client takes nothing but the full one."""
    partner, full = visitor.partner, visitor.answers.client_requires == "cor"
    return full and partner is not None and partner.status == "active" and len(partner.size_classes) == 1


def _about_another(carried: Portability, visitor: Situation, words: Words) -> str:
    """What a certificate of another body is worth at whoever gives the letter, and what it takes."""
    idle = visitor.answers.client_requires == "none" and way(visitor) in ("letter", "ask-home")
    if idle and visitor.route != "ask" and certainty(visitor) == "clear":
        return ""
    letter, same, iso = carried.letter, same_body(carried), visitor.answers.holds == "iso-45001"
    files = carried.home is not None and letter is not None and letter.filed_by == "home"
    asked = letter.kind if letter and letter.kind == "conversion" else "letter" if letter else ""
    counts = "moves" if visitor.answers.holds in HERE else "counts"
    own = "iso" if iso else "same" if same else "filed" if files else asked or counts
    gaps = {
        "held": held_of_home(visitor, words),
        "home": body_of_home(visitor, words),
        "letter": the_letter(carried, words),
        "place": visitor.place.in_name,
        "granter": granter(carried, visitor, words),
    }
    return joined(words(f"message.partner-{own}", **gaps))


def hold(visitor: Situation, words: Words) -> str:
    """What is in hand already, as a sentence; nothing for a newcomer."""
    holds, carried = visitor.answers.holds, portability(visitor)
    if is_new(visitor):
        return ""
    if holds == "expired":
        issuer = issued_by(visitor)
        if issuer:
            return words("message.hold-expired-of", home=issuer.name)
        return words("message.hold-expired" if visitor.partner else "message.hold-expired-of-any")
    if carried is None and holds in HERE:
        return words("message.hold", held=held_name(visitor, words))
    held = held_of_home(visitor, words)
    if carried is None or carried.home is None:
        return words("message.hold", held=held)
    return words("message.hold-from", held=held, home=body_of_home(visitor, words))


def held_of_home(visitor: Situation, words: Words) -> str:
    """What another body's certificate is called there, where its name is another than the common one."""
    holds, carried = visitor.answers.holds, portability(visitor)
    home = carried.home if carried else None
    # "A small certificate" from elsewhere is no word for one class; a full one has that body's name for it.
    route = HELD.get("cor" if holds == "cor-elsewhere" else holds)
    names = {c.name for c in home.size_classes if c.route == route} if home else set()
    common = words(f"held.a.{holds}")
    if route is None or home is None or common in names:
        return common
    return names.pop() if len(names) == 1 else common if names else words("held.a.any")


def body_of_home(visitor: Situation, words: Words) -> str:
    """The body on the certificate, with its province where that is another one."""
    carried = portability(visitor)
    home = carried.home if carried else None
    if home is None:
        return words("message.body-elsewhere")
    if visitor.answers.holds not in ELSEWHERE:
        return home.name
    return f"{home.name} {visitor.facts.by_code[visitor.answers.home_province].in_name}"


def _asked(question: str | None, size: str, words: Words) -> str:
    return words("message.ask", question=question, size=size) if question else ""


def joined(text: str) -> str:
    """One space between sentences, also where one of them is empty."""
    return " ".join(text.split())


def own_size(visitor: Situation, words: Words) -> str:
    """The visitor's own number as a sentence, as the partner counts; nothing where no number was given."""
    if visitor.partner and visitor.partner.counting.unit == "full-time-equivalents":
        return _as_counted(visitor, words)
    if visitor.answers.count and visitor.tally is not UNKNOWN and not visitor.tally.known:
        low, high = words.number(visitor.tally.low), words.number(visitor.tally.high)
        return words("message.size-range", low=low, high=high)
    given, average = visitor.answers.people, visitor.answers.average
    number = given if isinstance(given, int) else visitor.tally.low if visitor.tally is not UNKNOWN else None
    if number is not None:
        peak = words("message.alone") if number == 1 else words("message.size", people=words.people(number))
        averaged = any("average_people" in reads(partner) for partner in visitor.partners)
        if averaged and average is not None and average != number:
            return f"{peak} {words('message.size-average', n=words.number(average))}"
        return peak
    return _as_counted(visitor, words)


def _as_counted(visitor: Situation, words: Words) -> str:
    counted = people(visitor, words)
    return words("message.size-other", size=counted["size"]) if "size" in counted else ""
