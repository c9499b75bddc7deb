"""What is taken out of a built page."""

import pytest

from hooks.publish.tidy import unindented


def test_lines_of_a_page_are_not_indented_and_words_stay_apart() -> None:
    assert unindented("<p>\n    one\n\n  <b>two</b>\n</p>") == "<p>\none\n<b>two</b>\n</p>"


@pytest.mark.parametrize("page", ["<pre>\n  as typed</pre>", "<TEXTAREA rows='2'>\n  as typed</TEXTAREA>"])
def test_what_is_shown_as_it_was_typed_is_left_alone(page: str) -> None:
    assert unindented(f"{page}\n  <p>") == f"{page}\n<p>"
