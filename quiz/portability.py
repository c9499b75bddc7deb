"""A certificate of another body: who grants a letter or an equivalency to whom, for how long, and what ends it.

It follows the certifying body that issued the certificate, never the province alone. An office, work without an office,
and neither lead to three different things. Its rules are `letters`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quiz.answers import Answers
from quiz.facts import Letter, Partner
from quiz.situation import Situation
from quiz.words import Words

ELSEWHERE = ("cor-elsewhere", "secor-elsewhere")
HERE = ("cor", "secor")


@dataclass(frozen=True, slots=True)
class Portability:
    """What another body's certificate is worth here; `kind` is an id of the word file."""

    kind: str
    letter: Letter | None
    home: Partner | None


def held_elsewhere(answers: Answers) -> bool:
    """Whether the certificate is another province's."""
    return answers.holds in ELSEWHERE and answers.home_province != answers.province


@lru_cache(maxsize=2)
def portability(visitor: Situation) -> Portability | None:
    """None where the certificate is the partner's own, or there is none."""
    answers = visitor.answers
    if answers.holds == "iso-45001":
        letter = next(_letters(visitor, "iso-45001"), None)
        return Portability("iso" if letter else "iso-unknown", letter, None)
    if answers.holds in ELSEWHERE and answers.home_province != visitor.place.code:
        return _from_elsewhere(visitor)
    if answers.holds in (*HERE, *ELSEWHERE):
        return _from_here(visitor)
    return None


def _from_here(visitor: Situation) -> Portability | None:
    """Another partner of the same place: a conversion, where a source has one."""
    home = visitor.place.partner(visitor.answers.home_partner or "")
    partner = visitor.partner
    if home is None or partner is None or partner == home:
        return None
    for letter in _letters(visitor, "other-partners"):
        if letter.granted_by == partner.id and home.id in letter.holders_of:
            return Portability("conversion", letter, home)
    return Portability("no-conversion", None, home)


def _from_elsewhere(visitor: Situation) -> Portability:
    home = _home(visitor)
    if home is None:
        return _from_somewhere(visitor)
    fitting = [letter for letter in _letters(visitor) if _is_for(letter, home)]
    if not fitting:
        return Portability("no-letter", None, home)
    if home.id in fitting[0].refuses:
        return Portability("refused", fitting[0], home)
    if visitor.answers.holds == "secor-elsewhere":
        return Portability("secor-no" if fitting[0].secor == "no" else "secor-not-verified", fitting[0], home)
    return _by_presence(visitor, fitting, home)


def _from_somewhere(visitor: Situation) -> Portability:
    """The body is not known: what the office or the work here rules out is ruled out whoever it is."""
    possible = [letter for letter in _letters(visitor) if letter.to in ("cfcsa-members", "any-cor")]
    carried = _by_presence(visitor, possible, None) if possible else None
    if carried and carried.kind in ("local-base", "work-started"):
        return carried
    return Portability("home-unknown", carried.letter if carried else None, None)


def _by_presence(visitor: Situation, fitting: list[Letter], home: Partner | None) -> Portability:
    """Whether the firm has an office here, is at work without one, or neither."""
    answers = visitor.answers
    open_letters = [x for x in fitting if not (x.only_without_local_base and answers.local_base == "yes")]
    if not open_letters:
        return Portability("local-base", fitting[0], home)
    if answers.work_started == "yes":
        working = next((letter for letter in open_letters if letter.working), None)
        if working is None:
            return Portability("work-started", open_letters[0], home)
        return Portability("equivalency" if working.kind == "equivalency" else "letter", working, home)
    letter = next((letter for letter in open_letters if letter.bidding), open_letters[0])
    return Portability("letter" if letter.bidding else "equivalency", letter, home)


def _home(visitor: Situation) -> Partner | None:
    answers = visitor.answers
    place = next((place for place in visitor.facts.jurisdictions if place.code == answers.home_province), None)
    if place is None:
        return None
    if answers.home_partner:
        return place.partner(answers.home_partner)
    return place.partners[0] if len(place.partners) == 1 else None


def _letters(visitor: Situation, to: str = "") -> Iterator[Letter]:
    """The letters of this place, those of the visitor's own partner first."""
    ids = {partner.id for partner in visitor.partners}
    ordered = sorted(visitor.place.letters, key=lambda letter: letter.granted_by not in ids)
    yield from (letter for letter in ordered if not to or letter.to == to)


def _is_for(letter: Letter, home: Partner) -> bool:
    """Whether a letter is made for holders of that body's certificate, or names the body as refused."""
    same = letter.to == "same-partner" and letter.granted_by == home.id
    member = letter.to == "cfcsa-members" and home.cfcsa_member
    return same or member or letter.to == "any-cor" or home.id in letter.refuses


def granter(carried: Portability, visitor: Situation) -> Partner | None:
    """The body that gives the letter; the visitor's own partner where there is no letter."""
    return visitor.place.partner(carried.letter.granted_by) if carried.letter else visitor.partner


def letter_name(carried: Portability, words: Words) -> str:
    """The letter's own name, or the common word for its kind."""
    letter = carried.letter
    return (letter.name if letter else "") or words(f"letter.{letter.kind if letter else 'letter'}")


def sentence(carried: Portability, visitor: Situation, words: Words) -> str:
    """The finding in words, with the letter's own text where there is one."""
    partner = granter(carried, visitor)
    gaps = {
        "place": visitor.place.in_name,
        "partner": partner.name if partner else words("partner.yours"),
        "letter": letter_name(carried, words),
    }
    gaps |= {"home": carried.home.name} if carried.home else {}
    text = words(f"portability.{carried.kind}", **gaps)
    return f"{text} {carried.letter.text}" if carried.letter and carried.kind != "refused" else text
