"""What every guide has: one question, an answer at once, something to look at, sources, the quiz, a labelled offer."""

import re
from itertools import takewhile

import pytest

from hooks.facts.catalogue import load
from hooks.facts.links import load_links
from hooks.facts.written import written
from hooks.root import ROOT
from tests.site.conftest import Markup
from tests.site.markup import Element

GUIDES = sorted(path.stem for path in (ROOT / "docs/en/guides").glob("*.md") if path.stem != "index")
CODES = {place.code for place in load().jurisdictions}
NAMES = "|".join(place.name for place in load().jurisdictions)


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


def plain(title: str) -> str:
    """A title without its marks and in lower case, as two that are alike would be read."""
    return re.sub(r"[^a-z0-9 ]", "", title.lower()).strip()


def test_a_link_that_is_called_like_a_guide_leads_to_that_guide(guide: Element) -> None:
    """Two guides on one subject have titles that are much alike, and what stands before the colon is a title too."""
    titles = {
        plain(title): page.address.removeprefix("guides")
        for page in written()
        if page.uri.startswith("guides/") and not page.is_index
        for title in (page.title, page.title.partition(":")[0])
    }
    named = [(link.attributes.get("href", "").partition("#")[0], plain(link.text)) for link in guide.all("a")]
    wrong = [(href, text) for href, text in named if text in titles and not f"/{href}".endswith(titles[text])]
    assert wrong == []


def apart(element: Element) -> bool:
    """Whether it is in a title, picture, mark or button, which nobody counts as words of a story."""
    within = element.tag in ("h1", "svg", "sup", "button", "script") or element.has("byline")
    return within or (element.parent is not None and apart(element.parent))


def test_a_story_has_as_many_words_as_one_reads_at_a_stretch(guide: Element) -> None:
    told = takewhile(lambda element: not element.has("share"), guide.walk())
    said = [part for element in told if not apart(element) for part in element.content if isinstance(part, str)]
    words = [word for part in said for word in re.findall(r"[\w$%]\S*", part)]
    assert not of_class(guide, "share") or 700 <= len(words) <= 1000


def test_what_a_choice_of_place_leaves_out_is_told_place_by_place(guide: Element) -> None:
    """A group of rows that is of no place, or of several, would go with the wrong choice."""
    for table in (table for table in guide.all("table") if table.has("by-place")):
        for rows in table.all("tbody"):
            links = [head.all("a")[0].attributes["href"] for head in rows.all("th")]
            assert len({re.findall("provinces/([a-z-]+)/", link)[0] for link in links}) == 1
    if of_class(guide, "only-place"):
        named = [point for point in guide.all("li") if re.match(rf"({NAMES})[.,:]", point.text.strip())]
        assert [point.text for point in named if "data-place" not in point.attributes] == []
