"""Whether something that was read should have been looked at again by now."""

import datetime
from typing import Protocol


class Reviewed(Protocol):
    """Something with a day on which it should be looked at again: a fact, or what a page says of several."""

    @property
    def review_by(self) -> datetime.date:
        """The last day before it should be looked at again."""


def past_review(read: Reviewed, today: datetime.date) -> bool:
    """Whether that day is past."""
    return read.review_by < today
