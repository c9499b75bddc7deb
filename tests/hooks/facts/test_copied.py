"""A partner that was copied, with something of its neighbour left in."""

import re
from pathlib import Path

import pytest

from hooks.facts.catalogue import load
from hooks.facts.consistency import inconsistencies
from hooks.facts.copied import left_in
from hooks.facts.model import Catalogue
from hooks.facts.yaml_marks import DataError
from tests.hooks.facts.few_places import only

TEXT = only("AB")
START = TEXT.index("      - id: acsa\n")
END = TEXT.index("\n      - id: ", START) + 1
ACSA = TEXT[START:END]


def copy(of: str = ACSA) -> str:
    """A partner with the ids changed, as the handbook asks, and nothing else."""
    return re.sub(r"\bab-acsa\b", "ab-new", of).replace("- id: acsa\n", "- id: new\n", 1)


def refused(tmp_path: Path, partner: str) -> list[str]:
    """The report on the facts with one more partner, each line without its place."""
    file = tmp_path / "facts.yml"
    file.write_text(TEXT[:END] + partner + TEXT[END:], encoding="utf-8")
    with pytest.raises(DataError) as error:
        load(file, "facts.yml")
    return [problem.message for problem in error.value.problems]


def test_a_copy_with_everything_left_in_is_told_each_thing_at_its_line(tmp_path: Path) -> None:
    found = refused(tmp_path, copy())
    ways = re.findall(r"^ {8,10}(?:name|acronym|url|\w+_url|phone|other_phone|email): (.*)$", ACSA, re.MULTILINE)
    assert found == [f"'{way}' is that of 'acsa' too; one of its own is accepted, or none" for way in ways]


@pytest.mark.parametrize("way", ["https://WWW.youracsa.ca/", "https://youracsa.ca", "http://www.youracsa.ca"])
def test_one_way_that_is_written_a_little_differently_is_found_too(tmp_path: Path, way: str) -> None:
    own = re.sub(r"^( +)url: .*$", rf"\1url: {way}", copy(), count=1, flags=re.MULTILINE)
    assert any(f"'{way}' is that of 'acsa' too" in line for line in refused(tmp_path, own))


def test_what_is_left_in_of_a_partner_of_another_place_is_told_too() -> None:
    catalogue = load()
    alberta, other, *rest = catalogue.jurisdictions
    first, *others = other.partners
    acsa = next(one for one in alberta.partners if one.id == "acsa")
    changed = other.model_copy(update={"partners": (first.model_copy(update={"acronym": acsa.acronym}), *others)})
    found = left_in(catalogue.model_copy(update={"jurisdictions": (alberta, changed, *rest)}))
    told = f"'{acsa.acronym}' is that of 'acsa' too; one of its own is accepted, or none"
    assert [*found] == [(("jurisdictions", 1, "partners", 0, "acronym"), told, False)]


def test_a_body_keeps_its_telephone_in_every_place_where_it_works() -> None:
    catalogue = load()
    assert [*left_in(catalogue)] == []
    shared = _phones(catalogue)
    assert any(len(places) > 1 for places in shared.values())


def _phones(catalogue: Catalogue) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for place in catalogue.jurisdictions:
        for partner in place.partners:
            if partner.contact and partner.contact.phone:
                found.setdefault(partner.contact.phone, set()).add(place.code)
    return found


@pytest.mark.parametrize(("key", "value"), [("name", "Another Body"), ("acronym", "ANB"), ("cfcsa_member", False)])
def test_a_body_is_the_same_in_every_place_where_it_works(key: str, value: object) -> None:
    catalogue = load()
    number, place = next((n, one) for n, one in enumerate(catalogue.jurisdictions) if one.code == "NU")
    (partner,) = place.partners
    assert partner.cfcsa_member
    changed = place.model_copy(update={"partners": (partner.model_copy(update={key: value}),)})
    places = (*catalogue.jurisdictions[:number], changed, *catalogue.jurisdictions[number + 1 :])
    found = [*inconsistencies(catalogue.model_copy(update={"jurisdictions": places}))]
    ((spot, told, _),) = [one for one in found if one[0][:4] == ("jurisdictions", number, "partners", 0)]
    assert spot[4:] == (key,)
    assert "is accepted" in told
