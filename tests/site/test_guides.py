"""What every guide has: one question, an answer at once, something to look at, sources, the quiz, a labelled offer."""

import re

import pytest

from hooks.facts.catalogue import load
from hooks.facts.links import load_links
from hooks.root import ROOT
from tests.site.conftest import Markup
from tests.site.markup import Element

GUIDES = sorted(path.stem for path in (ROOT / "docs/en/guides").glob("*.md") if path.stem != "index")
CODES = {place.code for place in load().jurisdictions}


@pytest.fixture(params=GUIDES)
def guide(request: pytest.FixtureRequest, markup: Markup) -> Element:
    """The text of a guide."""
    [article] = markup[f"guides/{request.param}/"].all("article")
    return article


def of_class(guide: Element, name: str) -> list[Element]:
    return [element for element in guide.walk() if element.has(name)]


def test_its_title_is_a_question_and_its_first_paragraph_an_answer(guide: Element) -> None:
    [title] = guide.all("h1")
    assert title.text.strip().removesuffix("#").endswith("?")
    assert guide.all("p")[0].has("lead")


def test_there_is_something_to_look_at(guide: Element) -> None:
    assert guide.all("table", "svg") or of_class(guide, "conflict")


def test_it_leads_into_the_quiz_with_each_place_filled_in_and_a_story_with_its_own(guide: Element) -> None:
    links = [link.attributes["href"] for link in guide.all("a") if "quiz/#" in link.attributes.get("href", "")]
    led_to = set(re.findall(r"#province=([A-Z]{2})\b", " ".join(links)))
    assert (len(led_to) == 1) if of_class(guide, "share") else (led_to == CODES)


def test_a_story_has_a_line_to_pass_on_with_its_short_address(guide: Element) -> None:
    for told in of_class(guide, "share"):
        assert re.search(r"[.?!] \S+/go/[a-z-]+/", told.text)


def test_it_names_its_sources_and_when_they_were_checked(guide: Element) -> None:
    assert of_class(guide, "sources")
    assert re.search(r"Newest check on this page: \w+ \d+, \d{4}\. Next check due: \w+ \d+, \d{4}\.", guide.text)


def test_what_is_offered_is_labelled_and_stands_below_the_answer(guide: Element) -> None:
    [offer] = of_class(guide, "help")
    assert load_links().card.label in offer.text
    order = list(guide.walk())
    assert order.index(offer) > max(order.index(table) for table in guide.all("table", "h1"))
