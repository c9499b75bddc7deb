"""The pages without MkDocs: as many as there are, filled, and never a module of MkDocs on the way."""

import subprocess
import sys
from pathlib import Path

import pytest

from hooks.pages.generated import Page
from hooks.pages.standalone import WRITTEN, write_pages
from hooks.root import ROOT

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pages in a folder. The site's own build comes first: it leaves the proof over all answers in the cache."""
    assert site.is_dir()
    made = tmp_path_factory.mktemp("pages")
    write_pages(made)
    return made


def test_every_page_is_there_generated_and_written(folder: Path, made: dict[str, Page]) -> None:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
    written = {path.relative_to(WRITTEN).as_posix() for path in WRITTEN.rglob("*.md")}
    assert found == written | set(made)
    assert len(found) > 60


def test_no_gap_is_left_open(folder: Path) -> None:
    assert [path.name for path in folder.rglob("*.md") if "{{" in path.read_text(encoding="utf-8")] == []


def test_mkdocs_is_not_needed() -> None:
    code = "import sys; sys.modules['mkdocs'] = None; import hooks.pages.standalone"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
