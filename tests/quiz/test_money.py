"""What it costs and what comes back: dollars a year, as far as a source has numbers."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.money import amounts, floor, money
from quiz.process import Money, Refund
from quiz.words import Words
from tests.quiz.made_up import (
    BUILDERS,
    FROM_XB,
    TWO_SIZES,
    TWO_SMALL_CORS,
    checked,
    fee,
    letter,
    partner,
    place,
    process,
    refund,
    visitor,
    whole_way,
)


@pytest.mark.parametrize(
    ("rule", "premium", "low", "high"),
    [
        ({"percent": 10}, 1_000, 100, 100),
        ({"percent": 10}, 1_009, 100, 100),
        ({"percent": 10}, 0, 0, 0),
        ({"percent": 5, "percent_to": 20}, 1_000, 50, 200),
        ({"percent": 10, "at_least_dollars": 300}, 1_000, 300, 300),
        ({"percent": 10, "at_least_dollars": 300}, 10_000, 1_000, 1_000),
        ({"percent": 10, "at_least_dollars": 300, "at_least_percent": 50}, 400, 200, 200),
        ({"percent": 10, "at_least_dollars": 300, "at_least_percent": 50}, 1_000, 300, 300),
        ({"percent": 5, "percent_to": 20, "at_least_dollars": 100}, 1_000, 100, 200),
        ({"percent": 10, "at_most_dollars": 500}, 10_000, 500, 500),
        ({"percent": 10, "at_most_dollars": 500}, 1_000, 100, 100),
        ({"percent": 10, "at_most_percent": 5}, 1_000, 50, 50),
        ({"percent": 5, "percent_to": 20, "at_most_dollars": 150}, 1_000, 50, 150),
        ({"percent": 5, "percent_to": 20, "at_most_dollars": 150, "at_most_percent": 10}, 1_000, 50, 100),
        ({"percent": 10, "at_least_dollars": 300, "at_most_percent": 20}, 1_000, 200, 200),
        ({"percent": 10, "base_premium": True}, 1_000, None, None),
        ({"percent": 10, "base_premium": True, "at_least_dollars": 300}, 1_000, 300, None),
        ({"percent": 10, "base_premium": True, "at_least_dollars": 300, "at_least_percent": 50}, 400, 200, None),
        ({"percent": 10, "base_premium": True, "at_least_dollars": 300, "at_least_percent": 50}, 0, None, None),
    ],
)
def test_what_comes_back_stays_between_the_floor_and_the_ceiling(
    rule: dict[str, Any], premium: int, low: int | None, high: int | None
) -> None:
    assert amounts(Refund(**rule), premium) == (low, high)


@pytest.mark.parametrize(
    ("rule", "premium", "least"),
    [
        ({}, 1_000, 0),
        ({"at_least_dollars": 300}, 100, 300),
        ({"at_least_dollars": 300, "at_least_percent": 75}, 100, 75),
        ({"at_least_dollars": 300, "at_least_percent": 75}, 1_000, 300),
    ],
)
def test_the_floor_is_never_more_than_its_share_of_the_premium(rule: dict[str, Any], premium: int, least: int) -> None:
    assert floor(Refund(percent=10, **rule), premium) == least


@pytest.mark.parametrize(
    ("rule", "premium", "told", "gaps"),
    [
        ({"percent": 10}, 12_340, "money.amount", {"low": "1,234", "high": "1,234"}),
        ({"percent": 10, "percent_to": 20}, 10_000, "money.range", {"low": "1,000", "high": "2,000"}),
        ({"percent": 10, "base_premium": True, "at_least_dollars": 300}, 10_000, "money.at-least", {"low": "300"}),
        ({"percent": 10, "year": 2017}, 12_340, "money.by-rule", {"year": 2017, "low": "1,234", "high": "1,234"}),
    ],
)
def test_an_amount_is_told_before_the_rule(
    texts: Words, rule: dict[str, Any], premium: int, told: str, gaps: dict[str, str]
) -> None:
    (found,) = money(visitor(at=place(BUILDERS, money=(refund(**rule),)), premium=premium), texts)
    assert found["text"] == f"{texts(told, **gaps)} The board pays back."


@pytest.mark.parametrize(
    ("rule", "premium"),
    [
        ({"percent": 10}, None),
        ({"percent": 10, "base_premium": True}, 10_000),
    ],
)
def test_where_no_amount_is_known_the_rule_alone_is_told(
    texts: Words, rule: dict[str, Any], premium: int | None
) -> None:
    (found,) = money(visitor(at=place(BUILDERS, money=(refund(**rule),)), premium=premium), texts)
    assert (found["low"], found["high"], found["text"]) == (None, None, "The board pays back.")


def test_a_refund_tells_where_it_was_read(texts: Words) -> None:
    (found,) = money(visitor(at=place(BUILDERS, money=(refund("back", percent=10),)), premium=1_000), texts)
    assert (found["id"], found["fact"], found["kind"]) == ("back", "back", "refund")
    assert (found["low"], found["high"]) == (100, 100)
    assert found["source"] == {"url": "https://back.example/", "checked": "2029-12-01", "confidence": "high"}


@pytest.mark.parametrize(
    ("given", "low", "high", "figure"),
    [
        ({"dollars": 400, "each": "year"}, 400, 400, "$400"),
        ({"dollars": 400, "dollars_to": 600, "each": "year"}, 400, 600, "$400 to $600"),
        ({"dollars": 400, "each": "year", "or_more": True}, 400, None, "$400 or more"),
        ({"dollars": 400, "each": "once"}, None, None, "$400"),
        ({"dollars": 400, "each": "audit", "or_more": True}, None, None, "$400 or more"),
        ({"dollars": 1_400}, None, None, "$1,400"),
        ({"each": "year"}, None, None, "No amount known"),
    ],
)
def test_a_fee_of_the_way_has_an_amount_where_it_is_due_each_year(
    texts: Words, given: dict[str, Any], low: int | None, high: int | None, figure: str
) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", fees=(fee("member", **given),)),))
    (found,) = money(visitor(one), texts)
    source = {"url": "https://member.example/", "checked": "2029-12-01", "confidence": "high"}
    assert found == {
        "id": "member",
        "kind": "fee",
        "figure": figure,
        "low": low,
        "high": high,
        "text": "It costs.",
        "fact": "member",
        "source": source,
    }


def test_fees_come_before_what_comes_back(texts: Words) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", fees=(fee("first"), fee("second"))),))
    cost = Money(fee=True, dollars=100, text="It costs.", **checked("third"))
    found = money(visitor(at=place(one, money=(refund("back", percent=10), cost)), premium=1_000), texts)
    assert [(told["id"], told["kind"]) for told in found] == [
        ("first", "fee"),
        ("second", "fee"),
        ("third", "fee"),
        ("back", "refund"),
    ]
    assert (found[2]["low"], found[2]["high"]) == (100, 100)


@pytest.mark.parametrize(
    ("rule", "premium", "figure"),
    [
        ({"percent": 10}, None, "10%"),
        ({"percent": 5, "percent_to": 20}, None, "5% to 20%"),
        ({"percent": 10}, 12_340, "$1,234"),
        ({"percent": 5, "percent_to": 20}, 1_000, "$50 to $200"),
        ({"percent": 10, "base_premium": True, "at_least_dollars": 300}, 1_000, "$300 or more"),
        ({"percent": 10, "base_premium": True}, 1_000, "10%"),
    ],
)
def test_what_comes_back_has_a_number_at_a_glance(
    texts: Words, rule: dict[str, Any], premium: int | None, figure: str
) -> None:
    given: dict[str, Any] = {} if premium is None else {"premium": premium}
    (found,) = money(visitor(at=place(BUILDERS, money=(refund(**rule),)), **given), texts)
    assert found["figure"] == figure


OTHERS = partner("others", *TWO_SIZES)


ONE_PERSON = partner("builders", ("Owner", {"at_most": 1}), *TWO_SIZES)


@pytest.mark.parametrize(
    ("entry", "partners", "answers", "told"),
    [
        ({}, [BUILDERS], {}, True),
        ({"partners": ("builders",)}, [BUILDERS], {}, True),
        ({"partners": ("others",)}, [BUILDERS], {}, False),
        ({"partners": ("builders",)}, [BUILDERS, OTHERS], {}, False),
        ({"partners": ("builders", "others")}, [BUILDERS, OTHERS], {}, True),
        ({"routes": ("cor",)}, [BUILDERS], {}, True),
        ({"routes": ("cor",)}, [BUILDERS], {"people": 5}, False),
        ({"routes": ("cor",)}, [BUILDERS], {"people": 5, "holds": "cor"}, True),
        ({"routes": ("cor",)}, [BUILDERS], {"people": "unsure", "holds": "cor"}, True),
        ({"routes": ("cor",)}, [ONE_PERSON], {"people": 1, "holds": "cor", "client_requires": "cor"}, True),
        ({"routes": ("secor",)}, [TWO_SMALL_CORS], {"people": 4, "holds": "cor"}, True),  # it may be the small one
        ({"industries": ("forestry",)}, [BUILDERS], {"industry": "forestry"}, True),
        ({"industries": ("forestry",)}, [BUILDERS], {"industry": "trucking"}, False),
        ({"industries": ("forestry",)}, [BUILDERS], {"industry": "unsure"}, True),
        ({"industries": ("forestry",)}, [BUILDERS], {}, True),
        ({"refund": None}, [BUILDERS], {}, True),
        ({"refund": None, "routes": ("secor",)}, [BUILDERS], {}, False),
        ({"refund": None, "fee": True}, [BUILDERS], {}, True),
        ({"refund": None, "fee": True, "partners": ("others",)}, [BUILDERS], {}, False),
    ],
)
def test_money_is_told_to_whom_it_is_for(
    texts: Words, entry: dict[str, Any], partners: list[Any], answers: dict[str, Any], told: bool
) -> None:
    here = place(*partners, money=(replace(refund(percent=10), **entry),))
    assert bool(money(visitor(at=here, **answers), texts)) is told


def test_where_nobody_certifies_no_money_is_told(texts: Words) -> None:
    assert money(visitor(at=place(money=(refund(percent=10),)), premium=1_000), texts) == []


def test_a_way_that_nobody_verified_has_no_fees(texts: Words) -> None:
    assert money(visitor(partner("builders", ("COR", {}))), texts) == []


def sentence(money_id: str, **more: Any) -> Money:
    """What the board says of money, without a formula."""
    return Money(text="The board may pay.", **checked(money_id), **more)


def test_where_the_place_has_no_formula_its_sentence_is_a_refund_without_numbers(texts: Words) -> None:
    (found,) = money(visitor(at=place(BUILDERS, money=(sentence("may-pay"),)), premium=1_000), texts)
    assert found == {
        "id": "may-pay",
        "kind": "refund",
        "figure": texts("money.figure-none"),
        "low": None,
        "high": None,
        "text": "The board may pay.",
        "fact": "may-pay",
        "source": {"url": "https://may-pay.example/", "checked": "2029-12-01", "confidence": "high"},
    }


def test_where_the_board_was_found_to_pay_nothing_the_figure_says_so(texts: Words) -> None:
    (found,) = money(visitor(at=place(BUILDERS, money=(sentence("pays-nothing", none_found=True),))), texts)
    assert found["figure"] == texts("money.figure-nothing")


def test_beside_a_formula_for_this_visitor_a_sentence_without_one_is_not_shown(texts: Words) -> None:
    both = place(BUILDERS, money=(sentence("may-pay"), refund("formula", percent=10)))
    assert [found["id"] for found in money(visitor(at=both), texts)] == ["formula"]


def test_who_is_not_paid_by_the_formula_of_others_reads_the_sentence(texts: Words) -> None:
    foreign = place(BUILDERS, money=(sentence("may-pay"), replace(refund("theirs", percent=10), partners=("others",))))
    assert [found["id"] for found in money(visitor(at=foreign), texts)] == ["may-pay"]


@pytest.mark.parametrize(
    ("partners", "letters", "answers", "ids"),
    [
        ([BUILDERS], (letter("paper"),), {}, ["cost", "back"]),
        ([BUILDERS], (letter("paper"),), FROM_XB, []),
        ([BUILDERS], (letter("paper"),), {"holds": "cor-elsewhere"}, []),
        ([replace(BUILDERS, needs_local_base=True)], (), {**FROM_XB, "local_base": "no"}, []),
        ([BUILDERS], (), FROM_XB, ["cost", "back"]),
        ([BUILDERS], (letter("paper"),), {**FROM_XB, "work_started": "yes"}, ["cost", "back"]),
        ([BUILDERS], (letter("paper", working=True),), {**FROM_XB, "work_started": "yes"}, []),
        ([BUILDERS], (letter("iso", to="iso-45001"),), {"holds": "iso-45001"}, ["back"]),
        ([BUILDERS], (), {"holds": "cor"}, ["cost", "back"]),
        ([BUILDERS], (), {"people": "unsure"}, ["cost", "back"]),
        ([partner("builders", ("It depends", {}))], (), {}, ["cost", "back"]),
    ],
)
def test_a_letter_or_an_equivalency_brings_no_refund_and_costs_no_audit(
    texts: Words, partners: list[Any], letters: tuple[Any, ...], answers: dict[str, Any], ids: list[str]
) -> None:
    own = (refund("back", percent=10), sentence("cost", fee=True))
    found = money(visitor(at=place(*partners, letters=letters, money=own), **answers), texts)
    assert [told["id"] for told in found] == ids


def test_what_a_refund_hangs_on_is_told_once_with_the_first_of_them(texts: Words) -> None:
    own = (refund("first", percent=10), refund("second", percent=5), sentence("needs", condition=True))
    foreign = replace(sentence("theirs", condition=True), partners=("others",))
    first, second = money(visitor(at=place(BUILDERS, money=(*own, foreign))), texts)
    assert first["text"] == f"The board pays back. {own[2].text}"
    assert second["text"] == "The board pays back."


@pytest.mark.parametrize(
    ("answers", "ids"),
    [
        ({"people": 5}, ["small"]),
        ({"people": 30}, ["full"]),
        ({"people": 5, "holds": "cor"}, ["full"]),
        ({"people": 5, "holds": "secor"}, ["small"]),
        ({"people": 30, "holds": "secor"}, ["full"]),
    ],
)
def test_who_keeps_a_certificate_is_told_the_fees_of_what_is_held(
    texts: Words, answers: dict[str, Any], ids: list[str]
) -> None:
    ways = (process("cor", fees=(fee("full"),)), process("secor", fees=(fee("small"),)))
    one = partner("builders", *TWO_SIZES, processes=ways)
    assert [told["id"] for told in money(visitor(one, **answers), texts)] == ids


def test_no_premium_brings_nothing_back_and_no_sentence_says_so(texts: Words) -> None:
    own = refund(percent=10, at_least_dollars=75)
    (found,) = money(visitor(at=place(BUILDERS, money=(own,)), premium=0), texts)
    assert (found["low"], found["high"], found["text"]) == (0, 0, "The board pays back.")


@pytest.mark.parametrize(("text", "figure"), [("It costs $5 a day.", "figure-varies"), ("Ask us.", "figure-none")])
def test_a_fee_without_a_number_of_its_own_varies_where_its_sentence_names_one(
    texts: Words, text: str, figure: str
) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", fees=(replace(fee("member"), text=text),)),))
    assert money(visitor(one), texts)[0]["figure"] == texts(f"money.{figure}")


@pytest.mark.parametrize(
    ("rule", "figure"),
    [
        ({"at_least_dollars": 300, "at_most_percent": 75}, "10% or more"),
        ({"at_least_dollars": 300, "at_most_dollars": 900}, "10%"),
        ({"at_most_percent": 75}, "10%"),
    ],
)
def test_a_share_with_a_floor_is_the_least_that_comes_back(texts: Words, rule: dict[str, Any], figure: str) -> None:
    paying = place(BUILDERS, money=(refund(percent=10, **rule),))
    assert money(visitor(at=paying), texts)[0]["figure"] == figure


@pytest.mark.parametrize("premium", [None, 1_000])
def test_a_rule_of_an_earlier_year_is_told_with_its_year(texts: Words, premium: int | None) -> None:
    rules: tuple[dict[str, Any], ...] = ({"percent": 10}, {"percent": 10, "year": 2024})
    new, old = (
        money(visitor(at=place(BUILDERS, money=(refund(**rule),)), premium=premium), texts)[0] for rule in rules
    )
    assert old["figure"] == texts("money.figure-year", figure=new["figure"], year=2024)


def test_a_refund_at_the_industry_s_rate_says_for_whom_the_sum_holds(texts: Words) -> None:
    rules: tuple[dict[str, Any], ...] = ({"percent": 10}, {"percent": 10, "industry_rate": True})
    plain, rated = (
        money(visitor(at=place(BUILDERS, money=(refund(**rule),)), premium=1_000), texts)[0]["text"] for rule in rules
    )
    assert texts("money.industry-rate") in rated
    assert texts("money.industry-rate") not in plain
