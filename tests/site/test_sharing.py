"""What other programs read of a page: previews of shared links, search engines, feed readers, language models."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from hooks.facts.catalogue import load
from hooks.facts.links import load_links
from hooks.facts.words import words
from hooks.facts.written import address_of, written
from hooks.pages.generated import pages
from hooks.views.site import Site
from tests.conftest import PUBLIC
from tests.site.conftest import Markup

CATALOGUE = load()
MADE = pages(Site(CATALOGUE, words("en"), load_links(), CATALOGUE.newest_check))
ADDRESSES = sorted({address_of(page.uri) for page in MADE} | {address_of(page.uri) for page in written()})
SHARED = [address for address in ADDRESSES if address != "embed/"]
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.mark.parametrize("address", SHARED)
def test_a_shared_link_shows_title_text_and_a_picture_that_is_there(address: str, markup: Markup, site: Path) -> None:
    page = markup[address]
    assert [len(page.meta(f"og:{name}")) for name in ("title", "description", "type", "locale")] == [1, 1, 1, 1]
    assert page.meta("og:url") == [f"{PUBLIC}{address}"]
    assert page.meta("twitter:card") == ["summary_large_image"]
    [picture] = page.meta("og:image")
    image = Image.open(site / picture.removeprefix(PUBLIC))
    assert [str(side) for side in image.size] == page.meta("og:image:width") + page.meta("og:image:height")
    assert len(page.meta("og:image:alt")[0]) > 20


@pytest.mark.parametrize("address", ["go/alberta/", "go/cor/", "go/ontario-trucking/"])
def test_a_short_link_shows_a_title_and_a_picture_too_and_is_not_indexed(
    address: str, markup: Markup, site: Path
) -> None:
    page = markup[address]
    assert page.meta("robots") == ["noindex"]
    assert len(page.meta("og:title")[0]) > 10
    assert (site / page.meta("og:image")[0].removeprefix(PUBLIC)).exists()


def test_titles_and_descriptions_are_all_different(markup: Markup) -> None:
    said = [(markup[address].meta("description")[0], markup[address].all("title")[0].text) for address in SHARED]
    assert len({description for description, _ in said}) == len({title for _, title in said}) == len(SHARED)


def test_the_sitemap_holds_every_page_for_readers_with_a_real_day(site: Path, markup: Markup) -> None:
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    days = {entry.findtext(f"{MAP}loc", ""): entry.findtext(f"{MAP}lastmod", "") for entry in root}
    hidden = {address for address in ADDRESSES if "noindex" in markup[address].meta("robots")}
    assert set(days) == {f"{PUBLIC}{address}" for address in ADDRESSES if address not in hidden}
    assert hidden == {"embed/", "links/"}
    assert [day for day in days.values() if not re.fullmatch(r"\d{4}-\d\d-\d\d", day)] == []
    assert max(days.values()) <= CATALOGUE.newest_check.isoformat()


@pytest.mark.parametrize("address", SHARED)
def test_a_page_names_the_feed(address: str, markup: Markup) -> None:
    feeds = [link.attributes for link in markup[address].all("link") if link.attributes.get("rel") == "alternate"]
    assert [(feed["type"], feed["href"].rpartition("/")[2]) for feed in feeds] == [("application/atom+xml", "feed.xml")]


def test_the_feed_is_an_atom_feed_with_an_entry_for_every_place_and_every_correction(site: Path) -> None:
    feed = ElementTree.parse(site / "feed.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    ids = [entry.findtext(f"{ATOM}id", "") for entry in feed.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) == 1 + len(CATALOGUE.jurisdictions) + len(CATALOGUE.replaced)
    assert all(entry.startswith(f"{PUBLIC}changes/#") for entry in ids)
    stamps = [element.text or "" for element in feed.iter(f"{ATOM}updated")]
    assert stamps == sorted(stamps, reverse=True)
    assert [stamp for stamp in stamps if not re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", stamp)] == []
    for name in ("title", "id", "updated", "author"):
        assert feed.find(f"{ATOM}{name}") is not None


def test_every_entry_of_the_feed_leads_to_a_line_of_the_log(site: Path, markup: Markup) -> None:
    feed = ElementTree.parse(site / "feed.xml").getroot()
    wanted = {entry.findtext(f"{ATOM}id", "").partition("#")[2] for entry in feed.iter(f"{ATOM}entry")}
    assert wanted <= {element.attributes.get("id") for element in markup["changes/"].walk()}


def test_language_models_are_shown_every_guide_and_every_place(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "\n> " in text
    listed = set(re.findall(rf"^- \[[^\]]+\]\({re.escape(PUBLIC)}([^)]*)\)", text, flags=re.MULTILINE))
    wanted = {address for address in SHARED if address.startswith(("guides/", "provinces/"))}
    assert wanted <= listed
    assert not re.search(r"&#?\w+;", text)
    assert "\n\n\n" not in text
