"""What pages say to search engines."""

from hooks.facts.links import Links
from hooks.pages.structured import Step, folders, of_page, structured, way_to

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


def step(uri: str) -> Step:
    return Step(uri, uri.upper(), f"{SITE}{uri}")


HOME = step("index.md")


def test_the_way_goes_by_the_menu_and_by_folders_where_it_leaves_a_page_out() -> None:
    page, places, alberta = (step(uri) for uri in ("provinces/alberta/acsa.md", "provinces/index.md", "provinces.md"))
    listed = {places.uri: places}
    assert way_to(page, HOME, [alberta], listed) == [HOME, alberta, page]
    assert way_to(page, HOME, [], listed) == [HOME, places, page]
    assert way_to(HOME, HOME, [], listed) == [HOME]


def test_a_guide_is_an_article_and_the_list_of_guides_is_none(links: Links) -> None:
    meta = {"title": "A &amp; B", "description": "Both.", "checked": "2026-11-23"}
    guide, shelf = step("guides/tender.md"), step("guides/index.md")
    kinds = {
        page.uri: [entry["@type"] for entry in of_page([HOME, page], meta, f"{SITE}x.png", SITE, links.company)]
        for page in (guide, shelf)
    }
    assert kinds[guide.uri] == ["Organization", "BreadcrumbList", "Article"]
    assert kinds[shelf.uri] == ["Organization", "BreadcrumbList"]
    told = of_page([HOME, guide], meta, f"{SITE}x.png", SITE, links.company)[-1]
    assert (told["headline"], told["mainEntityOfPage"]) == ("A & B", guide.address)
    assert (told["dateModified"], told["image"]) == ("2026-11-23", f"{SITE}x.png")


def test_a_page_that_the_menu_leaves_out_stands_below_its_folders() -> None:
    assert folders("provinces/alberta/acsa.md") == ["provinces/index.md", "provinces/alberta.md"]
    assert folders("index.md") == []
