"""Single values of the right shape that no visitor could read: each is told at its line, with what would do."""

import pytest

from hooks.facts.legible import legible_findings
from hooks.facts.yaml_marks import parse


def told(text: str) -> list[str]:
    """Each finding as a line of the report, without the file's name."""
    document = parse(text, "facts.yml")
    found = (document.problem(place, what, key=key) for place, what, key in legible_findings(document.data))
    return [problem.at("").removeprefix(":") for problem in sorted(found)]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("SECOR \u202efor ten", "U+202E"),
        ("SECOR\u200b for ten", "U+200B"),
        ("SE\u0421OR for ten", "U+0421"),
        ("SECO\u0301R for ten", "U+0301"),
        ("SECOR\u3000for ten", "U+3000"),
        ("\uff33ECOR", "U+FF33"),
        ("for \u0661\u0660 people", "U+0661"),
        ("SECOR\u2028for ten", "U+2028"),
        ("SECOR\ufefffor ten", "U+FEFF"),
        ("SECOR\ue000", "U+E000"),
        ("SECOR\u2800x", "U+2800"),
        ("SECOR\u00adx", "U+00AD"),
        ("SECOR\\0", "U+0000 (a control character)"),
        ("SECOR\\e[2J", "U+001B"),
        ("SECOR\\x7f", "U+007F"),
        ("SECOR\\tfor ten", "U+0009"),
        ("SECOR\\nfor ten", "U+000A"),
    ],
)
def test_marks_that_hide_or_look_like_others_are_told_by_their_number(text: str, mark: str) -> None:
    (found,) = told(f'name: A\nlist: ["{text}"]\n')
    assert found.startswith("2:8: ")
    assert mark in found


def test_a_key_with_such_a_mark_is_told_once_and_french_is_accepted() -> None:
    assert len(told('a:\n  "n\u0430me": x\n')) == 1
    assert told("text: Santé et sécurité – l’œuvre « à Noël », 60 %, 5 × 4 = 20 … ©\u00a02026\n") == []


@pytest.mark.parametrize("nothing", ["", " ~", " null"])
def test_a_key_without_a_value_is_told_where_the_value_would_stand(nothing: str) -> None:
    (found,) = told(f"contact:\n  phone:{nothing}\n")
    assert found.startswith("2:9: " if not nothing else "2:10: ")
    assert "leave the key out" in found
    assert len(told("names:\n  - SECOR\n  -\n")) == 1


@pytest.mark.parametrize(
    "written",
    ["name: '***'", "acronym: '123'", "topic: '10 %'", "text: '. . .'", "why: '—'", "text: 10%.", "unknown: ['12']"],
)
def test_a_name_or_a_sentence_without_a_letter_is_told(written: str) -> None:
    (found,) = told(f"{written}\n")
    assert "has no letter in it; words are accepted" in found


@pytest.mark.parametrize("written", ["text: x", "why: Unsure.", "ours: ten", "question: nobody?", "unknown: [fees]"])
def test_a_sentence_of_one_word_is_told(written: str) -> None:
    (found,) = told(f"{written}\n")
    assert "is one word; a sentence is accepted" in found


def test_a_question_that_asks_nothing_is_told() -> None:
    assert told("question: who counts there?\n") == []
    (found,) = told("question: who counts there.\n")
    assert "asks nothing; a question with its mark at the end is accepted" in found


def test_what_a_page_says_may_be_a_number() -> None:
    assert told("readings:\n  - text: 10%.\nacronym: S2SA\nage: '2019'\n") == []
    assert len(told("readings:\n  - text: '%'\n")) == 1


def test_a_name_may_not_be_as_long_as_a_text() -> None:
    for key, most in {"acronym": 20, "name": 120, "in_name": 60, "slug": 40, "programme": 120, "account": 80}.items():
        assert told(f"{key}: {'a' * most}\n") == []
        (found,) = told(f"{key}: {'a' * (most + 1)}\n")
        assert f"{most + 1} characters; at most {most} are accepted" in found
    assert len(told(f"phone: 403-223-9008, ext. {'1' * 30}\n")) == 1


def test_a_value_that_stands_in_a_list_twice_is_told_at_the_second() -> None:
    assert told("unknown:\n  - who reviews it\n  - the fee\n  - Who reviews it\n") == [
        "4:5: 'Who reviews it' stands in this list twice; once is accepted"
    ]
    assert told("routes: [cor, cor]\npeople: [3, 3]\n") == [
        "1:15: 'cor' stands in this list twice; once is accepted",
        "2:13: '3' stands in this list twice; once is accepted",
    ]
