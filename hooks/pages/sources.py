"""The sources of one page, numbered in the order in which the page cites them."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hooks.facts.model import Fact, Known


@dataclass(frozen=True, slots=True)
class Source:
    """One line of the list: the address, and when, how surely and in which copy it was read."""

    number: int
    url: str
    checked: datetime.date
    confidence: str
    age: str | None
    review_by: datetime.date


class Sources:
    """Collects what a page cites while it is written; `cite` gives the mark, `listed` the list at its end."""

    def __init__(self, known: Known, cite_word: str) -> None:
        self._known = known
        self._word = cite_word
        self._found: dict[tuple[object, ...], Source] = {}

    def cite(self, *cited: object) -> Markup:
        """Links to the sources of some facts, or of the facts with some ids; nothing for no fact."""
        numbers = dict.fromkeys(self._number(fact).number for fact in self._facts(cited))
        links = (
            f'<a class="cite" href="#source-{number}" aria-label="{self._word} {number}">{number}</a>'
            for number in numbers
        )
        return Markup("".join(links))

    def cite_source(self, source: Mapping[str, str]) -> Markup:
        """The same for a source as the engine gives it: the fact behind it is found by what it says of itself."""
        wanted = (source["url"], source["checked"], source["confidence"])
        facts = (fact for fact in self._known.values() if _said(fact) == wanted)
        return self.cite(next(facts))

    def _facts(self, cited: Iterable[object]) -> Iterable[Fact]:
        for entry in cited:
            if entry is None:
                continue
            fact_id = entry if isinstance(entry, str) else getattr(entry, "id", "")
            yield entry if isinstance(entry, Fact) else self._known[fact_id]

    def _number(self, fact: Fact) -> Source:
        key = (fact.source, fact.checked, fact.confidence, fact.age)
        if key not in self._found:
            number = len(self._found) + 1
            self._found[key] = Source(number, fact.source, fact.checked, fact.confidence, fact.age, fact.review_by)
        return self._found[key]

    def listed(self) -> tuple[Source, ...]:
        """Every source that was cited so far."""
        return tuple(self._found.values())

    @property
    def newest(self) -> datetime.date | None:
        """The newest day on which one of them was checked; None for a page without sources."""
        return max((source.checked for source in self._found.values()), default=None)

    @property
    def next_review(self) -> datetime.date | None:
        """The first day on which one of them is due for another look."""
        return min((source.review_by for source in self._found.values()), default=None)


def _said(fact: Fact) -> tuple[str, str, str]:
    return fact.source, fact.checked.isoformat(), fact.confidence
