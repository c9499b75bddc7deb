"""Why: the rules that decided, in order, each with its source."""

from collections.abc import Iterator

from quiz.classes import verdict_of
from quiz.conditions import conditions
from quiz.evidence import by_demand, small_by_size
from quiz.fact import Fact
from quiz.facts import Counting, Partner, SizeClass
from quiz.headcount import UNKNOWN, full_time_equivalents
from quiz.shape import Reason, Source
from quiz.situation import Situation
from quiz.words import Words, as_start


def because(visitor: Situation, words: Words) -> list[Reason]:
    """The rules that decided, as plain data: rule id, sentence, source."""
    return [_reason(fact, text, visitor) for fact, text in _rules(visitor, words)]


def _reason(fact: Fact, text: str, visitor: Situation) -> Reason:
    reason: Reason = {"rule": fact.id, "text": text, "source": source(fact, visitor)}
    if isinstance(fact, Counting):
        reason["detail"] = fact.text
    return reason


def source(fact: Fact, visitor: Situation) -> Source:
    """Where a fact was read, when, how sure it is, and whether it is due for another look."""
    read: Source = {"url": fact.source, "checked": fact.checked.isoformat(), "confidence": fact.confidence}
    if fact.due(visitor.today):
        read["due_since"] = fact.review_by.isoformat()
    return read


def _rules(visitor: Situation, words: Words) -> Iterator[tuple[Fact, str]]:
    partner, answer = visitor.partner, visitor.place.without_partner
    if not visitor.partners and answer:
        yield answer, answer.text or words("because.nobody", place=visitor.place.in_name)
    elif partner is None or not visitor.verdict:
        yield from _alternatives(visitor, words)
    else:
        if any(case.values for case in visitor.cases):
            yield partner.counting, _counted(visitor, partner, words)
        if len({verdict_of(case.by_size) for case in visitor.cases}) > 1:
            yield from _alternatives(visitor, words)  # the client's demand decides over a size that is not known
        else:
            yield from _size_rules(visitor, partner, words)
            yield from _demand(visitor, partner, words)


def _alternatives(visitor: Situation, words: Words) -> Iterator[tuple[Fact, str]]:
    """Where it depends: what each partner, or each class, would say; a class that several share is told once."""
    telling: dict[str, tuple[SizeClass, Partner, list[str]]] = {}
    demanded = by_demand(visitor)  # what a class asks of those whom it fits is then void
    for case in visitor.cases:
        told = case.by_size if demanded else case.chosen
        if told.id not in telling:
            telling[told.id] = (told, case.partner, [])
        sharing = telling[told.id][2]
        if case.partner.id not in sharing:
            sharing.append(case.partner.id)
    for told, partner, sharing in telling.values():
        sentence = class_sentence(told, partner, words, partners=len(sharing), ruled_out=demanded)
        unsure = _unsure(told, words) if demanded and told_limits(told, partner, words) else ""
        yield told, f"{sentence}{unsure}"
    if visitor.verdict and demanded:
        fact = visitor.place.choose_cor or visitor.cases[0].chosen
        text_id = "because.client-any" if small_by_size(visitor) else "because.client-open"
        yield fact, words(text_id, name=visitor.name or words("certificate.cor"))


def _counted(visitor: Situation, partner: Partner, words: Words) -> str:
    unit, answers = partner.counting.unit, visitor.answers
    # Beside an average the number of people is the peak.
    period = words("period.peak" if unit == "average-people" else f"period.{partner.counting.period}")
    if unit == "full-time-equivalents" and answers.hours is not None:
        each = partner.counting.full_time_hours or 1
        equivalents = full_time_equivalents(answers.hours, each)
        gaps = {"hours": words.number(answers.hours), "each": words.number(each)}
        one = "because.hours-one" if equivalents == 1 else "because.hours"
        said = words(one, equivalents=words.number(equivalents), **gaps)
    elif visitor.tally is UNKNOWN:
        said = words("because.size-not-known")
    elif visitor.tally.known:
        said = words("because.people", people=words.people(visitor.tally.low), period=period)
    else:
        low, high = words.number(visitor.tally.low), words.number(visitor.tally.high)
        said = words("because.range", low=low, high=high, period=period)
    if unit == "average-people" and answers.average is not None:
        one = "because.average-one" if answers.average == 1 else "because.average"
        said += " " + words(one, average=words.number(answers.average))
    return said


def _size_rules(visitor: Situation, partner: Partner, words: Words) -> Iterator[tuple[Fact, str]]:
    """The smaller class that was missed, if any, and the class that fits by size."""
    by_size = visitor.cases[0].by_size
    index = partner.size_classes.index(by_size)
    before = partner.size_classes[:index]
    missed = [c for c in before if verdict_of(c) != verdict_of(by_size) and c.route != "ask"]
    if missed:
        sentence = class_sentence(missed[-1], partner, words, ruled_out=True)
        yield missed[-1], f"{sentence} {words('because.does-not-fit')}{_unsure(missed[-1], words)}"
    demanded = visitor.cases[0].chosen is not by_size  # what a class asks that the client rules out is void
    sentence = class_sentence(by_size, partner, words, ruled_out=demanded)
    fits = told_limits(by_size, partner, words) and by_size.route != "ask"
    unsure = _unsure(by_size, words) if demanded else ""
    yield by_size, f"{sentence} {words('because.fits')}{unsure}" if fits else sentence


def _unsure(size_class: SizeClass, words: Words) -> str:
    """That a limit is not confirmed, where the class does not say it in its own words."""
    return f" {words('because.limit-unsure')}" if size_class.certainty == "unverified" else ""


def _demand(visitor: Situation, partner: Partner, words: Words) -> Iterator[tuple[Fact, str]]:
    case = visitor.cases[0]
    if case.chosen is not case.by_size:
        fact = visitor.place.choose_cor or case.chosen
        yield fact, words("because.client", name=case.chosen.name, small=case.by_size.name, partner=partner.acronym)


def limits(size_class: SizeClass, words: Words) -> list[str]:
    """The conditions of a class in words, in the order in which they are asked."""
    told = [
        (condition.name, getattr(size_class, condition.name))
        for condition, _ in conditions(size_class)
        if not (condition.name == "at_most" and size_class.works_alone)
    ]
    narrower = {
        "at_most": "at_most-one" if size_class.at_most == 1 else "",
        "without_subcontractors": "without_subcontractors-any" if size_class.without_any_subcontractor else "",
    }
    return [words(f"condition.{narrower.get(name) or name}", n=limit) for name, limit in told]


def joined(told: list[str], words: Words) -> str:
    """Limits in one phrase: how many, then without whom."""
    without = [text for text in told if text.startswith(words("condition.without"))]
    return ", ".join([words.listed([text for text in told if text not in without]), *without]).removeprefix(", ")


def told_limits(size_class: SizeClass, partner: Partner, words: Words) -> list[str]:
    """Those that keep somebody out: before a last class of the same certificate a limit limits nothing."""
    last = partner.size_classes[-1]
    same = size_class is not last and verdict_of(size_class) == verdict_of(last)
    return [] if same else limits(size_class, words)


def one_class(size_class: SizeClass, whose: str, words: Words) -> str:
    """The only class of a partner: that there is no other is said only where the partner itself says so."""
    text_id = "because.one-class" if size_class.certainty == "clear" else "because.one-class-found"
    return as_start(words(text_id, name=size_class.name, partner=whose))


def class_sentence(
    size_class: SizeClass, partner: Partner, words: Words, *, partners: int = 1, ruled_out: bool = False
) -> str:
    """One class of one partner, or of several that share it, as a rule: "SECOR at ACSA is for 10 people or fewer.".

    What the facts add speaks to those whom the class fits; a class that was ruled out says nothing of the visitor.
    """
    name = size_class.name
    whose = partner.acronym if partners == 1 else words("because.partners", n=partners)
    if size_class.route == "ask":
        return size_class.text or as_start(words("because.ask", partner=whose))
    told = told_limits(size_class, partner, words)
    if told:
        sentence = words("because.class", name=name, partner=whose, limits=joined(told, words))
    elif len({(c.route, c.name) for c in partner.size_classes}) == 1:
        sentence = one_class(size_class, whose, words)
    else:
        sentence = words("because.last-class", name=name, partner=whose)
    return f"{sentence} {size_class.text}" if size_class.text and not ruled_out else sentence
