"""Every distinguishable complete set of answers, for the proof and for comparing two versions of the facts.

Sizes come from the bands that the limits in the data make, so the sets stay exact when a limit changes. An industry
counts only as the partners that it opens. Never shipped to the browser.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from quiz.answers import CHOICES, UNSURE, Answers
from quiz.classes import SIZE_KEYS, Verdict, people_starts, reads
from quiz.conditions import NUMBER_KEYS, YES_NO_KEYS, edges
from quiz.fact import MOST_PEOPLE
from quiz.facts import Conflict, Facts, Jurisdiction, Partner
from quiz.situation import ELSEWHERE, Situation, resolve

type Key = tuple[str, str]


def openings(place: Jurisdiction, facts: Facts) -> Iterator[Answers]:
    """Each way to name the partner: given, or not known over each set of partners that some industry opens."""
    for partner in place.partners:
        yield Answers(province=place.code, partner=partner.id)
    seen = set()
    for industry in (None, *facts.industries):
        opened = place.open_to(industry)
        ids = tuple(partner.id for partner in opened)
        if ids not in seen and len(ids) != 1:
            seen.add(ids)
            yield Answers(province=place.code, industry=industry, partner=UNSURE)


def verdict_sets(facts: Facts, beside: Facts | None = None) -> Iterator[Situation]:
    """Every combination of the keys that the verdict reads, "not sure" among the values, resolved.

    With `beside`, the bands are those of both versions of the facts, so that the two can be compared set by set.
    """
    for place in facts.jurisdictions:
        for opening in openings(place, facts):
            first = resolve(opening, facts)
            yield from (resolve(answers, facts) for answers in combinations(opening, first, _twins(first, beside)))


def _twins(visitor: Situation, beside: Facts | None) -> tuple[Partner, ...]:
    place = beside.by_code.get(visitor.place.code) if beside else None
    partners = (place.partner(partner.id) for partner in visitor.partners) if place else ()
    return tuple(partner for partner in partners if partner)


def combinations(opening: Answers, first: Situation, twins: Sequence[Partner]) -> Iterator[Answers]:
    """All values of the keys that the partners' classes read; answers that exclude each other are left out."""
    partners = (*first.partners, *twins)
    keys = [key for key in SIZE_KEYS if any(key in reads(partner) for partner in partners)]
    values = [values_of(key, partners, first.place.conflicts) for key in keys]
    for chosen in product(*values, CHOICES["client_requires"]):
        answers = opening.but(**dict(zip((*keys, "client_requires"), chosen, strict=True)))
        if possible(answers):
            yield answers


def values_of(key: str, partners: Sequence[Partner], disputes: Sequence[Conflict] = ()) -> list[object]:
    """One value for each band of a key, and "not sure"; a dispute about some sizes makes bands of its own."""
    starts = set(edges(key, tuple(partners)))
    if key == "people":
        return [1, *sorted(start for start in {*starts, *disputed(disputes)} if start > 1), UNSURE]
    if key in NUMBER_KEYS:
        least, below = (0.5, 0.01) if key == "average_people" else (0, 1)
        return [least, *(value for edge in sorted(starts) for value in (edge - below, edge)), UNSURE]
    return list(CHOICES[key])


def disputed(disputes: Sequence[Conflict]) -> set[int]:
    """The sizes at which a dispute begins, and those just above it."""
    ends = {size for dispute in disputes for first, last in dispute.sizes for size in (first, last + 1)}
    return {size for size in ends if size <= MOST_PEOPLE}


def possible(answers: Answers) -> bool:
    """Whether the answers can be true together, by the rules of `answers.read`."""
    people, average, alone = answers.people, answers.average, answers.works_alone
    if alone == "yes" and average is not None and average > 2:
        return False
    if not isinstance(people, int):
        return True
    if average is not None and average > people:
        return False
    return not (alone == "yes" and people >= 3) and not (alone == "no" and people == 1)


def name_of(visitor: Situation) -> str:
    """The answers of a set as one line, the same for the same answers."""
    answers = visitor.answers
    keys = ("province", "industry", "partner", *SIZE_KEYS, "client_requires")
    pairs = ((key, getattr(answers, key)) for key in keys)
    return " ".join(f"{key}={value}" for key, value in pairs if value is not None)


def text_sets(facts: Facts) -> Iterator[Answers]:
    """Answers for texts, steps and dates: each size once for each way to name the partner, options varied alone."""
    homes = [(place.code, partner.id) for place in facts.jurisdictions for partner in place.partners]
    today = facts.newest_check
    for place in facts.jurisdictions:
        starting = [*openings(place, facts)] if place.partners else [Answers(province=place.code)]
        for when in (caution.when for caution in place.cautions):
            named = product(when.industries, (*when.partners, UNSURE))
            starting += [Answers(province=place.code, industry=i, partner=p) for i, p in named]
        starting += [Answers(province=place.code, industry=i) for i in facts.industries if not place.open_to(i)]
        for opening in starting:
            opening = opening.but(today=today)
            varied = set[tuple[Verdict, ...]]()
            for sized in sizes(opening, resolve(opening, facts)):
                verdicts = resolve(sized, facts).settlement.verdicts
                yield from [sized] if verdicts in varied else _optional(sized, facts)
                varied.add(verdicts)
            middle = opening.but(people=9, payroll_hours=9_000)
            yield from (middle.but(holds=h, home_province=c, home_partner=p) for h in ELSEWHERE for c, p in homes)


def sizes(opening: Answers, visitor: Situation) -> Iterator[Answers]:
    """Each band of sizes once, with the other size questions varied where they matter."""
    keys = {key for partner in visitor.partners for key in reads(partner)}
    if "payroll_hours" in keys and len(visitor.partners) == 1:
        yield from (opening.but(payroll_hours=hours) for hours in (0, 10**8, "unsure"))
        return
    for people in [max(start, 1) for start in people_starts(visitor.partners) if start != 1] + ["unsure"]:
        yield opening.but(people=people)
        for key in (*YES_NO_KEYS, "average_people"):
            matters = key in keys and not (key == "works_alone" and people != 2)
            values: tuple[object, ...] = ("yes", "no", "unsure") if key != "average_people" else (0.5, "unsure")
            yield from (opening.but(**{"people": people, key: value}) for value in values if matters)
    yield opening.but(count={"employees": 9, "agency": 5})
    yield opening.but(people=1, works_alone="yes", subcontracts="no", works_with_partner_or_family="no")
    yield opening.but(people=1, works_alone="yes", subcontracts="no", works_with_partner_or_family="unsure")


def _optional(answers: Answers, facts: Facts) -> Iterator[Answers]:
    """Each optional answer varied while the others stay unanswered."""
    today = facts.newest_check
    yield answers
    for value in ("cor", "either", "none", "unsure"):
        yield answers.but(client_requires=value)
    for value in ("yes", "unsure"):
        yield answers.but(growth=value)
        yield answers.but(account=value)
    yield answers.but(account="no")
    for months in (0, 1, 3, 6, 12, "unsure"):
        yield answers.but(records_months=months)
    for held in CHOICES["holds"]:
        yield answers.but(holds=held)
    yield answers.but(premium=20_000)
    yield answers.but(holds="cor", home_partner=_another(answers, facts))
    yield answers.but(holds="cor-elsewhere", home_province=answers.province)
    homes = elsewhere(facts.by_code[answers.province or ""], facts)
    code, issuer = next(((code, home.id) for code, home in homes if home.cfcsa_member), (None, None))
    brought = answers.but(holds="cor-elsewhere", home_province=code, home_partner=issuer)
    for base, started in (("yes", None), ("no", "yes"), ("no", "no")):
        yield brought.but(local_base=base, work_started=started)
    for account in ("yes", "no"):
        yield brought.but(local_base="no", work_started="no", account=account)
    yield brought.but(holds="secor-elsewhere", local_base="no")
    yield answers.but(holds="secor", client_requires="cor")
    yield answers.but(client_requires="none", deadline=today + timedelta(days=80))
    yield answers.but(deadline=today)
    yield answers.but(deadline=today + timedelta(days=80))
    yield answers.but(deadline=today, records_months=0)
    yield answers.but(deadline=today.replace(year=today.year + 3))
    yield answers.but(today=today.replace(year=today.year + 3))


def elsewhere(place: Jurisdiction, facts: Facts) -> Iterator[tuple[str, Partner]]:
    """Each body that certifies in another place, after the code of that place."""
    places = (there for there in facts.jurisdictions if there.code != place.code)
    return ((there.code, partner) for there in places for partner in there.partners)


def _another(answers: Answers, facts: Facts) -> str | None:
    """Another partner of the same place, as the one that issued the certificate."""
    partners = facts.by_code[answers.province or ""].partners
    return next((partner.id for partner in partners if partner.id != answers.partner), None)


def raw(answers: Answers) -> dict[str, object]:
    """Answers as the JSON object that `decide` takes."""
    given = {key: getattr(answers, key) for key in Answers.__slots__ if key != "count" and answers.given(key)}
    days = {key: value.isoformat() for key, value in given.items() if isinstance(value, date)}
    return given | days | {f"count.{group}": number for group, number in answers.count.items()}
