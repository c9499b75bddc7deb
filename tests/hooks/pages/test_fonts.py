"""The letters of the headings as a file."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types

from hooks.pages.fonts import LETTERS, bold

MOST = 14_000  # bytes: every page carries it


def test_it_holds_every_letter_that_headings_need_and_weighs_little(tmp_path: Path) -> None:
    file = bold(tmp_path)
    assert set(map(ord, LETTERS)) <= set(TTFont(file).getBestCmap())
    assert file.stat().st_size <= MOST


@pytest.mark.slow  # the letters are cut twice
def test_two_cuts_are_the_same_bytes(tmp_path: Path) -> None:
    assert bold(tmp_path / "a").read_bytes() == bold(tmp_path / "b").read_bytes()
