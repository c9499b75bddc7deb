"""What the page of an outcome says, worked out from the outcome: which sentence comes first, and what differs where."""

from dataclasses import dataclass, replace
from typing import Literal

from hooks.views.ladders import Rung
from hooks.views.outcomes import Outcome
from quiz.fact import Certainty, Fact, worst
from quiz.facts import Caution, Partner, When
from quiz.process import Process, Records
from quiz.shape import Step

type Lead = Literal["nobody", "ask", "shared", "one-person", "small", "only", "step", "full"]
type Client = Literal["cor-itself", "ask"]


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """An outcome as its page tells it, beside the other outcomes of the place."""

    outcome: Outcome
    others: tuple[Outcome, ...]

    @property
    def lead(self) -> Lead:
        """Which sentence the page begins with."""
        route, rungs = self.outcome.route, self.outcome.rungs
        if route in ("none", "ask"):
            return "nobody" if route == "none" else "ask"
        if self.outcome.shared:
            return "shared"
        if route == "owner-operator":
            return "one-person"
        if route == "secor":
            return "small"
        if rungs and all(rung.only for rung in rungs):
            return "only"
        return "step" if rungs and all(_one_of_several(rung) for rung in rungs) else "full"

    @property
    def or_nearly(self) -> bool:
        """Whether the class for one person takes a second one."""
        return any((rung.classes[-1].at_most or 0) > 1 for rung in self.outcome.rungs)

    @property
    def owner(self) -> Partner | None:
        """The partner whose class it is, where the place has others that do not have it."""
        return self.outcome.partner if len(self.outcome.place.partners) > 1 else None

    @property
    def size(self) -> Rung | None:
        """A rung whose size holds at every partner that is not in doubt; None where they differ or it is long."""
        rungs = [rung for rung in self.outcome.rungs if rung.partner.status == "active" and not rung.only]
        sizes = {(rung.size, rung.least, rung.most, rung.conditions) for rung in rungs}
        short = [rung for rung in rungs if rung.least or len(rung.conditions) == 1]
        return short[0] if len(sizes) == 1 and short else None

    @property
    def certainty(self) -> Certainty | None:
        """How sure it is, where that is the same at every partner: those in doubt count where there is no other."""
        rungs = self.outcome.rungs
        levels = {rung.certainty for rung in rungs if rung.partner.status != "doubtful"}
        levels = levels or {rung.certainty for rung in rungs} or {self.outcome.decision["verdict"]["certainty"]}
        return levels.pop() if len(levels) == 1 else None

    def behind(self, step: Step) -> tuple[Fact, ...]:
        """What else the words of a step rest on: a step names one fact, and may tell of two."""
        said: dict[str, Fact] = {}
        for rung in self.outcome.rungs:
            for fact in _parts(rung.process):
                if fact.text and fact.text in step["text"] and (fact.text not in said or fact.id == step.get("fact")):
                    said[fact.text] = fact
        return tuple(fact for fact in said.values() if fact.id != step.get("fact"))

    @property
    def less_sure(self) -> bool:
        """Whether the table has a partner in doubt with less evidence than the sentence above it says."""
        said = self.certainty
        return said is not None and worst(said, *(rung.certainty for rung in self.outcome.rungs)) != said

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What holds for all who earn it at the one partner whose class it is, a certificate in hand aside."""
        whose, route = self.owner, self.outcome.route
        return tuple(
            caution
            for caution in self.outcome.place.cautions
            if whose and caution.when.partners == (whose.id,) and route in (caution.when.routes or (route,))
            if replace(caution.when, routes=(), unless_holds=(), earns=None) == When(partners=(whose.id,))
        )

    @property
    def audits(self) -> tuple[str, ...]:
        """Every kind of first audit that leads to it."""
        return tuple(dict.fromkeys(rung.process.audit.kind for rung in self.outcome.rungs if rung.process))

    @property
    def client(self) -> Client | None:
        """What to say about clients who ask for COR: it is one itself, or ask them first."""
        rungs = self.outcome.rungs
        if rungs and all(rung.small_cor for rung in rungs):
            return "cor-itself"
        return "ask" if self.outcome.route in ("secor", "owner-operator") else None

    @property
    def choose_cor(self) -> Fact | None:
        """What the place says on taking the full certificate instead, for the small class; a full one is theirs too."""
        return self.outcome.place.choose_cor if self.outcome.route in ("secor", "cor") else None

    @property
    def several(self) -> bool:
        """Whether more than one partner gives this certificate, so that a table tells what differs."""
        return self.outcome.certifies and len(self.outcome.rungs) > 1

    @property
    def steps_of(self) -> Partner | None:
        """The partner whose steps stand for those of all, where they are one partner's."""
        chosen = self.outcome.decision["partner"]
        return next((rung.partner for rung in self.outcome.rungs if self.several and rung.partner.id == chosen), None)


def _parts(process: Process | None) -> tuple[Fact, ...]:
    """What the facts say of a way to a certificate, without its fees."""
    told = process and (
        process.audit,
        process.records,
        process.timing,
        process.training,
        process.validity,
        process.upkeep,
    )
    return tuple(fact for fact in told or () if fact)


def _one_of_several(rung: Rung) -> bool:
    """Whether its partner has the full certificate by steps of size, each with a name of its own."""
    return len({size_class.name for size_class in rung.partner.size_classes if size_class.route == "cor"}) > 1


def fewer_months(records: Records) -> int | None:
    """The months of records that are enough for a shorter certificate, where the full one wants more."""
    if records.fewer_is_asked:
        return None
    least, full = records.least_months, records.months
    return least if least and full and least < full else None
