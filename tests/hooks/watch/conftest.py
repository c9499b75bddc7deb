"""A web server of the tests' own on 127.0.0.1 that answers as the web does, at its best and at its worst."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from hooks.watch.polite import Clock, Manners

type Handler = BaseHTTPRequestHandler
type Reply = Callable[[Handler], None]

FRAME = """<!doctype html><html><head><title>COR program</title></head><body>
<nav><ul>{menu}</ul></nav><main><h1>Small employers</h1>{text}</main>
<footer><p>{foot}</p></footer></body></html>"""
TEXT = """<p>A business with up to {limit} employees may apply for the small certificate.</p>
<p>The certificate lasts for three years, and the audit is repeated in each of them.</p>
<p>An owner takes the course before the first audit, which lasts for two days.</p>"""


def page(limit: int = 10, menu: str = "<li>Home</li><li>News</li>", foot: str = "All rights reserved") -> bytes:
    """A page that states a limit, within a frame."""
    return FRAME.format(menu=menu, text=TEXT.format(limit=limit), foot=foot).encode()


def reply(status: int = 200, body: bytes = b"", kind: str = "text/html; charset=utf-8", **headers: str) -> Reply:
    """An answer as it stands; headers are named with underscores."""

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def to(where: str, status: int = 301) -> Reply:
    """A redirect."""
    return reply(status, Location=where)


def in_turn(*replies: Reply) -> Reply:
    """One reply after the other, then the last one for ever."""
    left = list(replies)

    def answer(handler: Handler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


def with_etag(body: bytes, etag: str) -> Reply:
    """A page that is not sent again to whom has it."""

    def answer(handler: Handler) -> None:
        known = handler.headers.get("If-None-Match") == etag
        (reply(304, ETag=etag) if known else reply(200, body, ETag=etag))(handler)

    return answer


@dataclass
class Web:
    """The server: what it answers by path, and what it was asked."""

    address: str = ""
    name: str = ""  # host and port
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    over: Event = field(default_factory=Event)  # set when the test is over: nothing hangs longer

    def put(self, path: str, given: Reply | bytes) -> str:
        """Answer a path with a reply, or with a page; returns its address."""
        self.replies[path] = reply(body=given) if isinstance(given, bytes) else given
        return f"{self.address}{path}"

    def slow(self) -> Reply:
        """Nothing at all until the test is over."""

        def answer(_: Handler) -> None:
            self.over.wait(20)

        return answer

    def cut(self, given: bytes) -> Reply:
        """These bytes, and the end of the connection."""

        def answer(handler: Handler) -> None:
            handler.wfile.write(given)
            handler.close_connection = True

        return answer

    def endless(self, part: bytes = b"<p>more</p>", head: bytes = b"HTTP/1.0 200 OK\r\n\r\n") -> Reply:
        """A body without an end."""

        def answer(handler: Handler) -> None:
            handler.wfile.write(head)
            while not self.over.wait(0.01):
                handler.wfile.write(part)

        return answer


@pytest.fixture
def web() -> Iterator[Web]:
    """A server for one test."""
    served = Web()

    class Answers(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            served.asked.append(self.path)
            served.agents.add(self.headers["User-Agent"])
            try:
                served.replies.get(self.path, reply(404))(self)
            except OSError:  # the reader had enough
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    server.block_on_close = False
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    served.name = f"127.0.0.1:{server.server_port}"
    served.address = f"http://{served.name}"
    yield served
    served.over.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def waited() -> list[float]:
    """The seconds that a reader would have waited."""
    return []


@pytest.fixture
def clock(waited: list[float]) -> Clock:
    """Time that stands still unless somebody waits."""
    return Clock(now=lambda: 1000 + sum(waited), wait=waited.append)


@pytest.fixture
def manners(web: Web) -> Manners:
    """Manners for the tests' own server: no pause, little patience."""
    return Manners("https://example.ca/", pause=0, again=0, to_connect=2, to_answer=0.3, inside=frozenset({web.name}))
