"""How long the build's own work takes: the proof, and the site from nothing and once more."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.sites import FACTS, WORDS
from quiz.ahead.proof import timed

ROOT = Path(__file__).resolve().parent.parent


def proof() -> dict[str, str]:
    """The proof's sets per second."""
    report, seconds = timed(FACTS, WORDS)
    return {"proof": f"{report.sets:,} sets in {seconds:.1f} s, {report.sets / seconds:,.0f} a second"}


def build_seconds() -> dict[str, str]:
    """The site from nothing, in a copy of the project without any cache, and again with the engine unchanged."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "project")
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
        )
        for name in listed.stdout.splitlines():
            if (ROOT / name).is_file():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                (copy / name).write_bytes((ROOT / name).read_bytes())
        (copy / "node_modules").symlink_to(ROOT / "node_modules")
        (copy / ".git").symlink_to(ROOT / ".git")
        first, second = (_build(copy, Path(folder, "site")) for _ in range(2))
    return {"build": f"from nothing {first:.0f} s, with an unchanged engine {second:.0f} s"}


def _build(project: Path, site: Path) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "hooks", "build", str(site)],
        cwd=project,
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(project)},
    )
    return time.perf_counter() - began
