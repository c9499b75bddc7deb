"""`load`, the one way to read `partners.yml`: text in, a checked `Catalogue` out, or every problem with its place.

Validated as JSON, so that no text is taken for a number or a date by guess.
"""

import json
import sys
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from hooks.facts.alike import mistaken
from hooks.facts.consistency import inconsistencies
from hooks.facts.contradictions import contradictions
from hooks.facts.dated import early_days
from hooks.facts.entry import facts_of
from hooks.facts.legible import illegible
from hooks.facts.model import Catalogue
from hooks.facts.named import unnamed
from hooks.facts.never import never_used
from hooks.facts.problems import problems
from hooks.facts.ranges import upside_down
from hooks.facts.reach import unreachable
from hooks.facts.repetitions import repetitions
from hooks.facts.review import past_review
from hooks.facts.sense import nonsense
from hooks.facts.sources import completed, source_findings
from hooks.facts.yaml_marks import DataError, Document, read
from hooks.moment import today
from hooks.root import ROOT
from hooks.streams import shown

FACTS = ROOT / "partners.yml"
SCHEMA = ROOT / "partners.schema.json"
# What must hold between entries, once each has its shape.
CHECKS = (inconsistencies, unnamed, never_used, nonsense, contradictions, upside_down, mistaken)


def load(path: Path = FACTS, shown_as: str | None = None) -> Catalogue:
    """Read and check `partners.yml`; raises `DataError` with every problem, each with its line and column.

    What was read is kept until the file changes: a catalogue cannot be changed, and checking it takes half a second.
    """
    stamp = path.stat() if path.is_file() else None
    return _loaded(path, shown_as, (stamp.st_mtime_ns, stamp.st_size) if stamp else None)


@lru_cache(maxsize=2)
def _loaded(path: Path, shown_as: str | None, _stamp: tuple[int, int] | None) -> Catalogue:
    return _checked(read(path, shown_as))


def _checked(document: Document) -> Catalogue:
    early = (*repetitions(document.data), *source_findings(document.data))
    unread = illegible(document)
    wrong = unread + [document.problem(place, text, key=key) for place, text, key in early]
    try:
        catalogue = Catalogue.model_validate_json(json.dumps(completed(document.data)), strict=True)
    except ValidationError as error:
        raise DataError(document.file, wrong + problems(error, document, unread)) from error
    wrong += [document.problem(place, text, key=key) for check in CHECKS for place, text, key in check(catalogue)]
    if wrong:
        raise DataError(document.file, wrong)
    return catalogue


def _strictly(document: Document) -> Catalogue:
    """The same, and what only the check refuses; all of it in one report."""
    found = (*early_days(document.data), *unreachable(document.data))
    wrong = [document.problem(place, text, key=key) for place, text, key in found]
    try:
        catalogue = _checked(document)
    except DataError as error:
        raise DataError(document.file, error.problems + wrong) from error
    if wrong:
        raise DataError(document.file, wrong)
    return catalogue


def main_check(path: Path = FACTS) -> int:
    """Check a file for the command line; every problem goes to standard error, one a line. Returns the exit code.

    What is looked at only here is no reason to build nothing: a day that is tomorrow's, a page of one's own machine.
    """
    name = str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
    try:
        catalogue = _strictly(read(path, name))
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    day = today()
    late = [fact.id for fact in facts_of(catalogue) if past_review(fact, day)]
    if late:
        sys.stderr.write(f"{shown(path.name)}: {len(late)} facts are due for a re-check, first {late[0]}\n")
    return 0


def schema() -> str:
    """The JSON Schema of `partners.yml` for editors, as the text of the committed file."""
    return json.dumps(Catalogue.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


def write_schema(path: Path = SCHEMA) -> int:
    """Write the JSON Schema anew; returns the exit code."""
    path.write_text(schema(), encoding="utf-8")
    return 0
