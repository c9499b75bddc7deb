"""The situations in tests/cases: what a company answers, and what must come out, in words a safety officer can read.

Each case has a sentence as its name, the fact in partners.yml that it rests on, the answers, and exactly one of
`route`, `question` (the key asked next) and `errors` (the keys that must be named). All other fields are optional;
`FIELDS` lists them all. Where `today` is not given it is the newest day on which a fact was checked.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_for
from hooks.facts.words import words
from quiz.facts import Facts
from quiz.words import Words
from tests.untyped import decide

# TOML and JSON arrive untyped; what a case may say is checked by `FIELDS`.
type Plain = dict[str, Any]

FOLDER = Path(__file__).resolve().parents[1] / "cases"
ENDINGS = ("route", "question", "errors")


def _cases() -> list[Plain]:
    read = [tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    assert all(set(content) == {"case"} for content in read), "a case file holds [[case]] tables and nothing else"
    return [case for content in read for case in content["case"]]


CASES = _cases()


@cache
def _engine() -> tuple[Facts, Words, str]:
    catalogue = load()
    return facts_for(catalogue), words("en"), catalogue.newest_check.isoformat()


@cache
def _fact_ids() -> frozenset[str]:
    return frozenset(_values(load().model_dump(mode="json"), "id"))


def _values(data: object, key: str) -> list[str]:
    """Every value under a key, at any depth."""
    if isinstance(data, list):
        return [value for item in data for value in _values(item, key)]
    if isinstance(data, dict):
        own = [data[key]] if isinstance(data.get(key), str) else []
        return own + [value for item in data.values() for value in _values(item, key)]
    return []


def _decide(case: Plain) -> Plain:
    facts, english, newest = _engine()
    return decide({"today": newest, **case["answers"]}, facts, english)


def _texts(data: object) -> str:
    """All that a visitor can read in a part of the decision, as one text."""
    parts = [_values(data, key) for key in ("text", "title", "headline", "name", "ours", "client", "partner")]
    return "\n".join(text for part in parts for text in part)


def _has(expected: str, text: str) -> bool:
    return expected.casefold() in text.casefold()


def _has_all(data: object, expected: list[str]) -> bool:
    text = _texts(data)
    return all(_has(phrase, text) for phrase in expected)


def _ids(entries: list[Plain], key: str = "id") -> set[str]:
    return {entry[key] for entry in entries}


def _in_order(expected: list[str], found: list[str]) -> bool:
    places = [found.index(key) if key in found else -1 for key in expected]
    return -1 not in places and all(before < after for before, after in pairwise(places))


def _changes(result: Plain, expected: list[Plain]) -> bool:
    """Each expected change stands there with its route; an empty list means that nothing would change the verdict."""
    found = [{**change["if"], "route": change["then"]["route"]} for change in result["would_change"]]
    return all(change in found for change in expected) if expected else not found


def _group(name: str) -> Callable[[Plain, list[str]], bool]:
    def check(result: Plain, expected: list[str]) -> bool:
        group = set(result["people"]["groups"][name])
        return set(expected) <= group if expected else not group

    return check


def _amounts(expected: Plain) -> dict[str, list[int | None]]:
    """Dollars a year by id: the least and the most, or one number for both; an empty list stands for "not known"."""
    return {key: [v, v] if isinstance(v, int) else v or [None, None] for key, v in expected.items()}


def _errors(result: Plain, keys: list[str]) -> bool:
    said = " ".join(f"{error['key']} {error['text']}" for error in result["errors"])
    return bool(result["errors"]) and all(key in said for key in keys)


# What a case may say about the decision, and how it is checked.
FIELDS: Mapping[str, Callable[[Plain, Any], bool]] = {
    "route": lambda r, v: r["verdict"]["route"] == v,
    "question": lambda r, v: r["question"]["key"] == v and r["open"][0] == v and "verdict" not in r,
    "errors": _errors,
    "error_says": lambda r, v: all(any(phrase in error["text"] for error in r["errors"]) for phrase in v),
    "name_of_certificate": lambda r, v: r["verdict"]["name"] == v,
    "certainty": lambda r, v: r["verdict"]["certainty"] == v,
    "limit": lambda r, v: r["people"]["limit"] == (None if v == "none" else v),
    "exclusive": lambda r, v: r["people"].get("exclusive", False) is v,
    "counted": lambda r, v: r["people"]["counted"] == v,
    "low": lambda r, v: r["people"]["low"] == v == r["people"]["counted"],
    "high": lambda r, v: r["people"]["high"] == v,
    "counts": _group("counted"),
    "does_not_count": _group("not_counted"),
    "unclear": _group("unclear"),
    "partner": lambda r, v: r["partner"] == v,
    "partners": lambda r, v: {p["id"]: p["verdict"]["route"] for p in r["partners"]}.items() >= v.items(),
    "doubtful": lambda r, v: {p["id"] for p in r["partners"] if p["doubtful"]} >= set(v),
    "because": lambda r, v: _ids(r["because"], "rule") >= set(v),
    "because_says": lambda r, v: _has_all(r["because"], v),
    "would_change": _changes,
    "conflict": lambda r, v: _ids(r["conflicts"]) >= set(v),
    "caution": lambda r, v: _ids(r["cautions"]) >= set(v),
    "without_caution": lambda r, v: not _ids(r["cautions"]) & set(v),
    "caution_says": lambda r, v: _has_all(r["cautions"], v),
    "step": lambda r, v: _in_order(v, [step["id"] for step in r["steps"]]),
    "without_step": lambda r, v: not _ids(r["steps"]) & set(v),
    "plan_says": lambda r, v: _has_all(r["steps"], v),
    "earliest": lambda r, v: {s["id"]: s["earliest"] for s in r["steps"]}.items() >= v.items(),
    "not_dated": lambda r, v: {s["id"] for s in r["steps"] if not s["earliest"] and not s["latest"]} >= set(v),
    "by_the_date": lambda r, v: {s["id"] for s in r["steps"] if s["latest"]} == set(v),
    "ready": lambda r, v: r["readiness"]["answer"] == v,
    "ready_on": lambda r, v: r["readiness"]["earliest"] == (None if v == "not known" else v),
    "ready_says": lambda r, v: _has_all(r["readiness"], v),
    "interim": lambda r, v: _in_order(v, [entry["id"] for entry in r["interim"]]),
    "without_interim": lambda r, v: not _ids(r["interim"]) & set(v),
    "needed": lambda r, v: r["needed"]["answer"] == v,
    "money": lambda r, v: {m["id"]: [m["low"], m["high"]] for m in r["money"]}.items() >= _amounts(v).items(),
    "message": lambda r, v: set(r["messages"]) >= set(v),
    "without_message": lambda r, v: not set(r["messages"]) & set(v),
    "message_says": lambda r, v: _has_all(r["messages"], v),
    "says": lambda r, v: _has_all(r, v),
    "without_saying": lambda r, v: not any(_has(phrase, _texts(r)) for phrase in v),
    "open": lambda r, v: _in_order(v, r["open"]),
    "not_open": lambda r, v: not set(r["open"]) & set(v),
    "due": lambda r, v: bool(_values(r["because"], "due_since")) is v,
}


def _sentence(case: Plain) -> str:
    return str(case.get("name", "a case without a name"))


@pytest.mark.parametrize("case", CASES, ids=_sentence)
def test_case(case: Plain) -> None:
    """What the case says comes out, and every result has a plan; whatever stands in a case is checked."""
    unknown = set(case) - {"name", "fact", "answers", *FIELDS}
    assert not unknown, f"no case may say {sorted(unknown)}"
    assert case["fact"] in _fact_ids(), f"partners.yml has no {case['fact']}"
    assert len([ending for ending in ENDINGS if ending in case]) == 1, f"say one of {ENDINGS}"
    result = _decide(case)
    failed = [field for field in FIELDS if field in case and not _holds(field, case[field], result)]
    assert not failed, "\n".join(f"{field}: {case[field]!r}, but came {_shown(field, result)}" for field in failed)
    if "route" in case:
        _has_a_plan(case, result)


def _holds(field: str, expected: object, result: Plain) -> bool:
    try:
        return FIELDS[field](result, expected)
    except (KeyError, TypeError, IndexError):
        return False


def _shown(field: str, result: Plain) -> str:
    """What came instead, short enough to read in a failed run."""
    if "errors" in result:
        return f"errors {result['errors']}"
    if result["status"] == "question":
        return f"question {result['question']['key']}, open {result['open']}"
    steps = [step["id"] for step in result["steps"]]
    parts: Plain = {"caution": _ids(result["cautions"]), "step": steps, "open": result["open"]}
    parts |= {"ready": result["readiness"], "message": result["messages"], "money": result["money"]}
    parts |= {"interim": _ids(result["interim"]), "needed": result["needed"]}
    for part, came in parts.items():
        if field.replace("without_", "").replace("not_", "").startswith(part):
            return str(came)
    if field in ("by_the_date", "earliest"):
        return str({step["id"]: (step["earliest"], step["latest"]) for step in result["steps"]})
    if field in ("because", "because_says", "would_change", "conflict", "partners"):
        return str(result["conflicts" if field == "conflict" else field.removesuffix("_says")])
    return f"{result['verdict']} {result['people']}"


def _has_a_plan(case: Plain, result: Plain) -> None:
    """Every result has a reason, at least three steps, a limit or its absence, and no step before the first day."""
    assert len(result["steps"]) >= 3
    assert result["because"], "a verdict without a reason"
    assert "limit" in result["people"]
    first = date.fromisoformat(case["answers"].get("today", _engine()[2]))
    for step in result["steps"]:
        assert set(step) >= {"id", "title", "text", "earliest", "latest", "links"}
        assert step["earliest"] is None or date.fromisoformat(step["earliest"]) >= first


def test_who_names_a_deadline_says_from_which_day() -> None:
    """Pages that are read again later would make it a day that has passed."""
    dated = [case for case in CASES if "deadline" in case["answers"] and "errors" not in case]
    assert [_sentence(case) for case in dated if "today" not in case["answers"]] == []


def test_every_sentence_is_there_once() -> None:
    """A case that is copied and not renamed would hide the other in a report."""
    names = [_sentence(case) for case in CASES]
    assert len(names) == len(set(names)), sorted({name for name in names if names.count(name) > 1})
    assert all(re.fullmatch(r"[A-Z].{15,160}", name) for name in names)


def test_every_partner_and_place_has_a_case() -> None:
    """A partner or a province that is added needs its cases."""
    said = {(case["answers"].get("province"), case["answers"].get("partner")) for case in CASES}
    partners = {(place.code, partner.id) for place in load().jurisdictions for partner in place.partners}
    assert partners <= said
    assert {place.code for place in load().jurisdictions} <= {province for province, _ in said}
