"""Edits of `partners.yml` as text: a person's comments, order and spacing stay as they are. Pure."""

import datetime
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import TypeAdapter, ValidationError

from hooks.facts.entry import Address
from hooks.facts.yaml_marks import Document, Plain, entries, parse
from hooks.refused import Refused

_ADDRESS: TypeAdapter[str] = TypeAdapter(Address)
_DAY = re.compile(r"(?P<quote>[\"']?)\d{4}-\d\d-\d\d(?P=quote)")

type Spot = tuple[int, int, str]  # from and to which character, and what takes the place


def table(document: Document) -> dict[str, int]:
    """Each address of `sources:` with its place in the list."""
    return {str(line.get("url")): number for number, line in _lines(document)}


def ages(document: Document) -> dict[str, str]:
    """What the lines of `sources:` say of the age of the copies that were read."""
    return {str(line.get("url")): str(line["age"]) for _, line in _lines(document) if line.get("age")}


def _lines(document: Document) -> Iterator[tuple[int, dict[str, Plain]]]:
    data = document.data
    listed = data.get("sources") if isinstance(data, dict) else None
    for number, line in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(line, dict):
            yield number, line


def dated(text: str, file: str, days: Mapping[str, datetime.date]) -> str:
    """The text with the lines of these addresses in `sources:` dated, unless they bear a later day already.

    Raises Refused where an address is not in the table: then nothing is dated.
    """
    document = parse(text, file)
    known = table(document)
    refuse_unknown(days, known)
    spots = (_day_spot(text, document, known[address], day) for address, day in days.items())
    return _with(text, [spot for spot in spots if spot])


def refuse_unknown(addresses: Iterable[str], known: Iterable[str]) -> None:
    """Raise Refused with a line for each address that is not known, and the nearest one that is."""
    listed = set(known)
    lines = []
    for address in addresses:
        if address not in listed:
            near = difflib.get_close_matches(address, listed, n=1, cutoff=0.9)
            told = f"; did you mean {near[0]}" if near else ""
            lines.append(f"{address} is no address of `sources:` in partners.yml{told}")
    if lines:
        raise Refused("\n".join([*lines, "Nothing was changed."]))


def moved(text: str, file: str, old: str, new: str) -> str:
    """The text with an address replaced wherever a value is just that; the old line goes where the new one is there.

    Raises Refused where the old address is not in `sources:`, or the two are the same.
    """
    document = parse(text, file)
    known = table(document)
    refuse_unknown([old], known)
    if old == new:
        raise Refused("The old address and the new one are the same. Nothing was changed.")
    try:
        _ADDRESS.validate_python(new)
    except ValidationError as wrong:
        raise Refused(f"{new!r} is not an address; write it as https://… Nothing was changed.") from wrong
    whole_line = _entry_spot(text, document, known[old]) if new in known else None
    spots = [spot for spot in _value_spots(text, document, old, new) if not _inside(spot, whole_line)]
    changed = _with(text, [*spots, *([whole_line] if whole_line else [])])
    # Some marks of an address would mean something else in a list in one line.
    if old in [value for _, value in entries(parse(changed, file).data)] or new not in table(parse(changed, file)):
        raise Refused(f"{file}: {old} cannot be replaced here as it stands. Nothing was changed.")
    return changed


def replaced(text: str, file: str, old: str, new: str) -> str:
    """A text of YAML with every value that is just `old` replaced."""
    return _with(text, [*_value_spots(text, parse(text, file), old, new)])


def _day_spot(text: str, document: Document, number: int, day: datetime.date) -> Spot | None:
    place = ("sources", number, "checked")
    if place not in document.values:
        line = document.values["sources", number][0]
        raise Refused(f"{document.file}:{line}: this line of `sources:` has no `checked`; add `checked: {day}`")
    start = _offset(text, *document.values[place])
    written = _DAY.match(text, start)
    if not written:
        line, column = document.values[place]
        raise Refused(f"{document.file}:{line}:{column}: this is no day; write it as {day}")
    quote = written["quote"]
    return None if written[0].strip("\"'") >= day.isoformat() else (start, written.end(), f"{quote}{day}{quote}")


def _value_spots(text: str, document: Document, old: str, new: str) -> Iterable[Spot]:
    for place, value in entries(document.data):
        if value == old:
            start = _offset(text, *document.values[place])
            start += text[start] in "\"'"
            if text[start : start + len(old)] != old:
                line, column = document.values[place]
                raise Refused(f"{document.file}:{line}:{column}: write this address on one line, as it is")
            yield start, start + len(old), new


def _entry_spot(text: str, document: Document, number: int) -> Spot:
    """All lines of an entry of `sources:`, up to the next entry or to what comes after the table."""
    first = document.values["sources", number][0]
    lines = text.splitlines(keepends=True)
    indent = len(lines[first - 1]) - len(lines[first - 1].lstrip())
    after = first
    while (
        after < len(lines) and (own := lines[after].strip()) and len(lines[after]) - len(lines[after].lstrip()) > indent
    ):
        after += bool(own)
    start = _offset(text, first, 1)
    return start, start + sum(map(len, lines[first - 1 : after])), ""


def _inside(spot: Spot, other: Spot | None) -> bool:
    return other is not None and other[0] <= spot[0] < other[1]


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1


def _with(text: str, spots: Sequence[Spot]) -> str:
    for start, end, given in sorted(spots, reverse=True):
        text = text[:start] + given + text[end:]
    return text
