"""Size classes that shut each other out, in the plain data: the second is told, with what would be accepted."""

import pytest

from hooks.facts.repetitions import repetitions
from hooks.facts.yaml_marks import Plain

LAST: dict[str, Plain] = {"id": "last"}


def never_reached(*classes: dict[str, Plain]) -> list[int]:
    """Which of the classes nobody is in."""
    named: list[Plain] = [{"id": f"class-{number}", **one} for number, one in enumerate(classes)]
    found = [*repetitions({"size_classes": [*named, {**LAST}]})]
    assert all("accepted" in told for _, told, _ in found)
    return [int(place[1]) for place, _, _ in found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"at_most": 10}, {"at_most": 10}),
        ({"at_most": 10}, {"at_most": 9, "without_subcontractors": True}),
        ({"at_most": 2}, {"works_alone": True}),
        ({"average_below": 11}, {"at_most": 10}),
        ({"average_below": 3}, {"works_alone": True}),
        ({"average_below": 5}, {"average_below": 5}),
        ({"works_alone": True}, {"at_most": 1}),
    ],
)
def test_a_class_that_the_one_above_it_leaves_nobody_is_told(first: dict[str, Plain], second: dict[str, Plain]) -> None:
    assert never_reached(first, second) == [1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"at_most": 10}, {"at_most": 11}),
        ({"at_most": 1}, {"works_alone": True}),
        ({"average_below": 10}, {"at_most": 10}),
        ({"average_below": 2}, {"works_alone": True}),
        ({"at_most": 10}, {"average_below": 5}),
        ({"full_time_equivalents_below": 20}, {"at_most": 2}),
        ({"works_alone": True, "at_most": 10}, {"at_most": 2}),
        ({"at_most": "ten"}, {"at_most": 5}),
        ({"average_below": "ten"}, {"at_most": 5}),
    ],
)
def test_a_class_that_somebody_is_in_is_accepted(first: dict[str, Plain], second: dict[str, Plain]) -> None:
    assert never_reached(first, second) == []
