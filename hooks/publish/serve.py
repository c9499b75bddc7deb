"""The finished site on this machine, under the same `_headers` file that the hosts read."""

import io
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import waitress
from waitress.server import BaseWSGIServer
from whitenoise import WhiteNoise
from whitenoise.responders import Redirect, Response, StaticFile

from hooks.addresses import HEADERS, REDIRECTS
from hooks.publish.headers import headers_for, read
from hooks.publish.redirects import redirects, with_query
from hooks.refused import Refused
from hooks.streams import shown

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HOST = "127.0.0.1"
DEFAULT_PORT = 8000
MOST_PORTS = 65_535
THREADS = 8  # a page with the engine opens six connections
PART = re.compile(r"bytes=(?:([0-9]{1,15})-([0-9]{0,15})|-0*[1-9][0-9]{0,14})")  # one alone: of several all is sent
REFUSED = re.compile(r";\s*q=0(\.0{0,3})?\s*$", re.IGNORECASE)  # RFC 9110: a weight of nothing is "not acceptable"


@dataclass(frozen=True, slots=True)
class _File:
    """A file of WhiteNoise's, by the rules of HTTP: a weight of nothing refuses a packing, and one byte is a part.

    What is no part by these rules, or one of a file that has changed meanwhile, is passed over, and all of it sent.
    """

    file: StaticFile

    def get_response(self, method: str, asked: "WSGIEnvironment") -> Response:
        packings = str(asked.get("HTTP_ACCEPT_ENCODING", "")).split(",")
        wanted = asked | {"HTTP_ACCEPT_ENCODING": ",".join(one for one in packings if not REFUSED.search(one))}
        if "HTTP_RANGE" in asked and not self._part(asked):
            del wanted["HTTP_RANGE"]
        known = [one.strip().removeprefix("W/") for one in str(asked.get("HTTP_IF_NONE_MATCH", "")).split(",")]
        if self.file.etag in known or known == ["*"]:
            wanted["HTTP_IF_NONE_MATCH"] = self.file.etag
        response = self.file.get_response(method, wanted)
        if response.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            return self._one_byte(method, wanted) or response
        return response

    def _part(self, asked: "WSGIEnvironment") -> bool:
        """Whether a part is asked for that can be one, and of the file as it is now."""
        found = PART.fullmatch(str(asked["HTTP_RANGE"]).strip())
        forwards = found and not (found[2] and int(found[1]) > int(found[2]))
        return bool(forwards) and asked.get("HTTP_IF_RANGE", self.file.etag) == self.file.etag

    def _one_byte(self, method: str, asked: "WSGIEnvironment") -> Response | None:
        """The answer where the part that is asked for is one byte; None where there is no such byte."""
        path, headers = self.file.get_path_and_headers(asked)
        size = Path(path).stat().st_size
        start, end = self.file.get_byte_range(asked["HTTP_RANGE"], size)
        if start != end:
            return None
        told = dict(headers) | {"Content-Range": f"bytes {start}-{end}/{size}", "Content-Length": "1"}
        with Path(path).open("rb") as opened:
            opened.seek(start)
            byte = None if method == "HEAD" else io.BytesIO(opened.read(1))
        return Response(HTTPStatus.PARTIAL_CONTENT, list(told.items()), byte)


@dataclass(frozen=True, slots=True)
class _Folder:
    """WhiteNoise's way to a folder's page; what the folder was asked with goes along, as on the hosts."""

    to: Redirect

    def get_response(self, method: str, asked: "WSGIEnvironment") -> Response:
        response = self.to.get_response(method, asked)
        query = f"?{asked['QUERY_STRING']}" if asked.get("QUERY_STRING") else ""
        told = [(name, with_query(value, query) if name == "Location" else value) for name, value in response.headers]
        return Response(response.status, told, response.file)


def application(site: Path, prefix: str = "", also: str = "") -> WhiteNoise:
    """The site as a WSGI application: precompressed files, `…/` for `…/index.html`, 404.html for everything else.

    With a prefix, like `/folder`, it stands in that folder of the host; with `also` its files are in that one too.
    """
    rules = read((site / HEADERS).read_text(encoding="utf-8"))
    moved = redirects(site)
    not_found = (site / "404.html").read_bytes()

    def missing(environment: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        if new := moved.get(str(environment["PATH_INFO"]).removeprefix(prefix)):
            asked = environment.get("QUERY_STRING")
            location = f"{prefix}{with_query(new, f'?{asked}' if asked else '')}"
            start("301 Moved Permanently", [("Location", location), ("Content-Length", "0")])
            return []
        # As the page itself has them: what is said of other files of that folder does not hold for a missing one.
        given = headers_for("/404.html", rules)
        length = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(not_found))}
        start("404 Not Found", list((given | length).items()))
        return [b"" if environment["REQUEST_METHOD"] == "HEAD" else not_found]

    def add(headers: dict[str, str], path: str, url: str) -> None:
        for name, value in headers_for(url.removeprefix(prefix), rules).items():
            headers[name] = value

    served = WhiteNoise(
        missing,
        root=str(site),
        prefix=prefix,
        index_file=True,
        max_age=0,
        allow_all_origins=False,  # the hosts send no such header unless `_headers` says so
        add_headers_function=add,
    )
    if also:
        served.add_files(str(site), also)
    for name in (HEADERS, REDIRECTS):  # written for hosts, which give them to nobody
        served.files.pop(f"{prefix}/{name}", None)
    for path, file in served.files.items():
        served.files[path] = _File(file) if isinstance(file, StaticFile) else _Folder(file)
    return served


def server(site: Path, port: int, prefix: str = "", also: str = "") -> BaseWSGIServer:
    """A server on 127.0.0.1 that is not running yet; port 0 takes a free one. OSError if the port is taken."""
    made: BaseWSGIServer = waitress.create_server(
        application(site, prefix, also), host=HOST, port=port, threads=THREADS, ident=None
    )
    return made


def serve(site: Path) -> None:
    """Serve until the interrupt key; the port comes from PORT. Prints the address."""
    made = server(site, wanted_port())
    print(f"Serving {site} at {_address(made)} (Ctrl+C ends)", flush=True)
    made.run()


def wanted_port() -> int:
    """The port that PORT names, 0 for a free one, as `audit/run.mjs` asks for; Refused where it names none."""
    given = os.environ.get("PORT") or str(DEFAULT_PORT)
    if not re.fullmatch("[0-9]{1,5}", given) or int(given) > MOST_PORTS:
        raise Refused(
            f"PORT={shown(given)} is no port; a whole number from 1 to {MOST_PORTS} is accepted, or 0 for a free one"
        )
    return int(given)


@contextmanager
def serving(site: Path, prefix: str = "", also: str = "") -> Iterator[str]:
    """For tests: the site at a free port while the block runs; gives the host's address without a slash at its end."""
    made = server(site, 0, prefix, also)
    thread = Thread(target=made.run, name="site", daemon=True)
    thread.start()
    try:
        yield _address(made)
    finally:
        made.close()


def _address(made: BaseWSGIServer) -> str:
    return f"http://{HOST}:{made.effective_port}"
