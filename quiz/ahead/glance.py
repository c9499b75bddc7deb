"""What the first screen can say before the engine is there: for each outcome at each partner, what all get who get it.

Made by the engine itself over every way through the questions. What differs from visitor to visitor (a number that was
typed, how sure it is at just that size) is left out, so nothing that was said ahead is taken back.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from quiz.ahead.flow import compile_flow, walks
from quiz.answers import UNSURE, Answers
from quiz.decision import outcome, result
from quiz.facts import Facts, Jurisdiction
from quiz.shape import Contact, Result
from quiz.situation import place_question, resolve
from quiz.words import Words

type Glance = dict[str, object]


def glances(facts: Facts, words: Words) -> dict[str, Glance]:
    """By name what the first screen shows; `~` and the industry stand for a partner not given.

    For those who said nothing of a certificate that they hold; what the client takes is open, or only the full one.
    """
    told: dict[str, list[Glance]] = defaultdict(list)
    for answers in ways(facts, words):
        decision = result(resolve(answers, facts), words)
        told[name_of(answers, decision["outcome"])].append(_glance(decision))
    return {name: _shared(some) for name, some in told.items()}


def name_of(answers: Answers, leaf: str) -> str:
    """The name that the page looks up; a person alone is a case of its own, since many pages say nothing of it."""
    given = answers.partner not in (None, UNSURE)
    whom = answers.partner if given else f"~{answers.industry or ''}"
    return f"{answers.province}/{whom}/{leaf}{'/1' if answers.people == 1 else ''}"


def ways(facts: Facts, words: Words) -> Iterator[Answers]:
    """Answers for every way through the questions, at every size at which something that is said may change."""
    for leaf, answers, _ in walks(compile_flow(facts, words)):
        if answers.client_requires in ("none", "either"):
            continue
        yield answers
        if isinstance(answers.people, int):
            for size in _sizes(facts.by_code[answers.province or ""]):
                there = answers.but(people=size)
                if _leads_to(leaf, there, facts, words):
                    yield there


def _sizes(place: Jurisdiction) -> set[int]:
    """The numbers of people from which on pages begin or cease to disagree, or a letter to be for the visitor."""
    edges = {edge for conflict in place.conflicts for first, last in conflict.sizes for edge in (first, last + 1)}
    limits = {limit for entry in place.interim for limit in (entry.when.people_over, entry.when.people_at_most)}
    return {edge for edge in edges | {limit + 1 for limit in limits if limit} if edge > 0}


def _leads_to(leaf: str, answers: Answers, facts: Facts, words: Words) -> bool:
    if place_question(answers, facts) or (answers.people == 1) != (answers.works_alone == "yes"):
        return False
    visitor = resolve(answers, facts)
    return visitor.settlement.question is None and outcome(visitor, words) == leaf


def _glance(decision: Result) -> Glance:
    contacts = [one for one in decision["contacts"] if one.get("phone") and one.get("verified", True)]
    return {
        "kind": decision["first"]["kind"],
        "title": decision["first"]["title"],
        "route": decision["verdict"]["route"],
        "name": decision["verdict"]["name"],
        "certainty": decision["verdict"]["certainty"],
        "checked": decision["evidence"]["checked"],
        "call": _call(contacts[0]) if contacts else None,
        "steps": [step["title"] for step in decision["steps"] if step["phase"] == "now"],
        "letters": [letter["name"] for letter in decision["interim"]],
    }


def _call(contact: Contact) -> Mapping[str, object]:
    return {"name": contact.get("acronym") or contact["name"], "phone": contact["phone"]}


def _shared(some: Iterable[Glance]) -> Glance:
    """The parts that are the same in all of them and say something."""
    first, *others = some
    return {key: value for key, value in first.items() if value and all(other[key] == value for other in others)}
