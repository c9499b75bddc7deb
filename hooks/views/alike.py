"""The ways to a certificate at a place, gathered: which classes and partners have the same audit, records, fees …"""

from collections.abc import Callable
from dataclasses import dataclass

from hooks.views.ladders import Rung, active, ladder
from quiz.facts import Audit, Fact, Jurisdiction, Partner, PassMarks, Process
from quiz.words import Words

type Value = Fact | tuple[Fact, ...] | None
type Part = Callable[[Process], Value]


@dataclass(frozen=True, slots=True)
class Alike:
    """Classes of a place for which one thing holds; `value` is None where nothing is verified for them."""

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
    def holders(self) -> tuple[tuple[tuple[str, ...], tuple[Partner, ...]], ...]:
        """The same, exactly: names of classes, each time with the partners for which it holds in just these."""
        found: dict[tuple[str, ...], list[Partner]] = {}
        for partner in self.partners:
            names = dict.fromkeys(rung.name for rung in self.rungs if rung.partner.id == partner.id)
            found.setdefault(tuple(names), []).append(partner)
        return tuple((names, tuple(partners)) for names, partners in found.items())

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact that says so."""
        return tuple(fact for value in self.values for fact in _facts(value))


def alike(place: Jurisdiction, words: Words, field: str) -> tuple[Alike, ...]:
    """The classes of a place by one part of their process: `audit`, `pass_marks`, `records`, `fees` and so on."""
    found: dict[object, list[tuple[Rung, Value]]] = {}
    for partner in active(place):
        for rung in ladder(partner, words):
            if rung.route not in ("ask", "none"):
                value: Value = getattr(rung.process, field) if rung.process else None
                found.setdefault(_content(value), []).append((rung, value))
    return tuple(Alike(tuple(r for r, _ in same), tuple(v for _, v in same)) for same in found.values())


def _facts(value: Value) -> tuple[Fact, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _content(value: Value) -> object:
    """What a reader would take for the same: who audits, the marks, or the words."""
    if isinstance(value, Audit):
        return value.kind
    if isinstance(value, PassMarks):
        return value.overall, value.each_element, value.upkeep
    return tuple(fact.text for fact in _facts(value))
