"""The classes as a reader sees them, and what every partner says to the same business."""

import pytest

from hooks.alike import alike
from hooks.ladders import active, countings, ladder, shared_rungs
from hooks.same_business import LEAST_SIZES, same_business
from hooks.site_facts import Site

type Rungs = list[tuple[str, int | None, int | None]]


@pytest.mark.parametrize(
    ("code", "partner", "rungs"),
    [
        ("AB", "acsa", [("SECOR", 1, 10), ("COR", 11, None)]),
        ("BC", "esc", [("SECOR", 1, 10), ("COR", 11, None)]),  # two rows of COR with different evidence are one rung
        ("BC", "safetydriven", [("Owner Operator COR", 1, 2), ("Small Employer COR", 3, 19), ("COR", 20, None)]),
        ("BC", "go2hr", [("Small Employer COR (SECOR)", None, None), ("COR", None, None)]),
        ("ON", "ihsa", [("COR", None, None)]),
    ],
)
def test_a_partner_has_rungs_from_the_smallest_class_up(
    code: str, partner: str, rungs: Rungs, site_facts: Site
) -> None:
    found = site_facts.facts.by_code[code].partner(partner)
    assert found is not None
    assert [(rung.name, rung.least, rung.most) for rung in ladder(found, site_facts.words)] == rungs


def test_a_rung_is_no_surer_than_the_rule_that_says_who_counts(site_facts: Site) -> None:
    csam = site_facts.facts.by_code["MB"].partner("csam")
    assert csam is not None
    assert csam.size_classes[0].certainty == "clear"
    assert ladder(csam, site_facts.words)[0].certainty == "confirm"


def test_partners_in_doubt_are_left_out_where_there_are_others(site_facts: Site) -> None:
    assert "asc" not in {partner.id for partner in active(site_facts.facts.by_code["AB"])}


def test_partners_with_the_same_class_share_a_line_only_with_the_same_evidence(site_facts: Site) -> None:
    shared = shared_rungs(site_facts.facts.by_code["MB"], site_facts.words)
    secor = [[partner.id for partner in line.partners] for line in shared if line.rung.name == "SECOR"]
    assert secor == [["csam"], ["mhca"]]


def test_where_size_decides_nothing_nobody_has_to_be_counted(site_facts: Site) -> None:
    assert countings(site_facts.facts.by_code["ON"]) == ()


@pytest.mark.parametrize(
    ("code", "partner", "bands"),
    [
        ("AB", "amta", [(1, 10, "SECOR"), (11, None, "COR")]),
        ("BC", "bcfsc", [(1, 1, "Individual Owner Operator (IOO)"), (2, 19, "Small Employer SAFE"), (20, None, "COR")]),
        ("YT", "nsny", [(1, 1, "OCOP"), (2, 9, "SECOR"), (10, None, "COR")]),
        ("ON", "ihsa", [(1, None, "COR")]),
    ],
)
def test_the_same_business_gets_bands_of_sizes(
    code: str, partner: str, bands: list[tuple[int, int | None, str]], site_facts: Site
) -> None:
    rows = {
        row.partner: row for row in same_business(site_facts.facts.by_code[code], site_facts.facts, site_facts.words)
    }
    assert [(band.first, band.last, band.name) for band in rows[partner].bands] == bands
    assert rows[partner].bands[-1].until >= LEAST_SIZES


def test_a_place_without_partners_has_no_table_of_sizes(site_facts: Site) -> None:
    assert same_business(site_facts.facts.by_code["QC"], site_facts.facts, site_facts.words) == ()


def test_classes_with_the_same_audit_share_a_line(site_facts: Site) -> None:
    lines = alike(site_facts.facts.by_code["AB"], site_facts.words, "audit")
    assert [line.names for line in lines] == [("SECOR",), ("COR",)]
    assert len(lines[1].partners) == len(active(site_facts.facts.by_code["AB"]))


def test_what_is_not_verified_is_a_line_of_its_own(site_facts: Site) -> None:
    lines = alike(site_facts.facts.by_code["NB"], site_facts.words, "records")
    assert [line.value for line in lines] == [None]
    assert lines[0].facts == ()
