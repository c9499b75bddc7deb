"""What is doubtful about something that was read: only what is doubtful about everything that says so."""

import datetime
from dataclasses import dataclass, replace

import pytest

from hooks.views.site import Site

DAY = datetime.date(2031, 5, 6)
BEFORE, LONG_BEFORE = DAY - datetime.timedelta(1), DAY - datetime.timedelta(99)


@dataclass(frozen=True)
class Read:
    """What was read, how surely, and until when that holds."""

    confidence: str
    review_by: datetime.date


@pytest.fixture(scope="module")
def then(site_facts: Site) -> Site:
    """The site on that day."""
    return replace(site_facts, today=DAY)


def test_a_fact_is_due_on_the_day_after_its_last(then: Site) -> None:
    assert then.due_since(Read("high", DAY)) is None
    assert then.due_since(Read("high", BEFORE)) == BEFORE


def test_of_several_facts_that_say_the_same_one_that_is_not_due_is_enough(then: Site) -> None:
    assert then.due_since(Read("high", BEFORE), Read("high", DAY)) is None
    assert then.due_since(Read("high", BEFORE), Read("high", LONG_BEFORE)) == BEFORE


def test_of_several_facts_that_say_the_same_a_surer_one_is_enough(then: Site) -> None:
    assert then.weak(Read("low", DAY))
    assert then.weak(Read("low", DAY), Read("low", DAY))
    assert not then.weak(Read("low", DAY), Read("medium", DAY))


def test_a_case_that_no_public_rule_settles_is_no_certificate(site_facts: Site) -> None:
    for place in site_facts.catalogue.jurisdictions:
        routes = {outcome.route for outcome in site_facts.certificates_at(place.code)}
        assert "ask" not in routes


def test_the_partner_of_an_industry_itself_stands_before_those_that_take_every_industry(site_facts: Site) -> None:
    for place in site_facts.facts.jurisdictions:
        for industry in site_facts.industries:
            own = [industry in partner.industries for partner in site_facts.takers(place.code, industry)]
            assert own == sorted(own, reverse=True), (place.code, industry)
