"""What must hold for the dates of every plan, whatever the lengths are and whichever of them nobody states."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hooks.facts.words import words
from quiz.calendar_days import plus_months
from quiz.decision import result
from quiz.process import Process
from quiz.readiness import readiness
from quiz.situation import Situation
from quiz.steps import step_ids
from quiz.timetable import AUDITS, BY_THE_DEADLINE, least_months
from tests.quiz.made_up import (
    TODAY,
    TWO_SIZES,
    entry,
    letter,
    partner,
    place,
    process,
    records,
    timing,
    training,
    visitor,
)

pytestmark = pytest.mark.slow  # hundreds of examples each

WORDS = words("en")
LETTERS = (
    letter("letter", only_without_local_base=True),
    letter("work", kind="equivalency", working=True, bidding=False, only_without_local_base=True),
    letter("iso", to="iso-45001", kind="equivalency"),
)


def in_order(there: Situation) -> tuple[str, ...]:
    """The steps to a certificate in the order of work, by the kind of its first audit."""
    kind = there.process.audit.kind if there.process else "unknown"
    return ("records", *AUDITS[kind], "certificate")


@st.composite
def ways(draw: st.DrawFn) -> Process:
    """A way to a certificate with every length, or one of which any may be unknown."""
    unknown = draw(st.sampled_from([st.nothing(), st.none()]))
    days, months = unknown | st.integers(1, 200), unknown | st.integers(1, 24)
    lengths = dict.fromkeys(("gathering_days", "report_days", "review_days"), days)
    parts: dict[str, Any] = {
        "records": draw(unknown | st.builds(records, months, months)),
        "training": draw(unknown | st.builds(training, days)),
        "timing": draw(unknown | st.builds(timing, build_months=st.none() | months, **lengths)),
    }
    return process("cor", "secor", kind=draw(st.sampled_from(sorted(AUDITS))), **parts)


@st.composite
def visitors(draw: st.DrawFn) -> Situation:
    """Somebody with a date and any certificate, at a partner with such a way."""
    one = partner("builders", *TWO_SIZES, processes=(draw(ways()),))
    yes_no = st.sampled_from([None, "yes", "no", "unsure"])
    held = [None, "none", "cor", "secor", "expired", "cor-elsewhere", "secor-elsewhere", "iso-45001"]
    return visitor(
        at=place(one, letters=LETTERS, interim=(entry("proof", ready=True), entry("young", records_under=6))),
        people=draw(st.sampled_from([1, 10, 11, "unsure"])),
        records_months=draw(st.none() | st.just("unsure") | st.integers(0, 30)),
        holds=draw(st.sampled_from(held)),
        home_province=draw(st.sampled_from([None, "XB"])),
        local_base=draw(yes_no),
        work_started=draw(yes_no),
        client_requires=draw(st.sampled_from([None, "cor", "either", "none"])),
        deadline=TODAY + timedelta(days=draw(st.integers(0, 1_500))),
    )


@st.composite
def newcomers(draw: st.DrawFn) -> Situation:
    """A firm of thirty without a certificate, with a date, at a partner with such a way."""
    one = partner("builders", *TWO_SIZES, processes=(draw(ways()),))
    told = st.none() | st.integers(0, 30)
    by = TODAY + timedelta(days=draw(st.integers(0, 1_500)))
    return visitor(one, records_months=draw(told), deadline=by)


def ready_on(way: Process, have: int | None) -> date:
    """The day to which every known length adds up; None stands for all the records there must be, and a system."""
    parts, done = way.timing, [TODAY]
    if have is not None:
        lengths = (least_months(way), parts.build_months if parts else None)
        done += [plus_months(TODAY, max(0, length - have)) or TODAY for length in lengths if length]
    done.append(TODAY + timedelta(days=(way.training.days or 0) if way.training else 0))
    audit = (parts.gathering_days, parts.report_days, parts.review_days) if parts else ()
    return max(done) + timedelta(days=sum(length or 0 for length in audit))


def lacks_a_length(way: Process) -> bool:
    """Whether some part of the way has no stated length."""
    audit = (way.timing.gathering_days, way.timing.review_days) if way.timing else (None,)
    return None in (least_months(way), way.training.days if way.training else None, *audit)


@given(newcomers())
def test_it_is_no_where_the_known_lengths_go_beyond_the_date_and_yes_where_all_are_known_and_do_not(
    there: Situation,
) -> None:
    way, have, deadline = there.process, there.answers.records_months, there.answers.deadline
    assert way
    assert deadline
    told_months = have if isinstance(have, int) else None
    late = ready_on(way, told_months) > deadline
    sure = not lacks_a_length(way) and ready_on(way, told_months or 0) <= deadline
    told = readiness(there, WORDS)
    assert told
    assert told["answer"] == ("no" if late else "yes" if sure else "unknown")


@given(newcomers())
def test_the_earliest_day_is_after_a_date_that_is_missed_and_not_after_one_that_is_met(there: Situation) -> None:
    told, deadline = readiness(there, WORDS), there.answers.deadline
    assert told
    assert deadline
    earliest = told["earliest"] and date.fromisoformat(told["earliest"])
    assert told["answer"] != "no" or (earliest and earliest > deadline)
    assert told["answer"] != "yes" or (earliest and TODAY < earliest <= deadline)


@given(visitors())
def test_no_step_is_dated_before_one_that_it_needs(there: Situation) -> None:
    steps = {step["id"]: step for step in result(there, WORDS)["steps"]}
    first = [steps[step_id]["earliest"] for step_id in in_order(there) if step_id in steps]
    known = [day for day in first if day]
    assert known == sorted(known)


@given(visitors())
def test_first_and_last_days_never_cross_and_nothing_lies_in_the_past(there: Situation) -> None:
    for step in result(there, WORDS)["steps"]:
        dated = [day for day in (TODAY.isoformat(), step["earliest"], step["latest"]) if day]
        assert dated == sorted(dated), step["id"]


@given(visitors())
def test_nothing_but_the_bid_carries_the_date_unless_it_can_be_met(there: Situation) -> None:
    found = result(there, WORDS)
    told = found["readiness"]
    assert told
    dated = {step["id"] for step in found["steps"] if step["latest"]}
    assert told["answer"] == "yes" or dated <= set(BY_THE_DEADLINE)


@given(visitors())
def test_every_plan_has_three_steps_and_none_twice(there: Situation) -> None:
    ids = step_ids(there)
    assert len(ids) >= 3
    assert len(ids) == len(set(ids))


@given(visitors())
def test_what_is_first_on_the_way_comes_first_in_the_plan(there: Situation) -> None:
    ids = step_ids(there)
    order = [ids.index(step_id) for step_id in in_order(there) if step_id in ids]
    assert all(before < after for before, after in pairwise(order))


@given(visitors())
def test_who_did_not_tell_his_records_is_shown_what_somebody_without_any_is_shown(there: Situation) -> None:
    open_to_all, without = (visitor(at=there.place, **{**answers_of(there), "records_months": n}) for n in (None, 0))
    shown = {told["id"] for told in result(open_to_all, WORDS)["interim"]}
    assert {told["id"] for told in result(without, WORDS)["interim"]} == shown


def answers_of(there: Situation) -> dict[str, Any]:
    """What somebody said, to be said again with a change."""
    keys = ("people", "records_months", "holds", "home_province", "local_base", "work_started", "client_requires")
    return {key: getattr(there.answers, key) for key in (*keys, "deadline")}
