"""How hard a text is to read: the grade of school that it takes, by Flesch and Kincaid's formula, and its sentences."""

import re
import tomllib

import syllapy

from hooks.root import ROOT

GIVEN = tomllib.loads((ROOT / "tests" / "site" / "reading.toml").read_text(encoding="utf-8"))
TERMS = frozenset(GIVEN["terms"])

_SENTENCE_END = re.compile(r"(?<=[.?!:])[\"”’)]*\s+")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence; what has no word is none."""
    found = [_WORD.findall(part) for part in _SENTENCE_END.split(text)]
    return [words for words in found if words]


def grade(text: str) -> float:
    """The grade of school; below 0 for nothing but short words."""
    said = sentences(text)
    words = sum(map(len, said))
    if not words:
        return 0.0
    syllables = sum(_syllables(word, first=place == 0) for sentence in said for place, word in enumerate(sentence))
    return 0.39 * words / len(said) + 11.8 * syllables / words - 15.59


def _syllables(word: str, *, first: bool) -> int:
    is_name = re.search(r"[A-Z].*[A-Z]", word) or (word[0].isupper() and not first)
    return 1 if is_name or word.lower() in TERMS else max(1, syllapy.count(word))
