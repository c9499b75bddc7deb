"""What of the build's machine must not be in what it ships."""

from pathlib import Path

from hooks.engine.leaks import leaks
from hooks.root import ROOT

SECRET = {"TOKEN": "hunter2-hunter2"}


def test_a_value_of_the_environment_is_found_and_not_repeated() -> None:
    [line] = leaks({"quiz.zip": b"... hunter2-hunter2 ..."}, [], SECRET)
    assert line == "quiz.zip: TOKEN of the build's machine is inside"


def test_the_project_s_folder_is_found() -> None:
    [line, *_] = leaks({"quiz.zip": f"{ROOT}/quiz/x.py".encode()}, [], {})
    assert "the project's folder" in line


def test_a_part_of_a_list_of_folders_is_found() -> None:
    assert leaks({"a": b"in /opt/tools/bin"}, [], {"PATH": "/usr/local/sbin:/opt/tools/bin"}) != []


def test_what_stood_in_a_source_is_no_leak() -> None:
    assert leaks({"library.zip": b"C.UTF-8 and /usr/bin"}, [b'"C.UTF-8"', b"/usr/bin:/bin"], {"LANG": "C.UTF-8"}) == []


def test_short_words_are_no_leak() -> None:
    assert leaks({"a": b"vim and 1000"}, [], {"EDITOR": "vim", "UID": "1000"}) == []


def test_the_home_folder_is_found() -> None:
    assert leaks({"a": str(Path.home() / "x").encode()}, [], {}) != []
