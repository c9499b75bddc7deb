"""What stands first on a screen: a title of four words at most, and one line of why, for every kind of result."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.facts import Facts, Partner
from quiz.headline import first, headline
from quiz.words import Words
from tests.quiz.conftest import Decide
from tests.quiz.made_up import AVERAGE, BUILDERS, MOVE, TWO_SIZES, partner, place, visitor

KINDS = [
    pytest.param(
        {"people": 9}, "fits", "You fit SECOR", "9 people. The limit for SECOR at ACSA is {limit}.", id="fits"
    ),
    pytest.param(
        {"people": 60}, "fits", "You fit COR", "60 people. The smaller class at ACSA ends at {limit}.", id="above"
    ),
    pytest.param(
        {"people": 1},
        "should",
        "You should fit SECOR",
        "1 person. The limit for SECOR at ACSA is {limit}.",
        id="should",
    ),
    pytest.param({"people": 9, "client_requires": "cor"}, "client", "You need COR", "Your client", id="client"),
    pytest.param(
        {"people": 9, "client_requires": "none"}, "voluntary", "You don't have to", "Nobody", id="nobody asks"
    ),
    pytest.param({"people": 20, "holds": "cor"}, "held", "You hold COR", "It is what fits", id="holds what is asked"),
    pytest.param({"people": 9, "holds": "cor"}, "held", "You hold COR", "You may keep it", id="holds more"),
    pytest.param({"people": "unsure"}, "depends", "One thing decides", "It depends on how many people", id="depends"),
]


@pytest.mark.parametrize(("answers", "kind", "title", "why"), KINDS)
def test_each_kind_of_result_has_its_title_and_its_line(
    ask: Decide, facts: Facts, answers: dict[str, Any], kind: str, title: str, why: str
) -> None:
    acsa = facts.by_code["AB"].partner("acsa")
    assert acsa
    shown = ask(province="AB", partner="acsa", **answers)["first"]
    assert (shown["kind"], shown["title"]) == (kind, title)
    assert shown["text"].startswith(why.format(limit=acsa.size_classes[0].at_most))


def test_where_nobody_certifies_and_where_somebody_must_be_asked_the_title_says_so(ask: Decide) -> None:
    assert ask(province="QC")["first"]["kind"] == "none"
    asked = ask(province="SK", partner="sta", people=4)["first"]
    assert (asked["kind"], asked["title"]) == ("ask", "Ask STA first")


@pytest.mark.slow  # some hundred plans
def test_no_title_has_more_than_four_words(ask: Decide, facts: Facts) -> None:
    pairs = [(place.code, partner.id) for place in facts.jurisdictions for partner in place.partners]
    found = [
        ask(province=code, partner=partner, people=people, average_people=people, payroll_hours=2_000 * people, **more)
        for code, partner in pairs
        for people in (1, 9, 30)
        for more in ({}, {"client_requires": "cor"}, {"holds": "secor"}, {"holds": "cor"})
    ]
    titles = {decision["first"]["title"] for decision in found if decision.get("status") == "result"}
    assert len(titles) > len(KINDS)
    assert [title for title in titles if len(title.split()) > 4] == []


def test_of_several_partners_that_agree_none_is_named(ask: Decide) -> None:
    shown = ask(province="AB", partner="unsure", count_owners=2, count_employees=7)["first"]
    assert shown["title"] == "You should fit SECOR"
    assert shown["text"] == "SECOR is the answer at every partner that takes you."


def test_of_several_limits_none_is_told_as_that_of_all(ask: Decide) -> None:
    shown = ask(province="SK", partner="unsure", people=9)["first"]
    assert shown["text"] == "SECOR is the answer at every partner that takes you."


@pytest.mark.parametrize(
    ("name", "level", "answers", "line"),
    [
        ("COR", "clear", {"holds": "cor"}, "held"),
        ("COR", "confirm", {"holds": "cor"}, "held"),
        ("COR", "unverified", {"holds": "cor"}, "held"),
        ("Small", "unverified", {"holds": "secor"}, "held-open"),
        ("Small", "clear", {"holds": "secor"}, "held"),
        ("It depends", "clear", {"holds": "cor"}, "held-open"),
    ],
)
def test_a_certificate_in_hand_is_what_fits_only_where_that_is_known(
    texts: Words, name: str, level: str, answers: dict[str, Any], line: str
) -> None:
    shown = first(visitor(partner("builders", (name, {"certainty": level})), **answers), texts)
    assert (shown["kind"], shown["text"]) == ("held", texts(f"first.line-{line}", partner="BUILDERS"))


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (BUILDERS, "held-any"),
        (partner("builders", ("Small COR", {"at_most": 10, "counts_as_cor": True}), ("COR", {})), "held-open"),
        (partner("builders", ("COR", {"at_most": 10}), ("Large COR", {})), "held-open"),
    ],
)
def test_a_full_certificate_is_kept_whatever_the_size_comes_to_unless_it_may_be_of_another_class(
    texts: Words, one: Partner, line: str
) -> None:
    here = visitor(one, people="unsure", holds="cor")
    shown = first(here, texts)
    assert (shown["kind"], shown["text"]) == ("held", texts(f"first.line-{line}", partner="BUILDERS"))
    assert (headline(here, texts) == texts("headline.held", held="COR")) is (line == "held-any")


@pytest.mark.parametrize(("name", "line"), [("COR", "held-doubtful"), ("It depends", "held-open")])
def test_of_a_partner_in_doubt_one_asks_whether_the_certificate_stands_not_which_it_is(
    texts: Words, name: str, line: str
) -> None:
    one = replace(partner("builders", (name, {"certainty": "unverified"})), status="doubtful")
    assert first(visitor(one, holds="cor"), texts)["text"] == texts(f"first.line-{line}", partner="BUILDERS")


@pytest.mark.parametrize(("client", "kind"), [("none", "held"), ("either", "carried"), (None, "carried")])
def test_who_may_move_a_certificate_that_nobody_asks_for_reads_that_it_is_held(
    texts: Words, client: str | None, kind: str
) -> None:
    here = place(BUILDERS, partner("others", *TWO_SIZES), letters=(MOVE,))
    given: dict[str, Any] = {"partner": "builders", "holds": "cor", "home_partner": "others", "client_requires": client}
    shown = first(visitor(at=here, **given), texts)
    assert shown["kind"] == kind
    if client == "none":
        assert shown["title"] == texts("first.held", name="COR")
        assert shown["text"] == texts("first.line-held-other-voluntary", partner="BUILDERS")


@pytest.mark.parametrize(("answers", "line"), [({"people": 5}, "shrank"), ({"people": 30}, "held")])
def test_who_holds_more_than_the_size_asks_for_may_keep_it(texts: Words, answers: dict[str, Any], line: str) -> None:
    text = first(visitor(BUILDERS, holds="cor", **answers), texts)["text"]
    assert text == texts(f"first.line-{line}", name="Small", partner="BUILDERS")


@pytest.mark.parametrize(("client", "line"), [("cor", "held-small"), ("unsure", "held"), ("either", "held")])
def test_who_holds_a_small_class_that_is_the_full_certificate_asks_a_client_who_wants_that(
    texts: Words, client: str, line: str
) -> None:
    one = partner("builders", ("Small", {"at_most": 10, "counts_as_cor": True}), ("COR", {}))
    shown = first(visitor(one, people=5, holds="secor", client_requires=client), texts)
    assert (shown["kind"], shown["text"]) == ("held", texts(f"first.line-{line}", partner="BUILDERS"))


@pytest.mark.parametrize(("client", "kind"), [("none", "voluntary"), ("cor", "ask")])
def test_who_needs_no_certificate_reads_that_first_also_where_nothing_is_verified(
    texts: Words, client: str, kind: str
) -> None:
    one = partner("builders", ("COR", {"certainty": "unverified"}))
    assert first(visitor(one, client_requires=client), texts)["kind"] == kind


def test_the_certificate_in_hand_has_its_own_name(texts: Words) -> None:
    assert first(visitor(people=5, holds="secor"), texts)["title"] == texts("first.held", name="Small")


def test_who_works_alone_is_not_measured_in_another_unit(texts: Words) -> None:
    one = partner(
        "builders", ("Owner", {"works_alone": True}), ("Small", {"average_below": 20}), *TWO_SIZES[1:], counting=AVERAGE
    )
    text = first(visitor(one, people=1, average_people=1), texts)["text"]
    assert text == texts("first.line-alone", name="Owner", partner="BUILDERS")


def test_a_refund_that_no_formula_tells_is_not_held_out_to_who_needs_no_certificate(ask: Decide) -> None:
    told = ask(province="ON", partner="ihsa", people=20, client_requires="none")
    assert told["money"]
    assert "money back" not in told["first"]["text"]


def test_that_nobody_was_found_is_no_plain_no(ask: Decide) -> None:
    """No rule could be verified: that is told as such, never as if nobody certified there."""
    assert ask(province="PE")["first"]["title"] == "No certifying body found"
