"""Single values of the right shape that no visitor could use or read: each is told at its line, with what would do."""

import pytest

from hooks.facts.legible import legible_findings
from hooks.facts.yaml_marks import parse


def told(text: str) -> list[str]:
    """Each finding as a line of the report, without the file's name."""
    document = parse(text, "facts.yml")
    found = (document.problem(place, what, key=key) for place, what, key in legible_findings(document.data))
    return [problem.at("").removeprefix(":") for problem in sorted(found)]


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example:99999/",
        "https://a.example:0/",
        "https://1.1.1.999/",
        "https://256.1.1.1/",
        "https://a.0x7f/",
        "https://xn--80ak6aa92e.com/",
        "https://\u0430lberta.ca/",
        "https://alberta.ca/\u202egpj.exe",
        "https://alberta.ca/\u200bcor",
        "https://-a.example/",
        "https://a-.example/",
        "https://a_b.example/",
        f"https://{'a' * 64}.example/",
        f"https://{'a.' * 130}example/",
        f"https://a.example/{'a' * 2000}",
        "https://alberta.ca/100%",
        "https://alberta.ca/%zz",
    ],
)
@pytest.mark.parametrize("key", ["url", "cor_url", "source"])
def test_an_address_that_browsers_refuse_or_that_looks_like_another_is_told(address: str, key: str) -> None:
    (found,) = told(f'a:\n  {key}: "{address}"\n')
    assert found.startswith(f"2:{len(key) + 5}: ")
    assert "accepted" in found


@pytest.mark.parametrize(
    "address", ["http://a.example", "https://a.example:8443/b?c=d#e", "https://a.example/(x),y/%C3%A9-_~"]
)
def test_a_plain_address_is_accepted(address: str) -> None:
    assert told(f"url: {address}\n") == []


@pytest.mark.parametrize(
    "number",
    ["900-555-0199", "1-900-643-2100", "976-643-2100", "403-976-2100", "809-643-2100", "876-643-2100", "403-123-4567"],
)
@pytest.mark.parametrize("key", ["phone", "other_phone"])
def test_a_telephone_that_costs_extra_or_is_no_canadian_one_is_told(number: str, key: str) -> None:
    (found,) = told(f"{key}: {number}\n")
    assert found.startswith(f"1:{len(key) + 3}: '{number}' ")
    assert "Canadian" in found


@pytest.mark.parametrize("number", ["403-223-9008", "1-866-415-8690", "867-633-6673, ext. 12", "1-888-643-2100"])
def test_a_canadian_or_a_free_telephone_is_accepted(number: str) -> None:
    assert told(f"phone: {number}\n") == []


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


def test_a_name_may_not_be_as_long_as_a_text() -> None:
    for key, most in {"acronym": 20, "name": 120, "in_name": 60, "slug": 40, "programme": 120, "account": 80}.items():
        assert told(f"{key}: {'a' * most}\n") == []
        (found,) = told(f"{key}: {'a' * (most + 1)}\n")
        assert f"{most + 1} characters; at most {most} are accepted" in found
    assert len(told(f"email: {'a' * 65}@a.example\n")) == 1
    assert len(told(f"phone: 403-223-9008, ext. {'1' * 30}\n")) == 1


def test_a_value_that_stands_in_a_list_twice_is_told_at_the_second() -> None:
    assert told("unknown:\n  - who reviews it\n  - the fee\n  - Who reviews it\n") == [
        "4:5: 'Who reviews it' stands in this list twice; once is accepted"
    ]
    assert told("routes: [cor, cor]\npeople: [3, 3]\n") == [
        "1:15: 'cor' stands in this list twice; once is accepted",
        "2:13: '3' stands in this list twice; once is accepted",
    ]
