"""Words and numbers that tell of a rule: what a reader's eye should fall on first."""

import re

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TENS = "fifteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
NUMBER = re.compile(rf"\$?\d[\d,]*(?:\.\d+)?%?|\b(?:{_ONES}|{_TENS})\b", re.IGNORECASE)
WORD = re.compile(
    r"\b(?:people|persons?|employees?|workers?|staff|full[- ]time|part[- ]time|owners?|(?:sub)?contractors?|fte|"
    r"hours?|days?|weeks?|months?|years?|annual(?:ly)?|per ?cent|percent(?:age)?|dollars?|cents?|fees?|payroll|"
    r"minimum|maximum|at most|at least|up to|fewer|less than|more than|or more|or less)\b|[%$]",
    re.IGNORECASE,
)


def telling(text: str) -> bool:
    """Whether a text holds both a number and a word of what is counted."""
    return bool(NUMBER.search(text) and WORD.search(text))
