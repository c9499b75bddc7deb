"""Every kind of page in Chromium under the site's policy: nothing it does is refused, what it must not do is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE, Quiz
from tests.browser.versions import hosting

KINDS = (
    "/",
    "/quiz/",
    "/provinces/",
    "/provinces/alberta/",
    "/provinces/alberta/acsa/",
    "/outcomes/",
    "/outcomes/alberta-secor/",
    "/guides/",
    "/guides/what-are-cor-and-secor/",
    "/about/",
    "/buyers/",
    "/contact/",
    "/privacy/",
    "/trademarks/",
    "/licences/",
    "/accessibility/",
    "/changes/",
    "/links/",
    "/go/alberta/",
    "/embed/",
    "/503.html",
    "/no-such-page",
    "/deep/no/such/page/",
)
# Every refusal, also of what an earlier page did, kept by the page itself.
WATCH = """
globalThis.refusals = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  globalThis.refusals.push([violatedDirective, blockedURI, sample].join(" ")));
"""
INLINE = """() => {
  const made = document.createElement("script");
  made.textContent = "globalThis.ran = true";
  document.body.append(made);
  return Boolean(globalThis.ran);
}"""
MARKUP = """() => {
  const made = document.createElement("p");
  made.setAttribute("onclick", "globalThis.ran = true");
  document.body.append(made);
  made.click();
  return Boolean(globalThis.ran);
}"""
TEXT = """() => new Promise((resolve) => {
  setTimeout("globalThis.ran = true");
  setTimeout(() => resolve(Boolean(globalThis.ran)), 50);
})"""
ELSEWHERE = "() => fetch('http://127.0.0.1:9/').then(() => 'sent', (error) => error.message)"


@pytest.fixture(scope="session")
def bare_host(site: Path) -> Iterator[str]:
    """The site on a host that sends no header of its own: the copy of the policy in each page is all there is."""
    with hosting(site) as host:
        yield host.address


@pytest.fixture
def refused(page: Page) -> list[str]:
    """What the browser complains of while the test runs."""
    complaints: list[str] = []
    page.add_init_script(WATCH)
    page.on("console", lambda message: complaints.append(message.text) if "Content Security" in message.text else None)
    return complaints


def refusals(page: Page) -> list[str]:
    found: list[str] = page.evaluate("globalThis.refusals")
    return found


@pytest.mark.parametrize("path", KINDS)
def test_no_page_does_what_its_policy_forbids(page: Page, refused: list[str], path: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert (refusals(page), refused) == ([], [])


@pytest.mark.parametrize("path", KINDS)
def test_no_page_does_what_the_copy_in_its_head_forbids(
    page: Page, refused: list[str], bare_host: str, path: str
) -> None:
    page.goto(bare_host + path)
    page.wait_for_load_state("networkidle")
    assert (refusals(page), refused) == ([], [])


def test_every_folder_of_the_site_is_among_the_kinds(site: Path) -> None:
    folders = {page.relative_to(site).parts[0] for page in site.rglob("*/index.html")}
    assert folders <= {path.split("/")[1] for path in KINDS}


def test_a_journey_to_the_result_and_a_search_break_no_rule(page: Page, refused: list[str]) -> None:
    quiz = Quiz(page).open("#province=AB&partner=acsa&people=10")
    expect(quiz.root).to_have_attribute("data-quiz-state", "result", timeout=PATIENCE)
    page.goto("/")
    page.get_by_role("textbox", name="Search").first.click()
    page.keyboard.type("Alberta")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=PATIENCE)
    assert (refusals(page), refused) == ([], [])


def test_dark_colours_follow_the_device_without_a_refusal(page: Page, refused: list[str]) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/guides/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert (refusals(page), refused) == ([], [])


@pytest.mark.parametrize("attack", [INLINE, MARKUP, TEXT], ids=["inline script", "event in markup", "text as code"])
@pytest.mark.parametrize("path", ["/quiz/", "/embed/"])
def test_what_gets_into_a_page_does_not_run(page: Page, bare_host: str, path: str, attack: str) -> None:
    page.goto(bare_host + path)
    assert page.evaluate(attack) is False


def test_a_page_reaches_no_other_origin(page: Page, bare_host: str) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{bare_host}/quiz/")
    assert page.evaluate(ELSEWHERE) != "sent"
    assert [line.split()[0] for line in refusals(page)] == ["connect-src"]


@pytest.mark.parametrize(("path", "shown"), [("/embed/", True), ("/quiz/", False), ("/", False), ("/contact/", False)])
def test_other_sites_may_frame_the_embedded_quiz_alone(
    page: Page, base_url: str, tmp_path: Path, path: str, shown: bool
) -> None:
    (tmp_path / "partner.html").write_text(f'<!doctype html><iframe title="quiz" src="{base_url}{path}"></iframe>')
    with hosting(tmp_path) as partner:
        page.goto(f"{partner.address}/partner.html")
        page.wait_for_load_state("networkidle")
        assert (page.frames[1].url == base_url + path) is shown
