"""Single values of a right shape that nobody could read, or that lead nowhere: hidden marks, lengths, nothing at all.

Found in the plain data of any of our YAML files, so these come in the same report as a mistyped number elsewhere.
"""

import unicodedata
from collections.abc import Iterator

from hooks.facts.reach import ADDRESSES, ways_findings
from hooks.facts.unfinished import unfinished
from hooks.facts.yaml_marks import Document, Finding, Place, Plain, Problem, entries

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
    "title": 120,
    "description": 300,
}
NAMES = {"name", "acronym", "in_name", "account", "programme", "industries_text", "membership", "for", "topic", "title"}
SENTENCES = {"text", "ours", "why", "question", "unknown", "description", "does", "conflict"}
TEXTS = SENTENCES | {"says", "ask", "asks", "action", "label", "meanwhile", "age"}
# The letters of English and French; signs of other kinds are told by what Unicode calls them.
LETTERS = {chr(number) for number in range(0x100) if chr(number).isalpha()} | set("ŒœŸ")
HIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Mn", "Mc", "Me"}
SPACES = {" ", "\u00a0", "\u202f"}
UNNAMED = {"Cc": "a control character"}
BLANK = "\u2800"  # a sign to Unicode, and nothing to the eye


def illegible(document: Document) -> list[Problem]:
    """The same as `legible_findings`, as problems of the file."""
    return [document.problem(place, told, key=key) for place, told, key in legible_findings(document.data)]


def legible_findings(data: Plain) -> Iterator[Finding]:
    """Every way that leads nowhere (`reach`), mark that hides, key without a value, and value that is repeated.

    Texts that are not for readers too (`unfinished`).
    """
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
    elif not strange and (scant := _scant(text, place)):
        yield place, f"'{text}' {scant}", False
    elif not strange:
        yield from ways_findings(text, place)
        yield from unfinished(text, place)


def _scant(text: str, place: Place) -> str | None:
    """What a name or a sentence lacks to be one; what a page says may be "10%." or "2019", since others wrote it."""
    key = next((step for step in reversed(place) if isinstance(step, str)), "")
    quoted = "readings" in place or key == "age"
    if key not in NAMES and key not in TEXTS:
        return None
    if not any(map(str.isalnum if quoted else str.isalpha, text)):
        return "has no letter in it; words are accepted"
    if key in SENTENCES and not quoted and " " not in text:
        return "is one word; a sentence is accepted"
    if key == "question" and not text.endswith("?"):
        return "asks nothing; a question with its mark at the end is accepted"
    return None


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


def _twice(values: list[Plain], place: Place) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, value in enumerate(values):
        if isinstance(value, dict | list | None):
            continue
        known = " ".join(str(value).casefold().split()).rstrip(".")
        if known in seen:
            yield (*place, number), f"'{value}' stands in this list twice; once is accepted", False
        seen.add(known)
