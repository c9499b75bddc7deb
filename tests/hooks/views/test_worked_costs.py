"""The worked example of the guide on costs: from the facts alone, and never more than they say."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from hooks.views.site import Site
from hooks.views.worked_costs import PLACES, PREMIUM, SIZES, Worked, worked
from quiz.money import amounts
from quiz.process import Process
from tests.quiz.made_up import fee


@pytest.fixture(scope="module")
def firms(site_facts: Site) -> dict[tuple[str, int], Worked]:
    return {(firm.place.code, firm.people): firm for firm in site_facts.worked_costs}


def test_there_is_a_firm_of_each_size_at_each_place(firms: dict[tuple[str, int], Worked]) -> None:
    assert set(firms) == {(code, people) for code in PLACES for people in SIZES}


@pytest.mark.parametrize("people", SIZES)
def test_the_small_floor_of_british_columbia_and_the_share_above_it(
    people: int, firms: dict[tuple[str, int], Worked]
) -> None:
    back = firms["BC", people].back
    assert back is not None
    assert back.fact.refund is not None
    refund = back.fact.refund
    share, floor = people * PREMIUM * refund.percent // 100, refund.at_least_dollars or 0
    assert (back.low, back.high) == (max(share, floor), max(share, floor))


def test_what_comes_back_in_manitoba_is_what_the_engine_says(firms: dict[tuple[str, int], Worked]) -> None:
    back = firms["MB", 25].back
    assert back is not None
    assert back.fact.refund is not None
    assert (back.low, back.high) == amounts(back.fact.refund, 25 * PREMIUM)


def test_where_nothing_comes_back_a_source_says_so(firms: dict[tuple[str, int], Worked]) -> None:
    assert firms["SK", 8].back is None
    assert "no premium rebate" in (firms["SK", 8].no_refund or firms["SK", 8].place.money[0]).text


def test_a_cost_without_an_amount_is_named_and_no_number_is_made_up(firms: dict[tuple[str, int], Worked]) -> None:
    acsa = firms["AB", 8]
    assert "ab-acsa-secor-fee" in [fact.id for fact in acsa.without_amount]
    for firm in firms.values():
        assert all(amount.high == (amount.fact.dollars_to or amount.fact.dollars) for amount in firm.amounts)


def test_an_audit_from_outside_without_a_price_is_said_to_have_none(firms: dict[tuple[str, int], Worked]) -> None:
    assert firms["BC", 25].audit_unpriced
    assert not firms["AB", 25].audit_unpriced  # an hour's price is known there
    assert not firms["AB", 8].audit_unpriced  # it assesses itself
    assert firms["SK", 8].audit_unpriced
    assert not firms["BC", 8].courses_unpriced
    assert firms["SK", 8].courses_unpriced


def test_where_only_other_partners_have_a_price_of_an_audit_it_is_pointed_to(
    firms: dict[tuple[str, int], Worked],
) -> None:
    assert firms["BC", 25].audit_priced_elsewhere
    assert not firms["MB", 25].audit_priced_elsewhere
    assert not firms["SK", 8].audit_priced_elsewhere  # that price is for the full certificate alone


def test_what_is_asked_for_each_course_is_no_single_sum(firms: dict[tuple[str, int], Worked]) -> None:
    assert [amount.each for amount in firms["AB", 8].amounts] == ["course"]


def with_processes(site_facts: Site, change: Callable[[Process], tuple[Process, ...]]) -> Worked:
    """The small firm of Saskatchewan, were its partners' ways to a certificate others."""
    facts = site_facts.facts
    place = facts.by_code["SK"]
    others = tuple(
        replace(one, processes=tuple(new for old in one.processes for new in change(old))) for one in place.partners
    )
    other = replace(place, partners=others)
    changed = replace(facts, jurisdictions=tuple(other if p is place else p for p in facts.jurisdictions))
    return next(firm for firm in worked(changed, site_facts.words) if firm.place.code == "SK")


def test_the_example_follows_the_facts(site_facts: Site) -> None:
    assert with_processes(site_facts, lambda _: ()).amounts == ()


@pytest.mark.parametrize("or_more", [True, False])
def test_a_cost_of_so_much_or_more_has_no_highest(site_facts: Site, *, or_more: bool) -> None:
    costs = fee("review", dollars=200, or_more=or_more)
    firm = with_processes(site_facts, lambda old: (replace(old, fees=(costs,)),))
    assert [(amount.low, amount.or_more) for amount in firm.amounts] == [(200, or_more)]
