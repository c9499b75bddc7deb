"""What would change the verdict: every single answer that leads to another route, computed, nearest first."""

from collections.abc import Iterator
from itertools import pairwise

from quiz.answers import UNSURE, Answers
from quiz.classes import Verdict, people_starts, reads
from quiz.conditions import YES_NO_KEYS, edges
from quiz.fact import Route
from quiz.facts import Partner
from quiz.headcount import MOST, UNKNOWN
from quiz.holding import HELD, class_is_asked, held_name
from quiz.portability import portability
from quiz.shape import Certificate, Change, Value
from quiz.situation import Situation, resolve
from quiz.words import Words

type Other = tuple[int, str, Value, Answers]  # distance in people, key, value, the answers with it

FAR = 10**9  # a change that moves nobody comes after those that do


def would_change(visitor: Situation, words: Words) -> list[Change]:
    """Each as `if`, `then` and a sentence; the property that applying `if` gives `then` is a test."""
    if not visitor.partners:
        return []
    nearest: dict[tuple[str, bool, str, str], tuple[int, Change]] = {}
    for distance, key, value, answers in _single_changes(visitor):
        there = resolve(answers, visitor.facts)
        if there.verdict is None or _is_the_same(there, visitor, key):
            continue
        route = there.verdict.route
        name = there.verdict.name or words(f"certificate.shared-{route}")
        then: Certificate = {"route": route, "name": name}
        change: Change = {
            "if": _all_that_changes(key, value, visitor),
            "then": then,
            "text": _sentence(visitor, key, value, _held(visitor, route, name, words), words),
        }
        side = isinstance(value, int) and value > visitor.tally.high
        # Of several sizes on one side with the same verdict, the nearest says it all; other answers stand alone.
        same = (key, side, route, name) if key == "people" else (key, side, str(value), name)
        if same not in nearest or distance < nearest[same][0]:
            nearest[same] = (distance, change)
    return [change for _, change in sorted(nearest.values(), key=lambda pair: pair[0])]


def _held(visitor: Situation, route: Route, name: str, words: Words) -> str:
    """The name; with the word that it is in hand, where no other class and no other partner may have given it."""
    held = visitor.answers.holds
    if (
        HELD.get(held) != route
        or portability(visitor)
        or class_is_asked(visitor)
        or (held == "cor" and visitor.counts_as_cor)
    ):
        return name
    return words("change.held", name=name) if name == held_name(visitor, words) else name


def _is_the_same(there: Situation, visitor: Situation, key: str) -> bool:
    """Whether it is the same verdict; at another partner the same route has another name, and that is no change."""
    if there.route != visitor.route:
        return False
    return key == "partner" or visitor.verdict is None or there.verdict == visitor.verdict


def _single_changes(visitor: Situation) -> Iterator[Other]:
    """In the order of the questions; sorting by distance keeps that order among equals."""
    answers, keys = visitor.answers, {key for partner in visitor.partners for key in reads(partner)}
    for other in visitor.place.open_to(answers.industry):
        if other.status == "active" and _could_take(other, visitor):
            yield FAR, "partner", other.id, answers.but(partner=other.id)
    if "people" in keys:
        yield from _people(visitor)
    yield from _other_units(visitor)
    for key in YES_NO_KEYS:
        if key in keys and (key != "works_alone" or visitor.tally.low == visitor.tally.high == 2):
            for value in ("yes", "no"):
                if getattr(answers, key) != value:
                    yield FAR, key, value, answers.but(**{key: value})
    wanted = "none" if answers.client_requires == "cor" else "cor"
    yield FAR, "client_requires", wanted, answers.but(client_requires=wanted)


def _could_take(other: Partner, visitor: Situation) -> bool:
    """Whether another partner may take the firm; where its industry is not known, its partner's industries tell."""
    own = visitor.partner
    if own is None or other.id == own.id:
        return own is None
    known = visitor.answers.industry not in (None, UNSURE)
    return known or other.any_industry or own.any_industry or bool(set(own.industries) & set(other.industries))


def _people(visitor: Situation) -> Iterator[Other]:
    """The number nearest to the visitor's in every band; where the size is not known, both sides of each limit."""
    answers, tally = visitor.answers, visitor.tally
    if tally is UNKNOWN and answers.count:
        return  # the number is known; how each partner counts it is another answer
    if tally is UNKNOWN:
        yield from ((FAR, "people", number, _with_people(answers, number)) for number in _sides(visitor))
        return
    for first, following in pairwise((*people_starts(visitor.partners), MOST)):
        last = following - 1
        if first > tally.high:
            yield first - tally.high, "people", first, _with_people(answers, first)
        elif 1 <= last < tally.low:
            yield tally.low - last, "people", last, _with_people(answers, last)


def _sides(visitor: Situation) -> Iterator[int]:
    """The last number of each verdict that sizes lead to, and the first of the largest: neighbours may share one."""
    spans: list[tuple[int, int, Verdict | None]] = []
    for first, following in pairwise((*people_starts(visitor.partners), MOST)):
        last = following - 1
        verdict = resolve(_with_people(visitor.answers, last), visitor.facts).verdict
        if spans and spans[-1][2] == verdict:
            spans[-1] = (spans[-1][0], last, verdict)
        else:
            spans.append((max(first, 1), last, verdict))
    yield from (last for _, last, _ in spans[:-1])
    yield spans[-1][0]


def _other_units(visitor: Situation) -> Iterator[Other]:
    """The other side of each limit in averages and hours, where the visitor gave such a number."""
    peak = visitor.answers.peak
    for key, below in (("average_people", 0.01), ("payroll_hours", 1)):
        given = getattr(visitor.answers, key)
        for edge in edges(key, visitor.partners) if isinstance(given, int | float) else ():
            value = edge if given < edge else round(edge - below, 2)
            if key != "average_people" or peak is None or value <= peak:
                yield FAR, key, value, visitor.answers.but(**{key: value})


def _with_people(answers: Answers, number: int) -> Answers:
    """Another number of people; what it would contradict is forgotten with it."""
    alone = answers.works_alone if number == 2 else None
    keep = answers.average_people if answers.average is None or answers.average <= number else None
    return answers.but(people=number, works_alone=alone, average_people=keep)


def _all_that_changes(key: str, value: Value, visitor: Situation) -> dict[str, Value]:
    """The answer, and with another number of people the answers that would contradict it."""
    told, answers = {key: value}, visitor.answers
    if key != "people" or not isinstance(value, int):
        return told
    if answers.average is not None and answers.average > value:
        told["average_people"] = value
    alone = "yes" if value == 1 else "no" if value >= 3 else answers.works_alone
    if alone is not None and answers.works_alone in ("yes", "no") and alone != answers.works_alone:
        told["works_alone"] = alone
    return told


def _sentence(visitor: Situation, key: str, value: object, name: str, words: Words) -> str:
    if key == "people" and isinstance(value, int):
        return _people_sentence(visitor, value, name, words)
    if key == "partner":
        names = {partner.id: partner.name for partner in visitor.place.partners}
        return words("change.partner", partner=names[str(value)], name=name)
    if isinstance(value, int | float):
        return words(f"change.{key}", value=words.number(value), name=name)
    if key == "subcontracts" and value == "no" and _takes_none(name, visitor):
        return words("change.subcontracts-no-any", name=name)
    return words(f"change.{key}-{value}", name=name)


def _takes_none(name: str, visitor: Situation) -> bool:
    """Whether the class of that name is closed by a single subcontractor."""
    classes = (c for partner in visitor.partners for c in partner.size_classes)
    return any(c.name == name and c.without_any_subcontractor for c in classes)


def _people_sentence(visitor: Situation, number: int, name: str, words: Words) -> str:
    if visitor.tally is UNKNOWN:
        return words("change.people-known", people=words.people(number), name=name)
    more = number - visitor.tally.high
    fewer = visitor.tally.low - number
    direction, moved_by = ("more", more) if more > 0 else ("fewer", fewer)
    moved = words(f"change.{direction}-one" if moved_by == 1 else f"change.{direction}", n=words.number(moved_by))
    return words("change.people", steps=moved, people=words.people(number), name=name)
