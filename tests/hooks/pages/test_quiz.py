"""What the quiz page gets: every word that its template and scripts ask for, and a way to an answer without them."""

import json
import re

import pytest

from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_for
from hooks.facts.links import load_links
from hooks.facts.words import words
from hooks.pages.quiz import Plain, context
from hooks.root import ROOT
from quiz.ahead.flow import compile_flow, longest
from quiz.questions import QUESTIONS

SCRIPTS = sorted((ROOT / "overrides/assets/quiz").glob("*.js"))
TEMPLATES = [ROOT / "overrides/quiz.html", *sorted((ROOT / "overrides/quiz").glob("*.html"))]
TEXTS = "".join(path.read_text(encoding="utf-8") for path in (*SCRIPTS, *TEMPLATES))
IN_PYTHON = {"title", "outcome", "help.line"}


@pytest.fixture(scope="module")
def given() -> Plain:
    catalogue = load()
    manifest, beside = {"module": "engine/module.js"}, {"aids.json": "sha256-…"}
    return context(catalogue, facts_for(catalogue), words("en"), load_links(), manifest, beside)


def test_the_page_s_data_is_plain_json(given: Plain) -> None:
    assert json.loads(json.dumps(given)) == given


def test_the_scripts_know_the_names_of_the_page_s_data(given: Plain) -> None:
    declared = (ROOT / "types/page.d.ts").read_text(encoding="utf-8")
    names = re.search(r"interface PageData \{(.*?)\n\}", declared, re.DOTALL)
    assert names is not None
    assert set(re.findall(r"^  (\w+)\??:", names[1], re.MULTILINE)) == set(given["data"])  # type: ignore[call-overload]


def test_the_scripts_leave_no_type_open() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in SCRIPTS}
    assert [name for name, script in texts.items() if re.search(r"[{<:(|,]\s*any\b(?=[}>|,)\[])", script)] == []


def test_every_word_of_the_page_is_used(given: Plain) -> None:
    ids: dict[str, str] = given["words"]  # type: ignore[assignment]
    whole = set(re.findall(r"""["']([a-z_.-]+)["']""", TEXTS)) | IN_PYTHON
    whole |= {f"{one}-one" for one in re.findall(r"""several\("([a-z.]+)\"""", TEXTS)}
    whole |= {f"html.{one}" for one in re.findall(r"""call fold\(t, "[a-z]+", "([a-z-]+)\"""", TEXTS)}
    starts = tuple(re.findall(r"say\(`([a-z_.-]+)\$\{", TEXTS))
    assert [one for one in ids if one not in whole and not one.startswith(starts)] == []


def test_every_word_that_the_page_asks_for_is_there(given: Plain) -> None:
    ids: dict[str, str] = given["words"]  # type: ignore[assignment]
    said = re.findall(r"""\bsay\("([^"]+)"|\bt\[['"]([^'"]+)['"]\]""", TEXTS)
    assert {one or other for one, other in said} - set(ids) == set()


def test_no_sentence_stands_in_a_script() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in SCRIPTS}
    found = {
        (name, text) for name, script in texts.items() for text in re.findall(r'"([A-Z][a-z]+ [a-z][^"]*)"', script)
    }
    assert found == set()


def test_nobody_is_asked_more_than_seven_questions(given: Plain) -> None:
    assert 1 < longest(compile_flow(facts_for(load()), words("en"))) <= 7


def test_every_question_has_its_form(given: Plain) -> None:
    asked: list[Plain] = given["questions"]  # type: ignore[assignment]
    optional: list[Plain] = given["optional"]  # type: ignore[assignment]
    assert {form["key"] for form in (*asked, *optional)} == {question.key for question in QUESTIONS}


def test_without_scripts_every_province_leads_to_its_outcomes(given: Plain) -> None:
    places: list[dict[str, list[Plain]]] = given["places"]  # type: ignore[assignment]
    assert len(places) == 13
    assert [place["name"] for place in places if not place["outcomes"]] == []


def test_every_outcome_of_the_table_has_its_name(given: Plain) -> None:
    data: dict[str, dict[str, object]] = given["data"]  # type: ignore[assignment]
    ways = [[node.get("to"), node.get("then")] for node in data["flow"]["nodes"]]  # type: ignore[attr-defined]
    leaves = set(re.findall(r'"([a-z-]+-[a-z-]+)"', json.dumps(ways)))
    reached = {leaf for leaf in leaves if any(leaf.startswith(str(p["slug"])) for p in data["places"].values())}  # type: ignore[index]
    assert reached
    assert reached - set(data["outcomes"]) == set()
