"""The quiz in another site's frame, by the very code that /links/ offers, on a bare page of another origin."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import PATIENCE
from tests.conftest import FOLDER, PUBLIC
from tests.site.markup import read

HERE = PUBLIC.removesuffix("/")
HOST = HERE.removesuffix(FOLDER)
LISTEN = """<script>window.heard = []; addEventListener("message", ({ data }) => window.heard.push(data));</script>"""

type Host = Callable[[str], None]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def offered(site: Path, base_url: str) -> str:
    """The frame and its script as somebody would copy them, with this test's address of the site."""
    page = read(site / "links/index.html")
    texts = {area.attributes["id"]: area.text for area in page.all("textarea")}
    return f"{texts['frame-code']}\n{texts['frame-script']}".replace(HERE, base_url).replace(HOST, base_url)


@pytest.fixture
def host(page: Page, tmp_path: Path) -> Iterator[Host]:
    """Opens a page of another site that holds this HTML."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()

    def show(body: str) -> None:
        text = f'<!doctype html><html lang="en"><title>Host</title><h1>Host</h1>{LISTEN}{body}'
        (tmp_path / "index.html").write_text(text, encoding="utf-8")
        page.goto(f"http://127.0.0.1:{server.server_port}/")

    yield show
    server.shutdown()
    server.server_close()


def brightness(colour: str) -> float:
    """From 0, black, to 255, white."""
    return sum(float(part) for part in re.findall(r"[\d.]+", colour)[:3]) / 3


def inside(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


def test_the_quiz_runs_in_the_frame_without_the_site_s_header(page: Page, host: Host, offered: str) -> None:
    host(offered)
    expect(inside(page).locator("h1:visible")).to_have_text("Where is the work done?")
    expect(inside(page).locator("header")).to_have_count(0)
    assert page.locator("iframe").get_attribute("title") == "Quiz: COR or SECOR?"


def test_the_frame_grows_and_shrinks_with_its_content_by_numbers_alone(page: Page, host: Host, offered: str) -> None:
    host(offered)
    page.wait_for_function("heard.length > 0 && document.querySelector('iframe').clientHeight > 900")
    first = page.evaluate("heard.at(-1)")
    inside(page).get_by_text("Alberta", exact=True).click()
    inside(page).get_by_role("button", name="Continue").click()
    expect(inside(page).locator("h1:visible")).not_to_have_text("Where is the work done?")
    page.wait_for_function("(first) => heard.at(-1) !== first", arg=first)
    page.wait_for_function("Math.abs(document.querySelector('iframe').clientHeight - heard.at(-1)) <= 1")
    assert set(page.evaluate("heard.map((one) => typeof one)")) == {"number"}


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_frame_can_be_read_on_a_site_of_any_colour(page: Page, host: Host, offered: str, system: str) -> None:
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    host(f"<style>html {{ background: {'white' if system == 'dark' else 'black'} }}</style>{offered}")
    expect(inside(page).locator("h1:visible")).to_be_visible()
    ground = inside(page).locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor")
    words = inside(page).locator("h1:visible").evaluate("(heading) => getComputedStyle(heading).color")
    assert not ground.startswith("rgba"), f"the other site shows through: {ground}"
    assert abs(brightness(ground) - brightness(words)) > 150, (ground, words)


def test_a_link_in_the_frame_opens_in_the_whole_window(page: Page, host: Host, offered: str, base_url: str) -> None:
    host(offered)
    inside(page).get_by_role("link", name="See the answers by province").click()
    expect(page).to_have_url(f"{base_url}/provinces/")


def test_answers_may_be_given_and_the_link_to_share_opens_the_whole_page(
    page: Page, host: Host, offered: str, base_url: str
) -> None:
    host(offered.replace("/embed/", "/embed/#province=AB&amp;partner=acsa&amp;people=10"))
    expect(inside(page).locator("[data-quiz-route=secor]")).to_be_visible(timeout=PATIENCE)
    link = inside(page).locator("[data-link]").input_value()
    assert link.startswith(f"{base_url}/quiz/#")
    assert "people=10" in link


def test_a_result_can_be_copied_out_of_the_frame(page: Page, host: Host, offered: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    host(offered.replace("/embed/", "/embed/#province=AB&amp;partner=acsa&amp;people=10"))
    expect(inside(page).locator("[data-quiz-route=secor]")).to_be_visible(timeout=PATIENCE)
    inside(page).get_by_role("button", name="Copy the message").first.click()
    expect(inside(page).get_by_role("status")).to_contain_text("The message is copied")


@pytest.mark.parametrize("address", ["/", "/quiz/", "/go/alberta/"])
def test_no_other_page_lets_itself_be_framed(address: str, page: Page, host: Host, base_url: str) -> None:
    host(f'<iframe src="{base_url}{address}" title="x"></iframe>')
    page.wait_for_load_state("networkidle")
    assert [frame.url for frame in page.frames if frame.url.startswith(base_url)] == []
