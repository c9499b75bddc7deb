"""The steps of a plan: what each says, what it rests on, where to go for it, and its days."""

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from quiz.facts import Contact, Partner
from quiz.plan import fact_of, steps
from quiz.process import PassMarks
from quiz.shape import Step
from quiz.words import Words
from tests.quiz.made_up import (
    BUILDERS,
    FROM_XB,
    FULL_TIME,
    MOVE,
    TWO_SIZES,
    WAYS,
    checked,
    entry,
    fact,
    letter,
    partner,
    place,
    process,
    records,
    timing,
    training,
    visitor,
    whole_way,
)

OTHERS = partner("others", *TWO_SIZES, processes=(process("cor", kind="partner"),))
UNVERIFIED = partner("builders", ("COR", {}))
DOUBTFUL = replace(BUILDERS, status="doubtful")
WANTS_OFFICE = replace(BUILDERS, needs_local_base=True)
PAPERS = "your certificate and your last audit report"
CALLED = replace(BUILDERS, contact=Contact(phone="1", **checked("contact")))
ANY_LETTER = {"granter": "BUILDERS", "home": "your home body", "letter": "a letter for bidding"}
BUILDING = timing(gathering_days=20, report_days=5, review_days=15, build_months=6)


def step(texts: Words, step_id: str, *partners: Partner, **given: Any) -> Step:
    """One step of somebody's plan."""
    return next(found for found in steps(visitor(*partners, **given), texts) if found["id"] == step_id)


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


@pytest.mark.parametrize(
    ("one", "answers", "step_id", "gaps"),
    [
        (CALLED, {}, "contact-partner", {"partner": "Builders", "acronym": "BUILDERS"}),
        (BUILDERS, {}, "training", {"acronym": "BUILDERS"}),
        (BUILDERS, {}, "partner-review", {"acronym": "BUILDERS", "partner": "Builders"}),
        (BUILDERS, {}, "certificate", {"name": "COR", "partner": "Builders"}),
        (BUILDERS, {"people": 5}, "certificate", {"name": "Small", "partner": "Builders"}),
        (BUILDERS, {"account": "no"}, "open-account", {"account": "account"}),
        (BUILDERS, {"holds": "expired"}, "ask-expired", {"acronym": "BUILDERS", "held": "expired certificate"}),
        (BUILDERS, {"holds": "secor"}, "ask-outgrown", {"acronym": "BUILDERS", "held": "small certificate"}),
        (BUILDERS, {"holds": "iso-45001"}, "ask-iso", {"acronym": "BUILDERS", "held": "ISO 45001 certificate"}),
        (BUILDERS, {"holds": "cor", "people": 5}, "smaller-class", {"acronym": "BUILDERS", "name": "Small"}),
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


@pytest.mark.parametrize(
    ("letters", "answers", "form"),
    [
        ([], {"holds": "cor", "home_partner": "others"}, "-alone"),
        ([MOVE], {"holds": "cor", "home_partner": "others"}, "-converted"),
        ([letter("paper")], FROM_XB, ""),
        ([letter("paper", working=True)], {**FROM_XB, "work_started": "yes"}, ""),
    ],
)
def test_a_home_certificate_that_carries_no_letter_is_kept_until_something_takes_its_place(
    texts: Words, letters: list[Any], answers: dict[str, Any], form: str
) -> None:
    here = place(BUILDERS, OTHERS, letters=tuple(letters))
    found = step(texts, "keep-home", at=here, partner="builders", **answers)
    assert found["title"] == texts("step.keep-home.title", home=found["title"].rpartition(" ")[2])
    assert found["text"] == texts(f"step.keep-home.text{form}")


def test_a_home_certificate_for_which_no_letter_fits_is_not_kept_for_the_sake_of_one(texts: Words) -> None:
    found = step(texts, "keep-home", WANTS_OFFICE, **FROM_XB, local_base="no")
    assert found["text"] == texts("step.keep-home.text-alone")


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


def test_a_letter_begins_with_its_own_words_and_leads_to_its_page(texts: Words) -> None:
    paper = letter("paper", name="Paper", asks="a form")
    found = step(texts, "letter", at=place(BUILDERS, letters=(paper,)), **FROM_XB)
    gaps = {"granter": "BUILDERS", "home": "HOMERS"}
    assert found["title"] == texts("step.letter.title", letter="the Paper", **gaps)
    assert found["text"] == f"On the paper. {texts('step.letter.text', asks='a form', **gaps)}"
    assert found["who"] == texts("step.letter.who", **gaps)
    assert found["fact"] == "paper"
    assert found["links"] == [{"text": texts("link.partner", partner="Builders"), "url": "https://paper.example/"}]


@pytest.mark.parametrize(
    ("filed_by", "title", "text", "who"),
    [
        (None, "title", "text", "who"),
        ("home", "title-by-home", "text-by-home", "who-by-home"),
        ("firm", "title", "text-by-firm", "who"),
    ],
)
def test_a_letter_is_asked_of_whoever_files_the_request(
    texts: Words, filed_by: str | None, title: str, text: str, who: str
) -> None:
    paper = letter("paper", name="Paper of Reciprocity", filed_by=filed_by)
    found = step(texts, "letter", at=place(BUILDERS, letters=(paper,)), **FROM_XB)
    gaps = {
        "home": "HOMERS",
        "granter": "BUILDERS",
        "letter": "the Paper of Reciprocity",
        "asks": texts("letter.papers"),
    }
    assert found["title"] == texts(f"step.letter.{title}", **gaps)
    assert found["text"] == f"On the paper. {texts(f'step.letter.{text}', **gaps)}"
    assert found["who"] == texts(f"step.letter.{who}", **gaps)


def test_a_letter_that_an_account_would_end_says_to_open_none_before(texts: Words) -> None:
    paper = letter("paper", only_without_account=True)
    found = step(texts, "letter", at=place(BUILDERS, letters=(paper,)), **FROM_XB)
    assert found["text"].endswith(f" {texts('step.letter.without-account', account='account')}")


@pytest.mark.parametrize(("working", "form"), [(True, "-working"), (False, "")])
def test_who_may_work_with_the_letter_only_tells_when_work_begins(texts: Words, working: bool, form: str) -> None:
    here = place(BUILDERS, letters=(letter("paper", working=working),))
    found = step(texts, "when-work-starts", at=here, **FROM_XB)
    assert found["title"] == texts(f"step.when-work-starts.title{form}", granter="BUILDERS")
    assert found["text"] == texts(f"step.when-work-starts.text{form}")


@pytest.mark.parametrize(
    ("granted_by", "named"), [("others", "Others"), (None, "Board"), ("nobody", "Your certifying partner")]
)
def test_the_link_of_a_letter_names_whoever_gives_it(texts: Words, granted_by: str | None, named: str) -> None:
    here = place(replace(BUILDERS, cfcsa_member=True), OTHERS, letters=(letter("paper", granted_by=granted_by),))
    found = step(texts, "letter", at=here, partner="builders", **FROM_XB)
    assert found["links"] == [{"text": named, "url": "https://paper.example/"}]


def test_an_equivalency_is_applied_for_at_whoever_grants_it(texts: Words) -> None:
    working = letter("paper", name="Paper of Reciprocity", kind="equivalency", working=True, asks="a form")
    found = step(texts, "equivalency", at=place(BUILDERS, letters=(working,)), **FROM_XB, work_started="yes")
    assert found["title"] == texts("step.equivalency.title", letter="the Paper of Reciprocity")
    assert found["text"] == f"On the paper. {texts('step.equivalency.text', asks='a form')}"
    assert found["who"] == texts("step.equivalency.who", granter="BUILDERS")
    assert found["fact"] == "paper"


def test_a_letter_that_is_not_known_rests_on_nothing(texts: Words) -> None:
    found = step(texts, "letter", holds="cor-elsewhere")
    gaps = {"granter": "BUILDERS", "home": texts("partner.home"), "asks": texts("letter.papers")}
    assert found["text"] == texts("step.letter.text", **gaps)
    assert "fact" not in found
    assert found["links"] == []


def test_a_conversion_names_both_partners(texts: Words) -> None:
    given = {"partner": "builders", "holds": "cor", "home_partner": "others"}
    here = place(BUILDERS, OTHERS, letters=(MOVE,))
    found = step(texts, "conversion", at=here, **given)
    assert found["title"] == texts("step.conversion.title", granter="BUILDERS", held="COR")
    assert found["fact"] == "move"
    asked = step(texts, "ask-conversion", at=place(BUILDERS, OTHERS), **given)
    assert asked["title"] == texts("step.ask-conversion.title", acronym="BUILDERS", home="OTHERS")


CONVERTED: dict[str, Any] = {"partner": "builders", "holds": "cor", "home_partner": "others"}


@pytest.mark.parametrize("client", ["cor", "none"])
@pytest.mark.parametrize("people", [5, 30])
def test_a_conversion_ends_with_its_papers_and_promises_no_class(texts: Words, people: int, client: str) -> None:
    here = place(BUILDERS, OTHERS, letters=(MOVE,))
    found = step(texts, "certificate", at=here, people=people, client_requires=client, **CONVERTED)
    assert found["title"] == texts("step.certificate.title-converted")
    assert found["text"] == texts("step.certificate.text-converted")
    assert found["fact"] == "move"


def test_without_a_source_for_a_conversion_the_certificate_is_earned_in_its_own_words(texts: Words) -> None:
    found = step(texts, "certificate", at=place(BUILDERS, OTHERS), **{**CONVERTED, "holds": "secor"})
    assert found["title"] == texts("step.certificate.title", name="COR")
    assert found["fact"] == "validity"


@pytest.mark.parametrize(("holds", "form"), [("none", "-newcomer"), (None, "-newcomer"), ("iso-45001", "")])
def test_who_has_nothing_to_show_asks_without_an_office_before_anything_is_paid(
    texts: Words, holds: str | None, form: str
) -> None:
    found = step(texts, "ask-office", WANTS_OFFICE, local_base="no", holds=holds)
    assert found["text"] == texts(f"step.ask-office.text{form}")


def test_an_expired_certificate_is_not_shown_as_one_that_is_held(texts: Words) -> None:
    found = step(texts, "ask-office", WANTS_OFFICE, local_base="no", holds="expired")
    assert found["text"] == texts("step.ask-office.text-newcomer")


def test_who_needs_no_letter_decides_with_the_certificate_in_hand(texts: Words) -> None:
    here = place(BUILDERS, letters=(letter("paper"),))
    assert step(texts, "decide", at=here, client_requires="none", **FROM_XB)["text"] == texts("step.decide.text-kept")
    assert step(texts, "decide", at=here, client_requires="none")["text"] == texts("step.decide.text")


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
    assert step(texts, "upkeep", one, holds=holds)["text"].endswith("It takes its time.") is told


def test_the_upkeep_of_what_the_partner_does_not_give_rests_on_nothing() -> None:
    assert fact_of("upkeep", visitor(UNVERIFIED, holds="secor")) is None
    assert fact_of("renewal", visitor(UNVERIFIED, holds="secor")) is None


@pytest.mark.parametrize("step_id", ["ask-client", "contact-partner", "keep-records", "bid"])
def test_advice_rests_on_nothing(step_id: str) -> None:
    assert fact_of(step_id, visitor()) is None


PAGES = {
    "url": "https://partner.example/",
    "cor_url": "https://partner.example/cor",
    "small_url": "https://partner.example/small",
    "one_person_url": "https://partner.example/one",
}
THREE_SIZES = (("Owner", {"at_most": 1}), *TWO_SIZES)


@pytest.mark.parametrize(
    ("answers", "pages", "url"),
    [
        ({"people": 1}, PAGES, "https://partner.example/one"),
        ({"people": 5}, PAGES, "https://partner.example/small"),
        ({"people": 40}, PAGES, "https://partner.example/cor"),
        ({"people": 5, "holds": "cor"}, PAGES, "https://partner.example/cor"),
        ({"people": 5, "holds": "secor"}, PAGES, "https://partner.example/small"),
        ({"people": 1}, {**PAGES, "one_person_url": None}, "https://partner.example/cor"),
        ({"people": 5}, {**PAGES, "small_url": None}, "https://partner.example/cor"),
        ({"people": 40}, {**PAGES, "cor_url": None}, "https://partner.example/"),
    ],
)
def test_a_step_links_to_the_page_of_the_certificate_in_question(
    texts: Words, answers: dict[str, Any], pages: dict[str, Any], url: str
) -> None:
    one = partner("builders", *THREE_SIZES, **pages)
    assert step(texts, "upkeep", one, **answers)["links"] == [{"text": "Builders", "url": url}]


@pytest.mark.parametrize(
    ("step_id", "one", "answers"),
    [
        ("contact-partner", BUILDERS, {}),
        ("training", BUILDERS, {}),
        ("external-audit", BUILDERS, {}),
        ("ask-partner", partner("builders", ("It depends", {})), {}),
        ("ask-outgrown", BUILDERS, {"holds": "secor"}),
        ("ask-expired", BUILDERS, {"holds": "expired"}),
        ("training-check", BUILDERS, {"holds": "expired"}),
        ("ask-iso", BUILDERS, {"holds": "iso-45001"}),
        ("smaller-class", BUILDERS, {"holds": "cor", "people": 5}),
        ("contact-later", partner("builders", ("It depends", {})), {"client_requires": "cor"}),
        ("ask-conversion", OTHERS, {"holds": "cor", "home_partner": "builders"}),
        ("ask-takes-new", DOUBTFUL, {}),
        ("ask-office", WANTS_OFFICE, {**FROM_XB, "local_base": "no"}),
    ],
)
def test_what_the_partner_knows_links_to_it(texts: Words, step_id: str, one: Partner, answers: dict[str, Any]) -> None:
    here = place(*{BUILDERS.id: BUILDERS, OTHERS.id: OTHERS, one.id: one}.values())
    found = step(texts, step_id, at=here, partner=one.id, **answers)
    assert [link["text"] for link in found["links"]] == [one.name]


@pytest.mark.parametrize("step_id", ["build-system", "records", "partner-review", "certificate"])
def test_work_of_one_s_own_has_no_link(texts: Words, step_id: str) -> None:
    assert step(texts, step_id)["links"] == []


def test_of_several_partners_a_step_has_no_link_but_the_choice_has_each(texts: Words) -> None:
    drillers = replace(OTHERS, name="Drillers", cor_url="https://drillers.example/cor")
    assert step(texts, "training", BUILDERS, drillers)["links"] == []
    assert step(texts, "choose-partner", BUILDERS, drillers)["links"] == [
        {"text": "Builders", "url": "https://builders.example/home"},
        {"text": "Drillers", "url": "https://drillers.example/cor"},
    ]


INDUSTRY_OF_NOBODY = {"industry": "forestry", "partner": None}
TAKING_NOBODY = place(*(partner(each, *TWO_SIZES, industries=("trucking",)) for each in ("one", "two")))


@pytest.mark.parametrize(
    ("here", "answers", "step_id"),
    [
        (place(), {}, "ask-authority"),
        (TAKING_NOBODY, INDUSTRY_OF_NOBODY, "find-partner"),
        (place(BUILDERS), {"account": "no"}, "open-account"),
    ],
)
def test_what_the_authority_knows_links_to_it(texts: Words, here: Any, answers: dict[str, Any], step_id: str) -> None:
    found = step(texts, step_id, at=here, **answers)
    assert found["links"] == [{"text": "Board", "url": "https://board.example/home"}]


def test_the_authority_is_named_where_it_is_asked(texts: Words) -> None:
    found = step(texts, "ask-authority", at=place())
    assert found["title"] == texts("step.ask-authority.title", authority="Board", place="in Place XA")


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


def test_a_letter_of_another_partner_is_asked_of_that_one(texts: Words) -> None:
    paper = letter("paper", name="Paper", granted_by="others", filed_by="firm")
    here = place(replace(BUILDERS, cfcsa_member=True), OTHERS, letters=(paper,))
    found = step(texts, "letter", at=here, partner="builders", **FROM_XB)
    assert found["title"] == texts("step.letter.title", granter="OTHERS", letter="the Paper")


def test_a_home_certificate_beside_a_conversion_does_not_rest_on_it(texts: Words) -> None:
    here = place(BUILDERS, OTHERS, letters=(MOVE,))
    there: dict[str, Any] = {"at": here, "partner": "builders", "holds": "cor", "home_partner": "others"}
    assert step(texts, "certificate", **there)["fact"] == "move"
    assert "fact" not in step(texts, "keep-home", **there)


def test_a_newcomer_has_no_letter() -> None:
    assert fact_of("letter", visitor()) is None


def test_the_first_day_of_the_records_is_told_for_who_has_none(texts: Words) -> None:
    text = texts("when.ready", earliest="April 1, 2030")
    assert step(texts, "records")["when"] == texts("when.without-records", text=text)


@pytest.mark.parametrize(
    ("reached", "form"),
    [({"phone": "1", "email": "a@b.example"}, ""), ({"email": "a@b.example"}, "-silent"), ({}, "-unreached")],
)
def test_a_partner_is_reached_by_what_is_known_of_it(texts: Words, reached: dict[str, Any], form: str) -> None:
    one = replace(BUILDERS, contact=Contact(**reached, **checked("contact")) if reached else None)
    (told,) = (step for step in steps(visitor(one), texts) if step["id"] == "contact-partner")
    assert told["title"] == texts(f"step.contact-partner.title{form}", acronym="BUILDERS")
