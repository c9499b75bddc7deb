"""The journeys in WebKit."""

import pytest

from tests.engines.engines import webkit
from tests.engines.in_engine import (
    Engine,
    seat,
    test_a_dark_device_gets_dark_pages,
    test_a_visitor_gets_through_without_a_complaint_of_the_browser,
)

__all__ = [
    "seat",
    "test_a_dark_device_gets_dark_pages",
    "test_a_visitor_gets_through_without_a_complaint_of_the_browser",
]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return webkit
