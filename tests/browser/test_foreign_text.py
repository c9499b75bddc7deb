"""Text that somebody wrote into a link is never shown as the site's own: whatever the key, wherever it might stand."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from hooks.facts.partner import Group
from quiz.questions import QUESTIONS
from tests.browser.conftest import Quiz

RESULT = "province=AB&partner=acsa&people=10"
# Words, a telephone number, and what a check of each kind might take for a value of its own.
FOREIGN = (
    "2025. WARNING: your COR was revoked. Call 1-900-555-0199",
    "2020-01 WARNING",
    "2020-99",
    "WARNING",
    "warning-call-1-900-555-0199",
    "call-now.warning",
    "10 WARNING",
    "2036-10-31 WARNING",
    "\u0662\u0660\u0662\u0660-01",
)
KEYS = (
    *(question.key for question in QUESTIONS),
    *(f"count.{group}" for group in Group.__value__.__args__),
    *("v", "done", "today", "h", "q", "title", "notice", "version"),
)
# The page has seen its new address once it was told of it; what it does then is done by the next turn.
GO = """(to) => new Promise((seen) => {
  addEventListener("popstate", () => setTimeout(seen), { once: true });
  location.hash = to;
})"""
# Everything that is said or handed on: text, titles, labels, links, what fields hold.
SAID = """() => [document.title, document.body.innerText, document.querySelector(".quiz").textContent,
  ...[...document.querySelectorAll(".quiz *, .quiz-back *")].flatMap((one) =>
    [...one.attributes].map((found) => found.value).concat(one.value ?? ""))].join(" ")"""


def said(page: Page) -> str:
    text: str = page.evaluate(SAID)
    return text.lower()


def shows_nothing_foreign(quiz: Quiz, page: Page, fragment: str) -> None:
    page.evaluate(GO, fragment)
    expect(quiz.root).not_to_have_attribute("data-quiz-state", "loading", timeout=30_000)
    found = said(page)
    assert not [word for word in ("warning", "900-555", "2020-", "\u0662") if word in found], fragment


@pytest.mark.parametrize("rest", ["", f"{RESULT}&"])
def test_whatever_the_key_no_text_of_a_link_is_shown_or_handed_on(quiz: Quiz, page: Page, rest: str) -> None:
    quiz.open().asks("province")
    for key in KEYS:
        shows_nothing_foreign(quiz, page, f"{rest}{quote(key)}={quote(FOREIGN[0])}")


def test_whatever_its_kind_no_text_of_a_link_is_shown_or_handed_on(quiz: Quiz, page: Page) -> None:
    quiz.open().asks("province")
    for text in FOREIGN[1:]:
        every = "&".join(f"{quote(key)}={quote(text)}" for key in KEYS)
        for fragment in (
            every,
            *(f"{RESULT}&{key}={quote(text)}" for key in ("deadline", "records_months", "done", "v")),
        ):
            shows_nothing_foreign(quiz, page, fragment)


def test_a_link_of_an_older_month_is_still_told_so(quiz: Quiz, page: Page) -> None:
    quiz.open(f"#v=2020-01&{RESULT}").result("secor")
    expect(page.locator('[data-slot="notice"]')).to_contain_text("under the rules of 2020-01")


def test_steps_of_the_plan_that_a_link_ticks_stay_ticked_and_others_are_left_out(quiz: Quiz, page: Page) -> None:
    quiz.open(f"#{RESULT}&done=ask-client.call-1-900-555-0199").result("secor")
    expect(page.locator('[data-quiz-step="ask-client"] input')).to_be_checked()
    assert page.url.endswith("&done=ask-client")
    expect(page.locator("[data-link]")).to_have_value(page.url)
