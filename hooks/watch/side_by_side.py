"""Paragraphs that are gone beside those that came in their place, word by word, with what tells of a rule marked."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hooks.watch.telling import NUMBER, WORD

ALIKE = 0.5  # from which two paragraphs are taken for two versions of one
LONGEST = 600  # characters of a paragraph that are shown
_WORDS = re.compile(r"\s*\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words: whether they are on this side only, and whether they tell of a rule."""

    text: str
    changed: bool
    telling: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """What was there and what is there now; None where there is nothing, `unknown` where another machine saw it."""

    old: tuple[Piece, ...] | None
    new: tuple[Piece, ...] | None
    unknown: bool = False


def pairs(gone: Sequence[str], new: Sequence[str]) -> tuple[Pair, ...]:
    """Each paragraph once, those that are versions of each other side by side."""
    left, of_gone = list(new), []
    for old in gone:
        near = max(left, key=lambda text: _alike(old, text), default="")
        if near and old and _alike(old, near) >= ALIKE:
            left.remove(near)
            of_gone.append(Pair(*_compared(old, near)))
        else:
            of_gone.append(Pair(_whole(old) if old else None, None, unknown=not old))
    return (*of_gone, *(Pair(None, _whole(text)) for text in left))


def _alike(old: str, new: str) -> float:
    return difflib.SequenceMatcher(None, _words(old), _words(new), autojunk=False).ratio()


def _words(text: str) -> list[str]:
    short = text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
    return _WORDS.findall(short)


def _whole(text: str) -> tuple[Piece, ...]:
    return tuple(_pieces("".join(_words(text)), changed=False))


def _compared(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    before, now = _words(old), _words(new)
    left: list[Piece] = []
    right: list[Piece] = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        left += _pieces("".join(before[a:b]), changed=what != "equal")
        right += _pieces("".join(now[c:d]), changed=what != "equal")
    return tuple(left), tuple(right)


def _pieces(text: str, *, changed: bool) -> Iterator[Piece]:
    """The text cut where words that tell of a rule begin and end."""
    at = 0
    for start, end in _spans(text):
        yield from _piece(text[at:start], changed, telling=False)
        yield from _piece(text[start:end], changed, telling=True)
        at = end
    yield from _piece(text[at:], changed, telling=False)


def _piece(text: str, changed: bool, *, telling: bool) -> Iterable[Piece]:
    return [Piece(text, changed and not text.isspace(), telling)] if text else []


def _spans(text: str) -> list[tuple[int, int]]:
    """Where words that tell of a rule stand; those that overlap as one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(match.span() for pattern in (NUMBER, WORD) for match in pattern.finditer(text)):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans
