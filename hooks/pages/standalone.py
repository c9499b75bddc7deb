"""Every page of the site as Markdown in a folder, without MkDocs: the way on to another builder."""

from pathlib import Path

from hooks.facts.catalogue import load
from hooks.facts.links import load_links
from hooks.facts.words import words
from hooks.moment import today
from hooks.pages.generated import Page, filled, pages
from hooks.root import ROOT
from hooks.views.site import Site

WRITTEN = ROOT / "docs" / "en"


def all_pages(site: Site) -> list[Page]:
    """The pages made from the facts, and the hand-written ones with their gaps filled."""
    sources = sorted(WRITTEN.rglob("*.md"))
    uris = [path.relative_to(WRITTEN).as_posix() for path in sources]
    hand = [filled(site, uri, path.read_text(encoding="utf-8")) for uri, path in zip(uris, sources, strict=True)]
    return [*hand, *pages(site)]


def write_pages(folder: Path) -> list[Path]:
    """Write them below the folder, each where its address says; returns where."""
    made = all_pages(Site(load(), words(), load_links(), today()))
    for page in made:
        (folder / page.uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / page.uri).write_text(page.markdown, encoding="utf-8")
    return [folder / page.uri for page in made]
