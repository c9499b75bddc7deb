"""The whole site in a folder of a host, as project pages have it: quiz, missing page, service worker, short links."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from hooks.publish.serve import serving
from tests.browser.conftest import PATIENCE, Quiz
from tests.browser.versions import until
from tests.conftest import ROOT

FOLDER = "/cor-quiz"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    built = tmp_path_factory.mktemp("folder") / "site"
    command = [sys.executable, "-m", "hooks", "build", str(built)]
    environment = {**os.environ, "SITE_URL": f"https://example.org{FOLDER}/"}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"the site was not built:\n{run.stdout}\n{run.stderr}"
    with serving(built, FOLDER) as host:
        yield host


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The paths of everything that the browser asks for."""
    found: list[str] = []
    page.context.on("request", lambda request: found.append("/" + request.url.split("/", 3)[3]))
    return found


def outside(asked: list[str]) -> list[str]:
    return [path for path in asked if not path.startswith(f"{FOLDER}/") and path != FOLDER]


def test_the_quiz_gives_its_result_and_asks_for_nothing_outside_its_folder(
    page: Page, address: str, asked: list[str]
) -> None:
    page.goto(f"{address}{FOLDER}/quiz/#province=AB&partner=acsa&people=10")
    expect(Quiz(page).root).to_have_attribute("data-quiz-state", "result", timeout=PATIENCE)
    assert outside(asked) == []


def test_a_missing_page_has_its_looks_and_links_that_work(page: Page, address: str, asked: list[str]) -> None:
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(f"{address}{FOLDER}/no/such/page/")
    page.wait_for_load_state("networkidle")
    assert [url.removeprefix(address) for url in failed] == [f"{FOLDER}/no/such/page/"]
    links = page.locator("article a[href]").evaluate_all("(links) => links.map((link) => new URL(link.href).pathname)")
    assert [path for path in links if not path.startswith(f"{FOLDER}/")] == []
    page.locator("article a[href$='/quiz/']").first.click()
    expect(page.locator("[data-quiz-state]")).to_be_visible()
    assert outside(asked) == []


def test_a_short_link_leads_to_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}{FOLDER}/go/alberta/")
    page.wait_for_url(f"{address}{FOLDER}/quiz/**")
    Quiz(page).asks("industry")


def test_the_service_worker_keeps_to_the_folder_and_works_without_the_host(page: Page, address: str) -> None:
    page.goto(f"{address}{FOLDER}/provinces/alberta/")
    until(page, "async () => (await navigator.serviceWorker.ready).active.state === 'activated'")
    assert page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)") == f"{address}{FOLDER}/"
    page.context.set_offline(True)
    page.goto(f"{address}{FOLDER}/provinces/alberta/")
    expect(page.locator("h1")).to_be_visible()
    page.goto(f"{address}{FOLDER}/provinces/ontario/")
    page.locator("article a[href]").first.click()
    expect(page.locator("[data-quiz-state]")).to_be_visible()


def test_the_policy_of_a_page_is_sent_in_the_folder_too(page: Page, address: str) -> None:
    response = page.goto(f"{address}{FOLDER}/quiz/")
    assert response is not None
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
