"""The unit tests on a copy of the project with other facts: none of them knows the days or the limits by heart."""

import datetime
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hooks.moment import DAY
from hooks.root import ROOT
from tests.copy_of_project import copy_with_facts

pytestmark = pytest.mark.slow  # the unit tests run anew

ONE_PAGE = "https://alberta.ca/get-certificate-recognition.aspx"
TEXT = (ROOT / "partners.yml").read_text(encoding="utf-8")
CASES = "tests/quiz/test_cases.py"  # written by hand, so a corrected limit contradicts some
# What reads facts, but the properties, which hold for any; the others would only take time.
READERS = (
    *("tests/quiz", f"--ignore={CASES}", "--ignore=tests/quiz/test_properties.py"),
    *("tests/hooks/facts", "tests/hooks/views", "tests/hooks/pages", "tests/hooks/watch"),
    *("tests/test_boundaries.py", "tests/test_completeness.py", "tests/test_handbook.py"),
)
SAYS_SO = "test_a_caution_for_firms_above_a_limit_was_not_left_behind_when_the_limit_changed"

type Failing = Callable[..., list[str]]


@pytest.fixture
def failing(tmp_path: Path) -> Failing:
    """A function: other facts in, the tests of `make check` that fail with them out."""

    def run(text: str, *chosen: str) -> list[str]:
        copy = copy_with_facts(tmp_path / "copy", text)
        # Nobody can have read a page on a day that has not come.
        then = {**os.environ, DAY: max(re.findall(r"^ *checked: (\S+)$", text, re.MULTILINE))}
        command = [sys.executable, "-m", "hooks", "check"]
        checked = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False, env=then)
        assert checked.returncode == 0, checked.stderr
        command = [sys.executable, "-m", "pytest", "-q", "-m", "not browser and not site and not slow", *chosen]
        tested = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False, env=then)
        assert tested.returncode in (0, 1), tested.stdout  # 1: some test failed
        last = copy / ".cache/pytest/v/cache/lastfailed"
        return sorted(json.loads(last.read_text(encoding="utf-8"))) if last.exists() else []

    return run


def moved(text: str, days: int) -> str:
    """A text with each day on which something was read, or is to be read again, some days later."""

    def later(found: re.Match[str]) -> str:
        return f"{found[1]}{datetime.date.fromisoformat(found[2]) + datetime.timedelta(days=days)}"

    return re.sub(r"^( *(?:checked|review_by): )(\S+)$", later, text, flags=re.MULTILINE)


def looked_at_again(text: str) -> str:
    """Every page read 400 days later, and one of them a week after that."""
    found = re.search(rf"^  - url: {re.escape(ONE_PAGE)}\n    checked: \S+$", text, re.MULTILINE)
    assert found is not None
    return moved(text.replace(found[0], moved(found[0], 7)), 400)


def another_limit(text: str) -> str:
    """Alberta's limit two people higher."""
    start = text.index("id: ab-class-secor\n")
    changed = re.sub(r"at_most: (\d+)", lambda found: f"at_most: {int(found[1]) + 2}", text[start:], count=1)
    return text[:start] + changed


def test_other_days_and_another_limit_turn_red_only_what_says_so(failing: Failing) -> None:
    found = failing(another_limit(looked_at_again(TEXT)), *READERS)
    assert found == [f"tests/test_completeness.py::{SAYS_SO}"]


def test_other_days_turn_no_case_red(failing: Failing) -> None:
    assert failing(looked_at_again(TEXT), CASES) == []
