"""Canadian spelling: every word of every page, of the quiz and of the facts is in the Canadian dictionary or on a list.

Names come from the facts. Words of this project that the dictionary lacks stand in `words.txt`.
"""

import re
import subprocess
from collections.abc import Iterable, Iterator

import pytest

from hooks.facts.catalogue import load
from hooks.facts.entry import facts_of
from hooks.facts.model import Catalogue
from hooks.root import ROOT
from tests.site.conftest import Markup
from tests.site.test_reading import TEXTS

OWN = frozenset((ROOT / "tests" / "site" / "words.txt").read_text(encoding="utf-8").split())
SKIPPED = ("script", "style", "svg", "textarea", "code", "pre", "kbd")
# A word of several capitals is a short name or a mark; an address is none of language.
NO_WORD = re.compile(
    r"\S*[@/]\S*|https?:\S*|(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?|\w*[A-Z]\w*[A-Z]\w*|\w*\d\w*|\w*_\w*"
)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def words_of(text: str) -> Iterator[str]:
    """The words of a text as the dictionary would have them: parts of compounds apart, no possessive."""
    for word in WORD.findall(NO_WORD.sub(" ", text)):
        yield re.sub(r"['’]s?$", "", word.replace("’", "'").removesuffix("'s"))


def unknown(words: Iterable[str]) -> set[str]:
    """The words that the dictionary does not have."""
    command = ["node", str(ROOT / "tests" / "site" / "spelling.mjs")]
    asked = "\n".join(sorted(set(words)))
    return set(subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout.split())


def names(catalogue: Catalogue) -> set[str]:
    """The words in the names that the facts give: places, bodies, certificates, programmes."""
    places = catalogue.jurisdictions
    given = [(place.name, place.programme, place.account, place.authority.name) for place in places]
    given += [(body.name, body.acronym, "", "") for place in places for body in place.partners]
    given += [(body.name, "", "", "") for place in places for body in place.former]
    return {word for parts in given for part in parts for word in WORD.findall(part)}


@pytest.fixture(scope="module")
def shown(markup: Markup) -> set[str]:
    """Every word on the pages, and of the descriptions that search engines show."""
    pages = [page for address, page in markup.items() if not address.startswith(("go/", "licences/"))]
    found = {word for page in pages for text in texts_of(page) for word in words_of(text)}
    return found | {word for page in pages for text in page.meta("description") for word in words_of(text)}


def texts_of(element: object) -> Iterator[str]:
    """The texts of an element, without code and addresses."""
    if isinstance(element, str):
        yield element
    elif getattr(element, "tag", "") not in SKIPPED:
        for part in getattr(element, "content", ()):
            yield from texts_of(part)


def test_every_word_is_spelled_the_canadian_way(shown: set[str]) -> None:
    said = {word for text in TEXTS.values() for word in words_of(text)}
    said |= {word for fact in facts_of(load()) if fact.age for word in words_of(fact.age)}
    wrong = sorted(unknown((shown | said) - names(load()) - OWN))
    assert wrong == [], "correct these, or add what is right to tests/site/words.txt"


def test_an_apostrophe_is_the_same_mark_on_every_page(markup: Markup) -> None:
    pages = {address: page for address, page in markup.items() if not address.startswith("licences/")}
    assert [address for address, page in pages.items() if any("’" in text for text in texts_of(page))] == []
    assert [text_id for text_id, text in TEXTS.items() if "’" in text] == []


def test_a_word_that_is_used_no_more_leaves_the_list(shown: set[str]) -> None:
    assert sorted(OWN - shown - {word for text in TEXTS.values() for word in words_of(text)}) == []


@pytest.mark.parametrize(
    "word", ["color", "labor", "licence", "organise", "colour", "labour", "organize", "centre", "center"]
)
def test_the_dictionary_is_canadian(word: str) -> None:
    right = {"licence", "colour", "labour", "organize", "centre"}
    assert (unknown([word]) == set()) == (word in right)
