"""What changes between two versions of the facts: answer set by answer set, told in people's words.

The sets are those of the proof, over the bands of both versions: a moved limit shows exactly the sizes it moves.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quiz.ahead.answer_sets import disputed, name_of, verdict_sets
from quiz.answers import UNSURE, Answers
from quiz.classes import people_starts
from quiz.evidence import certainty
from quiz.facts import Facts
from quiz.headcount import MOST
from quiz.headline import local_name
from quiz.plan import steps
from quiz.situation import Situation
from quiz.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """What a visitor with one set of answers is told."""

    place: str
    partner: str
    size: str
    route: str
    name: str
    certainty: str
    steps: tuple[tuple[str, str], ...]


def differences(old: Facts, new: Facts, words: Words) -> list[str]:
    """One line for each group of sets that changes, the largest group of a partner first; empty if none does."""
    before = dict(_told(_without_same(old, new), new, words))
    after = dict(_told(_without_same(new, old), old, words))
    groups: Counter[tuple[str, str, str, str]] = Counter()
    for key in sorted(before.keys() | after.keys()):
        was, now = before.get(key), after.get(key)
        one = now or was
        if one is None or was == now:
            continue
        for change in _changes(was, now, words):
            groups[one.place, one.partner, one.size, change] += 1
    ordered = sorted(groups.items(), key=lambda item: (item[0][:2], -item[1], item[0]))
    return [
        words("diff.line", place=p, partner=q, size=s, change=c, sets=words.number(n)) for (p, q, s, c), n in ordered
    ]


def _without_same(facts: Facts, beside: Facts) -> Facts:
    """The facts without the places that both versions have alike: no set here asks for another place than its own."""
    if (facts.industries, facts.cautions) != (beside.industries, beside.cautions):
        return facts
    return replace(facts, jurisdictions=tuple(p for p in facts.jurisdictions if p != beside.by_code.get(p.code)))


def _told(facts: Facts, beside: Facts, words: Words) -> Iterator[tuple[str, Told]]:
    today = max(facts.newest_check, beside.newest_check)
    for visitor in verdict_sets(facts, beside):
        route, name = visitor.route, local_name(visitor, words)
        there = replace(visitor, answers=visitor.answers.but(today=today))
        plan = tuple((str(step["id"]), str(step["earliest"])) for step in steps(there, words))
        size = _size(visitor, facts, beside, words)
        partner = visitor.partner.name if visitor.partner else words("diff.any-partner")
        yield name_of(visitor), Told(visitor.place.name, partner, size, route, name, certainty(visitor), plan)


def _size(visitor: Situation, facts: Facts, beside: Facts, words: Words) -> str:
    """The band of the set in words; the bands are those of both versions together."""
    answers = visitor.answers
    if answers.hours is not None and answers.people is None:
        return words("diff.hours", n=words.number(answers.hours))
    if not isinstance(answers.people, int):
        return words("diff.any-size" if answers.people is None else "diff.size-not-sure")
    starts = sorted({*_starts(answers, facts), *_starts(answers, beside)})
    end = next((start - 1 for start in starts if start > answers.people), MOST)
    if end == answers.people:
        return words.people(answers.people)
    if end == MOST:
        return words("diff.from", n=answers.people)
    return words("diff.between", low=answers.people, high=end)


def _starts(answers: Answers, facts: Facts) -> tuple[int, ...]:
    place = facts.by_code.get(answers.province or "")
    if place is None:
        return ()
    unknown = answers.partner in (None, UNSURE)
    partners = [partner for partner in place.partners if unknown or partner.id == answers.partner]
    return (*people_starts(partners), *disputed(place.conflicts))


def _changes(was: Told | None, now: Told | None, words: Words) -> Iterator[str]:
    if was is None or now is None:
        yield words("diff.new" if was is None else "diff.gone", name=(now or was).name)  # type: ignore[union-attr]
        return
    if (was.route, was.name) != (now.route, now.name):
        yield words("diff.verdict", old=was.name, new=now.name)
    elif was.certainty != now.certainty:
        yield words("diff.evidence", name=now.name, old=was.certainty, new=now.certainty)
    elif was.steps != now.steps:
        yield words("diff.steps", name=now.name)
