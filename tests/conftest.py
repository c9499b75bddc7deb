"""What every test may use: the site, built once a run, its address under the hosts' headers, and a browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from hypothesis import settings

from hooks.addresses import HEADERS
from hooks.publish.serve import serving
from tests.chromium import CHROMIUM_ARGUMENTS
from tests.engines.installed import missing

ROOT = Path(__file__).resolve().parent.parent
TESTS = Path(__file__).resolve().parent
# The address that the site is built for, with a slash at its end.
PUBLIC = os.environ.get("SITE_URL", "https://cor.on-tracksafety.com/")
FOLDER = urlsplit(PUBLIC).path.rstrip("/")

# Time is measured by `make bench` alone: a busy machine must not turn a test red.
# The same examples every time, so that a red test belongs to the change at hand; EXPLORE=1 draws new ones.
settings.register_profile("quiz", deadline=None, derandomize="EXPLORE" not in os.environ)
settings.load_profile("quiz")


# Files with few tests that take long: begun last, they would leave one processor with nothing to do. The first makes
# the site; those after it need none, so that nobody waits for it with idle hands.
FIRST = (
    *("test_webkit", "test_other_facts", "test_bundle", "test_glance", "test_damaged_cache", "test_upkeep"),
    *("test_properties", "test_plan_properties", "test_command_line", "test_sbom", "test_firefox"),
    *("test_hostile_fragments", "test_lean", "test_in_a_folder", "test_reproducible", "test_parity"),
    *("test_no_dead_page", "test_integrity", "test_nothing_waits", "test_quiz_access", "test_foreign_text"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The folder says what a test needs, so nobody forgets a marker; the longest files come first."""
    for item in items:
        folder = item.path.relative_to(TESTS).parts[0]
        if folder in ("site", "browser", "engines"):
            item.add_marker("browser" if folder == "engines" else folder)
    items.sort(key=lambda item: FIRST.index(item.path.stem) if item.path.stem in FIRST else len(FIRST))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which engines were not tried; nothing is said where no test of a browser was asked for."""
    if "browser" in config.getoption("markexpr").replace("not browser", ""):
        for name, programs in missing().items():
            terminalreporter.write_line(f"{name} was NOT TRIED: {', '.join(programs)} not installed", red=True)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The finished site, made by the real build as a process; parallel workers share one.

    SITE names one that is finished already: what is published is then what was tested.
    """
    if given := os.environ.get("SITE"):
        assert (Path(given) / HEADERS).exists(), f"SITE={given} holds no finished site"
        return Path(given).resolve()
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    built = shared / "site"
    with FileLock(shared / "site.lock"):
        if not (built / HEADERS).exists():
            command = [sys.executable, "-m", "hooks", "build", str(built)]
            run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            assert run.returncode == 0, f"the site was not built:\n{run.stdout}\n{run.stderr}"
    return built


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """Where the site is served, without a slash at the end; `page.goto("/quiz/")` is relative to it.

    A site that is built for a folder of a host is there a second time: 404.html names its things from the host's top.
    """
    with serving(site, also=FOLDER) as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """The system's Chromium if there is one, otherwise the one that Playwright installed.

    Rather the one without windows: the same engine, which needs half the time for a page that nobody sees.
    """
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    found = {"executable_path": chromium} if chromium else {}
    return {**browser_type_launch_args, **found, "args": list(CHROMIUM_ARGUMENTS)}
