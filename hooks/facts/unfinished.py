"""Texts that somebody has not finished, or that were written for a program and not for a reader."""

import re
from collections.abc import Iterator

from hooks.facts.reach import ADDRESSES
from hooks.facts.yaml_marks import Finding, Place

# What is looked for, and what is said of it: the first that is found is told, since one slip often brings another.
SLIPS = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"^(?:https?://|www\.)\S+$", "'{}' is only an address; a sentence is accepted, and the address as `source`"),
        (r"(?:TODO|TBD|TBC|FIXME|XXX)\b|[Ll]orem ipsum|\?\?+", "'{}' holds a place; finished text is accepted"),
        (r"\{[^{}]*\}?|\}", "'{}' is filled by nothing; the words themselves are accepted, without braces"),
        (r"</?[A-Za-z!][^>]*>?|&(?:#\w+|[A-Za-z]+);|\]\(", "'{}' is for a program; plain text is accepted"),
        (r"  |^ | $", "there is a space too many in this text; single spaces between words are accepted"),
        (r" [.,;:!?](?=\s|$)", "there is a space before a mark ('{}'); none is accepted there"),
    )
)


def unfinished(text: str, place: Place) -> Iterator[Finding]:
    """What of a text is not for readers; nothing for the value of a key that holds an address."""
    if place and place[-1] in ADDRESSES:
        return
    for pattern, told in SLIPS:
        if found := pattern.search(text):
            yield place, told.format(found[0]), False
            return
