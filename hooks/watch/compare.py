"""What became of a page since somebody looked at it: pure, from its record and what this machine keeps of it."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from hooks.watch.kept import Kept
from hooks.watch.readable import mark, same
from hooks.watch.record import Record, State

GONE = (404, 410)
TURNED_AWAY = (401, 402, 403, 405, 406, 429, 451, 999)
# Each kind of trouble and the state that it makes.
KINDS: Mapping[str, State] = {
    "gone": "gone",
    "turned-away": "turned-away",
    "robots": "turned-away",
    "later": "turned-away",
    "refused": "turned-away",
    "no-connection": "unreachable",
    "not-safe": "unreachable",
    "too-slow": "unreachable",
    "broken": "unreachable",
    "redirects": "unreachable",
    "too-large": "unreadable",
    "no-text": "unreadable",
}
LONG_ENOUGH = 25  # characters: a shorter text may stand elsewhere on a page by chance
UNKNOWN = ""  # a paragraph that another machine saw


@dataclass(frozen=True, slots=True)
class Finding:
    """One page: what became of it, and for a change the paragraphs on both sides (empty: not on this machine)."""

    address: str
    state: State
    said: str = ""
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    proposal: str = ""  # the new address of a page that moved
    misses: int = 0

    @property
    def leads_home(self) -> bool:
        """Whether a page that moved now leads to a front page: then the page itself is probably gone."""
        front = ("", "/")
        return (
            bool(self.proposal) and urlsplit(self.proposal).path in front and urlsplit(self.address).path not in front
        )


def kind_of_status(status: int) -> str:
    """The kind of trouble that a status means; empty for a page that came."""
    if status in GONE:
        return "gone"
    if status in TURNED_AWAY:
        return "turned-away"
    return "" if 200 <= status < 300 else "broken"


def compare(page: Kept, record: Record | None) -> Finding:
    """What became of the page; without a record it is read for the first time."""
    if page.trouble:
        return Finding(page.address, KINDS[page.trouble], page.said, misses=page.misses)
    gone, new = changes(page, record)
    accepted = record is not None and record.seen is not None and record.final == page.final
    if page.permanent and page.final != page.address and not accepted:
        return Finding(page.address, "moved", gone=gone, new=new, proposal=page.final)
    if gone or new:
        return Finding(page.address, "changed", gone=gone, new=new)
    return Finding(page.address, "unchanged" if record and record.seen else "first")


def changes(page: Kept, record: Record | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs that are gone and those that are new."""
    before = tuple(mark(text) for text in page.before)
    hashes = record.paragraphs if record and record.paragraphs else before
    if not hashes:
        return (), ()
    texts = {mark(text): text for text in (*page.before, *page.paragraphs)}
    now = {mark(text) for text in page.paragraphs}
    gone = (texts.get(number, UNKNOWN) for number in hashes if number not in now)
    new = (text for text in page.paragraphs if mark(text) not in hashes)
    return tuple(_elsewhere(gone, page.whole)), tuple(_elsewhere(new, page.whole_before if before == hashes else ""))


def _elsewhere(texts: Iterator[str], whole: str) -> Iterator[str]:
    """Only texts that the other version does not hold anywhere: what is taken for the main part may change."""
    other = f" {same(whole)} "
    return (text for text in texts if len(same(text)) < LONG_ENOUGH or f" {same(text)} " not in other)


def recorded(page: Kept, finding: Finding, record: Record | None, today: datetime.date) -> Record:
    """The record after a run: it keeps what a person saw, and says what became of the page."""
    old = record or Record(state=finding.state, since=today)
    first = not old.paragraphs and not page.trouble
    state: State = "first" if first and finding.state == "unchanged" else finding.state
    changed: dict[str, object] = {
        "state": state,
        "since": old.since if old.state == state else today,
        "accepted": old.accepted and old.state == state,
        "read": page.read,
        "status": page.status,
    }
    if first:
        text = page.before or page.paragraphs
        changed |= {"final": page.final, "title": page.title, "seen": None}
        changed |= {"paragraphs": tuple(mark(paragraph) for paragraph in text)}
    return old.model_copy(update=changed)


def seen(page: Kept, finding: Finding, record: Record | None, day: datetime.date) -> Record:
    """The record once a person has said that the page still bears its facts out as it is now."""
    old = record or Record(state=finding.state, since=day)
    if page.trouble:
        return old.model_copy(update={"seen": day, "accepted": True})
    return Record(
        state="unchanged",
        since=day,
        read=page.read,
        seen=day,
        status=page.status,
        final=page.final,
        title=page.title,
        paragraphs=tuple(mark(text) for text in page.paragraphs),
    )
