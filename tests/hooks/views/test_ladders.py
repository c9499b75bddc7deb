"""The classes as a reader sees them, and what every partner says to the same business."""

from dataclasses import replace
from itertools import groupby

import pytest

from hooks.facts.catalogue import load
from hooks.views.alike import alike
from hooks.views.ladders import Rung, active, countings, ladder, shared_rungs
from hooks.views.same_business import LEAST_SIZES, Band, same_business
from hooks.views.site import Site
from hooks.views.steady import steady_crew
from quiz.answers import UNSURE, Answers
from quiz.decision import side_by_side
from quiz.situation import resolve

type Rungs = list[tuple[str, int | None, int | None]]
# Where a rung ends: the id of the class whose limit that is, or the number where no limit of the facts says it.
type Ends = list[tuple[str, str | int | None]]


def rungs_of(ends: Ends, limits: dict[str, int]) -> Rungs:
    """Rungs that begin at one person, each where the one before it ends."""
    tops = [limits[end] if isinstance(end, str) else end for _, end in ends]
    starts = [1, *(top + 1 for top in tops if top is not None)]
    return [(name, start, top) for (name, _), start, top in zip(ends, starts, tops, strict=True)]


@pytest.mark.parametrize(
    ("code", "partner", "ends"),
    [
        ("AB", "acsa", [("SECOR", "ab-class-secor"), ("COR", None)]),
        ("BC", "esc", [("SECOR", "bc-esc-secor"), ("COR", None)]),  # two rows of COR with other evidence are one rung
        (
            "BC",
            "safetydriven",
            [
                ("Owner Operator COR", "bc-safetydriven-owner"),
                ("Small Employer COR", "bc-safetydriven-small"),
                ("COR", None),
            ],
        ),
    ],
)
def test_a_partner_has_rungs_from_the_smallest_class_up(
    code: str, partner: str, ends: Ends, site_facts: Site, limits: dict[str, int]
) -> None:
    found = site_facts.facts.by_code[code].partner(partner)
    assert found is not None
    rungs = [(rung.name, rung.least, rung.most) for rung in ladder(found, site_facts.words)]
    assert rungs == rungs_of(ends, limits)


@pytest.mark.parametrize(
    ("code", "partner", "names"),
    [("BC", "go2hr", ["Small Employer COR (SECOR)", "COR"]), ("ON", "ihsa", ["COR"])],
)
def test_where_heads_do_not_decide_rungs_have_no_sizes(
    code: str, partner: str, names: list[str], site_facts: Site
) -> None:
    found = site_facts.facts.by_code[code].partner(partner)
    assert found is not None
    rungs = [(rung.name, rung.least, rung.most) for rung in ladder(found, site_facts.words)]
    assert rungs == [(name, None, None) for name in names]


def test_a_rung_is_no_surer_than_a_dispute_about_all_of_it(site_facts: Site) -> None:
    place = site_facts.facts.by_code["AB"]
    acsa = place.partner("acsa")
    assert acsa is not None
    small = acsa.size_classes[0]
    whole = replace(place.conflicts[0], partners=("acsa",), people=(), people_from=1, people_to=small.at_most)
    whole = replace(whole, routes=(), letters=None, certainty="unverified")
    part = replace(whole, people_from=small.at_most)
    levels = [[rung.certainty for rung in ladder(acsa, site_facts.words, [one])] for one in (part, whole)]
    assert levels == [["clear", "clear"], ["unverified", "clear"]]


def test_a_rung_is_no_surer_than_the_rule_that_says_who_counts(site_facts: Site) -> None:
    acsa = site_facts.facts.by_code["AB"].partner("acsa")
    assert acsa is not None
    classes = tuple(replace(size_class, certainty="clear") for size_class in acsa.size_classes)
    unsure = replace(acsa, size_classes=classes, counting=replace(acsa.counting, certainty="confirm"))
    assert ladder(unsure, site_facts.words)[0].certainty == "confirm"


def test_partners_in_doubt_are_left_out_where_there_are_others(site_facts: Site) -> None:
    assert "asc" not in {partner.id for partner in active(site_facts.facts.by_code["AB"])}


def test_partners_with_the_same_class_share_a_line_only_with_the_same_evidence(site_facts: Site) -> None:
    shared = shared_rungs(site_facts.facts.by_code["MB"], site_facts.words)
    secor = [[partner.id for partner in line.partners] for line in shared if line.rung.name == "SECOR"]
    assert secor == [["csam"], ["mhca"]]


def test_where_size_decides_nothing_nobody_has_to_be_counted(site_facts: Site) -> None:
    assert countings(site_facts.facts.by_code["ON"]) == ()


@pytest.mark.parametrize(
    ("code", "partner", "ends"),
    [
        ("AB", "amta", [("SECOR", "ab-class-secor"), ("COR", None)]),
        # A steady crew's average is its size, so the average decides here before the peak does.
        ("BC", "bcfsc", [("Individual Owner Operator (IOO)", 1), ("Small Employer SAFE", 19), ("COR", None)]),
        ("YT", "nsny", [("OCOP", "yt-nsny-ocop"), ("SECOR", "yt-nsny-secor"), ("COR", None)]),
        ("ON", "ihsa", [("COR", None)]),
    ],
)
def test_the_same_business_gets_bands_of_sizes(
    code: str, partner: str, ends: Ends, site_facts: Site, limits: dict[str, int]
) -> None:
    rows = {
        row.partner: row for row in same_business(site_facts.facts.by_code[code], site_facts.facts, site_facts.words)
    }
    # Neighbours that differ in how sure they are alone are one band here.
    bands = [list(same) for _, same in groupby(rows[partner].bands, key=lambda band: band.name)]
    assert [(same[0].name, same[0].first, same[-1].last) for same in bands] == rungs_of(ends, limits)
    assert rows[partner].bands[-1].until >= LEAST_SIZES


@pytest.mark.parametrize("code", [place.code for place in load().jurisdictions if place.partners])
def test_what_a_table_of_sizes_says_of_its_last_size_and_more_holds_for_a_thousand_people(
    code: str, site_facts: Site
) -> None:
    """A dispute about some sizes ends somewhere, and the table goes past that end."""
    place = site_facts.facts.by_code[code]
    crew = resolve(Answers(partner=UNSURE).but(**steady_crew(place, 1000)), site_facts.facts)
    large = {row["id"]: row["verdict"] for row in side_by_side(crew, site_facts.words)}
    for row in same_business(place, site_facts.facts, site_facts.words):
        told, verdict = row.bands[-1], large[row.partner]
        assert (told.name, told.certainty) == (verdict["name"], verdict["certainty"]), row.partner


def test_a_place_without_partners_has_no_table_of_sizes(site_facts: Site) -> None:
    assert same_business(site_facts.facts.by_code["QC"], site_facts.facts, site_facts.words) == ()


def test_classes_with_the_same_audit_share_a_line(site_facts: Site) -> None:
    lines = alike(site_facts.facts.by_code["AB"], site_facts.words, "audit")
    assert [line.names for line in lines] == [("SECOR",), ("COR",)]
    assert len(lines[1].partners) == len(active(site_facts.facts.by_code["AB"]))


@pytest.mark.parametrize(
    "field", ["audit", "pass_marks", "records", "timing", "training", "validity", "upkeep", "fees"]
)
def test_no_line_names_a_class_of_a_partner_for_which_another_holds(field: str, site_facts: Site) -> None:
    for place in site_facts.facts.jurisdictions:
        lines = alike(place, site_facts.words, field)
        told = [(n, p.id) for line in lines for held in line.holders for n in held.names for p in held.partners]
        assert set(told) == {(rung.name, rung.partner.id) for line in lines for rung in line.rungs}
        assert len(told) == sum(len({(rung.name, rung.partner.id) for rung in line.rungs}) for line in lines)


def test_what_is_in_doubt_shares_no_line_with_the_same_from_a_surer_page(site_facts: Site) -> None:
    lines = alike(site_facts.facts.by_code["SK"], site_facts.words, "pass_marks")
    told = [{fact.confidence == "low" for fact in line.facts} for line in lines if line.value]
    assert sorted(map(sorted, told)) == [[False], [True]]


def test_what_is_not_verified_is_a_line_of_its_own(site_facts: Site) -> None:
    lines = alike(site_facts.facts.by_code["NB"], site_facts.words, "records")
    assert [line.value for line in lines] == [None]
    assert lines[0].facts == ()


def test_a_case_for_the_partner_says_whether_a_class_comes_before_it(site_facts: Site) -> None:
    csns, msabc = (
        next(p for p in site_facts.facts.by_code[code].partners if p.id == one)
        for code, one in (("NS", "csns"), ("BC", "msabc"))
    )
    left = [[rung.left_over for rung in ladder(p, site_facts.words) if rung.route == "ask"] for p in (csns, msabc)]
    assert left == [[True, True], [False]]


@pytest.fixture(scope="module")
def rung(site_facts: Site) -> Rung:
    """A class from two people to nine."""
    partner = site_facts.facts.jurisdictions[0].partners[0]
    return replace(ladder(partner, site_facts.words)[0], least=2, most=9, conditions=(), only=False)


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({"only": True}, "every"),
        ({}, "range"),
        ({"least": 1, "conditions": ("9 people or fewer",)}, "conditions"),
        ({"least": 10, "most": None}, "from"),
        ({"least": None, "most": None}, "rest"),
    ],
)
def test_a_size_is_told_in_the_shortest_way_that_says_it_all(changes: dict[str, object], size: str, rung: Rung) -> None:
    assert replace(rung, **changes).size == size  # type: ignore[arg-type]


def test_a_time_stands_only_beside_a_plain_number_of_people(rung: Rung) -> None:
    assert rung.period == rung.partner.counting.period
    assert replace(rung, least=None, most=None).period is None


def test_questions_for_somebody_else_are_no_certificates(rung: Rung) -> None:
    assert rung.certifies
    assert not replace(rung, route="ask").certifies
    assert not replace(rung, route="none").certifies


@pytest.mark.parametrize(("last", "span"), [(None, "from"), (3, "one"), (9, "range")])
def test_a_band_is_told_by_its_ends(last: int | None, span: str) -> None:
    assert Band(3, last, 30, "cor", "COR", "clear").span == span


def test_evidence_is_told_of_a_band_where_it_is_less_than_clear() -> None:
    assert not Band(1, 2, 2, "cor", "COR", "clear").doubtful
    assert Band(1, 2, 2, "cor", "COR", "confirm").doubtful
