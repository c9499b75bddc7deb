"""What every entry of `partners.yml` is made of: strict types, and a fact with its source.

Pydantic models, frozen and strict: unknown keys and other types are refused. What a field means stands beside it.
Certifying partners are in `partner.py`, places and the whole file in `model.py`.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from hooks.facts.shapes import ID, LINE, ONE_EMAIL, PHONE
from hooks.facts.yaml_marks import Place


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[\w-]+(\.[\w-]+)+(:\d+)?(/[^\s<>\"'\\`{}|^]*)?(\?[^\s<>\"'\\`{}|^]*)?", value):
        raise ValueError(
            f"'{value}' is not an address; an https:// address (or http:// where only that is known) is accepted"
        )
    return value


type Address = Annotated[str, AfterValidator(_address), Field(json_schema_extra={"pattern": "^https?://"})]
type Id = Annotated[str, StringConstraints(pattern=ID, max_length=80)]
type Line = Annotated[str, StringConstraints(min_length=1, max_length=600, pattern=LINE)]
type Phone = Annotated[str, StringConstraints(pattern=PHONE)]
type Email = Annotated[str, StringConstraints(pattern=ONE_EMAIL)]
LAST_DAY = datetime.date(2200, 1, 1)  # itself too late

type Day = Annotated[datetime.date, Field(ge=datetime.date(2000, 1, 1), lt=LAST_DAY)]
type People = Annotated[int, Field(ge=1, le=1000)]  # at which a rule changes: for larger firms none does
type Hours = Annotated[int, Field(ge=1500, le=2500)]  # that one person works in a year
type Months = Annotated[int, Field(ge=1, le=60)]
type Days = Annotated[int, Field(ge=1, le=366)]
type Dollars = Annotated[int, Field(ge=1, le=1_000_000_000)]
type Percent = Annotated[int, Field(ge=1, le=100)]
type Confidence = Literal["high", "medium", "low"]


class Entry(BaseModel):
    """A mapping of the file; an unknown key is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Source(Entry):
    """A page that was read, and when: said once for all facts that name it as their `source`."""

    url: Address
    checked: Day
    age: Line | None = None  # what the copy that was read says of its own age


def _as_written(schema: JsonDict) -> None:
    """Editors see the file as it is written: these two are filled in (`hooks.facts.sources`) before the model."""
    schema["required"] = [key for key in schema["required"] if key not in ("checked", "review_by")]  # type: ignore[union-attr]


class Fact(Entry):
    """Something that a source says: where, when it was read, how sure we are, and when to look again.

    In the file `checked` and `age` may stand in the line of its `source`, and `review_by` may be left out.
    """

    model_config = ConfigDict(json_schema_extra=_as_written)

    id: Id
    source: Address
    checked: Day
    confidence: Confidence
    review_by: Day
    age: Line | None = None


class Statement(Fact):
    """A fact in a sentence of our own words."""

    text: Line


class Contact(Fact):
    """How to reach a body; low confidence is shown as unverified."""

    phone: Phone | None = None
    other_phone: Phone | None = None
    email: Email | None = None


# What holds other parts; a union, made anew for each value, would take half of the time.
PARTS = (tuple, BaseModel)


def facts_of(entry: object) -> list[Fact]:
    """Every fact inside an entry, in the order of the file."""
    return [part for _, part in walk(entry) if isinstance(part, Fact)]


def walk(entry: object, place: Place = ()) -> Iterator[tuple[Place, BaseModel]]:
    """Every entry inside one, itself first, each with its place, in the order of the file."""
    waiting: list[tuple[Place, object]] = [(place, entry)]  # a stack: a generator in a generator is slower
    while waiting:
        place, entry = waiting.pop()
        if isinstance(entry, BaseModel):
            yield place, entry
            parts: Iterable[tuple[str | int, object]] = vars(entry).items()
        else:
            parts = enumerate(entry) if isinstance(entry, tuple) else ()
        # Most values are numbers and texts: not looking into them makes this ten times faster.
        inside = [((*place, name), part) for name, part in parts if isinstance(part, PARTS)]
        waiting += reversed(inside)
