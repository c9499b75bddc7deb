"""Every page as HTML: valid by the checker of the Web's own engineers, headings in order, pictures with a text."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from hooks.root import ROOT
from tests.site.conftest import Markup
from tests.site.markup import Element

VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The theme's own switches and their labels, which a project cannot change: (what the checker says, what it points at).
OF_THE_THEME = (
    ("Attribute “autocomplete” is only allowed", 'class="md-toggle"'),
    ("Bad value “” for attribute “tabindex” on element “label”", 'class="md-nav__link'),
    ("The value of the “for” attribute of the “label” element must be the ID", 'class="md-nav__title" for="__toc"'),
)
# One page holds all questions, and shows one at a time; its headings are looked at in the browser.
SHOWS_PARTS = {"quiz/", "embed/"}

type Message = Mapping[str, str]


def known(message: Message) -> bool:
    """Whether it is about the theme's HTML alone."""
    return any(said in message["message"] and place in message.get("extract", "") for said, place in OF_THE_THEME)


def faults(*folders: Path) -> list[str]:
    """What the checker calls an error in the HTML files of these folders."""
    java = shutil.which("java")
    assert java, "no Java for the HTML checker: `make test` installs one, or `apt-get install default-jre-headless`"
    checker = [
        java,
        "-Xss8m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-jar",
        str(VNU),
    ]  # a short run: the quick compiler
    command = [*checker, "--skip-non-html", "--format", "json", *map(str, folders)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(run.stderr)["messages"]
    errors = [message for message in messages if message["type"] == "error" and not known(message)]
    return [
        f"{Path(message['url']).parent.name}/: {message['message']} {message.get('extract', '')}" for message in errors
    ]


def test_every_page_is_valid_html_and_a_fault_would_be_found(site: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong" / "index.html"
    wrong.parent.mkdir()
    wrong.write_text('<!doctype html><html lang="en"><title>x</title><p id=a><p id=a>', encoding="utf-8")
    found = faults(site, wrong.parent)
    assert [fault for fault in found if not fault.startswith("wrong/")] == []
    assert ["Duplicate ID" in fault for fault in found] == [True]


def levels(page: Element) -> list[int]:
    """The levels of a page's headings in their order."""
    return [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")]


def test_headings_start_at_the_first_level_and_skip_none_on_the_way_down(markup: Markup) -> None:
    wrong = {}
    for address in markup.keys() - SHOWS_PARTS:
        found = levels(markup[address])
        if found[:1] != [1] or found.count(1) != 1 or any(below - above > 1 for above, below in pairwise(found)):
            wrong[address] = found
    assert wrong == {}


def test_no_heading_is_empty(markup: Markup) -> None:
    texts = [
        (address, heading.text.strip("# \n"))
        for address, page in markup.items()
        for heading in page.all("h1", "h2", "h3")
        if not any(name.startswith("data-") for name in heading.attributes)  # a script fills it before it is shown
    ]
    assert [address for address, text in texts if not text] == []


def unnamed(page: Element) -> list[str]:
    """The pictures of a page that say nothing to those who cannot see them and are not marked as ornament."""
    images = [image.attributes for image in page.all("img") if "alt" not in image.attributes]
    drawings = [
        drawing.attributes
        for drawing in page.all("svg")
        if drawing.attributes.get("role") != "img" and not hidden(drawing) and not in_control(drawing)
    ]
    return [str(given) for given in (*images, *drawings)]


def hidden(element: Element | None) -> bool:
    """Whether it is hidden from those who cannot see."""
    return element is not None and (element.attributes.get("aria-hidden") == "true" or hidden(element.parent))


def in_control(element: Element | None) -> bool:
    """Whether it stands in a link, a button or a label, which has a name of its own (axe looks at that)."""
    return element is not None and (element.tag in ("a", "button", "label") or in_control(element.parent))


@pytest.mark.parametrize("tag", ["img", "svg"])
def test_the_site_has_pictures_to_look_at(tag: str, markup: Markup) -> None:
    assert any(page.all(tag) for page in markup.values())


def test_every_picture_has_a_text_or_is_an_ornament(markup: Markup) -> None:
    assert {address: found for address, page in markup.items() if (found := unnamed(page))} == {}
