"""What every fact of the rules has: where it was read, when, how sure it is, and when to look again."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

type Route = Literal["cor", "secor", "owner-operator", "none", "ask"]
type Certainty = Literal["clear", "confirm", "unverified"]

MOST_PEOPLE = 100_000
WORST_FIRST: tuple[Certainty, ...] = ("unverified", "confirm", "clear")


def worst(*certainties: Certainty) -> Certainty:
    """The weakest of some certainties."""
    return min(certainties, key=WORST_FIRST.index)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Something a source says; `text` is its sentence, where it has one."""

    id: str
    source: str
    checked: date
    confidence: str
    review_by: date
    text: str = ""

    def due(self, today: date | None) -> bool:
        """Whether the fact should have been looked at again by that day."""
        return today is not None and today > self.review_by
