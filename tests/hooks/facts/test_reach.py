"""Addresses, e-mail addresses and telephones that lead nowhere: each is told at its line, with what would do."""

from pathlib import Path

import pytest

from hooks.facts.catalogue import FACTS, main_check
from hooks.facts.legible import legible_findings
from hooks.facts.reach import unreachable
from hooks.facts.yaml_marks import parse


def told(text: str) -> list[str]:
    """Each finding as a line of the report, without the file's name."""
    document = parse(text, "facts.yml")
    found = (document.problem(place, what, key=key) for place, what, key in legible_findings(document.data))
    return [problem.at("").removeprefix(":") for problem in sorted(found)]


@pytest.mark.parametrize(
    "address",
    [
        "https://a.b.ca:99999/",
        "https://a.b.ca:0/",
        "https://1.1.1.999/",
        "https://256.1.1.1/",
        "https://a.0x7f/",
        "https://xn--80ak6aa92e.com/",
        "https://\u0430lberta.ca/",
        "https://alberta.ca/\u202egpj.exe",
        "https://alberta.ca/\u200bcor",
        "https://-a.b.ca/",
        "https://a-.b.ca/",
        "https://a_b.ca/",
        f"https://{'a' * 64}.b.ca/",
        f"https://{'a.' * 130}b.ca/",
        f"https://a.b.ca/{'a' * 2000}",
        "https://alberta.ca/100%",
        "https://alberta.ca/%zz",
    ],
)
@pytest.mark.parametrize("key", ["url", "cor_url", "source"])
def test_an_address_that_browsers_refuse_or_that_looks_like_another_is_told(address: str, key: str) -> None:
    (found,) = told(f'a:\n  {key}: "{address}"\n')
    assert found.startswith(f"2:{len(key) + 5}: ")
    assert "accepted" in found


@pytest.mark.parametrize("address", ["http://a.b.ca", "https://a.b.ca:8443/b?c=d#e", "https://a.b.ca/(x),y/%C3%A9-_~"])
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


def test_a_telephone_in_a_sentence_is_looked_at_as_well() -> None:
    (told_of,) = told("text: Call 1-900-643-2100 or 403-223-9008 today.\n")
    assert "'1-900-643-2100' may cost extra or is no number" in told_of
    assert told("text: Codes 407-408, the years 2019-2020 and order 123-4567-890.\n") == []


@pytest.mark.parametrize("number", ["403-223-9008", "1-866-415-8690", "867-633-6673, ext. 12", "1-888-643-2100"])
def test_a_canadian_or_a_free_telephone_is_accepted(number: str) -> None:
    assert told(f"phone: {number}\n") == []


@pytest.mark.parametrize("number", ["403-911-2100", "780-411-2100", "1-800-211-2100", "604-555-0123", "403-555-2100"])
def test_a_number_for_emergencies_or_for_films_is_told(number: str) -> None:
    assert len(told(f"phone: {number}\n")) == 1


@pytest.mark.parametrize(
    "address",
    [
        ".cor@b.ca",
        "cor.@b.ca",
        "cor..info@b.ca",
        "c\u00f4r@b.ca",
        "cor@b\u00e9.ca",
        "cor@-b.ca",
        "cor@b-.ca",
        "cor@b_c.ca",
        "cor@b.c",
        "cor@b.12",
        "cor@10.0.0.1",
        "cor@xn--b.ca",
        f"{'a' * 65}@b.ca",
        f"cor@{'b' * 64}.ca",
    ],
)
def test_an_email_address_that_nobody_can_write_to_is_told(address: str) -> None:
    (found,) = told(f"email: {address}\n")
    assert found.startswith("1:8: ")
    assert "accepted" in found


@pytest.mark.parametrize("address", ["COR@yourACSA.ca", "jet.partnerships@gov.ab.ca", "a_b+c-d@b-2.co.uk"])
def test_a_plain_email_address_is_accepted(address: str) -> None:
    assert told(f"email: {address}\n") == []


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "10.0.0.8", "192.168.1.1:8000", "169.254.1.1", "8.8.8.8"),
        *(
            "intranet.local",
            "a.invalid",
            "a.test",
            "a.example",
            "a.localhost",
            "A.INTERNAL",
            "a.lan",
            "www.example.com",
        ),
    ],
)
def test_an_address_that_no_visitor_can_reach_is_told(host: str) -> None:
    ((place, what, _),) = unreachable({"url": f"https://{host}/cor", "text": f"https://{host}/"})
    assert place == ("url",)
    assert "accepted" in what


def test_an_email_address_at_such_a_host_is_told_and_a_public_host_is_not() -> None:
    data = parse("a: {email: cor@b.test, url: https://contest.ca}\nsource: https://localhost.ca/a.test\n", "f").data
    assert [place for place, _, _ in unreachable(data)] == [("a", "email")]


def test_the_check_refuses_an_address_that_no_visitor_can_reach(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "facts.yml"
    file.write_text(FACTS.read_text(encoding="utf-8").replace("https://alberta.ca/", "https://alberta.test/"), "utf-8")
    assert main_check(file) == 1
    assert all("'alberta.test' is nowhere" in line for line in capsys.readouterr().err.splitlines())
