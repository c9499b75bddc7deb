"""The shape of a question, as a program is asked it: a part of the shape of a decision (`shape.py`)."""

from typing import Literal, NotRequired, TypedDict


class Option(TypedDict):
    """One answer to a question of choice."""

    value: str
    label: str


class Aid(TypedDict):
    """One kind of person of the counting helper."""

    key: str
    text: str


class Question(TypedDict):
    """A question with its words and everything that it accepts."""

    key: str
    kind: Literal["choice", "whole", "number", "date"]
    text: str
    hint: str
    short: str
    optional: bool
    unsure: bool
    errors: dict[str, str]
    options: NotRequired[list[Option]]
    least: NotRequired[float]
    most: NotRequired[float]
    instead: NotRequired[list[Aid]]
