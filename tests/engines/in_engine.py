"""The journeys in one engine; a file for each engine has these tests, so that the engines are tried beside each other.

Such a file has a fixture `engine`: how to open it.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import pytest

from tests.engines.engines import Visitor
from tests.engines.journeys import JOURNEYS, dark


class Engine(Protocol):
    """Opens a fresh browser, on a device that is set to light or to dark."""

    def __call__(self, *, dark: bool = False) -> AbstractContextManager[Visitor]: ...


@pytest.fixture(scope="module")
def visitor(engine: Engine) -> Iterator[Visitor]:
    with engine() as found:
        yield found


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__.replace("_", " "))
def test_a_visitor_gets_through_without_a_complaint_of_the_browser(
    visitor: Visitor, base_url: str, site: Path, journey: Callable[[Visitor, str, Path], None]
) -> None:
    journey(visitor, base_url, site)
    assert visitor.complaints() == []


def test_a_dark_device_gets_dark_pages(engine: Engine, base_url: str) -> None:
    with engine(dark=True) as visitor:
        dark(visitor, base_url)
        assert visitor.complaints() == []
