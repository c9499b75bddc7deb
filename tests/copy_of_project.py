"""A copy of the project's files with other facts, for whoever has to run its commands on them."""

import shutil
import subprocess
from pathlib import Path

from hooks.root import ROOT


def copy_with_facts(copy: Path, text: str) -> Path:
    """The files that git knows, with this text as `partners.yml`; the Node packages are the project's own."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    (copy / "node_modules").symlink_to(ROOT / "node_modules")
    (copy / "partners.yml").write_text(text, encoding="utf-8")
    return copy
