"""Two builds of one commit are the same bytes; the version that a page names is the commit's."""

import filecmp
import os
import subprocess
import sys
from pathlib import Path

from hooks.moment import version
from tests.conftest import ROOT


def files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_a_second_build_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    second = tmp_path / "another/site"
    # Another folder, another order of hashes, another zone: none of it may show.
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    command = [sys.executable, "-m", "hooks", "build", str(second)]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"the site was not built:\n{run.stdout}\n{run.stderr}"
    assert files(second) == files(site)
    _, different, unread = filecmp.cmpfiles(site, second, sorted(files(site)), shallow=False)
    assert (different, unread) == ([], [])


def test_the_version_is_in_the_footer_of_every_page(site: Path) -> None:
    for name in ("index.html", "quiz/index.html", "404.html", "provinces/alberta/index.html"):
        footer = (site / name).read_text(encoding="utf-8").partition("<footer")[2]
        assert version()[:7] in footer
