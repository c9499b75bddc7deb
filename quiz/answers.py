"""Raw answers in, typed answers out, or every problem with a sentence that says what would be accepted.

The keys are the contract of the quiz: the same in the address of the page, on the command line and here.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from quiz.fact import MOST_PEOPLE
from quiz.facts import Facts
from quiz.words import Words

DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_MONTHS = 600
MOST_HOURS = 1_000_000_000
MOST_DOLLARS = 100_000_000
UNSURE = "unsure"

# Whole numbers: the least, the most, and whether "unsure" is an answer.
WHOLE: Mapping[str, tuple[int, int, bool]] = {
    "people": (1, MOST_PEOPLE, True),
    "records_months": (0, MOST_MONTHS, True),
    "premium": (0, MOST_DOLLARS, False),
}
GROUPS = (
    "owners",
    "employees",
    "part_time",
    "temporary",
    "family",
    "volunteers",
    "agency",
    "contractors_on_account",
    "contractors_own_account",
    "contractors_dedicated",
)
HERE = ("cor", "secor")  # certificates of this place, held today
ISSUED_HERE = (*HERE, "expired")
OWN_PEOPLE = ("owners", "employees", "part_time", "temporary", "family")
YES_NO = ("yes", "no", UNSURE)
CHOICES: Mapping[str, tuple[str, ...]] = {
    "subcontracts": YES_NO,
    "works_alone": YES_NO,
    "works_with_partner_or_family": YES_NO,
    "client_requires": ("cor", "either", "none", UNSURE),
    "growth": YES_NO,
    "holds": ("none", "secor", "cor", "cor-elsewhere", "secor-elsewhere", "iso-45001", "expired"),
    "local_base": YES_NO,
    "work_started": YES_NO,
    "account": YES_NO,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Answers:
    """What is known of a visitor; None is "not answered", `UNSURE` is "I'm not sure". People are whole people."""

    province: str | None = None
    industry: str | None = None
    partner: str | None = None
    people: int | str | None = None
    count: Mapping[str, int] = field(default_factory=dict)
    average_people: float | str | None = None
    payroll_hours: float | str | None = None
    works_alone: str | None = None
    subcontracts: str | None = None
    works_with_partner_or_family: str | None = None
    client_requires: str | None = None
    growth: str | None = None
    records_months: int | str | None = None
    holds: str | None = None
    home_province: str | None = None
    home_partner: str | None = None
    local_base: str | None = None
    work_started: str | None = None
    account: str | None = None
    today: date | None = None
    deadline: date | None = None
    premium: int | None = None

    def but(self, **changes: object) -> "Answers":
        """The same answers with some changed."""
        # `dataclasses.replace` looks at every field twice, and a decision tries dozens of other answers.
        return Answers(**({key: getattr(self, key) for key in FIELDS} | changes))

    def given(self, key: str) -> bool:
        """Whether a question has an answer, "I'm not sure" included."""
        return bool(self.count) if key == "count" else getattr(self, key) is not None

    @property
    def average(self) -> float | None:
        """The average number of people, where it is told as a number."""
        return self.average_people if isinstance(self.average_people, int | float) else None

    @property
    def hours(self) -> float | None:
        """Payroll hours of a year, where they are told as a number."""
        return self.payroll_hours if isinstance(self.payroll_hours, int | float) else None

    @property
    def months(self) -> int | None:
        """Months of records, where they are told as a number."""
        return self.records_months if isinstance(self.records_months, int) else None

    @property
    def peak(self) -> int | None:
        """Everybody at the busiest moment, counted by kinds or given as one number; None where that is not told."""
        return sum(self.count.values()) or (self.people if isinstance(self.people, int) else None)


FIELDS = Answers.__slots__
KEYS = tuple(key for key in FIELDS if key != "count") + tuple(f"count.{group}" for group in GROUPS)


@dataclass(frozen=True, slots=True)
class BadAnswer:
    """An answer that cannot be used: its key, and a sentence that helps."""

    key: str
    text: str


def read(raw: object, facts: Facts, words: Words) -> Answers | list[BadAnswer]:
    """Typed answers, or every problem; never raises, whatever JSON comes in."""
    if not isinstance(raw, Mapping):
        return [BadAnswer("answers", words("error.not-an-object"))]
    reader = _Reader(facts, words)
    values: dict[str, object] = {}
    count: dict[str, int] = {}
    for key, value in raw.items():
        result = reader.value(key, value)
        if isinstance(result, BadAnswer):
            reader.problems.append(result)
        elif key.startswith("count."):
            count[key.removeprefix("count.")] = result  # type: ignore[assignment]
        else:
            values[key] = result
    if reader.problems:
        return reader.problems
    answers = Answers(**values, count=count)  # type: ignore[arg-type]
    return list(_contradictions(answers, facts, words)) or answers


class _Reader:
    """Checks one value at a time, by the kind of its key."""

    def __init__(self, facts: Facts, words: Words) -> None:
        self.facts, self.words = facts, words
        self.problems: list[BadAnswer] = []

    def value(self, key: object, value: object) -> object:
        if not isinstance(key, str) or key not in KEYS:
            accepted = self.words.listed(list(KEYS), "or")
            return BadAnswer(str(key), self.words("error.unknown-key", key=_short(key), accepted=accepted))
        if key in ("province", "home_province"):
            return self._code(key, value)
        if key == "industry":
            return self._choice(key, value, (*self.facts.industries, "other", UNSURE))
        if key in ("partner", "home_partner"):
            return self._partner(key, value)
        if key in CHOICES:
            return self._choice(key, value, CHOICES[key])
        if key in WHOLE or key.startswith("count."):
            least, most, unsure = WHOLE.get(key, (0, MOST_PEOPLE, False))
            return self._whole(key, value, least, most, unsure=unsure)
        if key in ("average_people", "payroll_hours"):
            return self._number(key, value, MOST_PEOPLE if key == "average_people" else MOST_HOURS)
        return self._date(key, value)

    def _bad(self, text_id: str, key: str, value: object, **gaps: object) -> BadAnswer:
        return BadAnswer(key, self.words(f"error.{text_id}", key=key, value=_short(value), **gaps))

    def _code(self, key: str, value: object) -> object:
        codes = tuple(place.code for place in self.facts.jurisdictions)
        if isinstance(value, str) and value not in codes and value.strip().upper() in codes:
            return self._bad("code-case", key, value, code=value.strip().upper())
        return self._choice(key, value, codes)

    def _partner(self, key: str, value: object) -> object:
        ids = sorted({partner.id for place in self.facts.jurisdictions for partner in place.partners})
        return self._choice(key, value, (*ids, UNSURE) if key == "partner" else tuple(ids))

    def _choice(self, key: str, value: object, accepted: tuple[str, ...]) -> object:
        if isinstance(value, str) and value in accepted:
            return value
        return self._bad("choice", key, value, accepted=self.words.listed(list(accepted), "or"))

    def _whole(self, key: str, value: object, least: int, most: int, *, unsure: bool) -> object:
        if unsure and value == UNSURE:
            return value
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        text_id = "whole-or-unsure" if unsure else "whole"
        return self._bad(text_id, key, value, least=least, most=self.words.number(most))

    def _number(self, key: str, value: object, most: int) -> object:
        if isinstance(value, str) and value == UNSURE:
            return value
        least = 0 if key == "payroll_hours" else 0.01
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
            return value
        return self._bad("number", key, value, least=self.words.number(least), most=self.words.number(most))

    def _date(self, key: str, value: object) -> object:
        if isinstance(value, str) and DATE.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        return self._bad("date", key, value)


def _short(value: object) -> str:
    """What was given, as JSON has it, short enough for a sentence; a number too long to print is cut to its sign."""
    if isinstance(value, Mapping | list):
        return "a list" if isinstance(value, list) else "an object"
    if value is None or isinstance(value, bool | float):
        return json.dumps(value)
    if isinstance(value, int) and abs(value) >= 10**30:
        return "10000000…" if value > 0 else "-10000000…"
    return cut(repr(value))


def cut(text: str) -> str:
    """A text as it is, or its beginning where it is too long for a sentence."""
    return text if len(text) <= 60 else f"{text[:57]}…"


def _contradictions(answers: Answers, facts: Facts, words: Words) -> Iterator[BadAnswer]:
    """Answers that are fine alone and cannot be true together; each sentence names every key."""
    yield from _counts(answers, words)
    yield from _places(answers, facts, words)
    if answers.today and answers.deadline and answers.deadline < answers.today:
        yield BadAnswer("deadline", words("error.deadline-past", today=answers.today, deadline=answers.deadline))


def _counts(answers: Answers, words: Words) -> Iterator[BadAnswer]:
    if answers.count and answers.people is not None:
        yield BadAnswer("people", words("error.people-and-count"))
    if answers.count and sum(answers.count.values()) == 0:
        yield BadAnswer("count", words("error.count-empty"))
    if sum(answers.count.values()) > MOST_PEOPLE:
        yield BadAnswer("count", words("error.count-large", most=words.number(MOST_PEOPLE)))
    people = answers.people if isinstance(answers.people, int) else None
    own = sum(answers.count.get(group, 0) for group in OWN_PEOPLE)
    if answers.works_alone == "yes" and people is not None and people >= 3:
        yield BadAnswer("works_alone", words("error.alone-with-others", people=people))
    if answers.works_alone == "yes" and own >= 3:
        yield BadAnswer("works_alone", words("error.alone-with-count", people=own))
    if answers.works_alone == "no" and (people == 1 or sum(answers.count.values()) == 1):
        yield BadAnswer("works_alone", words("error.not-alone-but-one"))
    average = answers.average
    if answers.works_alone == "yes" and average is not None and average > 2:
        yield BadAnswer("works_alone", words("error.alone-with-average", average=words.number(average)))
    if average is not None and answers.peak is not None and average > answers.peak:
        gaps = {"average": words.number(average), "people": answers.peak}
        yield BadAnswer("average_people", words("error.average-over-peak", **gaps))


def _places(answers: Answers, facts: Facts, words: Words) -> Iterator[BadAnswer]:
    for place_key, partner_key in (("province", "partner"), ("home_province", "home_partner")):
        code, partner = getattr(answers, place_key), getattr(answers, partner_key)
        if partner in (None, UNSURE):
            continue
        if place_key == "home_province" and not (answers.holds or "").endswith("-elsewhere"):
            code = answers.province if answers.holds in ISSUED_HERE else None  # the partner here that issued it
        if code is None:
            continue
        place = facts.by_code[code]
        if place.partner(partner) is None:
            ids = [known.id for known in place.partners]
            gaps = {"key": partner_key, "partner": partner, "place": place.name}
            accepted = words.listed([*ids, *([UNSURE] if partner_key == "partner" else [])], "or")
            where = "elsewhere" if accepted else "nowhere"
            yield BadAnswer(partner_key, words(f"error.partner-{where}", accepted=accepted, **gaps))
