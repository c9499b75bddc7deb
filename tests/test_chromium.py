"""How the tests start Chromium."""

from pathlib import Path

import pytest
from playwright.sync_api import Error, sync_playwright

from tests.chromium import CHROMIUM_ARGUMENTS

SWITCH = "--disable-features="


def test_nothing_that_playwright_turns_off_is_turned_on_again(tmp_path: Path) -> None:
    # In the browser's place: it writes down what it was given.
    browser, given = tmp_path / "browser", tmp_path / "given"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {given}\n')
    browser.chmod(0o755)
    with sync_playwright() as playwright, pytest.raises(Error):  # it ends at once
        playwright.chromium.launch(executable_path=browser, args=list(CHROMIUM_ARGUMENTS))
    theirs, ours = [
        set(line.removeprefix(SWITCH).split(",")) for line in given.read_text().splitlines() if line.startswith(SWITCH)
    ]
    assert theirs <= ours
