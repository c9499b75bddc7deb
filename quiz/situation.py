"""A visitor's case, resolved once: where, which partners stand for it, every case they allow, and what that settles.

Everything after it (reasons, cautions, plan) reads a `Situation` and never the raw answers' gaps.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from quiz.answers import UNSURE, Answers
from quiz.classes import Case, Settlement, Verdict, cases, decisive, settle, verdict_of
from quiz.fact import Certainty, Fact, Route, worst
from quiz.facts import Conflict, Facts, Jurisdiction, Partner, SizeClass
from quiz.headcount import UNKNOWN, Tally, tally
from quiz.process import Process

ASK: Route = "ask"
ELSEWHERE: Mapping[str | None, str] = {
    "cor-elsewhere": "cor",
    "secor-elsewhere": "secor",
}  # and what it is where it was issued


@dataclass(frozen=True, kw_only=True, eq=False)
class Situation:
    """What is known of one visitor. `partners` are those that the verdict rests on; none where nobody certifies.

    Compared by identity, so that what is worked out of one visitor can be kept (`lru_cache`) and is asked for freely.
    """

    answers: Answers
    facts: Facts
    place: Jurisdiction
    partners: tuple[Partner, ...]
    left_out: tuple[Partner, ...]  # doubtful ones, while the partner is not known
    cases: tuple[Case, ...]
    settlement: Settlement

    @cached_property
    def partner(self) -> Partner | None:
        """The one partner, where there is one."""
        return self.partners[0] if len(self.partners) == 1 else None

    @cached_property
    def verdict(self) -> Verdict | None:
        """Route and name where every case agrees."""
        return self.settlement.verdicts[0] if self.settlement.decided else None

    @property
    def route(self) -> Route:
        """The route; `ask` where the cases differ."""
        return self.verdict.route if self.verdict else ASK

    @cached_property
    def chosen(self) -> SizeClass | None:
        """The class of the verdict."""
        return (
            decisive(self.cases)[0].chosen
            if self.verdict and self.cases
            else self.place.without_partner
            if not self.partners
            else None
        )

    @property
    def counts_as_cor(self) -> bool:
        """Whether the class of the verdict, a small one, is a COR too."""
        return self.chosen is not None and self.chosen.counts_as_cor

    @property
    def called_cor(self) -> bool:
        """Whether the certificate of the verdict has COR in its name, as tenders ask for it."""
        return self.verdict is not None and "COR" in self.verdict.name

    @cached_property
    def tally(self) -> Tally:
        """People as the partner counts them; unknown while there are several partners with different rules."""
        tallies = {tally(self.answers, partner.counting) for partner in self.partners}
        return tallies.pop() if len(tallies) == 1 else UNKNOWN

    @cached_property
    def process(self) -> Process | None:
        """How the certificate is earned, where that is known; of several partners only what they have in common."""
        if not self.partners or not self.verdict:
            return None
        return self.way_to({case.partner.id: case.chosen for case in decisive(self.cases)})

    def way_to(self, classes: Mapping[str, SizeClass]) -> Process | None:
        """How the certificate of each partner's class is earned and kept; of several only what they have in common."""
        ways = [p.process(classes[p.id].route, classes[p.id].name) for p in self.partners if p.id in classes]
        return ways[0] if len(ways) == 1 else common(ways)

    @property
    def today(self) -> date | None:
        """The day on which the question is asked."""
        return self.answers.today


def dated(visitor: Situation, today: date) -> Situation:
    """The same situation on a given day."""
    return replace(visitor, answers=visitor.answers.but(today=today))


def common(ways: Sequence[Process | None]) -> Process | None:
    """What several partners have in common; None where the kind of audit differs, or one's way is not verified."""
    known = [way for way in ways if way is not None]
    if len(known) < len(ways) or len({way.audit.kind for way in known}) > 1:
        return None
    return Process(
        routes=known[0].routes,
        audit=known[0].audit,
        pass_marks=_same([way.pass_marks for way in known]),
        records=_same([way.records for way in known]),
        validity=_same([way.validity for way in known]),
        timing=_same([way.timing for way in known]),
        training=_same([way.training for way in known]),
        upkeep=_same([way.upkeep for way in known]),
    )


def _same[Part: Fact](parts: Sequence[Part | None]) -> Part | None:
    """The part, where all have it with the same numbers; sentences may differ, so its own is left out then."""
    first = parts[0]
    if first is None:
        return None
    if any(part is not first and (part is None or _numbers(part) != _numbers(first)) for part in parts):
        return None
    return first if len({part.text for part in parts if part}) == 1 else replace(first, text="")


def _numbers(part: Fact) -> tuple[object, ...]:
    """The values that this kind of fact has beside those of every fact."""
    return tuple(getattr(part, name) for name in type(part).__slots__)


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
    if conflict.records_under is not None and _has_months(visitor.answers, conflict.records_under):
        return False
    if conflict.settled_by_count and settled_by_count(visitor):
        return False
    sizes, people = conflict.sizes, visitor.tally
    if not sizes:
        return bool(conflict.partners)
    return people is not UNKNOWN and any(first <= people.high and people.low <= last for first, last in sizes)


def _has_months(answers: Answers, months: int) -> bool:
    return isinstance(answers.records_months, int) and answers.records_months >= months


def settled_by_count(visitor: Situation) -> bool:
    """Whether people were counted by kind, and those of whom nobody says whether they count turn nothing."""
    return bool(visitor.answers.count) and visitor.settlement.decided


def settled_by_demand(visitor: Situation) -> bool:
    """Whether the client takes the full certificate alone, and the limit below it was all that was in doubt."""
    ruled = decisive(visitor.cases)
    demanded = visitor.answers.client_requires == "cor"
    return demanded and bool(ruled) and all(case.chosen.settled_by_demand for case in ruled)


def _is_carried(answers: Answers) -> bool:
    """Whether what is held is, or may be, another body's."""
    moved = answers.holds in (*ELSEWHERE.values(),) and answers.home_partner not in (None, answers.partner)
    return moved or answers.holds in (*ELSEWHERE, "iso-45001")


def by_demand(visitor: Situation) -> bool:
    """Whether the client's demand, not the size, makes it the full certificate."""
    chosen = [case for case in visitor.cases if case.chosen is not case.by_size]
    return bool(chosen) and visitor.route == "cor"


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
    parts = [_class_certainty(case.chosen, visitor) for case in ruled]
    parts += ["confirm"] if len(ruled) < len(visitor.cases) else []
    if _is_counted(visitor) and not settled_by_demand(visitor):
        parts += [partner.counting.certainty for partner in visitor.partners]
    parts += ["confirm"] if counted_with_care(visitor) else []
    parts += [conflict.certainty for conflict in turning(visitor)]
    parts += ["confirm" for case in ruled if case.partner.follows_place and case.by_size.route != "cor"]
    if not visitor.settlement.decided:
        parts.append("confirm")
    return _reviewed(worst(*parts), facts_behind(visitor), visitor.today)


def _class_certainty(chosen: SizeClass, visitor: Situation) -> Certainty:
    settled = (chosen.settled_by_count and settled_by_count(visitor)) or settled_by_demand(visitor)
    return "clear" if settled else chosen.certainty


def counted_with_care(visitor: Situation) -> tuple[str, ...]:
    """The kinds of people on whom the full certificate hangs, and whom the partner's page may not mean."""
    partner, count = visitor.partner, visitor.answers.count
    kinds = [kind for kind in partner.counting.careful if count.get(kind)] if partner else []
    rest = {kind: number for kind, number in count.items() if kind not in kinds and number}
    if partner is None or not kinds or not rest or visitor.route != "cor":
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


def candidates(answers: Answers, place: Jurisdiction) -> tuple[Partner, ...]:
    """The partners that could be the visitor's: the given one, or all that are open to the industry."""
    if answers.partner not in (None, UNSURE):
        given = place.partner(answers.partner)
        return (given,) if given else ()
    if len(place.partners) == 1:
        return place.partners
    return place.open_to(answers.industry)


def place_question(answers: Answers, facts: Facts) -> str | None:
    """The first of province, industry and partner that must be asked before any size; None if all are settled."""
    if answers.province is None:
        return "province"
    place = facts.by_code[answers.province]
    if answers.partner is not None or len(place.partners) < 2:
        return None
    if answers.industry is None:
        return "industry"
    return "partner" if len(place.open_to(answers.industry)) > 1 else None


def resolve(answers: Answers, facts: Facts) -> Situation:
    """Resolve answers for which `place_question` has nothing more to ask."""
    answers = _held_here(answers)
    place = facts.by_code[answers.province]
    possible = candidates(answers, place)
    partners = tuple(partner for partner in possible if partner.status == "active") or possible
    left_out = tuple(partner for partner in possible if partner not in partners)
    states = cases(answers, partners)
    settlement = settle(answers, states) if partners else _nobody(place)
    return Situation(
        answers=answers,
        facts=facts,
        place=place,
        partners=partners,
        left_out=left_out,
        cases=states,
        settlement=settlement,
    )


def _held_here(answers: Answers) -> Answers:
    """A certificate "from elsewhere" that this very place issued is one from here."""
    held = ELSEWHERE.get(answers.holds)
    return answers.but(holds=held) if held and answers.home_province == answers.province else answers


def _nobody(place: Jurisdiction) -> Settlement:
    answer = place.without_partner
    verdict = verdict_of(answer) if answer else Verdict(ASK, ASK)
    return Settlement((verdict,), None, None)


def deciding(visitor: Situation) -> str | None:
    """What the verdict hangs on; with the counting helper not the number, but who counts, or which partner counts."""
    key = visitor.settlement.deciding
    if key == "people" and visitor.answers.count and visitor.tally is UNKNOWN:
        return "partner"
    return "count" if key == "people" and visitor.tally.unclear else key
