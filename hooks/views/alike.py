"""The ways to a certificate at a place, gathered: which classes and partners have the same audit, records, fees …"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from hooks.views.ladders import Rung, active, ladder
from quiz.fact import Fact
from quiz.facts import Jurisdiction, Partner
from quiz.process import Audit, PassMarks, Process
from quiz.words import Words

type Value = Fact | tuple[Fact, ...] | None
# The only partner of the place, every one of several, or some of them.
type Scope = Literal["only", "every", "some"]
type Part = Callable[[Process], Value]


@dataclass(frozen=True, slots=True)
class Holders:
    """Names of classes, with the partners for which a thing holds in just these."""

    names: tuple[str, ...]
    partners: tuple[Partner, ...]
    scope: Scope


@dataclass(frozen=True, slots=True)
class Alike:
    """Classes of a place for which one thing holds; `value` is None where nothing is verified for them."""

    place: Jurisdiction
    rungs: tuple[Rung, ...]
    values: tuple[Value, ...]

    @property
    def value(self) -> Value:
        """What holds for them all."""
        return self.values[0]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the classes, each once."""
        return tuple(dict.fromkeys(rung.name for rung in self.rungs))

    @property
    def partners(self) -> tuple[Partner, ...]:
        """The partners, each once."""
        return tuple({rung.partner.id: rung.partner for rung in self.rungs}.values())

    @property
    def holders(self) -> tuple[Holders, ...]:
        """The same, exactly: names of classes, each time with the partners for which it holds in just these."""
        by_names: dict[tuple[str, ...], list[Partner]] = {}
        for partner in self.partners:
            names = dict.fromkeys(rung.name for rung in self.rungs if rung.partner.id == partner.id)
            by_names.setdefault(tuple(names), []).append(partner)
        return tuple(Holders(names, tuple(partners), self._scope(partners)) for names, partners in by_names.items())

    def _scope(self, partners: list[Partner]) -> Scope:
        if len(self.place.partners) == 1:
            return "only"
        return "every" if len(partners) == len(active(self.place)) else "some"

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact that says so."""
        return tuple(fact for value in self.values for fact in _facts(value))


def alike(place: Jurisdiction, words: Words, field: str) -> tuple[Alike, ...]:
    """The classes of a place by one part of their process: `audit`, `pass_marks`, `records`, `fees` and so on."""
    by_content: dict[object, list[tuple[Rung, Value]]] = {}
    for partner in active(place):
        for rung in ladder(partner, words):
            if rung.certifies:
                value: Value = getattr(rung.process, field) if rung.process else None
                by_content.setdefault(_content(value), []).append((rung, value))
    return tuple(Alike(place, tuple(r for r, _ in same), tuple(v for _, v in same)) for same in by_content.values())


def _facts(value: Value) -> tuple[Fact, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _content(value: Value) -> object:
    """What a reader would take for the same: who audits, the marks, or the words; and whether they are in doubt."""
    return _told(value), all(fact.confidence == "low" for fact in _facts(value))


def _told(value: Value) -> object:
    if isinstance(value, Audit):
        return value.kind
    if isinstance(value, PassMarks):
        return value.overall, value.each_element, value.upkeep
    return tuple(fact.text for fact in _facts(value))
