"""A small site under the rules of the hosts themselves: names that begin alike, and what each address is sent."""

from pathlib import Path

import pytest

from hooks.addresses import ENGINE, REDIRECTS
from hooks.publish.headers import headers, headers_for, read
from tests.hosts import Hosts, hosts, visited

FILES = (
    "index.html",
    "404.html",
    "quiz/index.html",
    "embed/index.html",
    "provinces/alberta/index.html",
    "assets/site.css",
    "assets/quiz/engine.js",
    "assets/quiz/quiz.js",
    f"{ENGINE}/quiz-0123456789abcdef.zip",
    f"{ENGINE}/pyodide-1-0123456789abcdef/pyodide.asm.wasm",
    "service-worker.js",
)
MOVED = "/old/ /quiz/ 301\n/older/ /provinces/alberta/#counting 301\n"
BOTH = ("netlify", "cloudflare")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hosted")
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text('<!doctype html><meta charset="utf-8"><title>x</title>', encoding="utf-8")
    (folder / REDIRECTS).write_text(MOVED, encoding="utf-8")
    headers(folder)
    return folder


@pytest.fixture(scope="module")
def found(site: Path) -> Hosts:
    return hosts(site, visited(site))


def immutable(found: Hosts, host: str) -> set[str]:
    return {address for address, sent in found.sent[host].items() if "immutable" in sent.get("cache-control", "")}


def test_the_hosts_read_every_line(found: Hosts) -> None:
    assert found.complaints == []


@pytest.mark.parametrize("host", BOTH)
def test_only_files_with_a_hash_in_their_name_are_kept_for_good(found: Hosts, host: str) -> None:
    assert immutable(found, host) == {f"/{name}" for name in FILES if "0123456789abcdef" in name}


@pytest.mark.parametrize("host", BOTH)
def test_the_embedded_quiz_may_be_framed_and_no_other_page(found: Hosts, host: str) -> None:
    sent = found.sent[host]
    pages = {f"/{name.removesuffix('index.html')}" for name in FILES if name.endswith(".html")}
    closed = {address for address in pages if sent[address].get("x-frame-options") == "DENY"}
    assert closed == pages - {"/embed/"}
    assert sent["/embed/"]["content-security-policy"].endswith("; frame-ancestors *")


@pytest.mark.parametrize("host", BOTH)
def test_each_address_is_sent_what_nginx_and_the_server_of_the_tests_send(site: Path, found: Hosts, host: str) -> None:
    every = read((site / "_headers").read_text(encoding="utf-8"))
    ours = {
        address: {name.lower(): value for name, value in headers_for(address, every).items()}
        for address in visited(site)
    }
    assert found.sent[host] == ours


def test_both_hosts_read_what_has_moved(found: Hosts) -> None:
    assert found.redirects == [("/old/", "/quiz/", 301), ("/older/", "/provinces/alberta/#counting", 301)]
