"""Texts that somebody has not finished, or that were written for a program and not for a reader."""

import re
from collections.abc import Iterator

from hooks.facts.reach import ADDRESSES, PHONES
from hooks.facts.yaml_marks import Finding, Place

MARKDOWN = r"\*\*|__|[`|\\]|^(?:[#>*+-]+|\d+[.)]) "
# Each opens what the other closes; one that does both stands an even number of times.
HALVES = ("()", "[]", "\u201c\u201d", "\u00ab\u00bb", '""')
WAYS = {*ADDRESSES, *PHONES, "email"}
A_HALF = re.compile(f"[{re.escape(''.join(HALVES))}]")
# What is looked for, and what is said of it: the first that is found is told, since one slip often brings another.
SLIPS = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"^(?:https?://|www\.)\S+$", "'{}' is only an address; a sentence is accepted, and the address as `source`"),
        (r"(?:TODO|TBD|TBC|FIXME|XXX)\b|[Ll]orem ipsum|\?\?+", "'{}' holds a place; finished text is accepted"),
        (r"\{[^{}]*\}?|\}", "'{}' is filled by nothing; the words themselves are accepted, without braces"),
        (r"</?[A-Za-z!][^>]*>?|&(?:#\w+|[A-Za-z]+);|\]\(|" + MARKDOWN, "'{}' is for a program; plain text is accepted"),
        (r"  |^ | $", "there is a space too many in this text; single spaces between words are accepted"),
        (r" [.,;:!?](?=\s|$)", "there is a space before a mark ('{}'); none is accepted there"),
        (r"[,;:!?][.,;:!?]|(?<!\.)\.\.(?!\.)", "there are two marks ('{}') where one is enough; one is accepted"),
        (r"[a-z][.,;!?][A-Z]", "there is no space after a mark ('{}'); one is accepted there"),
    )
)


def unfinished(text: str, place: Place) -> Iterator[Finding]:
    """What of a text is not for readers; nothing for the value of a key that holds a way to somebody."""
    if place and place[-1] in WAYS:
        return
    for pattern, told in SLIPS:
        if found := pattern.search(text):
            yield place, told.format(found[0]), False
            return
    if A_HALF.search(text) and any(_torn(text, *halves) for halves in HALVES):
        told = "there is a bracket or a quotation mark without its other half; both are accepted, or none"
        yield place, told, False


def _torn(text: str, opens: str, closes: str) -> bool:
    return text.count(opens) % 2 == 1 if opens == closes else text.count(opens) != text.count(closes)
