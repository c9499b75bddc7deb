"""YAML read strictly: what it takes for text, and where it says that something is wrong."""

import pytest

from hooks.facts.yaml_marks import DataError, Problem, parse


def problems(text: str) -> list[str]:
    """Each problem of a text as `line:column: message`."""
    with pytest.raises(DataError) as refused:
        parse(text, "facts.yml")
    return [line.removeprefix("facts.yml:") for line in str(refused.value).splitlines()]


@pytest.mark.parametrize("word", ["ON", "NO", "yes", "off", "12:30", "0777", "1.5", "1e3", "2026-11-23", "0x10", "+5"])
def test_words_that_yaml_takes_for_something_else_stay_text(word: str) -> None:
    assert parse(f"code: {word}\n", "facts.yml").data == {"code": word}


@pytest.mark.parametrize(("word", "value"), [("true", True), ("false", False), ("10", 10), ("-3", -3), ("null", None)])
def test_plain_values_have_their_type(word: str, value: object) -> None:
    assert parse(f"key: {word}\n", "facts.yml").data == {"key": value}


def test_the_name_of_a_file_is_told_in_letters_where_a_terminal_would_obey_it() -> None:
    assert Problem(1, 2, "wrong").at("a\x1b[31m\nb.yml") == "a\\x1b[31m\\nb.yml:1:2: wrong"


def test_a_value_left_out_is_null() -> None:
    assert parse("key:\n", "facts.yml").data == {"key": None}


def test_every_duplicate_key_is_named_with_the_first_place() -> None:
    assert problems("a: 1\nb: 2\na: 3\nb: 4\n") == [
        "3:1: duplicate key 'a', first at line 1; keep one of them",
        "4:1: duplicate key 'b', first at line 2; keep one of them",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x [1]\nb: *x\n", "1:4: anchor &x"),
        ("a: !!python/object:os.system x\n", "1:4: tag "),
        ("a: [1\n", "2:1: "),
        ("a:\n\tb: 1\n", "2:1: a tab"),
        ("? [1, 2]\n: x\n", "1:3: a list or mapping as a key"),
        ("", "1:1: the file is empty"),
        ("a: 1\n---\nb: 2\n", "2:1: "),
        ("a: \x07\n", "1:4: a control character"),
    ],
)
def test_what_is_no_plain_yaml_is_refused_with_its_place(text: str, place: str) -> None:
    assert any(line.startswith(place) for line in problems(text)), problems(text)


def test_an_alias_bomb_is_refused_before_anything_is_built() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 30))
    assert problems("l0: &l0 [x]\n" + levels)[0].startswith("1:5: anchor &l0")


@pytest.mark.parametrize("text", ["[" * 50_000, "a: " * 3 + "{" * 50_000, "- " * 10_000 + "x"])
def test_deep_nesting_is_refused_quickly(text: str) -> None:
    assert problems(text)


def test_a_number_too_long_to_be_one_stays_text() -> None:
    assert parse(f"n: {'9' * 5000}\n", "facts.yml").data == {"n": "9" * 5000}
