"""Days and years that have not come, or that no calendar has: each is told once, where it was written."""

import datetime
import re
from pathlib import Path

import pytest

from hooks.facts.catalogue import load, main_check
from hooks.facts.dated import early_days
from hooks.facts.yaml_marks import DataError, parse
from tests.hooks.facts.few_places import only

TEXT = only("AB", "BC")
DAY = re.findall(r"checked: (\S+-)", TEXT[TEXT.index("\nsources:") :])[0]  # a year and a month


def test_a_day_that_has_not_come_is_told_where_it_was_written_and_nowhere_else() -> None:
    data = parse("facts:\n  - source: a\n    checked: 2026-11-24\n  - source: a\n    checked: 2026-11-26\n", "f").data
    assert [place for place, _, _ in early_days(data, lambda: datetime.date(2026, 11, 25))] == [("facts", 1, "checked")]


def test_the_check_refuses_a_page_that_was_read_on_a_day_that_has_not_come(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "facts.yml"
    at = TEXT.index(f"checked: {DAY}", TEXT.index("\nsources:"))
    file.write_text(f"{TEXT[:at]}checked: 2126-11-{TEXT[at + len(f'checked: {DAY}') :]}", encoding="utf-8")
    assert main_check(file) == 1
    line = TEXT.count("\n", 0, at) + 1
    assert re.search(rf"facts\.yml:{line}:\d+: checked 2126-11-\d\d has not come yet", capsys.readouterr().err)


@pytest.mark.parametrize("day", ["9999-12-31", "9999-02-29", "0001-01-01", "10000-01-01", "2026-13-01"])
@pytest.mark.parametrize("key", ["checked", "review_by", "valid_from", "valid_to"])
def test_days_at_the_ends_of_the_calendar_are_problems_and_no_traceback(tmp_path: Path, key: str, day: str) -> None:
    file = tmp_path / "facts.yml"
    start = TEXT.index("\nreplaced:\n")
    entry = re.sub(r"(?<=confidence: medium\n)", "    review_by: 2026-12-01\n", TEXT[start:], count=1)
    small = TEXT[TEXT.index("industries:") : TEXT.index("\nnational:")] + "\nnational: []\n"
    file.write_text(small + re.sub(rf"(?<= {key}: )\S+", day, entry, count=1), encoding="utf-8")
    with pytest.raises(DataError) as error:
        load(file, "facts.yml")
    assert day in str(error.value)


@pytest.mark.parametrize(
    ("written", "accepted"),
    [
        ("valid_to: 2027-11-27", "2027-11-26"),
        ("valid_to: 2150-01-01", "2027-11-26"),
        ("year: 2028", "2027"),
        ("age: copy of March 2027", "2026"),
        ("age: articles of 2019 and 2099", "2026"),
    ],
)
def test_a_year_that_nobody_can_know_is_told_with_the_last_that_is_accepted(written: str, accepted: str) -> None:
    ((place, told, _),) = early_days(parse(f"fact: {{{written}}}\n", "f").data, lambda: datetime.date(2026, 11, 25))
    assert place == ("fact", written.partition(":")[0])
    assert f"{accepted} is accepted" in told


@pytest.mark.parametrize("written", ["valid_to: 2027-11-26", "year: 2027", "age: copy of 2026", "age: 20260 pages"])
def test_a_year_that_may_be_known_is_accepted(written: str) -> None:
    assert [*early_days(parse(f"fact: {{{written}}}\n", "f").data, lambda: datetime.date(2026, 11, 25))] == []


@pytest.mark.parametrize("day", ["2200-01-01", "2199-06-01"])
def test_a_day_past_the_calendar_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str) -> None:
    file = tmp_path / "facts.yml"
    file.write_text(re.sub(r"(?m)^( +)(?=confidence: high)", rf"\1checked: {day}\n\1", TEXT, count=1), encoding="utf-8")
    assert main_check(file) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
