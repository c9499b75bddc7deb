"""The search of the built site: what visitors type is found at the place that answers it."""

import json
import subprocess
from pathlib import Path

import pytest

from hooks.facts.catalogue import load
from hooks.facts.search_words import addresses, load_search
from hooks.root import ROOT
from tests.hooks.facts.test_search_words import TYPED

TRADES = load().trades
ADDRESSES = addresses(load_search(), TRADES)


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


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, list[list[str]]]:
    """What the search finds for each word, by the theme's own worker: results, each a list of addresses."""
    command = ["node", str(ROOT / "tests" / "site" / "search.mjs"), str(site)]
    run = subprocess.run(command, input="\n".join(TYPED), capture_output=True, text=True, check=True)
    answers: dict[str, list[list[str]]] = json.loads(run.stdout)
    return answers


@pytest.mark.parametrize("word", TYPED)
def test_what_visitors_type_finds_its_answer_among_the_first_three(
    word: str, found: dict[str, list[list[str]]]
) -> None:
    assert ADDRESSES[word] in [address for result in found[word][:3] for address in result]
