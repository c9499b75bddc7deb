"""The container's own configuration under the real nginx: headers, compression, caching, redirects, missing pages."""

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from hooks.addresses import ENGINE
from hooks.publish.headers import headers_for, read
from hooks.publish.nginx import write

CONFIGURATION = Path(__file__).resolve().parent.parent.parent / "deploy/nginx/nginx.conf"
MOVED = "/guides/old/ /contact/ 301\n/guides/older/ /guides/glossary/#cor 301\n"  # what the site may once have
INSTALL = "apt-get install nginx-light libnginx-mod-http-brotli-static"


def nginx() -> str:
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, f"nginx is missing: {INSTALL}"
    assert Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so").exists(), f"its module is missing: {INSTALL}"
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Host:
    """A running nginx, and the site that it serves."""

    def __init__(self, site: Path, port: int, log: Path) -> None:
        self.site = site
        self.port = port
        self.log = log

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body


@pytest.fixture(scope="module")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = tmp_path_factory.mktemp("nginx")
    told = folder / "told"
    told.mkdir()
    shutil.copyfile(site / "_headers", told / "_headers")
    (told / "_redirects").write_text(MOVED, encoding="utf-8")
    write(told, folder / "made")
    port = free_port()
    text = CONFIGURATION.read_text(encoding="utf-8")
    for old, new in (("/tmp/", f"{folder}/"), ("listen 8080", f"listen 127.0.0.1:{port}"), ("/srv/site", str(site))):
        assert old in text
        text = text.replace(old, new)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    # Root's nginx would give its workers another user, who may not read the tests' folders.
    user = "user root; " if os.geteuid() == 0 else ""
    command = [nginx(), "-c", str(folder / "nginx.conf"), "-p", str(folder), "-g", f"{user}daemon off;"]
    log = folder / "log"
    with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:
        made = Host(site, port, log)
        for _ in range(100):
            try:
                made.ask("/")
                break
            except OSError:
                assert process.poll() is None, log.read_text(encoding="utf-8")
                time.sleep(0.05)
        yield made
        process.terminate()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/quiz/",
        "/provinces/alberta/",
        "/embed/",
        "/404.html",
        "/assets/site.css",
        "/assets/quiz/engine.js",
        "/service-worker.js",
    ],
)
def test_an_address_has_the_headers_of_the_headers_file(host: Host, path: str) -> None:
    wanted = headers_for(path, read((host.site / "_headers").read_text(encoding="utf-8")))
    response, _ = host.ask(path)
    assert response.status == 200
    assert {name: response.headers.get_all(name) for name in wanted} == {name: [text] for name, text in wanted.items()}


def test_pages_and_their_scripts_are_asked_for_again_and_engine_files_are_kept(host: Host) -> None:
    engine = next(host.site.glob(f"{ENGINE}/quiz-*.zip")).relative_to(host.site)
    assert host.ask(f"/{engine}")[0].headers.get_all("Cache-Control") == ["public, max-age=31536000, immutable"]
    assert host.ask("/quiz/")[0].headers.get_all("Cache-Control") == ["no-cache"]
    assert host.ask("/assets/site.css")[0].headers.get_all("Cache-Control") == ["no-cache"]


def test_what_has_not_changed_is_not_sent_again(host: Host) -> None:
    first, _ = host.ask("/quiz/")
    again, body = host.ask("/quiz/", If_None_Match=first.headers["ETag"])
    assert (again.status, body) == (304, b"")


@pytest.mark.parametrize("path", ["/quiz/", "/assets/site.css", "/assets/quiz/engine.js", "/search/search_index.json"])
def test_a_browser_gets_the_copy_that_it_can_read(host: Host, path: str) -> None:
    plain = (host.site / (path[1:] + "index.html" if path.endswith("/") else path[1:])).read_bytes()
    small, body = host.ask(path, Accept_Encoding="gzip, deflate, br")
    assert (small.headers["Content-Encoding"], brotli.decompress(body)) == ("br", plain)
    larger, body = host.ask(path, Accept_Encoding="gzip")
    assert (larger.headers["Content-Encoding"], gzip.decompress(body)) == ("gzip", plain)
    largest, body = host.ask(path)
    assert (largest.headers["Content-Encoding"], body) == (None, plain)
    assert "Accept-Encoding" in small.headers["Vary"]


def test_webassembly_is_packed_and_has_its_type(host: Host) -> None:
    name = next(host.site.glob(f"{ENGINE}/**/*.wasm")).relative_to(host.site)
    response, _ = host.ask(f"/{name}", Accept_Encoding="br")
    assert (response.headers["Content-Type"], response.headers["Content-Encoding"]) == ("application/wasm", "br")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/quiz/engine.js", "text/javascript; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/favicon.svg", "image/svg+xml"),
        ("/sitemap.xml", "text/xml; charset=utf-8"),
    ],
)
def test_files_have_their_types(host: Host, path: str, kind: str) -> None:
    assert host.ask(path)[0].headers.get_all("Content-Type") == [kind]


@pytest.mark.parametrize(
    "path",
    [
        "/no-such-page",
        "/deep/no/such/page/",
        "/deep//no//such/page/",
        "/_headers",
        "/_redirects",
        "/quiz/index.php",
        "/assets/",
        "/assets",
        "/assets/quiz",
        "/assets//quiz/",
    ],
)
def test_a_wrong_address_gets_the_site_s_own_page_and_its_policy(host: Host, path: str) -> None:
    response, body = host.ask(path)
    assert response.status == 404
    assert body == (host.site / "404.html").read_bytes()
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert "immutable" not in response.headers["Cache-Control"]


def test_a_missing_engine_file_is_not_kept_as_missing(host: Host) -> None:
    response, _ = host.ask(f"/{ENGINE}/quiz-0000.zip")
    assert (response.status, response.headers["Cache-Control"]) == (404, "no-cache")


@pytest.mark.parametrize("path", ["/quiz", "/provinces/alberta", "/embed"])
def test_a_folder_without_its_slash_leads_to_it_on_the_same_host(host: Host, path: str) -> None:
    response, _ = host.ask(path)
    assert (response.status, response.headers["Location"]) == (301, f"{path}/")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/guides/old/", "/contact/"),
        ("/guides/older/", "/guides/glossary/#cor"),
        ("/guides/old/?utm_source=x", "/contact/?utm_source=x"),
        ("/guides/older/?utm_source=x", "/guides/glossary/?utm_source=x#cor"),
    ],
)
def test_a_page_that_moved_leads_to_the_new_one_codes_included(host: Host, old: str, new: str) -> None:
    response, _ = host.ask(old)
    assert (response.status, response.headers["Location"]) == (301, new)


def test_a_campaign_s_codes_go_along_to_the_folder(host: Host) -> None:
    response, _ = host.ask("/go/alberta?utm_source=letter&utm_medium=print")
    assert response.headers["Location"] == "/go/alberta/?utm_source=letter&utm_medium=print"


@pytest.mark.parametrize(
    "path",
    [
        "//example.org/%2e%2e/quiz",
        "/%2f%2fexample.org/%2e%2e/quiz",
        "/%5cexample.org/%2e%2e/quiz",
        "/quiz?//example.org",
        "/quiz?x=%0d%0aSet-Cookie:%20a=b",
    ],
)
def test_no_address_leads_to_another_host_or_writes_a_header(host: Host, path: str) -> None:
    response, _ = host.ask(path)
    assert response.status == 301
    assert response.headers["Location"].partition("?")[0] in ("/quiz", "/quiz/")
    assert response.headers["Set-Cookie"] is None


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_there_is_nothing_to_do_but_read(host: Host, method: str) -> None:
    assert host.ask("/quiz/", method)[0].status == 405


def test_a_packed_copy_has_no_address_of_its_own(host: Host) -> None:
    assert (host.site / "quiz/index.html.br").exists()
    assert host.ask("/quiz/index.html.br")[0].status == host.ask("/quiz/index.html.gz")[0].status == 404


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        ("/quiz//", "/quiz/"),
        ("//quiz/", "/quiz/"),
        ("/provinces///alberta//?utm_source=x", "/provinces/alberta/?utm_source=x"),
        ("/quiz%2f", "/quiz/"),
        ("/quiz/%2F", "/quiz/"),
        ("/%71uiz/", "/quiz/"),
        ("/guides/../quiz/", "/quiz/"),
        ("/assets//site.css", "/assets/site.css"),
    ],
)
def test_a_page_has_one_address_so_that_its_links_hold(host: Host, path: str, plain: str) -> None:
    response, _ = host.ask(path)
    assert (response.status, response.headers["Location"]) == (301, plain)
    assert host.ask(plain)[0].status == 200


def test_no_visitor_s_address_is_written_down(host: Host) -> None:
    """Whatever goes wrong on the way: the words on the page about privacy hold for the log of errors too."""
    for path in ("/no-such-page", "/assets/", "/quiz/x/y", "/%00", "/" + "x" * 300, "/" + "x" * 40_000):
        host.ask(path)
    host.ask("/quiz/", "POST", Content_Length="99999999")
    with socket.create_connection(("127.0.0.1", host.port), timeout=10) as broken:
        broken.sendall(b"\x16\x03\x01 no HTTP\r\n\r\n")
        broken.recv(1000)
    assert host.log.read_text(encoding="utf-8") == ""


def test_a_head_request_has_no_body(host: Host) -> None:
    response, body = host.ask("/quiz/", "HEAD")
    assert (response.status, body) == (200, b"")


@pytest.mark.parametrize(
    "path", ["/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/quiz/..%2f..%2f..%2fetc/passwd"]
)
def test_nothing_outside_the_site_is_served(host: Host, path: str) -> None:
    response, body = host.ask(path)
    assert response.status in (400, 404)
    assert b"root:" not in body


def test_the_server_does_not_tell_its_version(host: Host) -> None:
    assert host.ask("/")[0].headers["Server"] == "nginx"
