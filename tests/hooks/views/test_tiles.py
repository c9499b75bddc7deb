"""The map of the home page."""

import pytest

from hooks.facts.links import Links
from hooks.facts.model import Catalogue
from hooks.facts.partner import SizeClass
from hooks.facts.words import words
from hooks.views.site import Site
from hooks.views.tiles import Tile


@pytest.fixture(scope="module")
def by_code(site_facts: Site) -> dict[str, Tile]:
    return {tile.place.code: tile for tile in site_facts.tiles}


@pytest.mark.parametrize(
    ("code", "classes"),
    [
        ("AB", ["ab-class-secor"]),
        ("SK", ["sk-scsa-secor", "sk-esc-secor"]),
        ("BC", ["bc-esc-secor", "bc-bccsa-small", "bc-bcfsc-small"]),
        ("NS", ["ns-csns-small"]),
    ],
)
def test_a_place_with_small_classes_shows_their_limits(
    code: str, classes: list[str], by_code: dict[str, Tile], limits: dict[str, int]
) -> None:
    wanted = sorted({limits[found] for found in classes})
    short = "–".join(str(limit) for limit in dict.fromkeys((wanted[0], wanted[-1])))
    assert (by_code[code].kind, by_code[code].limits, by_code[code].short) == ("limits", tuple(wanted), short)


@pytest.mark.parametrize(
    ("code", "kind"), [("ON", "every-size"), ("QC", "not-verified"), ("NB", "not-verified"), ("NL", "not-verified")]
)
def test_a_place_without_says_why(code: str, kind: str, by_code: dict[str, Tile]) -> None:
    assert (by_code[code].kind, by_code[code].limits) == (kind, ())


def test_every_place_is_on_the_map(by_code: dict[str, Tile], facts_file: Catalogue) -> None:
    assert set(by_code) == {place.code for place in facts_file.jurisdictions}


def test_a_limit_that_changes_in_the_facts_changes_the_tile(facts_file: Catalogue, links: Links) -> None:
    def raised(size_class: SizeClass) -> SizeClass:
        return size_class.model_copy(update={"at_most": 17}) if size_class.at_most else size_class

    alberta = next(place for place in facts_file.jurisdictions if place.code == "AB")
    changed = alberta.model_copy(update={"default_size_classes": tuple(map(raised, alberta.default_size_classes))})
    catalogue = facts_file.model_copy(update={"jurisdictions": (changed,)})
    assert Site(catalogue, words("en"), links, facts_file.newest_check).tiles[0].limits == (17,)
