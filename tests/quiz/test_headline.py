"""What stands first on a screen: a title of four words at most, and one line of why, for every kind of result."""

from typing import Any

import pytest

from quiz.facts import Facts
from tests.quiz.conftest import Decide

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
    first = ask(province="AB", partner="acsa", **answers)["first"]
    assert (first["kind"], first["title"]) == (kind, title)
    assert first["text"].startswith(why.format(limit=acsa.size_classes[0].at_most))


def test_where_nobody_certifies_and_where_somebody_must_be_asked_the_title_says_so(ask: Decide) -> None:
    assert ask(province="QC")["first"]["kind"] == "none"
    asked = ask(province="SK", partner="sta", people=4)["first"]
    assert (asked["kind"], asked["title"]) == ("ask", "Ask STA first")


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
    first = ask(province="AB", partner="unsure", count_owners=2, count_employees=7)["first"]
    assert first["title"] == "You should fit SECOR"
    assert first["text"] == "SECOR is the answer at every partner that takes you."
