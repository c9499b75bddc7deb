"""A thousand made-up addresses in one page: no markup from an answer, no uncaught error, always a page to use."""

import random
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from hooks.facts.catalogue import load
from quiz.answers import CHOICES, GROUPS
from quiz.questions import QUESTIONS
from tests.browser.conftest import PATIENCE, Quiz

SEED = 8
COUNT = 1000
HUGE = 400_000
MARKUP = (
    "<img src=x onerror=globalThis.struck=1>",
    "<script>globalThis.struck=1</script>",
    '"><svg onload=globalThis.struck=1>',
    "javascript:globalThis.struck=1",
    "<iframe srcdoc='<script>parent.struck=1</script>'>",
    "{{constructor.constructor('globalThis.struck=1')()}}",
    "${globalThis.struck=1}",
    "</script><b id=struck>",
    "<a href=//example.org>x</a>",
)
PROTOTYPE = (
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "__proto__.struck",
    "valueOf",
    "then",
)
BROKEN = (
    "%",
    "%zz",
    "%E0%A4%A",
    "%00",
    "%ff%fe",
    "%F0%9F%98",
    "\ud83d",
    "\u202e",
    "\u0000",
    "\ufeff",
    "%u0041",
    "+",
    "&&&",
    "=",
    "==",
)
NUMBERS = (
    "0",
    "-1",
    "1e9",
    "1e999",
    "NaN",
    "Infinity",
    "0x10",
    "10.0",
    "\u0663",
    "\uff11\uff10",
    "99999999999999999999",
    " 10 ",
    "1,000",
    "10;",
    "true",
    "null",
    "[]",
)
# Sets each fragment as the address, lets the page act on it, and notes what is wrong then.
STRIKE = """
async (fragments) => {
  const found = [];
  const root = document.querySelector("[data-quiz-state]");
  const count = (selector) => document.querySelectorAll(selector).length;
  const watched = ["script", "img", "iframe", "[onload], [onerror], [onclick]", "object, embed, base"];
  const elements = () => watched.map(count).join();
  const known = elements();
  const visible = (selector) => [...root.querySelectorAll(selector)].some((found) => found.offsetParent);
  const report = (fragment, what) => found.push([fragment.slice(0, 300), what]);
  addEventListener("error", (event) => report(location.hash, `error: ${event.message}`));
  addEventListener("unhandledrejection", (event) => report(location.hash, `nobody caught: ${event.reason}`));
  for (const fragment of fragments) {
    location.hash = fragment;
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    const struck = globalThis.struck ?? ({}).struck ?? document.getElementById("struck");
    if (struck !== undefined && struck !== null) report(fragment, "struck");
    const state = root.dataset.quizState;
    if (elements() !== known) report(fragment, `elements ${known} became ${elements()}`);
    if (!["question", "result", "loading"].includes(state)) report(fragment, `state ${state}`);
    if (state === "question" && !visible("h1")) report(fragment, "no heading");
    if (found.length > 20) break;
  }
  return found;
}
"""


def fragments(made: random.Random) -> Iterator[str]:
    """Good keys with bad values, bad keys, and whole answers with one thing wrong."""
    catalogue = load()
    keys = [question.key for question in QUESTIONS] + [f"count.{group}" for group in GROUPS] + ["v", "today"]
    values = [place.code for place in catalogue.jurisdictions] + ["unsure", "yes", "no", "10", "11", "1"]
    values += [partner.id for place in catalogue.jurisdictions for partner in place.partners]
    values += [value for found in CHOICES.values() for value in found]
    hostile = [*MARKUP, *BROKEN, *NUMBERS, *PROTOTYPE]

    def pair() -> str:
        key = made.choice(keys) if made.random() < 0.8 else made.choice([*PROTOTYPE, *MARKUP, "", "utm_source"])
        value = made.choice(values) if made.random() < 0.5 else made.choice(hostile)
        if made.random() < 0.3:
            return f"{key}={value}"
        return f"{quote(key)}={quote(value, errors='replace')}"

    for _ in range(COUNT):
        pairs = [pair() for _ in range(made.randint(1, 9))]
        if made.random() < 0.5:
            place = made.choice(catalogue.jurisdictions)
            partner = made.choice(place.partners).id if place.partners else "unsure"
            pairs = [f"province={place.code}", f"partner={partner}", f"people={made.choice(NUMBERS)}", *pairs[:2]]
        if made.random() < 0.3:
            pairs += made.sample(pairs, 1) * made.randint(1, 5)
        made.shuffle(pairs)
        yield made.choice(["", "", "", "v=2020-01&", "#", "&", "?"]) + made.choice(["&", "&", "&", ";", "&amp;"]).join(
            pairs
        )
    yield from ("x" * HUGE, f"people={'9' * HUGE}", "&".join(["people=1"] * 20_000), f"partner={'<b>' * (HUGE // 3)}")


@pytest.fixture(scope="module")
def strikes() -> list[str]:
    # A lone surrogate cannot travel to the browser as text; its broken encoding does.
    return [text.encode("utf-8", "replace").decode() for text in fragments(random.Random(SEED))]


def test_no_address_breaks_the_page_or_gets_markup_into_it(page: Page, strikes: list[str]) -> None:
    quiz = Quiz(page).open()
    expect(quiz.root).to_have_attribute("data-quiz-engine", "ready", timeout=PATIENCE)
    assert len(strikes) > COUNT
    assert page.evaluate(STRIKE, strikes) == []
    quiz.page.evaluate("location.hash = 'province=AB&partner=acsa&people=10'")
    expect(quiz.root).to_have_attribute("data-quiz-state", "result", timeout=PATIENCE)
    assert quiz.complaints == []


@pytest.mark.parametrize(
    "fragment",
    [*MARKUP, *(f"province={quote(text)}" for text in MARKUP[:3]), "__proto__=1&constructor=2", "%", "%E0%A4%A=%zz"],
)
def test_a_page_opened_at_such_an_address_asks_its_first_question(page: Page, fragment: str) -> None:
    quiz = Quiz(page).open(f"#{fragment}")
    quiz.asks("province")
    assert page.evaluate("globalThis.struck") is None
    assert quiz.complaints == []
