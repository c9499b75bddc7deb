"""Why: the rules that decided, each with its source, and nothing about the visitor that he did not say."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.facts import Partner
from quiz.reasons import because, class_sentence, joined, limits, source
from quiz.words import Words
from tests.quiz.made_up import (
    AVERAGE,
    BUILDERS,
    COUNTING,
    FULL_TIME,
    TWO_SIZES,
    fact,
    partner,
    place,
    size_class,
    visitor,
)

SPEAKING = partner(
    "builders", ("Small", {"at_most": 10, "text": "You are small."}), ("COR", {"text": "You are large."})
)
HOURS = partner(
    "builders",
    ("Small", {"full_time_equivalents_below": 20, "full_time_hours": 2_000}),
    ("COR", {}),
    counting=FULL_TIME,
)
PEAK = partner("builders", ("Small", {"at_most": 24, "average_below": 20}), ("COR", {}), counting=AVERAGE)
ALWAYS = partner("builders", ("COR", {}))
THREE = partner("builders", ("Small", {"at_most": 10}), ("COR", {"at_most": 50}), ("COR", {}))


def rules(texts: Words, *partners: Partner, **given: Any) -> list[str]:
    """The ids of the rules that decided."""
    return [reason["rule"] for reason in because(visitor(*partners, **given), texts)]


@pytest.mark.parametrize(
    ("partners", "given", "ids"),
    [
        ([BUILDERS], {"people": 5}, ["counting", "builders-0"]),
        ([BUILDERS], {"people": 30}, ["counting", "builders-0", "builders-1"]),
        ([BUILDERS], {"people": 5, "client_requires": "cor"}, ["counting", "builders-0", "builders-1"]),
        ([ALWAYS], {}, ["builders-0"]),
        (
            [partner("builders", ("Middle", {"at_most": 4}), *TWO_SIZES)],
            {"people": 30},
            ["counting", "builders-1", "builders-2"],
        ),
        (
            [partner("builders", ("It depends", {"at_most": 4}), ("COR", {}))],
            {"people": 30},
            ["counting", "builders-1"],
        ),
        (
            [partner("builders", ("Small", {"at_most": 4}), ("Small", {"at_most": 9}), ("COR", {}))],
            {"people": 7},
            ["counting", "builders-1"],
        ),
        ([BUILDERS], {"people": "unsure"}, ["builders-0", "builders-1"]),
        ([BUILDERS, partner("others", *TWO_SIZES)], {"people": 5}, ["builders-0", "others-0"]),
    ],
)
def test_the_rules_are_the_count_the_class_that_was_missed_and_the_one_that_fits(
    texts: Words, partners: list[Partner], given: dict[str, Any], ids: list[str]
) -> None:
    assert rules(texts, *partners, **given) == ids


def test_a_reason_tells_its_source_and_a_count_its_own_words(texts: Words) -> None:
    one = replace(BUILDERS, counting=replace(COUNTING, text="Everybody counts."))
    counted, fits = because(visitor(one, people=5), texts)
    assert counted["detail"] == "Everybody counts."
    assert counted["source"] == {"url": "https://counting.example/", "checked": "2029-12-01", "confidence": "high"}
    assert "detail" not in fits


def test_a_fact_past_its_review_says_since_when() -> None:
    old = fact("old", review_by=date(2029, 12, 31))
    assert source(old, visitor())["due_since"] == "2029-12-31"
    assert "due_since" not in source(old, visitor(today=None))
    assert "due_since" not in source(fact("new"), visitor())


def test_a_class_that_was_ruled_out_is_no_statement_about_the_visitor(texts: Words) -> None:
    told = [reason["text"] for reason in because(visitor(SPEAKING, people=30), texts)]
    small = texts("because.class", name="Small", partner="BUILDERS", limits=texts("condition.at_most", n=10))
    assert told[1] == f"{small} {texts('because.does-not-fit')}"
    assert told[2] == f"{texts('because.last-class', name='COR', partner='BUILDERS')} You are large."
    assert "You are small." not in " ".join(told)


def test_a_class_that_fits_says_so_where_it_has_conditions(texts: Words) -> None:
    told = because(visitor(SPEAKING, people=5), texts)[-1]["text"]
    small = texts("because.class", name="Small", partner="BUILDERS", limits=texts("condition.at_most", n=10))
    assert told == f"{small} You are small. {texts('because.fits')}"


@pytest.mark.parametrize(("rule", "cited"), [(None, "builders-1"), (fact("choose"), "choose")])
def test_a_client_s_demand_is_the_last_reason(texts: Words, rule: Any, cited: str) -> None:
    told = because(visitor(at=place(BUILDERS, choose_cor=rule), people=5, client_requires="cor"), texts)[-1]
    assert told["rule"] == cited
    assert told["text"] == texts("because.client", name="COR", small="Small", partner="BUILDERS")


@pytest.mark.parametrize(("rule", "cited"), [(None, "builders-1"), (fact("choose"), "choose")])
def test_of_several_partners_each_tells_its_class_by_size_and_the_client_decides_last(
    texts: Words, rule: Any, cited: str
) -> None:
    here = place(BUILDERS, partner("others", *TWO_SIZES), choose_cor=rule)
    found = because(visitor(at=here, people=5, client_requires="cor"), texts)
    assert [reason["rule"] for reason in found] == ["builders-0", "others-0", cited]
    assert found[-1]["text"] == texts("because.client-any", name="COR")


def test_a_class_that_several_partners_share_is_told_once(texts: Words) -> None:
    here = place(BUILDERS, replace(BUILDERS, id="others", acronym="OTHERS"))
    small, full = because(visitor(at=here, partner="unsure", people="unsure"), texts)
    assert (small["rule"], full["rule"]) == ("builders-0", "builders-1")
    assert small["text"] == "Small at each of 2 partners is for 10 people or fewer."
    assert full["text"] == "Every larger business at each of 2 partners gets COR."


def test_where_nobody_certifies_the_place_says_why(texts: Words) -> None:
    here = place()
    assert [reason["text"] for reason in because(visitor(at=here), texts)] == ["Nobody certifies."]
    quiet = place(without_partner=size_class("none", "Nothing"))
    assert because(visitor(at=quiet), texts)[0]["text"] == texts("because.nobody", place="in Place XA")


@pytest.mark.parametrize(
    ("one", "given", "says", "gaps"),
    [
        (BUILDERS, {"people": 1}, "because.people", {"people": "1 person", "period": "at any one time"}),
        (BUILDERS, {"people": 5}, "because.people", {"people": "5 people", "period": "at any one time"}),
        (
            BUILDERS,
            {"count": {"employees": 4, "agency": 2}},
            "because.range",
            {"low": "4", "high": "6", "period": "at any one time"},
        ),
        (BUILDERS, {"count": {"employees": 4}}, "because.people", {"people": "4 people", "period": "at any one time"}),
        (
            HOURS,
            {"people": None, "payroll_hours": 3_000},
            "because.hours",
            {"hours": "3,000", "equivalents": "1.50", "each": "2,000"},
        ),
        (
            HOURS,
            {"people": None, "payroll_hours": 2_000},
            "because.hours-one",
            {"hours": "2,000", "each": "2,000"},
        ),
        (partner("builders", ("COR", {"at_most": 5}), ("COR", {})), {"people": "unsure"}, "because.size-not-known", {}),
    ],
)
def test_what_was_counted_is_told_in_the_partner_s_unit(
    texts: Words, one: Partner, given: dict[str, Any], says: str, gaps: dict[str, str]
) -> None:
    assert because(visitor(one, **given), texts)[0]["text"] == texts(says, **gaps)


@pytest.mark.parametrize(("average", "told"), [(8.5, True), ("unsure", False)])
def test_an_average_is_told_beside_the_peak(texts: Words, average: Any, told: bool) -> None:
    text = because(visitor(PEAK, people=12, average_people=average), texts)[0]["text"]
    people = texts("because.people", people="12 people", period=texts("period.peak"))
    assert text == (f"{people} {texts('because.average', average='8.50')}" if told else people)


@pytest.mark.parametrize(
    ("conditions", "told"),
    [
        ({"at_most": 10}, [("at_most", 10)]),
        ({"at_most": 1}, [("at_most-one", 1)]),
        ({"average_below": 1}, [("average_below", 1)]),
        ({"at_most": 24, "average_below": 20}, [("at_most", 24), ("average_below", 20)]),
        ({"works_alone": True, "at_most": 2}, [("works_alone", True)]),
        ({"without_subcontractors": True}, [("without_subcontractors", True)]),
        ({"full_time_equivalents_below": 20, "full_time_hours": 2_000}, [("full_time_equivalents_below", 20)]),
        ({}, []),
    ],
)
def test_the_conditions_of_a_class_are_told_in_order(
    texts: Words, conditions: dict[str, Any], told: list[tuple[str, Any]]
) -> None:
    found = limits(size_class("class", "Small", **conditions), texts)
    assert found == [texts(f"condition.{name}", n=n) for name, n in told]


@pytest.mark.parametrize(
    ("one", "index", "says"),
    [
        (ALWAYS, 0, "one-class"),
        (partner("builders", ("COR", {"at_most": 5}), ("COR", {})), 0, "one-class"),
        (partner("builders", ("COR", {"at_most": 5}), ("COR", {})), 1, "one-class"),
        (THREE, 1, "last-class"),
        (THREE, 2, "last-class"),
        (BUILDERS, 1, "last-class"),
    ],
)
def test_a_class_without_conditions_is_the_only_one_or_the_last(
    texts: Words, one: Partner, index: int, says: str
) -> None:
    assert class_sentence(one.size_classes[index], one, texts) == texts(
        f"because.{says}", name="COR", partner="BUILDERS"
    )


@pytest.mark.parametrize(("text", "told"), [("Ask us.", "Ask us."), ("", None)])
def test_a_class_that_decides_nothing_says_to_ask(texts: Words, text: str, told: str | None) -> None:
    one = partner("builders", ("It depends", {"text": text}))
    assert class_sentence(one.size_classes[0], one, texts) == (told or texts("because.ask", partner="BUILDERS"))


@pytest.mark.parametrize(
    ("told", "phrase"),
    [
        (["10 people or fewer"], "10 people or fewer"),
        (["at most 9", "an average below 5"], "at most 9 and an average below 5"),
        (["at most 9", "without family"], "at most 9, without family"),
        (["at most 9", "an average below 5", "without family"], "at most 9 and an average below 5, without family"),
        (["at most 9", "without hire", "without family"], "at most 9, without hire, without family"),
        (["without family"], "without family"),
        ([], ""),
    ],
)
def test_a_limit_names_how_many_and_then_without_whom(texts: Words, told: list[str], phrase: str) -> None:
    assert joined(told, texts) == phrase


def test_a_class_names_its_limits_in_one_phrase(texts: Words) -> None:
    one = partner("builders", ("Small", {"at_most": 10, "without_subcontractors": True}), ("COR", {}))
    phrase = f"{texts('condition.at_most', n=10)}, {texts('condition.without_subcontractors')}"
    says = texts("because.class", name="Small", partner="BUILDERS", limits=phrase)
    assert class_sentence(one.size_classes[0], one, texts) == says


def test_each_class_is_told_once_where_it_depends(texts: Words) -> None:
    one = partner("builders", ("Small", {"at_most": 10, "without_subcontractors": True}), ("COR", {}))
    assert rules(texts, one, people="unsure", subcontracts="unsure") == ["builders-0", "builders-1"]


def test_an_average_of_one_is_one_person(texts: Words) -> None:
    text = because(visitor(PEAK, people=2, average_people=1), texts)[0]["text"]
    people = texts("because.people", people="2 people", period=texts("period.peak"))
    assert text == f"{people} {texts('because.average-one')}"


def test_a_class_that_has_to_be_asked_about_does_not_fit(texts: Words) -> None:
    one = partner("builders", ("It depends", {"at_most": 10, "text": "Ask us."}), ("COR", {}))
    assert because(visitor(one, people=5), texts)[-1]["text"] == "Ask us."


def test_a_limit_that_limits_nothing_is_not_told_as_what_fits(texts: Words) -> None:
    told = because(visitor(THREE, people=30), texts)[-1]["text"]
    assert told == texts("because.last-class", name="COR", partner="BUILDERS")


def test_a_demand_that_does_not_decide_for_each_partner_leaves_each_with_what_it_would_give(texts: Words) -> None:
    always = partner("others", ("Middle", {"at_most": 10, "counts_as_cor": True}), ("COR", {}))
    assert rules(texts, BUILDERS, always, people=5, client_requires="cor") == ["builders-1", "others-0"]


def test_partners_that_call_the_full_certificate_by_two_names_share_the_common_one(texts: Words) -> None:
    small, full = partner("others", *TWO_SIZES).size_classes
    others = partner("others", size_classes=(small, replace(full, name="SAFE Work")))
    told = because(visitor(BUILDERS, others, people=5, client_requires="cor"), texts)[-1]["text"]
    assert told == texts("because.client-any", name=texts("certificate.cor"))


def test_hours_are_the_reason_only_where_the_partner_counts_them(texts: Words) -> None:
    told = because(visitor(BUILDERS, people=5, payroll_hours=3_000), texts)[0]["text"]
    assert told == texts("because.people", people="5 people", period="at any one time")


def test_hours_that_no_partner_makes_a_full_time_equivalent_of_are_told_one_by_one(texts: Words) -> None:
    one = replace(HOURS, counting=replace(FULL_TIME, full_time_hours=None))
    told = because(visitor(one, people=None, payroll_hours=7), texts)[0]["text"]
    assert told == texts("because.hours", hours="7", equivalents="7", each="1")


def test_what_holds_without_a_partner_is_no_reason_where_there_is_one(texts: Words) -> None:
    here = place(BUILDERS, without_partner=size_class("none", "Nothing"))
    assert rules(texts, at=here, people=5) == ["counting", "builders-0"]


@pytest.mark.parametrize("size", [{"people": "unsure"}, {"count": {"employees": 9, "agency": 3}}])
def test_a_size_that_is_not_known_fits_no_class_where_the_client_decides(texts: Words, size: dict[str, Any]) -> None:
    found = because(visitor(client_requires="cor", **size), texts)
    assert [reason["rule"] for reason in found] == ["counting", "builders-0", "builders-1", "builders-1"]
    told = " ".join(reason["text"] for reason in found)
    assert texts("because.fits") not in told
    assert texts("because.does-not-fit") not in told
    assert found[-1]["text"] == texts("because.client-open", name="COR")


def test_a_size_that_may_be_large_is_no_choice_of_less_at_any_partner(texts: Words) -> None:
    there = visitor(at=place(BUILDERS, ALWAYS), people="unsure", client_requires="cor")
    assert because(there, texts)[-1]["text"] == texts("because.client-open", name="COR")


def test_a_partner_that_gives_a_class_in_more_than_one_case_is_named_as_one(texts: Words) -> None:
    one = partner("builders", ("Small", {"at_most": 10, "without_subcontractors": True}), ("COR", {}))
    *_, full = because(visitor(one, people="unsure", subcontracts="unsure"), texts)
    assert full["text"] == texts("because.last-class", name="COR", partner="BUILDERS")


def test_what_a_class_adds_is_told_to_whom_it_fits(texts: Words) -> None:
    assert class_sentence(SPEAKING.size_classes[0], SPEAKING, texts).endswith(" You are small.")
    assert "You are small." not in class_sentence(SPEAKING.size_classes[0], SPEAKING, texts, ruled_out=True)


@pytest.mark.parametrize(
    ("small", "full", "given", "unsure"),
    [
        ("unverified", "clear", {"people": 5, "client_requires": "cor"}, ["builders-0"]),
        ("unverified", "clear", {"people": "unsure", "client_requires": "cor"}, ["builders-0"]),
        ("clear", "unverified", {"people": "unsure", "client_requires": "cor"}, []),  # it has no limit
        ("unverified", "clear", {"people": "unsure"}, []),  # it says so in its own words
        ("unverified", "clear", {"people": 5}, []),
        ("unverified", "clear", {"people": 30}, ["builders-0"]),
        ("confirm", "clear", {"people": 30}, []),
    ],
)
def test_that_a_limit_is_not_confirmed_is_said_where_its_class_does_not_say_it_itself(
    texts: Words, small: str, full: str, given: dict[str, Any], unsure: list[str]
) -> None:
    one = partner("builders", ("Small", {"at_most": 10, "certainty": small}), ("COR", {"certainty": full}))
    told = because(visitor(one, **given), texts)
    assert [reason["rule"] for reason in told if texts("because.limit-unsure") in reason["text"]] == unsure
