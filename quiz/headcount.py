"""How many people a partner would count: a range, since some kinds of people are unclear.

The kinds and who counts where are facts (`counting` of a partner); nothing here names a partner or a limit.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.answers import GROUPS, Answers
from quiz.facts import Counting

MOST = 10**9  # no upper end


@dataclass(frozen=True, slots=True)
class Tally:
    """People at the busiest moment as one partner counts them: at least `low`, at most `high`."""

    low: int
    high: int
    counted: tuple[tuple[str, int], ...] = ()
    not_counted: tuple[tuple[str, int], ...] = ()
    unclear: tuple[tuple[str, int], ...] = ()

    @property
    def known(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


UNKNOWN = Tally(1, MOST)


def tally(answers: Answers, counting: Counting) -> Tally:
    """The partner's count for these answers; `UNKNOWN` where nothing was said.

    Eight employees and three agency workers, where agency workers are unclear, are 8 to 11 people.
    """
    if isinstance(answers.people, int):
        return Tally(answers.people, answers.people)
    if not answers.count:
        return UNKNOWN
    counted, not_counted, unclear = (
        _some(answers, kinds) for kinds in (counting.counted, counting.not_counted, counting.unclear)
    )
    low = sum(number for _, number in counted)
    high = low + sum(number for _, number in unclear)
    return Tally(low, high, counted, not_counted, unclear)


def _some(answers: Answers, kinds: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The kinds that were given and are not zero, in the order of the questions."""
    return tuple((kind, answers.count[kind]) for kind in GROUPS if kind in kinds and answers.count.get(kind))


def full_time_equivalents(hours: float, each: int) -> float:
    """Payroll hours of a year as full-time equivalents of so many hours, two decimals, rounded down.

    To be shown: what is held against a limit are the hours.
    """
    whole, hundredths = divmod(int(hours * 100) // each, 100)
    return whole + hundredths / 100 if hundredths else whole
