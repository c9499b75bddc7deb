"""What the home page shows of the rest of the site."""

from hooks.views.home import FIRST, STORIES, example, first, stories
from hooks.views.site import Site


def test_the_example_is_what_the_engine_says_of_its_firm(site_facts: Site, limits: dict[str, int]) -> None:
    found = example(site_facts)
    assert found.people < limits["ab-class-secor"]
    assert (found.certificate, found.route) == ("SECOR", "secor")
    assert found.steps > 1
    assert found.phone == next(p for p in site_facts.told("AB").partners if p.acronym == found.partner).contact.phone  # type: ignore[union-attr]


def test_the_places_and_guides_come_in_the_order_that_is_written(site_facts: Site) -> None:
    assert tuple(tile.place.code for tile in first(site_facts)) == FIRST
    assert tuple(page.uri for page in stories(site_facts)) == STORIES
