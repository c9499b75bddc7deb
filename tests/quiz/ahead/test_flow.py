"""The table that the page follows says what the engine says."""

from collections.abc import Iterator
from typing import Any

from quiz.ahead.flow import compile_flow
from quiz.answers import CHOICES
from quiz.facts import Facts
from quiz.words import Words
from tests.untyped import decide

BEFORE_SIZE = ("province", "industry", "partner")
PASSED_OVER = ("client_requires", "deadline")  # no verdict waits for these


def first_after_the_partner(flow: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
    """The first question that is no place, industry or partner, and the answers that lead to it."""
    waiting: list[tuple[int | str, dict[str, str]]] = [(flow["start"], {})]
    while waiting:
        at, answers = waiting.pop()
        if isinstance(at, str):
            continue
        node = flow["nodes"][at]
        if node["key"] in BEFORE_SIZE:
            waiting += [(then, {**answers, node["key"]: value}) for value, then in node["to"].items()]
        else:
            yield node, answers


def test_a_question_says_which_demand_of_a_client_decides_without_it(facts: Facts, texts: Words) -> None:
    asked = [*first_after_the_partner(compile_flow(facts, texts))]
    sizes = [(node, answers) for node, answers in asked if node["key"] not in PASSED_OVER]
    assert any("settled" in node for node, _ in sizes)
    for node, answers in sizes:
        decided = [
            demand
            for demand in CHOICES["client_requires"]
            if decide({**answers, "client_requires": demand}, facts, texts)["status"] == "result"
        ]
        assert node.get("settled", []) == decided, answers
    assert [node for node, _ in asked if node["key"] in PASSED_OVER and "settled" in node] == []
