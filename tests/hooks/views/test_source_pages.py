"""The pages behind the facts: each once, by its site, and never called the same without a comparison."""

import datetime

from hooks.facts.model import Catalogue
from hooks.pages.generated import filled
from hooks.root import ROOT
from hooks.views.site import Site
from hooks.views.source_pages import source_pages
from hooks.watch.freshness import freshness
from hooks.watch.record import Record

DAY = datetime.date(2027, 1, 15)
PAGE = "about/sources.md"


def test_every_page_of_the_table_is_there_once_by_its_site(facts_file: Catalogue) -> None:
    found = source_pages(freshness(facts_file, {}))
    assert sorted(page.told.address for page in found) == sorted(source.url for source in facts_file.sources)
    assert [page.host for page in found] == sorted(page.host for page in found)


def test_a_page_that_nobody_compared_is_not_called_the_same(facts_file: Catalogue) -> None:
    url = facts_file.sources[0].url
    records = {url: Record(state="changed", since=DAY, read=DAY)}
    held = {page.told.address: page.held for page in source_pages(freshness(facts_file, records))}
    assert held.pop(url) == "changed"
    assert set(held.values()) == {"first"}


def test_the_page_links_each_of_them_and_says_when_it_was_read(site_facts: Site) -> None:
    text = filled(site_facts, PAGE, (ROOT / "docs/en" / PAGE).read_text(encoding="utf-8")).markdown
    assert text.count('rel="noopener"') == len(site_facts.catalogue.sources)
    assert text.count("<small>read ") == len(site_facts.catalogue.sources)
