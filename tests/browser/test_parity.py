"""The engine in Pyodide in Chromium gives exactly the JSON of CPython, and never needs its spare runtime for that.

`make test` takes one set of answers for each distinct verdict and 2,000 drawn ones; `make parity` takes them all.
"""

import hashlib
import json
import os
import random
from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_for
from hooks.facts.words import words
from quiz.ahead.answer_sets import raw, text_sets, verdict_sets
from quiz.browser import dumps
from quiz.evidence import certainty
from quiz.situation import Situation
from tests.untyped import decide

FACTS, WORDS = facts_for(load()), words("en")
DRAWN = 2_000

# Asks the worker for a batch and gives the SHA-256 of its decisions, a line each, as lower-case hexadecimal. What goes
# wrong on the way, though an answer came all the same, is kept in `window.troubles`.
ASK = """
async (batch) => {
  window.compared ??= new Promise((resolve, reject) => {
    window.troubles = [];
    const worker = new Worker("/assets/quiz/engine.js", { type: "module" });
    worker.addEventListener("error", ({ message }) => window.troubles.push(message));
    worker.addEventListener("message", ({ data }) => {
      if (data.kind === "fallback") window.troubles.push(data.reason);
      if (data.kind === "ready") resolve(worker);
      if (data.kind === "failed") reject(new Error(data.reason));
    });
    worker.postMessage({ kind: "start", manifest: JSON.parse(document.querySelector("#engine").textContent) });
  });
  const worker = await window.compared;
  const lines = await new Promise((resolve) => {
    const found = [];
    let left = batch.length;
    worker.onmessage = ({ data }) => {
      if (data.kind === "fallback") return;
      found[data.id] = JSON.stringify(data.result ?? data.reason);
      if (--left === 0) resolve(found);
    };
    batch.forEach((answers, id) => worker.postMessage({ kind: "decide", id, answers }));
  });
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(lines.join("\\n")));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
"""


def answer_sets() -> list[dict[str, Any]]:
    """The sets to compare: all, or the first of each distinct verdict and some drawn with a fixed seed."""
    today = FACTS.newest_check
    situations = list(verdict_sets(FACTS))
    everything = [found.answers.but(today=today) for found in situations] + list(text_sets(FACTS))
    if os.environ.get("PARITY") == "all":
        return [raw(answers) for answers in everything]
    drawn = random.Random(2026).sample(everything, DRAWN)
    return [*first_sets(situations), *(raw(answers) for answers in drawn)]


def first_sets(situations: Iterable[Situation]) -> list[dict[str, Any]]:
    """The first set of each distinct verdict, on the day of the newest check."""
    first: dict[tuple[object, ...], dict[str, Any]] = {}
    for found in situations:
        key = (found.place.code, found.answers.partner, found.settlement.verdicts, certainty(found))
        first.setdefault(key, raw(found.answers.but(today=FACTS.newest_check)))
    return list(first.values())


@pytest.fixture
def quiz(browser: Browser, base_url: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{base_url}/quiz/")
    yield page
    page.close()


def test_the_browser_gives_the_bytes_of_the_command_line(quiz: Page) -> None:
    sets = answer_sets()
    assert len(sets) > DRAWN
    for number, batch in enumerate(batched(sets, 500, strict=False)):
        expected = "\n".join(dumps(decide(answers, FACTS, WORDS)) for answers in batch)
        digest = hashlib.sha256(expected.encode()).hexdigest()
        assert quiz.evaluate(ASK, list(batch)) == digest, _first_difference(quiz, list(batch), number)
    assert quiz.evaluate("window.troubles") == []


def _first_difference(page: Page, batch: list[dict[str, Any]], number: int) -> str:
    """The first set of a batch on which the two differ, for the report."""
    for answers in batch:
        expected = dumps(decide(answers, FACTS, WORDS))
        if page.evaluate(ASK, [answers]) != hashlib.sha256(expected.encode()).hexdigest():
            return f"batch {number}: {json.dumps(answers)}\nCPython: {expected}"
    return f"batch {number} differs only as a whole"
