"""The quiz as a visitor meets it: a small language for journeys; what the browser asks for and complains of is kept."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from hooks.publish.serve import serving

STATE = "[data-quiz-state]"
PATIENCE = 30_000  # milliseconds until the engine has answered, on a busy machine
expect.set_options(timeout=15_000)


def held(page: Page, address: str | re.Pattern[str]) -> Callable[[], None]:
    """Keeps back what the page asks for there; what this returns lets it go, and what is asked for later too."""
    back: list[Route] | None = []

    def keep(route: Route) -> None:
        if back is None:
            route.continue_()
        else:
            back.append(route)

    def let_go() -> None:
        nonlocal back
        routes, back = back or [], None
        for route in routes:
            route.continue_()

    page.route(address, keep)
    return let_go


class Quiz:
    """One visitor in front of the quiz."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.context.on("request", lambda request: self.requests.append(f"{request.url} {request.post_data or ''}"))

    @property
    def root(self) -> Locator:
        return self.page.locator(STATE)

    @property
    def heading(self) -> Locator:
        return self.page.locator("h1:visible")

    @property
    def problem(self) -> Locator:
        return self.page.get_by_role("alert")

    def open(self, fragment: str = "") -> "Quiz":
        self.page.goto(f"/quiz/{fragment}")
        return self

    def asks(self, key: str) -> "Quiz":
        """Waits until this question is the one that is shown."""
        expect(self.page.locator(f'form[data-quiz-question="{key}"]')).to_be_visible()
        expect(self.root).to_have_attribute("data-quiz-state", "question")
        return self

    def choose(self, key: str, value: str) -> "Quiz":
        """Answers the question that is shown by one of its choices."""
        self.asks(key)
        control = self.page.locator(f'form[data-quiz-question="{key}"] input[name="{key}"][value="{value}"]')
        self.page.locator(f'label[for="{control.get_attribute("id")}"]').click()
        return self.go_on()

    def enter(self, key: str, text: str) -> "Quiz":
        """Answers the question that is shown by typing."""
        self.asks(key)
        self.page.locator(f'form[data-quiz-question="{key}"] input[type="text"][name="{key}"]').fill(text)
        return self.go_on()

    def go_on(self) -> "Quiz":
        self.page.get_by_role("button", name="Continue").click()
        return self

    def without_date(self) -> "Quiz":
        """Passes over the question of the date, the last one before a first result."""
        return self.asks("deadline").go_on()

    def result(self, route: str) -> Locator:
        """Waits for the result of this route."""
        expect(self.root).to_have_attribute("data-quiz-state", "result", timeout=PATIENCE)
        found = self.page.locator("[data-quiz-route]")
        expect(found).to_have_attribute("data-quiz-route", route)
        return found

    def said(self, text: str) -> None:
        expect(self.page.get_by_role("status")).to_contain_text(text)

    def ready(self) -> "Quiz":
        expect(self.root).to_have_attribute("data-quiz-engine", "ready", timeout=PATIENCE)
        return self


# What a service worker stores and packs takes as long as all else; here it is part of what is looked at.
WITH_SERVICE_WORKER = {
    *("test_in_a_folder", "test_light_pages", "test_offline", "test_policy", "test_polite_loading", "test_privacy"),
}


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, object], request: pytest.FixtureRequest) -> dict[str, object]:
    """Without the service worker, but for the files that want it."""
    return {**browser_context_args, "service_workers": "allow" if request.path.stem in WITH_SERVICE_WORKER else "block"}


@pytest.fixture
def quiz(page: Page) -> Iterator[Quiz]:
    """The quiz in a fresh browser; what the browser complains of is an error at the end of the test."""
    page.set_default_timeout(10_000)
    visitor = Quiz(page)
    yield visitor
    assert visitor.complaints == []


@pytest.fixture(scope="module")
def address(small_site: Path) -> Iterator[str]:
    """Where the small site is served that a file makes to try one part of the engine: its fixture `small_site`."""
    with serving(small_site) as found:
        yield found


@pytest.fixture
def manifest(small_site: Path) -> dict[str, Any]:
    """What the small site says of its engine's files."""
    found: dict[str, Any] = json.loads((small_site / "manifest.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def small_page(browser: Browser, address: str) -> Iterator[Page]:
    """The small site's page."""
    page = browser.new_page()
    page.goto(address)
    yield page
    page.close()
