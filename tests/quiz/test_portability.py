"""A certificate from elsewhere: it follows the body that issued it, not the province."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.answers import Answers
from quiz.facts import Facts, Letter
from quiz.portability import portability, sentence
from quiz.situation import Situation, resolve
from quiz.words import Words
from tests.quiz.conftest import Decide


@pytest.fixture
def kind(facts: Facts) -> Any:
    """What was found for answers with a certificate from elsewhere, or None."""

    def found(**answers: object) -> str | None:
        given = Answers(today=date(2026, 11, 23), people=30).but(**answers)
        result = portability(resolve(given, facts))
        return result.kind if result else None

    return found


MANITOBA = {"province": "MB", "partner": "csam"}
YUKON = {"province": "YT"}
ACSA = {"home_province": "AB", "home_partner": "acsa"}
ESC = {"home_province": "AB", "home_partner": "esc"}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({**MANITOBA}, None),
        ({**MANITOBA, "holds": "cor", **ACSA}, None),
        ({**MANITOBA, "holds": "cor-elsewhere", **ACSA}, "letter"),
        ({**MANITOBA, "holds": "cor-elsewhere", **ACSA, "local_base": "no"}, "letter"),
        ({**MANITOBA, "holds": "cor-elsewhere", **ACSA, "local_base": "yes"}, "local-base"),
        ({**MANITOBA, "holds": "cor-elsewhere", **ESC}, "no-letter"),
        ({**MANITOBA, "holds": "cor-elsewhere"}, "home-unknown"),
        ({**MANITOBA, "holds": "cor-elsewhere", "home_province": "AB"}, "home-unknown"),
        ({**MANITOBA, "holds": "cor-elsewhere", "home_province": "ON"}, "letter"),
        ({**MANITOBA, "holds": "cor-elsewhere", "home_province": "QC"}, "home-unknown"),
        ({**MANITOBA, "holds": "cor-elsewhere", "home_province": "MB", "home_partner": "mhca"}, "same-province"),
        ({**YUKON, "holds": "cor-elsewhere", **ESC}, "refused"),
        ({**YUKON, "holds": "secor-elsewhere", **ESC}, "refused"),
        ({**YUKON, "holds": "cor-elsewhere", **ACSA}, "letter"),
        ({**YUKON, "holds": "secor-elsewhere", **ACSA}, "secor-not-verified"),
        ({"province": "ON", "holds": "iso-45001"}, "iso"),
        ({"province": "SK", "partner": "scsa", "holds": "iso-45001"}, "iso-unknown"),
        ({"province": "SK", "partner": "esc", "holds": "cor-elsewhere", **ESC}, "letter"),
        ({"province": "QC", "holds": "cor-elsewhere", **ACSA}, "no-letter"),
    ],
)
def test_the_issuing_body_decides(kind: Any, answers: dict[str, object], expected: str | None) -> None:
    assert kind(**answers) == expected


@pytest.mark.parametrize(
    ("answers", "step"),
    [
        ({**MANITOBA, "holds": "cor-elsewhere", **ACSA}, True),
        ({**MANITOBA, "holds": "cor-elsewhere", **ACSA, "local_base": "yes"}, False),
        ({**MANITOBA, "holds": "cor-elsewhere", **ESC}, False),
        ({**YUKON, "holds": "cor-elsewhere", **ESC}, False),
        ({**YUKON, "holds": "secor-elsewhere", **ACSA}, True),
        ({**MANITOBA, "holds": "cor-elsewhere"}, True),
        ({"province": "ON", "holds": "iso-45001"}, False),
    ],
)
def test_a_letter_is_asked_for_only_where_there_may_be_one(ask: Decide, answers: dict[str, Any], step: bool) -> None:
    plan = [found["id"] for found in ask(people=30, **answers)["steps"]]
    assert ("letter" in plan) is step


def test_a_refusal_names_both_bodies(ask: Decide) -> None:
    cautions = ask(people=30, **YUKON, holds="cor-elsewhere", **ESC)["cautions"]
    text = next(caution["text"] for caution in cautions if caution["id"] == "portability-refused")
    assert text.startswith("Northern Safety Network Yukon does not accept audits from Energy Safety Canada")


def letter(to: str, granted_by: str, **more: Any) -> Letter:
    """A made-up letter; its id says who grants it to whom."""
    checked: dict[str, Any] = {
        "source": "https://example.org/",
        "checked": date(2026, 11, 23),
        "review_by": date(2027, 11, 23),
    }
    text = f"{granted_by} writes to {to}."
    return Letter(
        id=f"{granted_by}-{to}", to=to, granted_by=granted_by, text=text, confidence="high", **checked, **more
    )


def held_in(facts: Facts, answers: dict[str, Any], *letters: Letter) -> Situation:
    """A business of thirty with a certificate from elsewhere, in a place with these letters."""
    given = Answers(people=30).but(**{"holds": "cor-elsewhere", **answers})
    place = facts.by_code[str(given.province)]
    others = tuple(other for other in facts.jurisdictions if other.code != place.code)
    return resolve(given, replace(facts, jurisdictions=(replace(place, letters=letters), *others)))


ALBERTA = {"province": "AB", "partner": "acsa"}
FROM_SASKATCHEWAN = {"home_province": "SK", "home_partner": "esc"}


@pytest.mark.parametrize(
    ("answers", "letters", "first"),
    [
        (FROM_SASKATCHEWAN, [("cfcsa-members", "acsa")], None),
        (FROM_SASKATCHEWAN, [("cfcsa-members", "acsa"), ("any-cor", "aasp")], "aasp-any-cor"),
        (FROM_SASKATCHEWAN, [("iso-45001", "esc"), ("same-partner", "esc")], "esc-same-partner"),
        (FROM_SASKATCHEWAN, [("same-partner", "acsa")], None),
        (FROM_SASKATCHEWAN, [("any-cor", "aasp"), ("any-cor", "acsa")], "acsa-any-cor"),
        ({"home_province": "ON"}, [("any-cor", "aasp"), ("cfcsa-members", "acsa")], "acsa-cfcsa-members"),
        ({"home_province": "ON"}, [("same-partner", "acsa"), ("cfcsa-members", "aasp")], "aasp-cfcsa-members"),
        ({"home_province": "AB", "home_partner": "aasp"}, [("any-cor", "acsa")], None),
        ({}, [("any-cor", "acsa"), ("cfcsa-members", "acsa")], "acsa-cfcsa-members"),
    ],
)
def test_the_first_letter_that_is_for_the_issuing_body_is_taken_the_visitor_s_partner_before_others(
    facts: Facts, answers: dict[str, Any], letters: list[tuple[str, str]], first: str | None
) -> None:
    found = portability(held_in(facts, {**ALBERTA, **answers}, *(letter(*pair) for pair in letters)))
    assert found
    assert (found.letter.id if found.letter else None) == first


def test_a_home_province_that_the_facts_do_not_hold_leaves_the_issuing_body_unknown(facts: Facts) -> None:
    alone = replace(facts, jurisdictions=(facts.by_code["AB"],))
    found = portability(held_in(alone, {**ALBERTA, **FROM_SASKATCHEWAN}))
    assert found
    assert found.kind == "home-unknown"


@pytest.mark.parametrize(("secor", "kind"), [("no", "secor-no"), ("not-verified", "secor-not-verified")])
def test_a_small_certificate_from_elsewhere_counts_as_the_letter_says(facts: Facts, secor: str, kind: str) -> None:
    answers = {**ALBERTA, **FROM_SASKATCHEWAN, "holds": "secor-elsewhere"}
    found = portability(held_in(facts, answers, letter("any-cor", "acsa", secor=secor)))
    assert found
    assert found.kind == kind


def told(facts: Facts, texts: Words, answers: dict[str, Any], *letters: Letter) -> str:
    """What a visitor reads of a certificate from elsewhere."""
    there = held_in(facts, answers, *letters)
    found = portability(there)
    assert found
    return sentence(found, there, texts)


@pytest.mark.parametrize(
    ("answers", "letters", "says"),
    [
        (
            {**ALBERTA, **FROM_SASKATCHEWAN},
            [letter("any-cor", "aasp")],
            "Energy Safety Canada certified you. Alberta Association for Safety Partnerships may give you a letter "
            "in Alberta that helps you bid. aasp writes to any-cor.",
        ),
        (
            {**ALBERTA, **FROM_SASKATCHEWAN},
            [letter("any-cor", "aasp", refuses=("esc",))],
            "Alberta Association for Safety Partnerships does not accept audits from Energy Safety Canada. "
            "Plan for a new certificate in Alberta.",
        ),
        (
            {**ALBERTA, **FROM_SASKATCHEWAN},
            [],
            "We found no letter or agreement for certificates from Energy Safety Canada in Alberta. "
            "Ask whether your home body knows one.",
        ),
        (
            ALBERTA,
            [],
            "Whether your certificate helps in Alberta depends on the body that issued it, not on the province.",
        ),
        (
            {**ALBERTA, "home_province": "AB", "home_partner": "aasp"},
            [letter("any-cor", "acsa")],
            "Your certificate is from the same province, so no letter is needed. Talk to the partner that issued it.",
        ),
        (
            {**ALBERTA, "holds": "iso-45001"},
            [letter("iso-45001", "esc")],
            "You hold ISO 45001. There is an equivalency route in Alberta. esc writes to iso-45001.",
        ),
        (
            {**ALBERTA, "holds": "iso-45001"},
            [],
            "You hold ISO 45001. We found no equivalency route in Alberta: ask Alberta Construction Safety Association "
            "before you start again from nothing.",
        ),
        (
            {"province": "AB", "partner": "unsure", "holds": "iso-45001"},
            [],
            "You hold ISO 45001. We found no equivalency route in Alberta: ask your certifying partner "
            "before you start again from nothing.",
        ),
    ],
)
def test_what_a_certificate_is_worth_is_told_with_both_bodies_and_the_letter_s_own_words(
    facts: Facts, texts: Words, answers: dict[str, Any], letters: list[Letter], says: str
) -> None:
    there = held_in(facts, answers, *letters)
    found = portability(there)
    assert found
    assert sentence(found, there, texts) == says
