"""The rules of plans: none is broken as the engine stands, and each kind of fault in it breaks one by name."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from quiz import steps, timetable
from quiz.ahead.plans import RULES, faults, plan_sets
from quiz.answers import Answers
from quiz.facts import Facts
from quiz.situation import Situation
from quiz.words import Words

pytestmark = pytest.mark.slow

TRIED = 400


@pytest.fixture(scope="module")
def tried(facts: Facts) -> list[Answers]:
    """A few hundred of all plans, from every place."""
    every = [*plan_sets(facts)]
    return every[:: len(every) // TRIED]


def broken(facts: Facts, texts: Words, tried: list[Answers]) -> set[str]:
    """The rules that some plan breaks."""
    return {line.partition(":")[0] for line in faults(facts, texts, tried)}


def test_no_rule_is_broken(facts: Facts, texts: Words, tried: list[Answers]) -> None:
    assert faults(facts, texts, tried) == []


def test_every_rule_has_a_sentence_for_the_public_report(texts: Words) -> None:
    assert {f"proof.{name}" for name in RULES} <= set(texts.ids())


def no_records(process: Any) -> int:
    """A floor that was dropped: no audit needs records."""
    return 0


def dated_by_the_deadline(step_id: str, days: timetable.Dates) -> tuple[date | None, date | None]:
    """Dates as they once were: everything by the tender's day."""
    return days.today, days.deadline


def backwards(visitor: Situation) -> list[str]:
    """Steps in another order."""
    return [*reversed(steps.step_ids(visitor))]


def only_if_records_are_known(visitor: Situation) -> bool:
    """A condition that was swapped: shown to those alone who answered an optional question."""
    return visitor.answers.records_months is not None


def always_yes(self: timetable.Dates) -> bool:
    """A promise without a length behind it."""
    return self.deadline is not None


def asked_all_the_same(visitor: Situation, words: Words) -> str:
    """A message that the answers make void."""
    return "Hello"


@pytest.mark.parametrize(
    ("rule", "name", "mutant"),
    [
        ("records-first", "quiz.timetable.least_months", no_records),
        ("deadline-only-if-met", "quiz.plan.days_of", dated_by_the_deadline),
        ("in-order", "quiz.plan.step_ids", backwards),
        ("meanwhile-waits-for-nothing", "quiz.interim.may_be_needed", only_if_records_are_known),
        ("voluntary-writes-to-nobody", "quiz.client._to_client", asked_all_the_same),
        ("partner-is-asked", "quiz.client.to_the_partner", lambda *_: ""),
    ],
)
def test_a_mutated_plan_breaks_the_rule_that_names_it(
    rule: str,
    name: str,
    mutant: Callable[..., object],
    monkeypatch: pytest.MonkeyPatch,
    facts: Facts,
    texts: Words,
    tried: list[Answers],
) -> None:
    monkeypatch.setattr(name, mutant)
    assert rule in broken(facts, texts, tried)


def test_a_promise_without_a_length_breaks_the_rule_that_names_it(
    monkeypatch: pytest.MonkeyPatch, facts: Facts, texts: Words, tried: list[Answers]
) -> None:
    monkeypatch.setattr(timetable.Dates, "fits", property(always_yes))
    assert "yes-is-kept" in broken(facts, texts, tried)


def test_a_holder_who_is_sent_through_a_first_certificate_breaks_the_rule_that_names_it(
    monkeypatch: pytest.MonkeyPatch, facts: Facts, texts: Words, tried: list[Answers]
) -> None:
    monkeypatch.setattr("quiz.steps.way", lambda _: "newcomer")
    assert "holders-begin-nothing" in broken(facts, texts, tried)


def test_a_certificate_kept_by_another_one_s_rules_breaks_the_rule_that_names_it(
    monkeypatch: pytest.MonkeyPatch, facts: Facts, texts: Words, tried: list[Answers]
) -> None:
    monkeypatch.setattr("quiz.plan.kept", lambda visitor: visitor.process)
    assert "upkeep-of-what-is-held" in broken(facts, texts, tried)
