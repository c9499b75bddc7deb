"""Addresses, e-mail addresses and telephones of a right shape that lead nowhere, or where nobody wants to go.

What browsers and mailers refuse is told for any of our YAML files. What they accept and no visitor can reach, such as
a machine of our own, is for the check of the facts alone: the tests of the watch read pages of such a machine.
"""

import ipaddress
import re
from collections.abc import Iterator

from hooks.facts.shapes import EMAIL
from hooks.facts.yaml_marks import Finding, Place, Plain, entries

ADDRESSES = ("url", "cor_url", "small_url", "one_person_url", "source")
PHONES = ("phone", "other_phone")
HOST = re.compile(r"https?://([^/?#\s]*)")
LABEL = r"(?!xn--)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
NAME = re.compile(rf"(?=.{{1,253}}$)({LABEL}\.)+(?!xn--)[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)
MOST_PORTS = 65_535
LONGEST_LOCAL = 64  # characters before the @
# Ends of names that are for examples, for tests and for networks of one's own: nobody can have them (RFC 6761, 6762).
NOWHERE = {
    *("example", "invalid", "localhost", "test"),
    *("local", "internal", "lan", "home", "corp", "arpa", "onion"),
    *("example.com", "example.net", "example.org"),
}
CANADIAN = (  # and those that are free
    "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 460 468 474 506 514 "
    "519 537 548 568 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 "
    "905 942 800 833 844 855 866 877 888"
)
NUMBER = re.compile(r"(?<![\w-])(?:1-)?[2-9][0-9]{2}-[0-9]{3}-[0-9]{4}(?![\w-])")  # in a text
# 911 and its like reach no office, 976 costs extra, and 555 is for films.
NO_EXCHANGE = re.compile(r"[01]..|.11|976|555")


def ways_findings(text: str, place: Place) -> Iterator[Finding]:
    """What browsers, mailers or telephones refuse: the value of a key that holds such a way, or a number in a text."""
    key = place[-1] if place else ""
    if key in ADDRESSES:
        yield from _address(text, place)
    elif key == "email":
        yield from _email(text, place)
    elif key in PHONES:
        yield from _phone(text, place)
    else:
        for found in NUMBER.finditer(text):
            yield from _phone(found[0], place)


def unreachable(data: Plain) -> Iterator[Finding]:
    """Every address that a browser would take, and that leads a visitor to no page."""
    for place, entry in entries(data):
        if not place or not isinstance(entry, str):
            continue
        found = HOST.match(entry) if place[-1] in ADDRESSES else None
        host = found[1].partition(":")[0] if found else entry.rpartition("@")[2] if place[-1] == "email" else ""
        if _number(host) or any(f".{host.lower()}".endswith(f".{end}") for end in NOWHERE):
            yield (
                place,
                f"'{host}' is nowhere that a visitor can get to; a public name like alberta.ca is accepted",
                False,
            )


def _address(text: str, place: Place) -> Iterator[Finding]:
    """What has the shape of an address (the model looks at that), and is none to a browser or none that people know."""
    if not (found := HOST.match(text)):
        return
    name, colon, port = found[1].partition(":")
    if not (NAME.fullmatch(name) or _number(name)):
        yield place, f"'{name}' is no host that people know; a name like www.example.ca is accepted", False
    elif colon and not (port.isdecimal() and 0 < int(port) <= MOST_PORTS):
        yield place, f"there is no port '{port}'; one from 1 to {MOST_PORTS} is accepted, or none", False
    elif not text.isascii() or re.search("%(?![0-9A-Fa-f]{2})", text):
        yield place, f"'{text}' is not an address as browsers send it; other letters as %C3%A9 are accepted", False


def _number(host: str) -> bool:
    """Whether a host is given by a number that browsers can read."""
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return False
    return True


def _email(text: str, place: Place) -> Iterator[Finding]:
    local, _, host = text.rpartition("@")
    if len(local) > LONGEST_LOCAL:
        told = f"at most {LONGEST_LOCAL} characters before the @ are accepted"
    elif not (re.fullmatch(EMAIL, text) and NAME.fullmatch(host)):
        told = "one like cor@example.ca, with a single dot between parts, is accepted"
    else:
        return
    yield place, f"'{text}' is not an e-mail address; {told}", False


def _phone(text: str, place: Place) -> Iterator[Finding]:
    found = re.match(r"(?:1-)?(\d{3})-(\d{3})-", text)
    if found and (found[1] not in CANADIAN or NO_EXCHANGE.fullmatch(found[2])):
        told = f"'{text}' may cost extra or is no number; a Canadian or a free one, like 403-223-9008, is accepted"
        yield place, told, False
