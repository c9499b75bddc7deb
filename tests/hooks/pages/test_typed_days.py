"""Days as people type them, read by the page's own module under Node."""

import json
from pathlib import Path
from typing import Any

import pytest

from hooks.facts.words import words
from hooks.tools import node

TODAY = "2026-11-25"
SIXTH = "2027-01-06"
READ: dict[str, str | None] = {
    "2027-01-06": SIXTH,
    "2027/1/6": SIXTH,
    "20270106": SIXTH,
    " January 6, 2027 ": SIXTH,
    "January\u00a06, 2027": SIXTH,
    "january 6 2027": SIXTH,
    "Jan 6, 2027": SIXTH,
    "Jan. 6, 2027": SIXTH,
    "6 Jan 2027": SIXTH,
    "6 January, 2027": SIXTH,
    "6th January 2027": SIXTH,
    "2027 January 6": SIXTH,
    "Jan 6": SIXTH,
    "6 jan": SIXTH,
    "Sept 3": "2027-09-03",
    "Nov 25": TODAY,
    "Nov 24": "2027-11-24",
    "Dec 1": "2026-12-01",
    "Feb 29": "2028-02-29",
    "Feb 29, 2027": None,
    "Jan 32": None,
    "Ja 6": None,
    "Ju 6": None,
    "January": None,
    "6": None,
    "1/6/2027": None,
    "06-01-2027": None,
    "Jan 6, 27": None,
    "Jan 6 Feb 7": None,
    "tomorrow": None,
    "": None,
}
LATER = [
    (["2026-11-25", {"days": 14}], "2026-12-09"),
    (["2026-11-25", {"days": 42}], "2027-01-06"),
    (["2026-11-30", {"months": 3}], "2027-02-28"),
    (["2026-11-25", {"months": 3}], "2027-02-25"),
    (["2027-03-13", {"days": 1}], "2027-03-14"),
]


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    texts = words("en")
    months = [texts(f"month.{month}") for month in range(1, 13)]
    job = {"months": months, "today": TODAY, "typed": list(READ), "steps": [step for step, _ in LATER]}
    answer: dict[str, Any] = json.loads(node(Path(__file__).with_name("typed_days.mjs"), job))
    return answer


def test_a_day_is_read_as_people_write_it_and_never_guessed(found: dict[str, Any]) -> None:
    assert dict(zip(READ, found["days"], strict=True)) == READ


def test_a_day_some_weeks_or_months_later_stays_in_its_month(found: dict[str, Any]) -> None:
    assert found["later"] == [day for _, day in LATER]
