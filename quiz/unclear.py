"""The kinds of people of whom no source says whether they count, in words."""

from quiz.situation import Situation
from quiz.words import Words


def unclear_groups(visitor: Situation, words: Words, joiner: str) -> str:
    """The kinds that the visitor has, as words inside a sentence, joined by "and" or "or"."""
    return words.listed([words(f"group.{group}") for group, _ in visitor.tally.unclear], joiner)
