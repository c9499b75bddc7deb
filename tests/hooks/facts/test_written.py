"""What hand-written pages say of themselves."""

import re
from pathlib import Path

import pytest

from hooks.facts.written import address_of, written
from hooks.facts.yaml_marks import DataError


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("index.md", ""),
        ("quiz.md", "quiz/"),
        ("about/index.md", "about/"),
        ("guides/the-audit.md", "guides/the-audit/"),
        ("guides/an-index.md", "guides/an-index/"),
    ],
)
def test_a_page_stands_at_the_address_of_its_source(uri: str, address: str) -> None:
    assert address_of(uri) == address


def test_title_and_description_are_read(tmp_path: Path) -> None:
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "a.md").write_text('---\ntitle: "A: b"\ndescription: C d.\n---\n# D\n', encoding="utf-8")
    (tmp_path / "guides" / "index.md").write_text("---\ntitle: E\ndescription: F g.\n---\n", encoding="utf-8")
    first, second = written(tmp_path)
    assert (first.title, first.description, first.is_guide) == ("A: b", "C d.", True)
    assert (second.title, second.is_guide) == ("E", False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# D\n", "a.md:1:1: the page begins with"),
        ("---\ntitle: A\n---\n# D\n", "its `description`"),
        ("---\ntitle: A\ndescription: 12\n---\n# D\n", "its `description`"),
        ("---\ntitle: A: b\ndescription: C.\n---\n", "a.md:2:9: not readable as YAML"),
        ("---\n- title\n---\n", "a.md:1:1: the page begins with"),
    ],
)
def test_a_page_that_does_not_name_itself_is_told_what_is_missing(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(told)):
        written(tmp_path)


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("title: ''\ndescription: B c.", "a.md:2:8: '' has no letter in it; words are accepted"),
        ("title: a\u202eb\ndescription: B c.", "a.md:2:8: U+202E (right-to-left override) hides"),
        ("title: A\ndescription: TBD soon", "a.md:3:14: 'TBD' holds a place"),
        ("title: <b>A</b>\ndescription: B c.", "a.md:2:8: '<b>' is for a program"),
        ("title: A\ndescription: ''", "a.md:3:14: '' has no letter in it; words are accepted"),
        ("title: A\ndescription: guides", "a.md:3:14: 'guides' is one word; a sentence is accepted"),
        (f"title: {'A' * 121}\ndescription: B c.", "a.md:2:8: this has 121 characters; at most 120 are accepted"),
        ("title: |\n  A\n  b\ndescription: B c.", "a.md:2:8: U+000A (a control character) hides"),
    ],
)
def test_what_a_page_says_of_itself_is_for_readers(front: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\n{front}\n---\n# D\n", encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(told)):
        written(tmp_path)


def test_a_page_that_is_no_text_is_told_where(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"---\ntitle: \xff\n---\n")
    with pytest.raises(DataError, match=re.escape("a.md:2:8: this is not UTF-8 text; save the file as UTF-8")):
        written(tmp_path)
