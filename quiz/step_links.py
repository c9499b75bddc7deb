"""Where to go for a step: the page of the partner, of the authority, or of the letter."""

from quiz.contacts import refers_to
from quiz.facts import Interim, Partner
from quiz.holding import HELD, way
from quiz.portability import granter, portability
from quiz.shape import Link
from quiz.situation import Situation
from quiz.timetable import AUDIT_STEPS
from quiz.words import Words, as_start

TO_THE_AUTHORITY = ("ask-authority", "find-partner", "open-account")
TO_THE_PARTNER = frozenset(
    {
        "contact-partner",
        "contact-later",
        "ask-partner",
        "ask-outgrown",
        "ask-expired",
        "ask-iso",
        "ask-conversion",
        "ask-office",
        "ask-takes-new",
        "training",
        "training-check",
        "upkeep",
        "smaller-class",
    }
)
LETTERS = ("letter", "equivalency", "conversion")


def links_of(kind: str, entry: Interim | None, visitor: Situation, words: Words) -> list[Link]:
    """Where to go for the step: the partner's page for the route, the authority, or the source of the letter."""
    partner = visitor.partner
    if kind in TO_THE_AUTHORITY:
        if kind == "ask-authority" and (referred := refers_to(visitor)):
            return [{"text": p.name, "url": p.cor_url or p.url} for p in referred]
        authority = visitor.place.authority
        return [{"text": authority.whom_to_ask, "url": authority.url}]
    if kind == "choose-partner":
        return [{"text": p.name, "url": p.cor_url or p.url} for p in visitor.partners]
    if entry:
        return [{"text": words("link.about", name=entry.name), "url": entry.source}]
    carried = portability(visitor)
    if kind in LETTERS and carried and carried.letter:
        gives = granter(carried, visitor, words)
        return [{"text": words("link.partner", partner=as_start(gives)), "url": carried.letter.source}]
    if partner and (kind in TO_THE_PARTNER or kind in AUDIT_STEPS):
        return [{"text": words("link.partner", partner=partner.name), "url": _page(partner, visitor)}]
    return []


def _page(partner: Partner, visitor: Situation) -> str:
    """The partner's page about the certificate that is in question: what is held, or what is to be earned."""
    route = HELD[visitor.answers.holds] if way(visitor) == "shrank" else visitor.route
    own = {"secor": partner.small_url, "owner-operator": partner.one_person_url}.get(route)
    return own or partner.cor_url or partner.url
