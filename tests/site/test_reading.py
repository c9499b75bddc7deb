"""Every text is for people who read little and in a hurry: grade 8 of school, and no long sentences.

Where a text has fewer words than the formula needs, only its sentences are looked at.
"""

import re
from collections.abc import Iterator

import pytest

from hooks.facts.catalogue import load
from hooks.facts.entry import facts_of
from hooks.facts.words import words
from tests.site.conftest import Markup
from tests.site.markup import Element
from tests.site.reading import grade, sentences

GRADE = 8.0
FEWEST = 12  # words
LONGEST = 20  # words in a sentence, names included
PROSE = ("p", "li", "h1", "h2", "h3", "dd", "summary")


def texts() -> Iterator[tuple[str, str]]:
    """Every text of the word file and of the facts, by its id."""
    said = words("en")
    for text_id in said.ids():
        yield text_id, re.sub(r"\{[^}]*\}", "ten", said(text_id))
    for fact in facts_of(load()):
        for part in ("text", "question"):
            if text := getattr(fact, part, None):
                yield f"{fact.id}.{part}", text


TEXTS = dict(texts())


def too_hard(text: str) -> bool:
    long = any(len(sentence) > LONGEST for sentence in sentences(text))
    return long or (sum(map(len, sentences(text))) >= FEWEST and grade(text) > GRADE)


def test_every_text_of_the_quiz_and_every_fact_is_easy_to_read() -> None:
    found = {text_id: f"grade {grade(text):.1f}: {text}" for text_id, text in TEXTS.items() if too_hard(text)}
    assert found == {}


def prose(page: Element) -> str:
    """The running text of a page, each block a sentence; numbers of sources, marks of links and offers left out."""
    [article] = page.all("article")
    blocks = [block for block in article.all(*PROSE) if not inside(block, "help") and not inside(block, "sources")]
    said = ["".join(plain(block)).strip() for block in blocks]
    return " ".join(text if text[-1:] in tuple(".?!:") else f"{text}." for text in said if text)


def inside(element: Element | None, class_name: str) -> bool:
    return element is not None and (element.has(class_name) or inside(element.parent, class_name))


def plain(element: Element) -> Iterator[str]:
    """The text of a block without blocks inside it, and without what only leads elsewhere."""
    for part in element.content:
        if isinstance(part, str):
            yield part
        elif not (part.has("cite") or part.has("headerlink") or part.tag in (*PROSE, "table", "ul", "ol")):
            yield from plain(part)


def test_every_page_is_easy_to_read(markup: Markup) -> None:
    found = {address: round(grade(prose(page)), 1) for address, page in markup.items() if reads(address)}
    assert len(found) > 60
    assert {address: number for address, number in found.items() if number > GRADE} == {}


def reads(address: str) -> bool:
    """Whether it is a page of prose: the quiz and its frame show one text at a time, short links lead on at once."""
    return not address.startswith(("quiz/", "embed/", "go/"))


def test_the_lead_of_every_place_is_easy_to_read(markup: Markup) -> None:
    leads = {
        address: "".join(plain(lead))
        for address, page in markup.items()
        if address.startswith("provinces/")
        for lead in page.all("p")
        if lead.has("lead")
    }
    assert len(leads) >= len(load().jurisdictions)
    assert {address: text for address, text in leads.items() if too_hard(text)} == {}


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The cat sat on the mat.", -3, 1),
        ("Maintenance of organizational documentation necessitates continuous administrative participation.", 20, 60),
    ],
)
def test_the_formula_tells_easy_from_hard(text: str, least: float, most: float) -> None:
    assert least < grade(text) < most
