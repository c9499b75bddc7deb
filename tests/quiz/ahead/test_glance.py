"""What is said before the engine is there is never taken back by it."""

from collections.abc import Iterator

import pytest

from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_for
from hooks.facts.words import words
from quiz.ahead.flow import compile_flow, leaves
from quiz.ahead.glance import Glance, glances, name_of, ways
from quiz.answers import UNSURE, Answers
from quiz.decision import result
from quiz.situation import resolve

pytestmark = pytest.mark.slow  # thousands of decisions

FACTS, WORDS = facts_for(load()), words("en")
FIRST = ("kind", "title", "route", "name", "certainty", "checked")


@pytest.fixture(scope="module")
def told() -> dict[str, Glance]:
    return glances(FACTS, WORDS)


def tried() -> Iterator[Answers]:
    """Every way through, at more sizes than the glances were made from, and for a client who takes either."""
    for answers in ways(FACTS, WORDS):
        yield answers
        if isinstance(answers.people, int):
            yield answers.but(people=answers.people + 1)
        if answers.client_requires == UNSURE:
            yield answers.but(client_requires="either")


def test_the_engine_takes_nothing_back(told: dict[str, Glance]) -> None:
    for answers in tried():
        visitor = resolve(answers, FACTS)
        if visitor.settlement.question:
            continue
        decision = result(visitor, WORDS)
        said = told.get(name_of(answers, decision["outcome"]), {})
        meant = {**decision["evidence"], **decision["verdict"], **decision["first"]}
        assert {name: said.get(name, meant[name]) for name in FIRST} == {name: meant[name] for name in FIRST}, answers
        if answers.client_requires != "either":
            steps = [step["title"] for step in decision["steps"] if step["phase"] == "now"]
            assert said.get("steps", steps) == steps, answers
        phones = [one.get("phone") for one in decision["contacts"]]
        assert "call" not in said or said["call"]["phone"] in phones, answers  # type: ignore[index]


def test_every_outcome_of_the_questions_has_a_glance(told: dict[str, Glance]) -> None:
    assert {name.split("/")[2] for name in told} == leaves(compile_flow(FACTS, WORDS))


def test_it_names_the_certificate_and_whom_to_call_where_one_partner_is_known(told: dict[str, Glance]) -> None:
    said = told["AB/acsa/alberta-secor"]
    assert (said["title"], said["route"]) == ("You fit SECOR", "secor")
    assert said["call"] == {"name": "ACSA", "phone": "1-800-661-2272"}
