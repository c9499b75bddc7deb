"""The proof: every distinguishable set of answers is evaluated, and every kind of fault is looked for by name.

What it shows: no set is forgotten; no class, caution or step is dead; bigger firms never get a lighter certificate;
"not sure" never hides a difference; the page's compiled flow ends where the engine does. Not that the facts are true.
"""

import hashlib
import os
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import batched
from multiprocessing import get_context
from statistics import median_low

from quiz.ahead.answer_sets import name_of, text_sets, verdict_sets
from quiz.ahead.flow import compile_flow, walks
from quiz.ahead.plans import RULES, faults, plan_sets
from quiz.answers import Answers
from quiz.cautions import ADVICE, cautions
from quiz.classes import cases, people_starts, reads, settle
from quiz.conditions import CONDITIONS, YES_NO_KEYS, conditions
from quiz.decision import outcome, result
from quiz.evidence import certainty
from quiz.fact import MOST_PEOPLE
from quiz.facts import Facts, Partner
from quiz.headline import local_name
from quiz.plan import steps
from quiz.questions import BY_KEY, OPTIONAL, QUESTIONS, still_open
from quiz.situation import Situation, resolve
from quiz.timetable import AUDITS
from quiz.words import Words

type Plain = dict[str, object]

LIGHTEST_FIRST = ("owner-operator", "ask", "secor", "cor")
LONGEST_ALLOWED = 7  # questions before the first result
BATCH = 4_000  # sets that one process evaluates at a time: some seconds of work
# The number of people, and the answers that are read beside it: another number may contradict them.
PEOPLE_KEYS = {key for condition in CONDITIONS if "people" in condition.edges for key in condition.edges}
SAMPLES = 12  # whole numbers tried inside each band beside its first


@dataclass(slots=True)
class Report:
    """What was found; every list is empty when all is well."""

    sets: int = 0
    gaps: list[str] = field(default_factory=list)
    overlaps: list[str] = field(default_factory=list)
    contradictions: list[str] = field(default_factory=list)
    dead_questions: list[str] = field(default_factory=list)
    dead_outcomes: list[str] = field(default_factory=list)
    dead_cautions: list[str] = field(default_factory=list)
    dead_steps: list[str] = field(default_factory=list)
    plan_faults: list[str] = field(default_factory=list)
    plans: int = 0
    plan_rules: dict[str, str] = field(default_factory=dict)
    longest_path: int = 0
    median_path: int = 0
    digest: str = ""

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        lists = (self.gaps, self.overlaps, self.contradictions, self.dead_questions)
        lists += (self.dead_outcomes, self.dead_cautions, self.dead_steps, self.plan_faults)  # type: ignore[assignment]
        return not any(lists) and self.longest_path <= LONGEST_ALLOWED


def prove(facts: Facts, words: Words) -> Report:
    """Evaluate everything once; the newest `checked` date stands for today."""
    report = Report()
    report.gaps += _gaps(facts)
    if report.gaps:  # without an answer for every size nothing else can be evaluated
        return report
    report.overlaps += _overlaps(facts)
    reached, lines = _verdicts(facts, words, report)
    report.contradictions += _lighter_when_larger(facts)
    report.contradictions += _bands(facts)
    flow = compile_flow(facts, words)
    asked = _flow(flow, facts, words, report)
    shown = _texts(facts, words, report)
    _plans(facts, words, report)
    report.dead_outcomes += sorted(_classes(facts) - reached)
    report.dead_questions += [q.key for q in QUESTIONS if q.key not in asked | shown["open"]]
    report.dead_cautions += sorted(_cautions(facts) - shown["cautions"])
    report.dead_steps += sorted(_steps(words, facts) - shown["steps"])
    report.digest = hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
    return report


def as_plain(report: Report, seconds: float) -> Plain:
    """The report as JSON data, in the order of the contract."""
    told = {name: getattr(report, name) for name in Report.__slots__}
    return {"sets": told.pop("sets"), "seconds": round(seconds, 2), **told}


def timed(facts: Facts, words: Words) -> tuple[Report, float]:
    """The report, and how many seconds it took."""
    started = time.perf_counter()
    report = prove(facts, words)
    return report, time.perf_counter() - started


def _partners(facts: Facts) -> Iterator[tuple[str, Partner]]:
    return ((place.code, partner) for place in facts.jurisdictions for partner in place.partners)


def _gaps(facts: Facts) -> Iterator[str]:
    """Partners whose classes all have a condition, so that some size has no answer; places without any answer."""
    for code, partner in _partners(facts):
        if all([*conditions(size_class)] for size_class in partner.size_classes):
            yield f"{code} {partner.id}: no class for the largest business"
    for place in facts.jurisdictions:
        if not place.partners and place.without_partner is None:
            yield f"{place.code}: no partner and no answer without one"


def _overlaps(facts: Facts) -> Iterator[str]:
    """Classes that are never the first to hold, in any state of the world."""
    for code, partner in _partners(facts):
        states = cases(Answers(), (partner,))
        first = {case.by_size.id for case in states}
        for size_class in partner.size_classes:
            if size_class.id not in first:
                yield f"{code} {partner.id}: class {size_class.id} is taken by the classes before it"


def _verdicts(facts: Facts, words: Words, report: Report) -> tuple[set[str], list[str]]:
    """Every set's verdict for the digest, the classes that were reached, and verdicts that a refinement takes back."""
    reached, lines = set[str](), list[str]()
    for visitor in verdict_sets(facts):
        report.sets += 1
        reached |= {case.chosen.id for case in visitor.cases}
        route, name = visitor.route, local_name(visitor, words)
        lines.append(f"{name_of(visitor)}\t{route}\t{name}\t{certainty(visitor)}")
        if visitor.verdict and not _stands(visitor):
            report.contradictions.append(
                f"{name_of(visitor)}: {route} does not hold for every value of what is not sure"
            )
    return reached | {p.without_partner.id for p in facts.jurisdictions if p.without_partner}, lines


def _stands(visitor: Situation) -> bool:
    """A verdict given while something is not sure holds for each partner and each value of it, taken alone.

    A partner without a rule for the size says nothing against it, where another has one.
    """
    told = visitor.verdict
    for partner in visitor.partners:
        alone = settle(visitor.answers, cases(visitor.answers.but(partner=partner.id), (partner,))).verdicts
        same = all(verdict.route == visitor.route for verdict in alone) if told and not told.name else alone == (told,)
        if not same and not (len(visitor.partners) > 1 and all(verdict.route == "ask" for verdict in alone)):
            return False
    return True


def _lighter_when_larger(facts: Facts) -> Iterator[str]:
    """More people, all else the same, must never lead to a lighter certificate."""
    for code, partner in _partners(facts):
        keys = [key for key in reads(partner) if key not in PEOPLE_KEYS]
        for answers in _yes_no(Answers(province=code, partner=partner.id), keys):
            heaviest = -1
            for people in (max(start, 1) for start in people_starts([partner]) if start != 1):
                routes = {c.chosen.route for c in cases(answers.but(people=people), (partner,))}
                weights = [LIGHTEST_FIRST.index(route) for route in routes]
                if min(weights) < heaviest:
                    yield f"{code} {partner.id}: {people} people get a lighter certificate than fewer do"
                heaviest = max(heaviest, min(weights))


def _yes_no(answers: Answers, keys: Sequence[str]) -> Iterator[Answers]:
    if not keys:
        yield answers
        return
    values: tuple[object, ...] = ("yes", "no") if keys[0] in YES_NO_KEYS else (0, 10**8)
    for value in values:
        yield from _yes_no(answers.but(**{keys[0]: value}), keys[1:])


def _bands(facts: Facts) -> Iterator[str]:
    """Whole numbers drawn inside each band get what the band's first number gets."""
    numbers = random.Random(0)
    for code, partner in _partners(facts):
        starts = people_starts([partner])
        for start, end in zip(starts, (*starts[1:], MOST_PEOPLE + 1), strict=True):
            first = max(start, 1)
            inside = [
                min(end - 1, first),
                end - 1,
                *(numbers.randint(first, max(first, end - 1)) for _ in range(SAMPLES)),
            ]
            seen = {settle(a, cases(a, (partner,))).verdicts for a in (Answers(people=n) for n in inside)}
            if len(seen) > 1:
                yield f"{code} {partner.id}: the band from {first} people has several verdicts"


def _flow(flow: Plain, facts: Facts, words: Words, report: Report) -> set[str]:
    """Walk every way through the compiled flow; each must end where the engine does. Returns the questions asked."""
    lengths, asked = list[int](), set[str]()
    for end, answers, length in walks(flow):
        lengths.append(length)
        report.sets += 1
        asked |= {key for key in BY_KEY if answers.given(key)}
        there = outcome(resolve(answers, facts), words)
        if there != end:
            report.contradictions.append(f"{answers}: the flow ends at {end}, the engine at {there}")
    report.longest_path, report.median_path = max(lengths), median_low(lengths)
    return asked


def _texts(facts: Facts, words: Words, report: Report) -> Mapping[str, set[str]]:
    """Reasons, cautions, steps and dates: once for each partner and size, with every optional answer varied alone.

    Nearly all of the proof's time goes here, so the sets are shared out among the machine's processors.
    """
    shown: dict[str, set[str]] = {"cautions": set(), "steps": set(), "open": set()}
    sets = [*text_sets(facts)]
    report.sets += len(sets)
    for part in _shared_out(partial(_shown, facts, words), sets):
        report.gaps += part.pop("gaps")
        for kind, ids in part.items():
            shown[kind].update(ids)
    return shown


def _plans(facts: Facts, words: Words, report: Report) -> None:
    """Every plan that is tried, under every rule."""
    sets = [*plan_sets(facts)]
    report.plans = len(sets)
    report.plan_rules = {name: words(f"proof.{name}") for name in RULES}
    for broken in _shared_out(partial(faults, facts, words), sets):
        report.plan_faults += broken


def _shared_out[Found](work: Callable[[Sequence[Answers]], Found], sets: Sequence[Answers]) -> Iterator[Found]:
    """What the work finds in each batch, on all of the machine's processors."""
    batches = [*batched(sets, BATCH, strict=False)]
    processors = min(len(batches), os.process_cpu_count() or 1)
    if processors < 2:
        yield from map(work, batches)
        return
    # Nothing of this process goes along: a copy of one with threads could stand still.
    with ProcessPoolExecutor(processors, get_context("spawn")) as pool:
        yield from pool.map(work, batches)


def _shown(facts: Facts, words: Words, batch: Sequence[Answers]) -> dict[str, list[str]]:
    """The ids of what the decisions of some sets show, and the sets that have too few steps."""
    shown: dict[str, set[str]] = {"cautions": set(), "steps": set(), "open": set(), "gaps": set()}
    for answers in batch:
        visitor = resolve(answers, facts)
        if not any(answers.given(key) for key in OPTIONAL):
            result(visitor, words)  # an optional answer changes none of its other parts
        ids = [step["id"] for step in steps(visitor, words)]
        shown["cautions"] |= {caution["id"] for caution in cautions(visitor, words)}
        shown["steps"] |= set(ids)
        shown["open"] |= set(still_open(visitor))
        if len(ids) < 3:
            shown["gaps"].add(f"{answers}: fewer than three steps")
    return {kind: sorted(ids) for kind, ids in shown.items()}


def _classes(facts: Facts) -> set[str]:
    without = {place.without_partner.id for place in facts.jurisdictions if place.without_partner}
    return without | {c.id for _, partner in _partners(facts) for c in partner.size_classes}


def _cautions(facts: Facts) -> set[str]:
    data = {c.id for place in facts.jurisdictions for c in place.cautions} | {c.id for c in facts.cautions}
    return data | set(ADVICE) | {"doubtful-left-out"}


def _steps(words: Words, facts: Facts) -> set[str]:
    """Every step that has words; what may be shown meanwhile is a step of its own, by the fact's id."""
    named = {
        text_id.split(".")[1] for text_id in words.ids() if text_id.startswith("step.") and text_id.endswith(".title")
    }
    meanwhile = {entry.id for place in facts.jurisdictions for entry in place.interim if entry.ready}
    return (named - {"interim"}) | {step for steps in AUDITS.values() for step in steps} | meanwhile
