"""An engine file that is not the one that was built: the page about a failure, never a wrong answer."""

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from hooks.addresses import ENGINE
from tests.browser.conftest import PATIENCE, Quiz

FRAGMENT = "#province=AB&partner=acsa&people=10"
LEAN = re.compile(r"/(python|snapshot)-\w+\.wasm")
FULL = (r"/quiz-\w+\.zip", r"/library-\w+\.zip", r"pyodide\.asm\.wasm", r"pyodide\.asm\.js", r"pyodide-module\.js")


def truncated(site: Path, name: str) -> bytes:
    content = (site / name).read_bytes()
    return content[: len(content) * 9 // 10]


def changed(site: Path, name: str) -> bytes:
    """One byte in the middle is another one, as on a bad disk, or where a limit was changed by hand."""
    content = bytearray((site / name).read_bytes())
    content[len(content) // 2] ^= 1
    return bytes(content)


def old(site: Path, name: str) -> bytes:
    """A whole file that works, from another version: a comment was added at its end."""
    ending = {".js": b"\n// 1\n", ".zip": b"", ".wasm": b"\0\2\1a"}[Path(name).suffix]
    content = (site / name).read_bytes()
    if ending:
        return content + ending
    # A zip's comment is its last part; its length stands in the two bytes before.
    return content[:-2] + b"\1\0" + b"x"


def swapped(site: Path, name: str) -> bytes:
    """The content of another file of the same kind."""
    others = [path for path in engine_files(site) if path != name and Path(path).suffix == Path(name).suffix]
    return (site / others[0]).read_bytes()


def engine_files(site: Path) -> list[str]:
    return sorted(
        path.relative_to(site).as_posix()
        for path in site.glob(f"{ENGINE}/**/*.[jzw]*")
        if path.suffix in (".js", ".zip", ".wasm")
    )


def answer_wrongly(page: Page, site: Path, pattern: str, damage: Callable[[Path, str], bytes]) -> list[str]:
    """From now on; gives the names of the files that were asked for."""
    hit: list[str] = []

    def answer(route: Route) -> None:
        name = route.request.url.split("/", 3)[3]
        hit.append(name)
        kind = {".js": "text/javascript", ".wasm": "application/wasm"}.get(Path(name).suffix, "application/zip")
        route.fulfill(body=damage(site, name), content_type=kind)

    page.context.route(re.compile(pattern), answer)
    return hit


@pytest.mark.parametrize(
    ("pattern", "damage"),
    [
        (r"/python-\w+\.wasm", truncated),
        (r"/python-\w+\.wasm", old),
        (r"/snapshot-\w+\.wasm", changed),
        (r"/snapshot-\w+\.wasm", swapped),
    ],
)
def test_a_wrong_file_of_the_lean_runtime_gives_the_full_one_s_answer(
    page: Page, site: Path, pattern: str, damage: Callable[[Path, str], bytes]
) -> None:
    hit = answer_wrongly(page, site, pattern, damage)
    full: list[str] = []
    page.context.on("request", lambda request: full.append(request.url) if "pyodide.asm" in request.url else None)
    quiz = Quiz(page).open(FRAGMENT)
    quiz.result("secor")
    assert hit
    assert full


@pytest.mark.parametrize(
    ("pattern", "damage"),
    [*product(FULL[:1], (truncated, changed, old, swapped)), *product(FULL[1:], (changed, old))],
)
def test_a_wrong_file_of_the_full_runtime_gives_the_page_about_a_failure(
    page: Page, site: Path, pattern: str, damage: Callable[[Path, str], bytes]
) -> None:
    page.context.route(LEAN, lambda route: route.abort())
    hit = answer_wrongly(page, site, pattern, damage)
    quiz = Quiz(page).open(FRAGMENT)
    expect(quiz.root).to_have_attribute("data-quiz-state", "error", timeout=PATIENCE)
    assert hit
    expect(page.locator("[data-failed-static]")).to_have_attribute("href", "../outcomes/alberta-secor/")
    expect(page.locator("[data-quiz-route]")).to_have_count(0)


@pytest.mark.parametrize("runtime", ["lean", "full"])
def test_the_right_files_pass(page: Page, runtime: str) -> None:
    if runtime == "full":
        page.context.route(LEAN, lambda route: route.abort())
    Quiz(page).open(FRAGMENT).result("secor")


def test_an_engine_from_before_the_facts_changed_is_not_used(page: Page, site: Path) -> None:
    """The quiz's files of an older version under the new ones' addresses, as a stale cache sends them."""
    answer_wrongly(page, site, r"/(quiz-\w+\.zip|snapshot-\w+\.wasm)", old)
    quiz = Quiz(page).open("")
    expect(quiz.root).to_have_attribute("data-quiz-engine", "failed", timeout=PATIENCE)
    quiz.asks("province")


def test_the_worker_s_scripts_are_asked_for_by_the_version_that_the_page_was_built_with(page: Page) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.context.route(LEAN, lambda route: route.abort())
    Quiz(page).open(FRAGMENT).result("secor")
    names = [name.partition("?") for name in asked if name.startswith(("engine.js", "start.js"))]
    assert {name for name, _, _ in names} == {"engine.js", "start.js"}
    (version,) = {found for _, _, found in names}
    assert re.fullmatch(r"[0-9a-f]{12}", version)
