"""Where to go for a step of a plan, and where there is nowhere to go."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.facts import Partner
from quiz.words import Words
from tests.quiz.made_up import BOARD, BUILDERS, FROM_XB, HOMERS, TWO_SIZES, facts, partner, place
from tests.quiz.one_step import DOUBTFUL, OTHERS, WANTS_OFFICE, step

PAGES = {
    "url": "https://partner.example/",
    "cor_url": "https://partner.example/cor",
    "small_url": "https://partner.example/small",
    "one_person_url": "https://partner.example/one",
}
THREE_SIZES = (("Owner", {"at_most": 1}), *TWO_SIZES)


@pytest.mark.parametrize(
    ("answers", "pages", "url"),
    [
        ({"people": 1}, PAGES, "https://partner.example/one"),
        ({"people": 5}, PAGES, "https://partner.example/small"),
        ({"people": 40}, PAGES, "https://partner.example/cor"),
        ({"people": 5, "holds": "cor"}, PAGES, "https://partner.example/cor"),
        ({"people": 5, "holds": "secor"}, PAGES, "https://partner.example/small"),
        ({"people": 1}, {**PAGES, "one_person_url": None}, "https://partner.example/cor"),
        ({"people": 5}, {**PAGES, "small_url": None}, "https://partner.example/cor"),
        ({"people": 40}, {**PAGES, "cor_url": None}, "https://partner.example/"),
    ],
)
def test_a_step_links_to_the_page_of_the_certificate_in_question(
    texts: Words, answers: dict[str, Any], pages: dict[str, Any], url: str
) -> None:
    one = partner("builders", *THREE_SIZES, **pages)
    assert step(texts, "upkeep", one, **answers)["links"] == [{"text": "Builders", "url": url}]


@pytest.mark.parametrize(
    ("step_id", "one", "answers"),
    [
        ("contact-partner", BUILDERS, {}),
        ("training", BUILDERS, {}),
        ("external-audit", BUILDERS, {}),
        ("ask-partner", partner("builders", ("It depends", {})), {}),
        ("ask-outgrown", BUILDERS, {"holds": "secor"}),
        ("ask-expired", BUILDERS, {"holds": "expired"}),
        ("training-check", BUILDERS, {"holds": "expired"}),
        ("ask-iso", BUILDERS, {"holds": "iso-45001"}),
        ("smaller-class", BUILDERS, {"holds": "cor", "people": 5}),
        ("contact-later", partner("builders", ("It depends", {})), {"client_requires": "cor"}),
        ("ask-conversion", OTHERS, {"holds": "cor", "home_partner": "builders"}),
        ("ask-takes-new", DOUBTFUL, {}),
        ("ask-office", WANTS_OFFICE, {**FROM_XB, "local_base": "no"}),
    ],
)
def test_what_the_partner_knows_links_to_it(texts: Words, step_id: str, one: Partner, answers: dict[str, Any]) -> None:
    here = place(*{BUILDERS.id: BUILDERS, OTHERS.id: OTHERS, one.id: one}.values())
    found = step(texts, step_id, at=here, partner=one.id, **answers)
    assert [link["text"] for link in found["links"]] == [one.name]


@pytest.mark.parametrize("step_id", ["build-system", "records", "partner-review", "certificate"])
def test_work_of_one_s_own_has_no_link(texts: Words, step_id: str) -> None:
    assert step(texts, step_id)["links"] == []


def test_of_several_partners_a_step_has_no_link_but_the_choice_has_each(texts: Words) -> None:
    drillers = replace(OTHERS, name="Drillers", cor_url="https://drillers.example/cor")
    assert step(texts, "training", BUILDERS, drillers)["links"] == []
    assert step(texts, "choose-partner", BUILDERS, drillers)["links"] == [
        {"text": "Builders", "url": "https://builders.example/home"},
        {"text": "Drillers", "url": "https://drillers.example/cor"},
    ]


INDUSTRY_OF_NOBODY = {"industry": "forestry", "partner": None}
TAKING_NOBODY = place(*(partner(each, *TWO_SIZES, industries=("trucking",)) for each in ("one", "two")))


@pytest.mark.parametrize(
    ("here", "answers", "step_id"),
    [
        (place(), {}, "ask-authority"),
        (TAKING_NOBODY, INDUSTRY_OF_NOBODY, "find-partner"),
        (place(BUILDERS), {"account": "no"}, "open-account"),
    ],
)
def test_what_the_authority_knows_links_to_it(texts: Words, here: Any, answers: dict[str, Any], step_id: str) -> None:
    found = step(texts, step_id, at=here, **answers)
    assert found["links"] == [{"text": "Board", "url": "https://board.example/home"}]


def test_where_the_authority_refers_to_partners_of_other_places_their_pages_are_linked(texts: Words) -> None:
    here = place(authority=replace(BOARD, refers_to=("XB/homers",)))
    there = place(replace(HOMERS, cor_url="https://homers.example/cor"), code="XB")
    pages = {"https://homers.example/home": facts(here), "https://homers.example/cor": facts(here, there)}
    for page, known in pages.items():
        found = step(texts, "ask-authority", at=here, with_facts=known)
        assert found["links"] == [{"text": "Homers", "url": page}]


def test_the_authority_is_named_where_it_is_asked(texts: Words) -> None:
    found = step(texts, "ask-authority", at=place())
    assert found["title"] == texts("step.ask-authority.title", authority="Board", place="in Place XA")
