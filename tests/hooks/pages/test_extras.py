"""What stands beside the pages, and what an offer with an address of its own needs."""

from collections.abc import Collection

import pytest

from hooks.facts.links import Links
from hooks.pages.extras import extras
from hooks.pages.generated import filled
from hooks.pages.sharing import pictures
from hooks.views.site import Site
from quiz.words import Words

OFFERS = '{% import "page.jinja" as page with context %}{{ page.offers(["audit"]) }}'


def with_address(links: Links) -> Links:
    offers = tuple(
        offer.model_copy(update={"url": "https://owner.example/audit"}) if offer.id == "audit" else offer
        for offer in links.offers
    )
    return links.model_copy(update={"offers": offers})


def test_an_offer_with_an_address_is_marked_for_campaigns(site_facts: Site, links: Links) -> None:
    site = Site(site_facts.catalogue, site_facts.words, with_address(links), site_facts.today)
    assert '<a href="https://owner.example/audit" data-owner>' in filled(site, "a/index.md", OFFERS).markdown


def test_an_offer_without_an_address_falls_back_to_the_telephone_and_carries_no_mark(site_facts: Site) -> None:
    text = filled(site_facts, "a/index.md", OFFERS).markdown
    assert 'href="tel:+18004406650"' in text
    assert "data-owner" not in text


@pytest.fixture(scope="module")
def beside(site_facts: Site) -> Collection[str]:
    return extras(site_facts, pictures(site_facts), "Name", ["", "quiz/"])


@pytest.mark.parametrize("address", ["feed.xml", "_redirects", "go/quiz/index.html", "assets/qr/yukon.svg"])
def test_everything_stands_at_its_address(address: str, beside: Collection[str]) -> None:
    assert address in beside


@pytest.mark.slow  # everything beside the pages is made anew
def test_the_site_may_stand_under_any_name(site_facts: Site) -> None:
    words: Words = site_facts.words
    site = Site(site_facts.catalogue, words, site_facts.links, site_facts.today, "https://other.example/quiz-site/")
    page = str(extras(site, pictures(site), "Name", [])["go/alberta/index.html"])
    assert 'rel="canonical" href="https://other.example/quiz-site/quiz/"' in page
    assert 'data-to="../../quiz/#province=AB"' in page
