"""Short addresses and moved pages."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

import pytest

from hooks.facts.for_engine import facts_for
from hooks.facts.links import Links, Redirect, ShortLink
from hooks.facts.model import Catalogue
from hooks.facts.words import words
from hooks.facts.written import Written, written
from hooks.pages.extras import extras, qr
from hooks.pages.sharing import pictures
from hooks.views.short_links import LinkError, Short, for_hosts, moved, short_links
from hooks.views.site import Site
from tests.untyped import decide

WORDS = words("en")
PAGES = (Written("index.md", "Home", "H"), Written("guides/a.md", "A?", "B."), Written("quiz.md", "Quiz", "Q."))


def given(links: Links, *shorts: ShortLink, redirects: tuple[Redirect, ...] = ()) -> Links:
    return links.model_copy(update={"short_links": shorts, "redirects": redirects})


def made(facts: Catalogue, links: Links) -> Mapping[str, Short]:
    return {short.word: short for short in short_links(facts, facts_for(facts), WORDS, links, PAGES)}


def test_a_named_word_leads_to_its_page_under_the_page_s_title(facts_file: Catalogue, links: Links) -> None:
    found = made(facts_file, given(links, ShortLink(word="a", to="guides/a/")))["a"]
    assert (found.address, found.to, found.title) == ("go/a/", "guides/a/", "A?")


def test_every_place_and_industry_has_a_word_and_the_engine_takes_its_answers(site_facts: Site) -> None:
    found = made(site_facts.catalogue, given(site_facts.links))
    places = site_facts.catalogue.jurisdictions
    wanted = {place.slug for place in places}
    wanted |= {f"{place.slug}-{industry}" for place in places for industry in site_facts.catalogue.industries}
    assert set(found) == wanted
    answers = [dict(parse_qsl(short.to.partition("#")[2], strict_parsing=True)) for short in found.values()]
    assert [wrong for wrong in answers if "errors" in decide(wrong, site_facts.facts, WORDS)] == []


@pytest.mark.parametrize(
    ("shorts", "said"),
    [
        ((ShortLink(word="a", to="guides/gone/"),), "there is no page guides/gone/"),
        ((ShortLink(word="a", to="quiz/"), ShortLink(word="a", to="guides/a/")), "the word a is taken"),
        ((ShortLink(word="alberta", to="quiz/"),), "the word alberta is taken"),
        ((ShortLink(word="a", to="quiz/#province=ZZ"),), "short_links: a: province: 'ZZ' is not accepted"),
        ((ShortLink(word="a", to="quiz/#province=AB&partner=ihsa"),), "ihsa does not certify in Alberta"),
        ((ShortLink(word="a", to="quiz/#people=0"),), "a whole number from 1 to"),
        ((ShortLink(word="a", to="quiz/#colour=red"),), "'colour': unknown key"),
        ((ShortLink(word="a", to="quiz/#people=9&people=10"),), "people: this answer is given twice"),
        ((ShortLink(word="a", to="guides/a/#province=AB"),), "guides/a/ takes no answers"),
    ],
)
def test_a_word_that_cannot_work_is_refused(
    shorts: tuple[ShortLink, ...], said: str, facts_file: Catalogue, links: Links
) -> None:
    with pytest.raises(LinkError, match=said):
        made(facts_file, given(links, *shorts))


@pytest.mark.parametrize(
    "to", ["quiz/#province=NS&people=3", "quiz/#count.owners=2&count.part_time=3", "quiz/#average_people=4.5"]
)
def test_a_word_may_bring_any_answers_that_the_quiz_takes(to: str, facts_file: Catalogue, links: Links) -> None:
    assert made(facts_file, given(links, ShortLink(word="a", to=to)))["a"].to == to


def test_every_guide_has_a_word(site_facts: Site) -> None:
    named = {short.to for short in site_facts.short_links}
    lines = [
        f"  - word: …\n    to: {page.address}" for page in written() if page.is_guide and page.address not in named
    ]
    assert lines == [], "add to short_links in docs/links.yml:\n" + "\n".join(lines)


@pytest.mark.slow  # everything beside the pages is made anew
def test_a_page_that_moved_leads_to_the_new_one_on_every_kind_of_host(site_facts: Site, links: Links) -> None:
    moving = given(links, redirects=(Redirect(old="old/page/", new="quiz/"),))
    site = Site(site_facts.catalogue, WORDS, moving, site_facts.today, "https://site.example/")
    files = extras(site, pictures(site), "Name", ["", "quiz/"])
    page = str(files["old/page/index.html"])
    assert '<meta http-equiv="refresh" content="0; url=../../quiz/">' in page
    assert '<link rel="canonical" href="https://site.example/quiz/">' in page
    assert '<a href="../../quiz/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert files["_redirects"] == "/old/page/ /quiz/ 301\n"


@pytest.mark.parametrize(
    ("redirect", "said"),
    [
        (Redirect(old="quiz/", new="guides/a/"), "quiz/ is a page of the site"),
        (Redirect(old="old/", new="gone/"), "old/ leads to gone/, which is no page"),
        (Redirect(old="old/", new="quiz/#province=ZZ"), "redirects: old/: province: 'ZZ' is not accepted"),
    ],
)
def test_a_redirect_that_cannot_work_is_refused(
    redirect: Redirect, said: str, facts_file: Catalogue, links: Links
) -> None:
    with pytest.raises(LinkError, match=said):
        moved(given(links, redirects=(redirect,)), ["", "quiz/", "guides/a/"], facts_for(facts_file), WORDS)


def test_hosts_get_one_line_for_each_page_that_moved() -> None:
    assert for_hosts({"old/": "new/", "older/": "new/"}) == "/old/ /new/ 301\n/older/ /new/ 301\n"


def test_a_qr_picture_is_black_on_white_and_named() -> None:
    picture = qr("https://site.example/go/a/", "A & B").decode()
    assert "<title>A &amp; B</title>" in picture
    assert 'fill="#fff"' in picture
    assert "style=" not in picture
