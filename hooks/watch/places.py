"""Where an address leads on the network: nothing inside of a house may be read, whatever a page redirects to."""

import ipaddress
import socket
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}


class Trouble(Exception):  # noqa: N818 - what came in place of a page; no fault of ours
    """Why there is no page to read: a kind (see `compare.KINDS`) and a sentence for people."""

    def __init__(self, kind: str, said: str) -> None:
        self.kind = kind
        self.said = said
        super().__init__(said)


@dataclass(frozen=True, slots=True)
class Place:
    """A host as an address names it."""

    scheme: str
    host: str
    port: int

    @property
    def name(self) -> str:
        """As the request names it: with its port, where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port as the beginning of an address."""
        return f"{self.scheme}://{self.name}"


def place_of(address: str) -> Place:
    """The place that an address names. Raises Trouble for one that is not for the public web."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as wrong:
        raise Trouble("refused", f"it leads to {address[:200]!r}, which is no address") from wrong
    if parts.scheme not in PORTS or not host or "@" in parts.netloc:
        raise Trouble("refused", f"it leads to {address[:200]!r}, which is no address of a web page")
    return Place(parts.scheme, host, port or PORTS[parts.scheme])


def number_of(place: Place, allowed: Collection[str] = ()) -> str:
    """The network number to connect to, so that what was looked at is what is used.

    `allowed` are names of places (host and port) that may be internal. Raises Trouble for any other internal one,
    and for a host that has no number.
    """
    try:
        answers = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as unknown:
        raise Trouble("no-connection", f"the host {place.host} was not found") from unknown
    numbers = [str(entry[4][0]) for entry in sorted(answers, key=lambda entry: entry[0] != socket.AF_INET)]
    inside = [number for number in numbers if not _public(number)]
    if inside and place.name not in allowed:
        raise Trouble("refused", f"it leads to {place.name}, inside of a network ({inside[0]}); that is not read")
    return numbers[0]


def _public(number: str) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        hidden = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if any(inner is not None and not inner.is_global for inner in hidden):
            return False
    return address.is_global and not address.is_multicast
