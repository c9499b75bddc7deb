"""What a visitor holds decides what there is to do: one of a closed set of ways, and whose rules keep the certificate.

Nobody who holds what is asked gets a beginner's plan; nobody is told how to keep a certificate that he does not hold.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from quiz.answers import UNSURE
from quiz.classes import cases, verdict_of
from quiz.evidence import certainty
from quiz.fact import Route
from quiz.facts import Partner
from quiz.portability import NO_CONVERSION, Portability, lacks_office, portability
from quiz.process import Process
from quiz.situation import ELSEWHERE, Situation, has_cor
from quiz.words import Words

type Way = Literal[
    "nobody",  # no certifying body to go to
    "ask",  # the partner must decide first
    "newcomer",
    "holder",  # holds what fits
    "shrank",  # holds a larger certificate than would now fit
    "outgrown",  # holds the smaller one and is above its limit
    "upgrade",  # holds the smaller one, and the client takes nothing but the full one
    "expired",
    "conversion",  # another partner's certificate of the same place is to become this partner's
    "other-partner",  # holds another partner's certificate of the same place, as large as what is asked
    "letter",  # certified elsewhere, not at work here
    "equivalency",  # certified elsewhere, at work here without an office; or by another standard
    "local",  # certified elsewhere, and only a certificate of this place will do
    "ask-home",  # certified elsewhere, and the body that issued it decides
    "ask-office",  # certified elsewhere, no letter fits, and the partner takes nobody without an office here
]

SMALL = ("secor", "owner-operator")  # the routes of a class below the full certificate
HELD: Mapping[str | None, Route] = {"secor": "secor", "cor": "cor"}
BY_PORTABILITY: Mapping[str, Way] = {
    "letter": "letter",
    "equivalency": "equivalency",
    "iso": "equivalency",
    "conversion": "conversion",
    **dict.fromkeys(NO_CONVERSION, "conversion"),
    "home-unknown": "ask-home",
    "same-body": "ask-home",
    "needs-office": "ask-office",
}
# Here no source has lengths that add up: somebody has to be asked first.
BY_ASKING: frozenset[Way] = frozenset(
    ("nobody", "ask", "ask-home", "ask-office", "letter", "equivalency", "conversion", "other-partner")
)
# Something of another body is the answer, not a certificate that is still to be earned.
WITH_ANOTHERS: frozenset[Way] = frozenset((*BY_PORTABILITY.values(), "other-partner"))
BEGIN_AT_THE_PARTNER: tuple[Way, ...] = ("newcomer", "upgrade", "local")
BY_AN_AUDIT: tuple[Way, ...] = (*BEGIN_AT_THE_PARTNER, "outgrown", "expired")
WITH_WHAT_IS_ASKED: frozenset[Way] = frozenset(("holder", "shrank"))


@lru_cache(maxsize=2)
def way(visitor: Situation) -> Way:
    """The way that this visitor goes."""
    goes = _way(visitor)
    return "ask-office" if goes in ("newcomer", "expired", "local") and lacks_office(visitor) else goes


def _way(visitor: Situation) -> Way:
    held, route = visitor.answers.holds, visitor.route
    if not visitor.partners or route == "none":
        return "nobody"
    carried = portability(visitor)
    small = route in SMALL
    if carried and carried.kind in NO_CONVERSION:
        return _beside(carried, visitor)
    if carried:
        return "ask" if route == "ask" and carried.kind not in BY_PORTABILITY else carried_way(carried)
    if held == "cor":
        return "shrank" if small and visitor.answers.client_requires != "cor" else "holder"
    if route == "ask" or (held == "secor" and route == "owner-operator" and not _enough(visitor)):
        return "ask"
    if held == "secor" and not knows_small(visitor):
        return "local"  # nobody here gave it, so it is from elsewhere
    if held == "secor" and route == "cor":
        return "outgrown" if all(case.by_size.route == "cor" for case in visitor.cases) else "upgrade"
    return "holder" if held == "secor" else "expired" if held == "expired" else "newcomer"


def _beside(carried: Portability, visitor: Situation) -> Way:
    """The way of who holds another partner's certificate that nothing is known to turn into this partner's.

    What is a COR for small firms here does not make one of another partner's small certificate, and no client who takes
    COR alone takes what is called otherwise where this partner has a COR.
    """
    home, only_cor = carried.home, visitor.answers.client_requires == "cor"
    named = only_cor and visitor.called_cor and home is not None and _called_otherwise((home,))
    small = visitor.route in (*SMALL, "ask") and not only_cor
    if (visitor.answers.holds == "cor" and not named) or small or _fits_at(home, visitor):
        return "other-partner"
    return "ask" if visitor.route == "ask" else carried_way(carried)


def _called_otherwise(partners: tuple[Partner, ...]) -> bool:
    """Whether these partners' full certificates go by names without COR."""
    names = [c.name for partner in partners for c in partner.size_classes if c.route == "cor"]
    return bool(names) and not any(has_cor(name) for name in names)


def _fits_at(home: Partner | None, visitor: Situation) -> bool:
    """Whether the small certificate in hand is still the right one at the partner that gave it."""
    return home is not None and all(case.chosen.route in SMALL for case in cases(visitor.answers, (home,)))


def carried_way(carried: Portability) -> Way:
    """The way of somebody whose certificate is another body's."""
    return BY_PORTABILITY.get(carried.kind, "local")


def earns_anew(visitor: Situation) -> bool:
    """Whether no rule converts another partner's certificate, so that one is earned by an audit after all."""
    carried = portability(visitor)
    return way(visitor) == "conversion" and (carried is None or carried.letter is None)


def asked_for(visitor: Situation) -> str:
    """The way, by the kind of paper that is asked for: what serves for work may be a letter, and for a bid more."""
    goes, carried = way(visitor), portability(visitor)
    return carried.letter.kind if goes in ("letter", "equivalency") and carried and carried.letter else goes


def rests_on_another(visitor: Situation) -> bool:
    """Whether what another body issued is the answer, and no certificate that is still to be earned here."""
    return way(visitor) in WITH_ANOTHERS and not earns_anew(visitor)


def chooses(visitor: Situation) -> bool:
    """Whether a partner is still to be chosen: several are open, and no letter from elsewhere makes one needless."""
    lent = visitor.answers.holds in ELSEWHERE and rests_on_another(visitor)
    return len(visitor.partners) > 1 and not lent


def holds_what_is_asked(visitor: Situation) -> bool:
    """Whether the certificate that the visitor holds is at least what is asked."""
    return way(visitor) in WITH_WHAT_IS_ASKED


def earns(visitor: Situation) -> bool:
    """Whether a certificate of this place is held, or comes of the plan, as far as is known."""
    carried = portability(visitor)
    lent = carried is not None and carried.kind == "equivalency"  # no source pays anything back for one
    return not lent and way(visitor) not in ("letter", "ask-home", "ask-office")


def held_name(visitor: Situation, words: Words) -> str:
    """What the certificate in hand is called here; the common word where several classes have that route."""
    held = HELD.get(visitor.answers.holds)
    names = {c.name for partner in visitor.partners for c in partner.size_classes if c.route == held}
    # "Another small certificate" may be the class for one person as well.
    if len(names) == 1 and not (held == "secor" and visitor.route == "owner-operator"):
        return names.pop()
    return words("certificate.cor" if held == "cor" else "certificate.shared-secor")


def issued_by(visitor: Situation) -> Partner | None:
    """The partner of this place that gave the certificate that ran out, where it is another than is asked now."""
    issuer = visitor.place.partner(visitor.answers.home_partner)
    return issuer if visitor.answers.holds == "expired" and issuer is not visitor.partner else None


def knows_small(visitor: Situation) -> bool:
    """Whether a partner here has, or may have, a class for small firms, so that its certificate can be held."""
    return any(c.route in (*SMALL, "ask") for partner in visitor.partners for c in partner.size_classes)


def small_name(visitor: Situation, words: Words) -> str:
    """What the class for small firms is called here; the common word where partners differ or have none."""
    names = {c.name for partner in visitor.partners for c in partner.size_classes if c.route == "secor"}
    return names.pop() if len(names) == 1 else words("certificate.small")


def _enough(visitor: Situation) -> bool:
    """Whether a class for one person is what the client takes."""
    return visitor.counts_as_cor or visitor.answers.client_requires != "cor"


def small_is_asked(visitor: Situation) -> bool:
    """Whether the client must be asked if the small certificate in hand is enough."""
    client = visitor.answers.client_requires
    if may_be_the_small_one(visitor):
        return client == "cor"
    return visitor.answers.holds == "secor" and (
        client in (None, UNSURE) or (client == "cor" and visitor.counts_as_cor)
    )


def may_be_outgrown(visitor: Situation) -> bool:
    """Whether a larger class follows the one that fits."""
    partner, chosen = visitor.partner, visitor.chosen
    if partner is None or chosen is None:
        return visitor.route in SMALL
    return visitor.route != "ask" and verdict_of(chosen) != verdict_of(partner.size_classes[-1])


def class_is_asked(visitor: Situation) -> bool:
    """Whether the full certificate in hand may be another class than what fits: of several, or as a partner says."""
    if visitor.answers.holds != "cor" or visitor.route not in ("cor", "ask"):
        return False
    classes = [{c.name for c in partner.size_classes if c.route == "cor"} for partner in visitor.partners]
    return any(len(names) > 1 for names in classes) or (visitor.route == "ask" and visitor.verdict is not None)


def full_whatever_the_size(visitor: Situation) -> bool:
    """Whether the full certificate is in hand, and what is open of the size turns nothing for who keeps it."""
    open_ = visitor.answers.holds == "cor" and visitor.verdict is None and way(visitor) in WITH_WHAT_IS_ASKED
    return open_ and not (may_be_the_small_one(visitor) or class_is_asked(visitor))


def name_is_asked(visitor: Situation) -> bool:
    """Whether the client takes nothing but COR, and the full certificate in hand goes by another name."""
    asked = visitor.answers.holds == visitor.answers.client_requires == "cor"
    return asked and _called_otherwise(visitor.partners)


def other_name(visitor: Situation) -> bool:
    """Whether the client takes nothing but COR, and what is to be earned has another name: one person's class too."""
    earned = visitor.route == "cor" or (visitor.route == "owner-operator" and not visitor.counts_as_cor)
    return earned and not visitor.called_cor and visitor.answers.client_requires == "cor"


def is_another_name(visitor: Situation) -> bool:
    """Whether the full certificate of the verdict goes by a name without COR in it."""
    return bool(visitor.name) and visitor.route == "cor" and not visitor.called_cor


def fits_full(visitor: Situation) -> bool:
    """Whether it is the full certificate, called COR, whichever class it comes to: no client would want more."""
    return bool(visitor.cases) and all(c.chosen.route == "cor" and has_cor(c.chosen.name) for c in visitor.cases)


def may_be_the_small_one(visitor: Situation) -> bool:
    """Whether the COR in hand may be the class for small firms, which is a COR by name as well."""
    possible = [case.chosen for case in visitor.cases if case.chosen.counts_as_cor and has_cor(case.chosen.name)]
    return visitor.answers.holds == "cor" and visitor.partner is not None and bool(possible)


def name_of_the_small_one(visitor: Situation, words: Words) -> str:
    """What that class is called, also while the size is not known."""
    return visitor.verdict.name if visitor.verdict else small_name(visitor, words)


def client_is_asked(visitor: Situation) -> bool:
    """Whether the client must be asked if the certificate in hand is enough."""
    return small_is_asked(visitor) or name_is_asked(visitor)


def doubtful(visitor: Situation) -> bool:
    """Whether it is not certain that the partner takes somebody whom it does not know yet."""
    goes = way(visitor)
    every = bool(visitor.partners) and all(partner.status == "doubtful" for partner in visitor.partners)
    return every and goes in BEGIN_AT_THE_PARTNER and goes != "upgrade"


def asks_first(visitor: Situation) -> bool:
    """Whether nothing is to be paid for before the partner has answered: it may not be what fits, or not be taken."""
    audited = way(visitor) in BY_AN_AUDIT or earns_anew(visitor)
    open_ = audited and visitor.partner is not None and certainty(visitor) == "unverified"
    return doubtful(visitor) or open_


def is_new(visitor: Situation) -> bool:
    """Whether no certificate of any kind is held, as far as is known."""
    return visitor.answers.holds in (None, "none")


def in_hand(visitor: Situation) -> bool:
    """Whether a certificate of some kind is in hand and valid."""
    return not is_new(visitor) and visitor.answers.holds != "expired"


def kept(visitor: Situation) -> Process | None:
    """The rules by which the certificate in hand is kept: those of what is held, not of the class of the verdict."""
    goes = way(visitor)
    held = HELD.get(visitor.answers.holds)
    if not visitor.partners:
        return None
    one_person = held == "secor" and visitor.route == "owner-operator"  # "another small certificate"
    if held in (None, visitor.route) or one_person or goes in ("conversion", "local"):
        return visitor.process
    classes = {}
    for partner in visitor.partners:
        fitting = [size_class for size_class in partner.size_classes if size_class.route == held]
        if not fitting:
            return None
        classes[partner.id] = fitting[-1]
    own = visitor.way_to(classes)
    unknown = own is None or own.upkeep is None
    return visitor.process if unknown and may_be_the_small_one(visitor) else own
