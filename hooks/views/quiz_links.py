"""Addresses of the site that bring answers into the quiz: what of them it would not take, so that none is printed."""

from collections.abc import Iterator
from urllib.parse import parse_qsl

from hooks.addresses import EMBED, QUIZ
from quiz.decision import decide
from quiz.facts import Facts
from quiz.words import Words

TAKES_ANSWERS = (QUIZ, f"{EMBED}/")


def refused(address: str, facts: Facts, words: Words) -> Iterator[str]:
    """A sentence for each answer behind the `#` that the quiz would ask for anew, or that no page there reads."""
    page, _, given = address.partition("#")
    if given and page not in TAKES_ANSWERS:
        yield f"{page} takes no answers; they are accepted behind {QUIZ}#"
        return
    pairs = parse_qsl(given, keep_blank_values=True)
    keys = [key for key, _ in pairs]
    yield from (
        f"{key}: this answer is given twice; once is accepted" for key in sorted({*keys}) if keys.count(key) > 1
    )
    decision = decide({key: _value(text) for key, text in pairs}, facts, words)
    if "errors" in decision:
        yield from (problem["text"] for problem in decision["errors"])


def _value(text: str) -> str | int | float:
    """An answer of an address as JSON has it: there every number is a text."""
    try:
        return int(text) if text.isdecimal() else float(text) if text.replace(".", "", 1).isdecimal() else text
    except ValueError:  # too long to be a number
        return text
