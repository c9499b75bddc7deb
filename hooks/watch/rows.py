"""What the report and the issue show: each page with its facts, what hangs on them, and whether somebody has to act."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hooks.facts.entry import Fact, facts_of
from hooks.facts.model import Catalogue
from hooks.facts.review import past_review
from hooks.watch.compare import Finding
from hooks.watch.record import Record
from hooks.watch.telling import telling
from hooks.watch.weight import Sets, sets_on

MISSES = 2  # runs in a row that a page is out of reach, before somebody has to look
NOT_A_VALUE = {"id", "source", "checked", "confidence", "review_by", "age"}


@dataclass(frozen=True, slots=True)
class Row:
    """One page."""

    finding: Finding
    record: Record
    facts: tuple[Fact, ...]
    sets: int  # how many sets of answers rest on these facts
    due: bool  # whether one of the facts is past its review

    @property
    def address(self) -> str:
        """Where the facts were read."""
        return self.finding.address

    @property
    def text_changed(self) -> bool:
        """Whether paragraphs are gone or new."""
        return bool(self.finding.gone or self.finding.new)

    @property
    def to_do(self) -> bool:
        """Whether a person has to look: something happened that nobody has seen, or a review is due."""
        if self.due or self.finding.state in ("changed", "moved"):
            return True
        if self.finding.state in ("first", "unchanged"):
            return False
        return not self.record.accepted and (self.finding.state != "unreachable" or self.finding.misses >= MISSES)

    @property
    def group(self) -> str:
        """Under which heading the page stands."""
        if self.finding.state in ("changed", "gone") or (self.finding.state == "moved" and self.text_changed):
            return "changed"
        if self.finding.state in ("turned-away", "unreachable", "unreadable"):
            return "not-read"
        return self.finding.state


def rows(
    catalogue: Catalogue,
    findings: Iterable[Finding],
    records: Mapping[str, Record],
    sets: Sets,
    today: datetime.date,
) -> tuple[Row, ...]:
    """A row for each finding, what matters most first: on how many sets of answers its facts have a say."""
    known = facts_by_page(catalogue)
    pages = []
    for finding in findings:
        facts = known.get(finding.address, ())
        due = any(past_review(fact, today) for fact in facts)
        hang = sets_on([fact.id for fact in facts], sets)
        pages.append(Row(finding, records[finding.address], _heaviest_first(facts, sets), hang, due))
    return tuple(sorted(pages, key=_order))


def facts_by_page(catalogue: Catalogue) -> Mapping[str, tuple[Fact, ...]]:
    """The facts by the page they were read at."""
    by_page: dict[str, list[Fact]] = {}
    for fact in facts_of(catalogue):
        by_page.setdefault(fact.source, []).append(fact)
    return {address: tuple(facts) for address, facts in by_page.items()}


def _heaviest_first(facts: Iterable[Fact], sets: Sets) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: -len(sets.get(fact.id, ()))))


def _order(row: Row) -> tuple[int, bool, int, bool, int, str]:
    groups = ("changed", "moved", "not-read", "first", "unchanged")
    rule = any(telling(text) for text in (*row.finding.gone, *row.finding.new))
    return groups.index(row.group), not row.to_do, -row.sets, not rule, -len(row.facts), row.address


def value_of(fact: Fact) -> str:
    """What a fact says, in one line: its sentence, and each value with its name."""
    given = fact.model_dump(mode="json", exclude_defaults=True)
    values = {key: value for key, value in given.items() if key not in NOT_A_VALUE}
    said = values.pop("text", "")
    plain = [f"{key}: {value}" for key, value in values.items() if isinstance(value, str | int)]
    lists = [f"{key}: {', '.join(value)}" for key, value in values.items() if _words(value)]
    return " · ".join(part for part in (said, *plain, *lists) if part)


def _words(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(part, str) for part in value)
