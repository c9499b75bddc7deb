"""The facts cut down to some places, for tests that break a copy of them: a third of the time of reading them all."""

import re

from hooks.facts.catalogue import FACTS

TEXT = FACTS.read_text(encoding="utf-8")
PLACE = re.compile(r"^  - code: (\w\w)\n(?:(?:    .*)?\n)*", re.MULTILINE)
HEAD = re.compile(r"^    (?:name|slug|in_name|account|programme): .*\n", re.MULTILINE)
TRADE = re.compile(r"^      - id: trade-\S+-(\w\w)\n(?:        .*\n)*", re.MULTILINE)
REPLACED = re.compile(r"^  - id: .*\n    jurisdiction: (\w\w)\n(?:    .*\n)*", re.MULTILINE)
NO_PLACES = re.compile(r"^    places:\n(?!      )", re.MULTILINE)
SOURCE = re.compile(r"^  - url: (\S+)\n(?:    .*\n)*", re.MULTILINE)
NOBODY = """    authority:
      id: {code}-authority
      name: Nobody
      url: {source}
      text: Nothing is said of this place.
      source: {source}
      confidence: low
    without_partner:
      id: {code}-none
      route: none
      name: No verified partner
      certainty: unverified
      text: Nothing is said of this place.
      source: {source}
      confidence: low
"""


def only(*codes: str) -> str:
    """The text of the facts with these places whole and every other one without partners."""
    text = PLACE.sub(lambda found: found[0] if found[1] in codes else _empty(found), TEXT)
    for entry in (TRADE, REPLACED):
        text = entry.sub(lambda found: found[0] if found[1].upper() in codes else "", text)
    text = NO_PLACES.sub("", text)
    told, _, table = text.partition("\nsources:")
    named = set(re.findall(r" (https?://\S+)$", told, re.MULTILINE))
    return f"{told}\nsources:{SOURCE.sub(lambda found: found[0] if found[1] in named else '', table)}"


def _empty(place: re.Match[str]) -> str:
    found = re.search(r"^ +source: (\S+)$", place[0], re.MULTILINE)
    assert found is not None
    head = "".join(HEAD.findall(place[0])[:5])
    return f"  - code: {place[1]}\n{head}{NOBODY.format(code=place[1].lower(), source=found[1])}"
