"""What exists must have its words, its page and its case: the last line of defence against something forgotten."""

import re
import tomllib
from typing import Any

import pytest

from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_for
from hooks.facts.model import Catalogue
from hooks.facts.words import words
from hooks.root import ROOT
from quiz.answers import CHOICES, GROUPS, UNSURE
from quiz.classes import SIZE_KEYS
from quiz.facts import Facts
from quiz.questions import QUESTIONS
from quiz.timetable import AUDITS
from quiz.words import Words
from tests.asked_words import asked

NOT_ASKED_FOR = {
    "language.name",  # for whoever translates: the file says of itself what it is
}


@pytest.fixture(scope="module")
def texts() -> Words:
    return words("en")


@pytest.fixture(scope="module")
def facts(catalogue: Catalogue) -> Facts:
    return facts_for(catalogue)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def field_cases() -> list[dict[str, Any]]:
    """Every case of tests/cases."""
    files = sorted((ROOT / "tests" / "cases").glob("*.toml"))
    return [case for file in files for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]]


def test_every_question_has_its_words(texts: Words) -> None:
    wanted = {f"question.{q.key}.{part}" for q in QUESTIONS for part in ("text", "hint", "short", "empty", "wrong")}
    assert wanted <= set(texts.ids())


def test_every_option_has_its_words(texts: Words) -> None:
    ids = set(texts.ids())
    values = [(key, value) for key, found in CHOICES.items() for value in found]
    assert [pair for pair in values if not {f"option.{pair[0]}.{pair[1]}", f"option.{pair[1]}"} & ids] == []


def test_every_industry_and_kind_of_person_has_its_words(texts: Words, facts: Facts) -> None:
    wanted = {f"{table}.{group}" for group in GROUPS for table in ("count", "group")}
    wanted |= {f"industry.{name}" for name in facts.industries}
    assert wanted <= set(texts.ids())


def test_every_step_has_a_title_a_text_and_who_does_it(texts: Words) -> None:
    named = {text_id.split(".")[1] for text_id in texts.ids() if text_id.startswith("step.")}
    named |= {step for steps in AUDITS.values() for step in steps}
    named -= {"interim"}  # its text is the fact's own
    assert {f"step.{step}.{part}" for step in named for part in ("title", "text", "who")} <= set(texts.ids())


def test_every_answer_that_can_be_unsure_has_a_headline_and_a_message(texts: Words) -> None:
    keys = (*SIZE_KEYS, "partner")
    wanted = {f"{group}.depends-{key}" for key in keys for group in ("headline", "message")}
    assert wanted <= set(texts.ids())


def test_every_unit_and_period_of_the_facts_has_its_words(texts: Words, facts: Facts) -> None:
    rules = [partner.counting for place in facts.jurisdictions for partner in place.partners]
    assert {f"unit.{rule.unit}" for rule in rules} | {f"period.{rule.period}" for rule in rules} <= set(texts.ids())


def test_no_word_is_there_that_nothing_asks_for(texts: Words) -> None:
    found = asked()
    assert [text_id for text_id in texts.ids() if text_id not in found and text_id not in NOT_ASKED_FOR] == []


@pytest.mark.parametrize("gone", ["step.xyz.title", "step.training.xyz", "headline.xyz", "page.xyz", "page.html.xyz"])
def test_a_word_of_a_group_that_is_used_is_found_when_nothing_asks_for_it(gone: str) -> None:
    assert gone not in asked()


def test_words_have_no_bare_refusal_and_no_filler(texts: Words) -> None:
    every = " ".join(texts(text_id) for text_id in texts.ids()).lower()
    assert re.findall(r"not eligible|\bplease\b|\bsimply\b|\bsorry\b|\boops\b|\binvalid\b", every) == []


def test_facts_have_no_bare_refusal_and_no_filler() -> None:
    every = (ROOT / "partners.yml").read_text(encoding="utf-8").lower()
    assert re.findall(r"not eligible|\bplease\b|\bsimply\b|\bsorry\b", every) == []


def test_there_are_at_least_150_cases_and_one_for_every_partner(catalogue: Catalogue) -> None:
    cases = field_cases()
    partners = {(case["answers"].get("province"), case["answers"].get("partner")) for case in cases}
    assert len(cases) >= 150
    assert {(place.code, partner.id) for place in catalogue.jurisdictions for partner in place.partners} <= partners


@pytest.mark.parametrize("field", ["caution", "without_caution", "interim", "without_interim"])
def test_every_caution_and_interim_has_somebody_who_sees_it_and_somebody_who_must_not(
    catalogue: Catalogue, field: str
) -> None:
    """A case that it rests on, in tests/cases: the conditions of a sentence are as easily wrong as its words."""
    places = catalogue.jurisdictions
    ids = {
        "caution": [told.id for told in (*catalogue.cautions, *(one for place in places for one in place.cautions))],
        "interim": [told.id for place in places for told in place.interim],
    }[field.removeprefix("without_")]
    said = {told_id for case in field_cases() for told_id in case.get(field, ())}
    assert [told_id for told_id in ids if told_id not in said] == []


def test_every_class_can_be_not_sure_only_where_a_question_offers_it() -> None:
    assert {q.key for q in QUESTIONS if q.unsure} >= {key for key, values in CHOICES.items() if UNSURE in values}


def test_every_module_of_the_engine_stands_in_the_handbook_s_table() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = "".join(line for line in told.splitlines() if line.startswith("|"))
    modules = [path for path in sorted((ROOT / "quiz").rglob("*.py")) if not path.stem.startswith("__")]
    assert [path.name for path in modules if not re.search(rf"[`/]{path.stem}(\.py)?`", rows)] == []


def test_a_caution_for_firms_above_a_limit_was_not_left_behind_when_the_limit_changed(facts: Facts) -> None:
    left = {
        caution.id: caution.when.people_over
        for place in facts.jurisdictions
        for caution in place.cautions
        if caution.when.people_over is not None
        and caution.when.people_over
        not in {
            size_class.at_most
            for partner in place.partners
            if partner.status == "active" and partner.id in (caution.when.partners or [partner.id])
            for size_class in partner.size_classes
            if size_class.route == "secor"
        }
    }
    assert left == {}
