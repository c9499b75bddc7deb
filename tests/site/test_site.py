"""The built site as files: every page is there, linked, found, and asks nothing of other hosts."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import pytest

from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_for
from hooks.facts.links import load_links
from hooks.facts.words import words
from hooks.pages.generated import pages
from hooks.root import ROOT
from hooks.views.site import Site
from tests.conftest import FOLDER, PUBLIC
from tests.untyped import decide

CATALOGUE = load()
WORDS = words("en")
CHECKED = {page.uri: page.checked for page in pages(Site(CATALOGUE, WORDS, load_links(), CATALOGUE.newest_check))}
GENERATED = [*CHECKED]
HAND_WRITTEN = sorted(
    path.relative_to(ROOT / "docs/en").as_posix()
    for path in (ROOT / "docs/en").rglob("*.md")
    if path.name != "README.md"
)
EVERY = [*GENERATED, *HAND_WRITTEN]
# The quiz once more, for frames in other sites: its canonical page is the quiz.
FRAME = "embed/index.md"
PAGES = [uri for uri in EVERY if uri != FRAME]
NOTICE = "COR and SECOR are marks of their owners. This site is independent"
LYCHEE = str(Path(sys.executable).with_name("lychee"))


def address(uri: str) -> str:
    """The address of a page below the root, without a slash at its start."""
    return uri.removesuffix("index.md") if uri.endswith("index.md") else f"{uri.removesuffix('.md')}/"


class Html(HTMLParser):
    """The elements of a page with their attributes, and the text of its title and headings."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._open.append(tag)
        self.texts.setdefault(tag, []).append("")

    def handle_data(self, data: str) -> None:
        tag = self._open[-1] if self._open else ""
        self.texts.setdefault(tag, [""])[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open[: self._open.index(tag)] if tag in self._open else self._open

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element of that name."""
        return [attributes for name, attributes in self.elements if name == tag]


def read(path: Path) -> Html:
    """A page of the built site."""
    found = Html()
    found.feed(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def html(site: Path) -> dict[str, Html]:
    """Every page by its address."""
    return {path.relative_to(site).as_posix().removesuffix("index.html"): read(path) for path in site.rglob("*.html")}


def test_the_site_holds_every_generated_and_every_hand_written_page(html: dict[str, Html]) -> None:
    assert {address(uri) for uri in EVERY} | {"404.html"} <= set(html)


@pytest.mark.parametrize("uri", GENERATED)
def test_a_generated_page_is_in_the_sitemap_with_the_day_of_its_facts(uri: str, site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {entry.findtext("s:loc", "", space): entry.findtext("s:lastmod", "", space) for entry in tree.getroot()}
    days = {day for loc, day in found.items() if loc.endswith(f".com/{address(uri)}")}
    assert days == {CHECKED[uri].isoformat()}


@pytest.mark.parametrize("uri", GENERATED)
def test_a_generated_page_is_in_the_search_index(uri: str, site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert address(uri) in {entry["location"].partition("#")[0] for entry in index["docs"]}


@pytest.mark.parametrize("uri", GENERATED)
def test_a_generated_page_can_be_reached_from_the_list_of_its_section(uri: str, html: dict[str, Html]) -> None:
    section = f"{uri.partition('/')[0]}/"
    targets = {f"{section}{link['href'].removeprefix('./')}" for link in html[section].all("a") if "href" in link}
    assert address(uri) in targets | {section}


# The quiz holds one for each question and shows one at a time; the browser tests look at that.
@pytest.mark.parametrize("uri", [uri for uri in PAGES if uri != "quiz.md"])
def test_a_page_has_one_heading_of_the_first_level(uri: str, html: dict[str, Html]) -> None:
    assert len(html[address(uri)].all("h1")) == 1


def test_no_two_pages_have_the_same_title(html: dict[str, Html]) -> None:
    titles = [page.texts["title"][0] for place, page in html.items() if place != address(FRAME)]
    assert sorted(titles) == sorted(set(titles))


@pytest.mark.parametrize("uri", PAGES)
def test_the_notice_on_the_marks_stands_once_on_a_page(uri: str, site: Path) -> None:
    assert (site / address(uri) / "index.html").read_text(encoding="utf-8").count(NOTICE) == 1


@pytest.mark.parametrize("uri", PAGES)
def test_a_page_has_a_description_and_its_canonical_address(uri: str, html: dict[str, Html]) -> None:
    page = html[address(uri)]
    described = [meta["content"] for meta in page.all("meta") if meta.get("name") == "description"]
    canonical = [link["href"] for link in page.all("link") if link.get("rel") == "canonical"]
    assert [20 <= len(text) <= 200 for text in described] == [True]
    assert canonical == [f"{PUBLIC}{address(uri)}"]


@pytest.mark.parametrize("uri", PAGES)
def test_the_structured_data_of_a_page_is_json_with_a_type(uri: str, html: dict[str, Html], site: Path) -> None:
    text = (site / address(uri) / "index.html").read_text(encoding="utf-8")
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, flags=re.DOTALL)
    assert "Organization" in {json.loads(part)["@type"] for part in found}


@pytest.mark.parametrize("uri", [*EVERY, "404.html"])
def test_a_page_loads_nothing_from_another_host_and_runs_nothing_inline_by_attribute(
    uri: str, html: dict[str, Html]
) -> None:
    page = html[address(uri) if uri != "404.html" else uri]
    loading = [
        attributes.get("src") or attributes.get("href", "")
        for tag, attributes in page.elements
        if tag in ("script", "img", "iframe", "source", "video", "audio")
        or (tag == "link" and attributes.get("rel") != "canonical")
    ]
    assert [found for found in loading if re.match(r"(https?:)?//", found)] == []
    assert [name for _, attributes in page.elements for name in attributes if name == "style" or name[:2] == "on"] == []


def quiz_links(html: dict[str, Html]) -> set[str]:
    """What the links into the quiz give as answers."""
    links = {link.get("href", "") for page in html.values() for link in page.all("a")}
    return {link.partition("#")[2] for link in links if re.search(r"quiz/#.", link)}


def answers_of(fragment: str) -> dict[str, str | int]:
    """The answers of a link, with numbers as numbers."""
    return {key: int(text) if text.isdigit() else text for key, text in parse_qsl(fragment, strict_parsing=True)}


def test_every_link_into_the_quiz_gives_answers_that_the_engine_accepts(html: dict[str, Html]) -> None:
    facts = facts_for(CATALOGUE)
    given = {fragment: decide(answers_of(fragment), facts, WORDS) for fragment in quiz_links(html)}
    assert {f"province={place.code}" for place in CATALOGUE.jurisdictions} <= set(given)
    assert {fragment: found["errors"] for fragment, found in given.items() if "errors" in found} == {}


def test_every_internal_link_and_anchor_leads_somewhere(site: Path, tmp_path: Path) -> None:
    place = tmp_path / "host" / FOLDER.strip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(site)
    command = [
        *(LYCHEE, "--offline", "--include-fragments", "--index-files", "index.html", "--no-progress"),
        *("--root-dir", str(tmp_path / "host"), "--exclude", "quiz.*#[a-z_]+="),
        str(site / "**/*.html"),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_the_site_carries_no_source_maps_and_no_stemmers_of_other_languages(site: Path) -> None:
    assert [path.name for path in site.rglob("*.map")] == []
    assert [path.name for path in (site / "assets/javascripts").rglob("lunr*")] == ["lunr"]


def test_robots_are_shown_the_sitemap(site: Path) -> None:
    assert f"Sitemap: {PUBLIC}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_the_page_for_lost_visitors_leads_to_every_place(html: dict[str, Html]) -> None:
    targets = {link.get("href", "") for link in html["404.html"].all("a")}
    assert {f"{FOLDER}/provinces/{place.slug}/" for place in CATALOGUE.jurisdictions} <= targets


def test_every_telephone_number_is_dialled_with_the_country_s_code(html: dict[str, Html]) -> None:
    calls = [link.get("href", "") for page in html.values() for link in page.all("a")]
    wrong = {call for call in calls if call.startswith("tel:") and not re.fullmatch(r"tel:\+1\d{10}(;ext=\d+)?", call)}
    assert wrong == set()


def test_a_place_says_call_only_where_there_is_a_number(html: dict[str, Html]) -> None:
    here = {place.slug: html[f"provinces/{place.slug}/"] for place in CATALOGUE.jurisdictions if place.partners}
    called = {slug for slug, page in here.items() if any(": call" in title for title in page.texts["h2"])}
    links = {slug: page.all("a") for slug, page in here.items()}
    numbers = {slug for slug, all_ in links.items() if any(link.get("class") == "call" for link in all_)}
    assert called == numbers


def test_who_does_a_step_is_told_apart_from_the_pages_that_help(site: Path) -> None:
    text = (site / "outcomes/alberta-secor/index.html").read_text(encoding="utf-8")
    assert re.search(r"Who: You · Pages: <a", text)
    assert re.search(r"Who: You, <a", text) is None


def test_the_name_of_the_search_dialog_is_in_place(html: dict[str, Html]) -> None:
    dialogs = [attributes for _, attributes in html["contact/"].elements if attributes.get("role") == "dialog"]
    assert [dialog.get("aria-label") for dialog in dialogs] == ["Search"]
