"""What became of a page: the states, and which paragraphs count."""

import datetime

import pytest

from hooks.watch.compare import KINDS, changes, compare, kind_of_status, recorded, seen
from hooks.watch.kept import Kept
from hooks.watch.readable import mark
from hooks.watch.record import Record

ADDRESS = "https://a.ca/cor"
DAY = datetime.date(2027, 1, 15)
NOW = datetime.datetime(2027, 1, 15, 9, tzinfo=datetime.UTC)
TEN = "A business with up to 10 employees may apply for the small certificate."
TWELVE = TEN.replace("10", "12")
YEARS = "The certificate lasts for three years."


def kept(*paragraphs: str, **more: object) -> Kept:
    whole = " ".join(paragraphs)
    given = {"read": DAY, "status": 200, "final": ADDRESS, "paragraphs": paragraphs, "whole": whole}
    return Kept.model_validate({"address": ADDRESS, "tried": NOW, **given, **more})


def record(*paragraphs: str, **more: object) -> Record:
    marks = tuple(mark(text) for text in paragraphs)
    given = {"state": "unchanged", "since": DAY, "seen": DAY, "final": ADDRESS, "paragraphs": marks}
    return Record.model_validate({**given, **more})


def test_the_same_paragraphs_are_no_change_in_whatever_order_they_stand() -> None:
    assert compare(kept(YEARS, TEN), record(TEN, YEARS)).state == "unchanged"


def test_a_page_that_nobody_has_seen_is_read_for_the_first_time_until_somebody_has() -> None:
    assert compare(kept(TEN), None).state == "first"
    assert compare(kept(TEN), record(TEN, seen=None)).state == "first"


def test_a_changed_limit_is_shown_with_both_sides() -> None:
    found = compare(kept(TWELVE, YEARS, before=(TEN, YEARS)), record(TEN, YEARS))
    assert (found.state, found.gone, found.new) == ("changed", (TEN,), (TWELVE,))


def test_a_paragraph_whose_text_another_machine_has_is_empty() -> None:
    assert changes(kept(TWELVE), record(TEN)) == (("",), (TWELVE,))


def test_a_paragraph_that_now_counts_as_part_of_the_frame_is_not_gone() -> None:
    assert compare(kept(TEN, whole=f"Menu {TEN} {YEARS} Footer"), record(TEN, YEARS, seen=DAY)).state == "changed"
    known = kept(TEN, whole=f"Menu {TEN} {YEARS} {TWELVE}", before=(TEN, TWELVE))
    assert compare(known, record(TEN, TWELVE)).state == "unchanged"


def test_a_paragraph_that_was_part_of_the_frame_before_is_not_new() -> None:
    known = kept(TEN, TWELVE, before=(TEN,), whole_before=f"{TEN} Footer: {TWELVE}")
    assert compare(known, record(TEN)).state == "unchanged"


def test_an_older_text_than_the_record_hides_no_change() -> None:
    known = kept(TEN, before=(TEN,), whole_before=TEN)
    assert compare(known, record(TWELVE)) == compare(kept(TEN), record(TWELVE))
    assert compare(known, record(TWELVE)).state == "changed"


def test_a_permanent_redirect_is_a_move_until_somebody_has_seen_it() -> None:
    there = kept(TEN, final="https://a.ca/new", permanent=True)
    assert compare(there, record(TEN)).proposal == "https://a.ca/new"
    assert compare(there, record(TEN, final="https://a.ca/new")).state == "unchanged"
    assert compare(there, record(TEN, final="https://a.ca/new", seen=None)).state == "moved"


@pytest.mark.parametrize(
    ("there", "home"), [("https://a.ca/", True), ("https://a.ca", True), ("https://a.ca/b", False)]
)
def test_a_page_that_leads_to_a_front_page_is_probably_gone(there: str, home: bool) -> None:
    assert compare(kept(TEN, final=there, permanent=True), record(TEN)).leads_home == home


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (404, "gone"),
        (410, "gone"),
        (401, "turned-away"),
        (403, "turned-away"),
        (429, "turned-away"),
        (500, "unreachable"),
    ],
)
def test_a_status_means_a_state(status: int, state: str) -> None:
    assert KINDS[kind_of_status(status)] == state


@pytest.mark.parametrize("status", [200, 203])
def test_a_page_that_came_is_no_trouble(status: int) -> None:
    assert kind_of_status(status) == ""


def test_trouble_leaves_the_record_of_the_text_alone() -> None:
    page, old = kept(TEN, trouble="gone", said="it answers with status 404"), record(TEN)
    found = recorded(page, compare(page, old), old, DAY)
    assert (found.state, found.paragraphs, found.seen) == ("gone", old.paragraphs, DAY)


def test_the_first_text_is_recorded_as_nobody_has_seen_it() -> None:
    page = kept(TEN)
    found = recorded(page, compare(page, None), None, DAY)
    assert (found.state, found.seen, found.paragraphs) == ("first", None, (mark(TEN),))


def test_a_change_is_recorded_with_the_day_it_began_and_the_text_that_was_seen() -> None:
    later = DAY + datetime.timedelta(days=7)
    page, old = kept(TWELVE), record(TEN)
    first = recorded(page, compare(page, old), old, DAY)
    again = recorded(page, compare(page, first), first, later)
    assert (again.state, again.since, again.paragraphs) == ("changed", DAY, (mark(TEN),))


def test_what_was_seen_is_the_text_to_compare_with_from_then_on() -> None:
    page, old = kept(TWELVE, final="https://a.ca/new", permanent=True), record(TEN)
    found = seen(page, compare(page, old), old, DAY)
    assert compare(page, found).state == "unchanged"


def test_a_page_that_a_person_saw_and_this_machine_could_not_read_has_the_day_alone() -> None:
    page, old = kept(TEN, trouble="turned-away"), record(TEN, state="turned-away", seen=None)
    assert seen(page, compare(page, old), old, DAY) == old.model_copy(update={"seen": DAY, "accepted": True})


def test_what_a_person_accepted_holds_for_as_long_as_nothing_else_happens() -> None:
    page, old = kept(TEN, trouble="turned-away"), record(TEN, state="turned-away", accepted=True)
    assert recorded(page, compare(page, old), old, DAY).accepted
    worse = kept(TEN, trouble="gone")
    assert not recorded(worse, compare(worse, old), old, DAY).accepted
