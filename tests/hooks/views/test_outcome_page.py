"""What the page of an outcome says, for outcomes of every shape."""

from dataclasses import replace

import pytest

from hooks.views.ladders import Rung
from hooks.views.outcome_page import OutcomeView, fewer_months
from hooks.views.outcomes import Outcome
from hooks.views.site import Site
from quiz.fact import Certainty, Route
from quiz.process import Records, Timing


@pytest.fixture(scope="module")
def outcome(site_facts: Site) -> Outcome:
    """A certificate that two partners of a place give alike, and that neither is in doubt."""
    found = max(site_facts.outcomes, key=lambda outcome: len(outcome.rungs))
    one, two = [plain(rung) for rung in found.rungs if rung.partner.status == "active" and rung.process][:2]
    return replace(found, route="cor", rungs=(one, two))


def plain(rung: Rung) -> Rung:
    """The same class from two people to nine."""
    return replace(rung, least=2, most=9, conditions=(), only=False)


def viewed(outcome: Outcome, **changes: object) -> OutcomeView:
    """The outcome with these parts instead of its own."""
    return OutcomeView(replace(outcome, **changes), ())  # type: ignore[arg-type]


def only_one(outcome: Outcome) -> tuple[Rung, ...]:
    """Its first rung as the one class of its partner."""
    return (replace(outcome.rungs[0], only=True),)


@pytest.mark.parametrize(
    ("route", "lead"),
    [("none", "nobody"), ("ask", "ask"), ("owner-operator", "one-person"), ("secor", "small"), ("cor", "full")],
)
def test_the_lead_follows_the_route(route: Route, lead: str, outcome: Outcome) -> None:
    assert viewed(outcome, route=route).lead == lead


def test_the_one_certificate_for_every_size_is_called_so(outcome: Outcome) -> None:
    assert viewed(outcome, rungs=only_one(outcome)).lead == "only"
    assert viewed(outcome, rungs=(*only_one(outcome), outcome.rungs[1])).lead == "full"
    assert viewed(outcome, rungs=()).lead == "full"


def test_a_name_that_partners_share_is_told_as_the_names_that_they_give_it(outcome: Outcome) -> None:
    one, two = outcome.rungs
    named = replace(
        outcome, shared=True, rungs=(replace(one, name="A"), replace(two, name="B"), replace(one, name="A"))
    )
    assert OutcomeView(named, ()).lead == "shared"
    assert named.names == ("A", "B")
    doubtful = replace(two, name="C", partner=replace(two.partner, status="doubtful"))
    assert replace(named, rungs=(one, doubtful)).names == (one.name,)


def test_one_of_several_steps_of_size_is_not_called_the_full_certificate(site_facts: Site) -> None:
    leads = {outcome.slug: OutcomeView(outcome, ()).lead for outcome in site_facts.outcomes}
    assert (leads["nova-scotia-intermediate-cor"], leads["nova-scotia-standard-cor"]) == ("step", "step")
    assert leads["alberta-cor"] == "full"


def test_a_class_is_called_a_partner_s_own_where_others_lack_it(outcome: Outcome) -> None:
    one = outcome.rungs[:1]
    assert viewed(outcome, rungs=one).owner == one[0].partner
    assert viewed(outcome).owner is None
    alone = replace(outcome.place, partners=(one[0].partner,))
    assert viewed(outcome, rungs=one, place=alone).owner is None


def test_a_size_is_told_where_it_is_the_same_everywhere_and_short(outcome: Outcome) -> None:
    one, two = outcome.rungs
    assert viewed(outcome).size == one
    assert viewed(outcome, rungs=(one, replace(two, most=10))).size is None
    assert viewed(outcome, rungs=(one, replace(two, only=True))).size == one
    long = replace(one, least=None, most=None, conditions=("one", "two"))
    assert viewed(outcome, rungs=(long, replace(long, partner=two.partner))).size is None
    doubtful = replace(two, most=10, partner=replace(two.partner, status="doubtful"))
    assert viewed(outcome, rungs=(one, doubtful)).size == one


def sure(rung: Rung, certainty: Certainty, status: str = "active") -> Rung:
    """The rung with evidence of one kind."""
    counting = replace(rung.partner.counting, certainty=certainty)
    partner = replace(rung.partner, counting=counting, status=status)
    return replace(rung, partner=partner, classes=tuple(replace(one, certainty=certainty) for one in rung.classes))


def test_evidence_is_told_in_one_sentence_only_where_it_is_the_same(outcome: Outcome) -> None:
    one, two = outcome.rungs
    assert viewed(outcome, rungs=(sure(one, "clear"), sure(two, "clear"))).certainty == "clear"
    assert viewed(outcome, rungs=(sure(one, "clear"), sure(two, "unverified"))).certainty is None


def test_evidence_of_a_partner_in_doubt_counts_only_without_others(outcome: Outcome) -> None:
    one, two = sure(outcome.rungs[0], "clear"), sure(outcome.rungs[1], "unverified", "doubtful")
    assert viewed(outcome, rungs=(one, two)).certainty == "clear"
    assert viewed(outcome, rungs=(two,)).certainty == "unverified"
    assert viewed(outcome, rungs=()).certainty == outcome.decision["verdict"]["certainty"]


def test_a_sentence_on_evidence_says_where_a_partner_in_doubt_has_less(outcome: Outcome) -> None:
    one, two = sure(outcome.rungs[0], "confirm"), sure(outcome.rungs[1], "unverified", "doubtful")
    assert viewed(outcome, rungs=(one, two)).less_sure
    assert not viewed(outcome, rungs=(one, sure(two, "clear", "doubtful"))).less_sure
    assert not viewed(outcome, rungs=(one, sure(two, "unverified"))).less_sure, "no sentence, so nothing to take back"


def test_a_step_that_tells_of_two_facts_cites_both(outcome: Outcome) -> None:
    rung, process = next((rung, rung.process) for rung in outcome.rungs if rung.process)
    audit = process.audit
    timing = Timing(
        id="days",
        text="It takes days.",
        source="https://b.example",
        checked=audit.checked,
        confidence="high",
        review_by=audit.review_by,
    )
    told = replace(rung.partner, processes=(replace(process, timing=timing, names=()),))
    rung = replace(rung, partner=told)
    step = {**outcome.decision["steps"][0], "text": f"{audit.text} It takes days.", "fact": audit.id}
    assert viewed(outcome, rungs=(rung, rung)).behind(step) == (timing,)  # type: ignore[arg-type]
    assert viewed(outcome, rungs=(rung,)).behind({**step, "text": "Do it."}) == ()  # type: ignore[typeddict-item]


def test_what_one_partner_tells_all_its_firms_stands_on_the_page_of_its_class(site_facts: Site) -> None:
    told = {outcome.slug: [c.id for c in OutcomeView(outcome, ()).cautions] for outcome in site_facts.outcomes}
    assert told["british-columbia-small-employer-safe"] == ["bc-caution-safe-is-not-cor"]
    assert told["british-columbia-individual-owner-operator-ioo"] == [
        "bc-caution-safe-is-not-cor",
        "bc-caution-relief-workers",
    ]
    assert told["manitoba-secor"] == [], "several partners give it"


def test_each_kind_of_audit_is_told_once(outcome: Outcome) -> None:
    kinds = {rung.process.audit.kind for rung in outcome.rungs if rung.process}
    assert sorted(viewed(outcome, rungs=outcome.rungs * 2).audits) == sorted(kinds)
    assert viewed(outcome, rungs=()).audits == ()


def test_clients_are_asked_before_a_small_class_that_is_no_cor(outcome: Outcome) -> None:
    counts = replace(outcome.rungs[0], classes=tuple(replace(c, counts_as_cor=True) for c in outcome.rungs[0].classes))
    other = replace(outcome.rungs[0], classes=tuple(replace(c, counts_as_cor=False) for c in outcome.rungs[0].classes))
    assert viewed(outcome, route="secor", rungs=(counts,)).client == "cor-itself"
    assert viewed(outcome, route="secor", rungs=(counts, other)).client == "ask"
    assert viewed(outcome, route="secor", rungs=(replace(counts, name="SAFE"),)).client == "ask"
    assert viewed(outcome, route="secor", rungs=(other,)).client == "ask"
    assert viewed(outcome, route="owner-operator", rungs=(other,)).client == "ask"
    assert viewed(outcome, route="cor", rungs=(other,)).client is None


def test_the_small_class_and_the_full_one_say_that_the_full_one_may_be_taken(site_facts: Site) -> None:
    place = next(place for place in site_facts.facts.jurisdictions if place.choose_cor)
    at = [outcome for outcome in site_facts.outcomes if outcome.place.code == place.code]
    assert {outcome.route for outcome in at if viewed(outcome).choose_cor} == {"secor", "cor"}
    assert viewed(replace(at[0], route="secor", place=place)).choose_cor == place.choose_cor


def test_partners_are_compared_where_several_give_the_certificate(outcome: Outcome) -> None:
    assert viewed(outcome).several
    assert not viewed(outcome, rungs=outcome.rungs[:1]).several
    assert not viewed(outcome, route="ask").several


def test_steps_are_told_to_be_a_partner_s_only_where_there_are_others(outcome: Outcome) -> None:
    one = outcome.rungs[0].partner
    chosen, unsure = ({**outcome.decision, "partner": partner} for partner in (one.id, "unsure"))
    assert viewed(outcome, decision=chosen).steps_of == one
    assert viewed(outcome, decision=unsure).steps_of is None
    assert viewed(outcome, decision=chosen, rungs=outcome.rungs[:1]).steps_of is None


@pytest.mark.parametrize(("least", "full", "fewer"), [(3, 12, 3), (12, 12, None), (None, 12, None), (3, None, None)])
def test_fewer_months_are_told_where_the_full_certificate_wants_more(
    least: int | None, full: int | None, fewer: int | None, outcome: Outcome
) -> None:
    fact = outcome.rungs[0].classes[0]
    records = Records(
        id="r", source=fact.source, checked=fact.checked, confidence="high", review_by=fact.review_by,
        months=full, least_months=least,
    )  # fmt: skip
    assert fewer_months(records) == fewer
