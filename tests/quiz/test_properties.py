"""What must hold for all answers, not only for those somebody thought of."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_for
from hooks.facts.words import words
from quiz.ahead.proof import LIGHTEST_FIRST
from quiz.answers import CHOICES, GROUPS, KEYS
from tests.untyped import decide

pytestmark = pytest.mark.slow  # hundreds of examples each

FACTS, WORDS = facts_for(load()), words("en")
PARTNERS = [(place.code, partner.id) for place in FACTS.jurisdictions for partner in place.partners]

people = st.integers(1, 60) | st.just("unsure")
yes_no = st.sampled_from(["yes", "no", "unsure"])
extra = st.fixed_dictionaries(
    {},
    optional={
        "client_requires": st.sampled_from(CHOICES["client_requires"]),
        "subcontracts": yes_no,
        "works_with_partner_or_family": yes_no,
        "growth": yes_no,
        "works_alone": yes_no,
        "average_people": st.floats(0.1, 40) | st.just("unsure"),
        "deadline": st.dates().map(str),
        "account": yes_no,
        "records_months": st.integers(0, 40) | st.just("unsure"),
        "holds": st.sampled_from(CHOICES["holds"]),
        "payroll_hours": st.integers(0, 100_000) | st.just("unsure"),
        "today": st.dates().map(str),
    },
)


counts = st.dictionaries(st.sampled_from([f"count.{group}" for group in GROUPS]), st.integers(1, 12), min_size=1)


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Any]:
    """Valid answers: a place with one of its partners, a size, and anything else."""
    code, partner = draw(st.sampled_from(PARTNERS))
    known = draw(st.sampled_from([partner, "unsure"]))
    size = draw(st.just({}) | st.builds(lambda n: {"people": n}, people) | counts)
    raw = {"province": code, "partner": known, **size, **draw(extra)}
    return raw if "errors" not in decide(raw, FACTS, WORDS) else {"province": code, "partner": partner, "people": 9}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=10), json_values, max_size=6) | json_values)
def test_no_json_makes_the_engine_raise(raw: object) -> None:
    decision = decide(raw, FACTS, WORDS)
    assert ("errors" in decision) != ("status" in decision)


@given(answers())
def test_a_decision_is_plain_json(raw: dict[str, Any]) -> None:
    decision = decide(raw, FACTS, WORDS)
    assert json.loads(json.dumps(decision)) == decision


@given(answers(), st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(raw: dict[str, Any], shuffler: Any) -> None:
    pairs = list(raw.items())
    shuffler.shuffle(pairs)
    assert decide(dict(pairs), FACTS, WORDS) == decide(raw, FACTS, WORDS)


@given(answers(), st.integers(1, 40), st.integers(1, 40))
def test_more_people_never_get_a_lighter_certificate(raw: dict[str, Any], one: int, other: int) -> None:
    fewer, more = sorted((one, other))
    plain = {key: value for key, value in raw.items() if not key.startswith("count.")}
    routes = [decide({**plain, "people": n}, FACTS, WORDS).get("verdict") for n in (fewer, more)]
    weights = [LIGHTEST_FIRST.index(verdict["route"]) for verdict in routes if isinstance(verdict, dict)]
    asked = [verdict for verdict in routes if not isinstance(verdict, dict) or verdict["route"] == "ask"]
    assert asked or weights == sorted(weights)


@given(answers())
def test_not_being_sure_of_the_size_never_contradicts_a_known_size(raw: dict[str, Any]) -> None:
    plain = {key: value for key, value in raw.items() if not key.startswith("count.")}
    unsure: Any = decide({**plain, "people": "unsure"}, FACTS, WORDS)
    known: Any = decide(raw, FACTS, WORDS)
    settled = unsure.get("status") == "result" and unsure["verdict"]["route"] != "ask"
    assert not settled or known.get("verdict", unsure["verdict"])["name"] == unsure["verdict"]["name"]


@given(answers())
def test_what_would_change_the_verdict_does_change_it(raw: dict[str, Any]) -> None:
    decision = decide(raw, FACTS, WORDS)
    for change in decision.get("would_change", []):
        replaced = ("people", "count.") if "people" in change["if"] else tuple(change["if"])
        kept = {key: value for key, value in raw.items() if not key.startswith(replaced)}
        people = change["if"].get("people")
        if people is not None:  # what another size would contradict goes with it
            kept.pop("average_people", None)
            kept = kept if people == 2 else {key: value for key, value in kept.items() if key != "works_alone"}
        after = decide({**kept, **change["if"]}, FACTS, WORDS)
        assert after["verdict"]["route"] == change["then"]["route"]
        assert after["verdict"]["route"] != decision["verdict"]["route"]


@given(answers())
def test_the_certificate_of_a_change_always_has_a_name(raw: dict[str, Any]) -> None:
    changes = decide(raw, FACTS, WORDS).get("would_change", [])
    assert all(change["then"]["name"] and change["then"]["name"] in change["text"] for change in changes)


@given(answers())
def test_no_message_has_a_gap_or_is_sent_to_a_client_who_asks_for_nothing(raw: dict[str, Any]) -> None:
    told = decide(raw, FACTS, WORDS).get("messages", {})
    assert all(text == " ".join(text.split()) and "{" not in text for text in told.values())
    assert "client" not in told or raw.get("client_requires") != "none"


@given(answers())
def test_every_result_has_three_steps_and_a_reason(raw: dict[str, Any]) -> None:
    decision = decide(raw, FACTS, WORDS)
    assert decision["status"] == "question" or (len(decision["steps"]) >= 3 and decision["because"])


@settings(max_examples=200)
@given(
    st.sampled_from(PARTNERS),
    st.dictionaries(st.sampled_from([f"count.{group}" for group in GROUPS]), st.integers(0, 12), min_size=1),
)
def test_a_counted_range_gives_a_verdict_only_if_both_its_ends_do(
    place: tuple[str, str], count: dict[str, int]
) -> None:
    code, partner = place
    decision = decide({"province": code, "partner": partner, **count}, FACTS, WORDS)
    found = decision.get("people")
    if decision.get("status") != "result" or not isinstance(found, dict) or "low" not in found or found["low"] < 1:
        return
    ends = {
        decide({"province": code, "partner": partner, "people": n}, FACTS, WORDS)["verdict"]["name"]
        for n in (found["low"], found["high"])
        if decide({"province": code, "partner": partner, "people": n}, FACTS, WORDS)["status"] == "result"
    }
    route = decision["verdict"]["route"]
    assert route == "ask" or not ends or ends == {decision["verdict"]["name"]}


@pytest.mark.parametrize("change", [{"growth": "yes"}, {"records_months": 2}, {"holds": "none"}, {"account": "no"}])
def test_optional_answers_never_change_the_verdict(change: dict[str, Any]) -> None:
    for code, partner in PARTNERS:
        raw = {"province": code, "partner": partner, "people": 9, "payroll_hours": 9_000}
        assert decide({**raw, **change}, FACTS, WORDS)["verdict"] == decide(raw, FACTS, WORDS)["verdict"]
