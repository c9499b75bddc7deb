"""What the company says of itself: `docs/links.yml`, apart from the facts, so that the facts sell nothing."""

import json
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from hooks.facts.entry import Address, Email, Entry, Id, Line, Phone
from hooks.facts.legible import illegible
from hooks.facts.problems import problems
from hooks.facts.shapes import SITE_PATH
from hooks.facts.yaml_marks import DataError, Document, Problem, read
from hooks.root import ROOT

LINKS = ROOT / "docs" / "links.yml"


class Company(Entry):
    """Who stands behind the site."""

    name: Line
    short: Line
    phone: Phone
    person: Line
    email: Email | None = None
    url: Address | None = None


class Card(Entry):
    """What stands around the offers on the company's card, in its own voice."""

    ask: Line  # the title: a question that a visitor has
    label: Line  # says whose offer it is
    does: Line  # all of it in a sentence
    conflict: Line  # what it does not do for one and the same firm


class Offer(Entry):
    """Something the company offers; without an address the card's telephone stands for it."""

    id: Id
    title: Line
    text: Line
    action: Line
    url: Address | None = None


type SitePath = Annotated[str, StringConstraints(pattern=SITE_PATH)]


class ShortLink(Entry):
    """A short address, `/go/<word>/`, and the page of the site to which it leads; without a title, the page's own."""

    word: Id
    to: SitePath
    title: Line | None = None


class Redirect(Entry):
    """A page that was once public, and the page that took its place."""

    old: SitePath
    new: SitePath


class Links(Entry):
    """The whole of `docs/links.yml`."""

    company: Company
    card: Card
    offers: Annotated[tuple[Offer, ...], Field(min_length=1)]
    short_links: tuple[ShortLink, ...] = ()
    redirects: tuple[Redirect, ...] = ()

    def offer(self, offer_id: str) -> Offer:
        """The offer of that id; KeyError if there is none."""
        return {offer.id: offer for offer in self.offers}[offer_id]


def load_links(path: Path = LINKS) -> Links:
    """Read and check the file; raises `DataError` with every problem, each with its line and column."""
    document = read(path)
    try:
        links = Links.model_validate_json(json.dumps(document.data), strict=True)
    except ValidationError as error:
        wrong = illegible(document)
        raise DataError(document.file, wrong + problems(error, document, wrong)) from error
    if found := illegible(document) + _twice(links, document):
        raise DataError(document.file, found)
    return links


def _twice(links: Links, document: Document) -> list[Problem]:
    """Whatever is found by its name, and could be one of two."""
    problems = []
    for part, key in (("offers", "id"), ("short_links", "word"), ("redirects", "old")):
        names = [getattr(entry, key) for entry in getattr(links, part)]
        for number, name in enumerate(names):
            if name in names[:number]:
                told = f"'{name}' stands twice; once is accepted"
                problems.append(document.problem((part, number, key), told))
    return problems
