"""The weekly issue, as GitHub's Markdown. What was written by others stands in fences that it cannot leave."""

import hashlib
import re
from collections.abc import Iterator, Sequence

from hooks.watch import told
from hooks.watch.report import pair_lines, short
from hooks.watch.rows import Row, value_of
from hooks.watch.side_by_side import pairs

LONGEST = 60_000  # characters that an issue may hold, with some to spare
PAIRS = 5  # pairs of paragraphs of one page
FACTS = 8  # facts of one page
HEAD = """\
These pages are no longer as they were when somebody last read them, or their facts are due for another look.
Most important first. “An hour a month” in `CONTRIBUTING.md` says how to go about it. This issue is written anew every
week, and closes by itself once everything is seen and committed.
"""


def issue(rows: Sequence[Row], total: int) -> str:
    """The text of the issue; empty where nobody has to act."""
    acting = [row for row in rows if row.to_do]
    same = [row for row in acting if row.finding.state == "unchanged"]
    parts = [_entry(row, total) for row in acting if row not in same]
    if same:
        parts.insert(0, _unchanged(same))
    if not parts:
        return ""
    text = HEAD
    for number, part in enumerate(parts):
        if len(text) + len(part) > LONGEST:
            return f"{text}\nAnd {len(parts) - number} more pages; `make watch` shows them all.\n"
        text += f"\n{part}"
    return text


def _unchanged(same: Sequence[Row]) -> str:
    mark = _mark("unchanged", *(row.address for row in same))
    return "\n".join(
        [
            f"- [ ] **{len(same)} pages with the same text** bear facts that are due <!-- page {mark} -->",
            *_fenced([f"{told.SEEN} --unchanged"]),
            "",
        ]
    )


def _entry(row: Row, total: int) -> str:
    finding = row.finding
    mark = _mark(row.address, finding.state, finding.proposal, *finding.gone, *finding.new)
    lines = [
        f"- [ ] {code(row.address)}: **{told.STATES[finding.state]}**, {told.depends(row, total)} <!-- page {mark} -->",
        "",
        f"  {told.to_do(row)}",
    ]
    happened = [told.happened(row), *([f"It is now at {finding.proposal}"] if finding.proposal else [])]
    shown = pairs(finding.gone, finding.new)
    changes = [line for pair in shown[:PAIRS] for line in pair_lines(pair)]
    if len(shown) > PAIRS:
        changes.append(f"and {len(shown) - PAIRS} more paragraphs")
    facts = [short(f"{fact.id}: {value_of(fact)}") for fact in row.facts[:FACTS]]
    if len(row.facts) > FACTS:
        facts.append(f"and {len(row.facts) - FACTS} more facts")
    for block in (happened, changes, facts, list(told.commands(row))):
        lines += _fenced(block)
    return "\n".join([*lines, ""])


def _fenced(lines: Sequence[str]) -> Iterator[str]:
    """Lines as a block of text, indented below its tick box, within a fence that is longer than any in it."""
    if not lines:
        return
    fence = "`" * max(3, 1 + max(len(run) for line in lines for run in re.findall(r"`+|$", line)))
    yield ""
    yield f"  {fence}text"
    yield from (f"  {_one_line(line)}" for line in lines)
    yield f"  {fence}"


def code(text: str) -> str:
    """A text as it is, within a line: no mark in it means anything."""
    line = _one_line(text)
    fence = "`" * (1 + max((len(run) for run in re.findall(r"`+", line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _one_line(text: str) -> str:
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())


def _mark(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
