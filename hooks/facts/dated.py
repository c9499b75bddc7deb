"""Days and years that have not come yet, found in the plain data, where each was written.

They depend on the day of the check, so nothing but the check looks at them.
"""

import datetime
import re
from collections.abc import Callable, Iterator
from functools import cache

from hooks.facts.entry import LAST_DAY
from hooks.facts.yaml_marks import Finding, Place, Plain, entries
from hooks.moment import latest_day

FAR = datetime.timedelta(days=366)  # until a rule that is corrected today may still hold
YEAR = re.compile(r"\b2\d{3}\b")


def early_days(data: Plain, latest: Callable[[], datetime.date] = latest_day) -> Iterator[Finding]:
    """Every day of reading, end of a rule and year of a source that cannot be known yet."""
    last = cache(latest)
    for place, entry in entries(data):
        key = place[-1] if place else ""
        if key == "checked" and isinstance(entry, str) and (day := _day(entry)) and day > last():
            yield place, f"checked {day} has not come yet; a day no later than {last()} is accepted", False
        elif key == "valid_to" and isinstance(entry, str) and (day := _day(entry)) and day > last() + FAR:
            yield place, f"valid_to {day} is far off; a day no later than {last() + FAR} is accepted", False
        elif key == "age" and isinstance(entry, str):
            yield from _age(entry, place, last().year)
        elif key == "year" and isinstance(entry, int) and last().year + 1 < entry < LAST_DAY.year:
            yield place, f"nobody knows the numbers of {entry}; at most {last().year + 1} is accepted", False


def _age(text: str, place: Place, now: int) -> Iterator[Finding]:
    for year in map(int, YEAR.findall(text)):
        if year > now:
            yield place, f"'{text}' is of a year that has not come; at most {now} is accepted", False


def _day(text: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day < LAST_DAY else None  # later ones the model refuses
