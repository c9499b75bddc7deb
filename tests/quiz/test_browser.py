"""What the page counts on when it runs the engine, and CPython can show."""

import gc
from collections.abc import Iterator

import pytest

from quiz import browser
from quiz.ahead.answer_sets import raw, verdict_sets
from quiz.browser import decide_json, dumps
from quiz.facts import Facts
from quiz.words import Words


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector of cycles, idle while the test looks at what it would find."""
    gc.collect()
    gc.freeze()  # what other tests left behind is not looked through again after every decision
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.slow  # the collector goes through everything after each decision
@pytest.mark.usefixtures("collector")
def test_a_decision_leaves_nothing_for_the_collector_which_is_off_in_the_page(
    facts: Facts, texts: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "_engine", lambda: (facts, texts))
    asked = [dumps(raw(found.answers.but(today=facts.newest_check))) for found in list(verdict_sets(facts))[::1500]]
    for text in (*asked, "{", '{"people": "ten"}'):
        decide_json(text)
    gc.collect()
    for text in (*asked, "{", '{"people": "ten"}'):
        decide_json(text)
        assert gc.collect() == 0, text
