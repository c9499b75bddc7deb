"""What a first visit to each kind of page may weigh, as it travels: packed, with the scripts and styles it asks for.

The ceilings stand a little above what is there, so that weight is a decision. Lower them when a page gets lighter.
"""

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.site.conftest import Markup

KILO = 1000
ENGINE = ("assets/quiz/engine/pyodide-*/*.js", "assets/quiz/engine/pyodide-*/*.wasm", "assets/quiz/engine/*.zip")


def travels(path: Path) -> int:
    """Bytes of a file as hosts send it."""
    packed = path.with_name(f"{path.name}.br")
    return (packed if packed.exists() else path).stat().st_size


def asked_for(address: str, markup: Markup) -> set[str]:
    """The scripts and style sheets of a page, below the root."""
    page = markup[address]
    scripts = [script.attributes.get("src", "") for script in page.all("script")]
    sheets = [link.attributes["href"] for link in page.all("link") if link.attributes.get("rel") == "stylesheet"]
    return {urlsplit(urljoin(f"//x/{address}", url)).path[1:] for url in (*scripts, *sheets) if url}


@pytest.mark.parametrize(
    ("address", "ceiling"),
    [
        ("", 66 * KILO),
        ("404.html", 64 * KILO),
        ("guides/who-counts-as-an-employee/", 70 * KILO),
        ("guides/where-the-public-pages-disagree/", 74 * KILO),
        ("outcomes/alberta-secor/", 68 * KILO),
        ("provinces/british-columbia/", 82 * KILO),
        ("quiz/", 106 * KILO),
        ("embed/", 72 * KILO),
        ("go/alberta/", 4 * KILO),
    ],
)
def test_a_page_and_what_it_asks_for_at_once_stay_light(site: Path, markup: Markup, address: str, ceiling: int) -> None:
    page = site / (address if address.endswith(".html") else f"{address}index.html")
    files = [page, *(site / name for name in asked_for(address, markup))]
    weights = {file.relative_to(site).as_posix(): travels(file) for file in files}
    assert sum(weights.values()) <= ceiling, weights


def test_no_page_is_much_larger_than_its_kind(site: Path) -> None:
    pages = {page.relative_to(site).as_posix(): travels(page) for page in site.rglob("*.html")}
    assert {name: size for name, size in pages.items() if size > 24 * KILO} == {}


def test_the_engine_stays_what_a_slow_line_can_bear(site: Path) -> None:
    files = [file for shape in ENGINE for file in site.glob(shape)]
    assert len(files) == 5
    assert sum(map(travels, files)) <= 2_950 * KILO


def test_what_every_visit_may_load_in_the_background_is_small(site: Path) -> None:
    assert travels(site / "service-worker.js") <= 7 * KILO
    assert travels(site / "search/search_index.json") <= 66 * KILO
