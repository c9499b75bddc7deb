"""The engine's doors in the browser: JSON text in, JSON text out, facts and words read once from beside the code."""

import json
from datetime import date
from functools import cache
from pkgutil import get_data

from quiz.decision import decide
from quiz.facts import Facts
from quiz.ical import calendar
from quiz.reading import from_plain
from quiz.words import Words


@cache
def _engine() -> tuple[Facts, Words]:
    facts, words = (get_data("quiz", f"data/{name}.json") or b"{}" for name in ("facts", "words"))
    return from_plain(json.loads(facts)), Words(json.loads(words))


def decide_json(request: str) -> str:
    """A decision for answers as JSON text; the same bytes as the command line prints for the same answers."""
    facts, words = _engine()
    try:
        answers = json.loads(request)
    except (ValueError, RecursionError) as error:
        return dumps({"errors": [{"key": "answers", "text": words("error.not-json", reason=type(error).__name__)}]})
    return dumps(decide(answers, facts, words))


def calendar_json(request: str, site: str, help_line: str = "") -> str:
    """The plan for answers that `decide_json` takes, as `{"name": …, "text": …}`; null where there is no dated plan.

    `help_line` is the page's sentence on who helps: the engine knows no company.
    """
    facts, words = _engine()
    answers = json.loads(request)
    decision = decide(answers, facts, words)
    if "verdict" not in decision or "today" not in answers:
        return dumps(None)
    deadline = date.fromisoformat(answers["deadline"]) if "deadline" in answers else None
    text = calendar(decision, date.fromisoformat(answers["today"]), deadline, site, words, help_line)
    return dumps({"name": f"{decision['outcome']}.ics", "text": text} if text else None)


def dumps(decision: object) -> str:
    """JSON in one form everywhere, so that decisions can be compared byte by byte."""
    return json.dumps(decision, ensure_ascii=False, separators=(",", ":"))
