"""Connections to one place each, by urllib3: to a number that was looked at before, with retries and an end."""

import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPException
from threading import Timer
from typing import Any, Self

import certifi
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import BaseHTTPResponse, HTTPResponse

from hooks.watch.places import Place, Trouble

logging.getLogger("urllib3").setLevel(logging.ERROR)  # what came of a page is said once, by us

LATER = (429, 500, 502, 503, 504)  # worth another try


class Retries(urllib3.Retry):
    """So many more tries, after the time that the host asks for, or a second and then two."""

    def __init__(
        self, total: int | None = 2, wait: Callable[[float], object] | None = None, longest: float = 0, **more: Any
    ) -> None:
        given = {"connect": 1, "read": 1, "redirect": False, "other": 0, "backoff_factor": 1, "raise_on_status": False}
        super().__init__(total, **{**given, "status_forcelist": LATER, **more})
        self._wait = wait
        self._longest = longest

    def new(self, **changed: Any) -> Self:
        """A copy with something changed; urllib3 makes one for each try."""
        return super().new(wait=self._wait, longest=self._longest, **changed)

    def sleep(self, response: BaseHTTPResponse | None = None) -> None:
        """Wait before the next try. Raises Trouble where the host asks for more time than there is."""
        asked = self.get_retry_after(response) if response else None
        if asked and asked > self._longest:
            raise Trouble("later", f"it asks to come back in {asked:.0f} seconds")
        seconds = asked or self.get_backoff_time()
        if self._wait and seconds > 0:
            self._wait(seconds)


class _InTime:
    """A connection that ends where an answer's head drips in, letter by letter."""

    timeout: float | None
    sock: socket.socket | None
    _ended = False

    def getresponse(self) -> HTTPResponse:
        """The answer's head, or an end."""
        # A little later than silence is noticed anyway.
        timer = Timer(2 * (self.timeout or 30), self._end)
        timer.daemon = True
        timer.start()
        try:
            response: HTTPResponse = super().getresponse()  # type: ignore[misc]
        except (OSError, HTTPException) as broken:  # what was still under way when it was ended may say so first
            if self._ended:
                raise self._late() from broken
            raise
        finally:
            timer.cancel()
        if self._ended:
            raise self._late()
        return response

    @staticmethod
    def _late() -> TimeoutError:
        return TimeoutError("the head of the answer was not complete in time")

    def _end(self) -> None:
        self._ended = True
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]


class _Plain(_InTime, HTTPConnection):  # type: ignore[misc]
    """Over http."""


class _Safe(_InTime, HTTPSConnection):  # type: ignore[misc]
    """Over https."""


class _PlainPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Plain


class _SafePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _Safe


def pool(place: Place, number: str, to_connect: float, to_answer: float) -> urllib3.HTTPConnectionPool:
    """One connection at a time to a place at its number; times in seconds."""
    timeout = urllib3.Timeout(connect=to_connect, read=to_answer)
    if place.scheme == "http":
        return _PlainPool(number, place.port, timeout=timeout, maxsize=1, block=True)
    return _SafePool(
        number,
        place.port,
        timeout=timeout,
        maxsize=1,
        block=True,
        ca_certs=certifi.where(),
        server_hostname=place.host,
        assert_hostname=place.host,
    )
