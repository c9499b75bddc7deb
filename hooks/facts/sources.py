"""What a fact need not say itself: when its page was read, what that page says of its age, and when to look again.

Worked out on the plain data, before the model sees it, so that each slip is told once, where it was written.
"""

import datetime
import json
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from hooks.facts.entry import LAST_DAY, Source
from hooks.facts.yaml_marks import Finding, Place, Plain, entries
from quiz.calendar_days import plus_months

TABLE = "sources"
MONTHS = {"high": 12, "medium": 6, "low": 6}  # until a fact is looked at again, by how sure we are
NO_DAY = "2000-01-01"  # where the day cannot be known because of a problem that is told elsewhere


def completed(data: Plain) -> Plain:
    """The same data with `checked`, `age` and `review_by` in every fact, as if each had been written there."""
    return _completed(data, {url: _passed_on(line) for _, url, line in reversed([*_lines(data)])})


def source_findings(data: Plain) -> Iterator[Finding]:
    """Every page that stands in the table twice or that no fact names, and every source that is not in the table."""
    named = {entry.get("source") for _, entry in _facts(data) if isinstance(entry.get("source"), str)}
    seen = set[str]()
    for number, url, _ in _lines(data):
        if url in seen:
            yield (TABLE, number, "url"), f"'{url}' stands in `{TABLE}` twice; one line for a page is accepted", False
        elif url not in named:
            yield (TABLE, number, "url"), f"no fact names '{url}'; the `source` of some fact is accepted", False
        seen.add(url)
    for place, entry in _facts(data):
        if seen and isinstance(entry.get("source"), str) and entry["source"] not in seen:
            told = f"'{entry['source']}' is not in the table `{TABLE}`; an address with a line there is accepted"
            yield (*place, "source"), told, False


def _lines(data: Plain) -> Iterator[tuple[int, str, dict[str, Plain]]]:
    table = data.get(TABLE) if isinstance(data, dict) else None
    for number, line in enumerate(table if isinstance(table, list) else ()):
        if isinstance(line, dict) and isinstance(line.get("url"), str):
            yield number, str(line["url"]), line


def _facts(data: Plain) -> Iterator[tuple[Place, dict[str, Plain]]]:
    for place, entry in entries(data):
        if isinstance(entry, dict) and _is_fact(entry):
            yield place, entry


def _is_fact(entry: Mapping[str, Plain]) -> bool:
    return "source" in entry or "confidence" in entry


def _passed_on(line: dict[str, Plain]) -> dict[str, Plain]:
    """What facts take from a line; nothing from one that is wrong, since that is told at the line itself."""
    try:
        source = Source.model_validate_json(json.dumps(line), strict=True)
    except ValidationError:
        return {}
    return {"checked": source.checked.isoformat(), "age": source.age}


def _completed(entry: Plain, table: Mapping[str, dict[str, Plain]]) -> Plain:
    if isinstance(entry, list):
        return [_completed(part, table) for part in entry]
    if not isinstance(entry, dict):
        return entry
    whole = {key: _completed(value, table) for key, value in entry.items()}
    if not _is_fact(entry):
        return whole
    whole = {"checked": NO_DAY} | table.get(str(entry.get("source")), {}) | whole
    return {"review_by": _review_by(str(whole["checked"]), str(whole.get("confidence")))} | whole


def _review_by(checked: str, confidence: str) -> str:
    try:
        day = plus_months(datetime.date.fromisoformat(checked), MONTHS.get(confidence, 6))
    except ValueError:
        day = None
    # Never past the calendar of the facts: a `checked` that is there is told where it stands, and once.
    return min(day, LAST_DAY - datetime.timedelta(days=1)).isoformat() if day else NO_DAY
