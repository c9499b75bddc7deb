"""A file of the cache that was cut off, overwritten or swapped is made anew, and never ends in the site."""

import gzip
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from PIL import Image

from hooks.engine.bundle import Engine, bundle
from hooks.facts.for_engine import facts_bytes
from hooks.pages.cards import Card, picture
from hooks.publish.compress import compress
from hooks.tools import cached, keep
from hooks.views.proof_report import proof_report
from hooks.views.site import Site
from quiz.ahead.proof import Report

PAGE = b"<!doctype html><title>Quiz</title>" + b"<p>How many people?</p>" * 200


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def overwrite(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES = pytest.mark.parametrize("damage", [cut, overwrite, empty])
type Damage = Callable[[Path], None]


def strike(cache: Path, damage: Damage) -> None:
    files = [path for path in cache.rglob("*") if path.is_file()]
    assert files
    for path in files:
        damage(path)


@DAMAGES
def test_a_packed_copy_is_packed_again(damage: Damage, tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    (site / "index.html").write_bytes(PAGE)
    compress(site, cache=cache)
    strike(cache, damage)
    compress(site, cache=cache)
    assert brotli.decompress((site / "index.html.br").read_bytes()) == PAGE
    assert gzip.decompress((site / "index.html.gz").read_bytes()) == PAGE


@DAMAGES
def test_a_picture_is_drawn_again(damage: Damage, tmp_path: Path) -> None:
    card = Card("Guide", "What are COR and SECOR?", "What each certificate is.", "A company")
    good = picture(card, tmp_path).read_bytes()
    strike(tmp_path, damage)
    assert picture(card, tmp_path).read_bytes() == good
    Image.open(picture(card, tmp_path)).load()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package") / "quiz"
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "browser.py").write_text("def decide_json(request: str) -> str:\n    return request\n", encoding="utf-8")
    return folder


def contents(engine: Engine) -> dict[str, bytes]:
    return {address: path.read_bytes() for address, path in engine.files.items()}


@pytest.mark.slow
@pytest.mark.parametrize("damage", [overwrite])  # the others are tried on files that are made faster
def test_the_engine_is_made_again_and_is_the_same_bytes(damage: Damage, package: Path, tmp_path: Path) -> None:
    first = bundle({"facts.json": b"{}"}, package=package, cache=tmp_path, lean=True)
    good = contents(first)
    strike(tmp_path, damage)
    again = bundle({"facts.json": b"{}"}, package=package, cache=tmp_path, lean=True)
    assert (again.manifest, contents(again)) == (first.manifest, good)


@DAMAGES
def test_the_proof_is_done_again(
    damage: Damage, site_facts: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hooks.views.proof_report.timed", lambda *_: (replace(Report(), sets=1), 1.0))
    given = site_facts.facts, site_facts.words, facts_bytes(site_facts.catalogue)
    good = proof_report(*given, cache=tmp_path)
    strike(tmp_path, damage)
    assert proof_report(*given, cache=tmp_path) == good
    monkeypatch.setenv("PROOF", "kept")
    strike(tmp_path, damage)
    assert proof_report(*given, cache=tmp_path) == good


def test_what_is_whole_is_not_made_again(tmp_path: Path) -> None:
    assert cached(tmp_path / "a", lambda: b"one").read_bytes() == b"one"
    assert cached(tmp_path / "a", lambda: pytest.fail("made again")).read_bytes() == b"one"


def test_a_file_under_the_name_of_its_content_is_written_again_where_it_differs(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"on")
    assert keep(tmp_path / "a", b"one").read_bytes() == b"one"
