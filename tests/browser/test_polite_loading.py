"""When the engine's files are fetched: for whom they are of use, and for nobody else."""

import pytest
from playwright.sync_api import Page, expect

from hooks.addresses import ENGINE, WORKER
from tests.browser.conftest import PATIENCE, Quiz

ANSWERS = "#v=2026-11&province=AB&partner=acsa&people=10&client_requires=unsure&growth=no"
SAVE_DATA = 'Object.defineProperty(navigator, "connection", { value: { saveData: true } })'


def engine_requests(quiz: Quiz) -> list[str]:
    return [request for request in quiz.requests if f"/{ENGINE}/" in request or f"/{WORKER}" in request]


@pytest.mark.parametrize("path", ["/", "/provinces/alberta/", "/guides/cor-or-secor/", "/outcomes/alberta-secor/"])
def test_no_other_page_fetches_the_engine(quiz: Quiz, page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 500), { timeout: 1000 }))"
    )
    # The service worker keeps the worker's small scripts for the way to the quiz; the engine itself is in this folder.
    assert [request for request in quiz.requests if f"/{ENGINE}/" in request] == []


def test_the_quiz_starts_the_engine_once_it_is_idle(quiz: Quiz) -> None:
    quiz.open().ready()


def test_who_saves_data_gets_the_engine_with_the_first_touch(quiz: Quiz, page: Page) -> None:
    page.add_init_script(SAVE_DATA)
    quiz.open().asks("province")
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 500), { timeout: 1000 }))"
    )
    assert engine_requests(quiz) == []
    quiz.choose("province", "AB").ready()


def test_who_saves_data_still_gets_the_result_of_a_link(quiz: Quiz, page: Page) -> None:
    page.add_init_script(SAVE_DATA)
    quiz.open(ANSWERS).result("secor")


def test_a_link_with_answers_starts_the_engine_before_the_page_s_own_script(quiz: Quiz, page: Page) -> None:
    page.route("**/assets/quiz/quiz.js", lambda route: None)  # never answered
    with page.expect_request("**/*.wasm", timeout=PATIENCE):
        page.goto(f"/quiz/{ANSWERS}", wait_until="commit")


def test_there_is_one_engine_for_both(quiz: Quiz, page: Page) -> None:
    quiz.open(ANSWERS).result("secor")
    assert len(page.workers) == 1
    expect(quiz.root).to_have_attribute("data-quiz-engine", "ready")
