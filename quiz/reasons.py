"""Why: the rules that decided, in order, each with its source; and where the visitor stands on the limit."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from quiz.classes import Case, Verdict, people_starts, verdict_of
from quiz.conditions import conditions, holds
from quiz.facts import Counting, Fact, Partner, SizeClass
from quiz.headcount import MOST, UNKNOWN, Tally, full_time_equivalents
from quiz.situation import Situation
from quiz.words import Words

type Plain = dict[str, object]
type Band = tuple[int, int, Verdict]  # first and last number of people, verdict


def because(visitor: Situation, words: Words) -> list[Plain]:
    """The rules that decided, as plain data: rule id, sentence, source."""
    found: list[Plain] = []
    for fact, text in _rules(visitor, words):
        rule: Plain = {"rule": fact.id, "text": text, "source": source(fact, visitor)}
        found.append(rule | {"detail": fact.text} if isinstance(fact, Counting) else rule)
    return found


def source(fact: Fact, visitor: Situation) -> Plain:
    """Where a fact was read, when, how sure it is, and whether it is due for another look."""
    found: Plain = {"url": fact.source, "checked": fact.checked.isoformat(), "confidence": fact.confidence}
    if fact.due(visitor.today):
        found["due_since"] = fact.review_by.isoformat()
    return found


def _rules(visitor: Situation, words: Words) -> Iterator[tuple[Fact, str]]:
    partner, answer = visitor.partner, visitor.place.without_partner
    if not visitor.partners and answer:
        yield answer, answer.text or words("because.nobody", place=visitor.place.in_name)
    elif partner is None or not visitor.verdict:
        yield from _alternatives(visitor, words)
    else:
        if any(case.values for case in visitor.cases):
            yield partner.counting, _counted(visitor, partner, words)
        yield from _size_rules(visitor, partner, words)
        yield from _demand(visitor, partner, words)


def _alternatives(visitor: Situation, words: Words) -> Iterator[tuple[Fact, str]]:
    """Where it depends: what each partner, or each class, would say."""
    seen = set()
    for case in visitor.cases:
        key = (case.partner.id, case.chosen.id)
        if key not in seen:
            seen.add(key)
            yield case.chosen, class_sentence(case.chosen, case.partner, words)


def _counted(visitor: Situation, partner: Partner, words: Words) -> str:
    unit, answers = partner.counting.unit, visitor.answers
    period = words(f"period.{partner.counting.period}")
    if unit == "full-time-equivalents" and isinstance(answers.payroll_hours, int | float):
        equivalents = words.number(full_time_equivalents(answers.payroll_hours))
        said = words("because.hours", hours=words.number(answers.payroll_hours), equivalents=equivalents)
    elif visitor.tally is UNKNOWN:
        said = words("because.size-not-known")
    elif visitor.tally.known:
        said = words("because.people", people=words.people(visitor.tally.low), period=period)
    else:
        low, high = words.number(visitor.tally.low), words.number(visitor.tally.high)
        said = words("because.range", low=low, high=high, period=period)
    if unit == "average-people" and isinstance(answers.average_people, int | float):
        said += " " + words("because.average", average=words.number(answers.average_people))
    return said


def _size_rules(visitor: Situation, partner: Partner, words: Words) -> Iterator[tuple[Fact, str]]:
    """The smaller class that was missed, if any, and the class that fits by size."""
    by_size = visitor.cases[0].by_size
    index = partner.size_classes.index(by_size)
    missed = [c for c in partner.size_classes[:index] if verdict_of(c) != verdict_of(by_size)]
    if missed:
        sentence = class_sentence(missed[-1], partner, words)
        yield missed[-1], f"{sentence} {words('because.does-not-fit')}"
    sentence = class_sentence(by_size, partner, words)
    yield by_size, f"{sentence} {words('because.fits')}" if limits(by_size, words) else sentence


def _demand(visitor: Situation, partner: Partner, words: Words) -> Iterator[tuple[Fact, str]]:
    case = visitor.cases[0]
    if case.chosen is not case.by_size:
        fact = visitor.place.choose_cor or case.chosen
        yield fact, words("because.client", name=case.chosen.name, small=case.by_size.name, partner=partner.acronym)


def limits(size_class: SizeClass, words: Words) -> list[str]:
    """The conditions of a class in words, in the order in which they are asked."""
    told = [
        (c.name, limit) for c, limit in conditions(size_class) if not (c.name == "at_most" and size_class.works_alone)
    ]
    return [
        words(f"condition.{name}-one" if name == "at_most" and limit == 1 else f"condition.{name}", n=limit)
        for name, limit in told
    ]


def class_sentence(size_class: SizeClass, partner: Partner, words: Words) -> str:
    """One class as a rule: "SECOR at ACSA is for businesses with 10 people or fewer."."""
    if size_class.route == "ask":
        return size_class.text or words("because.ask", partner=partner.acronym)
    found = limits(size_class, words)
    name = size_class.name
    if found:
        sentence = words("because.class", name=name, partner=partner.acronym, limits=words.listed(found))
    elif len({(c.route, c.name) for c in partner.size_classes}) == 1:
        sentence = words("because.one-class", name=name, partner=partner.acronym)
    else:
        sentence = words("because.last-class", name=name, partner=partner.acronym)
    return f"{sentence} {size_class.text}" if size_class.text else sentence


def bands(partner: Partner, like: Case) -> list[Band]:
    """What each size would get, all else being as in `like`: neighbours with the same verdict are one band."""
    starts = people_starts([partner])
    found: list[Band] = []
    for first, following in pairwise((*starts, MOST + 1)):
        values = {**like.values, "people": first}
        if "works_alone" in values:
            values["works_alone"] = 1 if first <= 1 else like.values["works_alone"] if first == 2 else 0
        size_class = next(c for c in partner.size_classes if holds(c, values))
        verdict = verdict_of(size_class)
        if found and found[-1][2] == verdict:
            found[-1] = (found[-1][0], following - 1, verdict)
        else:
            found.append((first, following - 1, verdict))
    return found


def people(visitor: Situation, words: Words) -> Plain:
    """The number that was compared, the limit of the class below the next larger one, and the unit."""
    partner = visitor.partner
    counting = partner.counting if partner else None
    unit = counting.unit if counting else "people"
    counted = visitor.tally
    found: Plain = {
        "counted": counted.low if counted is not UNKNOWN else None,
        "limit": None,
        "unit": words(f"unit.{unit}"),
        "period": words(f"period.{counting.period}") if counting else words("period.not-stated"),
    }
    if counting:
        found["source"] = source(counting, visitor)
    if visitor.answers.count and counted is not UNKNOWN:
        found |= {"low": counted.low, "high": counted.high, "groups": _groups(counted)}
    if partner and unit != "people":
        found |= _other_unit(visitor, partner)
    else:
        limits = {_limit(visitor, one) for one in visitor.partners}
        found["limit"] = limits.pop() if len(limits) == 1 else None
    if partner and found["limit"] and unit == "people":
        found["scale"] = _scale(visitor, partner)
    return found


def _scale(visitor: Situation, partner: Partner) -> list[Plain]:
    """Every band of people with what it gets, for the picture of where the visitor stands; the last has no end."""
    rows = bands(partner, visitor.cases[0])
    return [
        {"from": max(first, 1), "to": last if last < MOST else None, "route": there.route, "name": there.name}
        for first, last, there in rows
    ]


def _groups(counted: Tally) -> Mapping[str, Mapping[str, int]]:
    lists = {"counted": counted.counted, "not_counted": counted.not_counted, "unclear": counted.unclear}
    return {name: dict(pairs) for name, pairs in lists.items()}


def _other_unit(visitor: Situation, partner: Partner) -> Plain:
    """Full-time equivalents and averages need not be whole, so the limit itself is outside."""
    below = [c.full_time_equivalents_below or c.average_below for c in partner.size_classes]
    limit = next((value for value in below if value is not None), None)
    answers = visitor.answers
    hours, average = answers.payroll_hours, answers.average_people
    counted: float | None = None
    if partner.counting.unit == "full-time-equivalents" and isinstance(hours, int | float):
        counted = full_time_equivalents(hours)
    elif partner.counting.unit == "average-people":
        known = visitor.tally.low if visitor.tally is not UNKNOWN else None
        counted = average if isinstance(average, int | float) else known
    return {"counted": counted, "limit": limit, "exclusive": True}


def _limit(visitor: Situation, partner: Partner) -> int | None:
    """The top of the visitor's own band, or of the band below where there is none above."""
    like = next(case for case in visitor.cases if case.partner.id == partner.id)
    found = bands(partner, like) if "people" in like.values and partner.counting.unit == "people" else []
    if len(found) < 2:
        return None
    if visitor.tally is UNKNOWN:
        return found[0][1] if len(found) == 2 else None
    number = visitor.tally.low
    index = next(i for i, (first, last, _) in enumerate(found) if first <= number <= last)
    return found[index][1] if index + 1 < len(found) else found[index - 1][1]
