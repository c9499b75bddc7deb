"""How to reach each body that the verdict rests on."""

from quiz import shape
from quiz.facts import Contact
from quiz.holding import way
from quiz.portability import portability
from quiz.situation import Situation

BY_LETTER = ("letter", "equivalency", "ask-home")


def contacts(visitor: Situation) -> list[shape.Contact]:
    """The partners of the verdict; whoever gives the letter, where that is what is needed; else the authority."""
    authority = visitor.place.authority
    by_authority = _contact("authority", authority.whom_to_ask, authority.url, authority.contact)
    carried = portability(visitor)
    if carried and carried.letter and way(visitor) in BY_LETTER:
        giver = visitor.place.partner(carried.letter.granted_by or "")
        return [_contact(giver.id, giver.name, giver.cor_url or giver.url, giver.contact)] if giver else [by_authority]
    if not visitor.partners:
        return [by_authority]
    return [_contact(p.id, p.name, p.cor_url or p.url, p.contact) for p in visitor.partners]


def _contact(contact_id: str, name: str, url: str, contact: Contact | None) -> shape.Contact:
    told: shape.Contact = {"id": contact_id, "name": name, "url": url}
    if contact is None:
        return told
    if contact.phone:
        told["phone"] = contact.phone
    if contact.other_phone:
        told["other_phone"] = contact.other_phone
    if contact.email:
        told["email"] = contact.email
    return {**told, "checked": contact.checked.isoformat(), "verified": contact.confidence != "low"}
