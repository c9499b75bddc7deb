"""What the model refuses is told in the project's own words, and always with what would be accepted."""

import json

import pytest
from pydantic import BaseModel, ValidationError

from hooks.facts.entry import Contact, Source, Statement
from hooks.facts.links import Links, Redirect
from hooks.facts.model import Authority, Buyer, Catalogue, Conflict, Jurisdiction, Refund, Trade, TradePlace
from hooks.facts.partner import Partner, Process, SizeClass, Validity
from hooks.facts.problems import problems
from hooks.facts.search_words import Search, SearchWords
from hooks.facts.yaml_marks import Document, Plain, parse
from tests.hooks.facts.few_places import only

PYDANTIC = ("Input should", "String should", "Tuple should", "Value error", "text that matches", "Field required")
HELPFUL = ("accepted", "remove it or correct its spelling", "it is required here")


def told(kind: type[BaseModel], document: Document) -> list[str]:
    """Every sentence about a document that is not of that kind."""
    with pytest.raises(ValidationError) as refused:
        kind.model_validate_json(json.dumps(document.data), strict=True)
    return [problem.message for problem in problems(refused.value, document)]


@pytest.mark.parametrize(
    ("kind", "line", "said"),
    [
        (Statement, "text: 5", "5 is not text; text is accepted, such as '5' in quotation marks"),
        (Statement, "text: true", "true is not text; text is accepted, such as 'true' in quotation marks"),
        (Statement, "text: [a]", "a list is not text; text is accepted"),
        (Statement, "text: {a: b}", "a mapping is not text; text is accepted"),
        (Statement, "text: ' led'", "' led' does not fit; one line of text that begins with no space, without < and >"),
        (Statement, "text: a <b>", "'a <b>' does not fit; one line of text that begins with no space, without < and >"),
        (Statement, f"text: {'a' * 601}", "this has 601 characters; at most 600 are accepted"),
        (Statement, "text: ''", "there is nothing here; text is accepted"),
        (Statement, "id: Ab_c", "'Ab_c' does not fit; small letters and digits, with single hyphens between them"),
        (Contact, "phone: 403 223 9008", "'403 223 9008' does not fit; a number like 403-223-9008 is accepted"),
        (Contact, "email: nobody", "'nobody' does not fit; an e-mail address like cor@example.ca is accepted"),
        (Authority, "refers_to: [nbcsa]", "'nbcsa' does not fit; a place and one of its partners, like NB/nbcsa, is"),
        (Trade, "word: Roofer!", "'Roofer!' does not fit; small letters like road builder, or an acronym in capitals"),
        (TradePlace, "wcb_code: a-1", "'a-1' does not fit; a code of capitals and digits, like 40700, is accepted"),
        (Redirect, "old: /a", "'/a' does not fit; an address of the site with a slash at its end, like"),
        (SearchWords, "words: ['!']", "'!' does not fit; small letters and digits, as somebody would type them, are"),
        (Conflict, "readings: []", "the list is empty; at least one entry is accepted"),
        (
            Process,
            "routes: cor",
            "'cor' is not a list; a list is accepted, like [a, b] or a line with a hyphen for each",
        ),
        (Process, "routes: 5", "5 is not a list; a list is accepted"),
        (Process, "routes: {}", "a mapping is not a list; a list is accepted"),
        (Process, "audit: x", "'x' is not a mapping; keys with their values are accepted, one a line"),
        (Process, "audit: []", "a list is not a mapping; keys with their values are accepted"),
        (SizeClass, "at_most: 0", "0 is too small; at least 1 is accepted"),
        (SizeClass, "at_most: -1", "-1 is too small; at least 1 is accepted"),
        (SizeClass, "at_most: 1001", "1001 is too large; at most 1000 is accepted"),
        (SizeClass, "at_most: 10.5", "'10.5' is not a whole number; a number in digits, like 10, is accepted"),
        (SizeClass, "at_most: true", "true is not a whole number; a number in digits, like 10, is accepted"),
        (SizeClass, "at_most: []", "a list is not a whole number; a number in digits, like 10, is accepted"),
        (SizeClass, "works_alone: yes", "'yes' is not accepted; true is"),
        (SizeClass, "works_alone: false", "false is not accepted; true is"),
        (SizeClass, "route: []", "a list is not accepted; accepted are 'cor', 'secor'"),
        (Validity, "months: 3", "3 is too small; at least 6 is accepted"),
        (Refund, "percent: 101", "101 is too large; at most 100 is accepted"),
        (
            Refund,
            "industry_rate: yes",
            "'yes' is neither true nor false; one of the two is accepted, without quotation",
        ),
        (Source, "checked: 1999-12-31", "'1999-12-31' is too early; a day from 2000-01-01 on is accepted"),
        (Source, "checked: 2200-01-01", "'2200-01-01' is too late; a day before 2200-01-01 is accepted"),
        (
            Source,
            "checked: 2026-02-30",
            "'2026-02-30' is not a date of the calendar; a date like 2026-11-23 is accepted",
        ),
        (Source, "checked: 2026-11-23T10:00", "'2026-11-23T10:00' is not a date of the calendar; a date like"),
        (Source, "checked: 20261123", "20261123 is not a date of the calendar; a date like 2026-11-23 is accepted"),
        (Source, "url: 5", "5 is not text; text is accepted"),
        (Source, "url: a", "'a' is not an address; an https:// address"),
        (Source, "url: 'https://a b'", "'https://a b' is not an address; an https:// address"),
        (Jurisdiction, "code: ZZ", "'ZZ' is not accepted; accepted are 'AB', 'BC'"),
        (Buyer, "accepts: []", "the list is empty; at least one entry is accepted"),
        (Partner, "nmae: A", "unknown key; remove it or correct its spelling"),
        (Partner, "name: A", "url: this key is missing; it is required here"),
    ],
)
def test_each_kind_of_slip_is_told_in_words(kind: type[BaseModel], line: str, said: str) -> None:
    assert any(said in sentence for sentence in told(kind, parse(line, "facts.yml"))), told(kind, parse(line, "f"))


@pytest.mark.parametrize(
    "wrong", ["", "x y<z>", "5", 5, -1, 10**17, True, [], [[]], {}, {"a": 1}, "9" * 700, "1999-01-01"]
)
def test_no_sentence_is_pydantic_s_own(wrong: Plain) -> None:
    document = parse(only("AB"), "facts.yml")
    for depth in range(1, 8):
        broken = Document(document.file, _broken(document.data, wrong, depth), document.keys, document.values)
        found = told(Catalogue, broken)
        assert [sentence for sentence in found if any(word in sentence for word in PYDANTIC)] == []
        assert [sentence for sentence in found if not any(word in sentence for word in HELPFUL)] == []


def _broken(data: Plain, wrong: Plain, depth: int) -> Plain:
    """The same data with everything below some depth replaced."""
    if depth == 0:
        return wrong
    if isinstance(data, dict):
        return {key: _broken(value, wrong, depth - 1) for key, value in data.items()}
    if isinstance(data, list):
        return [_broken(value, wrong, depth - 1) for value in data[:3]]
    return data


@pytest.mark.parametrize("kind", [Catalogue, Links, Search])
@pytest.mark.parametrize("text", ["5", "[]", "just words", "{a: 1}"])
def test_a_file_of_another_kind_is_told_too(kind: type[BaseModel], text: str) -> None:
    found = told(kind, parse(text, "facts.yml"))
    assert all(any(word in sentence for word in HELPFUL) for sentence in found)
