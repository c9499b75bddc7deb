"""The finished site under the hosts' own code: every address is sent what the tests' server sends."""

import re
from pathlib import Path

import pytest

from hooks.addresses import ENGINE
from hooks.publish.headers import headers_for, read
from tests.hosts import Hosts, hosts, visited

BOTH = ("netlify", "cloudflare")
HASHED = re.compile(r"[.-][0-9a-f]{8,}\b")


@pytest.fixture(scope="module")
def found(site: Path) -> Hosts:
    return hosts(site, visited(site))


def test_the_hosts_read_every_line(found: Hosts) -> None:
    assert found.complaints == []


@pytest.mark.parametrize("host", BOTH)
def test_each_address_is_sent_what_nginx_and_the_server_of_the_tests_send(site: Path, found: Hosts, host: str) -> None:
    every = read((site / "_headers").read_text(encoding="utf-8"))
    for address, sent in found.sent[host].items():
        assert sent == {name.lower(): value for name, value in headers_for(address, every).items()}, address


@pytest.mark.parametrize("host", BOTH)
def test_no_file_without_a_hash_in_its_address_is_kept_for_good(found: Hosts, host: str) -> None:
    kept = [address for address, sent in found.sent[host].items() if "immutable" in sent.get("cache-control", "")]
    assert len(kept) > 5
    assert [address for address in kept if not HASHED.search(address)] == []


def test_no_other_address_begins_like_the_folder_of_the_engine(site: Path) -> None:
    alike = [address for address in visited(site) if address.startswith(f"/{ENGINE}")]
    assert [address for address in alike if not address.startswith(f"/{ENGINE}/")] == []
