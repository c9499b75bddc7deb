"""When a page was read, said once: what facts take from the table, what they say themselves, and what is refused."""

from pathlib import Path
from typing import Any

import pytest

from hooks.facts.catalogue import FACTS, load
from hooks.facts.sources import completed, source_findings
from hooks.facts.yaml_marks import DataError, Plain, parse

PAGE = """\
facts:
  - id: one
    source: https://a.example/page
    confidence: high
sources:
  - url: https://a.example/page
    checked: 2026-11-23
    age: copy of 2025
"""


def data(text: str) -> Plain:
    return parse(text, "facts.yml").data


def first(text: str) -> dict[str, Any]:
    """The first fact of a text, as the model sees it."""
    whole: Any = completed(data(text))
    found: dict[str, Any] = whole["facts"][0]
    return found


def findings(text: str) -> list[str]:
    """Each finding as a line of the report."""
    document = parse(text, "facts.yml")
    found = (document.problem(place, told, key=key) for place, told, key in source_findings(document.data))
    return [problem.at("").removeprefix(":") for problem in sorted(found)]


def test_a_fact_takes_the_day_and_the_age_from_the_line_of_its_source() -> None:
    assert first(PAGE) == {
        "id": "one",
        "source": "https://a.example/page",
        "confidence": "high",
        "checked": "2026-11-23",
        "age": "copy of 2025",
        "review_by": "2027-11-23",
    }


@pytest.mark.parametrize("own", ["checked: 2026-12-01", "age: copy of 2020", "review_by: 2027-01-31"])
def test_what_a_fact_says_itself_stands(own: str) -> None:
    key, _, value = own.partition(": ")
    assert first(PAGE.replace("confidence: high\n", f"confidence: high\n    {own}\n"))[key] == value


@pytest.mark.parametrize(
    ("checked", "confidence", "review_by"),
    [
        ("2026-11-23", "high", "2027-11-23"),
        ("2026-11-23", "medium", "2027-05-23"),
        ("2026-11-23", "low", "2027-05-23"),
        ("2028-02-29", "high", "2029-02-28"),
        ("2026-08-31", "medium", "2027-02-28"),
    ],
)
def test_a_fact_is_looked_at_again_after_a_year_or_six_months(checked: str, confidence: str, review_by: str) -> None:
    text = PAGE.replace("2026-11-23", checked).replace("confidence: high", f"confidence: {confidence}")
    assert first(text)["review_by"] == review_by


def test_an_earlier_day_of_its_own_moves_the_next_look_too() -> None:
    text = PAGE.replace("confidence: high\n", "confidence: high\n    checked: 2026-10-01\n")
    assert first(text)["review_by"] == "2027-10-01"


def test_a_source_without_a_line_is_named_where_it_stands() -> None:
    found = findings(PAGE.replace("    source: https://a.example/page", "    source: https://a.example/other"))
    assert found == [
        "3:13: 'https://a.example/other' is not in the table `sources`; an address with a line there is accepted",
        "6:10: no fact names 'https://a.example/page'; the `source` of some fact is accepted",
    ]


def test_a_page_that_stands_in_the_table_twice_is_named_at_the_second() -> None:
    found = findings(PAGE + "  - url: https://a.example/page\n    checked: 2026-11-24\n")
    assert found == ["9:10: 'https://a.example/page' stands in `sources` twice; one line for a page is accepted"]


def test_a_day_that_is_none_is_told_once_at_its_line_and_not_at_every_fact(tmp_path: Path) -> None:
    text = FACTS.read_text(encoding="utf-8")
    place = text.index("\nsources:\n")
    broken = text[:place] + text[place:].replace("checked: 2", "checked: 3", 1)
    file = tmp_path / "broken.yml"
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(DataError) as error:
        load(file, "broken.yml")
    line = broken[: broken.index("checked: 3")].count("\n") + 1
    assert [problem.line for problem in error.value.problems] == [line]
