"""Calendar arithmetic: months clamp (31 January and one month is 28 or 29 February); no clock, no time zone."""

from calendar import monthrange
from datetime import date, timedelta


def plus_months(day: date, months: int) -> date | None:
    """The same day some months later or earlier, clamped to the month's last; None past the calendar's ends."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))


def plus_days(day: date, days: int) -> date | None:
    """Some days later or earlier; None past the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
