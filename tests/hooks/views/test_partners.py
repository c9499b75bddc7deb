"""A partner as pages tell of it."""

from dataclasses import replace

import pytest

from hooks.facts.partner import Partner
from hooks.views.partners import PartnerView
from hooks.views.site import Site


@pytest.fixture(scope="module")
def view(site_facts: Site) -> PartnerView:
    """Some partner with a class that has a limit."""
    views = (view for place in site_facts.catalogue.jurisdictions for view in site_facts.partners(place))
    return next(view for view in views if view.small)


def told(view: PartnerView, **changes: object) -> PartnerView:
    """The same with other words of the facts."""
    changed: Partner = view.told.model_copy(update=changes)
    return replace(view, told=changed)


def test_it_is_sorted_by_its_largest_small_class(view: PartnerView) -> None:
    assert view.limit == max(rung.number for rung in view.small)
    assert replace(view, rungs=()).limit == 0


def test_its_page_on_cor_comes_before_its_first_page(view: PartnerView) -> None:
    assert told(view, url="https://a.example", cor_url="https://a.example/cor").address == "https://a.example/cor"
    assert told(view, url="https://a.example", cor_url=None).address == "https://a.example"


def test_a_second_link_to_its_page_is_left_out_where_the_first_opens_it(view: PartnerView) -> None:
    contact = view.told.contact
    assert contact is not None
    assert told(view, contact=None).opens_page
    assert told(view, contact=contact.model_copy(update={"phone": None, "email": None})).opens_page
    assert not told(view, contact=contact.model_copy(update={"phone": "1", "email": None})).opens_page
    assert not told(view, contact=contact.model_copy(update={"phone": None, "email": "a@b.example"})).opens_page


def test_an_acronym_stands_beside_a_name_that_does_not_say_it(view: PartnerView) -> None:
    assert told(view, name="Safety Association", acronym="SA").beside_name == "SA"
    assert told(view, name="Safety Association (SA)", acronym="SA").beside_name == ""


def test_brackets_of_a_name_are_opened_once(view: PartnerView) -> None:
    assert told(view, name="Safety Association", acronym="SA").title == "Safety Association (SA)"
    assert told(view, name="SAFELY (Heavy Construction)", acronym="HC").title == "SAFELY (Heavy Construction, HC)"


def test_its_status_says_whether_it_is_in_doubt(view: PartnerView) -> None:
    assert told(view, status="doubtful").doubtful
    assert not told(view, status="active").doubtful
