"""A small site over HTTP: types, compressed copies, headers, and the page for a wrong address."""

import gzip
import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from hooks.__main__ import serve
from hooks.addresses import ENGINE
from hooks.publish.compress import compress
from hooks.publish.headers import headers
from hooks.publish.serve import DEFAULT_PORT, serving, wanted_port
from hooks.refused import Refused

PAGE = "<!doctype html><title>Quiz</title>" + "<p>How many people?</p>" * 100


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    files = {
        "index.html": PAGE,
        "quiz/index.html": PAGE,
        "404.html": "<!doctype html><title>Not found</title>",
        "assets/quiz/engine.js": "// worker",
        f"{ENGINE}/x.wasm": "\0asm" * 1000,
        f"{ENGINE}/module.mjs": "export {};",
        "plan.ics": "BEGIN:VCALENDAR",
        "_redirects": "/old/ /quiz/ 301\n/older/ /quiz/#people 301\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    compress(folder, cache=tmp_path_factory.mktemp("cache"))
    headers(folder)
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as found:
        yield found


type Answer = tuple[http.client.HTTPResponse, bytes]


def ask(address: str, path: str, method: str = "GET", accept: str = "identity", **headers: str) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request(method, path, headers={"Accept-Encoding": accept, **headers})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_the_address_is_on_this_machine_only(address: str) -> None:
    assert urlsplit(address).hostname == "127.0.0.1"


def test_a_folder_shows_its_page(address: str) -> None:
    response, body = ask(address, "/quiz/")
    assert (response.status, body.decode()) == (200, PAGE)


def test_a_folder_without_its_slash_leads_to_it(address: str) -> None:
    response, _ = ask(address, "/quiz")
    assert response.status == 302
    assert response.headers["Location"] == "quiz/"


def test_what_is_asked_of_a_folder_goes_along_to_it(address: str) -> None:
    response, _ = ask(address, "/quiz?utm_source=card")
    assert response.headers["Location"] == "quiz/?utm_source=card"


def test_brotli_is_sent_to_a_browser_that_reads_it(address: str) -> None:
    response, body = ask(address, "/quiz/", accept="gzip, deflate, br")
    assert response.headers["Content-Encoding"] == "br"
    assert brotli.decompress(body).decode() == PAGE


def test_gzip_is_sent_to_a_browser_without_brotli(address: str) -> None:
    response, body = ask(address, "/quiz/", accept="gzip")
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body).decode() == PAGE


@pytest.mark.parametrize("accept", ["gzip;q=0", "br;q=0, gzip; q=0.0", "*;q=0, identity", "GZIP;Q=0.000"])
def test_what_a_browser_refuses_is_not_sent(address: str, accept: str) -> None:
    response, body = ask(address, "/quiz/", accept=accept)
    assert "Content-Encoding" not in response.headers
    assert body.decode() == PAGE


@pytest.mark.parametrize("accept", ["br;q=0, gzip", "gzip;q=0.5", "gzip;q=0.001, br;q=0"])
def test_what_a_browser_takes_beside_what_it_refuses_is_sent(address: str, accept: str) -> None:
    response, _ = ask(address, "/quiz/", accept=accept)
    assert response.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(
    ("asked", "told", "sent"),
    [
        ("bytes=0-0", f"bytes 0-0/{len(PAGE)}", PAGE[:1]),
        ("bytes=1-1", f"bytes 1-1/{len(PAGE)}", PAGE[1:2]),
        ("bytes=-1", f"bytes {len(PAGE) - 1}-{len(PAGE) - 1}/{len(PAGE)}", PAGE[-1:]),
        (f"bytes={len(PAGE) - 1}-", f"bytes {len(PAGE) - 1}-{len(PAGE) - 1}/{len(PAGE)}", PAGE[-1:]),
        ("bytes=2-9", f"bytes 2-9/{len(PAGE)}", PAGE[2:10]),
    ],
)
def test_a_part_of_a_file_is_sent_even_where_it_is_one_byte(address: str, asked: str, told: str, sent: str) -> None:
    response, body = ask(address, "/quiz/", Range=asked)
    assert (response.status, response.headers["Content-Range"], body.decode()) == (206, told, sent)
    assert response.headers["Content-Length"] == str(len(sent))
    assert "Content-Security-Policy" in response.headers


def test_one_byte_has_no_body_when_only_its_head_is_asked_for(address: str) -> None:
    response, body = ask(address, "/quiz/", method="HEAD", Range="bytes=0-0")
    assert (response.status, response.headers["Content-Length"], body) == (206, "1", b"")


def test_a_byte_beyond_the_end_is_not_sent(address: str) -> None:
    response, _ = ask(address, "/quiz/", Range=f"bytes={len(PAGE)}-{len(PAGE)}")
    assert (response.status, response.headers["Content-Range"]) == (416, f"bytes */{len(PAGE)}")


@pytest.mark.parametrize(
    "asked",
    [
        *("bytes=5-2", "bytes=9999999-5", "bytes=--5", "bytes=1_0-2_0", "bytes=+1-2", "bytes=-5-", "bytes=-0"),
        *("bytes=1", "bytes=\u0661-2", "items=0-1", "bytes=0-0,2-3", "bytes=" + "9" * 5000 + "-"),
    ],
)
def test_a_part_that_is_none_by_the_rules_of_http_is_passed_over(address: str, asked: str) -> None:
    response, body = ask(address, "/quiz/", Range=asked.encode().decode("latin-1"))
    assert (response.status, body.decode()) == (200, PAGE)


def test_a_part_of_a_file_that_has_changed_meanwhile_is_not_sent_but_all_of_it(address: str) -> None:
    tag = ask(address, "/quiz/")[0].headers["ETag"]
    for known, status in ((tag, 206), ('"another"', 200), ("Fri, 27 Nov 1970 00:00:00 GMT", 200)):
        assert ask(address, "/quiz/", Range="bytes=2-9", **{"If-Range": known})[0].status == status


def test_a_browser_that_has_the_file_among_others_is_sent_nothing(address: str) -> None:
    tag = ask(address, "/quiz/")[0].headers["ETag"]
    for known in (tag, f'"another", {tag}', f"W/{tag}", "*"):
        response, body = ask(address, "/quiz/", **{"If-None-Match": known})
        assert (response.status, body) == (304, b"")
    assert ask(address, "/quiz/", **{"If-None-Match": '"another", W/"one"'})[0].status == 200


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/assets/quiz/engine.js", "text/javascript"),
        (f"/{ENGINE}/module.mjs", "text/javascript"),
        (f"/{ENGINE}/x.wasm", "application/wasm"),
        ("/plan.ics", "text/calendar"),
    ],
)
def test_files_have_the_type_that_browsers_ask_for(address: str, path: str, kind: str) -> None:
    response, _ = ask(address, path)
    assert response.headers.get_content_type() == kind


def test_text_is_read_as_utf_8(address: str) -> None:
    response, _ = ask(address, "/")
    assert response.headers.get_content_charset() == "utf-8"


def test_a_page_comes_under_the_policy_of_the_headers_file(address: str) -> None:
    response, _ = ask(address, "/quiz/")
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")


def test_the_worker_comes_under_its_own_policy(address: str) -> None:
    response, _ = ask(address, "/assets/quiz/engine.js")
    assert "'wasm-unsafe-eval'" in response.headers["Content-Security-Policy"]


def test_engine_files_are_kept_and_pages_are_asked_for_again(address: str) -> None:
    engine, _ = ask(address, f"/{ENGINE}/x.wasm")
    page, _ = ask(address, "/quiz/")
    assert engine.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "immutable" not in page.headers["Cache-Control"]


def test_a_wrong_address_shows_the_site_s_own_page_with_status_404(address: str) -> None:
    response, body = ask(address, "/no-such-page/")
    assert response.status == 404
    assert b"<title>Not found</title>" in body
    assert "Content-Security-Policy" in response.headers


def test_a_wrong_address_has_no_body_when_only_its_head_is_asked_for(address: str) -> None:
    response, body = ask(address, "/no-such-page/", method="HEAD")
    assert (response.status, body) == (404, b"")


def test_nothing_outside_the_site_is_served(address: str) -> None:
    response, _ = ask(address, "/../../../../etc/hostname")
    assert response.status == 404


@pytest.mark.parametrize("name", ["_headers", "_redirects"])
def test_what_is_written_for_hosts_is_given_to_nobody(address: str, name: str) -> None:
    response, body = ask(address, f"/{name}")
    assert response.status == 404
    assert b"<title>Not found</title>" in body


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/old/", "/quiz/"),
        ("/older/", "/quiz/#people"),
        ("/old/?utm_source=x", "/quiz/?utm_source=x"),
        ("/older/?utm_source=x", "/quiz/?utm_source=x#people"),
    ],
)
def test_what_has_moved_leads_to_its_new_place_as_on_the_hosts(address: str, old: str, new: str) -> None:
    response, _ = ask(address, old)
    assert (response.status, response.headers["Location"]) == (301, new)


def test_small_files_and_copies_get_no_copies(site: Path) -> None:
    assert not (site / "404.html.br").exists()
    assert not (site / "index.html.br.gz").exists()


def test_a_second_run_compresses_nothing(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compress(site, cache=tmp_path)
    packers = dict.fromkeys((".br", ".gz"), lambda _: pytest.fail("packed again"))
    monkeypatch.setattr("hooks.publish.compress.PACKERS", packers)
    assert compress(site, cache=tmp_path) == 3


def test_a_port_that_is_taken_is_told_with_the_way_to_another(
    site: Path, address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", str(urlsplit(address).port))
    assert serve(site) == 1
    assert capsys.readouterr().err.endswith("Address already in use; PORT=8123 chooses another port\n")


@pytest.mark.parametrize("port", ["x", "-1", "65536", "99999", "8000.0", "\u0668\u0660", "80 80"])
def test_what_is_no_port_is_told_with_what_would_be(site: Path, monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(Refused, match=f"^PORT={port} is no port; a whole number from 1 to 65535 is accepted, or 0"):
        serve(site)


def test_whoever_wants_any_free_port_gets_one_as_the_audit_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "0")
    assert wanted_port() == 0


def test_a_port_that_is_left_empty_is_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    assert wanted_port() == DEFAULT_PORT
