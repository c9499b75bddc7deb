"""What the home page shows of the rest: an example of a result, places, guides."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from hooks.facts.model import Jurisdiction
from hooks.facts.written import Written
from hooks.views.site import Site
from hooks.views.tiles import Tile
from quiz import decide
from quiz.shape import Result

# Where the company works; the other places are a tap further.
FIRST = ("AB", "BC", "SK", "MB")
# The stories that begin where most visitors stand, in this order; each has its drawing, `story-1.svg` and so on.
STORIES = ("guides/the-tender-wants-cor.md", "guides/nine-men-two-students.md", "guides/one-man-and-a-truck.md")
# A firm made up for the example.
FIRM: Mapping[str, object] = {"province": "AB", "industry": "construction", "partner": "acsa", "people": 9}


@dataclass(frozen=True, slots=True)
class Example:
    """A firm that is made up, and what the quiz says to it."""

    people: int
    place: Jurisdiction
    industry: str
    query: str
    certificate: str
    route: str
    partner: str
    phone: str | None
    steps: int


def example(site: Site) -> Example:
    """The engine's answer to the firm of the example, with the address that shows it."""
    decision = cast(Result, decide({**FIRM, "works_alone": "no"}, site.facts, site.words))
    place = site.told(str(FIRM["province"]))
    partner = next(partner for partner in place.partners if partner.id == decision["partner"])
    return Example(
        people=int(str(FIRM["people"])),
        place=place,
        industry=str(FIRM["industry"]),
        query="&".join(f"{name}={value}" for name, value in FIRM.items()),
        certificate=decision["verdict"]["name"],
        route=decision["verdict"]["route"],
        partner=partner.acronym,
        phone=partner.contact.phone if partner.contact else None,
        steps=len(decision["steps"]),
    )


def first(site: Site) -> tuple[Tile, ...]:
    """The places where most visitors work, with their limits."""
    by_code: Mapping[str, Tile] = {tile.place.code: tile for tile in site.tiles}
    return tuple(by_code[code] for code in FIRST)


def stories(site: Site) -> tuple[Written, ...]:
    """The guides of the home page."""
    by_uri = {page.uri: page for page in site.written}
    return tuple(by_uri[uri] for uri in STORIES)
