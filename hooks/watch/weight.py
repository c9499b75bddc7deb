"""How many sets of answers hang on a fact, from the sets that the proof tries: what shows which change matters most."""

from collections.abc import Iterable, Mapping

from hooks.facts.for_engine import facts_for
from hooks.facts.model import Catalogue
from hooks.facts.words import words
from quiz.ahead.answer_sets import verdict_sets
from quiz.reasons import because

type Sets = Mapping[str, frozenset[int]]  # by fact: the numbers of the sets whose verdict is given with it as a reason


def sets_by_fact(catalogue: Catalogue) -> tuple[Sets, int]:
    """The sets whose verdict rests on each fact, and how many sets there are in all; some seconds."""
    sets: dict[str, set[int]] = {}
    said, total = words(), 0
    for number, visitor in enumerate(verdict_sets(facts_for(catalogue))):
        total = number + 1
        for rule in because(visitor, said):
            sets.setdefault(str(rule["rule"]), set()).add(number)
    return {fact: frozenset(numbers) for fact, numbers in sets.items()}, total


def sets_on(facts: Iterable[str], sets: Sets) -> int:
    """How many sets rest on any of these facts."""
    return len(frozenset().union(*(sets.get(fact, frozenset()) for fact in facts)))
