"""Everything that a site is made from, made once a build: facts, engine, pages, and what stands beside them."""

from collections.abc import Mapping
from dataclasses import dataclass

from hooks.engine.bundle import Engine, bundle
from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_bytes
from hooks.facts.links import load_links
from hooks.facts.words import words, words_bytes
from hooks.facts.written import address_of
from hooks.moment import today
from hooks.pages.extras import Extras, extras, hashes
from hooks.pages.frame import frame
from hooks.pages.generated import Page, pages
from hooks.pages.quiz import context
from hooks.pages.sharing import Pictures, pictures
from hooks.views.site import Site


@dataclass(frozen=True, slots=True)
class Whole:
    """What MkDocs is handed: knows nothing of it."""

    site: Site
    engine: Engine
    generated: Mapping[str, Page]
    quiz: Mapping[str, object]
    pictures: Pictures
    beside: Extras
    frame: Mapping[str, object]


def whole(url: str, name: str) -> Whole:
    """Read the facts and make everything from them; `url` and `name` are the site's. Raises Refused."""
    site = Site(load(), words(), load_links(), today(), url)
    engine = bundle({"facts.json": facts_bytes(site.catalogue), "words.json": words_bytes()})
    generated = {page.uri: page for page in pages(site)}
    shown = pictures(site)
    addresses = [address_of(uri) for uri in (*generated, *(page.uri for page in site.written))]
    beside = extras(site, shown, name, addresses)
    return Whole(
        site=site,
        engine=engine,
        generated=generated,
        quiz=context(site.catalogue, site.facts, site.words, site.links, engine.manifest, hashes(beside)),
        pictures=shown,
        beside=beside,
        frame=frame(site.words, site.facts.version),
    )
