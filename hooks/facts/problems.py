"""What the model refuses, in words: each with its place in the file, and what would be accepted."""

from collections.abc import Iterable, Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hooks.facts.shapes import ACCEPTED
from hooks.facts.yaml_marks import Document, Place, Plain, Problem

LONGEST_TOLD = 60  # characters of a value in a sentence about it
NO_DATE = "{given} is not a date of the calendar; a date like 2026-11-23 is accepted"
NO_NUMBER = "{given} is not a whole number; a number in digits, like 10, is accepted"
# By what pydantic calls it. The tests name whatever has no words here.
SENTENCES: Mapping[str, str] = {
    "extra_forbidden": "unknown key; remove it or correct its spelling",
    "missing": "this key is missing; it is required here",
    "literal_error": "{given} is not accepted; accepted are {expected}",
    "value_error": "{error}",
    "bool_type": "{given} is neither true nor false; one of the two is accepted, without quotation marks",
    "tuple_type": "{given} is not a list; a list is accepted, like [a, b] or a line with a hyphen for each",
    "too_short": "the list is empty; at least one entry is accepted",
    "model_type": "{given} is not a mapping; keys with their values are accepted, one a line",
    "string_type": "{given} is not text; text is accepted",
    "string_too_short": "there is nothing here; text is accepted",
    "string_too_long": "this has {length} characters; at most {max_length} are accepted",
    "greater_than_equal": "{given} is too small; at least {ge} is accepted",
    "less_than_equal": "{given} is too large; at most {le} is accepted",
    "less_than": "{given} is too late; a day before {lt} is accepted",
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), NO_NUMBER),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), NO_DATE),
    "date_from_datetime_inexact": NO_DATE,
}


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
    kind, given, limits = details["type"], details.get("input"), details.get("ctx", {})
    if kind == "literal_error" and limits["expected"] == "True":
        return f"{_said(given)} is not accepted; true is"
    if kind == "string_pattern_mismatch":
        return f"{_said(given)} does not fit; {ACCEPTED[limits['pattern']]}"
    if kind == "string_type" and isinstance(given, int):  # most often a name or a year that looks like a number
        return f"{_said(given)} is not text; text is accepted, such as '{_said(given)}' in quotation marks"
    if kind == "greater_than_equal" and isinstance(limits["ge"], str):
        return f"{_said(given)} is too early; a day from {limits['ge']} on is accepted"
    if kind not in SENTENCES:
        return details["msg"]
    length = f"{len(given):,}" if isinstance(given, str) else ""
    return SENTENCES[kind].format_map({"given": _said(given), "length": length, **limits})


def _said(given: Plain) -> str:
    """A value as its file has it, short enough for a sentence."""
    match given:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case bool():
            return str(given).lower()
        case str() if len(given) > LONGEST_TOLD:
            return repr(f"{given[:LONGEST_TOLD]}…")
        case _:
            return repr(given)
