"""Edits of `partners.yml`: one line a page, and not a character beside it."""

import datetime
import difflib

import pytest

from hooks.refused import Refused
from hooks.watch.edits import dated, moved, replaced

DAY = datetime.date(2027, 1, 15)
A, B, LONGER = "https://a.ca/cor", "https://b.ca/cor", "https://a.ca/cor/more"
TEXT = f"""\
# A comment with {A} in it.
national:
  - id: one
    text: See {A} for more.   # two spaces before this
    source: {A}
  - id: two
    text: 'It''s so'
    source: "{A}"
  - id: three
    source: {LONGER}
    url: {B}

sources:
  - url: {A}
    checked: 2026-11-23
    age: undated copy
  - url: {LONGER}   # with a remark
    checked: "2026-11-23"
  - {{url: {B}, checked: 2026-11-23}}
replaced: []
"""


def differences(new: str) -> list[str]:
    lines = difflib.ndiff(TEXT.splitlines(keepends=True), new.splitlines(keepends=True))
    return [line.rstrip() for line in lines if line[0] in "+-"]


def test_a_page_that_was_seen_is_dated_and_nothing_else_is_touched() -> None:
    assert differences(dated(TEXT, "partners.yml", {A: DAY})) == [
        "-     checked: 2026-11-23",
        "+     checked: 2027-01-15",
    ]


def test_a_line_keeps_its_quotation_marks_and_its_style() -> None:
    assert differences(dated(TEXT, "partners.yml", {LONGER: DAY, B: DAY})) == [
        '-     checked: "2026-11-23"',
        '+     checked: "2027-01-15"',
        f"-   - {{url: {B}, checked: 2026-11-23}}",
        f"+   - {{url: {B}, checked: 2027-01-15}}",
    ]


def test_a_later_day_stays() -> None:
    assert dated(TEXT, "partners.yml", {A: datetime.date(2026, 11, 1)}) == TEXT


def test_an_address_that_is_not_in_the_table_is_refused_with_the_nearest_and_nothing_is_dated() -> None:
    with pytest.raises(Refused, match=r"https://a\.ca/core is no address .* did you mean https://a\.ca/cor\n"):
        dated(TEXT, "partners.yml", {A: DAY, "https://a.ca/core": DAY})


def test_a_file_without_a_table_refuses_every_address() -> None:
    with pytest.raises(Refused, match="is no address"):
        dated("national: []\n", "partners.yml", {A: DAY})


def test_a_page_that_moved_is_renamed_wherever_a_value_names_it() -> None:
    found = differences(moved(TEXT, "partners.yml", A, "https://a.ca/new"))
    assert found == [
        f"-     source: {A}",
        "+     source: https://a.ca/new",
        f'-     source: "{A}"',
        '+     source: "https://a.ca/new"',
        f"-   - url: {A}",
        "+   - url: https://a.ca/new",
    ]


def test_a_page_that_moved_to_one_that_is_there_leaves_one_line() -> None:
    found = differences(moved(TEXT, "partners.yml", A, B))
    assert found == [
        f"-     source: {A}",
        f"+     source: {B}",
        f'-     source: "{A}"',
        f'+     source: "{B}"',
        f"-   - url: {A}",
        "-     checked: 2026-11-23",
        "-     age: undated copy",
    ]


def test_a_move_from_nowhere_or_to_itself_is_refused() -> None:
    with pytest.raises(Refused, match="is no address"):
        moved(TEXT, "partners.yml", "https://c.ca/", B)
    with pytest.raises(Refused, match="the same"):
        moved(TEXT, "partners.yml", A, A)


def test_another_file_that_names_the_page_is_changed_where_it_does() -> None:
    assert replaced(f"a: {A}\nb: {A}/more\n", "links.yml", A, B) == f"a: {B}\nb: {A}/more\n"


def test_an_address_that_would_mean_something_else_in_its_place_is_refused() -> None:
    with pytest.raises(Refused, match="cannot be replaced"):
        moved(TEXT, "partners.yml", B, "https://a.ca/x,y")


def test_an_address_that_holds_an_order_of_yaml_cannot_be_written() -> None:
    with pytest.raises(Refused, match="is not an address"):
        moved(TEXT, "partners.yml", A, "https://a.ca/x: &y\nnational: []")
