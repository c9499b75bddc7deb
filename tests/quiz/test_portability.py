"""A certificate from elsewhere: it follows the body that issued it, not the province."""

from datetime import date
from typing import Any

import pytest

from quiz.answers import Answers
from quiz.facts import Facts
from quiz.portability import portability
from quiz.situation import situation
from tests.quiz.conftest import Decide


@pytest.fixture
def kind(facts: Facts) -> Any:
    """What was found for answers with a certificate from elsewhere, or None."""

    def found(**answers: object) -> str | None:
        given = Answers(today=date(2026, 11, 23), people=30).but(**answers)
        result = portability(situation(given, facts))
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
    ],
)
def test_a_letter_is_asked_for_only_where_there_may_be_one(ask: Decide, answers: dict[str, Any], step: bool) -> None:
    plan = [found["id"] for found in ask(people=30, **answers)["steps"]]
    assert ("letter" in plan) is step


def test_a_refusal_names_both_bodies(ask: Decide) -> None:
    cautions = ask(people=30, **YUKON, holds="cor-elsewhere", **ESC)["cautions"]
    text = next(caution["text"] for caution in cautions if caution["id"] == "portability-refused")
    assert text.startswith("Northern Safety Network Yukon does not accept audits from Energy Safety Canada")
