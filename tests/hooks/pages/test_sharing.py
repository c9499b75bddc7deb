"""Which page is shared with which picture."""

import pytest

from hooks.facts.catalogue import load
from hooks.facts.written import written
from hooks.pages.sharing import Pictures, pictures
from hooks.views.site import Site

PLACES = [f"provinces/{place.slug}.md" for place in load().jurisdictions]
GUIDES = [page.uri for page in written() if page.is_guide]


@pytest.fixture(scope="module")
def shown(site_facts: Site) -> Pictures:
    return pictures(site_facts)


@pytest.mark.parametrize("uri", [*PLACES, *GUIDES])
def test_every_place_and_every_guide_has_a_picture_of_its_own(uri: str, shown: Pictures) -> None:
    assert shown.of(uri) != shown.of("index.md")
    assert shown.of(uri).file.exists()


def test_any_other_page_has_the_picture_of_the_site(shown: Pictures) -> None:
    assert shown.of("contact/index.md") == shown.of("index.md")


def test_no_two_pages_share_an_address_of_a_picture(shown: Pictures) -> None:
    assert (
        len({picture.address for picture in shown.by_page.values()}) == len(shown.by_page) == len(PLACES + GUIDES) + 1
    )


def test_a_picture_tells_its_text_to_those_who_cannot_see_it(shown: Pictures, limits: dict[str, int]) -> None:
    small = f"Small classes take up to {limits['ab-class-secor']} people."
    assert shown.of("provinces/alberta.md").alt == f"COR and SECOR in Alberta. {small}"
