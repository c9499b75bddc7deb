"""What a partner that was copied must not keep of its neighbour: its names, telephone, e-mail and pages."""

from collections.abc import Iterator

from hooks.facts.model import Jurisdiction
from hooks.facts.partner import Partner
from hooks.facts.yaml_marks import Finding, Place

OWN = ("name", "acronym", "url", "cor_url", "small_url", "one_person_url")
CONTACT = ("phone", "other_phone", "email")


def left_in(jurisdiction: Jurisdiction, place: Place) -> Iterator[Finding]:
    """Every name, telephone, e-mail and page of a partner that an earlier partner of the same place has too."""
    owners: dict[str, str] = {}
    for number, partner in enumerate(jurisdiction.partners):
        for spot, value in _own(partner):
            owner = owners.setdefault(" ".join(value.lower().split()).rstrip("/"), partner.id)
            if owner != partner.id:
                text = f"'{value}' is that of '{owner}' too; one of its own is accepted, or none"
                yield (*place, "partners", number, *spot), text, False


def _own(partner: Partner) -> Iterator[tuple[Place, str]]:
    for name in OWN:
        if value := getattr(partner, name):
            yield (name,), value
    for name in CONTACT:
        if partner.contact and (value := getattr(partner.contact, name)):
            yield ("contact", name), value
