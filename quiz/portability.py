"""A certificate from elsewhere: who grants a letter to whom, for how long, and what ends it.

It follows the certifying body that issued the certificate, never the province alone. Its rules are `letters`.
"""

from dataclasses import dataclass

from quiz.facts import Letter, Partner
from quiz.situation import Situation
from quiz.words import Words

ELSEWHERE = ("cor-elsewhere", "secor-elsewhere")


@dataclass(frozen=True, slots=True)
class Portability:
    """What a certificate held elsewhere is worth here; `kind` is an id of the word file."""

    kind: str
    letter: Letter | None
    home: Partner | None


def portability(visitor: Situation) -> Portability | None:
    """None where no certificate from elsewhere is held and none of another standard."""
    answers = visitor.answers
    if answers.holds == "iso-45001":
        letter = _letter(visitor, "iso-45001")
        return Portability("iso" if letter else "iso-unknown", letter, None)
    if answers.holds not in ELSEWHERE:
        return None
    if answers.home_province == visitor.place.code:
        return Portability("same-province", None, None)
    home = _home(visitor)
    if home is None:
        return Portability("home-unknown", _letter(visitor, "cfcsa-members"), None)
    letter = _fitting(visitor, home)
    if letter is None:
        return Portability("no-letter", None, home)
    return Portability(_kind(visitor, letter, home), letter, home)


def _home(visitor: Situation) -> Partner | None:
    answers = visitor.answers
    place = next((place for place in visitor.facts.jurisdictions if place.code == answers.home_province), None)
    if place is None:
        return None
    if answers.home_partner:
        return place.partner(answers.home_partner)
    return place.partners[0] if len(place.partners) == 1 else None


def _letters(visitor: Situation) -> list[Letter]:
    """The letters of this place, those of the visitor's own partner first."""
    ids = {partner.id for partner in visitor.partners}
    return sorted(visitor.place.letters, key=lambda letter: letter.granted_by not in ids)


def _letter(visitor: Situation, to: str) -> Letter | None:
    return next((letter for letter in _letters(visitor) if letter.to == to), None)


def _fitting(visitor: Situation, home: Partner) -> Letter | None:
    """The first letter made for holders of that body's certificate, or that names the body as refused."""
    for letter in _letters(visitor):
        same = letter.to == "same-partner" and letter.granted_by == home.id
        member = letter.to == "cfcsa-members" and home.cfcsa_member
        if same or member or letter.to == "any-cor" or home.id in letter.refuses:
            return letter
    return None


def _kind(visitor: Situation, letter: Letter, home: Partner) -> str:
    if home.id in letter.refuses:
        return "refused"
    if visitor.answers.holds == "secor-elsewhere":
        return "secor-no" if letter.secor == "no" else "secor-not-verified"
    if letter.only_without_local_base and visitor.answers.local_base == "yes":
        return "local-base"
    return "letter"


def sentence(found: Portability, visitor: Situation, words: Words) -> str:
    """The finding in words, with the letter's own text where there is one."""
    granted_by = visitor.place.partner(found.letter.granted_by) if found.letter else visitor.partner
    gaps = {
        "place": visitor.place.in_name,
        "partner": granted_by.name if granted_by else words("partner.yours"),
    }
    gaps |= {"home": found.home.name} if found.home else {}
    text = words(f"portability.{found.kind}", **gaps)
    return f"{text} {found.letter.text}" if found.letter and found.kind != "refused" else text
