"""The software bills of materials, CycloneDX as JSON: what visitors get, what builds it, and what only tests need.

Packages are listed by the ecosystems' own tools, with the hashes of the locks. What stands inside the files that
visitors get is no package: `shipped.py` reads it from these files. The same locks give the same bills.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hooks.publish.shipped import shipped
from hooks.root import ROOT
from hooks.tools import run

type Part = dict[str, Any]

# What asks for the packages that are not in the group of the tests, as the lock names it.
PROJECT = "cor-secor-quiz (pyproject.toml)"


def sbom(folder: Path) -> list[Path]:
    """Write `site`, `build` and `tests`, each with `.cdx.json`; CalledProcessError or ToolError if a tool refuses."""
    folder.mkdir(parents=True, exist_ok=True)
    python, hashes, with_tests, without = _python(), _hashes(), _node(), _node("--omit", "dev")
    head = {key: python[key] for key in ("$schema", "bomFormat", "specVersion", "version", "metadata")}
    builds = _for_the_build((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    packages = [{**part, "externalReferences": _sources(part, hashes)} for part in python["components"]]
    built = {part["bom-ref"] for part in without["components"]}
    parts = {
        "site": shipped(),
        "build": [*(p for p in packages if _plain(p["name"]) in builds), *without["components"]],
        "tests": [
            *(p for p in packages if _plain(p["name"]) not in builds),
            *(p for p in with_tests["components"] if p["bom-ref"] not in built),
        ],
    }
    every = [*python["dependencies"], *with_tests["dependencies"]]
    return [_write(folder / f"{name}.cdx.json", head, listed, every) for name, listed in parts.items()]


def _write(path: Path, head: Mapping[str, Any], parts: Iterable[Part], dependencies: Iterable[Part]) -> Path:
    components = sorted(parts, key=lambda part: (part["name"].lower(), part["bom-ref"]))
    here = {part["bom-ref"] for part in components}
    within = [
        {"ref": entry["ref"], "dependsOn": sorted(here & set(entry.get("dependsOn", [])))}
        for entry in dependencies
        if entry["ref"] in here
    ]
    bill = {**head, "components": components, "dependencies": sorted(within, key=lambda entry: entry["ref"])}
    path.write_text(json.dumps(bill, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return path


def _for_the_build(lock: str) -> set[str]:
    """The locked packages that the project needs itself, or through others: each names in comments what asks for it."""
    asks: dict[str, set[str]] = {}
    for block in re.split(r"\n(?=\w)", lock):
        name = _plain(block.partition("==")[0])
        for whose in re.findall(r"^ +#(?: via)? +([\w.-]+(?: \(.+\))?)$", block, re.MULTILINE):
            asks.setdefault(_plain(whose), set()).add(name)
    needed, waiting = set[str](), [_plain(PROJECT)]
    while waiting:
        new = asks.get(waiting.pop(), set()) - needed
        needed |= new
        waiting += new
    return needed


def _python() -> Part:
    """What is installed, and what needs what."""
    return _cyclonedx("environment", "--pyproject", "pyproject.toml", sys.executable)


def _hashes() -> dict[str, Part]:
    """Where each locked package is fetched from, with the hashes that are accepted, by its name."""
    bill = _cyclonedx("requirements", "requirements.lock")
    return {_plain(part["name"]): part["externalReferences"][0] for part in bill["components"]}


def _sources(part: Part, hashes: Mapping[str, Part]) -> list[Part]:
    return [*part.get("externalReferences", []), hashes[_plain(part["name"])]]


def _plain(name: str) -> str:
    """A package's name in the one way in which registries compare them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _cyclonedx(*what: str) -> Part:
    tool = str(Path(sys.executable).with_name("cyclonedx-py"))
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made.json"
        options = ["--output-reproducible", "--no-validate", "--sv", "1.6", "--of", "JSON", "-o", str(made)]
        subprocess.run([tool, what[0], *options, *what[1:]], cwd=ROOT, check=True)
        bill: Part = json.loads(made.read_bytes())
    return bill


def _node(*options: str) -> Part:
    command = ["npm", "--prefix", str(ROOT), "sbom", "--sbom-format", "cyclonedx", "--package-lock-only", *options]
    bill: Part = json.loads(run(command))
    return bill
