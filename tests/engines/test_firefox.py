"""The journeys in Firefox."""

import pytest

from tests.engines.engines import firefox
from tests.engines.in_engine import (
    Engine,
    test_a_dark_device_gets_dark_pages,
    test_a_visitor_gets_through_without_a_complaint_of_the_browser,
    visitor,
)

__all__ = [
    "test_a_dark_device_gets_dark_pages",
    "test_a_visitor_gets_through_without_a_complaint_of_the_browser",
    "visitor",
]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return firefox
