"""Texts that are not finished, or not for readers: each is told, with what would be accepted."""

import pytest

from hooks.facts.catalogue import FACTS
from hooks.facts.legible import legible_findings
from hooks.facts.unfinished import unfinished
from hooks.facts.yaml_marks import entries, parse


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://www.alberta.ca/cor", "'https://www.alberta.ca/cor' is only an address"),
        ("www.alberta.ca", "'www.alberta.ca' is only an address"),
        ("TODO", "'TODO' holds a place"),
        ("The fee is TBD.", "'TBD' holds a place"),
        ("FIXME: ask again", "'FIXME' holds a place"),
        ("It costs XXX dollars.", "'XXX' holds a place"),
        ("Lorem ipsum dolor sit amet.", "'Lorem ipsum' holds a place"),
        ("How many people??", "'??' holds a place"),
        ("For {people} people.", "'{people}' is filled by nothing"),
        ("For {} people.", "'{}' is filled by nothing"),
        ("For people}.", "'}' is filled by nothing"),
        ("A <b>short</b> way.", "'<b>' is for a program"),
        ("Health &amp; safety.", "'&amp;' is for a program"),
        ("Read [this](https://a.ca/).", "'](' is for a program"),
        ("Two  spaces.", "a space too many"),
        ("One at the end. ", "a space too many"),
        ("A space before .", "a space before a mark (' .')"),
        ("A space , here.", "a space before a mark (' ,')"),
        ("It ends twice..", "two marks ('..') where one is enough"),
        ("Really?!", "two marks ('?!') where one is enough"),
        ("One,, two.", "two marks (',,') where one is enough"),
        ("No space.After the stop.", "no space after a mark ('e.A')"),
        ("One,Two.", "no space after a mark ('e,T')"),
        ("A **bold** word.", "'**' is for a program"),
        ("A `name` in it.", "'`' is for a program"),
        ("# A heading", "'# ' is for a program"),
        ("- one of a list", "'- ' is for a program"),
        ("1. one of a list", "'1. ' is for a program"),
        ("> quoted", "'> ' is for a program"),
        ("| a | b |", "'|' is for a program"),
        ("One\\nTwo.", "'\\' is for a program"),
        ("One (two.", "a bracket or a quotation mark without its other half"),
        ("One) two.", "a bracket or a quotation mark without its other half"),
        ('Say "yes.', "a bracket or a quotation mark without its other half"),
        ("Say \u201cyes.", "a bracket or a quotation mark without its other half"),
    ],
)
def test_a_text_that_is_not_for_readers_is_told(text: str, said: str) -> None:
    ((place, told, key),) = unfinished(text, ("text",))
    assert (place, key) == (("text",), False)
    assert said in told
    assert "accepted" in told


@pytest.mark.parametrize(
    "text",
    [
        "And so on … or ... so.",
        "Ask at https://alberta.ca/cor which one.",
        "Health & Safety, $1,000, 60 per cent?",
        "Owner/Operator COR (U.S.), no. 5.",
        "« à Noël »\u00a0: 60\u00a0%",
        "TODOS and BOND",
        "Ltd., Inc.; and so on (U.S.).",
        'They say "yes", and (with a form) "no".',
        "10-person firms \u2013 or larger ones \u2013 and e-mail.",
        "Version 2.0, at 9:30, 1,000 people...",
    ],
)
def test_what_readers_can_read_is_accepted(text: str) -> None:
    assert [*unfinished(text, ("text",))] == []


def test_an_address_is_accepted_where_one_belongs() -> None:
    assert [*unfinished("https://a.ca/TODO?x=1&y=2", ("url",))] == []


@pytest.mark.parametrize(
    "text", ["unknown: [TODO]", "name: '{name}'", "age: TBD", "names: [A  b]", "membership: '? ??'"]
)
def test_every_text_of_a_file_is_looked_at(text: str) -> None:
    assert len([*legible_findings(parse(text, "facts.yml").data)]) == 1


def test_every_text_of_the_facts_is_finished() -> None:
    data = parse(FACTS.read_text(encoding="utf-8"), "facts.yml").data
    assert [found for place, text in entries(data) if isinstance(text, str) for found in unfinished(text, place)] == []
