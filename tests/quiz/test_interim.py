"""What can be shown until the certificate is there: to whom it is shown, and where it is a step of the plan."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from quiz.interim import entries, interim, may_be_needed, ready
from quiz.words import Words
from tests.quiz.made_up import (
    BUILDERS,
    FROM_XB,
    TODAY,
    TWO_SIZES,
    WAYS,
    entry,
    letter,
    partner,
    place,
    timing,
    visitor,
    whole_way,
)

SOON, FAR = date(2030, 1, 8), date(2031, 1, 1)
HERE = place(BUILDERS, interim=(entry("ready", ready=True), entry("later")))


@pytest.mark.parametrize(
    ("answers", "needed"),
    [
        ({}, True),
        ({"records_months": "unsure"}, True),
        ({"records_months": 2}, True),
        ({"records_months": 3}, True),
        ({"records_months": 12}, True),
        ({"records_months": 12, "deadline": SOON}, True),
        ({"records_months": 12, "deadline": FAR}, False),
        ({"deadline": FAR}, False),
        ({"deadline": date(2030, 5, 11)}, False),
        ({"deadline": date(2030, 5, 10)}, True),
    ],
)
def test_something_may_be_needed_unless_a_date_is_known_that_will_be_met(answers: dict[str, Any], needed: bool) -> None:
    there = visitor(at=HERE, **answers)
    assert may_be_needed(there) is needed
    assert [found.id for found in entries(there)] == (["ready", "later"] if needed else [])


def test_where_the_months_are_not_known_something_may_be_needed_however_many_there_are() -> None:
    assert may_be_needed(visitor(partner("builders", ("COR", {})), records_months=100))


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({"client_requires": "cor"}, True),
        ({"client_requires": "unsure"}, True),
        ({"client_requires": "none"}, False),
        ({"holds": "cor"}, False),
        ({"holds": "cor", "people": 5}, False),
        ({"holds": "expired"}, True),
        (FROM_XB, True),
    ],
)
def test_who_needs_nothing_is_shown_nothing(answers: dict[str, Any], shown: bool) -> None:
    assert bool(entries(visitor(at=HERE, records_months=0, **answers))) is shown


@pytest.mark.parametrize(
    ("conditions", "answers", "shown"),
    [
        ({"partners": ("builders",)}, {}, True),
        ({"partners": ("others",)}, {}, False),
        ({"holds": ("none",)}, {}, True),
        ({"holds": ("none",)}, {"holds": "secor"}, False),
        ({"client_requires": ("cor", "unsure")}, {}, True),
        ({"records_under": 3}, {}, True),
        ({"records_under": 3}, {"records_months": None}, True),
        ({"records_under": 1}, {"records_months": None}, True),
        ({"records_under": 3}, {"records_months": "unsure"}, True),
        ({"records_under": 3}, {"records_months": 2}, True),
        ({"records_under": 2}, {"records_months": 2}, False),
    ],
)
def test_an_entry_is_for_whom_its_conditions_hold(
    conditions: dict[str, Any], answers: dict[str, Any], shown: bool
) -> None:
    here = place(BUILDERS, interim=(entry("one", **conditions),))
    assert bool(entries(visitor(at=here, **{"records_months": 0, **answers}))) is shown


@pytest.mark.parametrize(
    ("answers", "steps"),
    [
        ({}, ["ready"]),
        ({"holds": "none"}, ["ready"]),
        ({"holds": "expired"}, ["ready"]),
        ({"holds": "secor"}, ["ready"]),
        ({"holds": "secor", "people": 5, "client_requires": "cor"}, ["ready"]),
        ({"holds": "iso-45001"}, ["ready"]),
        ({"holds": "cor"}, []),
        ({"holds": "cor-elsewhere"}, []),
        ({"records_months": 12}, ["ready"]),
        ({"records_months": 12, "deadline": FAR}, []),
    ],
)
def test_what_can_be_had_before_the_audit_is_a_step_for_who_has_nothing_to_show(
    answers: dict[str, Any], steps: list[str]
) -> None:
    assert [found.id for found in ready(visitor(at=HERE, **{"records_months": 0, **answers}))] == steps


def test_an_entry_tells_its_name_its_text_and_its_source(texts: Words) -> None:
    (first, second) = interim(visitor(at=HERE), texts)
    source = {"url": "https://ready.example/", "checked": "2029-12-01", "confidence": "high"}
    told = {"id": "ready", "name": "Ready", "text": "About Ready.", "fact": "ready", "source": source}
    assert first == {**told, "in_time": False}  # no date was given
    assert second["id"] == "later"


@pytest.mark.parametrize(
    ("granted", "answers", "shown"),
    [
        ({}, FROM_XB, ["paper", "one"]),
        ({"kind": "equivalency", "working": True}, {**FROM_XB, "work_started": "yes"}, ["paper", "one"]),
        ({}, {"holds": "cor-elsewhere"}, ["paper", "one"]),
        ({"to": "iso-45001"}, {"holds": "iso-45001"}, ["paper", "one"]),
        ({}, {"holds": "iso-45001"}, ["one"]),
        ({}, {**FROM_XB, "work_started": "yes"}, ["one"]),
        ({"refuses": ("homers",)}, FROM_XB, ["one"]),
        ({}, {**FROM_XB, "client_requires": "none"}, []),
        ({}, {}, ["one"]),
    ],
)
def test_the_letter_of_a_certificate_from_elsewhere_comes_first(
    texts: Words, granted: dict[str, Any], answers: dict[str, Any], shown: list[str]
) -> None:
    here = place(BUILDERS, letters=(letter("paper", **granted),), interim=(entry("one"),))
    assert [told["id"] for told in interim(visitor(at=here, **answers), texts)] == shown


OTHERS = partner("others", *TWO_SIZES, processes=WAYS)
THIRD = partner("third", *TWO_SIZES, processes=WAYS)


@pytest.mark.parametrize(
    ("givers", "answers", "names"),
    [
        (("builders",), {}, "Builders"),
        (("builders", "others"), {}, "Builders or Others"),
        (("builders", "others", "third"), {}, ""),
        (("builders",), {"partner": "builders"}, ""),
        ((), {}, ""),
    ],
)
def test_whose_paper_it_is_stands_beside_it_while_another_partner_may_be_chosen(
    texts: Words, givers: tuple[str, ...], answers: dict[str, Any], names: str
) -> None:
    here = place(BUILDERS, OTHERS, THIRD, interim=(entry("one", partners=givers),))
    (found,) = interim(visitor(at=here, **answers), texts)
    only = f" {texts('interim.only-at', partners=names)}" if names else ""
    assert found["text"] == f"About One.{only}"


@pytest.mark.parametrize(
    ("people", "added"),
    [(30, "For COR."), (5, "For the small one."), ("unsure", "For COR. For the small one.")],
)
def test_what_a_certificate_adds_is_told_to_who_may_need_it(texts: Words, people: object, added: str) -> None:
    one = replace(entry("one"), for_cor="For COR.", for_small="For the small one.")
    (found,) = interim(visitor(at=place(BUILDERS, interim=(one,)), people=people), texts)
    assert found["text"] == f"About One. {added}"


@pytest.mark.parametrize(
    ("conditions", "answers", "shown"),
    [
        ({"partners": ("others",)}, {}, True),
        ({"partners": ("others",)}, {"partner": "builders"}, False),
        ({"partners": ("nobody",)}, {}, False),
        ({"partners": ("others",), "holds": ("none",)}, {"holds": "expired", "home_partner": "builders"}, True),
        ({"partners": ("others",), "holds": ("none",)}, {"holds": "expired", "home_partner": "others"}, False),
        ({"partners": ("others",), "holds": ("none",)}, {"holds": "expired"}, False),
        ({"partners": ("others",), "holds": ("secor",)}, {"holds": "expired", "home_partner": "builders"}, False),
    ],
)
def test_a_partner_s_paper_is_for_who_may_still_choose_it_and_is_new_to_it(
    conditions: dict[str, Any], answers: dict[str, Any], shown: bool
) -> None:
    here = place(BUILDERS, OTHERS, interim=(entry("one", **conditions),))
    assert bool(entries(visitor(at=here, records_months=0, **answers))) is shown


def test_a_letter_tells_its_name_its_text_and_its_source(texts: Words) -> None:
    here = place(BUILDERS, letters=(letter("paper"),))
    (told,) = interim(visitor(at=here, **FROM_XB), texts)
    source = {"url": "https://paper.example/", "checked": "2029-12-01", "confidence": "high"}
    own = {"id": "paper", "name": "The paper", "text": "On the paper.", "fact": "paper", "source": source}
    assert told == {**own, "in_time": False}  # the plan's aim


def test_a_conversion_is_no_paper_for_a_buyer(texts: Words) -> None:
    moved = letter("move", to="other-partners", kind="conversion", holders_of=("others",))
    here = place(BUILDERS, partner("others", *TWO_SIZES), letters=(moved,))
    found = interim(visitor(at=here, partner="builders", holds="cor", home_partner="others"), texts)
    assert found == []


def test_what_a_letter_asks_for_is_told_with_it(texts: Words) -> None:
    here = place(BUILDERS, letters=(letter("paper", asks="two papers"),))
    (told,) = interim(visitor(at=here, **FROM_XB), texts)
    assert told["text"] == f"On the paper. {texts('letter.asks', asks='two papers')}"


def test_a_letter_without_a_name_of_its_own_is_called_by_what_it_is(texts: Words) -> None:
    here = place(BUILDERS, letters=(letter("paper", name=""),))
    (told,) = interim(visitor(at=here, **FROM_XB), texts)
    assert told["name"] == texts("letter.letter").capitalize()


@pytest.mark.parametrize(
    ("after", "days", "in_time"),
    [("start", 2, True), ("training", 2, False), ("training", 14, False), ("training", 15, True), ("system", 15, True)],
)
def test_what_waits_for_other_work_is_not_counted_on_within_two_weeks(
    texts: Words, after: str, days: int, in_time: bool
) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", training=None),))
    here = place(one, interim=(entry("paper", ready=True, after=after),))
    (told,) = interim(visitor(at=here, records_months=0, deadline=TODAY + timedelta(days=days)), texts)
    assert told["in_time"] is in_time


@pytest.mark.parametrize(("deadline", "in_time"), [(date(2030, 1, 10), False), (date(2030, 1, 11), True)])
def test_what_waits_for_courses_of_known_length_is_in_time_after_them(
    texts: Words, deadline: date, in_time: bool
) -> None:
    here = place(BUILDERS, interim=(entry("paper", ready=True, after="training"),))
    (told,) = interim(visitor(at=here, records_months=0, deadline=deadline), texts)
    assert told["in_time"] is in_time


def test_what_needs_no_work_before_it_is_in_time_however_long_the_system_takes(texts: Words) -> None:
    built = replace(BUILDERS, processes=(whole_way("cor", timing=timing(build_months=6)),))
    here = place(built, interim=(entry("call", ready=True, after="start"), entry("plan", ready=True, after="system")))
    first, second = interim(visitor(at=here, records_months=0, deadline=TODAY + timedelta(days=30)), texts)
    assert (first["id"], first["in_time"]) == ("call", True)
    assert (second["id"], second["in_time"]) == ("plan", False)
