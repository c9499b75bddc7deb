"""The search of the built site: what visitors type is found at the place that answers it."""

import json
from pathlib import Path

import pytest

from hooks.facts.catalogue import load
from hooks.facts.search_words import load_search

TRADES = load().trades


@pytest.fixture(scope="module")
def tags(site: Path) -> dict[str, set[str]]:
    """The words of every document of the index by its location."""
    documents = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    assert len({document["location"] for document in documents}) == len(documents)
    return {document["location"]: set(document.get("tags", ())) for document in documents}


def test_every_word_stands_at_its_own_address(tags: dict[str, set[str]]) -> None:
    wrong = [entry.address for entry in load_search().words if not set(entry.words) <= tags.get(entry.address, set())]
    assert wrong == []


def test_every_trade_stands_at_its_industry_in_the_quiz(tags: dict[str, set[str]]) -> None:
    assert [trade.word for trade in TRADES if trade.word not in tags[f"quiz/#industry={trade.industry}"]] == []


def test_a_landscaper_in_manitoba_is_led_to_the_partner(tags: dict[str, set[str]]) -> None:
    here = {location for location, words in tags.items() if "landscaper" in words and "manitoba" in location}
    assert {location.rstrip("/").rpartition("/")[2].lstrip("#") for location in here} == {"csam"}
