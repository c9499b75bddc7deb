"""Which picture stands beside a shared link of which page: one for each place, each guide, and one for all the rest."""

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hooks.addresses import CARDS
from hooks.facts.written import Written
from hooks.pages.cards import HEIGHT, WIDTH, Card, picture
from hooks.pages.templating import full_stop, rendered
from hooks.views.site import Site

HOME = "index.md"


@dataclass(frozen=True, slots=True)
class Picture:
    """A card as a page names it."""

    address: str
    alt: str
    file: Path
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a site by the page that they belong to."""

    by_page: Mapping[str, Picture]

    def of(self, uri: str) -> Picture:
        """The picture of a page: its own, or that of the home page."""
        return self.by_page.get(uri, self.by_page[HOME])


def pictures(site: Site) -> Pictures:
    """A picture for the site, every place and every guide."""
    home = next(page for page in site.written if page.uri == HOME)
    by_page = {HOME: _picture(site, "site", page=home)}
    for tile in site.tiles:
        by_page[f"provinces/{tile.place.slug}.md"] = _picture(site, f"provinces-{tile.place.slug}", tile=tile)
    for page in _guides(site):
        by_page[page.uri] = _picture(site, page.address.strip("/").replace("/", "-"), page=page)
    return Pictures(by_page)


def _guides(site: Site) -> Iterator[Written]:
    return (page for page in site.written if page.is_guide)


def _picture(site: Site, name: str, **values: object) -> Picture:
    """The words of a card are the first three lines of its template: the word above, the title, the text."""
    text = rendered(site.words.language, "card.txt", values)
    kicker, title, below = (html.unescape(line) for line in text.splitlines()[:3])
    card = Card(kicker, title, below, site.links.company.name)
    return Picture(f"{CARDS}/{name}.png", f"{full_stop(title)} {below}", picture(card))
