"""Pages over the network, politely: one request at a time for a host, pauses, robots.txt, and an end to everything."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urldefrag, urljoin

import urllib3
from protego import Protego
from w3lib.url import safe_url_string

from hooks.watch.connections import Retries, pool
from hooks.watch.places import Place, Trouble, number_of, place_of

PERMANENT = (301, 308)
REDIRECTS = (*PERMANENT, 302, 303, 307)
MOST_SLOW = 2  # answers of a host
LONGEST_RULES = 500_000  # bytes of a robots.txt that count, as the standard has it
LONGEST_DELAY = 30  # seconds between requests that a robots.txt may ask for and get
NAME = "cor-secor-facts"  # what a robots.txt may name


@dataclass(frozen=True, slots=True)
class Manners:
    """How to behave; times in seconds, sizes in bytes."""

    site: str  # who asks: an address that stands in the user agent
    pause: float = 1
    to_connect: float = 10
    to_answer: float = 20  # until the head of an answer is complete, and between two parts of its body
    patience: float = 60  # for a whole page
    largest: int = 15_000_000
    hops: int = 5
    tries: int = 2  # after the first
    again: float = 1  # before the second try; before the third it is twice as long
    longest_wait: float = 30  # that a host may ask for before the next try
    inside: frozenset[str] = frozenset()  # internal places that may be read all the same

    @property
    def agent(self) -> str:
        """The user agent."""
        return f"{NAME}/1 (+{self.site})"


@dataclass(frozen=True, slots=True)
class Clock:
    """Time, so that tests need not wait for it."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[float], object] = time.sleep


@dataclass(frozen=True, slots=True)
class Answer:
    """What came in the end, whatever its status: where from, by permanent redirects only or not, and the bytes."""

    status: int
    final: str
    permanent: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(slots=True)
class _Host:
    """One host: its turn, when the next request may start, what it was found unfit for."""

    turn: Lock = field(default_factory=Lock)
    ready: float = 0
    pause: float = 0
    slow: int = 0  # answers that took too long
    dead: Trouble | None = None


@dataclass(slots=True)
class _Origin:
    """One scheme, host and port: its connection and its rules."""

    pool: urllib3.HTTPConnectionPool
    rules: Protego | None = None
    trouble: Trouble | None = None  # in place of rules


class Reader:
    """Reads pages; may be used by several threads at once."""

    def __init__(self, manners: Manners, clock: Clock | None = None) -> None:
        self.manners = manners
        self.clock = clock or Clock()
        self._lock = Lock()
        self._hosts: dict[str, _Host] = {}
        self._origins: dict[str, _Origin] = {}

    def read(self, address: str, etag: str = "", modified: str = "") -> Answer:
        """The page at an address, its redirects followed; status 304 where it is still as `etag` or `modified` say.

        Raises Trouble where nothing came that could be read.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        return self._follow(address, {name: value for name, value in known.items() if value}, ask=True)

    def _follow(self, address: str, headers: Mapping[str, str], *, ask: bool) -> Answer:
        at, permanent = address, True
        end = self.clock.now() + self.manners.patience
        for _ in range(self.manners.hops + 1):
            place = place_of(at)
            if ask:
                self._ask(place, at)
            answer = self._request(place, at, headers, end)
            where = answer.headers.get("location", "")
            if answer.status not in REDIRECTS or not where:
                return Answer(answer.status, at, permanent and at != address, answer.headers, answer.body)
            permanent = permanent and answer.status in PERMANENT
            at = _joined(at, where)
        raise Trouble("redirects", f"it redirects more than {self.manners.hops} times")

    def _ask(self, place: Place, address: str) -> None:
        """Raise Trouble where the place's robots.txt forbids the address, or cannot be had just now."""
        origin = self._origin(place)
        if origin.trouble:
            raise origin.trouble
        if origin.rules is None:
            try:
                origin.rules = self._rules(place)
            except Trouble as trouble:
                origin.trouble = trouble
                raise
        delay = origin.rules.crawl_delay(NAME)
        if delay:
            self._host(place).pause = max(self.manners.pause, min(delay, LONGEST_DELAY))
        if not origin.rules.can_fetch(address, NAME):
            raise Trouble("robots", f"the robots.txt of {place.host} asks robots not to read it")

    def _rules(self, place: Place) -> Protego:
        answer = self._follow(f"{place.origin}/robots.txt", {}, ask=False)
        if answer.status >= 500 or answer.status == 429:
            raise Trouble("robots", f"the robots.txt of {place.host} could not be read (status {answer.status})")
        text = answer.body[:LONGEST_RULES].decode("utf-8", errors="replace") if answer.status == 200 else ""
        return Protego.parse(text)

    def _request(self, place: Place, address: str, headers: Mapping[str, str], end: float) -> Answer:
        host = self._host(place)
        with host.turn:
            if host.dead:
                raise host.dead
            self._wait_until(host.ready)
            if self.clock.now() > end:
                raise Trouble("too-slow", f"it was not complete after {self.manners.patience:.0f} seconds")
            try:
                return self._get(place, address, headers, end)
            except Trouble as trouble:
                host.slow += trouble.kind == "too-slow"
                # Who is out of reach, or slow for the second time, is left alone for this run.
                host.dead = trouble if trouble.kind == "no-connection" or host.slow >= MOST_SLOW else None
                raise
            finally:
                host.ready = self.clock.now() + (host.pause or self.manners.pause)

    def _wait_until(self, moment: float) -> None:
        left = moment - self.clock.now()
        if left > 0:
            self.clock.wait(left)

    def _get(self, place: Place, address: str, headers: Mapping[str, str], end: float) -> Answer:
        own = {"User-Agent": self.manners.agent, "Host": place.name, "Accept": "text/html,application/pdf,*/*;q=0.5"}
        retries = Retries(
            self.manners.tries,
            self.clock.wait,
            self.manners.longest_wait,
            backoff_factor=self.manners.again,
        )
        path = address.removeprefix(address.split("://")[0] + "://").partition("/")
        target = f"/{path[2]}" if path[1] else "/"
        try:
            response = self._origin(place).pool.urlopen(
                "GET",
                target,
                headers={**own, "Accept-Encoding": "gzip", **headers},
                retries=retries,
                redirect=False,
                preload_content=False,
                assert_same_host=False,
            )
            try:
                body = self._body(response, end)
                response.release_conn()
            finally:
                response.close()
        except urllib3.exceptions.HTTPError as failed:
            raise _trouble(failed, place) from failed
        given = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, address, headers=given, body=body)

    def _body(self, response: urllib3.BaseHTTPResponse, end: float) -> bytes:
        """All of the body, but only so much and so long."""
        parts, size = [], 0
        while part := response.read1(65_536, decode_content=True):
            parts.append(part)
            size += len(part)
            if size > self.manners.largest:
                raise Trouble("too-large", f"it is larger than {self.manners.largest / 1e6:.0f} MB")
            if self.clock.now() > end:
                raise Trouble("too-slow", f"it was not complete after {self.manners.patience:.0f} seconds")
        return b"".join(parts)

    def _host(self, place: Place) -> _Host:
        with self._lock:
            return self._hosts.setdefault(place.host, _Host())

    def _origin(self, place: Place) -> _Origin:
        with self._lock:
            known = self._origins.get(place.origin)
        if known is None:
            number = number_of(place, self.manners.inside)
            made = pool(place, number, self.manners.to_connect, self.manners.to_answer)
            with self._lock:
                known = self._origins.setdefault(place.origin, _Origin(made))
        return known


def _joined(address: str, where: str) -> str:
    try:
        return urldefrag(safe_url_string(urljoin(address, where))).url
    except ValueError as wrong:
        raise Trouble("refused", f"it leads to {where[:200]!r}, which is no address") from wrong


def _trouble(failed: urllib3.exceptions.HTTPError, place: Place) -> Trouble:
    reason = getattr(failed, "reason", None) or failed
    if isinstance(reason, urllib3.exceptions.SSLError):
        return Trouble("not-safe", f"the certificate of {place.host} is not in order")
    if isinstance(reason, urllib3.exceptions.ConnectTimeoutError | urllib3.exceptions.NewConnectionError):
        return Trouble("no-connection", f"{place.host} could not be reached")
    if isinstance(reason, urllib3.exceptions.TimeoutError):
        return Trouble("too-slow", f"{place.host} took too long to answer")
    return Trouble("broken", f"the answer of {place.host} broke off, or was none")
