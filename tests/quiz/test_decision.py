"""The verdict in a sentence whose verb follows the evidence, its name, and how sure it is in words."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.decision import outcome, result
from quiz.facts import Partner
from quiz.headline import headline, local_name
from quiz.words import Words
from tests.quiz.made_up import BUILDERS, TWO_SIZES, conflict, fact, partner, place, size_class, visitor

MIDDLE = partner("others", ("Middle", {"at_most": 10}), ("COR", {}))
OTHERS = partner("others", *TWO_SIZES)
GAPS = {"place": "in Place XA", "partner": "Builders", "name": "COR"}


def certain(level: str) -> Partner:
    """A partner whose one class is that sure."""
    return partner("builders", ("COR", {"certainty": level}))


@pytest.mark.parametrize(
    ("partners", "answers", "says"),
    [
        ([BUILDERS], {}, "clear-partner"),
        ([certain("confirm")], {}, "confirm-partner"),
        ([certain("unverified")], {}, "unverified-partner"),
        ([BUILDERS, OTHERS], {}, "clear-any-partner"),
        ([certain("confirm"), OTHERS], {}, "confirm-any-partner"),
        ([certain("unverified"), OTHERS], {}, "unverified-any-partner"),
        ([partner("builders", ("It depends", {}))], {}, "ask-partner"),
        ([BUILDERS], {"people": "unsure"}, "depends-people"),
    ],
)
def test_the_verb_follows_the_evidence(
    texts: Words, partners: list[Partner], answers: dict[str, Any], says: str
) -> None:
    assert headline(visitor(*partners, **answers), texts) == texts(f"headline.{says}", **GAPS)


def test_what_the_verdict_hangs_on_is_named(texts: Words) -> None:
    there = visitor(count={"employees": 9, "agency": 3})
    assert headline(there, texts) == texts("headline.depends-count", groups=texts("group.agency"))
    differing = visitor(BUILDERS, partner("others", ("COR", {})), people=5)
    assert headline(differing, texts) == texts("headline.depends-partner", place="in Place XA")


@pytest.mark.parametrize(
    ("name", "says"),
    [("Nothing", "none-without-partner"), ("COR", "cor-without-partner"), ("It depends", "ask-authority")],
)
def test_where_nobody_certifies_the_headline_says_what_there_is(texts: Words, name: str, says: str) -> None:
    here = place(without_partner=size_class("nobody", name))
    assert headline(visitor(at=here), texts) == texts(f"headline.{says}", name=name, place="in Place XA")


def test_partners_that_agree_on_the_route_give_a_shared_name(texts: Words) -> None:
    there = visitor(BUILDERS, MIDDLE, people=5)
    assert local_name(there, texts) == texts("certificate.shared-secor")
    assert result(there, texts)["verdict"] == {
        "route": "secor",
        "name": texts("certificate.shared-secor"),
        "certainty": "clear",
    }


@pytest.mark.parametrize(
    ("answers", "slug"),
    [({}, "place-xa-cor"), ({"people": 5}, "place-xa-small"), ({"people": "unsure"}, "place-xa-it-depends")],
)
def test_a_verdict_has_a_page_of_its_own(texts: Words, answers: dict[str, Any], slug: str) -> None:
    assert outcome(visitor(**answers), texts) == slug


@pytest.mark.parametrize(
    ("here", "answers", "says"),
    [
        (place(BUILDERS), {}, "clear"),
        (place(certain("confirm")), {}, "confirm"),
        (place(certain("unverified")), {}, "unverified"),
        (place(BUILDERS), {"people": "unsure"}, "depends"),
        (place(BUILDERS, conflicts=(conflict("pages", people=(30,)),)), {}, "clear-but-disputed"),
        (place(BUILDERS, conflicts=(conflict("pages", people=(30,), certainty="confirm"),)), {}, "confirm"),
        (
            place(BUILDERS, conflicts=(conflict("pages", people=(5,), certainty="confirm"),)),
            {"people": 5, "client_requires": "cor"},
            "clear-but-disputed",
        ),
        (place(), {}, "unverified"),
    ],
)
def test_how_sure_it_is_is_told_in_words(texts: Words, here: Any, answers: dict[str, Any], says: str) -> None:
    assert result(visitor(at=here, **answers), texts)["evidence"]["text"] == texts(f"evidence.{says}")


def test_the_oldest_check_behind_the_verdict_is_told(texts: Words) -> None:
    old = replace(OTHERS, size_classes=tuple(replace(c, checked=date(2029, 1, 1)) for c in OTHERS.size_classes))
    assert result(visitor(BUILDERS, old), texts)["evidence"]["checked"] == "2029-01-01"
    assert result(visitor(BUILDERS), texts)["evidence"]["checked"] == "2029-12-01"


def test_each_partner_of_the_place_stands_beside_the_others(texts: Words) -> None:
    doubtful = partner("doubtful", ("COR", {}), status="doubtful", any_industry=True)
    here = place(replace(BUILDERS, industries=("trucking",)), doubtful)
    rows = result(visitor(at=here, partner="builders", industry="forestry", people=5), texts)["partners"]
    assert [(row["id"], row["verdict"]["route"], row["open"], row["doubtful"]) for row in rows] == [
        ("builders", "secor", False, False),
        ("doubtful", "cor", True, True),
    ]


def test_a_result_says_where_who_and_what_is_open(texts: Words) -> None:
    told = result(visitor(), texts)
    assert (told["status"], told["province"], told["partner"], told["version"]) == (
        "result",
        "XA",
        "builders",
        "2029-12",
    )
    assert "deadline" in told["open"]
    assert result(visitor(BUILDERS, OTHERS), texts)["partner"] == "unsure"
    assert result(visitor(at=place()), texts)["partner"] is None


def test_pages_that_disagree_are_shown_with_our_reading(texts: Words) -> None:
    (shown,) = result(visitor(at=place(BUILDERS, conflicts=(conflict("pages", people=(30,)),))), texts)["conflicts"]
    assert (shown["id"], shown["topic"], shown["ours"], shown["why"]) == (
        "pages",
        "limit",
        "We take ten.",
        "It is newer.",
    )
    assert [reading["text"] for reading in shown["readings"]] == ["Ten.", "Twelve."]
    assert shown["readings"][0]["source"]["url"] == "https://one-page.example/"


def test_a_partner_without_a_rule_of_its_own_should_fit_and_is_to_be_asked(texts: Words) -> None:
    told = result(visitor(replace(BUILDERS, follows_place=fact("follows")), people=5), texts)
    assert told["verdict"] == {"route": "secor", "name": "Small", "certainty": "confirm"}
    assert "partner" in told["messages"]
