"""The kinds of people of whom no source says whether they count, in words."""

from quiz.situation import Situation
from quiz.words import Words


def unclear_groups(visitor: Situation, words: Words, joiner: str) -> str:
    """The kinds that the visitor has, as words inside a sentence, joined by "and" or "or"."""
    called = visitor.partner.counting.owners_called if visitor.partner else ""
    names = {"owners": called} if called else {}
    groups = [group for group, _ in visitor.tally.unclear]
    return words.listed([names[group] if group in names else words(f"group.{group}") for group in groups], joiner)
