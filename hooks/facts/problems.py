"""What the model refuses, in words: each with its place in the file, and what would be accepted."""

from collections.abc import Iterable

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hooks.facts.yaml_marks import Document, Place, Problem


def problems(error: ValidationError, document: Document, told: Iterable[Problem] = ()) -> list[Problem]:
    """Every problem of a file whose data does not have the shape of its model, but those of values told already."""
    wrong, places = [], {(problem.line, problem.column) for problem in told}
    for details in error.errors(include_url=False):
        place: Place = details["loc"]
        wrong_key = details["type"] == "extra_forbidden"
        wrong.append(document.problem(place, f"{_where(place, document)}{_sentence(details)}", key=wrong_key))
    return [problem for problem in wrong if (problem.line, problem.column) not in places]


def _where(place: Place, document: Document) -> str:
    """The path with the entry's own code or id in place of a bare number: `jurisdictions AB, partners acsa, url: `."""
    data, parts = document.data, list[str]()
    for step in place:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            data = None
        if isinstance(step, str):
            parts.append(step)
        elif isinstance(data, dict) and parts:
            parts[-1] += f" {data.get('code') or data.get('id') or step + 1}"
    return ", ".join(parts) + ": " if parts else ""


def _sentence(details: ErrorDetails) -> str:
    given = details.get("input")
    match details["type"]:
        case "extra_forbidden":
            return "unknown key; remove it or correct its spelling"
        case "missing":
            return "this key is missing; it is required here"
        case "literal_error":
            return f"{given!r} is not accepted; accepted are {details['ctx']['expected']}"
        case "string_pattern_mismatch":
            return f"{given!r} is not accepted; text that matches {details['ctx']['pattern']} is"
        case "value_error":
            return str(details["ctx"]["error"])
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return f"{given!r} is not a date of the calendar; a date like 2026-11-23 is accepted"
        case "int_type" | "int_parsing":
            return f"{given!r} is not a whole number; a number in digits, like 10, is accepted"
        case _:
            return f"{details['msg']}; {given!r} is given" if not isinstance(given, dict | list) else details["msg"]
