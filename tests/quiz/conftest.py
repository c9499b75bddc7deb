"""The engine with the real facts and the English words, and a way to ask it in one line."""

from collections.abc import Callable
from typing import Any

import pytest

from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_for
from hooks.facts.words import words
from quiz.facts import Facts
from quiz.words import Words
from tests.untyped import decide

type Decide = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def facts() -> Facts:
    return facts_for(load())


@pytest.fixture(scope="session")
def texts() -> Words:
    return words("en")


@pytest.fixture(scope="session")
def ask(facts: Facts, texts: Words) -> Decide:
    """Answers as keyword arguments; `count_owners=1` stands for `count.owners`. Today is the newest checked date."""

    def decision(**answers: object) -> dict[str, Any]:
        raw = {key.replace("count_", "count.", 1): value for key, value in answers.items()}
        return decide({"today": facts.newest_check.isoformat(), **raw}, facts, texts)

    return decision
