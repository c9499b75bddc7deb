"""What visitors type into the search, and where it leads: `docs/search.yml`, joined by the trades of `partners.yml`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from hooks.facts.entry import Entry, Id, Line
from hooks.facts.legible import illegible
from hooks.facts.links import SitePath
from hooks.facts.model import Trade
from hooks.facts.problems import problems
from hooks.facts.shapes import TYPED
from hooks.facts.yaml_marks import DataError, Document, Problem, read
from hooks.root import ROOT

SEARCH = ROOT / "docs" / "search.yml"

type Typed = Annotated[str, StringConstraints(pattern=TYPED, max_length=40)]


class SearchWords(Entry):
    """Words that mean the same to a visitor, the page that answers them, and what the result says."""

    words: Annotated[tuple[Typed, ...], Field(min_length=1)]
    says: Line
    to: SitePath
    part: Id | None = None  # the id of a heading of that page

    @property
    def address(self) -> str:
        """Where it leads below the site's root, with its heading."""
        return f"{self.to}#{self.part}" if self.part else self.to


class Search(Entry):
    """The whole of `docs/search.yml`."""

    words: Annotated[tuple[SearchWords, ...], Field(min_length=1)]


def load_search(path: Path = SEARCH) -> Search:
    """Read and check the file; raises `DataError` with every problem, each with its line and column."""
    document = read(path)
    try:
        search = Search.model_validate_json(json.dumps(document.data), strict=True)
    except ValidationError as error:
        wrong = illegible(document)
        raise DataError(document.file, wrong + problems(error, document, wrong)) from error
    if found := illegible(document) + _twice(search, document):
        raise DataError(document.file, found)
    return search


def addresses(search: Search, trades: tuple[Trade, ...]) -> Mapping[str, str]:
    """Every word that has an answer, and the address that gives it; a trade's leads to the quiz with its industry."""
    of_trades = {word: f"quiz/#industry={trade.industry}" for trade in trades for word in (trade.word, *trade.also)}
    return of_trades | {word: entry.address for entry in search.words for word in entry.words}


def _twice(search: Search, document: Document) -> list[Problem]:
    seen = set[str]()
    problems = []
    for number, entry in enumerate(search.words):
        for index, word in enumerate(entry.words):
            if word in seen:
                told = f"the word '{word}' stands twice; once is accepted"
                problems.append(document.problem(("words", number, "words", index), told, key=False))
            seen.add(word)
    return problems
