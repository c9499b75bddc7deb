"""A file that came torn and looks whole, which the browser keeps for a year: it is asked for anew, past that copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hooks.addresses import ENGINE
from tests.browser.conftest import PATIENCE, Quiz
from tests.browser.versions import Host, hosting

ANSWERS = "/quiz/#province=AB&partner=acsa&people=10"
LEAN = ("python-*.wasm", "snapshot-*.wasm")
FULL = ("quiz-*.zip", "library-*.zip", "*/pyodide.asm.wasm", "*/pyodide.asm.js", "*/pyodide-module.js")


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    with hosting(site) as found:
        yield found


def engine_file(site: Path, shape: str) -> str:
    [found] = (site / ENGINE).glob(shape)
    return f"/{found.relative_to(site).as_posix()}"


def ends(page: Page, state: str) -> None:
    expect(page.locator("[data-quiz-state]")).to_have_attribute("data-quiz-state", state, timeout=PATIENCE)


@pytest.mark.parametrize("shape", LEAN)
def test_a_later_opening_uses_the_lean_runtime_again(page: Page, host: Host, site: Path, shape: str) -> None:
    name = engine_file(site, shape)
    host.torn.add(name)
    page.goto(host.address + ANSWERS)
    ends(page, "result")
    assert host.asked.count(name) == 2
    host.torn.clear()
    host.asked.clear()
    page.goto("about:blank")
    page.goto(host.address + ANSWERS)
    ends(page, "result")
    assert name in host.asked
    assert [path for path in host.asked if "pyodide.asm" in path] == []


@pytest.mark.parametrize("shape", FULL)
def test_try_again_gives_the_result_once_the_host_is_mended(page: Page, host: Host, site: Path, shape: str) -> None:
    host.torn |= {engine_file(site, LEAN[0]), engine_file(site, shape)}
    page.goto(host.address + ANSWERS)
    ends(page, "error")
    host.torn.clear()
    page.get_by_role("button", name="Try again").click()
    ends(page, "result")
    Quiz(page).result("secor")


@pytest.mark.parametrize("script", ["early.js", "quiz.js"])
def test_loading_the_page_again_gets_a_script_anew_that_the_browser_keeps_torn(
    page: Page, host: Host, script: str
) -> None:
    host.torn.add(f"/assets/quiz/{script}")
    page.goto(host.address + ANSWERS)
    expect(page.get_by_role("heading", name="The quiz did not start here")).to_be_visible(timeout=PATIENCE)
    host.torn.clear()
    page.get_by_role("button", name="Load the page again").click()
    Quiz(page).result("secor")


@pytest.mark.parametrize("script", ["engine.js", "start.js"])
def test_try_again_gets_a_worker_s_script_anew_that_the_browser_keeps_torn(
    page: Page, host: Host, site: Path, script: str
) -> None:
    host.torn |= {f"/assets/quiz/{script}", engine_file(site, LEAN[0])}
    page.goto(host.address + ANSWERS)
    ends(page, "error")
    expect(page.locator("[data-failed-why]")).to_contain_text("Our host could not send")
    host.torn.clear()
    page.get_by_role("button", name="Try again").click()
    Quiz(page).result("secor")
