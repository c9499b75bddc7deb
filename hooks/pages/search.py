"""The search's index with what visitors type: words for pages, trades for the quiz and for the partners that take them.

Knows the index as it is written: a list of documents, each with its location, title, text and tags. A word that stands
in `tags` outweighs every text, so what was meant for a word comes first.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hooks.addresses import QUIZ
from hooks.facts.model import Trade
from hooks.facts.search_words import Search, load_search
from hooks.facts.trades import in_place
from hooks.pages.templating import rendered
from hooks.refused import Refused
from hooks.views.site import Site

INDEX = "search/search_index.json"
# Where no space stands between two of these, the search's reader, which drops them, makes one word of two.
_NEIGHBOURS = re.compile(r"(</(?:dt|dd|th|td)>|<br ?/?>)(?=\S)")
_MARK = '<a class="cite"'
_UNREAD = 'data-search-exclude="mark"'  # the search's reader takes it out of the page
FIRST = 4  # what is made for the search alone, the quiz, stands above pages that answer the same word


@dataclass(frozen=True, slots=True)
class Entry:
    """Words and the place in the site that answers them: the first of `locations` that the index has.

    With a `title` the index gets a document of its own where it has none of these.
    """

    locations: tuple[str, ...]
    text: str
    words: tuple[str, ...]
    title: str = ""


def add_words(built: Path, site: Site) -> None:
    """Write the words into the index of a built site."""
    index = built / INDEX
    index.write_text(with_words(index.read_text(encoding="utf-8"), entries(site, load_search())), encoding="utf-8")


def apart(html: str) -> str:
    """A page with a space after each cell, term and line break, where browsers show none; marks of sources unread."""
    return _NEIGHBOURS.sub(r"\1 ", html).replace(_MARK, f"{_MARK} {_UNREAD}")


def with_words(index: str, added: Iterable[Entry]) -> str:
    """The index with the words in it. Raises Refused for an entry that leads to no document and brings no title."""
    made = json.loads(index)
    documents = {document["location"]: document for document in made["docs"]}
    for entry in added:
        document = next((documents[location] for location in entry.locations if location in documents), None)
        if document is None:
            document = _new(entry)
            documents[document["location"]] = document
        document["text"] = f"<p>{entry.text}</p> {document['text']}".strip()
        document["tags"] = [*document.get("tags", ()), *entry.words]
    made["docs"] = list(documents.values())
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _new(entry: Entry) -> dict[str, Any]:
    if not entry.title:
        accepted = "the address of one, like guides/bidding/, is accepted"
        raise Refused(f"docs/search.yml: no page of the search is at {' or '.join(entry.locations)}; {accepted}")
    return {"location": entry.locations[0], "title": entry.title, "text": "", "boost": FIRST}


def entries(site: Site, search: Search) -> Iterator[Entry]:
    """Everything that the index gets. The quiz comes before its industries: a part is shown below its page."""
    for words in search.words:
        text = _text(site, "page", words.words, says=words.says)
        yield Entry((words.address, words.to), text, words.words)
    yield Entry((QUIZ,), _text(site, "quiz", ()), (), site.words("page.title"))
    yield from _industries(site)
    yield from _partners(site)


def _industries(site: Site) -> Iterator[Entry]:
    by_industry: dict[str, list[Trade]] = {}
    for trade in site.catalogue.trades:
        by_industry.setdefault(trade.industry, []).append(trade)
    for industry, trades in by_industry.items():
        title = site.words(f"industry.{industry}")
        text = _text(site, "industry", [trade.word for trade in trades])
        words = [word for trade in trades for word in (trade.word, *trade.also)]
        yield Entry((f"{QUIZ}#industry={industry}",), text, tuple(words), title)


def _partners(site: Site) -> Iterator[Entry]:
    """The partner of a trade in a place, where a source names it: its own page, or its part of the place's."""
    for place in site.catalogue.jurisdictions:
        by_partner: dict[str, list[str]] = {}
        for trade in site.catalogue.trades:
            partner = in_place(trade, place.code).partner
            if partner:
                by_partner.setdefault(partner, []).append(trade.word)
        for partner, words in by_partner.items():
            page = f"provinces/{place.slug}/"
            text = _text(site, "partner", words, place=place)
            yield Entry((f"{page}{partner}/", f"{page}#{partner}", page), text, tuple(words))


def _text(site: Site, kind: str, words: Iterable[str], **values: object) -> str:
    given: Mapping[str, object] = {"kind": kind, "words_typed": [*words], **values}
    return rendered(site.words.language, "search.txt", given).strip()
