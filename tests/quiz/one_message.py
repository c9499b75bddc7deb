"""One message, as several tests of messages put it together."""

from quiz.to_partner import joined
from quiz.words import Words


def opened(texts: Words, opening: str, text: str) -> str:
    """A message that says first what is in hand, or that something ran out."""
    rest = joined(text.removeprefix(texts("message.hello")))
    return texts("message.hello-with", opening=opening, rest=rest[0].upper() + rest[1:])
