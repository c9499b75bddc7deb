"""Versions that must agree, and lock files that say what their sources ask for."""

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from hooks.publish.tidy import BROWSERS

ROOT = Path(__file__).resolve().parent.parent


def json_file(name: str) -> Any:
    return json.loads((ROOT / name).read_text(encoding="utf-8"))


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = [entry for group in PROJECT["dependency-groups"].values() for entry in group if isinstance(entry, str)]
REQUIREMENTS = (*PROJECT["project"]["dependencies"], *GROUPS)
LOCKED = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = [Requirement(line.removesuffix("\\")) for line in LOCKED.splitlines() if line[:1].isalnum()]
VERSIONS = {
    canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
    for pin in PINS
    if pin.marker is None or pin.marker.evaluate()
}


def test_the_browser_s_python_has_the_minor_version_of_this_one() -> None:
    python = json_file("node_modules/pyodide/pyodide-lock.json")["info"]["python"]
    assert tuple(map(int, python.split(".")[:2])) == sys.version_info[:2]


def test_scripts_and_styles_are_written_for_the_browsers_that_are_promised() -> None:
    for name in ("README.md", "docs/en/accessibility/index.md"):
        told = " ".join((ROOT / name).read_text(encoding="utf-8").split()).lower()
        [promise] = re.findall(r"the quiz is made for .*? on\b", told)
        versions = re.findall(r"[\d.]+", promise.replace("chrome and edge from 100", "chrome from 100, edge from 100"))
        names = re.findall("|".join(BROWSERS), promise)
        assert dict(zip(names, versions, strict=True)) == BROWSERS, name


def test_the_project_names_this_python() -> None:
    minor = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert (ROOT / ".python-version").read_text(encoding="utf-8").strip() == minor
    assert PROJECT["project"]["requires-python"] == f"=={minor}.*"


@pytest.mark.parametrize("wanted", [Requirement(text) for text in REQUIREMENTS], ids=str)
def test_the_lock_holds_a_version_that_the_project_asks_for(wanted: Requirement) -> None:
    assert wanted.specifier.contains(VERSIONS[canonicalize_name(wanted.name)])


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-uv.lock"])
def test_every_locked_package_is_hashed(name: str) -> None:
    entries = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    assert entries
    assert [entry for entry in entries if entry[:1].isalnum() and "--hash=sha256:" not in entry] == []


def test_the_node_lock_is_made_from_package_json() -> None:
    assert json_file("package-lock.json")["packages"][""]["dependencies"] == json_file("package.json")["dependencies"]


def test_node_packages_are_named_exactly() -> None:
    wanted = json_file("package.json")["dependencies"]
    locked = json_file("package-lock.json")["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_every_node_package_is_hashed() -> None:
    packages = json_file("package-lock.json")["packages"].items()
    assert [name for name, entry in packages if name and not entry["integrity"].startswith("sha512-")] == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-uv.lock"])
def test_the_python_locks_name_no_address(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_nothing_is_installed_without_its_hash() -> None:
    """What installs the rest comes first, and whoever could change it could change all else."""
    made = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    installs = re.findall(r"(?:pip install|pip sync|npm (?:ci|install|i))\b.*", made)
    assert len(installs) >= 5
    assert [line for line in installs if not (line.startswith("npm ci") or "--require-hashes" in line)] == []


def test_the_node_lock_names_no_address_to_fetch_from() -> None:
    """The addresses in it are those where authors ask for support; npm writes them and fetches nothing from there."""
    packages = json_file("package-lock.json")["packages"].values()
    addresses = [json.dumps({**entry, "funding": None}) for entry in packages]
    assert [entry for entry in addresses if "://" in entry or "resolved" in entry] == []
