"""The map of the home page."""

import pytest

from hooks.catalogue import Catalogue, words
from hooks.links import Links
from hooks.model import SizeClass
from hooks.site_facts import Site
from hooks.tiles import Tile


@pytest.fixture(scope="module")
def by_code(site_facts: Site) -> dict[str, Tile]:
    return {tile.place.code: tile for tile in site_facts.tiles}


@pytest.mark.parametrize(
    ("code", "kind", "limits", "short"),
    [
        ("AB", "limits", (10,), "10"),
        ("SK", "limits", (9, 10), "9–10"),
        ("BC", "limits", (10, 19, 24), "10–24"),
        ("NS", "limits", (4,), "4"),
    ],
)
def test_a_place_with_small_classes_shows_their_limits(
    code: str, kind: str, limits: tuple[int, ...], short: str, by_code: dict[str, Tile]
) -> None:
    assert (by_code[code].kind, by_code[code].limits, by_code[code].short) == (kind, limits, short)


@pytest.mark.parametrize(("code", "kind"), [("ON", "every-size"), ("QC", "not-verified"), ("NB", "not-verified")])
def test_a_place_without_says_why(code: str, kind: str, by_code: dict[str, Tile]) -> None:
    assert (by_code[code].kind, by_code[code].limits) == (kind, ())


def test_every_place_is_on_the_map(by_code: dict[str, Tile], facts_file: Catalogue) -> None:
    assert set(by_code) == {place.code for place in facts_file.jurisdictions}


def test_a_limit_that_changes_in_the_facts_changes_the_tile(facts_file: Catalogue, links: Links) -> None:
    def raised(size_class: SizeClass) -> SizeClass:
        return size_class.model_copy(update={"at_most": 12}) if size_class.at_most == 10 else size_class

    alberta = next(place for place in facts_file.jurisdictions if place.code == "AB")
    changed = alberta.model_copy(update={"default_size_classes": tuple(map(raised, alberta.default_size_classes))})
    catalogue = facts_file.model_copy(update={"jurisdictions": (changed,)})
    assert Site(catalogue, words("en"), links, facts_file.newest_check).tiles[0].limits == (12,)
