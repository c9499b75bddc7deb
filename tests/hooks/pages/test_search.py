"""The words in the search's index: each where it is meant, once, and outweighing every text."""

import json

import pytest

from hooks.facts.search_words import load_search
from hooks.pages.search import FIRST, Entry, apart, entries, with_words
from hooks.refused import Refused
from hooks.views.site import Site

PAGE = {"location": "guides/x/", "title": "A guide", "text": "<p>Lead.</p>"}
PART = {"location": "guides/x/#part", "title": "Part", "text": "Long."}


def index(*documents: dict[str, str]) -> str:
    return json.dumps({"config": {"lang": ["en"]}, "docs": documents})


def read(made: str) -> dict[str, dict[str, object]]:
    return {document["location"]: document for document in json.loads(made)["docs"]}


@pytest.fixture(scope="module")
def added(site_facts: Site) -> list[Entry]:
    return list(entries(site_facts, load_search()))


def test_words_stand_in_the_part_that_they_are_meant_for() -> None:
    made = read(with_words(index(PAGE, PART), [Entry(("guides/x/#part", "guides/x/"), "Said.", ("tlc",))]))
    assert made["guides/x/#part"] == PART | {"text": "<p>Said.</p> Long.", "tags": ["tlc"]}
    assert made["guides/x/"] == PAGE


def test_where_the_part_is_not_in_the_index_they_stand_in_its_page() -> None:
    made = read(with_words(index(PAGE), [Entry(("guides/x/#gone", "guides/x/"), "Said.", ("tlc",))]))
    assert made["guides/x/"]["tags"] == ["tlc"]


def test_two_entries_of_one_part_are_both_found() -> None:
    both = [Entry(("guides/x/",), "One.", ("tlc",)), Entry(("guides/x/",), "Two.", ("corel",))]
    assert read(with_words(index(PAGE), both))["guides/x/"]["tags"] == ["tlc", "corel"]


def test_an_entry_with_a_title_may_be_new_and_another_may_not() -> None:
    made = read(with_words(index(PAGE), [Entry(("quiz/#industry=x",), "Said.", ("roofer",), "Roofs")]))
    assert (made["quiz/#industry=x"]["title"], made["quiz/#industry=x"]["boost"]) == ("Roofs", FIRST)
    with pytest.raises(Refused, match="no page of the search is at guides/gone/"):
        with_words(index(PAGE), [Entry(("guides/gone/",), "Said.", ("tlc",))])


def test_a_term_and_its_meaning_are_two_words_and_so_are_two_cells() -> None:
    assert apart("<dt>COR</dt><dd>Full.</dd>") == "<dt>COR</dt> <dd>Full.</dd>"
    assert apart("<td>Metrolinx<br>Toronto</td><td>1</td>") == "<td>Metrolinx<br> Toronto</td> <td>1</td>"


def test_the_number_of_a_source_is_no_part_of_a_sentence() -> None:
    assert apart('Ask.<a class="cite" href="#a">1</a>').startswith('Ask.<a class="cite" data-search-exclude=')


def test_what_is_apart_already_and_what_is_inside_a_word_stays() -> None:
    html = "<dt>COR</dt> <dd><b>S</b>ECOR</dd>\n</dl>"
    assert apart(html) == html


def test_every_word_and_every_trade_is_among_them(added: list[Entry], site_facts: Site) -> None:
    found = {word for entry in added for word in entry.words}
    assert {word for words in load_search().words for word in words.words} <= found
    assert {word for trade in site_facts.catalogue.trades for word in (trade.word, *trade.also)} <= found


def test_a_trade_leads_to_the_quiz_with_its_industry(added: list[Entry]) -> None:
    [entry] = [entry for entry in added if "roofer" in entry.words and "quiz" in entry.locations[0]]
    assert entry.locations == ("quiz/#industry=construction",)


def test_where_a_source_names_the_partner_of_a_trade_it_leads_there_too(added: list[Entry]) -> None:
    leads = [entry.locations for entry in added if "landscaper" in entry.words]
    assert ("provinces/manitoba/csam/", "provinces/manitoba/#csam", "provinces/manitoba/") in leads


def test_the_quiz_comes_before_its_industries(added: list[Entry]) -> None:
    quiz = [entry.locations[0] for entry in added if entry.locations[0].startswith("quiz/")]
    assert quiz[0] == "quiz/"
    assert len(set(quiz)) == len(quiz)
