"""The facts and everything made from them, read once."""

import pytest

from hooks.facts.catalogue import load
from hooks.facts.entry import facts_of
from hooks.facts.links import Links, load_links
from hooks.facts.model import Catalogue
from hooks.facts.partner import SizeClass
from hooks.facts.words import words
from hooks.pages.generated import Page, pages
from hooks.views.site import Site


@pytest.fixture(scope="session")
def facts_file() -> Catalogue:
    """The catalogue of this checkout."""
    return load()


@pytest.fixture(scope="session")
def links() -> Links:
    """What the company says of itself."""
    return load_links()


@pytest.fixture(scope="session")
def site_facts(facts_file: Catalogue, links: Links) -> Site:
    """Everything pages are made from, on the day of the newest check."""
    return Site(facts_file, words("en"), links, facts_file.newest_check)


@pytest.fixture(scope="session")
def made(site_facts: Site) -> dict[str, Page]:
    """Every generated page by where it stands."""
    return {page.uri: page for page in pages(site_facts)}


@pytest.fixture(scope="session")
def limits(facts_file: Catalogue) -> dict[str, int]:
    """The limit of each class that has one, by the class's id: a test that knows the number would stand in the way."""
    classes = (fact for fact in facts_of(facts_file) if isinstance(fact, SizeClass))
    return {found.id: found.at_most for found in classes if found.at_most is not None}
