"""Single values of a right shape that no visitor could read: hidden marks, lengths, nothing at all, no letter in it.

Found in the plain data of any of our YAML files, so these come in the same report as a mistyped number elsewhere.
"""

import ipaddress
import re
import unicodedata
from collections.abc import Iterator

from hooks.facts.yaml_marks import Document, Finding, Place, Plain, Problem, entries

ADDRESSES = ("url", "cor_url", "small_url", "one_person_url", "source")
PHONES = ("phone", "other_phone")
LONGEST = dict.fromkeys(ADDRESSES, 1000) | {
    "email": 80,
    "phone": 24,
    "other_phone": 24,
    "acronym": 20,
    "slug": 40,
    "name": 120,
    "in_name": 60,
    "account": 80,
    "programme": 120,
    "for": 200,
    "topic": 200,
}
HOST = re.compile(r"https?://([^/?#\s]*)")
LABEL = r"(?!xn--)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
NAME = re.compile(rf"(?=.{{1,253}}$)({LABEL}\.)+(?!xn--)[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)
MOST_PORTS = 65_535
# The letters of English and French; signs of other kinds are told by what Unicode calls them.
LETTERS = {chr(number) for number in range(0x100) if chr(number).isalpha()} | set("ŒœŸ")
HIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Mn", "Mc", "Me"}
SPACES = {" ", "\u00a0", "\u202f"}
UNNAMED = {"Cc": "a control character"}
BLANK = "\u2800"  # a sign to Unicode, and nothing to the eye
CANADIAN = (  # and those that are free
    "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 460 468 474 506 514 "
    "519 537 548 568 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 "
    "905 942 800 833 844 855 866 877 888"
)


def illegible(document: Document) -> list[Problem]:
    """The same as `legible_findings`, as problems of the file."""
    return [document.problem(place, told, key=key) for place, told, key in legible_findings(document.data)]


def legible_findings(data: Plain) -> Iterator[Finding]:
    """Every address that browsers refuse, telephone that costs extra, mark that hides, and value that is repeated."""
    for place, entry in entries(data):
        if isinstance(entry, str):
            yield from _text(entry, place)
        elif entry is None and place:
            yield place, "there is no value here; a value is accepted, or else leave the key out", False
        elif isinstance(entry, dict):
            for key in entry:
                yield from ((where, told, True) for where, told, _ in _marks(key, (*place, key)))
        elif isinstance(entry, list):
            yield from _twice(entry, place)


def _text(text: str, place: Place) -> Iterator[Finding]:
    key = place[-1] if place else ""
    strange = [*_marks(text, place)]
    yield from strange
    most = LONGEST.get(str(key))
    if most and len(text) > most:
        yield place, f"this has {len(text)} characters; at most {most} are accepted", False
    elif key in ADDRESSES and not strange:
        yield from _address(text, place)
    elif key == "email" and len(text.partition("@")[0]) > 64:
        yield place, f"'{text}' is not an e-mail address; at most 64 characters before the @ are accepted", False
    elif key in PHONES:
        yield from _phone(text, place)


def _marks(text: str, place: Place) -> Iterator[Finding]:
    for mark in "" if text.isascii() and text.isprintable() else text:
        if _strange(mark):
            called = unicodedata.name(mark, UNNAMED.get(unicodedata.category(mark), "without a name")).lower()
            told = f"U+{ord(mark):04X} ({called}) hides or looks like another; "
            yield place, told + "the letters of English and French and common signs are accepted", False
            return


def _strange(mark: str) -> bool:
    if mark.isascii():
        return not mark.isprintable()
    kind = unicodedata.category(mark)
    return (
        kind in HIDDEN
        or (kind == "Zs" and mark not in SPACES)
        or (kind.startswith("L") and mark not in LETTERS)
        or kind == "Nd"
        or mark == BLANK
        or unicodedata.east_asian_width(mark) in "FW"
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


def _phone(text: str, place: Place) -> Iterator[Finding]:
    found = re.match(r"(?:1-)?(\d{3})-(\d{3})-", text)
    if found and (found[1] not in CANADIAN or not re.fullmatch(r"[2-9]\d\d", found[2]) or found[2] == "976"):
        told = f"'{text}' may cost extra or is no number; a Canadian or a free one, like 403-223-9008, is accepted"
        yield place, told, False


def _twice(values: list[Plain], place: Place) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, value in enumerate(values):
        if isinstance(value, dict | list | None):
            continue
        known = " ".join(str(value).casefold().split()).rstrip(".")
        if known in seen:
            yield (*place, number), f"'{value}' stands in this list twice; once is accepted", False
        seen.add(known)
