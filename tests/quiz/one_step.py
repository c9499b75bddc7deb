"""One step of somebody's plan, and partners that several of its tests take."""

from dataclasses import replace
from typing import Any

from quiz.facts import Partner
from quiz.plan import steps
from quiz.shape import Step
from quiz.words import Words
from tests.quiz.made_up import BUILDERS, TWO_SIZES, partner, process, visitor

OTHERS = partner("others", *TWO_SIZES, processes=(process("cor", kind="partner"),))
DOUBTFUL = replace(BUILDERS, status="doubtful")
WANTS_OFFICE = replace(BUILDERS, needs_local_base=True)


def step(texts: Words, step_id: str, *partners: Partner, **given: Any) -> Step:
    """One step of somebody's plan."""
    return next(found for found in steps(visitor(*partners, **given), texts) if found["id"] == step_id)
