"""How to reach each body that the verdict rests on."""

from quiz import shape
from quiz.facts import Contact
from quiz.situation import Situation


def contacts(visitor: Situation) -> list[shape.Contact]:
    """The partners of the verdict; the authority where there is none."""
    if not visitor.partners:
        authority = visitor.place.authority
        return [_contact("authority", authority.whom_to_ask, authority.url, authority.contact)]
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
