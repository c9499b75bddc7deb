"""The journeys in WebKit."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.engines.engines import Visitor, webkit
from tests.engines.journeys import JOURNEYS, dark


@pytest.fixture(scope="module")
def visitor() -> Iterator[Visitor]:
    with webkit() as found:
        yield found


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__.replace("_", " "))
def test_a_visitor_gets_through_without_a_complaint_of_the_browser(
    visitor: Visitor, base_url: str, site: Path, journey: Callable[[Visitor, str, Path], None]
) -> None:
    journey(visitor, base_url, site)
    assert visitor.complaints() == []


def test_a_dark_device_gets_dark_pages(base_url: str) -> None:
    with webkit(dark=True) as visitor:
        dark(visitor, base_url)
        assert visitor.complaints() == []
