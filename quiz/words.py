"""Every word that a visitor reads, by id. A missing id is an error, never a blank."""

from collections.abc import Iterator, Mapping
from datetime import date

type Table = Mapping[str, object]


class Words:
    """Texts of one language, by dotted id: `words("caution.growth", limit=10)`."""

    __slots__ = ("_texts", "language")

    def __init__(self, table: Table) -> None:
        self._texts = dict(_flat(table))
        self.language = self._texts["language.code"]

    def __call__(self, text_id: str, **values: object) -> str:
        """The text with its gaps filled; raises `KeyError` for an unknown id or gap."""
        return self._texts[text_id].format_map(values) if values else self._texts[text_id]

    def __contains__(self, text_id: str) -> bool:
        return text_id in self._texts

    def ids(self) -> tuple[str, ...]:
        """Every id, in the order of the file."""
        return tuple(self._texts)

    def people(self, number: int) -> str:
        """A number of people in words: "1 person", "10 people"."""
        return self("unit.person") if number == 1 else self("unit.persons", n=self.number(number))

    def number(self, value: float) -> str:
        """A number with the language's thousands mark; at most two decimals, rounded down."""
        whole = int(value)
        hundredths = int(value * 100 + 1e-6) - whole * 100 if value != whole else 0
        text = f"{whole:,}".replace(",", self("format.thousands"))
        return f"{text}{self('format.decimal')}{hundredths:02d}" if hundredths else text

    def date(self, day: date) -> str:
        """A day in words: "November 23, 2026"."""
        return self("format.date", month=self(f"month.{day.month}"), day=day.day, year=day.year)

    def listed(self, parts: list[str], joiner: str = "and") -> str:
        """Some parts as "a, b and c" (or "or")."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self(f'format.{joiner}')} {parts[-1]}"


def as_start(text: str) -> str:
    """The text as the start of a line or of a sentence; a name that has its capitals inside stays as it is."""
    inner = text.split()[0][1:] if text else ""
    return text if inner != inner.lower() else text[:1].upper() + text[1:]


def as_certificate(name: str, words: Words) -> str:
    """What is issued: the name, with the word for it where the name is only that of a class."""
    return words("certificate.of-class", name=name) if " " in name and words("certificate.cor") not in name else name


def _flat(table: Table, prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
