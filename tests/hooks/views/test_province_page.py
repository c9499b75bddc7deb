"""What the page of a place shows first: sizes at partners that agree or do not, and what is of one partner alone."""

import pytest

from hooks.facts.model import Money, Refund
from hooks.views.province_page import Back, Listed, back, chips, listed, of_partner, sizes
from hooks.views.same_business import Band, Row
from hooks.views.site import Site

SMALL = Band(1, 9, 9, "secor", "SECOR", "clear")
FULL = Band(10, None, 30, "cor", "COR", "clear")


def row(name: str, *bands: Band, doubtful: bool = False) -> Row:
    return Row(name, name.upper(), name, doubtful, bands)


def test_partners_that_agree_give_one_answer_as_sure_as_most_of_its_sizes() -> None:
    first = Band(1, 1, 1, "secor", "SECOR", "confirm")
    rest = Band(2, 9, 9, "secor", "SECOR", "clear")
    found = sizes([row("a", SMALL, FULL), row("b", first, rest, FULL)])
    assert (found.alike, found.differing, found.others) == ((SMALL, FULL), None, ())


def test_a_partner_in_doubt_changes_no_answer_and_is_shown_apart() -> None:
    doubtful = row("c", Band(1, None, 30, "cor", "COR", "unverified"), doubtful=True)
    found = sizes([row("a", SMALL, FULL), doubtful])
    assert (found.alike, found.others) == ((SMALL, FULL), (doubtful,))


def test_partners_that_differ_give_their_limits_and_those_that_know_one_size() -> None:
    ten = Band(1, 10, 10, "secor", "SECOR", "clear")
    every = row("c", Band(1, None, 30, "cor", "SAFE", "clear"))
    found = sizes([row("a", SMALL, FULL), row("b", ten, Band(11, None, 30, "cor", "COR", "clear")), every])
    assert found.differing is not None
    assert (found.differing.limits, found.differing.full, found.differing.one_size) == ((9, 10), ("COR",), (every,))
    assert found.others == found.rows


def test_a_place_without_partners_says_nothing_of_sizes() -> None:
    assert (sizes([]).alike, sizes([]).differing) == ((), None)


def test_a_line_holds_a_few_names_each_once() -> None:
    assert listed(["a", "b", "a", "c", "d"]) == Listed(("a", "b", "c"), 1)


def test_what_is_of_one_partner_alone_names_it(site_facts: Site) -> None:
    place = site_facts.told("AB")
    partner = next(partner for partner in place.partners if partner.id == "acsa")
    own = of_partner(place, partner)
    assert {letter.granted_by for letter in own.letters} == {"acsa"}
    assert own.costs
    assert all("acsa" in money.partners and money.fee for money in own.costs)
    assert [one.name for one in own.interim] != []


def test_what_a_partner_adds_on_the_refund_is_no_cost(site_facts: Site) -> None:
    place = site_facts.told("MB")
    partner = next(partner for partner in place.partners if partner.id == "mhca")
    own = of_partner(place, partner)
    assert own.costs == ()
    assert [money.id for money in own.refund] == ["mb-mhca-money"]


def test_only_a_place_with_several_partners_has_chips(site_facts: Site) -> None:
    assert chips(site_facts, site_facts.told("ON")) == ()
    assert "construction" in chips(site_facts, site_facts.told("AB"))


def money(**given: object) -> Money:
    """What a place says of money; a refund without terms is ten per cent."""
    return Money.model_construct(**{"refund": None, "fee": None, "none_found": None} | given)  # type: ignore[arg-type]


def ten(**terms: object) -> Money:
    return money(refund=Refund(**{"percent": 10} | terms))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ((money(none_found=True), money()), "none-found"),
        ((money(), money(fee=True)), "no-rate"),
        ((money(fee=True),), "not-verified"),
        ((), "not-verified"),
    ],
)
def test_where_no_share_is_known_the_line_says_why(told: tuple[Money, ...], kind: str, site_facts: Site) -> None:
    assert back(site_facts.told("AB").model_copy(update={"money": told})).kind == kind


def test_shares_are_told_once_with_the_terms_that_hold_for_all(site_facts: Site) -> None:
    first, later = ten(industry_rate=True, base_premium=True, year=2017), ten(percent=5, industry_rate=True, year=2018)
    place = site_facts.told("AB").model_copy(update={"money": (money(), first, first, later)})
    assert back(place) == Back("share", (10, 5), base_premium=False, industry_rate=True, year=None)
    assert back(place.model_copy(update={"money": (first,)})).year == 2017
