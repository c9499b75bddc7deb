"""The software bill of materials, by the ecosystems' own tools: CycloneDX as JSON, the same for the same locks."""

import json
import subprocess
import sys
from pathlib import Path

from hooks.root import ROOT

# npm has no switch for a reproducible bill: what it draws anew each time is taken out.
DRAWN_ANEW = ("serialNumber",)


def sbom(folder: Path) -> list[Path]:
    """Write `python.cdx.json` and `node.cdx.json`; CalledProcessError if a tool refuses, which has said why."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_python(folder / "python.cdx.json"), _node(folder / "node.cdx.json")]


def _python(path: Path) -> Path:
    tool = str(Path(sys.executable).with_name("cyclonedx-py"))
    given = ["--pyproject", "pyproject.toml", "--output-reproducible", "--of", "JSON", "-o", str(path.resolve())]
    subprocess.run([tool, "environment", *given, sys.executable], cwd=ROOT, check=True)
    return path


def _node(path: Path) -> Path:
    command = ["npm", "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]
    bill = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    for name in DRAWN_ANEW:
        bill.pop(name, None)
    bill["metadata"].pop("timestamp", None)
    bill["metadata"]["component"]["name"] = "cor-secor-quiz"  # npm takes the folder's name
    path.write_text(json.dumps(bill, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return path
