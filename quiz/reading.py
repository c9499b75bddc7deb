"""Facts from plain JSON: which dataclass stands where, and nothing else. The build has checked the data."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import cache

from quiz.fact import Fact
from quiz.facts import (
    Authority,
    Caution,
    Conflict,
    Contact,
    Counting,
    Facts,
    Interim,
    Jurisdiction,
    Letter,
    Partner,
    SizeClass,
    When,
)
from quiz.process import Audit, Fee, Money, PassMarks, Process, Records, Refund, Timing, Training, Validity

type Plain = Mapping[str, object]

NESTED: Mapping[type, Mapping[str, type]] = {
    Facts: {"jurisdictions": Jurisdiction, "cautions": Caution},
    Jurisdiction: {
        "authority": Authority,
        "partners": Partner,
        "without_partner": SizeClass,
        "account_rule": Fact,
        "choose_cor": Fact,
        "refund_registration": Fact,
        "letters": Letter,
        "cautions": Caution,
        "conflicts": Conflict,
        "money": Money,
        "interim": Interim,
        "need": Fact,
    },
    Partner: {
        "counting": Counting,
        "size_classes": SizeClass,
        "processes": Process,
        "status_note": Fact,
        "account_rule": Fact,
        "follows_place": Fact,
        "contact": Contact,
    },
    Authority: {"contact": Contact},
    Caution: {"when": When},
    Interim: {"when": When},
    Money: {"refund": Refund},
    Conflict: {"readings": Fact},
    Process: {
        "audit": Audit,
        "pass_marks": PassMarks,
        "records": Records,
        "validity": Validity,
        "timing": Timing,
        "training": Training,
        "upkeep": Fact,
        "fees": Fee,
    },
}
DATES = ("checked", "review_by", "newest_check")

# The same few days, ids and addresses stand in hundreds of facts: one object for each.
_day = cache(date.fromisoformat)
_text = cache(str)


def from_plain(data: Plain) -> Facts:
    """The facts from the JSON that the build writes; keys that rules do not read are passed over."""
    return _make(Facts, data)


def _make[T](kind: type[T], data: Plain) -> T:
    nested = NESTED.get(kind, {})
    values = {}
    for name in (f.name for f in fields(kind)):  # type: ignore[arg-type]
        if name in data:
            values[name] = _value(name, data[name], nested.get(name))
    return kind(**values)


def _value(name: str, value: object, kind: type | None) -> object:
    if isinstance(value, str):
        return _day(value) if name in DATES else _text(value)
    if isinstance(value, list):
        return tuple(_value(name, part, kind) for part in value)
    if kind is not None and isinstance(value, dict):
        return _make(kind, value)
    return value
