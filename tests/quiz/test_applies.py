"""Whom a fact with conditions is for, and which answer is all that is missing for it."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.applies import applies, disputes, larger_is_brought, needs_account, would_apply
from quiz.facts import Letter, When
from tests.quiz.made_up import BUILDERS, FROM_XB, MOVE, TWO_SIZES, conflict, letter, partner, place, visitor

OTHERS = partner("others", *TWO_SIZES)
RANGE = {"count": {"employees": 9, "agency": 3}}
NO_ACCOUNT = When(account=("no",))
OWN_HOLDERS = When(partners=("builders",), holds=("cor", "secor"))


def test_without_conditions_a_fact_is_for_everybody() -> None:
    assert applies(When(), visitor())
    assert applies(When(), visitor(at=place()))


@pytest.mark.parametrize(
    ("conditions", "answers", "holds"),
    [
        ({"partners": ("builders",)}, {}, True),
        ({"partners": ("builders", "others")}, {}, True),
        ({"partners": ("others",)}, {}, False),
        ({"routes": ("cor",)}, {}, True),
        ({"routes": ("cor",)}, {"people": 5}, False),
        ({"routes": ("ask",)}, {"people": "unsure"}, True),
        ({"routes": ("cor", "secor")}, {"people": "unsure"}, True),
        ({"routes": ("secor",)}, {"people": "unsure"}, False),
        ({"names": ("COR",)}, {}, True),
        ({"names": ("COR",)}, {"people": 5}, False),
        ({"names": ("COR",)}, {"people": "unsure"}, False),
        ({"industries": ("forestry",)}, {"industry": "forestry"}, True),
        ({"industries": ("forestry",)}, {"industry": "trucking"}, False),
        ({"industries": ("forestry",)}, {}, False),
        ({"industries": ("forestry", "unsure")}, {}, True),
        ({"industries": ("forestry", "unsure")}, {"industry": "unsure"}, True),
        ({"industries": ("forestry", "unsure")}, {"industry": "trucking"}, False),
        ({"people_over": 29}, {}, True),
        ({"people_over": 30}, {}, False),
        ({"people_over": 8}, RANGE, True),
        ({"people_over": 9}, RANGE, False),
        ({"people_over": 0}, {"people": "unsure"}, False),
        ({"people_at_most": 30}, {}, True),
        ({"people_at_most": 29}, {}, False),
        ({"people_at_most": 12}, RANGE, True),
        ({"people_at_most": 11}, RANGE, False),
        ({"people_at_most": 10**9}, {"people": "unsure"}, False),
        ({"client_requires": ("cor",)}, {"client_requires": "cor"}, True),
        ({"client_requires": ("cor",)}, {"client_requires": "either"}, False),
        ({"client_requires": ("cor",)}, {}, False),
        ({"client_requires": ("cor", "unsure")}, {}, True),
        ({"growth": ("yes",)}, {"growth": "yes"}, True),
        ({"growth": ("yes",)}, {}, False),
        ({"holds": ("none",)}, {}, True),
        ({"holds": ("none",)}, {"holds": "none"}, True),
        ({"holds": ("none",)}, {"holds": "cor"}, False),
        ({"holds": ("cor",)}, {}, False),
        ({"unless_holds": ("cor",)}, {}, True),
        ({"unless_holds": ("cor",)}, {"holds": "secor"}, True),
        ({"unless_holds": ("cor",)}, {"holds": "cor"}, False),
        ({"unless_holds": ("none",)}, {}, False),
        ({"account": ("no",)}, {"account": "no"}, True),
        ({"account": ("no",)}, {}, False),
        ({"work_started": ("yes",)}, {**FROM_XB, "work_started": "yes"}, True),
        ({"work_started": ("yes",)}, FROM_XB, False),
        ({"local_base": ("no",)}, {**FROM_XB, "local_base": "no"}, True),
        ({"local_base": ("no",)}, {**FROM_XB, "local_base": "yes"}, False),
        ({"local_base": ("no",)}, FROM_XB, False),
        ({"local_base": ("no", "unsure")}, FROM_XB, True),
        ({"local_base": ("no", "unsure")}, {**FROM_XB, "local_base": "unsure"}, True),
        ({"local_base": ("no", "unsure")}, {**FROM_XB, "local_base": "yes"}, False),
        ({"one_person": True}, {"people": 1}, True),
        ({"one_person": True}, {"people": 2}, False),
        ({"one_person": True}, {"people": "unsure"}, False),
        ({"one_person": True}, {"count": {"employees": 1, "agency": 1}}, True),
        ({"records_under": 12}, {"records_months": 11}, True),
        ({"records_under": 12}, {"records_months": 12}, False),
        ({"records_under": 12}, {"records_months": "unsure"}, False),
        ({"records_under": 12}, {}, False),
        ({"partner_unsure": True}, {}, False),
        ({"portability": ("no-letter",)}, FROM_XB, True),
        ({"portability": ("no-letter",)}, {}, False),
        ({"portability": ("letter",)}, FROM_XB, False),
        ({"routes": ("cor",), "growth": ("yes",)}, {}, False),
        ({"routes": ("cor",), "growth": ("yes",)}, {"growth": "yes"}, True),
    ],
)
def test_every_condition_must_hold(conditions: dict[str, Any], answers: dict[str, Any], holds: bool) -> None:
    assert applies(When(**conditions), visitor(**answers)) is holds


@pytest.mark.parametrize(
    ("conditions", "holds"),
    [
        ({"partner_unsure": True}, True),
        ({"partners": ("builders", "others")}, True),
        ({"partners": ("builders",)}, False),
    ],
)
def test_while_the_partner_is_not_known_a_fact_must_be_for_each_that_may_be_it(
    conditions: dict[str, Any], holds: bool
) -> None:
    assert applies(When(**conditions), visitor(BUILDERS, OTHERS)) is holds


@pytest.mark.parametrize(("conditions", "holds"), [({"partners": ("builders",)}, False), ({"routes": ("none",)}, True)])
def test_a_fact_about_a_partner_is_for_nobody_where_there_is_none(conditions: dict[str, Any], holds: bool) -> None:
    assert applies(When(**conditions), visitor(at=place())) is holds


def test_a_fact_may_be_for_those_whom_a_letter_carries() -> None:
    there = visitor(at=place(BUILDERS, letters=(letter("letter"),)), **FROM_XB)
    assert applies(When(portability=("letter",)), there)
    assert not applies(When(portability=("no-letter",)), there)


def test_an_equivalency_is_no_letter_though_one_may_bid_with_it() -> None:
    there = visitor(at=place(BUILDERS, letters=(letter("equivalency", kind="equivalency", working=True),)), **FROM_XB)
    assert applies(When(portability=("equivalency",)), there)
    assert not applies(When(portability=("letter",)), there)


def test_a_fact_about_who_earns_a_certificate_here_is_not_for_who_brings_a_letter() -> None:
    there = place(BUILDERS, letters=(letter("bid", only_without_local_base=True),))
    assert applies(When(earns=True), visitor(at=there))
    assert applies(When(earns=True), visitor(at=there, **FROM_XB, local_base="yes"))
    assert not applies(When(earns=True), visitor(at=there, **FROM_XB))


def test_a_letter_with_which_one_may_work_is_no_letter_for_bidding_alone() -> None:
    there = visitor(at=place(BUILDERS, letters=(letter("letter", working=True),)), **FROM_XB)
    assert applies(When(portability=("equivalency",)), there)
    assert not applies(When(portability=("letter",)), there)


@pytest.mark.parametrize(
    ("here", "answers", "needed"),
    [
        (place(BUILDERS), {}, True),
        (place(BUILDERS), {"holds": "expired"}, True),
        (place(BUILDERS), {"holds": "secor"}, False),
        (place(BUILDERS), {"holds": "secor", "people": 5}, False),
        (place(BUILDERS), {"holds": "cor"}, False),
        (place(BUILDERS), {"holds": "cor", "people": 5}, False),
        (place(BUILDERS), FROM_XB, True),
        (place(BUILDERS), {"holds": "cor-elsewhere"}, False),
        (place(BUILDERS, letters=(letter("letter"),)), FROM_XB, False),
        (place(BUILDERS, letters=(letter("letter"),)), {**FROM_XB, "work_started": "yes"}, True),
        (place(replace(BUILDERS, needs_local_base=True)), {**FROM_XB, "local_base": "no"}, False),
    ],
)
def test_an_account_is_of_no_use_for_a_letter_and_to_who_holds_what_is_asked(
    here: Any, answers: dict[str, Any], needed: bool
) -> None:
    there = visitor(at=here, account="no", **answers)
    assert needs_account(there) is needed
    assert applies(NO_ACCOUNT, there) is needed


@pytest.mark.parametrize(
    ("when", "answers", "holds"),
    [
        (OWN_HOLDERS, {"holds": "cor"}, True),
        (OWN_HOLDERS, {"holds": "cor", "home_partner": "builders"}, True),
        (OWN_HOLDERS, {"holds": "cor", "home_partner": "others"}, False),
        (OWN_HOLDERS, {"holds": "secor", "home_partner": "others"}, False),
        (OWN_HOLDERS, {"holds": "secor", "home_partner": "others", "people": 5}, False),
        (When(holds=("cor", "secor")), {"holds": "cor", "home_partner": "others"}, True),
        (When(partners=("builders",)), {"holds": "cor", "home_partner": "others"}, True),
        (
            When(partners=("builders",), holds=("cor", "cor-elsewhere")),
            {"holds": "cor", "home_partner": "others"},
            True,
        ),
    ],
)
def test_what_is_for_a_partner_s_own_holders_is_not_for_those_of_another(
    when: When, answers: dict[str, Any], holds: bool
) -> None:
    assert applies(when, visitor(at=place(BUILDERS, OTHERS), partner="builders", **answers)) is holds


def test_who_converts_another_partner_s_certificate_is_not_the_partner_s_own_holder() -> None:
    moved = letter("move", to="other-partners", kind="conversion", holders_of=("others",))
    here = place(BUILDERS, OTHERS, letters=(moved,))
    assert not applies(OWN_HOLDERS, visitor(at=here, partner="builders", holds="cor", home_partner="others"))


@pytest.mark.parametrize(
    ("conditions", "key", "missing"),
    [
        ({"growth": ("yes",)}, "growth", True),
        ({"growth": ("yes",)}, "account", False),
        ({"growth": ("yes",), "routes": ("secor",)}, "growth", False),
        ({"growth": ("yes",), "account": ("no",)}, "growth", False),
        ({"records_under": 12}, "records_months", True),
        ({"records_under": 12, "routes": ("secor",)}, "records_months", False),
        ({"holds": ("cor",)}, "holds", True),
        ({"client_requires": ("cor",)}, "client_requires", True),
        ({}, "growth", False),
        ({"growth": ("yes",)}, "deadline", False),
    ],
)
def test_an_answer_is_missing_where_it_is_the_only_one(conditions: dict[str, Any], key: str, missing: bool) -> None:
    assert would_apply(When(**conditions), key, visitor()) is missing


@pytest.mark.parametrize(
    ("papers", "kinds"),
    [
        ([letter("bid")], {"home-unknown", "letter"}),
        ([letter("work", working=True)], {"home-unknown", "equivalency"}),
        ([], {"home-unknown"}),
    ],
)
def test_of_a_body_that_is_not_known_the_paper_counts_that_there_is_for_the_right_one(
    papers: list[Letter], kinds: set[str]
) -> None:
    there = visitor(at=place(BUILDERS, letters=tuple(papers)), holds="cor-elsewhere")
    found = {kind for kind in ("home-unknown", "letter", "equivalency") if applies(When(portability=(kind,)), there)}
    assert found == kinds


@pytest.mark.parametrize("size", [{"people_over": 9}, {"people_at_most": 50}])
@pytest.mark.parametrize(
    ("answers", "sees"),
    [({}, True), (FROM_XB, False), ({**FROM_XB, "local_base": "yes"}, True), ({"holds": "cor"}, True)],
)
def test_a_size_is_nothing_to_who_brings_the_full_certificate_for_a_letter(
    size: dict[str, Any], answers: dict[str, Any], sees: bool
) -> None:
    there = visitor(at=place(BUILDERS, letters=(letter("bid", only_without_local_base=True),)), **answers)
    assert applies(When(**size), there) is sees


@pytest.mark.parametrize(
    ("answers", "seen"),
    [
        ({}, True),
        ({"holds": "expired"}, True),
        ({"holds": "secor"}, True),  # outgrown, so that a first audit for the full one follows
        ({"holds": "secor", "people": 5}, False),
        ({"holds": "secor", "people": 5, "home_partner": "others"}, False),
        (FROM_XB, False),
        ({**FROM_XB, "local_base": "yes"}, True),
    ],
)
def test_pages_that_disagree_on_the_records_of_a_first_audit_are_for_who_comes_to_one(
    answers: dict[str, Any], seen: bool
) -> None:
    dispute = conflict("records", partners=("builders",), records_under=12)
    paper = letter("paper", only_without_local_base=True)
    here = place(BUILDERS, OTHERS, letters=(paper,), conflicts=(dispute,))
    assert bool(disputes(visitor(at=here, partner="builders", **answers))) is seen


@pytest.mark.parametrize(
    ("more", "answers", "seen"),
    [
        ({}, {}, True),
        ({}, FROM_XB, False),
        ({"certainty": "confirm"}, FROM_XB, True),
        ({"letters": True}, FROM_XB, True),
        ({"letters": True}, {}, False),
        ({}, {**FROM_XB, "local_base": "yes"}, True),
    ],
)
def test_pages_that_disagree_on_an_audit_are_not_for_who_brings_a_certificate(
    more: dict[str, Any], answers: dict[str, Any], seen: bool
) -> None:
    pages = conflict("pages", partners=("builders",), **more)
    here = place(BUILDERS, letters=(letter("bid", only_without_local_base=True),), conflicts=(pages,))
    assert bool(disputes(visitor(at=here, **answers))) is seen


@pytest.mark.parametrize(
    ("own", "listed", "answers", "holds"),
    [
        ({"industries": ("forestry", "trucking")}, ("forestry", "unsure"), {}, True),
        ({"industries": ("trucking",)}, ("forestry", "unsure"), {}, False),
        ({"industries": ("forestry",)}, ("forestry",), {}, False),  # not a word of who does not tell
        ({"industries": ("trucking",), "any_industry": True}, ("forestry", "unsure"), {}, True),
        ({"industries": ("trucking",)}, ("forestry", "unsure"), {"industry": "forestry"}, True),
    ],
)
def test_the_industries_of_a_chosen_partner_tell_that_of_who_does_not(
    own: dict[str, Any], listed: tuple[str, ...], answers: dict[str, Any], holds: bool
) -> None:
    one = partner("builders", *TWO_SIZES, **own)
    assert applies(When(industries=listed), visitor(one, **answers)) is holds


@pytest.mark.parametrize(
    ("letters", "answers", "brought"),
    [
        ((), {"holds": "cor", "home_partner": "others"}, True),
        ((MOVE,), {"holds": "cor", "home_partner": "others"}, True),
        ((), {"holds": "secor", "home_partner": "others"}, False),
        ((MOVE,), {"holds": "secor", "home_partner": "others"}, False),
        ((), {"holds": "cor"}, False),
        ((), {"holds": "cor-elsewhere", "home_province": "XB"}, False),
    ],
)
def test_the_full_certificate_of_another_partner_is_brought_along(
    letters: tuple[Letter, ...], answers: dict[str, Any], brought: bool
) -> None:
    there = visitor(at=place(BUILDERS, OTHERS, letters=letters), people=5, partner="builders", **answers)
    assert larger_is_brought(there) is brought
    assert applies(When(routes=("secor",)), there) is not brought
