"""When a paper that may be shown meanwhile can be had: after which work, from which day on, and until when."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.timetable import covering, dates, follows, outlived, waits_for_work
from quiz.words import Words
from tests.quiz.made_up import BUILDERS, FROM_XB, TODAY, entry, letter, place, visitor
from tests.quiz.one_step import step

IN_MARCH = date(2030, 3, 15)
COURSES, SYSTEM, AUDIT = date(2030, 1, 11), date(2030, 2, 1), date(2030, 4, 1)


@pytest.mark.parametrize("after", ["training", "system"])
@pytest.mark.parametrize(
    ("answers", "asked_of", "waits"),
    [
        ({}, None, True),
        ({"holds": "expired"}, "builders", True),
        ({"holds": "expired"}, None, False),
        ({"holds": "cor"}, "builders", False),
        ({**FROM_XB, "local_base": "yes"}, None, False),
        ({**FROM_XB, "local_base": "yes"}, "builders", True),
        ({"holds": "iso-45001"}, "builders", True),
        ({"people": "unsure"}, None, True),  # what the partner decides is not known, so nothing is done yet
    ],
)
def test_a_paper_waits_for_work_of_who_begins_and_a_partner_s_own_for_that_of_who_begins_again(
    after: str, answers: dict[str, Any], asked_of: str | None, waits: bool
) -> None:
    paper = replace(entry("paper", after=after), asked_of=asked_of)
    assert waits_for_work(paper, visitor(**answers)) is waits


@pytest.mark.parametrize(("after", "waits"), [("records", True), ("start", False)])
@pytest.mark.parametrize("holds", ["none", "cor", "expired"])
def test_months_of_records_are_waited_for_by_everybody_and_a_first_call_by_nobody(
    after: str, holds: str, waits: bool
) -> None:
    assert waits_for_work(replace(entry("paper", after=after), asked_of="builders"), visitor(holds=holds)) is waits


@pytest.mark.parametrize(
    ("after", "changes", "first"),
    [
        ("training", {}, COURSES),
        ("training", {"courses": None}, None),
        ("system", {}, SYSTEM),
        ("system", {"system": date(2030, 1, 5)}, COURSES),
        ("system", {"courses": None}, None),
        ("system", {"system": None}, None),
        ("records", {}, AUDIT),
        ("records", {"records": None, "system": None}, None),
        ("records", {"adds_up": False}, None),
    ],
)
def test_what_comes_after_a_part_has_the_first_day_on_which_the_part_is_done(
    after: str, changes: dict[str, Any], first: date | None
) -> None:
    days = replace(dates(visitor(records_months=0)), courses=COURSES, system=SYSTEM, records=AUDIT)
    assert follows(after, replace(days, **changes)) == first


@pytest.mark.parametrize(
    ("lasts", "deadline", "first"),
    [
        ({"days": 20}, IN_MARCH, date(2030, 2, 23)),
        ({"months": 2}, IN_MARCH, date(2030, 1, 15)),
        ({"months": 3}, IN_MARCH, None),
        ({"days": 73}, IN_MARCH, None),
        ({"days": 72}, IN_MARCH, date(2030, 1, 2)),
        ({}, IN_MARCH, None),
        ({"days": 20}, None, None),
    ],
)
def test_a_paper_of_today_is_asked_for_later_where_it_would_run_out_before_the_date(
    lasts: dict[str, Any], deadline: date | None, first: date | None
) -> None:
    days = dates(visitor(deadline=deadline))
    assert covering(replace(entry("paper"), **lasts), days) == first


def test_a_letter_that_lasts_some_months_is_asked_for_that_long_before_the_date() -> None:
    days = dates(visitor(deadline=IN_MARCH))
    assert covering(letter("paper", months=1), days) == date(2030, 2, 15)
    assert covering(letter("paper"), days) is None
    assert covering(letter("paper", months=1), replace(days, today=None)) is None


@pytest.mark.parametrize(
    ("under", "answers", "gone"),
    [
        (3, {"records_months": 0}, False),
        (3, {"records_months": 1}, False),  # three months in March, but one asks in February
        (3, {"records_months": 2}, True),
        (1, {}, True),  # who says nothing of records has none
        (1, {"records_months": 5}, True),
        (None, {"records_months": 2}, False),  # the certificate is there in March at the earliest
        (None, {"records_months": 5}, True),  # it may be there in February, before one asks for the paper
        (1, {"today": None}, False),
        (1, {"deadline": None}, False),
    ],
)
def test_a_paper_is_gone_once_there_are_more_records_than_it_is_for_or_the_certificate_may_be_there(
    under: int | None, answers: dict[str, Any], gone: bool
) -> None:
    paper = replace(entry("paper", records_under=under), days=20)  # asked for from February 23 on
    assert outlived(paper, visitor(**{"deadline": IN_MARCH, **answers})) is gone


def test_it_is_gone_on_the_day_itself() -> None:
    paper = replace(entry("paper", records_under=3), months=1)
    assert outlived(paper, visitor(deadline=date(2030, 3, 1), records_months=2))
    assert not outlived(paper, visitor(deadline=date(2030, 2, 28), records_months=2))


@pytest.mark.parametrize(
    ("after", "courses", "told"),
    [
        ("start", 10, {"when": "when.now", "earliest": TODAY, "span": (TODAY, TODAY)}),
        ("training", 10, {"when": "when.from", "earliest": COURSES, "span": (TODAY, TODAY)}),
        ("training", None, {"when": "when.after-training", "earliest": None, "span": None}),
    ],
)
def test_a_paper_after_the_courses_has_their_day_or_says_what_it_waits_for(
    texts: Words, after: str, courses: int | None, told: dict[str, Any]
) -> None:
    way = tuple(
        replace(one, training=replace(one.training, days=courses)) for one in BUILDERS.processes if one.training
    )
    here = place(replace(BUILDERS, processes=way), interim=(entry("paper", ready=True, after=after),))
    found = step(texts, "paper", at=here, records_months=0)
    day = told["earliest"]
    assert found["earliest"] == (day.isoformat() if day else None)
    assert found["when"] == texts(told["when"], **({"earliest": texts.date(day)} if day else {}))
    assert found["span"] == ([one.isoformat() for one in told["span"]] if told["span"] else None)
