"""Addresses that were once public work for ever: `urls.txt` lists them, and a line never leaves that file."""

import http.client
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from hooks.root import ROOT

LIST = ROOT / "tests" / "site" / "urls.txt"
LISTED = LIST.read_text(encoding="utf-8").split()
FILES = ("feed.xml", "llms.txt", "robots.txt", "sitemap.xml")
PICTURES = ("assets/cards/*.png", "assets/qr/*.svg")


def public(site: Path) -> set[str]:
    """Every address of a built site that somebody may have linked to."""
    pages = {path.parent for path in site.rglob("index.html")}
    found = {f"/{page.relative_to(site).as_posix()}/" for page in pages - {site}} | {"/"}
    found |= {f"/{name}" for name in FILES if (site / name).exists()}
    return found | {f"/{path.relative_to(site).as_posix()}" for shape in PICTURES for path in site.glob(shape)}


def once_listed() -> set[str]:
    """Every line that a commit ever took off the list."""
    command = ["git", "log", "--format=", "--patch", "--no-renames", "--", str(LIST)]
    log = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return {line[1:] for line in log.splitlines() if line.startswith("-/")}


@pytest.fixture(scope="module")
def answers(base_url: str) -> dict[str, int]:
    """What the host says to each address of the list."""
    connection = http.client.HTTPConnection(urlsplit(base_url).netloc)
    found = {}
    for address in LISTED:
        connection.request("GET", address)
        reply = connection.getresponse()
        reply.read()
        found[address] = reply.status
    return found


def test_every_address_of_the_list_works(answers: dict[str, int]) -> None:
    gone = [address for address, status in answers.items() if status != 200]
    assert gone == [], "put these back, or name their new place under `redirects` in docs/links.yml"


def test_every_public_address_is_on_the_list(site: Path) -> None:
    missing = sorted(public(site) - set(LISTED))
    assert missing == [], "add to tests/site/urls.txt:\n" + "\n".join(missing)


def test_no_address_ever_left_the_list() -> None:
    assert once_listed() - set(LISTED) == set(), "put back into tests/site/urls.txt"


def test_the_list_is_sorted_and_says_nothing_twice() -> None:
    assert sorted(set(LISTED)) == LISTED
