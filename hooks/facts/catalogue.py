"""`load`, the one way to read `partners.yml`: text in, a checked `Catalogue` out, or every problem with its place.

Validated as JSON, so that no text is taken for a number or a date by guess.
"""

import datetime
import json
import sys
import tomllib
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hooks.facts.consistency import inconsistencies
from hooks.facts.model import (
    Audit,
    Authority,
    Catalogue,
    Caution,
    Conflict,
    Contact,
    Counting,
    Fact,
    Former,
    Jurisdiction,
    Letter,
    Partner,
    PassMarks,
    Process,
    Records,
    Replaced,
    SizeClass,
    Statement,
    Timing,
    Training,
    Validity,
    When,
    facts_of,
)
from hooks.facts.repetitions import repetitions
from hooks.facts.yaml_marks import DataError, Document, Place, Problem, read
from hooks.root import ROOT
from quiz.words import Words

__all__ = [
    "FACTS",
    "SCHEMA",
    "Audit",
    "Authority",
    "Catalogue",
    "Caution",
    "Conflict",
    "Contact",
    "Counting",
    "Fact",
    "Former",
    "Jurisdiction",
    "Letter",
    "Partner",
    "PassMarks",
    "Process",
    "Records",
    "Replaced",
    "SizeClass",
    "Statement",
    "Timing",
    "Training",
    "Validity",
    "When",
    "facts_of",
    "load",
    "main_check",
    "schema",
    "words",
]

FACTS = ROOT / "partners.yml"
SCHEMA = ROOT / "partners.schema.json"


def load(path: Path = FACTS, shown_as: str | None = None) -> Catalogue:
    """Read and check `partners.yml`; raises `DataError` with every problem, each with its line and column."""
    document = read(path, shown_as)
    found = [document.problem(place, text, key=key) for place, text, key in repetitions(document.data)]
    try:
        catalogue = Catalogue.model_validate_json(json.dumps(document.data), strict=True)
    except ValidationError as error:
        raise DataError(document.file, found + _problems(error, document)) from error
    found += [document.problem(place, text, key=key) for place, text, key in inconsistencies(catalogue)]
    if found:
        raise DataError(document.file, found)
    return catalogue


def main_check(path: Path = FACTS) -> int:
    """Check a file for the command line; every problem goes to standard error, one a line. Returns the exit code."""
    try:
        catalogue = load(path, str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path))
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    late = [fact.id for fact in facts_of(catalogue) if fact.review_by < datetime.date.today()]
    if late:
        sys.stderr.write(f"{path.name}: {len(late)} facts are due for a re-check, first {late[0]}\n")
    return 0


def words(language: str = "en") -> Words:
    """The word file of a language."""
    return Words(tomllib.loads((ROOT / "quiz" / "locales" / f"{language}.toml").read_text(encoding="utf-8")))


def schema() -> str:
    """The JSON Schema of `partners.yml` for editors, as the text of the committed file."""
    return json.dumps(Catalogue.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


def write_schema(path: Path = SCHEMA) -> int:
    """Write the JSON Schema anew; returns the exit code."""
    path.write_text(schema(), encoding="utf-8")
    return 0


def _problems(error: ValidationError, document: Document) -> list[Problem]:
    problems = []
    for details in error.errors(include_url=False):
        place: Place = details["loc"]
        wrong_key = details["type"] == "extra_forbidden"
        problems.append(document.problem(place, f"{_where(place, document)}{_sentence(details)}", key=wrong_key))
    return problems


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
