"""What pages say to search engines."""

from hooks.facts.links import Links
from hooks.pages.structured import folders, structured

SITE = "https://example.org/"


def test_the_home_page_names_the_company_only(links: Links) -> None:
    found = structured([("Home", SITE)], SITE, links.company)
    assert [entry["@type"] for entry in found] == ["Organization"]
    assert found[0]["telephone"] == "+1-800-440-6650"


def test_a_page_below_has_its_way_from_the_home_page(links: Links) -> None:
    found = structured([("Home", SITE), ("A &amp; B", f"{SITE}a/")], SITE, links.company)
    items = found[1]["itemListElement"]
    assert items == [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": SITE},
        {"@type": "ListItem", "position": 2, "name": "A & B", "item": f"{SITE}a/"},
    ]


def test_a_page_that_the_menu_leaves_out_stands_below_its_folders() -> None:
    assert folders("provinces/alberta/acsa.md") == ["provinces/index.md", "provinces/alberta.md"]
    assert folders("index.md") == []
