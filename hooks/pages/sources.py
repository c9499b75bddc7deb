"""The sources of one page: a row for each address, numbered in the order in which the page cites them."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from hooks.facts.entry import Fact
from hooks.facts.model import Known


@dataclass(frozen=True, slots=True)
class Note:
    """When, how surely and in which copy a page was read for some of its facts; `anchor` is where that stands."""

    anchor: str
    checked: datetime.date
    confidence: str
    age: str | None
    review_by: datetime.date


@dataclass(slots=True)
class Source:
    """One row of the list: an address, and a note for each way in which its facts were read."""

    number: int
    url: str
    fact: str  # the first that cites it: what a visitor's message names
    _notes: dict[tuple[object, ...], Note] = field(default_factory=dict)

    @property
    def anchor(self) -> str:
        """Where the row stands; its first note stands there too."""
        return f"source-{self.number}"

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was said of its facts, each thing once, in the order in which they were cited."""
        return tuple(self._notes.values())

    def add(self, fact: Fact) -> Note:
        """The note that holds for a fact. What is the same of several facts falls due with the first of them."""
        key = (fact.checked, fact.confidence, fact.age)
        anchor = f"{self.anchor}-{len(self._notes) + 1}" if self._notes else self.anchor
        note = self._notes.get(key) or Note(anchor, *key, fact.review_by)
        self._notes[key] = replace(note, review_by=min(note.review_by, fact.review_by))
        return self._notes[key]


class Sources:
    """Collects what a page cites while it is written; `cite` gives the mark, `listed` the list at its end."""

    def __init__(self, known: Known, cite_word: str) -> None:
        self._known = known
        self._word = cite_word
        self._cited: dict[str, Source] = {}

    def cite(self, *cited: object) -> Markup:
        """Links to the sources of some facts, or of the facts with some ids; nothing for no fact.

        Facts of one address share a mark. It leads to their note, or to the whole row where theirs differ.
        """
        anchors: dict[int, set[str]] = {}
        for fact in self._facts(cited):
            source = self._cited.setdefault(fact.source, Source(len(self._cited) + 1, fact.source, fact.id))
            anchors.setdefault(source.number, set()).add(source.add(fact).anchor)
        return Markup("".join(self._mark(number, own) for number, own in anchors.items()))

    def cite_named(self, said: Mapping[str, object], *also: object) -> Markup:
        """The same for what the engine says: a reason, a caution or a step names the fact that it rests on, if any."""
        return self.cite(said.get("fact") or said.get("rule"), *also)

    def _facts(self, cited: Iterable[object]) -> Iterable[Fact]:
        for entry in cited:
            if entry is None:
                continue
            fact_id = entry if isinstance(entry, str) else getattr(entry, "id", "")
            yield entry if isinstance(entry, Fact) else self._known[fact_id]

    def _mark(self, number: int, anchors: set[str]) -> str:
        anchor = anchors.pop() if len(anchors) == 1 else f"source-{number}"
        return f'<a class="cite" href="#{anchor}" aria-label="{self._word} {number}">{number}</a>'

    def listed(self) -> tuple[Source, ...]:
        """Every source that was cited so far."""
        return tuple(self._cited.values())

    @property
    def several(self) -> bool:
        """Whether the facts of some address were not all read alike, so that its row has a line for each way."""
        return any(len(source.notes) > 1 for source in self.listed())

    @property
    def newest(self) -> datetime.date | None:
        """The newest day on which one of them was checked; None for a page without sources."""
        return max((note.checked for note in self._notes()), default=None)

    @property
    def next_review(self) -> datetime.date | None:
        """The first day on which one of them is due for another look."""
        return min((note.review_by for note in self._notes()), default=None)

    def _notes(self) -> Iterable[Note]:
        return (note for source in self.listed() for note in source.notes)
