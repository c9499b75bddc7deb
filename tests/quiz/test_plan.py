"""The steps of a plan: the form of words that is true of the visitor, and their days."""

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from quiz.facts import Contact
from quiz.plan import steps
from quiz.words import Words
from tests.quiz.conftest import Decide
from tests.quiz.made_up import (
    BUILDERS,
    FROM_XB,
    FULL_TIME,
    TWO_SIZES,
    checked,
    entry,
    fact,
    partner,
    place,
    records,
    timing,
    training,
    visitor,
    whole_way,
)
from tests.quiz.one_step import step

ASKING = partner("builders", ("It depends", {}))
SMALL_UPGRADE: dict[str, Any] = {"holds": "secor", "people": 5, "client_requires": "cor"}


@pytest.mark.parametrize(
    ("step_id", "part", "answers", "form"),
    [
        ("training", "text", {"people": 1}, "-one-person"),
        ("training", "who", {"people": 1}, "-one-person"),
        ("training", "who", {"people": 2}, ""),
        ("self-assessment", "who", {"people": 1}, "-one-person"),
        ("self-assessment", "who", {"people": 2}, ""),
        ("training-check", "who", {"people": 1, "holds": "expired"}, "-one-person"),
        ("training-check", "who", {"holds": "expired"}, ""),
        ("contact-partner", "title", SMALL_UPGRADE, "-member"),
        ("contact-partner", "title", {}, "-unreached"),
        ("contact-partner", "title", FROM_XB, "-unreached"),
        ("keep-home", "text", FROM_XB, "-alone"),
        ("keep-home", "text", {"holds": "cor-elsewhere"}, ""),
        ("keep-iso", "text", {"holds": "iso-45001"}, "-no-route"),
    ],
)
def test_a_step_has_the_form_of_words_that_is_true_of_the_visitor(
    texts: Words, step_id: str, part: str, answers: dict[str, Any], form: str
) -> None:
    found = step(texts, step_id, **answers)
    gaps = {"acronym": "BUILDERS", "name": "COR"}
    assert cast("dict[str, str]", found)[part].startswith(texts(f"step.{step_id}.{part}{form}", **gaps))


@pytest.mark.parametrize(
    ("kind", "step_id"), [("own-auditor", "own-audit"), ("internal-then-external", "internal-audit")]
)
@pytest.mark.parametrize(("people", "form"), [(1, "-one-person"), (2, "")])
def test_one_person_alone_does_the_audit_of_one_s_own(
    texts: Words, kind: str, step_id: str, people: int, form: str
) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("secor", kind=kind),))
    assert step(texts, step_id, one, people=people)["who"] == texts(f"step.{step_id}.who{form}")


@pytest.mark.parametrize(
    ("answers", "form"),
    [
        ({}, ""),
        ({"holds": "none"}, ""),
        ({"records_months": 0}, ""),
        ({"records_months": 1}, "-going-on"),
        ({"holds": "expired"}, "-going-on"),
        ({"holds": "secor"}, "-going-on"),
    ],
)
def test_who_keeps_records_already_goes_on(texts: Words, answers: dict[str, Any], form: str) -> None:
    found = step(texts, "keep-meanwhile", ASKING, **answers)
    assert found["title"] == texts(f"step.keep-meanwhile.title{form}")
    assert found["text"] == texts(f"step.keep-meanwhile.text{form}")


@pytest.mark.parametrize(("step_id", "gaps"), [("certificate", {"full": 12, "short": 6}), ("upkeep", {"short": 6})])
@pytest.mark.parametrize("months", [3, 11])
def test_few_months_of_records_earn_a_shorter_first_certificate(
    texts: Words, step_id: str, gaps: dict[str, int], months: int
) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", records=records(3, 12, 6)),))
    found = step(texts, step_id, one, records_months=months)
    assert found["text"] == f"{texts(f'step.{step_id}.text')} {texts(f'step.{step_id}.short', **gaps)}"
    assert found["fact"] == "records"


def test_the_refund_is_registered_for_as_its_source_says(texts: Words) -> None:
    here = place(BUILDERS, refund_registration=fact("registration", "Register by spring."))
    found = step(texts, "register-refund", at=here)
    assert found["text"] == "Register by spring."
    assert found["fact"] == "registration"
    assert (found["earliest"], found["latest"], found["span"]) == (None, None, None)


@pytest.mark.parametrize(("client", "title"), [("none", "title-offered"), ("cor", "title"), (None, "title")])
def test_nobody_is_told_to_send_a_certificate_to_a_client_who_does_not_ask(
    texts: Words, client: str | None, title: str
) -> None:
    found = step(texts, "certificate", client_requires=client)
    assert found["title"] == texts(f"step.certificate.{title}", name="COR")


@pytest.mark.parametrize(("unit", "form"), [("people", ""), ("full-time-equivalents", "-hours")])
def test_where_hours_decide_the_hours_are_added_up(texts: Words, unit: str, form: str) -> None:
    small = {"full_time_equivalents_below": 20, "full_time_hours": 2_000} if form else {"at_most": 10}
    counting = FULL_TIME if form else BUILDERS.counting
    one = partner("builders", ("Small", small), ("COR", {}), counting=counting)
    found = step(texts, "count-people", one, people="unsure", payroll_hours="unsure")
    assert one.counting.unit == unit
    assert found["title"] == texts(f"step.count-people.title{form}")
    assert found["text"] == texts(f"step.count-people.text{form}")


def test_what_may_be_shown_meanwhile_is_a_step_with_its_own_words_source_and_page(texts: Words) -> None:
    found = step(texts, "proof", at=place(BUILDERS, interim=(entry("proof", ready=True),)))
    assert found["title"] == texts("step.interim.title", letter="Proof")
    assert found["text"] == "About Proof."
    assert found["who"] == texts("step.interim.who")
    assert found["phase"] == "now"
    assert found["fact"] == "proof"
    assert found["source"]["url"] == "https://proof.example/"
    assert found["links"] == [{"text": texts("link.about", name="Proof"), "url": "https://proof.example/"}]


@pytest.mark.parametrize(
    ("answers", "upkeep"),
    [
        ({"holds": "cor", "people": 5}, "upkeep-cor"),
        ({"holds": "secor", "people": 5}, "upkeep-secor"),
        ({"holds": "secor"}, "upkeep-secor"),
        ({"people": 5}, "upkeep-secor"),
    ],
)
def test_the_yearly_check_is_that_of_what_is_held(texts: Words, answers: dict[str, Any], upkeep: str) -> None:
    assert step(texts, "upkeep", **answers)["fact"] == upkeep


def test_the_renewal_tells_how_long_the_certificate_lasts(texts: Words) -> None:
    assert step(texts, "renewal", holds="cor")["text"] == f"{texts('step.renewal.text')} It lasts."


@pytest.mark.parametrize(
    ("holds", "every", "told"),
    [("cor", True, True), ("cor", False, False), (None, True, False), ("expired", True, False)],
)
def test_what_holds_for_each_audit_is_told_to_who_is_certified(
    texts: Words, holds: str | None, every: bool, told: bool
) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", timing=timing(every_audit=every)),))
    found = step(texts, "upkeep", one, holds=holds, records_months=12)
    assert found["text"].endswith("It takes its time.") is told


def test_what_holds_for_each_audit_of_the_certificate_in_hand_is_told_with_its_upkeep_alone(texts: Words) -> None:
    ways = (whole_way("cor", timing=None), whole_way("secor", timing=timing(every_audit=True)))
    there = visitor(partner("builders", *TWO_SIZES, processes=ways), holds="secor")
    assert [found["id"] for found in steps(there, texts) if "It takes its time." in found["text"]] == ["upkeep"]


def test_the_days_of_a_step_are_told_in_words_and_as_dates(texts: Words) -> None:
    found = step(texts, "training", deadline=date(2030, 7, 1))
    assert found["when"] == texts("when.now-by", latest="May 22, 2030")
    assert (found["earliest"], found["latest"]) == ("2030-01-01", "2030-05-22")
    assert found["span"] == ["2030-01-01", "2030-01-11"]
    assert found["phase"] == "now"


def test_a_step_without_a_day_has_none(texts: Words) -> None:
    found = step(texts, "renewal", holds="cor")
    assert (found["earliest"], found["latest"], found["span"]) == (None, None, None)


def test_the_bid_carries_the_date(texts: Words) -> None:
    found = step(texts, "bid", deadline=date(2030, 1, 8))
    assert (found["earliest"], found["latest"]) == (None, "2030-01-08")
    assert found["when"] == texts("when.by", latest="January 8, 2030")


def test_courses_take_as_long_as_their_source_says(texts: Words) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", training=training(31)),))
    assert step(texts, "training", one)["span"] == ["2030-01-01", "2030-02-01"]


def test_a_paper_that_lasts_for_a_time_says_from_when_on_it_still_holds_at_the_deadline(texts: Words) -> None:
    here = place(BUILDERS, interim=(entry("paper", ready=True),))
    here = replace(here, interim=(replace(here.interim[0], days=20),))
    found = step(texts, "paper", at=here, deadline=date(2030, 3, 15))
    covers = texts("step.interim.covers", earliest="February 23, 2030", deadline="March 15, 2030")
    assert found["text"] == f"About Paper. {covers}"


def test_the_first_day_of_the_records_is_told_for_who_has_none(texts: Words) -> None:
    text = texts("when.ready", earliest="April 1, 2030")
    assert step(texts, "records")["when"] == texts("when.without-records", text=text)


@pytest.mark.parametrize(
    ("reached", "form"),
    [({"phone": "1", "email": "a@b.example"}, ""), ({"email": "a@b.example"}, "-silent"), ({}, "-unreached")],
)
def test_a_partner_is_reached_by_what_is_known_of_it(texts: Words, reached: dict[str, Any], form: str) -> None:
    one = replace(BUILDERS, contact=Contact(**reached, **checked("contact")) if reached else None)
    assert step(texts, "contact-partner", one)["title"] == texts(
        f"step.contact-partner.title{form}", acronym="BUILDERS"
    )


@pytest.mark.parametrize(("people", "who"), [(1, "You"), (2, "Everyone in the business")])
def test_who_works_alone_keeps_records_alone_also_where_nobody_counts_people(
    ask: Decide, people: int, who: str
) -> None:
    steps = {step["id"]: step for step in ask(province="PE", people=people)["steps"]}
    assert steps["keep-meanwhile"]["who"] == who
