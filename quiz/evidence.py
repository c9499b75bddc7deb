"""How sure a verdict is: the facts behind it, the disputes of public pages that touch it, what an answer settles."""

from collections.abc import Sequence, Set
from datetime import date
from functools import lru_cache

from quiz.answers import HERE, Answers
from quiz.classes import cases, decisive
from quiz.fact import Certainty, Fact, worst
from quiz.facts import Conflict, SizeClass
from quiz.headcount import UNKNOWN
from quiz.situation import ASK, ELSEWHERE, Situation


@lru_cache(maxsize=2)
def conflicts(visitor: Situation) -> tuple[Conflict, ...]:
    """The disagreements of public pages that touch this case: at this size, or about this partner."""
    ids = {partner.id for partner in visitor.partners}
    return tuple(conflict for conflict in visitor.place.conflicts if _touches(conflict, ids, visitor))


def _touches(conflict: Conflict, ids: Set[str], visitor: Situation) -> bool:
    if conflict.partners and not any(one in ids for one in conflict.partners):
        return False
    if conflict.letters and not _is_carried(visitor.answers):
        return False
    if conflict.routes and visitor.route not in (*conflict.routes, ASK):
        return False
    if conflict.records_under is not None and _is_past_the_first(conflict.records_under, visitor):
        return False
    if conflict.settled_by_count and _settled_by_count(visitor):
        return False
    sizes, people = conflict.sizes, visitor.tally
    if not sizes:
        return bool(conflict.partners)
    return people is not UNKNOWN and any(first <= people.high and people.low <= last for first, last in sizes)


def _is_past_the_first(months: int, visitor: Situation) -> bool:
    """Whether no first audit is short of records: there are as many months, or what fits is held already."""
    answers = visitor.answers
    held = answers.holds == "cor" or (answers.holds == "secor" and visitor.route == "secor")
    has = answers.months is not None and answers.months >= months
    return has or (held and not _is_carried(answers))


def _settled_by_count(visitor: Situation) -> bool:
    """Whether people were counted by kind, and those of whom nobody says whether they count turn nothing."""
    return bool(visitor.answers.count) and visitor.settlement.decided


def _settled_by_demand(visitor: Situation) -> bool:
    """Whether the client takes the full certificate alone, and the limit below it was all that was in doubt."""
    ruled = decisive(visitor.cases)
    demanded = visitor.answers.client_requires == "cor"
    return demanded and bool(ruled) and all(case.chosen.settled_by_demand for case in ruled)


def _is_carried(answers: Answers) -> bool:
    """Whether what is held is, or may be, another body's."""
    moved = answers.holds in HERE and answers.home_partner not in (None, answers.partner)
    return moved or answers.holds in (*ELSEWHERE, "iso-45001")


def by_demand(visitor: Situation) -> bool:
    """Whether the client's demand, not the size, makes it the full certificate."""
    chosen = [case for case in visitor.cases if case.chosen is not case.by_size]
    return bool(chosen) and visitor.route == "cor"


def small_by_size(visitor: Situation) -> bool:
    """Whether the client's demand alone makes it more: at some partner the size fits a small class for certain."""
    demanded = {case.partner.id for case in visitor.cases if case.chosen is not case.by_size}
    sized = {case.partner.id for case in visitor.cases if case.chosen is case.by_size}
    return by_demand(visitor) and not demanded <= sized


def turning(visitor: Situation) -> list[Conflict]:
    """Those that could turn the verdict: where the client's demand makes it, a limit that is in dispute does not.

    Whether one person can take part at all is another matter than a limit.
    """
    touching = conflicts(visitor)
    if not by_demand(visitor):
        return [*touching]
    return [conflict for conflict in touching if not any(last > 1 for _, last in conflict.sizes)]


@lru_cache(maxsize=2)
def certainty(visitor: Situation) -> Certainty:
    """The weakest evidence of anything that the verdict rests on; a fact past its review lowers clear to confirm."""
    if not visitor.partners:
        answer = visitor.place.without_partner
        return _reviewed(answer.certainty, facts_behind(visitor), visitor.today) if answer else "unverified"
    ruled = decisive(visitor.cases)
    parts = ["clear" if is_settled(case.chosen, visitor) else case.chosen.certainty for case in ruled]
    parts += ["confirm"] if len(ruled) < len(visitor.cases) else []
    if _is_counted(visitor) and not _settled_by_demand(visitor):
        parts += [partner.counting.certainty for partner in visitor.partners]
    parts += ["confirm"] if counted_with_care(visitor) else []
    parts += [conflict.certainty for conflict in turning(visitor)]
    parts += ["confirm" for case in ruled if case.partner.follows_place and case.by_size.route != "cor"]
    if not visitor.settlement.decided:
        parts.append("confirm")
    return _reviewed(worst(*parts), facts_behind(visitor), visitor.today)


def is_settled(chosen: SizeClass, visitor: Situation) -> bool:
    """Whether an answer is past all that is in doubt of a class."""
    return (chosen.settled_by_count and _settled_by_count(visitor)) or _settled_by_demand(visitor)


def counted_with_care(visitor: Situation) -> tuple[str, ...]:
    """The kinds of people on whom the full certificate hangs, and whom the partner's page may not mean."""
    partner, count = visitor.partner, visitor.answers.count
    if partner is None or visitor.route != "cor":
        return ()
    kinds = [kind for kind in partner.counting.careful if count.get(kind)]
    rest = {kind: number for kind, number in count.items() if kind not in kinds and number}
    if not rest:
        return ()
    without = cases(visitor.answers.but(count=rest), (partner,))
    return tuple(kinds) if any(case.chosen.route != "cor" for case in without) else ()


def facts_behind(visitor: Situation) -> list[Fact]:
    """What the verdict rests on: the classes, and who counts where that matters."""
    if not visitor.partners:
        return [visitor.place.without_partner] if visitor.place.without_partner else []
    counting = [partner.counting for partner in visitor.partners] if _is_counted(visitor) else []
    return [*(fact for case in visitor.cases for fact in (case.chosen, case.by_size)), *counting]


def _is_counted(visitor: Situation) -> bool:
    return any(case.values for case in visitor.cases)


def _reviewed(level: Certainty, facts: Sequence[Fact], today: date | None) -> Certainty:
    return worst(level, "confirm") if any(fact.due(today) for fact in facts) else level
