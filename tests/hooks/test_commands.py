"""`python -m hooks`: a path that cannot be used is told in one sentence, never in a traceback and never in silence."""

from pathlib import Path

import pytest

from hooks.__main__ import COMMANDS, main
from hooks.streams import ended

# What each is given in place of its folder or file.
READERS = ("headers", "nginx", "compress", "serve")
WRITERS = ("schema", "shape", "sbom", "pages", "build")


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    """Paths that no command can use, by what is wrong with them."""
    (tmp_path / "a file").write_text("x", encoding="utf-8")
    return {
        "missing": str(tmp_path / "not there"),
        "a file": str(tmp_path / "a file"),
        "below a file": str(tmp_path / "a file" / "site"),
        "not for writing": "/proc/site",  # not even for who may do everything
        "a folder": str(tmp_path),
    }


def one_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of a call that cannot be made."""
    code = ended(lambda: main(arguments))
    out, err = capsys.readouterr()
    assert (code in (1, 2), out, len(err.splitlines())) == (True, "", 1), err
    return err


def test_every_command_with_a_path_is_tried() -> None:
    assert {*READERS, *WRITERS, "check"} == set(COMMANDS)


@pytest.mark.parametrize("place", ["missing", "a file", "below a file"])
@pytest.mark.parametrize("command", READERS)
def test_a_site_that_is_not_there_is_told(
    command: str, place: str, places: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert places[place] in one_sentence([command, places[place]], capsys)


@pytest.mark.parametrize("command", ["nginx", "serve"])
def test_a_folder_without_a_finished_site_is_told(
    command: str, places: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "_headers" in one_sentence([command, places["a folder"]], capsys)


@pytest.mark.parametrize("place", ["below a file", "not for writing"])
@pytest.mark.parametrize("command", WRITERS)
def test_a_place_that_cannot_be_written_is_told(
    command: str, place: str, places: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "cannot be used" in one_sentence([command, places[place]], capsys)


@pytest.mark.parametrize("command", ["schema", "shape"])
def test_a_folder_in_place_of_a_file_is_told(
    command: str, places: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "is a directory" in one_sentence([command, places["a folder"]], capsys)


@pytest.mark.parametrize("command", ["pages", "sbom", "build"])
def test_a_file_in_place_of_a_folder_is_told(
    command: str, places: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert places["a file"] in one_sentence([command, places["a file"]], capsys)


def test_a_path_with_orders_to_a_terminal_is_told_in_letters(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "nginx", "schema"):
        assert "a\\x1b[31m\\nb" in one_sentence([command, "/nowhere/a\x1b[31m\nb"], capsys)
