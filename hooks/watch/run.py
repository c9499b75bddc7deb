"""One run over all pages: host by host at the same time, each page kept as it comes, so that a stopped run goes on."""

import datetime
import json
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event, Lock
from urllib.parse import urlsplit

from hooks.watch.compare import kind_of_status
from hooks.watch.kept import Kept, Store
from hooks.watch.places import Trouble
from hooks.watch.polite import Answer, Clock, Manners, Reader
from hooks.watch.readable import mark, readable
from hooks.watch.record import Lock as Records
from hooks.watch.record import Record

AT_ONCE = 16  # hosts
GOES_ON = datetime.timedelta(hours=12)  # a run that was stopped longer ago is begun anew
HOPELESS = 6  # hosts out of reach, before any that answers, mean that there is no network
TOLD_EVERY = 25  # pages


class NoNetworkError(Exception):
    """No page could be reached: nothing was read, and nothing changed."""


@dataclass(slots=True)
class Progress:
    """How a run is going; shared by its threads."""

    tell: Callable[[str], None]
    total: int
    done: int = 0
    answered: int = 0
    out_of_reach: set[str] = field(default_factory=set)
    stop: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)

    def count(self, page: Kept) -> None:
        """One more page was tried."""
        with self.lock:
            self.done += 1
            self.answered += page.trouble != "no-connection"
            if page.trouble == "no-connection":
                self.out_of_reach.add(urlsplit(page.address).hostname or "")
            if not self.answered and len(self.out_of_reach) >= HOPELESS:
                self.stop.set()
            if self.done % TOLD_EVERY == 0:
                self.tell(f"{self.done} of {self.total} pages")


def watch(
    addresses: Iterable[str],
    records: Records,
    store: Store,
    manners: Manners,
    tell: Callable[[str], None],
    now: Callable[[], datetime.datetime],
) -> tuple[Kept, ...]:
    """Read every page once, going on where a stopped run left off; each as it is kept now.

    Raises NoNetworkError where none could be reached.
    """
    wanted = tuple(dict.fromkeys(addresses))
    begun = _begun(store, now())
    kept = {address: page for address in wanted if (page := store.get(address)) and page.tried >= begun}
    left = [address for address in wanted if address not in kept]
    if kept and left:
        tell(f"Going on: {len(kept)} of {len(wanted)} pages were read before.")
    missed = _read_all(left, records, store, manners, Progress(tell, len(left)), now)
    (store.folder / "run.json").unlink(missing_ok=True)
    return tuple(page for address in wanted if (page := missed.get(address) or store.get(address)))


def _begun(store: Store, now: datetime.datetime) -> datetime.datetime:
    """When the run that goes on now was begun; a run that was finished, or long ago, is not gone on with."""
    file = store.folder / "run.json"
    try:
        begun = datetime.datetime.fromisoformat(json.loads(file.read_text(encoding="utf-8"))["begun"])
        if datetime.timedelta() <= now - begun < GOES_ON:
            return begun
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        pass
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"begun": now.isoformat()}), encoding="utf-8")
    return now


def _read_all(
    addresses: Sequence[str],
    records: Records,
    store: Store,
    manners: Manners,
    progress: Progress,
    now: Callable[[], datetime.datetime],
) -> dict[str, Kept]:
    """Read and keep; pages out of reach are kept only once it is clear that there is a network. Returns these."""
    reader = Reader(manners, Clock(wait=progress.stop.wait))
    out_of_reach: dict[str, Kept] = {}

    def host(group: Sequence[str]) -> None:
        for address in group:
            if progress.stop.is_set():
                return
            page = page_of(address, store.get(address), records.get(address), reader, now())
            if page.trouble == "no-connection":
                out_of_reach[address] = page
            else:
                store.put(page)
            progress.count(page)

    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        for finished in [pool.submit(host, group) for group in _by_host(addresses)]:
            finished.result()
    finally:
        progress.stop.set()
        pool.shutdown(cancel_futures=True)
    if addresses and not progress.answered:
        raise NoNetworkError("No network here: none of the pages could be reached. Nothing was changed.")
    for page in out_of_reach.values():
        store.put(page)
    return out_of_reach


def _by_host(addresses: Iterable[str]) -> list[list[str]]:
    """Addresses by host, the host with most of them first: it takes longest."""
    groups: dict[str, list[str]] = {}
    for address in addresses:
        groups.setdefault(urlsplit(address).hostname or "", []).append(address)
    return sorted(groups.values(), key=len, reverse=True)


def page_of(address: str, kept: Kept | None, record: Record | None, reader: Reader, now: datetime.datetime) -> Kept:
    """The page as it is now, read over the network; what was kept of it before goes on where it did not come."""
    old = kept or Kept(address=address, tried=now)
    known = bool(old.paragraphs and old.final)
    try:
        answer = reader.read(address, old.etag if known else "", old.modified if known else "")
        if answer.status == 304 and known:
            return _settled(_came(old, now), record)
        if kind := kind_of_status(answer.status):
            raise Trouble(kind, f"it answers with status {answer.status}")
        return _settled(_new(old, answer, now), record)
    except Trouble as trouble:
        changed = {"tried": now, "trouble": trouble.kind, "said": trouble.said, "misses": old.misses + 1}
        return old.model_copy(update=changed)


def _came(old: Kept, now: datetime.datetime) -> Kept:
    return old.model_copy(update={"tried": now, "read": now.date(), "trouble": "", "said": "", "misses": 0})


def _new(old: Kept, answer: Answer, now: datetime.datetime) -> Kept:
    text = readable(answer.body, answer.headers.get("content-type", "").lower())
    return _came(old, now).model_copy(
        update={
            "status": answer.status,
            "final": answer.final,
            "permanent": answer.permanent,
            "title": text.title,
            "paragraphs": text.paragraphs,
            "whole": text.whole,
            "etag": answer.headers.get("etag", ""),
            "modified": answer.headers.get("last-modified", ""),
        }
    )


def _settled(page: Kept, record: Record | None) -> Kept:
    """The page with its text as the one to compare with, where that is what the record stands for, or the first."""
    hashes = record.paragraphs if record else ()
    same = not hashes and not page.before
    if same or tuple(mark(text) for text in page.paragraphs) == hashes:
        return page.model_copy(update={"before": page.paragraphs, "whole_before": page.whole})
    return page
