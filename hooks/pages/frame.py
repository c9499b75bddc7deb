"""What the frame of every page says that is no fact: the site's version, and the words for when the network is gone."""

from collections.abc import Mapping

from hooks.moment import version
from quiz.words import Words

OFFLINE = "offline."


def frame(words: Words, rules: str) -> Mapping[str, object]:
    """The version in words, and each text under [offline] by its id; `rules` is the month of the newest check."""
    commit = version()
    offline = {i.removeprefix(OFFLINE): words(i) for i in words.ids() if i.startswith(OFFLINE)}
    text = words("offline.version", rules=rules, commit=commit) if commit else words("offline.rules", rules=rules)
    return {"version": text, "offline": offline}
