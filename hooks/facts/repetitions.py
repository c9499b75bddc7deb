"""Ids used twice and size classes that shut each other out, found in the plain data.

These need no valid shape, so they come in the same report as a mistyped number elsewhere in the file.
"""

from collections.abc import Iterator, Mapping

from hooks.facts.yaml_marks import Finding, Place, Plain, entries
from quiz.conditions import CONDITIONS

CLASS_LISTS = ("size_classes", "default_size_classes")
MOST_ALONE = 2  # who works alone may have an office helper
UNIQUE_IN_LIST = {"partners": ("id",), "jurisdictions": ("code", "slug")}


def repetitions(data: Plain) -> Iterator[Finding]:
    """Every repeated id, code or slug; every class that no size reaches, or that leaves sizes without an answer."""
    seen: set[str] = set()
    for place, entry in entries(data):
        name = place[-1] if place else ""
        if isinstance(entry, dict) and "id" in entry and not (len(place) > 1 and place[-2] == "partners"):
            yield from _once(str(entry["id"]), seen, (*place, "id"), "in the file")
        if isinstance(entry, list) and name in UNIQUE_IN_LIST:
            yield from _in_list(entry, place, UNIQUE_IN_LIST[str(name)])
        if isinstance(entry, list) and name in CLASS_LISTS:
            yield from _classes([part if isinstance(part, dict) else {} for part in entry], place)


def _once(value: str, seen: set[str], place: Place, where: str) -> Iterator[Finding]:
    if value in seen:
        text = f"the {place[-1]} '{value}' is used twice {where}; one that is used nowhere else is accepted"
        yield place, text, False
    seen.add(value)


def _in_list(entries: list[Plain], place: Place, names: tuple[str, ...]) -> Iterator[Finding]:
    for name in names:
        seen: set[str] = set()
        for number, entry in enumerate(entries):
            if isinstance(entry, dict) and name in entry:
                yield from _once(str(entry[name]), seen, (*place, number, name), "here")


def _conditions(size_class: Mapping[str, Plain]) -> Mapping[str, int | None]:
    """The limits of a class; a limit that is no number is None and compares with nothing."""
    told = ((condition.name, size_class.get(condition.name)) for condition in CONDITIONS)
    return {name: value if isinstance(value, int) else None for name, value in told if value is not None}


def _implied(given: Mapping[str, int | None]) -> Mapping[str, int | None]:
    """The limits of a class and what follows from them: an average is never above the peak, and one person is alone."""
    most, average = given.get("at_most"), given.get("average_below")
    peaks = [*([MOST_ALONE] if given.get("works_alone") else ()), *(() if most is None else [most])]
    if not peaks:
        return given
    peak = min(peaks)
    alone = {"works_alone": 1} if peak == 1 else {}
    return {**given, **alone, "at_most": peak, "average_below": min(average or peak + 1, peak + 1)}


def _covers(earlier: Mapping[str, int | None], later: Mapping[str, int | None]) -> bool:
    """Whether every case of `later` is taken by `earlier`: each of its limits is as wide or wider."""
    implied = _implied(later)
    for name, limit in earlier.items():
        other = implied.get(name)
        if limit is None or other is None or limit < other:
            return False
    return True


def _classes(classes: list[dict[str, Plain]], place: Place) -> Iterator[Finding]:
    """Read from the top: each class must leave something to the next, and the last must take the rest."""
    conditions = [_conditions(size_class) for size_class in classes]
    for number, later in enumerate(conditions):
        earlier = next((n for n in range(number) if _covers(conditions[n], later)), None)
        if earlier is not None:
            text = f"class '{classes[number].get('id')}' overlaps '{classes[earlier].get('id')}' and is never reached; "
            yield (*place, number), text + "a wider class below a narrower one is accepted", False
    if conditions and conditions[-1]:
        text = f"the last class '{classes[-1].get('id')}' has a condition, so some sizes have no answer; "
        yield (*place, len(classes) - 1), text + "a last class without a condition is accepted", False
