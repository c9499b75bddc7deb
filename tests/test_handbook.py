"""The examples of the handbook are what they say: its sample guide is held to what every guide is held to."""

import datetime
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import markdown  # type: ignore[import-untyped]  # it ships no types
import pytest
from mkdocs.config import load_config

from hooks.facts.catalogue import FACTS, load
from hooks.facts.for_engine import facts_for
from hooks.facts.links import LINKS, load_links
from hooks.facts.words import words
from hooks.facts.written import Written, written
from hooks.pages.generated import filled
from hooks.root import ROOT
from hooks.views.short_links import short_links
from hooks.views.site import Site
from tests.site import test_guides, test_numbers, test_reading
from tests.site.markup import Element, read
from tests.site.reading import grade

HANDBOOK = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
GUIDE_CHECKS = [check for name, check in inspect.getmembers(test_guides) if name.startswith("test_")]


def section(title: str) -> str:
    """The part of the handbook under a heading."""
    return HANDBOOK.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def example(title: str, language: str) -> str:
    """The first example in a language under a heading, as somebody would copy it."""
    found = re.search(rf"^( *)```{language}\n(.*?)^\1```$", section(title), re.DOTALL | re.MULTILINE)
    assert found is not None, f"{title} has no example in {language}"
    return dedent(found[2])


@pytest.fixture(scope="module")
def uri() -> str:
    """Where the handbook says that its sample guide goes, below the folder of sources."""
    found = re.search(r"docs/en/(guides/[a-z-]+\.md)", section("A guide"))
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def page(uri: str, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The sample guide by its front matter."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / uri).parent.mkdir()
    (folder / uri).write_text(example("A guide", "markdown"), encoding="utf-8")
    return written(folder)[0]


@pytest.fixture(scope="module")
def guide(uri: str, tmp_path_factory: pytest.TempPathFactory) -> Element:
    """The sample guide as a page, made with the extensions of the site."""
    catalogue = load()
    site = Site(catalogue, words(), load_links(), catalogue.newest_check)
    text = filled(site, uri, body()).markdown
    config = load_config(str(ROOT / "mkdocs.yml"))
    html = markdown.markdown(text, extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])
    file = tmp_path_factory.mktemp("site") / "guide.html"
    file.write_text(f"<article>{html}</article>", encoding="utf-8")
    return read(file)


def body() -> str:
    """The sample guide below its front matter."""
    return example("A guide", "markdown").split("---\n", 2)[2]


@pytest.mark.parametrize("check", GUIDE_CHECKS)
def test_the_sample_guide_has_what_every_guide_has(check: Callable[[Element], None], guide: Element) -> None:
    check(guide)


def test_the_sample_guide_is_easy_to_read_and_types_no_number(guide: Element, page: Written) -> None:
    assert test_numbers.typed(body()) == []
    assert grade(test_reading.prose(guide)) <= test_reading.GRADE
    assert not test_reading.too_hard(page.description)


def test_the_sample_guide_s_short_address_leads_to_it(page: Written, tmp_path: Path) -> None:
    lines = example("A guide", "yaml").partition("\n")[2]
    file = tmp_path / "links.yml"
    file.write_text(
        LINKS.read_text(encoding="utf-8").replace("short_links:\n", f"short_links:\n{lines}"), encoding="utf-8"
    )
    links = load_links(file)
    catalogue = load()
    made = short_links(catalogue, facts_for(catalogue), words(), links, (*written(), page))
    found = {short.to: short for short in made}
    assert found[page.address].title == page.title


def test_a_corrected_fact_of_the_handbook_is_one(tmp_path: Path) -> None:
    file = tmp_path / "facts.yml"
    text = FACTS.read_text(encoding="utf-8")
    file.write_text(text.replace("\nreplaced:\n", f"\n{example('A fact', 'yaml')}", 1), encoding="utf-8")
    old = load(file).replaced[0]
    assert old.review_by > old.checked == datetime.date(2026, 11, 23)
