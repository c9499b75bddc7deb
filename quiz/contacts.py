"""How to reach each body that the verdict rests on, whom to call first before the others."""

from quiz import shape
from quiz.facts import Contact, Jurisdiction, Letter, Partner
from quiz.holding import way
from quiz.portability import portability
from quiz.situation import Situation

BY_LETTER = ("letter", "equivalency", "ask-home")
ASKED_AT_HOME = ("no-letter", "secor-no", "secor-not-verified")  # what it counts for here, the home body may know
ASKED_OF_GIVER = ("other-network", "secor-no", "secor-not-verified")  # whoever gives a letter may know more of it


def contacts(visitor: Situation) -> list[shape.Contact]:
    """The partners of the verdict; whoever files or gives the letter, where that is needed; else whom to ask.

    Beside partners of whom neither number nor mail is known stands the authority of the place.
    """
    carried, goes = portability(visitor), way(visitor)
    if carried and carried.letter and goes in BY_LETTER:
        return _of_the_letter(carried.letter, carried.home, visitor)
    home = carried.home if carried else None
    if not visitor.partners:
        asked = [_of(partner) for partner in refers_to(visitor)] or [_authority(visitor)]
        return [*asked, *_also(home, asked)]
    # Who asks two bodies how a certificate moves needs both numbers.
    both = home if goes in ("conversion", "other-partner") else None
    told = [_of(partner) for partner in (*visitor.partners, both) if partner]
    if visitor.place.authority.contact is not None and not _reached(told):
        told.append(_authority(visitor))
    if carried and all(partner.status == "active" for partner in visitor.partners):
        letter = carried.letter if carried.kind in ASKED_OF_GIVER else None
        told += _also(visitor.place.partner(letter.granted_by) if letter else None, told)
        told += _also(home if carried.kind in ASKED_AT_HOME else None, told)
    return told


def _also(one: Partner | None, told: list[shape.Contact]) -> list[shape.Contact]:
    """Another body, after those that are asked first: it may know what these do not.

    Only beside one that can be reached: else it would be the one to call, before those that the plan asks first.
    """
    return [_of(one)] if one and one.id not in [body["id"] for body in told] and _reached(told) else []


def _reached(told: list[shape.Contact]) -> bool:
    return any("phone" in one or "email" in one for one in told)


def refers_to(visitor: Situation) -> list[Partner]:
    """The partners of other places that are to be asked where nobody certifies."""
    codes = (whom.split("/") for whom in visitor.place.authority.refers_to)
    found = (visitor.facts.by_code[code].partner(partner_id) for code, partner_id in codes)
    return [partner for partner in found if partner]


def _of_the_letter(letter: Letter, home: Partner | None, visitor: Situation) -> list[shape.Contact]:
    """The home body first, where it files the request, else the giver; the visitor's own partner is among them.

    The home body is one of them in any case: what it certified is what the letter rests on.
    """
    giver = visitor.place.partner(letter.granted_by)
    gives = _of(giver) if giver else _authority(visitor)
    if giver is None and visitor.answers.holds == "iso-45001":
        return [gives, *(_of(partner) for partner in visitor.partners)]
    others = [_of(one) for one in (visitor.partner, home) if one and one.id != gives["id"]]
    if home is None or letter.filed_by != "home" or home.id == gives["id"]:
        return [gives, *others]
    return [{**_of(home), "files": True}, gives, *(one for one in others if one["id"] != home.id)]


def _authority(visitor: Situation) -> shape.Contact:
    authority = visitor.place.authority
    return _contact("authority", authority.whom_to_ask, authority.url, authority.contact)


def _of(partner: Partner) -> shape.Contact:
    told = _contact(partner.id, partner.name, partner.cor_url or partner.url, partner.contact)
    return {**told, "acronym": partner.acronym}


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
    if contact.confidence == "medium" and _site(contact.source) != _site(url):
        told["second_hand"] = True
    return {**told, "checked": contact.checked.isoformat(), "verified": contact.confidence != "low"}


def _site(url: str) -> str:
    """The host of an address, as far as two pages of one body share it."""
    return url.split("/")[2].removeprefix("www.")


def has_no_page(partner: Partner, place: Jurisdiction) -> bool:
    """Whether no page of its own was found, so that the authority is the one to ask; some are the authority."""
    return partner.url == place.authority.url and partner.name != place.authority.name
