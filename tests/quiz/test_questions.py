"""Which question comes next, which are still open, and what each accepts."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.answers import Answers
from quiz.classes import SIZE_KEYS
from quiz.facts import Jurisdiction
from quiz.questions import BY_KEY, QUESTIONS, choice, client_matters, may_follow, next_key, options, plain, still_open
from quiz.words import Words
from tests.quiz.made_up import (
    BUILDERS,
    FROM_XB,
    FULL_TIME,
    TODAY,
    TWO_SIZES,
    caution,
    entry,
    facts,
    letter,
    partner,
    place,
    refund,
    timing,
    visitor,
    whole_way,
)

HIRING = partner("others", ("Small", {"without_subcontractors": True, "at_most": 10}), ("COR", {}), any_industry=True)
ALWAYS = partner("always", ("COR", {}), industries=("construction",))
HERE = place(BUILDERS)
TWO = place(partner("builders", *TWO_SIZES, any_industry=True), HIRING)


def test_what_decides_the_class_is_told_in_the_order_of_the_questions() -> None:
    assert [question.key for question in QUESTIONS if question.key in SIZE_KEYS] == list(SIZE_KEYS)


@pytest.mark.parametrize(
    ("here", "answers", "key"),
    [
        (HERE, {}, "province"),
        (HERE, {"province": "XA"}, "people"),
        (HERE, {"province": "XA", "people": 30}, "deadline"),
        (HERE, {"province": "XA", "people": 5}, "client_requires"),
        (HERE, {"province": "XA", "people": 5, "client_requires": "unsure"}, "deadline"),
        (HERE, {"province": "XA", "people": "unsure"}, "client_requires"),
        (TWO, {"province": "XA"}, "industry"),
        (TWO, {"province": "XA", "industry": "construction"}, "partner"),
        (TWO, {"province": "XA", "partner": "others"}, "people"),
        (TWO, {"province": "XA", "partner": "others", "people": 5}, "subcontracts"),
        (TWO, {"province": "XA", "partner": "others", "people": 30}, "deadline"),
        (place(BUILDERS, ALWAYS), {"province": "XA", "industry": "construction"}, "deadline"),
        (place(), {"province": "XA"}, "deadline"),
        (HERE, {"province": "XA", "people": 30, "deadline": TODAY}, None),
    ],
)
def test_the_next_question_is_the_first_that_can_still_help(
    here: Jurisdiction, answers: dict[str, Any], key: str | None
) -> None:
    assert next_key(Answers(**answers), facts(here)) == key


@pytest.mark.parametrize(
    ("here", "answers", "matters"),
    [
        (HERE, {"people": 5}, True),
        (HERE, {"people": 30}, False),
        (HERE, {"people": 5, "client_requires": "cor"}, False),
        (place(), {}, False),
        (
            place(partner("builders", ("Small", {"at_most": 9, "counts_as_cor": True}), ("COR", {}))),
            {"people": 5},
            False,
        ),
    ],
)
def test_the_client_matters_where_the_full_certificate_would_be_another(
    here: Jurisdiction, answers: dict[str, Any], matters: bool
) -> None:
    assert client_matters(visitor(at=here, **answers)) is matters


def test_the_questions_that_may_follow_begin_with_the_next_one() -> None:
    found = [*may_follow(Answers(province="XA"), facts(TWO))]
    assert found[:2] == ["industry", "partner"]
    assert {"people", "subcontracts", "client_requires", "deadline", "premium"} <= set(found)
    assert not {"home_province", "home_partner", "local_base", "work_started", "payroll_hours", "province"} & set(found)


def test_before_the_province_every_question_may_follow_but_those_about_a_certificate() -> None:
    found = [*may_follow(Answers(), facts(TWO))]
    left_out = {"home_province", "home_partner", "local_base", "work_started"}
    assert found[0] == "province"
    assert set(found) == {question.key for question in QUESTIONS} - left_out


@pytest.mark.parametrize(
    ("answers", "some", "none"),
    [
        ({"partner": "builders"}, {"people"}, {"industry", "partner", "subcontracts"}),
        ({"partner": "others", "people": 5}, {"subcontracts"}, {"people", "partner"}),
        ({"partner": "unsure", "industry": "construction"}, {"people", "subcontracts"}, {"industry", "partner"}),
        ({"industry": "construction"}, {"partner", "people"}, {"industry"}),
    ],
)
def test_what_was_answered_or_cannot_matter_does_not_follow(
    answers: dict[str, Any], some: set[str], none: set[str]
) -> None:
    found = {*may_follow(Answers(province="XA", **answers), facts(TWO))}
    assert some <= found
    assert not none & found


BY_ISO = letter("iso", to="iso-45001")
PAYING = place(BUILDERS, money=(refund(percent=10),))
TWO_LETTERS = place(BUILDERS, letters=(letter("bid", only_without_local_base=True), letter("work", working=True)))
THEN_WITHOUT_OFFICE = place(
    BUILDERS, letters=(letter("bid"), letter("work", bidding=False, working=True, only_without_local_base=True))
)
PLAIN_LETTER = place(BUILDERS, letters=(letter("both", working=True),))
WITHOUT_RECORDS = place(partner("builders", ("COR", {}), processes=(whole_way("cor", records=None),)))
BUILT = place(
    partner("builders", ("COR", {}), processes=(whole_way("cor", records=None, timing=timing(build_months=2)),))
)
BY_PAPER = replace(WITHOUT_RECORDS, interim=(entry("paper", records_under=3),))
ASKING = place(partner("builders", ("It depends", {})))


@pytest.mark.parametrize(
    ("here", "answers", "key", "is_open"),
    [
        (HERE, {"people": 5}, "client_requires", True),
        (HERE, {"people": 5, "client_requires": "unsure"}, "client_requires", False),
        (HERE, {"people": 30}, "client_requires", True),
        (place(), {}, "client_requires", True),
        (HERE, {"holds": "cor"}, "client_requires", True),
        (place(partner("builders", ("Owner", {"at_most": 1}), ("COR", {}))), {"people": 1}, "client_requires", True),
        (HERE, {"people": 5}, "growth", True),
        (HERE, {"people": 5, "growth": "no"}, "growth", False),
        (HERE, {"people": 30}, "growth", False),
        (HERE, {"people": 5, "holds": "cor"}, "growth", False),
        (HERE, {"people": 5, "holds": "secor"}, "growth", True),
        (
            place(BUILDERS, letters=(letter("iso", to="iso-45001"),)),
            {"people": 5, "holds": "iso-45001"},
            "growth",
            False,
        ),
        (place(partner("builders", ("Owner", {"at_most": 1}), ("COR", {}))), {"people": 1}, "growth", True),
        (HERE, {}, "records_months", True),
        (WITHOUT_RECORDS, {}, "records_months", True),  # a system that is there is fitted, not built
        (WITHOUT_RECORDS, {"holds": "expired"}, "records_months", False),
        (BUILT, {}, "records_months", True),
        (BUILT, {"holds": "expired"}, "records_months", False),
        (BY_PAPER, {"holds": "expired"}, "records_months", True),
        (HERE, {"people": "unsure"}, "records_months", True),
        (HERE, {"holds": "cor"}, "records_months", False),
        (HERE, {"people": 5, "holds": "cor"}, "records_months", False),
        (HERE, {"people": 5, "holds": "secor"}, "records_months", False),
        (HERE, {"people": 30, "holds": "secor"}, "records_months", True),
        (place(BUILDERS, letters=(letter("paper"),)), FROM_XB, "records_months", False),  # no audit here
        (place(partner("builders", ("COR", {}))), {"holds": "secor"}, "records_months", False),
        (HERE, {}, "holds", True),
        (ASKING, {}, "holds", True),
        (place(partner("builders", ("Nothing", {}))), {}, "holds", False),
        (place(), {}, "holds", False),
        (HERE, {}, "home_province", False),
        (HERE, {"holds": "cor-elsewhere"}, "home_province", True),
        (HERE, {"holds": "cor"}, "home_province", False),
        (HERE, FROM_XB, "home_partner", False),  # one body issues there, so the answer is known
        (HERE, {"holds": "cor-elsewhere"}, "home_partner", False),
        (HERE, {"holds": "cor"}, "home_partner", False),
        (HERE, {"holds": "cor-elsewhere", "home_province": "XA"}, "home_partner", False),
        (TWO, {"holds": "cor-elsewhere", "home_province": "XA", "partner": "builders"}, "home_partner", True),
        (TWO, {"holds": "cor", "partner": "builders"}, "home_partner", True),
        (TWO, {"holds": "none", "partner": "builders"}, "home_partner", False),
        (HERE, FROM_XB, "local_base", False),
        (TWO_LETTERS, FROM_XB, "local_base", True),
        (place(replace(BUILDERS, needs_local_base=True)), FROM_XB, "local_base", True),
        (TWO_LETTERS, FROM_XB, "work_started", True),
        (TWO_LETTERS, {**FROM_XB, "work_started": "yes"}, "work_started", False),
        (PLAIN_LETTER, FROM_XB, "work_started", True),
        (PLAIN_LETTER, {"holds": "cor-elsewhere"}, "work_started", True),  # before work starts there is one step more
        (place(replace(BUILDERS, needs_local_base=True)), {**FROM_XB, "local_base": "no"}, "work_started", True),
        (PLAIN_LETTER, FROM_XB, "local_base", False),
        (THEN_WITHOUT_OFFICE, FROM_XB, "local_base", True),  # what takes the letter's place hangs on it
        (HERE, {"holds": "cor-elsewhere", "home_province": "XA"}, "local_base", False),
        (TWO_LETTERS, {"holds": "cor"}, "local_base", False),
        (HERE, {}, "account", True),
        (place(BUILDERS, letters=(letter("paper"),)), FROM_XB, "account", False),
        (place(BUILDERS, letters=(letter("paper", only_without_account=True),)), FROM_XB, "account", True),
        (place(), {}, "account", False),
        (HERE, {}, "deadline", True),
        (place(), {}, "deadline", True),
        (PAYING, {}, "premium", True),
        (place(BUILDERS, money=(refund(percent=10, base_premium=True),)), {}, "premium", False),
        (place(BUILDERS, money=(refund(percent=10, base_premium=True, at_least_dollars=9),)), {}, "premium", True),
        (HERE, {}, "premium", False),
        (place(BUILDERS, money=(replace(refund(percent=10), refund=None),)), {}, "premium", False),
        (place(BUILDERS, money=(replace(refund(percent=10), industries=("forestry",)),)), {}, "premium", True),
        (
            place(BUILDERS, money=(replace(refund(percent=10), industries=("forestry",)),)),
            {"industry": "trucking"},
            "premium",
            False,
        ),
        (place(BUILDERS, letters=(letter("bid"),), money=(refund(percent=10),)), FROM_XB, "premium", False),
        (place(money=(refund(percent=10),)), {}, "premium", False),
        (HERE, {"people": "unsure"}, "people", False),
        (HERE, {"count": {"employees": 9, "agency": 2}}, "people", False),
        (TWO, {"partner": "others", "people": 30}, "subcontracts", False),
        (TWO, {"partner": "others", "people": 5, "client_requires": "cor"}, "subcontracts", False),
        (TWO, {"people": 30}, "industry", True),
        (TWO, {"people": 30, "industry": "construction"}, "industry", False),
        (HERE, {}, "province", False),
    ],
)
def test_a_question_is_open_while_its_answer_could_change_what_is_said(
    here: Jurisdiction, answers: dict[str, Any], key: str, is_open: bool
) -> None:
    assert (key in still_open(visitor(at=here, **answers))) is is_open


def test_a_caution_that_only_lacks_an_answer_keeps_its_question_open() -> None:
    large: dict[str, Any] = {"people": 30}
    assert "growth" not in still_open(visitor(at=HERE, **large))
    here = place(BUILDERS, cautions=(caution("growing", growth=("yes",)),))
    assert "growth" in still_open(visitor(at=here, **large))


@pytest.mark.parametrize(
    ("answers", "is_open"),
    [
        ({"people": 2}, True),
        ({"people": 3}, False),
        ({"people": "unsure"}, False),
        ({"count": {"employees": 1, "agency": 1}}, False),
        ({"count": {"employees": 2, "agency": 1}}, False),
        ({"people": 2, "works_alone": "unsure"}, False),
    ],
)
def test_working_alone_is_open_at_two_people(answers: dict[str, Any], is_open: bool) -> None:
    one = partner("builders", ("Small", {"works_alone": True}), ("Small", {"at_most": 10}), ("COR", {}))
    assert ("works_alone" in still_open(visitor(one, **answers))) is is_open


def test_open_questions_stand_in_the_order_in_which_they_are_asked() -> None:
    found = still_open(visitor(at=PAYING, people=5))
    assert found == sorted(found, key=[*BY_KEY].index)
    assert found == ["client_requires", "growth", "records_months", "holds", "account", "deadline", "premium"]


def told(texts: Words, key: str, here: Jurisdiction = HERE, **answers: Any) -> list[tuple[str, str]]:
    """The options of a question."""
    return options(BY_KEY[key], facts(here), texts, Answers(province="XA", **answers))


def test_places_and_partners_are_offered_by_name(texts: Words) -> None:
    assert told(texts, "province") == [("XA", "Place XA"), ("XB", "Place XB")]
    assert told(texts, "home_province") == told(texts, "province")
    unsure = ("unsure", texts("option.unsure"))
    assert told(texts, "partner", TWO) == [("builders", "Builders"), ("others", "Others"), unsure]
    assert told(texts, "industry") == [
        ("construction", texts("industry.construction")),
        ("other", texts("industry.other")),
        ("unsure", texts("option.unsure")),
    ]


def test_partners_are_those_open_to_the_industry_and_issuers_are_all_of_the_place(texts: Words) -> None:
    here = place(BUILDERS, ALWAYS)
    offered = [value for value, _ in told(texts, "partner", here, industry="construction")]
    assert offered == ["always", "unsure"]
    issuers = [value for value, _ in told(texts, "home_partner", here, industry="construction", holds="cor")]
    assert issuers == ["always", "builders"]
    elsewhere = told(texts, "home_partner", here, **FROM_XB)
    assert elsewhere == [("homers", "Homers")]


def test_before_the_place_is_known_every_partner_is_offered(texts: Words) -> None:
    found = options(BY_KEY["partner"], facts(TWO), texts, None)
    assert [value for value, _ in found] == ["builders", "homers", "others", "unsure"]
    unknown = options(BY_KEY["home_partner"], facts(TWO), texts, Answers(province="XA", holds="cor-elsewhere"))
    assert [value for value, _ in unknown] == ["builders", "homers", "others"]


def test_an_option_has_its_own_words_or_the_common_ones(texts: Words) -> None:
    assert ("cor", texts("option.client_requires.cor")) in told(texts, "client_requires")
    assert ("yes", texts("option.yes")) in told(texts, "growth")


def test_a_question_tells_what_it_accepts(texts: Words) -> None:
    people = plain(BY_KEY["people"], facts(HERE), texts)
    assert (people["key"], people["kind"], people["optional"], people["unsure"]) == ("people", "whole", False, True)
    assert (people["least"], people["most"]) == (1, 100_000)
    assert people["text"] == texts("question.people.text")
    assert people["short"] == texts("question.people.short")
    assert people["errors"] == {name: texts(f"question.people.{name}") for name in ("empty", "wrong")}
    assert people["instead"][0] == {"key": "count.owners", "text": texts("count.owners")}
    assert "options" not in people


def test_a_question_of_choice_has_options_and_no_range(texts: Words) -> None:
    growth = plain(BY_KEY["growth"], facts(HERE), texts)
    assert [option["value"] for option in growth["options"]] == ["yes", "no", "unsure"]
    assert growth["options"][0]["label"] == texts("option.yes")
    assert "least" not in growth
    assert "instead" not in growth
    deadline = plain(BY_KEY["deadline"], facts(HERE), texts)
    assert (deadline["kind"], deadline["optional"], deadline["unsure"]) == ("date", True, False)
    assert not {"least", "options"} & set(deadline)


def test_the_hours_of_a_full_time_equivalent_are_those_of_the_partners(texts: Words) -> None:
    hours = partner("builders", ("COR", {}), counting=FULL_TIME)
    found = plain(BY_KEY["payroll_hours"], facts(place(hours)), texts)
    assert found["hint"] == texts("question.payroll_hours.hint", hours="2,000")


@pytest.mark.parametrize(
    ("key", "optional"), [("works_alone", False), ("client_requires", False), ("growth", True), ("holds", True)]
)
def test_a_question_of_choice_takes_what_the_answer_takes(key: str, optional: bool) -> None:
    assert choice(key, optional=optional) == BY_KEY[key]
    assert choice(key).optional is False


def test_the_hours_of_partners_that_differ_are_all_told(texts: Words) -> None:
    each = (partner(f"p{n}", ("COR", {}), counting=replace(FULL_TIME, full_time_hours=n)) for n in (2_080, 1_950))
    found = plain(BY_KEY["payroll_hours"], facts(place(*each)), texts)
    assert found["hint"] == texts("question.payroll_hours.hint", hours="1,950 or 2,080")


def test_a_question_offers_what_fits_the_answers_so_far(texts: Words) -> None:
    here = place(BUILDERS, ALWAYS)
    found = plain(BY_KEY["partner"], facts(here), texts, Answers(province="XA", industry="construction"))
    assert [option["value"] for option in found["options"]] == ["always", "unsure"]


def test_options_stand_in_the_order_of_their_names(texts: Words) -> None:
    first, last = replace(BUILDERS, name="Zealous Builders"), replace(HIRING, name="Able Others")
    here = replace(place(first, last), name="Zone")
    assert [value for value, _ in told(texts, "province", here)] == ["XB", "XA"]
    assert [value for value, _ in told(texts, "partner", here)] == ["others", "builders", "unsure"]
    known = replace(facts(here), industries=("hospitality", "health-care", "construction"))
    found = [value for value, _ in options(BY_KEY["industry"], known, texts, None)]
    assert found == ["construction", "health-care", "hospitality", "other", "unsure"]
    renamed = Words({**{text_id: texts(text_id) for text_id in texts.ids()}, "industry.construction": "Work on sites"})
    found = [value for value, _ in options(BY_KEY["industry"], known, renamed, None)]
    assert found == ["health-care", "hospitality", "construction", "other", "unsure"]


def test_the_next_question_comes_first_also_where_others_stand_before_it() -> None:
    found = [*may_follow(Answers(province="XA", people=30), facts(HERE))]
    assert found[0] == "deadline"
    assert "growth" in found


def test_what_only_partners_of_other_industries_ask_does_not_follow() -> None:
    here = place(partner("builders", *TWO_SIZES, any_industry=True), replace(HIRING, any_industry=False))
    given = Answers(province="XA", partner="unsure", industry="construction")
    assert "subcontracts" not in [*may_follow(given, facts(here))]
