"""The engine on the command line: the same decisions as in the browser. `python -m quiz --help` lists the commands.

The one module of the package that reads files, asks the clock and prints; it never ships to the browser.
"""

import argparse
import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import TextIO

from hooks.facts.catalogue import FACTS, load
from hooks.facts.for_engine import facts_for
from hooks.facts.words import words
from hooks.facts.yaml_marks import DataError
from hooks.streams import ended
from quiz.ahead.differences import differences
from quiz.ahead.proof import as_plain, timed
from quiz.answers import cut
from quiz.browser import dumps
from quiz.decision import decide
from quiz.facts import Facts
from quiz.questions import QUESTIONS, plain
from quiz.shape import Decision, Problem, Refusal
from quiz.words import Words

MOST_TOLD = 50  # problems of one set of answers: each may be as long as the list of what is accepted
OUTSIDE_ASCII = re.compile(r"[^ -~]")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = _parser().parse_args(arguments)
    if options.run is None:
        return _diff(options.old, options.new)
    try:
        facts = facts_for(load(options.facts, str(options.facts)))
    except DataError as error:
        _say(str(error), sys.stderr)
        return 1
    return int(options.run(options, facts, words("en")))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m quiz", description="Decide between COR and SECOR.")
    commands = parser.add_subparsers(required=True)
    for name, run, text in (
        ("questions", _questions, "every question with its options, as JSON"),
        ("decide", _decide, "answers as JSON on standard input, a decision as JSON on standard output"),
        ("prove", _prove, "every distinguishable set of answers, and every kind of fault looked for"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument("--facts", type=Path, default=FACTS, metavar="FILE", help="another partners.yml")
        command.set_defaults(run=run)
        if name == "decide":
            command.add_argument("--lines", action="store_true", help="one JSON object per line, one decision per line")
    command = commands.add_parser("diff", help="what changes from one partners.yml to another, in people's words")
    command.add_argument("old", type=Path)
    command.add_argument("new", type=Path)
    command.set_defaults(run=None)
    return parser


def _diff(old_file: Path, new_file: Path) -> int:
    """Exit 0 if no answer set changes, 1 if some do, 2 if a file cannot be used."""
    try:
        old, new = (facts_for(load(path, str(path))) for path in (old_file, new_file))
    except DataError as error:
        _say(str(error), sys.stderr)
        return 2
    lines = differences(old, new, words("en"))
    _say("\n".join(lines) if lines else words("en")("diff.none"))
    return 1 if lines else 0


def _questions(_options: argparse.Namespace, facts: Facts, texts: Words) -> int:
    questions = [plain(question, facts, texts) for question in QUESTIONS]
    _say(json.dumps({"version": facts.version, "questions": questions}, ensure_ascii=False, indent=2))
    return 0


def _decide(options: argparse.Namespace, facts: Facts, texts: Words) -> int:
    if sys.stdin is None:
        _say("standard input is closed; answers as a JSON object are expected there", sys.stderr)
        return 2
    if options.lines:
        return _lines(facts, texts)
    decision = _answer(sys.stdin.buffer.read(), facts, texts)
    if "errors" in decision:
        for line in _error_lines(decision, texts):
            print(_harmless(line), file=sys.stderr)
        return 2
    _say(dumps(decision))
    return 0


def _prove(_options: argparse.Namespace, facts: Facts, texts: Words) -> int:
    report, seconds = timed(facts, texts)
    _say(json.dumps(as_plain(report, seconds), ensure_ascii=False, indent=2))
    return 0 if report.sound else 1


def _lines(facts: Facts, texts: Words) -> int:
    refused = False
    for line in sys.stdin.buffer:
        if line.strip():
            decision = _answer(line, facts, texts)
            if "errors" in decision:
                refused = True
                _say(dumps({"errors": _error_lines(decision, texts)}))
            else:
                _say(dumps(decision))
    return 2 if refused else 0


def _error_lines(refusal: Refusal, texts: Words) -> list[str]:
    told = [problem["text"] for problem in refusal["errors"][:MOST_TOLD]]
    more = len(refusal["errors"]) - len(told)
    return [*told, texts("error.more", n=texts.number(more))] if more else told


def _answer(raw: bytes, facts: Facts, texts: Words) -> Decision:
    """A decision for JSON text; the device's date stands in for a missing `today`."""
    twice: dict[str, None] = {}  # the keys that stand more than once, each told once
    try:
        # Some editors put a mark before a text, which JSON's own rules let readers pass over.
        answers = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=lambda pairs: _object(pairs, twice))
    except (ValueError, RecursionError) as error:
        return {"errors": [{"key": "answers", "text": texts("error.not-json", reason=_why(error))}]}
    if isinstance(answers, dict):
        answers.setdefault("today", date.today().isoformat())
    decision = decide(answers, facts, texts)
    if not twice:
        return decision
    told: list[Problem] = [{"key": key, "text": texts("error.duplicate-key", key=cut(key))} for key in twice]
    others: list[Problem] = decision["errors"] if "errors" in decision else []  # noqa: SIM401 - the type needs it
    return {"errors": [*told, *(problem for problem in others if problem["key"] not in twice)]}


def _why(error: ValueError | RecursionError) -> str:
    match error:
        case json.JSONDecodeError():
            return str(error)
        case UnicodeDecodeError():
            return f"not UTF-8 text, at byte {error.start}"
        case RecursionError():
            return "nested too deeply"
        case _:
            return "a number has too many digits"


def _object(pairs: list[tuple[str, object]], twice: dict[str, None]) -> dict[str, object]:
    """The object, each key with its first value; those that stand in it again are noted."""
    read: dict[str, object] = {}
    for key, value in pairs:
        if key in read:
            twice[key] = None
        else:
            read[key] = value
    return read


def _say(text: str, to: TextIO | None = None) -> None:
    print("\n".join(map(_harmless, text.split("\n"))), file=to or sys.stdout)


def _harmless(line: str) -> str:
    """The line with whatever a terminal would obey, or could not write, as JSON writes it in letters: the same JSON."""
    return OUTSIDE_ASCII.sub(lambda sign: sign[0] if _shown(sign[0]) else json.dumps(sign[0])[1:-1], line)


def _shown(sign: str) -> bool:
    return sign.isprintable() or sign == "\u00a0"  # the space that keeps a number with its unit


def run() -> int:
    """`main` as a program of its own."""
    if sys.stdout is None:
        _say("standard output is closed; a file or a terminal is expected there", sys.stderr)
        return 2
    return ended(main)


if __name__ == "__main__":
    sys.exit(run())
