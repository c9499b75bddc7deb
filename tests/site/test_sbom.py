"""The bills of materials: what visitors get, what builds it and what only tests need, each part with its hash."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from hooks.pages.licences import components
from hooks.publish.sbom import sbom

type Bill = dict[str, Any]


@pytest.fixture(scope="module")
def bills(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Bill]:
    made = sbom(tmp_path_factory.mktemp("sbom"))
    return {path.name.partition(".")[0]: json.loads(path.read_text(encoding="utf-8")) for path in made}


def parts(bill: Bill) -> list[Any]:
    """Every component, those inside others too."""
    found, waiting = [], list(bill["components"])
    while waiting:
        found.append(part := waiting.pop())
        waiting += part.get("components", [])
    return found


def names(bill: Bill) -> set[str]:
    return {part["name"].lower() for part in parts(bill)}


def hashed(part: Any) -> bool:
    given = [*part.get("hashes", []), *(h for ref in part.get("externalReferences", []) for h in ref.get("hashes", []))]
    return any(entry["alg"] in ("SHA-256", "SHA-512") for entry in given)


def test_the_bill_that_is_put_together_here_is_valid_cyclonedx(bills: dict[str, Bill]) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bills["site"])) is None


@pytest.mark.parametrize(("name", "least"), [("site", 2), ("build", 10), ("tests", 10)])
def test_whatever_is_fetched_or_handed_out_has_a_hash(bills: dict[str, Bill], name: str, least: int) -> None:
    assert len(bills[name]["components"]) >= least
    assert [part["name"] for part in bills[name]["components"] if not hashed(part)] == []


def test_what_visitors_get_is_named_down_to_the_libraries_inside(bills: dict[str, Bill]) -> None:
    inside = {"cpython", "zlib", "bzip2", "expat", "libmpdec", "libffi", "hiwire", "lunr", "rxjs", "clipboard"}
    assert names(bills["site"]) >= {"pyodide", "mkdocs-material", *inside}


def test_versions_are_read_from_the_very_files_that_ship(bills: dict[str, Bill]) -> None:
    versions = {part["name"]: part.get("version") for part in parts(bills["site"])}
    assert {name: versions[name] for name in ("CPython", "zlib", "expat", "lunr")} == {
        "CPython": "3.13.2",
        "zlib": "1.3.1",
        "expat": "2.6.4",
        "lunr": "2.3.9",
    }


def test_the_files_of_the_bill_are_the_files_of_the_site(bills: dict[str, Bill], site: Path) -> None:
    listed = [part for part in parts(bills["site"]) if part["type"] == "file"]
    public = {hashlib.sha256(path.read_bytes()).hexdigest() for path in site.rglob("*") if path.is_file()}
    ours = [part["name"] for part in listed if part["hashes"][0]["content"] not in public]
    assert len(listed) >= 6
    # The theme's style sheets are listed as the theme has them: what a page uses of them is in the site's own.
    assert {name.partition(".")[0] for name in ours} == {"main", "palette"}


def test_what_only_tests_use_is_in_no_other_bill(bills: dict[str, Bill]) -> None:
    assert {"pytest", "playwright", "mypy", "nspell", "typescript", "@netlify/headers-parser"} <= names(bills["tests"])
    assert {"mkdocs", "pydantic", "esbuild", "pyodide"} <= names(bills["build"])
    tests, build = ({(part["name"], part.get("version")) for part in parts(bills[of])} for of in ("tests", "build"))
    assert tests & build == set()


def test_every_package_on_the_page_of_licences_is_named_with_its_version(bills: dict[str, Bill]) -> None:
    named = {(part["name"].lower(), part.get("version")) for bill in bills.values() for part in parts(bill)}
    shown = {(part.name.lower(), part.version) for part in components()}
    # These come inside others: CPython in Pyodide, the icons and fonts in packages of other names.
    inside = {
        pair for pair in shown if "cpython" in pair[0] or "icon" in pair[0] or "font" in pair[0] or " " in pair[0]
    }
    assert shown - named <= inside


def test_the_same_locks_give_the_same_bill(bills: dict[str, Bill], tmp_path: Path) -> None:
    again = {path.name.partition(".")[0]: json.loads(path.read_text(encoding="utf-8")) for path in sbom(tmp_path)}
    assert again == bills
