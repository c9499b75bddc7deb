"""What a partner that was copied must not keep of its neighbour: its names, telephone, e-mail and pages."""

import re
from collections.abc import Iterator

from hooks.facts.model import Catalogue
from hooks.facts.partner import Partner
from hooks.facts.yaml_marks import Finding, Place

OWN = ("name", "acronym", "url", "cor_url", "small_url", "one_person_url")
WAY = re.compile(r"https?://(www\.)?")  # which of these leads to a page says nothing of whose it is
CONTACT = ("phone", "other_phone", "email")


def left_in(catalogue: Catalogue) -> Iterator[Finding]:
    """Every name, telephone, e-mail and page of a partner that another one has too, in whichever place.

    A body that works in several places has one id, and keeps what is its own.
    """
    owners: dict[str, str] = {}
    for number, jurisdiction in enumerate(catalogue.jurisdictions):
        for index, partner in enumerate(jurisdiction.partners):
            for spot, value in _own(partner):
                owner = owners.setdefault(WAY.sub("", " ".join(value.lower().split()).rstrip("/")), partner.id)
                if owner != partner.id:
                    text = f"'{value}' is that of '{owner}' too; one of its own is accepted, or none"
                    yield ("jurisdictions", number, "partners", index, *spot), text, False


def _own(partner: Partner) -> Iterator[tuple[Place, str]]:
    for name in OWN:
        if value := getattr(partner, name):
            yield (name,), value
    for name in CONTACT:
        if partner.contact and (value := getattr(partner.contact, name)):
            yield ("contact", name), value
