"""Where the visitor stands: the number that was compared, the limit, and what every other size would get."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.facts import Partner
from quiz.standing import bands, people
from quiz.words import Words
from tests.quiz.made_up import AVERAGE, BUILDERS, FULL_TIME, TWO_SIZES, partner, place, visitor

THREE_SIZES = partner("builders", ("Small", {"at_most": 4}), ("Middle", {"at_most": 19}), ("COR", {}))
ALONE = partner("builders", ("Owner", {"works_alone": True}), ("Small", {"at_most": 10}), ("COR", {}))
SPLIT = partner("builders", ("Small", {"at_most": 4}), ("Small", {"at_most": 9}), ("COR", {}))
HOURS = partner(
    "builders",
    ("Small", {"full_time_equivalents_below": 20, "full_time_hours": 2_000}),
    ("COR", {}),
    counting=FULL_TIME,
)
PEAK_AND_AVERAGE = partner("builders", ("Small", {"at_most": 24, "average_below": 20}), ("COR", {}), counting=AVERAGE)
ALWAYS = partner("builders", ("COR", {}))


@pytest.mark.parametrize(
    ("one", "answers", "limit"),
    [
        (BUILDERS, {"people": 1}, 10),
        (BUILDERS, {"people": 10}, 10),
        (BUILDERS, {"people": 11}, 10),
        (BUILDERS, {"people": 500}, 10),
        (BUILDERS, {"people": "unsure"}, 10),
        (THREE_SIZES, {"people": 4}, 4),
        (THREE_SIZES, {"people": 5}, 19),
        (THREE_SIZES, {"people": 20}, 19),
        (THREE_SIZES, {"people": "unsure"}, None),
        (THREE_SIZES, {"count": {"employees": 15, "agency": 10}}, 19),
        (THREE_SIZES, {"count": {"employees": 3, "agency": 22}, "client_requires": "cor"}, 19),
        (SPLIT, {"people": 3}, 9),
        (ALWAYS, {"people": 3}, None),
        (ALONE, {"people": 1}, 2),
        (ALONE, {"people": 2, "works_alone": "yes"}, 2),
        (ALONE, {"people": 2, "works_alone": "no"}, 10),
        (ALONE, {"people": 5}, 10),
    ],
)
def test_the_limit_is_the_last_number_of_the_own_band_or_of_the_one_below(
    texts: Words, one: Partner, answers: dict[str, Any], limit: int | None
) -> None:
    assert people(visitor(one, **answers), texts)["limit"] == limit


def test_what_each_size_would_get_ends_without_an_end(texts: Words) -> None:
    told = people(visitor(THREE_SIZES, people=7), texts)
    assert told["scale"] == [
        {"from": 1, "to": 4, "route": "secor", "name": "Small"},
        {"from": 5, "to": 19, "route": "secor", "name": "Middle"},
        {"from": 20, "to": None, "route": "cor", "name": "COR"},
    ]


@pytest.mark.parametrize(
    ("answers", "spans"),
    [
        ({"people": 2, "works_alone": "yes"}, [(0, 2), (3, 10), (11, 10**9)]),
        ({"people": 2, "works_alone": "no"}, [(0, 1), (2, 10), (11, 10**9)]),
        ({"people": 30}, [(0, 1), (2, 10), (11, 10**9)]),
    ],
)
def test_at_two_people_the_picture_follows_whether_one_works_alone(
    answers: dict[str, Any], spans: list[tuple[int, int]]
) -> None:
    there = visitor(ALONE, **answers)
    assert [(first, last) for first, last, _ in bands(ALONE, there.cases[0])] == spans


def test_a_picture_is_drawn_where_people_are_counted_and_there_is_a_limit(texts: Words) -> None:
    assert "scale" in people(visitor(BUILDERS), texts)
    assert "scale" not in people(visitor(ALWAYS), texts)
    assert "scale" not in people(visitor(HOURS, people=None), texts)
    assert "scale" not in people(visitor(BUILDERS, partner("others", *TWO_SIZES)), texts)


def test_nothing_is_told_that_has_no_name_of_its_own(texts: Words) -> None:
    assert set(people(visitor(ALWAYS), texts)) == {"counted", "limit", "unit", "period", "source", "size"}


@pytest.mark.parametrize(
    ("answers", "size"),
    [
        ({"people": 1}, "1 person"),
        ({"people": 7}, "7 people"),
        ({"count": {"employees": 7}}, "7 people"),
        ({"count": {"employees": 9, "agency": 3}}, "9 to 12 people"),
        ({"count": {"agency": 3}}, "0 to 3 people"),
        ({"count": {"contractors_own_account": 3}}, "0 people"),
    ],
)
def test_a_number_of_people_is_told_in_words(texts: Words, answers: dict[str, Any], size: str) -> None:
    assert people(visitor(**answers), texts)["size"] == size


def test_several_partners_that_compare_averages_have_no_limit_of_people(texts: Words) -> None:
    others = replace(PEAK_AND_AVERAGE, id="others")
    assert people(visitor(PEAK_AND_AVERAGE, others, people=5), texts)["limit"] is None


def test_a_number_is_told_with_its_unit_and_period(texts: Words) -> None:
    told = people(visitor(BUILDERS, people=7), texts)
    assert told["counted"] == 7
    assert told["unit"] == texts("unit.people")
    assert told["period"] == texts("period.any-time")
    assert told["source"]["url"] == "https://counting.example/"
    assert "exclusive" not in told
    assert "groups" not in told


def test_people_who_may_count_are_told_as_a_range_with_their_kinds(texts: Words) -> None:
    told = people(visitor(count={"employees": 4, "agency": 2, "contractors_own_account": 3}), texts)
    assert (told["counted"], told["low"], told["high"]) == (4, 4, 6)
    assert told["groups"] == {
        "counted": {"employees": 4},
        "not_counted": {"contractors_own_account": 3},
        "unclear": {"agency": 2},
    }


def test_a_size_that_is_not_known_is_not_told(texts: Words) -> None:
    told = people(visitor(people="unsure"), texts)
    assert told["counted"] is None
    assert "low" not in told


def test_where_nobody_certifies_there_is_no_limit(texts: Words) -> None:
    told = people(visitor(at=place()), texts)
    assert (told["counted"], told["limit"]) == (None, None)
    assert told["unit"] == texts("unit.people")
    assert told["period"] == texts("period.not-stated")
    assert "source" not in told


@pytest.mark.parametrize(("other", "limit"), [(10, 10), (4, None)])
def test_several_partners_have_a_limit_where_it_is_the_same(texts: Words, other: int, limit: int | None) -> None:
    others = partner("others", ("Small", {"at_most": other}), ("COR", {}))
    told = people(visitor(BUILDERS, others, people=3), texts)
    assert (told["limit"], told["counted"]) == (limit, 3)
    assert told["period"] == texts("period.not-stated")


@pytest.mark.parametrize(("hours", "counted"), [(3_000, 1.5), (40_000, 20), ("unsure", None)])
def test_hours_are_compared_as_full_time_equivalents_below_a_limit(texts: Words, hours: Any, counted: Any) -> None:
    told = people(visitor(HOURS, people=None, payroll_hours=hours), texts)
    assert (told["counted"], told["limit"], told["exclusive"]) == (counted, 20, True)
    assert told["unit"] == texts("unit.full-time-equivalents")


@pytest.mark.parametrize(
    ("answers", "counted"),
    [
        ({"people": 12, "average_people": 8.5}, 8.5),
        ({"people": 12, "average_people": "unsure"}, 12),
        ({"people": 12}, 12),
        ({"people": "unsure", "average_people": "unsure"}, None),
        ({"people": 24, "average_people": 22}, 22),
    ],
)
def test_an_average_is_compared_below_a_limit_and_is_at_most_the_peak(
    texts: Words, answers: dict[str, Any], counted: float | None
) -> None:
    told = people(visitor(PEAK_AND_AVERAGE, **answers), texts)
    assert (told["counted"], told["limit"], told["exclusive"]) == (counted, 20, True)
    assert told["unit"] == texts("unit.average-people")


@pytest.mark.parametrize("average", [14, "unsure"])
def test_where_the_peak_decided_its_limit_is_told(texts: Words, average: Any) -> None:
    told = people(visitor(PEAK_AND_AVERAGE, people=25, average_people=average), texts)
    assert (told["counted"], told["limit"]) == (25, 24)
    assert told["unit"] == texts("unit.people")
    assert told["period"] == texts("period.peak")
    assert "exclusive" not in told


def test_an_average_alone_has_its_own_limit_whatever_the_peak(texts: Words) -> None:
    one = partner("builders", ("Small", {"average_below": 20}), ("COR", {}), counting=AVERAGE)
    told = people(visitor(one, people=25, average_people=22), texts)
    assert (told["counted"], told["limit"], told["exclusive"]) == (22, 20, True)


def test_a_partner_that_counts_hours_and_has_one_class_has_no_limit(texts: Words) -> None:
    one = partner("builders", ("COR", {}), counting=replace(FULL_TIME, full_time_hours=None))
    told = people(visitor(one, people=None, payroll_hours=5), texts)
    assert (told["counted"], told["limit"]) == (5, None)


@pytest.mark.parametrize(("average", "size"), [(1, "average-person"), (8.5, None)])
def test_an_average_of_one_is_one_person(texts: Words, average: float, size: str | None) -> None:
    told = people(visitor(PEAK_AND_AVERAGE, people=12, average_people=average), texts)
    assert told["size"] == (texts(f"unit.{size}") if size else f"8.50 {texts('unit.average-people')}")


@pytest.mark.parametrize(
    ("one", "answers", "last"),
    [
        (HOURS, {"people": None, "payroll_hours": 3_000}, 19),
        (HOURS, {"people": None, "payroll_hours": 60_000}, 19),
        (PEAK_AND_AVERAGE, {"people": 22, "average_people": 19.5}, 19),
        (PEAK_AND_AVERAGE, {"people": 30, "average_people": 19.5}, 24),
    ],
)
def test_a_limit_in_another_unit_has_two_sides_wherever_the_visitor_stands(
    texts: Words, one: Partner, answers: dict[str, Any], last: int
) -> None:
    below, above = people(visitor(one, **answers), texts)["scale"]
    assert (below["from"], below["to"], below["name"]) == (1, last, "Small")
    assert (above["from"], above["to"], above["name"]) == (last + 1, None, "COR")


THREE_BY_AVERAGE = partner(
    "builders", ("Small", {"average_below": 20}), ("Middle", {"at_most": 100}), ("COR", {}), counting=AVERAGE
)

OWNER_BY_AVERAGE = partner(
    "builders", ("Owner", {"at_most": 1}), ("Small", {"average_below": 20}), ("COR", {}), counting=AVERAGE
)
FULL = {"client_requires": "cor"}


@pytest.mark.parametrize(
    ("one", "answers", "below", "above"),
    [
        (HOURS, {"people": None, "payroll_hours": 3_000}, ("secor", "Small"), ("cor", "COR")),
        (HOURS, {"people": None, "payroll_hours": 60_000}, ("secor", "Small"), ("cor", "COR")),
        (HOURS, {"people": None, "payroll_hours": 40_000}, ("secor", "Small"), ("cor", "COR")),
        (PEAK_AND_AVERAGE, {"people": 22, "average_people": 19.5}, ("secor", "Small"), ("cor", "COR")),
        (PEAK_AND_AVERAGE, {"people": 24, "average_people": 19.5}, ("secor", "Small"), ("cor", "COR")),
        (THREE_BY_AVERAGE, {"people": 50, "average_people": 30}, ("secor", "Small"), ("secor", "Middle")),
        (HOURS, {"people": None, "payroll_hours": 3_000, **FULL}, ("cor", "COR"), ("cor", "COR")),
        (OWNER_BY_AVERAGE, {"people": 15, "average_people": 10}, ("secor", "Small"), ("cor", "COR")),
    ],
)
def test_the_two_sides_of_a_limit_are_named_and_the_visitor_s_own_by_the_own_class(
    texts: Words, one: Partner, answers: dict[str, Any], below: tuple[str, str], above: tuple[str, str]
) -> None:
    scale = people(visitor(one, **answers), texts)["scale"]
    assert [(side["route"], side["name"]) for side in scale] == [below, above]


@pytest.mark.parametrize("average", [None, "unsure", 1])
def test_a_class_of_heads_before_one_of_an_average_ends_at_its_own_number(texts: Words, average: Any) -> None:
    told = people(visitor(OWNER_BY_AVERAGE, people=1, average_people=average), texts)
    assert (told["counted"], told["limit"], told["size"]) == (1, 1, "1 person")
    assert (told["unit"], told["period"]) == (texts("unit.people"), texts("period.peak"))
    assert "exclusive" not in told
    assert [(side["from"], side["to"], side["name"]) for side in told["scale"]] == [
        (1, 1, "Owner"),
        (2, None, "Small"),
    ]


def test_a_count_beside_another_unit_is_no_range_of_it(texts: Words) -> None:
    told = people(visitor(HOURS, people=None, count={"employees": 9, "agency": 3}, payroll_hours=3_000), texts)
    assert (told["counted"], told["low"], told["high"]) == (1.5, 1.5, 1.5)


@pytest.mark.parametrize("average", [None, "unsure"])
def test_a_peak_is_not_told_as_an_average(texts: Words, average: str | None) -> None:
    assert people(visitor(PEAK_AND_AVERAGE, people=12, average_people=average), texts)["size"] == "12 people"


@pytest.mark.parametrize(("hours", "size"), [(2_000, "1 full-time equivalent"), (4_000, "2 full-time equivalents")])
def test_one_full_time_equivalent_is_no_plural(texts: Words, hours: int, size: str) -> None:
    assert people(visitor(HOURS, people=None, payroll_hours=hours), texts)["size"] == size


UNCLEAR_AVERAGE = replace(PEAK_AND_AVERAGE, counting=replace(AVERAGE, unclear=("agency",)))


@pytest.mark.parametrize(
    ("answers", "known"),
    [
        ({"people": None, "count": {"employees": 9, "agency": 3}}, (9, 9, 12)),
        ({"people": None, "count": {"employees": 9, "agency": 3}, "average_people": 8.5}, (8.5, 8.5, 8.5)),
        ({"people": 12, "average_people": 8.5}, (8.5, None, None)),
        ({"people": 12}, (12, None, None)),
    ],
)
def test_a_range_is_told_of_people_who_were_counted_until_an_average_is_known(
    texts: Words, answers: dict[str, Any], known: tuple[float | None, ...]
) -> None:
    told = people(visitor(UNCLEAR_AVERAGE, **answers), texts)
    assert (told["counted"], told.get("low"), told.get("high")) == known
