"""Who counts for a partner: a range where nobody says whether some kind of people counts."""

import pytest

from quiz.answers import GROUPS, Answers
from quiz.fact import MOST_PEOPLE
from quiz.facts import Counting
from quiz.headcount import UNKNOWN, Tally, full_time_equivalents, tally
from tests.quiz.made_up import checked

RULE = Counting(
    unit="people",
    period="any-time",
    counted=("owners", "employees", "part_time", "temporary", "family", "contractors_on_account"),
    not_counted=("contractors_own_account", "contractors_dedicated"),
    unclear=("volunteers", "agency"),
    **checked("rule"),
)


def test_a_number_that_was_given_is_taken_as_it_is() -> None:
    assert tally(Answers(people=7), RULE) == Tally(7, 7)


@pytest.mark.parametrize("people", [None, "unsure"])
def test_without_a_number_any_number_is_possible(people: str | None) -> None:
    assert tally(Answers(people=people), RULE) is UNKNOWN
    assert UNKNOWN.low == 1
    assert UNKNOWN.high > MOST_PEOPLE


def test_people_who_may_count_make_a_range() -> None:
    found = tally(Answers(count={"owners": 1, "employees": 6, "agency": 3, "contractors_own_account": 20}), RULE)
    assert (found.low, found.high, found.known) == (7, 10, False)
    assert found.counted == (("owners", 1), ("employees", 6))
    assert found.unclear == (("agency", 3),)
    assert found.not_counted == (("contractors_own_account", 20),)


def test_people_who_surely_count_make_a_number() -> None:
    found = tally(Answers(count={"owners": 2, "family": 1, "volunteers": 0}), RULE)
    assert (found.low, found.high, found.known) == (3, 3, True)


@pytest.mark.parametrize("group", GROUPS)
def test_each_kind_is_counted_once_at_most(group: str) -> None:
    found = tally(Answers(count={group: 5}), RULE)
    lists = [found.counted, found.not_counted, found.unclear]
    assert [pairs for pairs in lists if pairs] == [((group, 5),)]
    assert (found.low, found.high) == (5 * (group in RULE.counted), 5 * (group not in RULE.not_counted))


@pytest.mark.parametrize(
    ("hours", "shown"),
    [(39_999, "19.99"), (40_000, "20"), (2_000, "1"), (1_999, "0.99"), (0, "0"), (42_000.5, "21"), (3_000, "1.5")],
)
def test_full_time_equivalents_are_rounded_down_and_whole_ones_stay_whole(hours: float, shown: str) -> None:
    assert str(full_time_equivalents(hours, 2_000)) == shown
