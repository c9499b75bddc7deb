"""What the engine is asked to find out which functions it enters, and to compare the lean runtime with the full one."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from quiz.ahead.answer_sets import raw, text_sets
from quiz.answers import CHOICES, GROUPS, UNSURE
from quiz.decision import result
from quiz.facts import Facts
from quiz.questions import QUESTIONS
from quiz.situation import resolve
from quiz.words import Words

# The name of a function in `quiz.browser` and what it is given.
type Request = tuple[str, ...]

SITE = "https://example.org/"
# Texts that no page sends, each wrong in a way of its own.
DAMAGED = (
    "",
    "{",
    "not JSON",
    "null",
    "[]",
    '"AB"',
    "{}",
    '{"province": "AB", "province": "BC"}',
    '{"province": null, "people": 10.5, "count.employees": -1}',
    '{"province": "ab", "partner": "ACSA", "pepole": 10}',
    '{"people": "10", "growth": true, "today": "24.11.2026", "deadline": "2026-02-30"}',
    '{"people": 1e999, "payroll_hours": NaN, "average_people": -Infinity}',
    '{"people": 123456789012345678901234567890, "payroll_hours": 1e300, "average_people": 0.1e-5}',
    '{"province": "AB", "partner": "acsa", "people": 5, "works_alone": "yes", "count.owners": 2}',
    '{"province": "\\ud800", "partner": "é", "n\\u00fcmber": "\\u0001", "\U0001f477": 1}',
    '{"deadline": "2020-01-01", "today": "9999-12-31"}',
    '{"province": ' + "[" * 200,
    '{"people": ' + "9" * 5_000 + "}",
    '{"province": "' + "A" * 100_000 + '"}',
    '{"province": "' + "A" * 20_000_000 + '"}',  # more than the memory that Python starts with
)

STRANGE_NAMES = ("today", "deadline", "home_partner", "v", "lang", "é", "", "👷", "pepole", "partner ")
# Numbers that JavaScript passes on as they are.
STRANGE_VALUES: tuple[object, ...] = (
    *(True, False, None, 0, -1, 0.5, 1e-7, 1.5e300, 123456.789, 9007199254740991, -9007199254740991),
    *("", " ", " 10 ", "10", "1e3", "AB", "ab", "Alberta", "acsa", "unsure", "yes", "YES", "None", "null"),
    *("2026-02-30", "2027-01-01", "0001-01-01", "9999-12-31", "2026-1-1", "24.11.2026", "20261124"),
    *("{n}", "%s", "\\", '"', "\n", "\x00", "<b>", "\ufeff", "e\u0301", "\uff11\uff10", "\u0663", "\ufdfa"),
)


def each_decision(facts: Facts, words: Words) -> Iterator[Request]:
    """One set of answers for each kind of decision: what it says, whatever the names, numbers and dates in it."""
    seen = set()
    for answers in text_sets(facts):
        decision = result(resolve(answers, facts), words)
        kind = repr([(key, value if isinstance(value, str) else _ids(value)) for key, value in decision.items()])
        if kind not in seen:
            seen.add(kind)
            yield "decide_json", json.dumps(raw(answers))


def _ids(part: object) -> object:
    """The names in a part of a decision, without the texts."""
    if isinstance(part, list):
        return [_ids(entry) for entry in part]
    if isinstance(part, dict):
        return part.get("id", part.get("rule", part.get("certainty", sorted(part))))
    return part if isinstance(part, str) else type(part)


def drawn(facts: Facts, seed: int, count: int) -> Iterator[Request]:
    """Answers drawn at random: mostly possible ones, some that contradict each other, and calendars."""
    numbers = Random(seed)
    for _ in range(count):
        answers = json.dumps(_answers(facts, numbers), ensure_ascii=numbers.random() < 0.5)
        yield ("decide_json", answers)
        if numbers.random() < 0.3:
            yield ("decide_json", json.dumps(_strange(_answers(facts, numbers), numbers), ensure_ascii=False))
        if numbers.random() < 0.1:
            yield ("decide_json", _damaged(answers, numbers))


def calendars(facts: Facts) -> Iterator[Request]:
    """The plan as a file, once for each partner, with and without dates."""
    today = facts.newest_check.isoformat()
    for place in facts.jurisdictions:
        for partner in place.partners:
            answers = {"province": place.code, "partner": partner.id, "people": 9, "payroll_hours": 9_000}
            yield "calendar_json", json.dumps(answers | {"today": today}), SITE
            yield "calendar_json", json.dumps(answers | {"today": today, "deadline": "2027-06-30"}), SITE
    yield "calendar_json", "{}", SITE


def _answers(facts: Facts, numbers: Random) -> dict[str, object]:
    place = numbers.choice(facts.jurisdictions)
    answers: dict[str, object] = {"province": place.code}
    if numbers.random() < 0.7 and place.partners:
        answers["partner"] = numbers.choice([*(partner.id for partner in place.partners), UNSURE])
    if numbers.random() < 0.4:
        answers["industry"] = numbers.choice([*facts.industries, "other", UNSURE])
    if numbers.random() < 0.3:
        groups = numbers.sample(GROUPS, numbers.randint(1, len(GROUPS)))
        answers |= {f"count.{group}": numbers.randint(0, 15) for group in groups}
    else:
        answers["people"] = numbers.choice([numbers.randint(1, 30), numbers.randint(1, 100_000), UNSURE])
    today = date(2026, 11, 24) + timedelta(numbers.randint(-400, 4_000))
    others = {
        "average_people": numbers.choice([round(numbers.uniform(0, 40), 2), UNSURE]),
        "payroll_hours": numbers.choice([numbers.randint(0, 80_000), round(numbers.uniform(0, 1e6), 3), UNSURE]),
        "records_months": numbers.choice([numbers.randint(0, 600), UNSURE]),
        "home_province": numbers.choice(facts.jurisdictions).code,
        "today": today.isoformat(),
        "deadline": (today + timedelta(numbers.randint(-5, 900))).isoformat(),
        **{key: numbers.choice(values) for key, values in CHOICES.items()},
    }
    home = next(place for place in facts.jurisdictions if place.code == others["home_province"])
    if home.partners:
        others["home_partner"] = numbers.choice(home.partners).id
    return answers | {key: value for key, value in others.items() if numbers.random() < 0.35}


def _strange(answers: dict[str, object], numbers: Random) -> dict[str, object]:
    """The answers with some that no question has, under known and unknown names."""
    names = [*(question.key for question in QUESTIONS), *(f"count.{group}" for group in GROUPS), *STRANGE_NAMES]
    for _ in range(numbers.randint(1, 4)):
        answers[numbers.choice(names)] = _strange_value(numbers, 0)
    return answers


def _strange_value(numbers: Random, depth: int) -> object:
    kind = numbers.randrange(6 if depth < 3 else 4)
    if kind == 4:
        return [_strange_value(numbers, depth + 1) for _ in range(numbers.randint(0, 4))]
    if kind == 5:
        return {numbers.choice(STRANGE_NAMES): _strange_value(numbers, depth + 1) for _ in range(numbers.randint(0, 3))}
    if kind == 3:
        return numbers.choice(["é", "x", "👷"]) * numbers.choice([1, 7, 300, 4_000])
    return numbers.choice([numbers.randint(-9, 60), numbers.uniform(-1e3, 1e6), *STRANGE_VALUES])


def _damaged(text: str, numbers: Random) -> str:
    """The text with something replaced, or its end cut off."""
    at = numbers.randrange(len(text))
    return text[:at] + numbers.choice(["", '"', "x", "é", "{", "0", "\\", "-", '"people": null,']) + text[at + 1 :]


def asked_of(facts: Facts, words: Words) -> Iterator[Request]:
    """What is asked in every run: damaged texts, every question's key alone, each kind of decision, calendars."""
    yield from (("decide_json", text) for text in DAMAGED)
    yield from (("decide_json", json.dumps({question.key: UNSURE})) for question in QUESTIONS)
    yield from each_decision(facts, words)
    yield from calendars(facts)
