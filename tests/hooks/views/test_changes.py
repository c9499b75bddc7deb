"""The log of the facts."""

import datetime

import pytest

from hooks.facts.model import Catalogue, Replaced
from hooks.views.changes import Change, changes

EARLIER = datetime.date(2026, 3, 1)


@pytest.fixture(scope="module")
def later(facts_file: Catalogue) -> datetime.date:
    """A day after every check."""
    return facts_file.newest_check + datetime.timedelta(days=7)


@pytest.fixture(scope="module")
def corrected(facts_file: Catalogue, later: datetime.date) -> Catalogue:
    old = Replaced(
        id="ab-limit-old",
        text="The limit was 9.",
        source="https://example.org/cor",
        checked=EARLIER,
        confidence="high",
        review_by=later,
        jurisdiction="AB",
        valid_from=EARLIER,
        valid_to=later,
    )
    return facts_file.model_copy(update={"replaced": (old,)})


def lines(catalogue: Catalogue) -> list[Change]:
    return [change for _, day in changes(catalogue) for change in day]


def test_every_place_and_the_whole_country_are_in_the_log_with_their_newest_check(facts_file: Catalogue) -> None:
    named = {change.place.code if change.place else "CA": change.date for change in lines(facts_file)}
    assert set(named) == {"CA", *(place.code for place in facts_file.jurisdictions)}
    assert max(named.values()) == facts_file.newest_check


def test_a_correction_stands_in_the_log_on_the_day_on_which_it_was_made(
    corrected: Catalogue, later: datetime.date
) -> None:
    day, [change] = changes(corrected)[0]
    assert day == later
    assert (change.kind, change.place and change.place.code) == ("corrected", "AB")
    assert change.replaced
    assert change.replaced.text == "The limit was 9."


def test_a_place_that_was_checked_in_part_says_how_far(facts_file: Catalogue, later: datetime.date) -> None:
    alberta = next(place for place in facts_file.jurisdictions if place.code == "AB")
    seen = alberta.authority.model_copy(update={"checked": later})
    places = tuple(
        place.model_copy(update={"authority": seen}) if place.code == "AB" else place
        for place in facts_file.jurisdictions
    )
    day, [change] = changes(facts_file.model_copy(update={"jurisdictions": places}))[0]
    assert day == later
    assert change.facts == 1
    assert change.of > 100


def test_no_two_lines_have_the_same_address(corrected: Catalogue) -> None:
    ids = [change.id for change in lines(corrected)]
    assert len(ids) == len(set(ids))
