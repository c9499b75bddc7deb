"""Broken copies of the facts: every problem is named with its line and column, and what would be accepted."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from hooks.facts.catalogue import FACTS, SCHEMA, load, main_check, schema
from hooks.facts.entry import facts_of
from hooks.facts.model import Catalogue
from hooks.facts.yaml_marks import DataError, entries, read
from hooks.moment import DAY as DAY_OF_THE_BUILD
from tests.hooks.facts.few_places import only

TEXT = only("AB")
BC = only("BC")
DAY = TEXT.partition("checked: ")[2][:10]


def line_of(fragment: str, text: str = TEXT) -> int:
    """The line, from 1, on which a fragment first stands."""
    return text[: text.index(fragment)].count("\n") + 1


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[str], list[str]]:
    """A function: broken text in, the lines of the report out."""

    def report(text: str) -> list[str]:
        file = tmp_path / "broken.yml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(DataError) as error:
            load(file, "broken.yml")
        return str(error.value).splitlines()

    return report


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def test_the_facts_are_valid() -> None:
    assert main_check() == 0


def test_what_is_due_is_judged_by_the_day_of_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "facts.yml"
    file.write_text(TEXT, encoding="utf-8")
    catalogue = load(file)
    last = max(fact.review_by for fact in facts_of(catalogue))
    monkeypatch.setenv(DAY_OF_THE_BUILD, str(last + timedelta(days=1)))
    assert main_check(file) == 0
    assert f"{len(list(facts_of(catalogue)))} facts are due for a re-check" in capsys.readouterr().err
    monkeypatch.setenv(DAY_OF_THE_BUILD, str(catalogue.newest_check))
    assert main_check(file) == 0
    assert "due" not in capsys.readouterr().err


def test_all_thirteen_jurisdictions_are_there(catalogue: Catalogue) -> None:
    codes = sorted(place.code for place in catalogue.jurisdictions)
    assert codes == ["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"]


@pytest.mark.parametrize(
    ("code", "ids"),
    [
        ("AB", "aasp acsa afpa-food afpa-forest amhsa amta asc ccsa esc mhsa"),
        ("BC", "agsafe bccsa bcfsc bcmsa esc go2hr msabc safetydriven"),
        ("SK", "esc hcsas msa-sk sasm scsa shsa ssc sta"),
        ("MB", "csam farmsafe made-safe mhca mvsam rpm s2sa"),
        ("ON", "ihsa"),
        ("NB", "nbcsa"),
        ("NS", "csns"),
        ("NL", "nlcsa"),
        ("YT", "nsny"),
        ("NT", "nsa"),
        ("NU", "nsa"),
        ("QC", ""),
        ("PE", ""),
    ],
)
def test_partners_keep_their_public_ids(catalogue: Catalogue, code: str, ids: str) -> None:
    place = next(place for place in catalogue.jurisdictions if place.code == code)
    found = sorted(partner.id for partner in place.partners)
    assert found == ids.split(), "an id that is gone comes back; a new one is public from now on, so add it to the list"


def test_every_fact_says_where_when_how_sure_and_until_when(catalogue: Catalogue) -> None:
    assert all(fact.source and fact.checked < fact.review_by for fact in facts_of(catalogue))


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("  - code: AB\n", "  - code: ZZ\n", "'ZZ' is not accepted; accepted are 'AB', 'BC'"),
        ("at_most: 10\n", "at_most: ten\n", "'ten' is not a whole number"),
        ("at_most: 10\n", "at_most: 0\n", "0 is too small; at least 1 is accepted"),
        ("at_most: 10\n", "at_most: 10.0\n", "'10.0' is not a whole number"),
        (f"checked: {DAY}\n", "checked: 2026-02-30\n", "'2026-02-30' is not a date of the calendar"),
        ("source: https://", "source: javascript:", "is not an address"),
        ("route: secor\n", "route: SECOR\n", "'SECOR' is not accepted; accepted are 'cor', 'secor'"),
        ("confidence: high\n", "confidence: certain\n", "accepted are 'high', 'medium' or 'low'"),
        ("name: Alberta\n", "nmae: Alberta\n", "unknown key; remove it or correct its spelling"),
    ],
)
def test_a_bad_value_is_reported_at_its_line(
    refused: Callable[[str], list[str]], before: str, after: str, message: str
) -> None:
    broken = TEXT.replace(before, after, 1)
    found = refused(broken)
    start = f"broken.yml:{line_of(after, broken)}:"
    assert any(line.startswith(start) and message in line for line in found), found


def test_a_missing_source_is_reported_at_its_entry(refused: Callable[[str], list[str]]) -> None:
    line = re.search(r"^ +source: .*\n", TEXT, re.MULTILINE)
    assert line is not None
    found = refused(TEXT.replace(line[0], "", 1))
    assert any("source: this key is missing; it is required here" in problem for problem in found), found


def test_several_problems_come_in_one_report(refused: Callable[[str], list[str]]) -> None:
    broken = TEXT.replace("at_most: 10\n", "at_most: ten\n", 1).replace("  - code: BC\n", "  - code: bc\n", 1)
    assert len(refused(broken)) == 2


def test_a_duplicate_id_and_a_bad_value_come_in_one_report(refused: Callable[[str], list[str]]) -> None:
    first, second = re.findall(r"\n +id: (ab-[a-z-]+)\n", TEXT)[:2]
    broken = TEXT.replace(f"id: {second}\n", f"id: {first}\n", 1).replace("at_most: 10\n", "at_most: ten\n", 1)
    found = "\n".join(refused(broken))
    assert f"the id '{first}' is used twice" in found
    assert "'ten' is not a whole number" in found


def test_a_partner_listed_twice_is_refused(refused: Callable[[str], list[str]]) -> None:
    found = refused(TEXT.replace("      - id: acsa\n", "      - id: aasp\n", 1))
    assert any("the id 'aasp' is used twice here" in problem for problem in found), found


def test_a_class_that_is_never_reached_overlaps(refused: Callable[[str], list[str]]) -> None:
    place = TEXT.index("default_size_classes:")
    broken = TEXT[:place] + re.sub(r" {8}at_most: \d+\n", "", TEXT[place:], count=1)
    assert any("overlaps" in problem and "is never reached" in problem for problem in refused(broken))


def test_a_limit_on_the_last_class_leaves_a_gap(refused: Callable[[str], list[str]]) -> None:
    broken = TEXT.replace("route: cor\n        name: COR\n", "route: cor\n        at_most: 50\n        name: COR\n", 1)
    assert any("so some sizes have no answer" in problem for problem in refused(broken))


def test_an_unknown_partner_in_a_conflict_is_refused(refused: Callable[[str], list[str]]) -> None:
    found = refused(re.sub(r"(granted_by: )\w+", r"\1nobody", TEXT, count=1))
    assert any("unknown partner 'nobody'; known are" in problem for problem in found), found


@pytest.mark.parametrize("key", ["asked_of: acsa", "partners: [acsa]"])
def test_an_interim_paper_of_an_unknown_partner_is_refused(refused: Callable[[str], list[str]], key: str) -> None:
    place = TEXT.index("- id: ab-interim-acsa-temporary-letter")
    broken = TEXT[:place] + TEXT[place:].replace(key, key.replace("acsa", "nobody"), 1)
    assert any("'nobody'; known are" in problem for problem in refused(broken))


def test_money_for_an_unknown_industry_is_refused(refused: Callable[[str], list[str]]) -> None:
    place = TEXT.index("    money:\n")
    broken = TEXT[:place] + TEXT[place:].replace("confidence: ", "industries: [juggling]\n        confidence: ", 1)
    assert any("unknown industry 'juggling'; known are" in problem for problem in refused(broken))


def test_care_with_people_who_are_not_counted_is_refused(refused: Callable[[str], list[str]]) -> None:
    found = refused(only("YT").replace("careful: [owners", "careful: [volunteers", 1))
    assert any("'volunteers' is not counted, so no care is needed" in problem for problem in found), found


def test_a_conversion_that_names_no_holders_is_refused(refused: Callable[[str], list[str]]) -> None:
    found = refused(re.sub(r"\n +holders_of: \[.*\]", "", BC, count=1))
    assert any("`holders_of` go together" in problem for problem in found), found


def test_a_review_date_that_is_too_far_off_is_refused(refused: Callable[[str], list[str]]) -> None:
    broken = re.sub(r"^( +)confidence: high\n", r"\g<0>\1review_by: 2199-11-23\n", TEXT, count=1, flags=re.MULTILINE)
    found = refused(broken)
    assert found[0].startswith(f"broken.yml:{line_of('review_by: 2199', broken)}:")
    assert "review_by 2199-11-23 does not fit" in found[0]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("          full_time_hours: 2080\n", "", "goes with `full_time_hours`, which is missing"),
        (
            "      unit: people\n",
            "      unit: people\n      full_time_hours: 2080\n",
            "does not go with the unit 'people'",
        ),
    ],
)
def test_the_hours_of_a_full_time_equivalent_go_with_that_unit_alone(
    refused: Callable[[str], list[str]], before: str, after: str, message: str
) -> None:
    (found,) = refused(BC.replace(before, after, 1))
    assert message in found


def test_a_file_over_a_megabyte_is_refused(refused: Callable[[str], list[str]]) -> None:
    assert refused(TEXT + "#" * 1_000_000) == [
        f"broken.yml:1:1: the file has {len(TEXT.encode()) + 1_000_000:,} bytes; at most 1,000,000 are accepted"
    ]


def test_another_encoding_is_refused_with_the_place(tmp_path: Path) -> None:
    file = tmp_path / "latin.yml"
    file.write_bytes("a: 1\nname: Québec\n".encode("latin-1"))
    with pytest.raises(DataError, match=r"latin\.yml:2:9: this is not UTF-8 text"):
        load(file)


def test_a_missing_file_is_a_problem_and_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main_check(tmp_path / "none.yml") == 1
    assert "the file cannot be read" in capsys.readouterr().err


def test_the_committed_schema_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema(), "run `python -m hooks schema`"


def test_the_schema_is_the_one_that_editors_are_pointed_to() -> None:
    assert TEXT.startswith("# yaml-language-server: $schema=partners.schema.json\n")
    assert json.loads(schema())["title"] == "Catalogue"


@pytest.mark.parametrize("key", ["granted_by", "asked_of", "phone", "people_at_most", "name"])
def test_a_key_without_a_value_is_refused_once(refused: Callable[[str], list[str]], key: str) -> None:
    broken = re.sub(rf"^( +{key}:) \S.*$", r"\1", TEXT, count=1, flags=re.MULTILINE)
    assert sum("leave the key out" in problem for problem in refused(broken)) == 1


def test_a_value_that_cannot_be_read_is_told_once_even_where_the_model_refuses_it_too(
    refused: Callable[[str], list[str]],
) -> None:
    (found,) = refused(re.sub(r"phone: (\S+)$", r'phone: "\1\\t"', TEXT, count=1, flags=re.MULTILINE))
    assert "U+0009" in found


def test_a_text_that_speaks_of_the_federation_says_first_which_one() -> None:
    """A result or a page may show the text alone."""
    alone = []
    for place, text in entries(read(FACTS).data):
        at = text.lower().find("federation") if isinstance(text, str) and " " in text else -1
        named = "(?i)construction federation|federation of construction"
        if at >= 0 and not re.search(named, str(text)[max(0, at - len("construction ")) : at + len(named)]):
            alone.append((place, text))
    assert alone == []
