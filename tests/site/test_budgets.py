"""What the largest files may weigh, as they travel: packed. tests/browser/test_light_pages.py weighs whole pages.

The ceilings stand a little above what is there, so that weight is a decision. Lower them when a file gets lighter.
"""

from pathlib import Path

from hooks.addresses import ENGINE

KILO = 1000
# What the first verdict needs, and the full runtime that stands by for it.
LEAN = ("python-*.wasm", "snapshot-*.wasm")
SPARE = ("pyodide-*/*.js", "pyodide-*/*.wasm", "*.zip")


def travels(path: Path) -> int:
    """Bytes of a file as hosts send it."""
    packed = path.with_name(f"{path.name}.br")
    return (packed if packed.exists() else path).stat().st_size


def test_no_page_is_much_larger_than_its_kind(site: Path) -> None:
    pages = {page.relative_to(site).as_posix(): travels(page) for page in site.rglob("*.html")}
    assert {name: size for name, size in pages.items() if size > 24 * KILO} == {}


def test_the_engine_stays_what_a_slow_line_can_bear(site: Path) -> None:
    for shapes, count, ceiling in ((LEAN, 2, 1_900 * KILO), (SPARE, 5, 2_950 * KILO)):
        files = [file for shape in shapes for file in site.glob(f"{ENGINE}/{shape}")]
        assert len(files) == count
        assert sum(map(travels, files)) <= ceiling


def test_what_every_visit_may_load_in_the_background_is_small(site: Path) -> None:
    assert travels(site / "service-worker.js") <= 7 * KILO
    assert travels(site / "search/search_index.json") <= 86 * KILO
