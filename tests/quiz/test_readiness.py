"""Can I make it? Yes, no or not known, with the earliest day and the reason that holds.

The made-up way takes 3 months of records, 10 days of courses, and 20 + 5 + 15 days of audit, report and review.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.facts import Partner
from quiz.readiness import comes_in_time, readiness
from quiz.shape import Readiness
from quiz.words import Words
from tests.quiz.made_up import (
    BUILDERS,
    FROM_XB,
    MOVE,
    TWO_SIZES,
    TWO_SMALL_CORS,
    letter,
    partner,
    place,
    process,
    records,
    size_class,
    timing,
    training,
    visitor,
    whole_way,
)

FULL = {"client_requires": "cor"}

FAR = date(2031, 1, 1)
OTHERS = partner("others", *TWO_SIZES)


def told(texts: Words, deadline: date | None, parts: dict[str, Any] | None = None, **answers: Any) -> Readiness | None:
    """What thirty people read, at a partner with other parts of its way."""
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", **(parts or {})),))
    return readiness(visitor(one, deadline=deadline, **answers), texts)


def test_without_a_date_nothing_is_said(texts: Words) -> None:
    assert told(texts, None) is None


@pytest.mark.parametrize("people", [5, 30])
def test_who_holds_it_already_has_it_today(texts: Words, people: int) -> None:
    found = told(texts, FAR, holds="cor", people=people)
    says = texts("readiness.held", deadline="January 1, 2031")
    assert found == {"answer": "yes", "earliest": "2030-01-01", "text": says}


@pytest.mark.parametrize(
    ("deadline", "answers", "answer", "earliest"),
    [
        (date(2030, 5, 11), {"records_months": 0}, "yes", "2030-05-11"),
        (date(2030, 5, 10), {"records_months": 0}, "no", "2030-05-11"),
        (date(2030, 4, 10), {"records_months": 1}, "yes", "2030-04-10"),
        (date(2030, 4, 9), {"records_months": 1}, "no", "2030-04-10"),
        (date(2030, 2, 20), {"records_months": 3}, "yes", "2030-02-20"),
        (date(2030, 2, 20), {"records_months": 30}, "yes", "2030-02-20"),
        (date(2030, 2, 19), {"records_months": 30}, "no", "2030-02-20"),
        (date(2030, 5, 11), {}, "yes", "2030-05-11"),
        (date(2030, 5, 10), {}, "unknown", None),
        (date(2030, 5, 10), {"records_months": "unsure"}, "unknown", None),
        (date(2030, 2, 20), {}, "unknown", None),
        (date(2030, 2, 19), {}, "no", "2030-02-20"),
        (date(2030, 2, 19), {"records_months": "unsure"}, "no", "2030-02-20"),
    ],
)
def test_the_answer_turns_on_the_day_to_which_all_lengths_add_up(
    texts: Words, deadline: date, answers: dict[str, Any], answer: str, earliest: str | None
) -> None:
    found = told(texts, deadline, **answers)
    assert found
    assert (found["answer"], found["earliest"]) == (answer, earliest)


LONG_COURSES = {"training": training(200)}
LONG_WORK = {"timing": timing(gathering_days=20, report_days=5, review_days=15, build_months=6)}
NO_WORD_ON_COURSES = {"training": None}
LONG = {"courses": "July 20, 2030", "earliest": "August 29, 2030"}
SHORTLY = {"earliest": "February 20, 2030", "together": ["courses", "audit"]}


@pytest.mark.parametrize(
    ("deadline", "parts", "answers", "reason", "gaps"),
    [
        (
            date(2030, 3, 1),
            {},
            {"records_months": 0},
            "no-records-and-audit",
            {"least": 3, "records": "April 1, 2030", "earliest": "May 11, 2030"},
        ),
        (
            date(2030, 4, 1),
            {},
            {"records_months": 0},
            "no-together",
            {"earliest": "May 11, 2030", "together": ["records", "courses", "audit"]},
        ),
        (date(2030, 3, 1), LONG_COURSES, {"records_months": 12}, "no-courses-and-audit", LONG),
        (date(2030, 3, 1), LONG_COURSES, {}, "no-courses-and-audit", LONG),
        (date(2030, 5, 1), LONG_WORK, {"records_months": 0}, "no-system-and-audit", {"earliest": "August 10, 2030"}),
        (date(2030, 3, 1), LONG_WORK, {"records_months": 3}, "no-system-and-audit", {"earliest": "May 11, 2030"}),
        (date(2030, 2, 1), NO_WORD_ON_COURSES, {"records_months": 12}, "no-audit", {"days": 40}),
        (date(2030, 2, 1), NO_WORD_ON_COURSES, {}, "no-audit", {"days": 40}),
        (date(2030, 2, 1), LONG_WORK, {}, "no-together", SHORTLY),
        (
            date(2030, 7, 15),
            LONG_WORK,
            {"records_months": 0},
            "no-together",
            {"earliest": "August 10, 2030", "together": ["records", "courses", "system", "audit"]},
        ),
        (date(2030, 2, 1), {}, {"records_months": 12}, "no-together", SHORTLY),
        (
            date(2030, 3, 1),
            {"timing": None},
            {"records_months": 0},
            "no-records",
            {"least": 3, "earliest": "April 1, 2030"},
        ),
        (
            date(2030, 3, 1),
            {**LONG_COURSES, "timing": None},
            {"records_months": 12},
            "no-courses",
            {"earliest": "July 20, 2030"},
        ),
        (
            date(2030, 5, 1),
            {"timing": timing(build_months=6)},
            {"records_months": 0},
            "no-system",
            {"earliest": "July 1, 2030"},
        ),
    ],
)
def test_a_no_tells_the_part_that_takes_too_long(
    texts: Words, deadline: date, parts: dict[str, Any], answers: dict[str, Any], reason: str, gaps: dict[str, Any]
) -> None:
    found = told(texts, deadline, parts, **answers)
    assert found
    assert found["answer"] == "no"
    parts_of_it = texts.listed([texts(f"part.{part}") for part in gaps.get("together", ())])
    gaps = {**gaps, "name": "COR", "deadline": texts.date(deadline), "together": parts_of_it}
    assert found["text"] == texts(f"readiness.{reason}", **gaps)


def test_a_yes_tells_the_first_day(texts: Words) -> None:
    found = told(texts, date(2030, 6, 1))
    assert found
    gaps = {"name": "COR", "deadline": "June 1, 2030", "earliest": "May 11, 2030"}
    assert found["text"] == texts("readiness.yes", **gaps)


def test_while_the_records_are_not_told_it_depends_on_them(texts: Words) -> None:
    found = told(texts, date(2030, 4, 1))
    assert found
    assert found["text"] == texts("readiness.records-open", least=3, name="COR", ready="May 11, 2030")


def test_who_did_not_tell_his_records_may_have_built_the_system_long_ago(texts: Words) -> None:
    found = told(texts, date(2030, 3, 1), LONG_WORK)
    assert found
    assert (found["answer"], found["earliest"]) == ("unknown", None)
    assert found["text"] == texts("readiness.records-open", least=3, name="COR", ready="August 10, 2030")


def test_without_the_months_of_records_nothing_is_said_of_how_many_there_must_be(texts: Words) -> None:
    found = told(texts, date(2030, 3, 1), {**LONG_WORK, "records": None})
    assert found
    gaps = {"partner": "BUILDERS", "deadline": "March 1, 2030", "ready": "August 10, 2030"}
    assert found == {"answer": "unknown", "earliest": None, "text": texts("readiness.system-open", **gaps)}
    late = told(texts, date(2031, 3, 1), {**LONG_WORK, "records": None})
    assert late
    parts = texts("part.records")
    assert late["text"] == texts("readiness.lengths", parts=parts, partner="BUILDERS", deadline="March 1, 2031")


@pytest.mark.parametrize(
    ("parts", "answers", "missing", "earliest"),
    [
        ({"records": None}, {"records_months": 12}, ["records"], None),
        ({"records": records()}, {"records_months": 12}, ["records"], None),
        ({"records": None}, {}, ["records"], None),
        ({"training": None}, {"records_months": 0}, ["courses"], "2030-05-11"),
        ({"training": training()}, {"records_months": 0}, ["courses"], "2030-05-11"),
        ({"timing": None}, {"records_months": 0}, ["audit", "review"], "2030-04-01"),
        ({"timing": timing(gathering_days=20)}, {"records_months": 0}, ["review"], "2030-04-21"),
        ({"timing": timing(review_days=15)}, {"records_months": 0}, ["audit"], "2030-04-16"),
        ({"timing": None, "training": None}, {}, ["courses", "audit", "review"], None),
        ({"records": None, "training": None}, {"records_months": 0}, ["records", "courses"], None),
        ({"timing": None, "training": None}, {"records_months": 12}, ["courses", "audit", "review"], None),
    ],
)
def test_a_length_that_nobody_states_makes_it_not_known_and_never_yes(
    texts: Words, parts: dict[str, Any], answers: dict[str, Any], missing: list[str], earliest: str | None
) -> None:
    found = told(texts, FAR, parts, **answers)
    named = texts.listed([texts(f"part.{part}") for part in missing])
    says = texts("readiness.lengths", parts=named, partner="BUILDERS", deadline="January 1, 2031")
    assert found == {"answer": "unknown", "earliest": earliest, "text": says}


def test_a_way_of_which_nothing_is_known_is_not_known(texts: Words) -> None:
    one = partner("builders", ("COR", {}))
    found = readiness(visitor(one, deadline=FAR), texts)
    named = texts.listed([texts(f"part.{part}") for part in ("records", "courses", "audit", "review")])
    says = texts("readiness.lengths", parts=named, partner="BUILDERS", deadline="January 1, 2031")
    assert found == {"answer": "unknown", "earliest": None, "text": says}


def test_of_several_partners_the_common_word_is_told(texts: Words) -> None:
    others = partner("others", *TWO_SIZES, processes=BUILDERS.processes)
    found = readiness(visitor(BUILDERS, others, deadline=FAR, records_months=0), texts)
    assert found
    assert (found["answer"], found["earliest"]) == ("yes", "2030-05-11")
    partly = partner("others", *TWO_SIZES, processes=(process("cor", records=records(3, 12, 12)),))
    found = readiness(visitor(BUILDERS, partly, deadline=FAR), texts)
    assert found
    assert texts("partner.yours") in found["text"]


@pytest.mark.parametrize(
    ("letters", "answers", "goes"),
    [
        ([letter("letter")], FROM_XB, "letter"),
        ([letter("letter", kind="equivalency", working=True)], {**FROM_XB, "work_started": "yes"}, "equivalency"),
        ([], {"holds": "cor-elsewhere"}, "ask-home"),
        ([], {"holds": "cor", "home_partner": "others"}, "other-partner"),
        ([], {"holds": "secor", "home_partner": "others"}, "anew"),
        ([], {"holds": "cor", "home_partner": "others", "client_requires": "none"}, "voluntary"),
        ([MOVE], {"holds": "cor", "home_partner": "others"}, "conversion"),
    ],
)
def test_where_another_body_must_be_asked_first_nobody_knows_the_day(
    texts: Words, letters: list[Any], answers: dict[str, Any], goes: str
) -> None:
    here = place(BUILDERS, OTHERS, letters=tuple(letters))
    found = readiness(visitor(at=here, partner="builders", records_months=12, deadline=FAR, **answers), texts)
    says = texts(f"readiness.{goes}", deadline="January 1, 2031", partner="BUILDERS")
    assert found == {"answer": "unknown", "earliest": None, "text": says}


def test_what_a_firm_without_an_office_can_get_is_asked_first(texts: Words) -> None:
    here = place(replace(BUILDERS, needs_local_base=True))
    found = readiness(visitor(at=here, deadline=FAR, records_months=12, local_base="no", **FROM_XB), texts)
    says = texts("readiness.ask-office", partner="BUILDERS")
    assert found == {"answer": "unknown", "earliest": None, "text": says}


TWO_WEEKS, FOUR_WEEKS = "January 15, 2030", "January 29, 2030"


@pytest.mark.parametrize(
    ("lengths", "deadline", "answer", "earliest", "says", "last"),
    [
        ({"takes_days_to": 28}, date(2030, 1, 14), "no", "2030-01-15", "letter-no", FOUR_WEEKS),
        ({"takes_days_to": 28}, date(2030, 1, 15), "unknown", "2030-01-15", "letter-takes", FOUR_WEEKS),
        ({"takes_days_to": 28}, FAR, "unknown", "2030-01-15", "letter-takes", FOUR_WEEKS),
        ({}, date(2030, 1, 14), "no", "2030-01-15", "letter-no", TWO_WEEKS),
        ({}, FAR, "unknown", "2030-01-15", "letter-takes", TWO_WEEKS),
    ],
)
def test_a_letter_cannot_be_there_before_the_least_days_that_it_takes_and_is_never_promised(
    texts: Words, lengths: dict[str, int], deadline: date, answer: str, earliest: str | None, says: str, last: str
) -> None:
    here = place(BUILDERS, letters=(letter("bid", name="Bid Letter", takes_days=14, **lengths),))
    found = readiness(visitor(at=here, deadline=deadline, **FROM_XB), texts)
    gaps = {"letter": "the Bid Letter", "deadline": texts.date(deadline), "first": TWO_WEEKS, "last": last}
    assert found == {"answer": answer, "earliest": earliest, "text": texts(f"readiness.{says}", **gaps)}


def test_a_sentence_that_begins_with_the_letter_begins_with_a_capital(texts: Words) -> None:
    here = place(BUILDERS, letters=(letter("bid", name="Bid Letter", takes_days=14),))
    found = readiness(visitor(at=here, deadline=FAR, **FROM_XB), texts)
    assert found
    assert ". the " not in found["text"]


def test_without_today_nobody_counts_the_days_of_a_letter(texts: Words) -> None:
    here = place(BUILDERS, letters=(letter("bid", takes_days=14),))
    found = readiness(visitor(at=here, deadline=FAR, today=None, **FROM_XB), texts)
    assert found == {"answer": "unknown", "earliest": None, "text": texts("readiness.letter")}


def test_the_days_of_a_letter_past_the_calendar_are_not_known(texts: Words) -> None:
    here = place(BUILDERS, letters=(letter("bid", takes_days=14),))
    last_days: dict[str, Any] = {"today": date(9999, 12, 30), "deadline": date(9999, 12, 31)}
    found = readiness(visitor(at=here, **last_days, **FROM_XB), texts)
    assert found
    assert found["answer"] == "unknown"


def test_where_an_answer_decides_which_certificate_it_is_that_is_told(texts: Words) -> None:
    found = told(texts, FAR, people="unsure")
    assert found == {"answer": "unknown", "earliest": None, "text": texts("readiness.depends")}


def test_where_the_partner_must_decide_nobody_knows_the_day(texts: Words) -> None:
    found = readiness(visitor(partner("builders", ("It depends", {})), deadline=FAR), texts)
    assert found == {"answer": "unknown", "earliest": None, "text": texts("readiness.ask", partner="BUILDERS")}


@pytest.mark.parametrize(
    ("client", "answer", "earliest", "says"),
    [("cor", "unknown", None, "held-small"), ("either", "yes", "2030-01-01", "held")],
)
def test_a_small_certificate_that_is_the_full_one_is_asked_about_where_the_client_wants_that(
    texts: Words, client: str, answer: str, earliest: str | None, says: str
) -> None:
    one = partner("builders", ("Small", {"at_most": 10, "counts_as_cor": True}), ("COR", {}))
    found = readiness(visitor(one, people=5, holds="secor", client_requires=client, deadline=FAR), texts)
    text = texts(f"readiness.{says}", deadline="January 1, 2031")
    assert found == {"answer": answer, "earliest": earliest, "text": text}


@pytest.mark.parametrize(("client", "says"), [("cor", "held-either"), ("either", "held")])
def test_a_cor_that_may_be_the_class_for_small_firms_is_asked_about_where_the_client_wants_the_full_one(
    texts: Words, client: str, says: str
) -> None:
    small = replace(size_class("small", "Small", at_most=10, counts_as_cor=True), name="Small COR")
    one = partner("builders", size_classes=(small, size_class("cor", "COR")))
    found = readiness(visitor(one, people=5, holds="cor", client_requires=client, deadline=FAR), texts)
    assert found
    assert found["answer"] == ("yes" if says == "held" else "unknown")
    assert found["text"] == texts(f"readiness.{says}", name="Small COR", deadline="January 1, 2031")


@pytest.mark.parametrize(
    ("sure", "answers", "says"),
    [
        ("clear", {}, "outgrown"),
        ("confirm", {}, "outgrown-unconfirmed"),
        ("clear", {"client_requires": "either"}, "outgrown"),
        ("clear", FULL, None),
        ("clear", {"client_requires": "none"}, None),
    ],
)
def test_a_small_certificate_that_was_outgrown_is_asked_about_unless_the_client_wants_the_full_one(
    texts: Words, sure: str, answers: dict[str, Any], says: str | None
) -> None:
    one = partner("builders", ("Small", {"at_most": 10}), ("COR", {"certainty": sure}), processes=BUILDERS.processes)
    found = readiness(visitor(one, holds="secor", deadline=FAR, **answers), texts)
    assert found
    ids = ("outgrown", "outgrown-unconfirmed")
    asked = {texts(f"readiness.{each}", partner="BUILDERS", deadline="January 1, 2031"): each for each in ids}
    assert asked.get(found["text"]) == says
    if says:
        assert (found["answer"], found["earliest"]) == ("unknown", None)


@pytest.mark.parametrize(
    ("lengths", "earliest", "says"),
    [
        ({}, None, "letter-later"),
        ({"takes_days": 14, "takes_days_to": 28}, "2030-12-15", "letter-takes-later"),
    ],
)
def test_a_letter_that_would_run_out_before_the_date_is_asked_for_later(
    texts: Words, lengths: dict[str, int], earliest: str | None, says: str
) -> None:
    here = place(BUILDERS, letters=(letter("bid", name="Bid Letter", months=1, **lengths),))
    found = readiness(visitor(at=here, deadline=FAR, **FROM_XB), texts)
    days = {"later": "December 1, 2030", "first": "December 15, 2030", "last": "December 29, 2030"}
    text = texts(f"readiness.{says}", letter="the Bid Letter", deadline="January 1, 2031", **days)
    assert found == {"answer": "unknown", "earliest": earliest, "text": text}


@pytest.mark.parametrize(
    ("parts", "deadline", "in_time"),
    [
        ({"takes_days": 14, "takes_days_to": 28}, date(2030, 1, 29), True),
        ({"takes_days": 14, "takes_days_to": 28}, date(2030, 1, 28), False),
        ({"takes_days": 14, "takes_days_to": 28}, None, False),
        ({"takes_days": 14}, date(2030, 1, 15), True),
        ({}, date(2030, 3, 1), False),
        ({"months": 1}, date(2030, 3, 1), True),
        ({"months": 1}, None, False),
    ],
)
def test_a_letter_comes_in_time_where_its_longest_wait_or_a_second_request_fits(
    parts: dict[str, int], deadline: date | None, in_time: bool
) -> None:
    here = place(BUILDERS, letters=(letter("bid", **parts),))
    assert comes_in_time(visitor(at=here, deadline=deadline, **FROM_XB)) is in_time


def test_a_cor_of_several_classes_may_not_be_the_one_that_fits(texts: Words) -> None:
    middle = replace(size_class("middle", "COR", at_most=10), name="Middle COR")
    one = partner("builders", size_classes=(middle, size_class("cor", "COR")))
    found = readiness(visitor(one, holds="cor", deadline=FAR), texts)
    says = texts("readiness.held-class", name="COR", partner="BUILDERS")
    assert found == {"answer": "unknown", "earliest": None, "text": says}


TWO_FULL = partner("builders", ("It depends", {"at_most": 4}), ("COR", {"at_most": 19}), ("Large COR", {}))


@pytest.mark.parametrize(
    ("one", "answers", "told"),
    [
        (TWO_FULL, {"people": 3}, "held-open"),
        (TWO_FULL, {"people": "unsure"}, "held-open"),
        (partner("builders", ("It depends", {"at_most": 4}), ("COR", {})), {"people": 3}, "held-open"),
        (partner("builders", ("It depends", {"at_most": 4}), ("COR", {})), {"people": "unsure"}, "held"),
        (BUILDERS, {"people": "unsure"}, "held"),
    ],
)
def test_a_cor_whose_class_only_the_partner_can_tell_is_asked_about_and_one_that_any_size_may_keep_is_not(
    texts: Words, one: Partner, answers: dict[str, Any], told: str
) -> None:
    found = readiness(visitor(one, holds="cor", deadline=FAR, **answers), texts)
    assert found
    assert found["text"] == texts(f"readiness.{told}", partner="BUILDERS", deadline="January 1, 2031")
    assert found["answer"] == ("yes" if told == "held" else "unknown")


def test_a_certificate_of_a_partner_in_doubt_is_asked_about(texts: Words) -> None:
    found = readiness(visitor(replace(BUILDERS, status="doubtful"), holds="cor", deadline=FAR), texts)
    says = texts("readiness.held-doubtful", partner="BUILDERS", deadline="January 1, 2031")
    assert found == {"answer": "unknown", "earliest": None, "text": says}


@pytest.mark.parametrize(("client", "answer"), [("cor", "unknown"), ("either", "yes")])
def test_a_full_certificate_of_another_name_may_not_be_what_a_client_calls_cor(
    texts: Words, client: str, answer: str
) -> None:
    one = partner("builders", size_classes=(replace(size_class("safe", "COR"), name="SAFE Work"),))
    found = readiness(visitor(one, holds="cor", client_requires=client, deadline=FAR), texts)
    assert found
    assert found["answer"] == answer


def test_who_was_certified_has_records_of_which_nobody_knows_whether_they_count(texts: Words) -> None:
    found = told(texts, FAR, holds="expired", records_months=None)
    says = texts("readiness.records-own", partner="BUILDERS", least=3)
    assert found == {"answer": "unknown", "earliest": None, "text": says}


def test_months_that_only_a_doubtful_source_names_forbid_nothing(texts: Words) -> None:
    doubted = replace(records(12, 12, 12), confidence="low")
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", records=doubted),))
    found = readiness(visitor(one, records_months=0, deadline=date(2030, 3, 1)), texts)
    assert found
    assert found["answer"] == "unknown"


def test_a_holder_whom_nobody_asks_has_no_date_to_make(texts: Words) -> None:
    found = told(texts, FAR, holds="cor", client_requires="none")
    assert found == {
        "answer": "yes",
        "earliest": "2030-01-01",
        "text": texts("readiness.voluntary", deadline="January 1, 2031"),
    }


def test_where_no_partner_is_known_to_take_the_industry_that_must_be_clear_first(texts: Words) -> None:
    here = place(*(partner(each, *TWO_SIZES, industries=("trucking",)) for each in ("one", "two")))
    found = readiness(visitor(at=here, industry="forestry", partner=None, deadline=FAR), texts)
    assert found == {"answer": "unknown", "earliest": None, "text": texts("readiness.which")}


@pytest.mark.parametrize("holds", ["none", "expired"])
def test_who_has_no_office_where_one_is_wanted_asks_first(texts: Words, holds: str) -> None:
    one = replace(BUILDERS, needs_local_base=True)
    found = readiness(visitor(one, local_base="no", holds=holds, deadline=FAR, records_months=12), texts)
    says = texts("readiness.ask-office", partner="BUILDERS")
    assert found == {"answer": "unknown", "earliest": None, "text": says}


def test_where_nobody_certifies_nobody_knows_the_day(texts: Words) -> None:
    found = readiness(visitor(at=place(), deadline=FAR), texts)
    assert found == {"answer": "unknown", "earliest": None, "text": texts("readiness.nobody")}


def test_without_today_the_partner_is_asked(texts: Words) -> None:
    found = told(texts, FAR, today=None)
    assert found == {"answer": "unknown", "earliest": None, "text": texts("readiness.ask", partner="BUILDERS")}


@pytest.mark.parametrize(
    ("deadline", "answers", "answer", "earliest"),
    [
        (FAR, {"holds": "none"}, "yes", "2030-05-11"),
        (FAR, {"holds": "expired"}, "unknown", None),
        (FAR, {"holds": "secor"}, "unknown", None),
        (FAR, {"holds": "iso-45001"}, "unknown", None),
        (FAR, {"holds": "secor", "records_months": 1, **FULL}, "unknown", "2030-04-10"),
        (FAR, {"holds": "secor", "records_months": 3, **FULL}, "unknown", "2030-02-10"),
        (date(2030, 4, 9), {"holds": "secor", "records_months": 1, **FULL}, "no", "2030-04-10"),
        (date(2030, 2, 10), {"holds": "secor", "records_months": 3, **FULL}, "unknown", "2030-02-10"),
        (date(2030, 4, 9), {"holds": "secor", "records_months": 1}, "unknown", None),  # until when it stands is asked
    ],
)
def test_a_certificate_in_hand_is_no_proof_of_records_and_leaves_open_which_courses_are_missing(
    texts: Words, deadline: date, answers: dict[str, Any], answer: str, earliest: str | None
) -> None:
    found = told(texts, deadline, **answers)
    assert found
    assert (found["answer"], found["earliest"]) == (answer, earliest)


def test_who_has_a_system_does_not_build_one(texts: Words) -> None:
    found = told(texts, FAR, LONG_WORK, holds="expired", records_months=3)
    assert found
    assert found["earliest"] == "2030-02-10"


def test_from_no_records_at_all_the_very_day_of_the_deadline_is_in_time(texts: Words) -> None:
    day = date(2030, 5, 11)
    found = told(texts, day, NO_WORD_ON_COURSES)
    says = texts("readiness.lengths", parts=texts("part.courses"), partner="BUILDERS", deadline=texts.date(day))
    assert found == {"answer": "unknown", "earliest": None, "text": says}


def test_where_it_hangs_on_who_counts_the_partner_says_so_and_no_answer_does(texts: Words) -> None:
    found = told(texts, FAR, people=None, count={"employees": 9, "agency": 3})
    assert found
    assert found["text"] == texts("readiness.ask", partner="BUILDERS")


@pytest.mark.parametrize(("deadline", "answer"), [(date(2030, 1, 10), "no"), (date(2030, 1, 15), "unknown")])
def test_an_audit_that_must_be_announced_is_not_before_its_notice(texts: Words, deadline: date, answer: str) -> None:
    one = partner("builders", *TWO_SIZES, processes=(process("cor", timing=timing(notice_days=14)),))
    found = readiness(visitor(one, records_months=24, deadline=deadline), texts)
    assert found
    assert found["answer"] == answer
    if answer == "no":
        day = {"deadline": "January 10, 2030", "earliest": "January 15, 2030"}
        assert (found["earliest"], found["text"]) == ("2030-01-15", texts("readiness.no-notice", **day))


PLACE_S_FEWEST = replace(records(3, 12, 12), fewer_is_asked=True)


@pytest.mark.parametrize("months", [3, None])
def test_whether_fewer_months_than_a_page_names_are_enough_is_for_the_partner_to_say(
    texts: Words, months: int | None
) -> None:
    found = told(texts, FAR, {"records": PLACE_S_FEWEST}, records_months=months)
    says = texts("readiness.records-asked", partner="BUILDERS", full=12, least=3)
    assert found == {"answer": "unknown", "earliest": None, "text": says}


def test_who_has_the_months_that_the_page_names_asks_nobody(texts: Words) -> None:
    found = told(texts, FAR, {"records": PLACE_S_FEWEST}, records_months=12)
    assert found
    assert found["answer"] == "yes"


def test_below_the_fewest_that_the_place_takes_the_answer_is_no(texts: Words) -> None:
    found = told(texts, date(2030, 3, 1), {"records": PLACE_S_FEWEST}, records_months=0)
    assert found
    assert (found["answer"], found["earliest"]) == ("no", "2030-05-11")
    assert "April 1, 2030" in found["text"]


def test_where_a_form_takes_the_place_of_an_audit_its_length_is_not_that_of_an_audit(texts: Words) -> None:
    one = partner("builders", *TWO_SIZES, processes=(process("secor", kind="self-evaluation"),))
    found = readiness(visitor(one, people=5, deadline=FAR), texts)
    assert found
    assert texts("part.evaluation") in found["text"]
    assert texts("part.audit") not in found["text"]


@pytest.mark.parametrize(("people", "name"), [(3, "Small COR"), (8, "Middle COR"), ("unsure", "certificate.small")])
def test_a_cor_that_may_be_one_of_two_small_classes_is_named_by_size_and_by_no_name_while_that_is_not_known(
    texts: Words, people: Any, name: str
) -> None:
    found = readiness(visitor(TWO_SMALL_CORS, people=people, holds="cor", deadline=FAR, client_requires="cor"), texts)
    named = texts(name) if name in texts else name
    assert found == {"answer": "unknown", "earliest": None, "text": texts("readiness.held-either", name=named)}


@pytest.mark.parametrize(
    ("client", "reason"), [(None, "held-ask"), ("unsure", "held-ask"), ("cor", "held-small"), ("either", "held")]
)
def test_a_small_certificate_in_hand_is_put_to_the_client_by_what_the_client_says(
    texts: Words, client: str | None, reason: str
) -> None:
    one = partner("builders", ("Small", {"at_most": 10, "counts_as_cor": True}), ("COR", {}))
    found = readiness(visitor(one, people=5, holds="secor", client_requires=client, deadline=FAR), texts)
    assert found
    assert found["text"] == texts(f"readiness.{reason}", deadline=texts.date(FAR))


@pytest.mark.parametrize(
    ("granted", "answers", "reason"),
    [
        ({}, {"home_province": None}, "ask-home"),
        ({"working": True}, {"work_started": "yes"}, "letter"),
        ({"working": True, "kind": "equivalency"}, {"work_started": "yes"}, "equivalency"),
    ],
)
def test_a_date_hangs_on_the_paper_that_is_asked_for_or_on_the_body_that_certified(
    texts: Words, granted: dict[str, Any], answers: dict[str, Any], reason: str
) -> None:
    here = place(BUILDERS, letters=(letter("paper", **granted),))
    found = readiness(visitor(at=here, deadline=FAR, **{**FROM_XB, **answers}), texts)
    assert found
    assert found["text"] == texts(f"readiness.{reason}", deadline=texts.date(FAR), partner="BUILDERS")


def test_without_a_letter_none_comes_in_time() -> None:
    assert not comes_in_time(visitor(deadline=FAR))


def test_a_letter_whose_last_day_the_calendar_does_not_have_is_given_no_day(texts: Words) -> None:
    paper = letter("paper", months=1, takes_days=5, takes_days_to=60)
    there = visitor(at=place(BUILDERS, letters=(paper,)), deadline=date(9999, 12, 31), **FROM_XB)
    found = readiness(there, texts)
    assert found == {
        "answer": "unknown",
        "earliest": None,
        "text": texts("readiness.letter-later", deadline=texts.date(date(9999, 12, 31)), later="November 30, 9999"),
    }
