"""Where the visitor stands: the number that was compared, the limit, and what every other size would get."""

from itertools import pairwise

from quiz.classes import Case, Verdict, people_starts, verdict_of
from quiz.conditions import holds
from quiz.facts import Partner
from quiz.headcount import MOST, UNKNOWN, Tally, full_time_equivalents
from quiz.reasons import source
from quiz.shape import Band, Groups, People
from quiz.situation import Situation
from quiz.words import Words

type Span = tuple[int, int, Verdict]  # first and last number of people, verdict


def bands(partner: Partner, like: Case) -> list[Span]:
    """What each size would get, all else being as in `like`: neighbours with the same verdict are one band."""
    starts = people_starts([partner])
    spans: list[Span] = []
    for first, following in pairwise((*starts, MOST + 1)):
        values = {**like.values, "people": first}
        if "works_alone" in values:
            values["works_alone"] = 0 if first > 2 else like.values["works_alone"] if first == 2 else 1
        size_class = next(c for c in partner.size_classes if holds(c, values))
        verdict = verdict_of(size_class)
        if spans and spans[-1][2] == verdict:
            spans[-1] = (spans[-1][0], following - 1, verdict)
        else:
            spans.append((first, following - 1, verdict))
    return spans


def people(visitor: Situation, words: Words) -> People:
    """The number that was compared, the limit of the class below the next larger one, and the unit."""
    partner = visitor.partner
    counting = partner.counting if partner else None
    unit = counting.unit if counting else "people"
    heads = partner is None or _goes_by_heads(visitor, partner)
    counted = visitor.tally
    told: People = {
        "counted": counted.low if counted is not UNKNOWN else None,
        "limit": None,
        "unit": words(f"unit.{unit}"),
        "period": words(f"period.{counting.period}") if counting else words("period.not-stated"),
    }
    if counting:
        told["source"] = source(counting, visitor)
    if visitor.answers.count and counted is not UNKNOWN:
        told |= {"low": counted.low, "high": counted.high, "groups": _groups(counted)}
    peak = _peak_that_decided(visitor) if partner else None
    if peak:
        told |= {"limit": peak, "unit": words("unit.people"), "period": words("period.peak")}
    elif partner and not heads:
        told |= {"counted": _in_other_unit(visitor, partner), "limit": _limit_below(partner), "exclusive": True}
        if "low" in told and _is_known(visitor, partner) and told["counted"] is not None:
            told |= {"low": told["counted"], "high": told["counted"]}
    else:
        limits = {_limit(visitor, one) for one in visitor.partners}
        told["limit"] = limits.pop() if len(limits) == 1 else None
        if unit != "people":
            told |= {"unit": words("unit.people"), "period": words("period.peak")}
    if partner and told["limit"] and told["counted"] is not None:
        told["scale"] = (
            _scale(visitor, partner)
            if heads
            else _two_sides(told["counted"], int(told["limit"]), peak is None, visitor, partner)
        )
    if told["counted"] is not None:
        told["size"] = _in_words(
            told, words, at_the_peak=peak is not None or not partner or not _is_known(visitor, partner)
        )
    return told


def _goes_by_heads(visitor: Situation, partner: Partner) -> bool:
    """Whether people are what is compared: that is how the partner counts, or the class comes before any average."""
    if partner.counting.unit == "people":
        return True
    classes = partner.size_classes
    others = (n for n, c in enumerate(classes) if c.average_below or c.full_time_equivalents_below)
    return any(size_class is visitor.chosen for size_class in classes[: next(others, 0)])


def _is_known(visitor: Situation, partner: Partner) -> bool:
    """Whether the number is one in the partner's own unit, not a peak that stands in for an average."""
    return partner.counting.unit != "average-people" or visitor.answers.average is not None


def _in_words(told: People, words: Words, *, at_the_peak: bool) -> str:
    """The number with its unit: "1 person", "9 to 12 people", "19.99 full-time equivalents"."""
    low = told["counted"] or 0
    high = told.get("high", low)
    if told["unit"] != words("unit.people") and not at_the_peak:
        if low == 1:
            one = told["unit"] == words("unit.average-people")
            return words("unit.average-person" if one else "unit.full-time-equivalent")
        return f"{words.number(low)} {told['unit']}"
    if high == low and low == int(low):
        return words.people(int(low))
    return words("unit.range", low=words.number(low), high=words.number(high))


def _peak_that_decided(visitor: Situation) -> int | None:
    """Where a class has a limit for the peak beside one for the average: the peak's, if that is what ruled it out."""
    case, people = visitor.cases[0], visitor.tally
    missed = case.partner.size_classes[: case.partner.size_classes.index(case.by_size)]
    both = [c.at_most for c in missed if c.at_most and c.average_below]
    return both[-1] if both and people is not UNKNOWN and people.low > both[-1] else None


def _scale(visitor: Situation, partner: Partner) -> list[Band]:
    """Every band of people with what it gets, for the picture of where the visitor stands; the last has no end."""
    rows = bands(partner, visitor.cases[0])
    return [
        {"from": max(first, 1), "to": last if last < MOST else None, "route": there.route, "name": there.name}
        for first, last, there in rows
    ]


def _two_sides(counted: float, limit: int, exclusive: bool, visitor: Situation, partner: Partner) -> list[Band]:
    """The same for a limit in another unit, or for one on the peak beside it: what is below, and what is above.

    The limit itself is outside where it is exclusive; a peak is told where it is passed.
    """
    last = limit - 1 if exclusive else limit
    inside = counted < limit
    missed = next(c for c in partner.size_classes if c.full_time_equivalents_below or c.average_below)
    small = visitor.verdict if inside and visitor.verdict else verdict_of(missed)
    large = visitor.verdict if not inside and visitor.verdict else verdict_of(partner.size_classes[-1])
    return [
        {"from": 1, "to": last, "route": small.route, "name": small.name},
        {"from": last + 1, "to": None, "route": large.route, "name": large.name},
    ]


def _groups(counted: Tally) -> Groups:
    return {
        "counted": dict(counted.counted),
        "not_counted": dict(counted.not_counted),
        "unclear": dict(counted.unclear),
    }


def _limit_below(partner: Partner) -> int | None:
    """Full-time equivalents and averages need not be whole, so the limit itself is outside."""
    below = (c.full_time_equivalents_below or c.average_below for c in partner.size_classes)
    return next((value for value in below if value is not None), None)


def _in_other_unit(visitor: Situation, partner: Partner) -> float | None:
    """What the visitor has in the partner's unit; an average that is not known is at most the peak."""
    hours, average = visitor.answers.hours, visitor.answers.average
    if partner.counting.unit == "full-time-equivalents":
        each = partner.counting.full_time_hours or 1
        return full_time_equivalents(hours, each) if hours is not None else None
    if average is not None:
        return average
    return visitor.tally.low if visitor.tally is not UNKNOWN else None


def _limit(visitor: Situation, partner: Partner) -> int | None:
    """The top of the visitor's own band, or of the band below where there is none above."""
    like = next(case for case in visitor.cases if case.partner.id == partner.id)
    spans = bands(partner, like) if "people" in like.values and _goes_by_heads(visitor, partner) else []
    if len(spans) < 2:
        return None
    if visitor.tally is UNKNOWN:
        return spans[0][1] if len(spans) == 2 else None
    tally = visitor.tally
    touched = [i for i, (first, last, _) in enumerate(spans) if first <= tally.high and tally.low <= last]
    # Of a range that touches several, the band of the verdict, where they lead to one.
    index = next((i for i in touched if spans[i][2] == visitor.verdict), touched[0])
    return spans[index][1] if index + 1 < len(spans) else spans[index - 1][1]
