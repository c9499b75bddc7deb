"""The commands: watch every page, say that some were seen, say that one moved."""

import datetime
import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hooks.facts.catalogue import FACTS, load
from hooks.facts.links import LINKS
from hooks.facts.yaml_marks import parse
from hooks.root import ROOT
from hooks.watch import edits, record
from hooks.watch.compare import compare, recorded
from hooks.watch.compare import seen as seen_record
from hooks.watch.issue import issue
from hooks.watch.kept import CACHE, Store
from hooks.watch.polite import Manners
from hooks.watch.report import write
from hooks.watch.rows import Row, facts_by_page, rows
from hooks.watch.run import watch
from hooks.watch.told import summary
from hooks.watch.weight import sets_by_fact

SHOWN = 10  # pages that the command itself names
_SITE = re.compile(r'^site_url: (?:!ENV \[SITE_URL, )?"?(?P<address>https?://[^"\]\s]+)', re.MULTILINE)


def site_address() -> str:
    """Where the site is, for the user agent: as the environment says, else as `mkdocs.yml` does."""
    match = _SITE.search((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return os.environ.get("SITE_URL") or (match["address"] if match else "")


def now() -> datetime.datetime:
    """The time by the clock."""
    return datetime.datetime.now(datetime.UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where facts, records and texts are, and what day it is."""

    today: datetime.date
    facts: Path = FACTS
    lock: Path = record.LOCK
    links: Path = LINKS
    store: Store = field(default_factory=lambda: Store(CACHE))


def watched(desk: Desk, manners: Manners, tell: Callable[[str], None], now: Callable[[], datetime.datetime]) -> None:
    """Read every page, write the records and the report. Raises NoNetworkError where none could be reached."""
    catalogue = load(desk.facts)
    addresses = sorted(facts_by_page(catalogue))
    (desk.store.folder / "issue.md").unlink(missing_ok=True)  # an old one would tell of another week
    tell(f"Reading {len(addresses)} pages, some minutes. A run that is stopped goes on the next time.")
    pages = watch(addresses, record.load(desk.lock), desk.store, manners, tell, now)
    records = record.load(desk.lock)
    findings = {page.address: compare(page, records.get(page.address)) for page in pages}
    new = {address: old for address, old in records.items() if address in addresses}
    for page in pages:
        new[page.address] = recorded(page, findings[page.address], records.get(page.address), desk.today)
    record.save(new, desk.lock)
    tell("Counting the sets of answers that hang on each fact")
    report(desk, tell)


def report(desk: Desk, tell: Callable[[str], None] = lambda _: None) -> None:
    """Write the report and the issue from what is recorded and kept, without a network."""
    catalogue, records = load(desk.facts), record.load(desk.lock)
    pages = [page for address in records if (page := desk.store.get(address))]
    findings = [compare(page, records[page.address]) for page in pages]
    sets, total = sets_by_fact(catalogue)
    report_rows = rows(catalogue, findings, records, sets, desk.today)
    written = write(report_rows, sets, total, desk.store.folder)
    (desk.store.folder / "issue.md").write_text(issue(report_rows, total), encoding="utf-8")
    tell(_in_short(report_rows, written))


def _in_short(report_rows: tuple[Row, ...], written: Path) -> str:
    acting = [row for row in report_rows if row.to_do]
    lines = [f"{row.finding.state:12} {row.sets:5}  {row.address}" for row in acting[:SHOWN]]
    if acting:
        lines.insert(0, "To look at, with the sets of answers that hang on each, most important first:")
    if len(acting) > SHOWN:
        lines.append(f"and {len(acting) - SHOWN} more")
    told = "Open" if acting else "Nothing to do. Everything is in"
    return "\n".join([f"{summary(report_rows)}.", *lines, f"{told} {written}"])


def seen(desk: Desk, addresses: Sequence[str], *, unchanged: bool) -> str:
    """Date pages that still bear their facts out; returns what was done. Raises Refused, and then nothing is changed.

    With `unchanged` also every page whose text is the one that a person saw, each with the day on which it was read.
    """
    records = record.load(desk.lock)
    text = desk.facts.read_text(encoding="utf-8")
    document = parse(text, desk.facts.name)
    known = edits.table(document)
    edits.refuse_unknown(addresses, known)
    days = _unchanged(desk, known, records) if unchanged else {}
    days |= dict.fromkeys(addresses, desk.today)
    new = edits.dated(text, desk.facts.name, days)
    for address in addresses:
        page, old = desk.store.get(address), records.get(address)
        if page:
            records[address] = seen_record(page, compare(page, old), old, desk.today)
            if not page.trouble:
                desk.store.put(page.model_copy(update={"before": page.paragraphs, "whole_before": page.whole}))
        elif old:
            # What the person saw is not what the record stands for, and this machine never read the page.
            del records[address]
    desk.facts.write_text(new, encoding="utf-8")
    record.save(records, desk.lock)
    ages = edits.ages(document)
    return "\n".join(_told(desk, len(days), [(address, ages.get(address)) for address in addresses]))


def _unchanged(desk: Desk, known: Iterable[str], records: record.Lock) -> dict[str, datetime.date]:
    days = {}
    for address in known:
        page, old = desk.store.get(address), records.get(address)
        if page and old and page.read and not page.trouble and compare(page, old).state == "unchanged":
            days[address] = page.read
    return days


def _told(desk: Desk, dated: int, read: Iterable[tuple[str, str | None]]) -> Iterable[str]:
    yield f"{dated} page{'s' * (dated != 1)} dated in {desk.facts.name}."
    for address, age in read:
        if age:
            yield f"{address}: its line still says “age: {age}”. Take that out if you read the page itself."


def moved(desk: Desk, old: str, new: str) -> str:
    """Give a page its new address everywhere; returns what was done. Raises Refused, and then nothing is changed."""
    text = desk.facts.read_text(encoding="utf-8")
    changed = edits.moved(text, desk.facts.name, old, new)
    links = desk.links.read_text(encoding="utf-8")
    new_links = edits.replaced(links, desk.links.name, old, new)
    records = record.load(desk.lock)
    desk.facts.write_text(changed, encoding="utf-8")
    desk.links.write_text(new_links, encoding="utf-8")
    _moved_record(desk, records, old, new)
    times = text.count(old) - changed.count(old) + links.count(old) - new_links.count(old)
    return f"{new} stands in {times} places now. Once you have read it: .venv/bin/python -m hooks seen '{new}'"


def _moved_record(desk: Desk, records: dict[str, record.Record], old: str, new: str) -> None:
    """The record and the texts go along, so that the next look is at the same page and not at a new one."""
    before, page = records.pop(old, None), desk.store.get(old)
    if before and new not in records:
        records[new] = before.model_copy(update={"final": new})
    if page and not desk.store.get(new):
        desk.store.put(page.model_copy(update={"address": new, "etag": "", "modified": ""}))
    record.save(records, desk.lock)
