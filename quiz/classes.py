"""Which size class fits: over every value that the unknown answers might have.

A `Case` is one such value set at one partner with the class it leads to. Where all cases agree there is a verdict,
whatever is unknown; where they differ, `settle` says which question would help, if any.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from quiz.answers import UNSURE, Answers
from quiz.conditions import KEPT, NUMBER_KEYS, YES_NO_KEYS, Number, edges, holds, keys_of
from quiz.fact import Route
from quiz.facts import Partner, SizeClass
from quiz.headcount import Tally, tally

SIZE_KEYS = (*NUMBER_KEYS, *YES_NO_KEYS)  # in the order of the questions


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind of certificate: its route, and its name at the place; no name where partners name it differently."""

    route: Route
    name: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One possible state of the world at one partner. `values` holds only the keys that the partner's classes read."""

    partner: Partner
    values: Mapping[str, Number]
    by_size: SizeClass
    chosen: SizeClass  # differs from `by_size` where the client's demand decides

    @property
    def verdict(self) -> Verdict:
        """Route and local name."""
        return verdict_of(self.chosen)


def verdict_of(size_class: SizeClass) -> Verdict:
    """What a class gives."""
    return Verdict(size_class.route, size_class.name)


@lru_cache(maxsize=KEPT)
def reads(partner: Partner) -> tuple[str, ...]:
    """The answer keys that a partner's classes depend on, in the order of the questions."""
    states = keys_of(partner)
    return tuple(key for key in SIZE_KEYS if key in states)


def people_starts(partners: Sequence[Partner]) -> tuple[int, ...]:
    """The smallest number of people of each band within which no class of these partners can change."""
    return (0, *edges("people", tuple(partners)))


def cases(answers: Answers, partners: Sequence[Partner]) -> tuple[Case, ...]:
    """Every state of the world that the answers allow, one for each band; never empty."""
    starts = people_starts(partners)
    states: list[Case] = []
    for partner in partners:
        possible = list(_partner_cases(answers, partner, starts))
        if not possible:
            # A counted range and an answer about working alone can exclude each other; the count is the firmer one.
            softer = answers.but(works_alone=None, average_people=None)
            possible = list(_partner_cases(softer, partner, starts))
        states += possible
    return tuple(states)


def _partner_cases(answers: Answers, partner: Partner, starts: tuple[int, ...]) -> Iterator[Case]:
    keys = reads(partner)
    for number, end in _bands(tally(answers, partner.counting), starts if "people" in keys else ()):
        others = [
            [(key, value) for value in _others(key, number, end, answers, partner)] for key in keys if key != "people"
        ]
        for rest in product(*others):
            values = dict(rest)
            if "people" in keys:
                values["people"] = number
            by_size = next(c for c in partner.size_classes if holds(c, values))
            yield Case(partner, values, by_size, _as_demanded(by_size, partner, answers))


def _bands(people: Tally, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last number of each band that the tally touches; the first stands for the band."""
    inside = (start for start in starts if people.low < start <= people.high)
    for first, following in pairwise((people.low, *inside, people.high + 1)):
        yield first, following - 1


def _others(key: str, people: int, most_people: int, answers: Answers, partner: Partner) -> Sequence[Number]:
    """The values to try for one key, given how many people there are; empty where the answers exclude it."""
    answer = getattr(answers, key)
    match key:
        case "average_people":
            return _averages(answer, people, most_people, partner)
        case "payroll_hours":
            return [answer] if isinstance(answer, int | float) else [0, *edges(key, (partner,))]
        case "works_alone":
            return _alone(answer, people)
        case _:
            return {"yes": [1], "no": [0]}.get(answer, [0, 1])


def _averages(answer: object, people: int, most_people: int, partner: Partner) -> Sequence[Number]:
    """An average is never above the peak, so a small peak settles it."""
    if isinstance(answer, int | float):
        return [answer] if answer <= most_people else []
    return [0, *(limit for limit in edges("average_people", (partner,)) if limit <= people)]


def _alone(answer: object, people: int) -> Sequence[Number]:
    """One person is alone, three are not; at two an office helper may be the second."""
    possible = [1] if people <= 1 else [0] if people >= 3 else [0, 1]
    if answer in ("yes", "no"):
        return [value for value in possible if bool(value) == (answer == "yes")]
    return possible


def _as_demanded(by_size: SizeClass, partner: Partner, answers: Answers) -> SizeClass:
    """The full certificate where size leaves a choice and the client takes nothing less."""
    free_choice = by_size.route == "secor" and not by_size.counts_as_cor
    if not free_choice or answers.client_requires != "cor":
        return by_size
    return next((c for c in partner.size_classes if c.route == "cor"), by_size)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the cases say together: the verdicts, and the next question (None: nothing left that could help)."""

    verdicts: tuple[Verdict, ...]
    question: str | None
    deciding: str | None  # where they differ: the key that matters most among those answered "not sure"

    @property
    def decided(self) -> bool:
        """Whether every case has the same verdict."""
        return len(self.verdicts) == 1


def verdicts(states: Sequence[Case]) -> tuple[Verdict, ...]:
    """The distinct verdicts, in the order in which they come.

    Partners that agree on the route agree, though each has a name of its own for it: that verdict has no name.
    """
    states = decisive(states)
    distinct = tuple(dict.fromkeys(case.verdict for case in states))
    if len(distinct) < 2 or len({verdict.route for verdict in distinct}) > 1:
        return distinct
    by_partner = {(case.partner.id, case.verdict) for case in states}
    each_is_settled = len(by_partner) == len({partner for partner, _ in by_partner})
    return (Verdict(distinct[0].route),) if each_is_settled else distinct


def decisive(states: Sequence[Case]) -> Sequence[Case]:
    """Of several partners, one without a rule for this size does not turn what the others say."""
    ruled = [case for case in states if case.chosen.route != "ask"]
    several = len({case.partner.id for case in states}) > 1
    return ruled if several and ruled else states


def settle(answers: Answers, states: Sequence[Case]) -> Settlement:
    """Decide, or find the question that comes first among those that could settle it.

    Three ends: every state of the world has one verdict; some answers, if they were given, would leave one, so the
    first of these questions is asked; or no answer that the visitor could still give helps, and it depends.
    """
    distinct = verdicts(states)
    if len(distinct) == 1:
        return Settlement(distinct, None, None)
    missing = [key for key in SIZE_KEYS if _askable(key, answers, states)]
    if _could_settle(missing, states):
        # Where only several answers together decide, none of them narrows alone: the first is asked.
        question = next((key for key in missing if _narrows(key, states)), missing[0])
        return Settlement(distinct, question, None)
    return Settlement(distinct, None, _deciding(answers, states))


def _askable(key: str, answers: Answers, states: Sequence[Case]) -> bool:
    if answers.given(key) or (key == "people" and answers.count):
        return False
    if key == "works_alone" and {case.values.get("people") for case in states} != {2}:
        return False
    return len(_values(key, states)) > 1


def _part(states: Sequence[Case], values: Mapping[str, Number]) -> list[Case]:
    """The cases that remain once some keys have a value; a partner that does not read a key stays."""
    return [case for case in states if all(case.values.get(key, value) == value for key, value in values.items())]


def _values(key: str, states: Sequence[Case]) -> tuple[Number, ...]:
    return tuple(dict.fromkeys(case.values[key] for case in states if key in case.values))


def separates(key: str, states: Sequence[Case]) -> bool:
    """Whether two values of a key leave different classes."""
    left = {frozenset(case.chosen.id for case in _part(states, {key: value})) for value in _values(key, states)}
    return len(left) > 1


def _could_settle(missing: Sequence[str], states: Sequence[Case]) -> bool:
    choices = product(*([(key, value) for value in _values(key, states)] for key in missing))
    return any(len(verdicts(_part(states, dict(chosen)))) == 1 for chosen in choices)


def _narrows(key: str, states: Sequence[Case]) -> bool:
    return _left(key, states)[0] < len(verdicts(states))


def _left(key: str, states: Sequence[Case]) -> tuple[int, int]:
    """How many verdicts are left once a key is known: at best, and at worst."""
    if key == "partner":
        parts = [[case for case in states if case.partner.id == p] for p in {case.partner.id for case in states}]
    else:
        parts = [_part(states, {key: value}) for value in _values(key, states)]
    counts = [len(verdicts(part)) for part in parts]
    return min(counts), max(counts)


def _deciding(answers: Answers, states: Sequence[Case]) -> str | None:
    """What to tell a visitor that it hangs on: the unknown that leaves the fewest verdicts at worst, then at best.

    The earlier question where two are alike.
    """
    unknown = [key for key in SIZE_KEYS if getattr(answers, key) in (None, UNSURE) and len(_values(key, states)) > 1]
    if len({case.partner.id for case in states}) > 1:
        unknown.insert(0, "partner")
    return min(unknown, key=lambda key: _left(key, states)[::-1], default=None)
