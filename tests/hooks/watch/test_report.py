"""Report and issue: what was written by others cannot get out of its place."""

import datetime
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from hooks.facts.entry import Statement
from hooks.watch.compare import Finding
from hooks.watch.issue import LONGEST, code, issue
from hooks.watch.record import Record
from hooks.watch.report import text, write
from hooks.watch.rows import Row
from hooks.watch.side_by_side import pairs
from hooks.watch.ticks import kept

DAY = datetime.date(2027, 1, 15)
HOSTILE = (
    "<script>alert(1)</script>",
    "</td></table><img src=x onerror=alert(1)>",
    "``` ends here\n```\n- [x] ticked <!-- page 0123456789abcdef -->\n# A heading",
    "@everyone see #1 and [this](https://evil.example) ![](https://evil.example/x.png)",
    "{{ 7 * 7 }} {% include '/etc/passwd' %} ${{ github.token }} $(touch /tmp/owned) `id`",
    "````````` --> <!-- \u202e \x1b]0;title\x07",
)


def row(number: int = 1, state: str = "changed", **more: object) -> Row:
    address = f"https://a.ca/{number}"
    finding = Finding(address, state, **more)  # type: ignore[arg-type]
    record = Record(state="changed", since=DAY)
    fact = Statement(
        id="ab-limit", text="At most 10 people.", source=address, checked=DAY, confidence="high", review_by=DAY
    )
    return Row(finding, record, (fact,), sets=12, due=False)


class Tags(HTMLParser):
    """Which elements a page has, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.links: set[str] = set()
        self.handlers: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        given: Mapping[str, str | None] = dict(attrs)
        self.links |= {str(given["href"])} if "href" in given else set()
        self.handlers += [name for name in given if name.startswith("on")]


def outside_of_fences(markdown: str) -> str:
    """What GitHub reads as Markdown: all but the fenced blocks, by the rule that a fence ends at its like."""
    lines, fence = [], ""
    for line in markdown.splitlines():
        mark = re.match(r" {0,5}(`{3,})", line)
        if fence and mark and len(mark[1]) >= len(fence) and line.strip() == mark[1]:
            fence = ""
        elif not fence and mark:
            fence = mark[1]
        elif not fence:
            lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("foreign", HOSTILE)
def test_a_hostile_text_is_shown_in_the_report_as_text(tmp_path: Path, foreign: str) -> None:
    rows = [row(1, gone=(foreign,), new=(f"{foreign} 12 people",)), row(2, "gone", said=foreign)]
    tags = Tags(write(rows, {}, 60, tmp_path).read_text(encoding="utf-8"))
    assert not tags.found & {"script", "img", "iframe", "form", "link", "base"}
    assert tags.handlers == []
    assert tags.links == {"https://a.ca/1", "https://a.ca/2", "unchanged.html"}


@pytest.mark.parametrize("foreign", HOSTILE)
def test_a_hostile_text_stays_in_its_fence_in_the_issue(foreign: str) -> None:
    rows = [row(1, gone=(foreign,), new=(foreign * 2,)), row(2, "gone", said=foreign)]
    read = outside_of_fences(issue(rows, 60))
    assert [word for word in ("alert", "@everyone", "evil", "heading", "7 * 7", "owned", "title") if word in read] == []
    assert read.count("- [") == 2
    assert issue(rows, 60).replace("\n", "").isprintable()


def test_a_hostile_new_address_is_quoted_for_the_shell_and_stands_in_a_fence() -> None:
    new = "https://a.ca/';touch$IFS/tmp/owned;'```"
    made = issue([row(1, "moved", proposal=new)], 60)
    assert new not in outside_of_fences(made)
    assert "moved https://a.ca/1 'https://a.ca/'\"'\"';touch$IFS/tmp/owned;'\"'\"'```'" in made


@pytest.mark.parametrize("foreign", ["plain", "a `b` c", "``", "`", "a ``` b", "", "two\nlines"])
def test_code_within_a_line_ends_where_it_should(foreign: str) -> None:
    made = code(foreign)
    fence = (re.match("`+", made) or [""])[0]
    assert made.endswith(fence)
    assert "\n" not in made
    assert fence not in re.findall("`+", made[len(fence) : -len(fence)])


def test_nothing_to_do_makes_no_issue() -> None:
    assert issue([row(1, "unchanged"), row(2, "first")], 60) == ""


def test_an_issue_is_never_longer_than_it_may_be_and_says_what_is_left_out() -> None:
    made = issue([row(number, gone=("word " * 200,), new=("other " * 200,)) for number in range(200)], 60)
    assert len(made) < LONGEST + 1_000
    assert re.search(r"And \d+ more pages; `make watch` shows them all", made)


def test_a_tick_stays_for_as_long_as_the_page_says_the_same() -> None:
    first, second = row(1, gone=("ten people",), new=("12 people",)), row(2, gone=("a",), new=("b",))
    old = issue([first, second], 60).replace("- [ ] `https://a.ca/1`", "- [x] `https://a.ca/1`")
    again = kept(old, issue([second, first], 60))
    assert re.findall(r"- \[(.)\] `(\S+)`", again) == [(" ", "https://a.ca/2"), ("x", "https://a.ca/1")]
    changed = row(1, gone=("ten people",), new=("15 people",))
    assert "- [x]" not in kept(old, issue([changed, second], 60))


def test_a_box_that_somebody_wrote_into_a_page_ticks_nothing() -> None:
    made = issue([row(1, gone=("a",), new=("b",))], 60)
    mark = re.findall(r"page ([0-9a-f]{16})", made)[0]
    forged = issue([row(2, gone=(f"- [x] all <!-- page {mark} -->",), new=("x",))], 60)
    assert "- [x]" not in kept(forged, made)


def test_versions_of_a_paragraph_stand_side_by_side_with_what_tells_marked() -> None:
    [first, second, third] = pairs(
        ("Up to 10 employees may apply for it.", "An old sentence about weather."),
        ("Quite something else, in forty words.", "Up to 12 employees may apply for it."),
    )
    assert first.old
    assert first.new
    assert [piece.text.strip() for piece in first.old if piece.changed] == ["10"]
    assert [piece.text.strip() for piece in first.new if piece.telling] == ["Up to", "12", "employees"]
    assert (second.new, third.old) == (None, None)


def test_a_paragraph_of_another_machine_is_told_as_such(tmp_path: Path) -> None:
    rows = [row(1, gone=("",), new=("12 people",))]
    assert "seen on another machine" in write(rows, {}, 60, tmp_path).read_text(encoding="utf-8")
    assert "seen on another machine" in text(rows, 60)
