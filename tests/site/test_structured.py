"""The structured data of the pages, against the vocabulary of schema.org and against what search engines ask."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from hooks.facts.written import written
from hooks.root import ROOT
from tests.conftest import PUBLIC
from tests.site.conftest import Markup
from tests.site.markup import Element

TSC = ROOT / "node_modules" / ".bin" / "tsc"
VOCABULARY = ROOT / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
GUIDES = [page.address for page in written() if page.is_guide]

type Json = Mapping[str, object]


def objects(page: Element) -> Iterator[Json]:
    """The structured data of a page."""
    for script in page.all("script"):
        if script.attributes.get("type") == "application/ld+json":
            yield json.loads(script.text)


def of_kind(page: Element, kind: str) -> list[Json]:
    """The objects of one type."""
    return [found for found in objects(page) if found["@type"] == kind]


def faults(every: list[Json], folder: Path) -> str:
    """What the compiler says of the objects, each typed as what it claims to be; nothing if all is well."""
    kinds = ", ".join(sorted({str(found["@type"]) for found in every}))
    lines = [f'import type {{ WithContext, {kinds} }} from "schema-dts";']
    lines += [
        f"export const o{n}: WithContext<{found['@type']}> = {json.dumps(found)};" for n, found in enumerate(every)
    ]
    (folder / "objects.ts").write_text("\n".join(lines), encoding="utf-8")
    options = {
        "noEmit": True,
        "strict": True,
        "skipLibCheck": True,
        "types": [],
        "paths": {"schema-dts": [str(VOCABULARY)]},
    }
    (folder / "tsconfig.json").write_text(
        json.dumps({"compilerOptions": options, "files": ["objects.ts"]}), encoding="utf-8"
    )
    run = subprocess.run([TSC, "--project", folder], capture_output=True, text=True, check=False)
    return run.stdout + run.stderr


def test_every_object_follows_the_vocabulary_of_schema_org(markup: Markup, tmp_path: Path) -> None:
    every = {json.dumps(found): found for page in markup.values() for found in objects(page)}
    assert len(every) > len(GUIDES)
    assert faults(list(every.values()), tmp_path) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"@context": "https://schema.org", "@type": "Organization", "phone": "1"},
        {
            "@context": "https://schema.org",
            "@type": "BreadcrumbList",
            "itemListElement": [{"@type": "ListItem", "rank": 1}],
        },
    ],
)
def test_a_word_that_the_vocabulary_lacks_is_found(wrong: Json, tmp_path: Path) -> None:
    assert "does not exist" in faults([wrong], tmp_path)


@pytest.mark.parametrize("address", GUIDES)
def test_a_guide_is_an_article_with_all_that_search_engines_ask(address: str, markup: Markup) -> None:
    [article] = of_kind(markup[address], "Article")
    assert len(str(article["headline"])) <= 110
    assert article["mainEntityOfPage"] == f"{PUBLIC}{address}"
    assert str(article["image"]).startswith(f"{PUBLIC}assets/cards/guides-")
    assert re.fullmatch(r"2\d{3}-\d\d-\d\d", str(article["dateModified"]))
    author = article["author"]
    assert isinstance(author, Mapping)
    assert author["name"] == "On-Track Safety Solutions Ltd."
    assert author["url"]


def test_only_guides_claim_to_be_articles_and_no_page_claims_to_be_a_list_of_questions(markup: Markup) -> None:
    articles = {address for address, page in markup.items() if of_kind(page, "Article")}
    assert articles == set(GUIDES)
    assert [address for address, page in markup.items() if of_kind(page, "FAQPage") or of_kind(page, "HowTo")] == []


def test_the_way_to_a_page_is_numbered_and_leads_through_pages_that_are_there(markup: Markup) -> None:
    ways = {address: way for address, page in markup.items() for way in of_kind(page, "BreadcrumbList")}
    assert len(ways) > 50
    for address, way in ways.items():
        items = way["itemListElement"]
        assert isinstance(items, list)
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert {str(item["item"]).removeprefix(PUBLIC) for item in items} <= set(markup)
        assert items[-1]["item"] == f"{PUBLIC}{address}"
