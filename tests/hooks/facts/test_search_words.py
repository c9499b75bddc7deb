"""The words of the search: what visitors type has an answer, and every answer is a page of the site."""

from pathlib import Path

import pytest

from hooks.facts.catalogue import load
from hooks.facts.search_words import SEARCH, addresses, load_search
from hooks.facts.written import DOCS
from hooks.facts.yaml_marks import DataError
from hooks.pages.generated import filled
from hooks.root import ROOT
from hooks.views.site import Site

URLS = set((ROOT / "tests" / "site" / "urls.txt").read_text(encoding="utf-8").split())
TYPED = [
    "tlc",
    "logs",
    "corel",
    "letter of intent",
    "prequalification",
    "isnetworld",
    "avetta",
    "complyworks",
    "canqual",
    "mandatory",
    "voluntary",
    "expired",
    "lapsed",
    "suspended",
    "franchise",
    "incorporated",
    "merged",
    "sold",
    "councillor",
    "agency",
    "lease operator",
    "whmis",
    "roof",
    "janitor",
    "welder",
    "staffing agency",
    "landscaping",
    "seccor",
    "saftey",
    "electritian",
    "plumer",
    "certficate",
    "recogniton",
    "saskatchewen",
    "ontairo",
    "apprentice",
    "cognibox",
    "lookup",
    "fort mcmurray",
    "phone number",
]
FOUND = addresses(load_search(), load().trades)


@pytest.mark.parametrize("word", TYPED)
def test_what_visitors_type_leads_somewhere(word: str) -> None:
    assert word in FOUND


def test_every_word_leads_to_a_page_of_the_site() -> None:
    assert [target for target in FOUND.values() if f"/{target.partition('#')[0]}" not in URLS] == []


@pytest.mark.slow  # guides over all places are written
def test_every_part_is_a_heading_of_a_page_that_is_written_by_hand(site_facts: Site) -> None:
    parts = [(entry.to, entry.part) for entry in load_search().words if entry.part]
    written = {to: f"{to.rstrip('/')}.md" for to, _ in parts if not to.startswith("provinces/")}
    texts = {
        to: filled(site_facts, uri, (DOCS / uri).read_text(encoding="utf-8")).markdown for to, uri in written.items()
    }
    assert [(to, part) for to, part in parts if to in texts and f"#{part} }}" not in texts[to]] == []


def test_a_word_that_stands_twice_is_refused_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / "search.yml"
    file.write_text(SEARCH.read_text(encoding="utf-8").replace("[voluntary,", "[voluntary, tlc,", 1), encoding="utf-8")
    with pytest.raises(DataError, match="the word 'tlc' stands twice"):
        load_search(file)


def test_a_target_that_is_no_address_of_the_site_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "search.yml"
    text = SEARCH.read_text(encoding="utf-8").replace("to: guides/glossary/", "to: https://example.org/", 1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError):
        load_search(file)
