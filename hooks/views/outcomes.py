"""Every outcome that the engine can give, as what its page needs: one for each place, route and name.

Found from the engine itself: the leaves of the compiled flow, and every class of every partner (a link may name one).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from hooks.views.ladders import Rung, certifies, ladder
from hooks.views.steady import People, steady_crew
from quiz.ahead.flow import compile_flow, leaves
from quiz.answers import read
from quiz.classes import people_starts
from quiz.decision import outcome, result, slug
from quiz.fact import Route
from quiz.facts import Facts, Jurisdiction, Partner, SizeClass
from quiz.shape import Result
from quiz.situation import place_question, resolve
from quiz.to_partner import from_anybody, joined
from quiz.words import Words

type Plain = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One verdict at one place: the rungs that lead to it, and the decision that stands for it."""

    slug: str
    place: Jurisdiction
    route: Route
    name: str
    rungs: tuple[Rung, ...]
    without_partner: SizeClass | None
    decision: Result
    shared: bool = False  # partners that agree on the route give it names of their own, so it has a common one

    @property
    def certifies(self) -> bool:
        """Whether it is a certificate, not a question for somebody else."""
        return certifies(self.route)

    @property
    def depends(self) -> bool:
        """Whether it stands for the cases that no public rule settles."""
        return self.route == "ask"

    @property
    def names(self) -> tuple[str, ...]:
        """What the partners call it, each name once; those in doubt are asked only where there is no other."""
        sure = [rung for rung in self.rungs if rung.partner.status == "active"] or self.rungs
        return tuple(dict.fromkeys(rung.name for rung in sure))

    @property
    def partner(self) -> Partner | None:
        """The one partner that gives it, where there is only one."""
        return self.rungs[0].partner if len(self.rungs) == 1 else None


def outcomes(facts: Facts, words: Words) -> tuple[Outcome, ...]:
    """Every outcome, by place in the order of the facts, then from the smallest class up."""
    reached = leaves(compile_flow(facts, words))
    return tuple(outcome for place in facts.jurisdictions for outcome in _at(place, reached, facts, words))


def _at(place: Jurisdiction, reached: frozenset[str], facts: Facts, words: Words) -> Iterator[Outcome]:
    rungs = [rung for partner in place.partners for rung in ladder(partner, words, place.conflicts)]
    names = dict.fromkeys((rung.route, rung.name) for rung in rungs if rung.route != "ask")
    for route, name in names:
        same = tuple(rung for rung in rungs if (rung.route, rung.name) == (route, name))
        yield _outcome(place, route, name, same, facts, words)
    answer = place.without_partner
    if (
        answer
        and f"{place.slug}-{slug(answer.name)}" in reached
        and answer.route != "ask"
        and (answer.route, answer.name) not in names
    ):
        yield _outcome(place, answer.route, answer.name, (), facts, words)
    for route in dict.fromkeys(rung.route for rung in rungs if rung.route != "ask"):
        shared = words(f"certificate.shared-{route}")
        if f"{place.slug}-{slug(shared)}" in reached:
            same = tuple(rung for rung in rungs if rung.route == route)
            yield replace(_outcome(place, route, shared, same, facts, words), shared=True)
    if f"{place.slug}-{slug(words('verdict.ask'))}" in reached:
        asking = tuple(rung for rung in rungs if rung.route == "ask")
        yield _outcome(place, "ask", words("verdict.ask"), asking, facts, words)


def _outcome(
    place: Jurisdiction, route: Route, name: str, rungs: tuple[Rung, ...], facts: Facts, words: Words
) -> Outcome:
    answer = place.without_partner
    matches = answer is not None and answer.route == route and (route == "ask" or answer.name == name)
    return Outcome(
        slug=f"{place.slug}-{slug(name)}",
        place=place,
        route=route,
        name=name,
        rungs=rungs,
        without_partner=answer if matches else None,
        decision=_example(place, route, name, rungs, facts, words),
    )


def _example(
    place: Jurisdiction, route: Route, name: str, rungs: tuple[Rung, ...], facts: Facts, words: Words
) -> Result:
    """A decision that gives this verdict: of the one partner, else of a visitor who has not chosen a partner."""
    wanted = f"{place.slug}-{slug(name)}"
    for raw in _answers(place, rungs):
        answers = read(raw, facts, words)
        if isinstance(answers, list) or place_question(answers, facts):
            continue
        visitor = resolve(answers, facts)
        if visitor.route == route and visitor.settlement.question is None and outcome(visitor, words) == wanted:
            of_all = joined(words("message.confirm", size="", name=name, place=place.in_name))
            several = certifies(route) and len({rung.partner.id for rung in rungs}) > 1
            return _of_anybody(result(visitor, words), of_all if several else from_anybody(visitor, words))
    raise LookupError(f"no answers lead to {wanted}")


def _of_anybody(decision: Result, to_partner: str) -> Result:
    """The decision with a message to the partner that a reader sends as his own: it knows no size.

    Where several partners give the certificate it asks what one may ask any of them, not what one of them leaves open.
    """
    messages = decision["messages"]
    return {**decision, "messages": {**messages, "partner": to_partner}} if "partner" in messages else decision


def _answers(place: Jurisdiction, rungs: tuple[Rung, ...]) -> Iterator[Plain]:
    """Answers to try until one leads to the wanted verdict: the partners that give it first, then every size and state.

    No search by rule: what the engine says of some answers is the only thing that counts.
    """
    # An example at a partner that may take nobody would be none.
    sure = [rung for rung in rungs if rung.partner.status == "active"]
    rungs = tuple(sure) or rungs
    chosen = [rung.partner.id for rung in rungs]
    partners = chosen if len(chosen) == 1 else ["unsure", *chosen]
    industries = [None, *sorted({i for rung in rungs for i in rung.partner.industries}), "health-care", "other"]
    # One person alone is a case of its own, with questions and steps of its own: the last to be an example.
    starts: list[People] = ["unsure", *(max(2, start) for start in people_starts(place.partners)), 1]
    for partner, industry, people, alone, subcontracts, family in product(
        partners if place.partners else [None], industries, starts, (None, "yes"), ("no", "yes"), ("no", "yes")
    ):
        if alone and isinstance(people, int) and people > 2:
            continue
        answers = {
            **steady_crew(place, people),
            "industry": industry,
            "partner": partner,
            "works_alone": alone,
            "subcontracts": subcontracts,
            "works_with_partner_or_family": family,
            "account": "unsure" if place.account_rule else None,  # whoever has none reads what it takes
        }
        yield {key: value for key, value in answers.items() if value is not None}
