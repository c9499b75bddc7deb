"""The steps of a plan: which there are, what each says, what it rests on, and where to go for it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.answers import Answers
from quiz.calendar_days import plus_months
from quiz.facts import Contact, Facts, Partner, PassMarks, Process, Route
from quiz.plan import contacts, steps
from quiz.situation import resolve
from quiz.words import Words
from tests.quiz.conftest import Decide

ALBERTA: dict[str, Any] = {"province": "AB", "partner": "acsa"}
COR: dict[str, Any] = {**ALBERTA, "people": 11}
NOBODY_THERE: dict[str, Any] = {"province": "QC", "industry": "construction"}
NO_PARTNER_FOR_IT = {"province": "SK", "industry": "forestry"}
ANY_PARTNER = {"province": "AB", "partner": "unsure"}


def with_partner(facts: Facts, code: str, partner_id: str, **changes: Any) -> Facts:
    """The facts of one place with one of its partners changed."""

    def partner(found: Partner) -> Partner:
        return replace(found, **changes) if found.id == partner_id else found

    place = facts.by_code[code]
    return replace(facts, jurisdictions=(replace(place, partners=tuple(map(partner, place.partners))),))


@pytest.mark.parametrize(
    ("answers", "plan"),
    [
        (NOBODY_THERE, "ask-authority ask-client keep-meanwhile"),
        ({**NOBODY_THERE, "holds": "cor-elsewhere"}, "ask-authority letter ask-client keep-meanwhile"),
        (NO_PARTNER_FOR_IT, "find-partner ask-client keep-meanwhile"),
        ({"province": "MB", "industry": "forestry"}, "find-partner ask-client keep-meanwhile"),
        ({**ANY_PARTNER, "people": "unsure"}, "choose-partner ask-client count-people keep-meanwhile"),
        ({**ALBERTA, "people": "unsure"}, "ask-partner ask-client count-people keep-meanwhile"),
        ({"province": "AB", "partner": "ccsa", "people": 5}, "ask-partner ask-client keep-meanwhile"),
        (COR, "contact-partner training build-system records external-audit partner-review certificate upkeep"),
        (
            {**ALBERTA, "people": 5},
            "ask-client contact-partner training build-system records self-assessment partner-review certificate "
            "upkeep",
        ),
        (
            {"province": "SK", "partner": "unsure", "people": 50},
            "choose-partner contact-partner training build-system records audit-to-confirm certificate upkeep",
        ),
        (
            {"province": "ON", "holds": "iso-45001"},
            "equivalency contact-partner training build-system records internal-audit external-audit partner-review "
            "certificate upkeep",
        ),
        ({**COR, "holds": "cor"}, "contact-partner keep-records upkeep renewal"),
    ],
)
def test_the_plan_goes_from_the_first_call_to_the_yearly_check(
    facts: Facts, texts: Words, answers: dict[str, Any], plan: str
) -> None:
    found = steps(resolve(Answers(**answers), facts), texts)
    assert [step["id"] for step in found] == plan.split()


def test_a_partner_that_certifies_nobody_of_that_size_is_asked(facts: Facts, texts: Words) -> None:
    partner = facts.by_code["AB"].partner("acsa")
    assert partner
    nobody = replace(partner.size_classes[-1], route="none", name="No certificate")
    changed = with_partner(facts, "AB", "acsa", size_classes=(nobody,))
    found = steps(resolve(Answers(**COR), changed), texts)
    assert [step["id"] for step in found] == ["ask-partner", "ask-client", "keep-meanwhile"]


@pytest.fixture
def step(ask: Decide) -> Any:
    """One step of the plan for some answers."""

    def found(step_id: str, **answers: object) -> dict[str, Any]:
        return next(step for step in ask(**answers)["steps"] if step["id"] == step_id)

    return found


def way(facts: Facts, code: str, partner_id: str, route: Route, name: str) -> Process:
    """How a partner's certificate is earned."""
    partner = facts.by_code[code].partner(partner_id)
    process = partner.process(route, name) if partner else None
    assert process is not None
    return process


@pytest.mark.parametrize(
    ("kind", "audits"),
    [
        ("self-assessment", ["self-assessment", "partner-review"]),
        ("own-auditor", ["own-audit", "partner-review"]),
        ("external", ["external-audit", "partner-review"]),
        ("partner", ["partner-audit"]),
        ("internal-then-external", ["internal-audit", "external-audit", "partner-review"]),
        ("self-evaluation", ["self-evaluation", "partner-review"]),
        ("performance", ["performance-audit", "partner-review"]),
        ("unknown", ["audit-to-confirm"]),
    ],
)
def test_between_records_and_certificate_stand_the_audits_of_the_partner_s_way(
    facts: Facts, texts: Words, kind: str, audits: list[str]
) -> None:
    process = way(facts, "AB", "acsa", "cor", "COR")
    changed = with_partner(facts, "AB", "acsa", processes=(replace(process, audit=replace(process.audit, kind=kind)),))
    ids = [step["id"] for step in steps(resolve(Answers(**COR), changed), texts)]
    assert ids[ids.index("records") + 1 : ids.index("certificate")] == audits


@pytest.mark.parametrize(
    ("step_id", "part"),
    [("training", "training"), ("records", "records"), ("certificate", "validity"), ("upkeep", "upkeep")],
)
def test_a_step_adds_what_its_source_says(facts: Facts, texts: Words, step: Any, step_id: str, part: str) -> None:
    fact = getattr(way(facts, "AB", "acsa", "cor", "COR"), part)
    found = step(step_id, **COR)
    assert found["text"] == f"{texts(f'step.{step_id}.text')} {fact.text}"
    assert found["source"]["url"] == fact.source


def test_an_audit_begins_with_what_its_source_says(facts: Facts, texts: Words, step: Any) -> None:
    audit = way(facts, "AB", "acsa", "cor", "COR").audit
    found = step("external-audit", **COR)
    assert found["text"] == f"{audit.text} {texts('step.external-audit.text')}"
    assert found["source"]["url"] == audit.source


NOT_VERIFIED = {"province": "NB", "partner": "nbcsa", "client_requires": "cor"}
MANY_WAYS: dict[str, Any] = {"province": "SK", "partner": "unsure", "people": 50}


@pytest.mark.parametrize("answers", [NOT_VERIFIED, MANY_WAYS])
@pytest.mark.parametrize("step_id", ["training", "records", "certificate", "upkeep"])
def test_a_step_says_where_nothing_was_verified(texts: Words, step: Any, answers: dict[str, Any], step_id: str) -> None:
    found = step(step_id, **answers)
    assert found["text"] == f"{texts(f'step.{step_id}.text')} {texts(f'step.{step_id}.unknown')}"
    assert "source" not in found


def test_the_audit_of_several_partners_has_no_text_but_to_ask(texts: Words, step: Any) -> None:
    found = step("audit-to-confirm", **MANY_WAYS)
    assert found["text"] == texts("step.audit-to-confirm.text")
    assert "source" not in found


CHECKED: dict[str, Any] = {
    "source": "https://made-up.example/",
    "checked": date(2026, 11, 23),
    "confidence": "high",
    "review_by": date(2027, 11, 23),
}


@pytest.mark.parametrize(
    ("marks", "says"),
    [
        (
            PassMarks(id="marks", overall=70, each_element=60, **CHECKED),
            "The pass mark is 70% overall and 60% in each part.",
        ),
        (PassMarks(id="marks", overall=70, **CHECKED), "The pass mark is 70% overall."),
        (None, "The pass mark is not verified here."),
    ],
)
def test_a_review_tells_the_pass_marks_as_far_as_they_are_known(
    facts: Facts, texts: Words, marks: PassMarks | None, says: str
) -> None:
    process = replace(way(facts, "AB", "acsa", "cor", "COR"), pass_marks=marks)
    changed = with_partner(facts, "AB", "acsa", processes=(process,))
    plan = steps(resolve(Answers(**COR), changed), texts)
    found: Any = next(step for step in plan if step["id"] == "partner-review")
    assert found["text"] == f"{texts('step.partner-review.text')} {says}"
    assert found.get("source", {}).get("url") == (marks.source if marks else None)


def test_building_the_system_tells_how_long_it_takes_where_that_is_known(facts: Facts, texts: Words, step: Any) -> None:
    timing = way(facts, "NT", "nsa", "cor", "COR").timing
    assert timing
    found = step("build-system", province="NT")
    assert found["text"] == f"{texts('step.build-system.text')} {timing.text}"
    assert found["source"]["url"] == timing.source


def test_building_the_system_cites_nothing_about_the_days_of_the_audit(texts: Words, step: Any) -> None:
    found = step("build-system", **COR)
    assert found["text"] == texts("step.build-system.text")
    assert "source" not in found


def test_an_account_comes_with_the_rule_of_the_place_if_it_has_one(facts: Facts, texts: Words, step: Any) -> None:
    rule = facts.by_code["AB"].account_rule
    assert rule
    own = texts("step.open-account.text")
    assert step("open-account", **COR, account="no")["text"] == f"{own} {rule.text}"
    assert step("open-account", **NOT_VERIFIED, account="no")["text"] == own


@pytest.mark.parametrize(
    ("answers", "step_id", "title", "who"),
    [
        (COR, "contact-partner", "Call Alberta Construction Safety Association and register", "You"),
        (COR, "training", "Take the courses that ACSA asks for", "An owner, manager or permanent employee"),
        (COR, "partner-review", "ACSA reviews the audit", "Alberta Construction Safety Association"),
        (
            COR,
            "certificate",
            "Receive COR and send it to your client",
            "Alberta Construction Safety Association",
        ),
        ({**COR, "account": "no"}, "open-account", "Open or check your WCB-Alberta account", "You"),
        (MANY_WAYS, "contact-partner", "Call your certifying partner and register", "You"),
        (
            MANY_WAYS,
            "training",
            "Take the courses that your certifying partner asks for",
            "An owner, manager or permanent employee",
        ),
        (NOBODY_THERE, "ask-authority", "Ask ASP Construction what counts in Quebec", "You"),
    ],
)
def test_a_step_names_the_visitor_s_partner_certificate_and_place(
    step: Any, answers: dict[str, Any], step_id: str, title: str, who: str
) -> None:
    found = step(step_id, **answers)
    assert (found["title"], found["who"]) == (title, who)


def test_a_partner_is_found_by_asking_the_authority(facts: Facts, texts: Words, step: Any) -> None:
    authority = facts.by_code["SK"].authority
    found = step("find-partner", **NO_PARTNER_FOR_IT)
    assert found["text"] == texts("step.find-partner.text", authority=authority.whom_to_ask)


PAGES = {
    "url": "https://partner.example/",
    "cor_url": "https://partner.example/cor",
    "small_url": "https://partner.example/small",
    "one_person_url": "https://partner.example/one",
}


@pytest.mark.parametrize(
    ("people", "pages", "url"),
    [
        (1, PAGES, "https://partner.example/one"),
        (5, PAGES, "https://partner.example/small"),
        (40, PAGES, "https://partner.example/cor"),
        (1, {**PAGES, "one_person_url": None}, "https://partner.example/cor"),
        (5, {**PAGES, "small_url": None}, "https://partner.example/cor"),
        (40, {**PAGES, "cor_url": None}, "https://partner.example/"),
    ],
)
@pytest.mark.parametrize("step_id", ["contact-partner", "training", "upkeep"])
def test_a_step_links_to_the_page_of_the_visitor_s_route(
    facts: Facts, texts: Words, people: int, pages: dict[str, Any], url: str, step_id: str
) -> None:
    changed = with_partner(facts, "BC", "safetydriven", name="Truckers", **pages)
    plan = steps(resolve(Answers(province="BC", partner="safetydriven", people=people), changed), texts)
    links = next(found["links"] for found in plan if found["id"] == step_id)
    assert links == [{"text": "Truckers", "url": url}]


@pytest.mark.parametrize(
    ("answers", "step_id"),
    [(COR, "external-audit"), ({"province": "AB", "partner": "ccsa", "people": 5}, "ask-partner")],
)
def test_the_audit_and_a_question_link_to_the_partner(step: Any, answers: dict[str, Any], step_id: str) -> None:
    (link,) = step(step_id, **answers)["links"]
    assert link["url"].startswith("https://")


@pytest.mark.parametrize("step_id", ["build-system", "records", "partner-review", "certificate"])
def test_work_of_one_s_own_has_no_link(step: Any, step_id: str) -> None:
    assert step(step_id, **COR)["links"] == []


@pytest.mark.parametrize(
    ("answers", "step_id"),
    [
        (NOBODY_THERE, "ask-authority"),
        (NO_PARTNER_FOR_IT, "find-partner"),
        ({**COR, "account": "no"}, "open-account"),
    ],
)
def test_what_the_authority_knows_links_to_it(facts: Facts, step: Any, answers: dict[str, Any], step_id: str) -> None:
    authority = facts.by_code[answers["province"]].authority
    assert step(step_id, **answers)["links"] == [{"text": authority.whom_to_ask, "url": authority.url}]


def test_choosing_a_partner_links_to_each_one_s_own_page(facts: Facts, texts: Words) -> None:
    changed = with_partner(facts, "SK", "scsa", name="Builders", url="https://builders.example/", cor_url=None)
    changed = with_partner(changed, "SK", "esc", name="Drillers", url="", cor_url="https://drillers.example/cor")
    links: Any = steps(resolve(Answers(**MANY_WAYS), changed), texts)[0]["links"]
    assert {"text": "Builders", "url": "https://builders.example/"} in links
    assert {"text": "Drillers", "url": "https://drillers.example/cor"} in links


def test_the_days_of_a_step_are_told_in_words_and_as_dates(step: Any) -> None:
    found = step("build-system", **COR, today="2026-11-24", deadline="2027-09-01")
    assert found["when"] == "Start now, at the latest on March 27, 2027"
    assert (found["earliest"], found["latest"]) == ("2026-11-24", "2027-03-27")
    assert found["span"] == ["2026-11-24", "2026-11-24"]


def test_building_the_system_lies_on_the_time_line_as_long_as_its_source_says(facts: Facts, step: Any) -> None:
    timing = way(facts, "NT", "nsa", "cor", "COR").timing
    assert timing
    assert timing.build_months
    last = plus_months(date(2026, 11, 24), timing.build_months)
    assert step("build-system", province="NT", today="2026-11-24")["span"] == ["2026-11-24", str(last)]


def contact(**values: Any) -> Contact:
    """A way to reach somebody, checked on the same day as everything else."""
    return Contact(id="contact", **{**CHECKED, **values})


@pytest.mark.parametrize(
    ("reached", "told"),
    [
        (None, {}),
        (contact(phone="1"), {"phone": "1", "checked": "2026-11-23", "verified": True}),
        (
            contact(other_phone="2", email="a@example.org", confidence="low"),
            {"other_phone": "2", "email": "a@example.org", "checked": "2026-11-23", "verified": False},
        ),
    ],
)
def test_a_partner_is_reached_as_far_as_that_is_known(
    facts: Facts, reached: Contact | None, told: dict[str, Any]
) -> None:
    changed = with_partner(facts, "AB", "acsa", name="Builders", contact=reached, **PAGES)
    found = contacts(resolve(Answers(**COR), changed))
    assert found == [{"id": "acsa", "name": "Builders", "url": "https://partner.example/cor", **told}]


def test_a_partner_without_a_page_for_the_certificate_is_reached_at_its_own(facts: Facts) -> None:
    changed = with_partner(facts, "AB", "acsa", **{**PAGES, "cor_url": None})
    assert contacts(resolve(Answers(**COR), changed))[0]["url"] == "https://partner.example/"


def test_the_authority_is_reached_where_nobody_certifies(facts: Facts) -> None:
    place = facts.by_code["QC"]
    authority = replace(place.authority, name="Board", ask="", url="https://board.example/", contact=contact(phone="1"))
    changed = replace(facts, jurisdictions=(replace(place, authority=authority),))
    (found,) = contacts(resolve(Answers(**NOBODY_THERE), changed))
    assert (found["id"], found["name"], found["url"]) == ("authority", "Board", "https://board.example/")
    assert found["phone"] == "1"
