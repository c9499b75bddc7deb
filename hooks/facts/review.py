"""What to look at again: the facts past their day, and whether the addresses that they were read at still answer."""

import datetime
import json
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from hooks.facts.model import Catalogue, Fact, facts_of

LYCHEE = Path(sys.executable).with_name("lychee")
# A site that turns robots away has answered: whether the page still says the same is for a person to see.
ANSWERED = "200..=299,401,403,405,406,429,999"
PATIENCE = 4  # seconds until a site counts as out of reach
TRIED = 5  # sites; if none of them can be reached there is no network


def due(catalogue: Catalogue, today: datetime.date) -> tuple[Fact, ...]:
    """The facts that should have been looked at again by now, those that wait longest first."""
    late = (fact for fact in facts_of(catalogue) if fact.review_by < today)
    return tuple(sorted(late, key=lambda fact: (fact.review_by, fact.id)))


def sources(catalogue: Catalogue) -> Mapping[str, tuple[Fact, ...]]:
    """Every address that facts were read at, with these facts."""
    found: dict[str, list[Fact]] = {}
    for fact in facts_of(catalogue):
        found.setdefault(fact.source, []).append(fact)
    return {address: tuple(facts) for address, facts in sorted(found.items())}


def connected(addresses: Iterable[str]) -> bool:
    """Whether any of the first few sites can be reached."""
    hosts = list(dict.fromkeys(urlsplit(address).hostname or "" for address in addresses))[:TRIED]
    return any(_reached(host) for host in hosts)


def _reached(host: str) -> bool:
    try:
        socket.create_connection((host, 443), timeout=PATIENCE).close()
    except OSError:
        return False
    return True


def dead(addresses: Iterable[str]) -> Mapping[str, str]:
    """The addresses that answer no more, each with what came instead."""
    with TemporaryDirectory() as folder:
        asked = Path(folder) / "addresses.txt"
        asked.write_text("\n".join(addresses), encoding="utf-8")
        options = ["--no-progress", "--format", "json", "--accept", ANSWERED, "--timeout", "30", "--max-retries", "2"]
        command = [str(LYCHEE), *options, "--max-concurrency", "8", str(asked)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(run.stdout)
    kinds = ("error_map", "timeout_map")
    wrong = [entry for kind in kinds for entries in found.get(kind, {}).values() for entry in entries]
    return {entry["url"]: entry["status"].get("text", "no answer") for entry in wrong}


def report(catalogue: Catalogue, today: datetime.date) -> Iterator[tuple[bool, str]]:
    """The report line by line, each with whether somebody has to act on it."""
    late = due(catalogue, today)
    yield False, f"{len(late)} facts are due for another look on {today}."
    for fact in late:
        yield True, f"  {fact.review_by}  {fact.id}  {fact.source}"
    known = sources(catalogue)
    yield False, f"{len(known)} addresses hold the {sum(map(len, known.values()))} facts:"
    for address, facts in known.items():
        yield False, f"  {min(fact.review_by for fact in facts)}  {len(facts):3}  {address}"
    if not connected(known):
        yield False, "No network here: whether the addresses still answer was not tried."
        return
    gone = dead(known)
    yield False, f"{len(gone)} addresses answer no more."
    for address, what in gone.items():
        yield True, f"  {address}: {what}, behind {', '.join(fact.id for fact in known.get(address, ())[:5])}"
