"""The bill of materials names whatever the site hands out or is built with, and is the same each time."""

import json
from pathlib import Path
from typing import Any

import pytest

from hooks.pages.licences import components
from hooks.publish.sbom import sbom


@pytest.fixture(scope="module")
def bills(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    made = sbom(tmp_path_factory.mktemp("sbom"))
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in made}


def test_both_are_cyclonedx(bills: dict[str, Any]) -> None:
    assert {name: bill["bomFormat"] for name, bill in bills.items()} == {
        "python.cdx.json": "CycloneDX",
        "node.cdx.json": "CycloneDX",
    }


def test_every_package_on_the_page_of_licences_is_named_with_its_version(bills: dict[str, Any]) -> None:
    named = {(part["name"].lower(), part["version"]) for bill in bills.values() for part in bill["components"]}
    shown = {(part.name.lower(), part.version) for part in components()}
    # These come inside others: CPython in Pyodide, the icons and fonts in packages of other names.
    inside = {
        pair for pair in shown if "cpython" in pair[0] or "icon" in pair[0] or "font" in pair[0] or " " in pair[0]
    }
    assert shown - named <= inside


def test_the_same_locks_give_the_same_bill(bills: dict[str, Any], tmp_path: Path) -> None:
    again = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sbom(tmp_path)}
    assert again == bills
