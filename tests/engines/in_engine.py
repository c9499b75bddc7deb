"""The journeys in one engine; a file for each engine has these tests, so that the engines are tried beside each other.

Such a file has a fixture `engine`: how to open it.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from tests.engines.engines import HungError, Visitor
from tests.engines.journeys import JOURNEYS, dark


class Engine(Protocol):
    """Opens a fresh browser, on a device that is set to light or to dark."""

    def __call__(self, *, dark: bool = False) -> AbstractContextManager[Visitor]: ...


class Seat:
    """In front of one browser for all journeys; of another one where it hung."""

    def __init__(self, engine: Engine, browsers: ExitStack) -> None:
        self._engine, self._browsers = engine, browsers
        self.visitor = browsers.enter_context(engine())

    def again(self) -> Visitor:
        """A fresh browser in place of this one."""
        self._browsers.close()
        self.visitor = self._browsers.enter_context(self._engine())
        return self.visitor


@pytest.fixture(scope="module")
def seat(engine: Engine) -> Iterator[Seat]:
    with ExitStack() as browsers:
        yield Seat(engine, browsers)


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__.replace("_", " "))
def test_a_visitor_gets_through_without_a_complaint_of_the_browser(
    seat: Seat, base_url: str, site: Path, journey: Callable[[Visitor, str, Path], None]
) -> None:
    try:
        journey(seat.visitor, base_url, site)
    except HungError:  # once in many runs, on a busy machine; a page that hangs its browser does so again
        journey(seat.again(), base_url, site)
    assert seat.visitor.complaints() == []


def test_a_dark_device_gets_dark_pages(engine: Engine, base_url: str) -> None:
    with engine(dark=True) as visitor:
        dark(visitor, base_url)
        assert visitor.complaints() == []
