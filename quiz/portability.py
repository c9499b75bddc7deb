"""A certificate of another body: who grants a letter or an equivalency to whom, for how long, and what ends it.

It follows the certifying body that issued the certificate, never the province alone. An office, work without an office,
and neither lead to three different things. Its rules are `letters`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from quiz.answers import HERE
from quiz.facts import Letter, Partner
from quiz.situation import ELSEWHERE, Situation
from quiz.words import Words

TO_SHOW = ("letter", "equivalency", "home-unknown", "iso")  # a paper for a buyer, where a conversion is none
WITH_LETTER = (*TO_SHOW, "conversion")
# What is said then is of the letter's giver.
OF_THE_LETTER = ("work-started", "refused", "secor-not-verified", "other-network")
NO_CONVERSION = ("no-conversion", "conversion-small", "conversion-closed")  # nothing is known to turn it into another
RULED_OUT = ("local-base", "account", "work-started")  # by what the firm has here, whoever certified it


@dataclass(frozen=True, slots=True)
class Portability:
    """What another body's certificate is worth here; `kind` is an id of the word file.

    `then` is what takes the place of a letter for bidding once work starts without an office here.
    """

    kind: str
    letter: Letter | None
    home: Partner | None
    then: Letter | None = None


@lru_cache(maxsize=2)
def portability(visitor: Situation) -> Portability | None:
    """None where the certificate is the partner's own, or there is none."""
    answers = visitor.answers
    if answers.holds == "iso-45001":
        letter = next(_letters(visitor, "iso-45001"), None)
        return Portability("iso" if letter else "iso-unknown", letter, None)
    if answers.holds in ELSEWHERE:
        carried = _from_elsewhere(visitor)
        return replace(carried, kind="needs-office") if _nothing_without_office(carried, visitor) else carried
    return _from_here(visitor) if answers.holds in HERE else None


def _nothing_without_office(carried: Portability, visitor: Situation) -> bool:
    """Whether only a certificate of this place would do, and the partner gives none to a firm without an office."""
    return lacks_office(visitor) and carried.kind not in ("letter", "equivalency", "home-unknown", "same-body")


def lacks_office(visitor: Situation) -> bool:
    """Whether the partner certifies only firms with an office here, and the visitor has none."""
    partner = visitor.partner
    return partner is not None and partner.needs_local_base and visitor.answers.local_base == "no"


def _from_here(visitor: Situation) -> Portability | None:
    """Another partner of the same place: a conversion, where a source has one."""
    home = visitor.place.partner(visitor.answers.home_partner)
    partner = visitor.partner
    if home is None or partner is None or partner == home:
        return None
    for letter in _letters(visitor, "other-partners"):
        if letter.one_way and letter.granted_by == home.id and partner.id in letter.holders_of:
            return Portability("conversion-closed", None, home)
        if letter.granted_by == partner.id and home.id in letter.holders_of:
            # What converts a full certificate says nothing of a small one.
            full = visitor.answers.holds == "cor"
            return Portability("conversion", letter, home) if full else Portability("conversion-small", None, home)
    return Portability("no-conversion", None, home)


def _from_elsewhere(visitor: Situation) -> Portability:
    home = _home(visitor)
    if home is None:
        return _from_somewhere(visitor)
    if home.small_stays and visitor.answers.holds == "secor-elsewhere":
        return Portability("secor-stays", None, home)
    made_for = [letter for letter in _letters(visitor) if _is_for(letter, home)]
    fitting = [letter for letter in made_for if _serves(letter, visitor)]
    if not fitting and home.id in [partner.id for partner in visitor.partners]:
        # One body certifies in both places, and does not say what the certificate of one counts for in the other.
        return Portability("same-body", None, home)
    if not fitting:
        return Portability("other-network", made_for[0], home) if made_for else Portability("no-letter", None, home)
    if home.id in fitting[0].refuses:
        return Portability("refused", fitting[0], home)
    carried = _by_presence(visitor, fitting, home)
    if visitor.answers.holds == "secor-elsewhere" and carried.kind in ("letter", "equivalency"):
        return Portability("secor-no" if fitting[0].secor == "no" else "secor-not-verified", fitting[0], home)
    return carried


def _from_somewhere(visitor: Situation) -> Portability:
    """The body is not known: what the office or the work here rules out is ruled out whoever it is."""
    open_to_all = [letter for letter in _letters(visitor) if letter.to in ("cfcsa-members", "any-cor")]
    possible = [letter for letter in open_to_all if _serves(letter, visitor)]
    if open_to_all and not possible:
        return Portability("other-network", open_to_all[0], None)
    carried = _by_presence(visitor, possible, None) if possible else None
    if carried and carried.kind in RULED_OUT:
        return carried
    if visitor.answers.holds == "secor-elsewhere" and visitor.partners:
        letter = carried.letter if carried else None
        return Portability("secor-no" if letter and letter.secor == "no" else "secor-not-verified", letter, None)
    return replace(carried, kind="home-unknown") if carried else Portability("home-unknown", None, None)


def _by_presence(visitor: Situation, fitting: list[Letter], home: Partner | None) -> Portability:
    """Whether the firm has an office here, is at work without one, or neither."""
    answers = visitor.answers
    without_base = [x for x in fitting if not (x.only_without_local_base and answers.local_base == "yes")]
    if not without_base:
        return Portability("local-base", fitting[0], home)
    open_letters = [x for x in without_base if not (x.only_without_account and answers.account == "yes")]
    if not open_letters:
        return Portability("account", without_base[0], home)
    if answers.work_started == "yes":
        working = next((letter for letter in open_letters if letter.working), None)
        return Portability("equivalency" if working else "work-started", working or open_letters[0], home)
    letter = next((letter for letter in open_letters if letter.bidding), open_letters[0])
    if not letter.bidding:
        return Portability("equivalency", letter, home)
    then = None if letter.working else next((letter for letter in open_letters if letter.working), None)
    return Portability("letter", letter, home, then)


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
    member = letter.to == "cfcsa-members" and home.cfcsa_member and letter.granted_by != home.id  # no letter to itself
    return same or member or letter.to == "any-cor" or home.id in letter.refuses


def _serves(letter: Letter, visitor: Situation) -> bool:
    """Whether a letter stands for the certificate that is asked: construction's is no path to another industry's."""
    giver, partners = letter.granted_by, visitor.partners
    own = giver is None or any(partner.id == giver for partner in partners)
    return own or letter.to == "same-partner" or any(partner.cfcsa_member for partner in partners)


def granter(carried: Portability | None, visitor: Situation, words: Words, *, short: bool = False) -> str:
    """The body that gives the letter; the visitor's own partner where there is none, or nobody certified him.

    Where nobody certifies, the place's authority says whom to ask.
    """
    letter = carried.letter if carried else None
    if (letter and letter.granted_by is None) or not (letter or visitor.partners):
        return words("partner.authority", authority=visitor.place.authority.whom_to_ask)
    partner = visitor.place.partner(letter.granted_by) if letter else visitor.partner
    return words("partner.yours") if partner is None else partner.acronym if short else partner.name


def letter_name(carried: Portability, words: Words) -> str:
    """The letter's own name, or the common word for its kind."""
    letter = carried.letter
    return (letter.name if letter else "") or words(f"letter.{letter.kind if letter else 'letter'}")


def the_letter(carried: Portability, words: Words) -> str:
    """The same inside a sentence: its own name needs an article, but one in capitals and the common word do not."""
    own = carried.letter and carried.letter.name
    return words("letter.named", name=own) if own and own != own.upper() else letter_name(carried, words)


def same_body(carried: Portability) -> bool:
    """Whether the body that certified the visitor elsewhere is the one that would give the letter."""
    gives = carried.home and carried.letter and carried.home.id == carried.letter.granted_by
    return bool(gives) or carried.kind == "same-body"


def finding(carried: Portability, visitor: Situation, words: Words) -> str:
    """What the certificate is worth here, in words."""
    kind = carried.kind
    if kind == "letter" and same_body(carried):
        kind = "letter-same"
    gaps = {
        "place": visitor.place.in_name,
        "partner": granter(carried if carried.kind in (*WITH_LETTER, *OF_THE_LETTER) else None, visitor, words),
        "letter": the_letter(carried, words),
        "own": visitor.partner.name if visitor.partner else words("partner.yours"),
        "account": visitor.place.account,
    }
    gaps |= {"home": carried.home.name} if carried.home else {}
    return words(f"portability.{kind}", **gaps)


def sentence(carried: Portability, visitor: Situation, words: Words) -> str:
    """The finding, with the letter's own text for those whom the letter is for."""
    text = finding(carried, visitor, words)
    if not carried.letter or carried.kind not in WITH_LETTER:
        return text
    return f"{text} {letter_text(carried.letter, words)}".rstrip()


def letter_text(letter: Letter, words: Words) -> str:
    """What the source says of the letter, and how long it takes."""
    return f"{letter.text} {letter_takes(letter, words)}".strip()


def letter_takes(letter: Letter, words: Words) -> str:
    """How many days its giver says that the letter takes; empty where none is known."""
    if letter.takes_days is None:
        return ""
    if letter.takes_days_to is None:
        return words("letter.takes", days=letter.takes_days)
    return words("letter.takes-to", days=letter.takes_days, most=letter.takes_days_to)
