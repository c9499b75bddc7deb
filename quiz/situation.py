"""A visitor's case, resolved once: where, which partners stand for it, every case they allow, and what that settles.

Everything after it (reasons, cautions, plan) reads a `Situation` and never the raw answers' gaps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from quiz.answers import UNSURE, Answers
from quiz.classes import Case, Settlement, Verdict, cases, decisive, settle, verdict_of
from quiz.fact import Fact, Route
from quiz.facts import Facts, Jurisdiction, Partner, SizeClass
from quiz.headcount import UNKNOWN, Tally, tally
from quiz.process import Process

ASK: Route = "ask"
# A certificate from another place, and what it is where it was issued.
ELSEWHERE: Mapping[str | None, str] = {"cor-elsewhere": "cor", "secor-elsewhere": "secor"}


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

    @property
    def name(self) -> str:
        """The local name of the verdict; empty where the cases differ, or several partners name it differently."""
        return self.verdict.name if self.verdict else ""

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
        return has_cor(self.name)

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


def has_cor(name: str) -> bool:
    """Whether a name has COR in it, as tenders ask for it; SECOR has it too, so the route is asked as well."""
    return "COR" in name


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
