"""What the steps of a plan take from the facts: what each adds, what it rests on, and where nothing is known."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.facts import Contact, Partner
from quiz.plan import fact_of
from quiz.process import PassMarks
from quiz.words import Words
from tests.quiz.made_up import (
    BUILDERS,
    FROM_XB,
    TWO_SIZES,
    WAYS,
    checked,
    fact,
    partner,
    place,
    size_class,
    timing,
    visitor,
    whole_way,
)
from tests.quiz.one_step import DOUBTFUL, OTHERS, WANTS_OFFICE, step

UNVERIFIED = partner("builders", ("COR", {}))
PAPERS = "your certificate and your last audit report"
SAFE_SMALL = replace(
    BUILDERS,
    size_classes=(
        replace(BUILDERS.size_classes[0], name="Small SAFE"),  # of a class, so that what is issued has a longer one
        BUILDERS.size_classes[1],
    ),
)
CALLED = replace(BUILDERS, contact=Contact(phone="1", **checked("contact")))
ANY_LETTER = {"granter": "BUILDERS", "home": "your home body", "letter": "a letter for bidding"}
BUILDING = timing(gathering_days=20, report_days=5, review_days=15, build_months=6)


@pytest.mark.parametrize(
    ("step_id", "fact_id", "said"),
    [
        ("training", "training", "Courses are given."),
        ("records", "records", "Records are read."),
        ("certificate", "validity", "It lasts."),
        ("upkeep", "upkeep-cor", "It is looked at every year."),
    ],
)
def test_a_step_adds_what_its_source_says(texts: Words, step_id: str, fact_id: str, said: str) -> None:
    found = step(texts, step_id, records_months=12)
    assert found["text"] == f"{texts(f'step.{step_id}.text')} {said}"
    assert found["fact"] == fact_id
    assert found["source"] == {"url": f"https://{fact_id}.example/", "checked": "2029-12-01", "confidence": "high"}


def test_an_audit_begins_with_what_its_source_says(texts: Words) -> None:
    found = step(texts, "external-audit")
    assert found["text"] == f"Somebody audits. {texts('step.external-audit.text')} It takes its time."
    assert found["fact"] == "audit-external"


def test_a_second_audit_does_not_say_the_same_again(texts: Words) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", kind="internal-then-external"),))
    assert step(texts, "external-audit", one)["text"] == texts("step.external-audit.text")


@pytest.mark.parametrize("step_id", ["certificate", "upkeep"])
def test_while_the_records_are_not_told_a_first_certificate_may_be_a_short_one(texts: Words, step_id: str) -> None:
    full, told = step(texts, step_id, records_months=12)["text"], step(texts, step_id)["text"]
    assert told == f"{full} {texts(f'step.{step_id}.short', full=12, short=12)}"


def test_courses_that_are_taken_already_rest_on_the_same_source(texts: Words) -> None:
    found = step(texts, "training-check", holds="expired")
    assert found["text"] == f"{texts('step.training-check.text')} Courses are given."
    assert found["fact"] == "training"


@pytest.mark.parametrize("step_id", ["training", "records", "certificate", "upkeep"])
def test_a_step_says_where_nothing_was_verified(texts: Words, step_id: str) -> None:
    found = step(texts, step_id, UNVERIFIED)
    assert found["text"] == f"{texts(f'step.{step_id}.text')} {texts(f'step.{step_id}.unknown')}"
    assert "fact" not in found
    assert "source" not in found


@pytest.mark.parametrize("step_id", ["training", "records", "certificate", "upkeep"])
def test_of_several_partners_each_has_its_own_which_is_not_the_same_as_not_verified(texts: Words, step_id: str) -> None:
    found = step(texts, step_id, BUILDERS, OTHERS)
    assert found["text"] == f"{texts(f'step.{step_id}.text')} {texts(f'step.{step_id}.differs')}"


def test_what_all_partners_have_in_common_is_told(texts: Words) -> None:
    alike = replace(OTHERS, processes=WAYS)
    found = step(texts, "partner-review", BUILDERS, alike)
    assert found["text"].endswith(texts("step.partner-review.both", overall=70, each=60))


@pytest.mark.parametrize(
    ("marks", "says", "gaps"),
    [
        (PassMarks(overall=70, each_element=60, **checked("marks")), "both", {"overall": 70, "each": 60}),
        (PassMarks(overall=70, **checked("marks")), "overall", {"overall": 70}),
        (None, "unknown", {}),
    ],
)
def test_a_review_tells_the_pass_marks_as_far_as_they_are_known(
    texts: Words, marks: PassMarks | None, says: str, gaps: dict[str, int]
) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", pass_marks=marks),))
    found = step(texts, "partner-review", one)
    assert found["text"] == f"{texts('step.partner-review.text')} {texts(f'step.partner-review.{says}', **gaps)}"
    assert found.get("fact") == (marks.id if marks else None)


def test_an_audit_by_the_partner_itself_tells_the_pass_marks(texts: Words) -> None:
    found = step(texts, "partner-audit", partner("builders", *TWO_SIZES, processes=(whole_way("cor", kind="partner"),)))
    marks = texts("step.partner-review.both", overall=70, each=60)
    assert found["text"] == f"Somebody audits. {texts('step.partner-audit.text')} {marks} It takes its time."
    assert found["fact"] == "audit-partner"


def test_an_audit_by_the_partner_itself_of_which_no_marks_are_known_tells_none(texts: Words) -> None:
    found = step(texts, "partner-audit", OTHERS)
    assert found["text"] == f"Somebody audits. {texts('step.partner-audit.text')}"


def test_marks_that_are_not_confirmed_are_told_so(texts: Words) -> None:
    low = PassMarks(overall=70, **checked("marks", confidence="low"))
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", pass_marks=low),))
    marks = texts("step.partner-review.overall", overall=70)
    assert step(texts, "partner-review", one)["text"].endswith(f"{marks} {texts('step.partner-review.unconfirmed')}")


def test_building_the_system_tells_how_long_it_takes_where_that_is_known(texts: Words) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", timing=BUILDING),))
    found = step(texts, "build-system", one)
    assert found["text"] == f"{texts('step.build-system.text', acronym='BUILDERS')} It takes its time."
    assert found["fact"] == "timing"
    assert found["span"] == ["2030-01-01", "2030-07-01"]


@pytest.mark.parametrize("way", [whole_way("cor"), whole_way("cor", timing=None)])
def test_building_the_system_cites_nothing_about_the_days_of_the_audit(texts: Words, way: Any) -> None:
    found = step(texts, "build-system", partner("builders", *TWO_SIZES, processes=(way,)))
    assert found["text"] == texts("step.build-system.text", acronym="BUILDERS")
    assert "fact" not in found


@pytest.mark.parametrize(
    ("own", "of_the_place", "said"),
    [
        (None, None, None),
        (None, "place-rule", "place-rule"),
        ("own-rule", "place-rule", "own-rule"),
        ("own-rule", None, "own-rule"),
    ],
)
def test_an_account_comes_with_the_partner_s_rule_or_that_of_the_place(
    texts: Words, own: str | None, of_the_place: str | None, said: str | None
) -> None:
    rules = [fact(rule, f"As {rule} says.") if rule else None for rule in (own, of_the_place)]
    here = place(replace(BUILDERS, account_rule=rules[0]), account_rule=rules[1])
    found = step(texts, "open-account", at=here, account="no")
    says = f"As {said} says." if said else texts("step.open-account.unknown")
    assert found["text"] == f"{texts('step.open-account.text')} {says}"
    assert found.get("fact") == said


def test_the_account_of_a_place_with_several_partners_follows_the_rule_of_the_place(texts: Words) -> None:
    here = place(BUILDERS, OTHERS, account_rule=fact("place-rule", "As it is."))
    assert step(texts, "open-account", at=here, account="no")["fact"] == "place-rule"
    untold = step(texts, "open-account", at=place(BUILDERS, OTHERS), account="no")
    assert untold["text"] == f"{texts('step.open-account.text')} {texts('step.open-account.differs')}"


def test_a_certificate_that_goes_by_the_name_of_a_class_is_called_a_certificate(texts: Words) -> None:
    one = partner("builders", size_classes=(replace(size_class("safe", "COR"), name="Small Employer SAFE"),))
    found = step(texts, "certificate", one, people=5)
    assert found["title"] == texts("step.certificate.title", name="the Small Employer SAFE certificate")


@pytest.mark.parametrize(
    ("one", "answers", "step_id", "gaps"),
    [
        (CALLED, {}, "contact-partner", {"partner": "Builders", "acronym": "BUILDERS"}),
        (BUILDERS, {}, "training", {"acronym": "BUILDERS"}),
        (BUILDERS, {}, "partner-review", {"acronym": "BUILDERS", "partner": "Builders"}),
        (BUILDERS, {}, "certificate", {"name": "COR", "partner": "Builders"}),
        (BUILDERS, {"account": "no"}, "open-account", {"account": "account"}),
        (BUILDERS, {"holds": "expired"}, "ask-expired", {"acronym": "BUILDERS", "held": "expired certificate"}),
        (BUILDERS, {"holds": "secor"}, "ask-outgrown", {"acronym": "BUILDERS", "held": "small certificate"}),
        (BUILDERS, {"holds": "iso-45001"}, "ask-iso", {"acronym": "BUILDERS", "held": "ISO 45001 certificate"}),
        (BUILDERS, {"holds": "cor", "people": 5}, "smaller-class", {"acronym": "BUILDERS", "name": "Small"}),
        (SAFE_SMALL, {"holds": "cor", "people": 5}, "smaller-class", {"acronym": "BUILDERS", "name": "Small SAFE"}),
        (BUILDERS, {"holds": "cor-elsewhere"}, "keep-home", {"home": "your home body"}),
        (BUILDERS, {"holds": "cor-elsewhere"}, "letter", {**ANY_LETTER, "asks": PAPERS}),
        (DOUBTFUL, {}, "ask-takes-new", {"acronym": "BUILDERS"}),
        (WANTS_OFFICE, {**FROM_XB, "local_base": "no"}, "ask-office", {"acronym": "BUILDERS"}),
    ],
)
def test_a_step_names_the_visitor_s_partner_certificate_and_place(
    texts: Words, one: Partner, answers: dict[str, Any], step_id: str, gaps: dict[str, str]
) -> None:
    found = step(texts, step_id, one, **answers)
    title = texts(f"step.{step_id}.title", **gaps)
    assert found["title"] == title[0].upper() + title[1:]
    assert found["who"] == texts(f"step.{step_id}.who", **gaps)
    assert found["text"].startswith(texts(f"step.{step_id}.text", **gaps))


@pytest.mark.parametrize("people", [5, 15])
def test_a_small_certificate_is_kept_up_until_the_larger_one_is_there(texts: Words, people: int) -> None:
    found = step(texts, "upkeep", BUILDERS, holds="secor", client_requires="cor", people=people)
    assert found["title"] == texts("step.upkeep.title-outgrown", held="small certificate")
    newcomer = step(texts, "upkeep", BUILDERS, client_requires="cor", people=people)
    assert newcomer["title"] == texts("step.upkeep.title")


def test_of_several_partners_none_is_named(texts: Words) -> None:
    found = step(texts, "contact-partner", BUILDERS, OTHERS)
    assert found["title"] == texts("step.contact-partner.title", acronym=texts("partner.yours"))
    assert step(texts, "training", BUILDERS, OTHERS)["title"] == texts(
        "step.training.title", acronym=texts("partner.yours")
    )


def test_a_title_begins_with_a_capital_whoever_stands_first(texts: Words) -> None:
    alike = replace(OTHERS, processes=WAYS)
    title = step(texts, "partner-review", BUILDERS, alike)["title"]
    assert title == "Your" + texts("step.partner-review.title", acronym=texts("partner.yours"))[4:]


def test_partners_that_agree_without_a_name_give_the_certificate(texts: Words) -> None:
    middle = partner("others", ("Middle", {"at_most": 10}), ("COR", {}), processes=WAYS)
    found = step(texts, "certificate", BUILDERS, middle, people=5)
    assert found["title"] == texts("step.certificate.title", name=texts("certificate.any"))


def test_the_upkeep_of_what_the_partner_does_not_give_rests_on_nothing() -> None:
    assert fact_of("upkeep", visitor(UNVERIFIED, holds="secor")) is None
    assert fact_of("renewal", visitor(UNVERIFIED, holds="secor")) is None


@pytest.mark.parametrize("step_id", ["ask-client", "contact-partner", "keep-records", "bid"])
def test_advice_rests_on_nothing(step_id: str) -> None:
    assert fact_of(step_id, visitor()) is None
