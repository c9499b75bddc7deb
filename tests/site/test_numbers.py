"""Numbers that state a fact come from `partners.yml`, never from somebody's keyboard.

A number in front of people, months, money and the like in a hand-written page or a template is one, in digits or in
words. The few that are none (what the company says of itself, what an example needs) stand in `numbers.txt`, each with
its file.
"""

import re
from pathlib import Path

import pytest

from hooks.root import ROOT

ALLOWED = [line for line in (ROOT / "tests/site/numbers.txt").read_text(encoding="utf-8").splitlines() if line]
WRITTEN = sorted(
    path
    for folder, endings in (
        ("docs/en", {".md"}),
        ("hooks/pages/templates", {".md", ".jinja", ".txt", ".xml", ".html"}),
        ("overrides", {".html"}),
    )
    for path in (ROOT / folder).rglob("*")
    if path.suffix in endings
)

FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
ADDRESS = re.compile(r"\([^()\s]*\)|(?:href|src|content|id|class)=\"[^\"]*\"")
WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|hundred|half|third"
)
ONE = rf"(?:\d[\d,.]*|\b(?:{WORDS}))"
NUMBER = rf"{ONE}(?:\s?(?:to|or|and|–)\s?{ONE})?"
UNIT = (
    r"(?:%|or fewer|per\s?cent|people|persons?|workers?|employees?|staff|months?|days?|years?|weeks?|hours?|points?"
    r"|certifying partners|full-time|dollars|or more|and more)"
)
FACT = re.compile(rf"\$\s?\d[\d,.]*|{NUMBER}[\s-]{{0,2}}{UNIT}(?!\w)", re.IGNORECASE)


def typed(text: str) -> list[str]:
    """The numbers in a text that look like facts, with what they count."""
    plain = ADDRESS.sub(" ", FILLED.sub(" \N{REPLACEMENT CHARACTER} ", text))
    return [" ".join(found.split()) for found in FACT.findall(plain)]


def lines() -> set[str]:
    """Every such number of the project as a line of the list."""
    return {
        f"{path.relative_to(ROOT)}: {found}" for path in WRITTEN for found in typed(path.read_text(encoding="utf-8"))
    }


def test_no_number_that_states_a_fact_is_typed_by_hand() -> None:
    assert sorted(lines() - set(ALLOWED)) == [], "take these from partners.yml, or allow them in tests/site/numbers.txt"


def test_an_allowed_number_that_is_gone_leaves_the_list() -> None:
    assert sorted(set(ALLOWED) - lines()) == []


@pytest.mark.parametrize(
    "text",
    [
        "up to 10 people",
        "three years",
        "80% overall",
        "$1,000 back",
        "two or three months",
        "a 45-day wait",
        "19 or fewer",
    ],
)
def test_a_number_that_states_a_fact_is_found(text: str) -> None:
    assert len(typed(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "up to {{ limit }} people",
        "one person",
        "[a](../records-three-and-twelve-months.md)",
        "step 3: people",
        "1-800-440-6650",
    ],
)
def test_what_is_filled_in_or_no_fact_is_left_alone(text: str) -> None:
    assert typed(text) == []


def test_every_kind_of_page_is_looked_at() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in WRITTEN} == {"docs", "hooks", "overrides"}
    assert Path("docs/en/index.md") in {path.relative_to(ROOT) for path in WRITTEN}
