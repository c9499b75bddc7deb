"""The report that people read, as two pages of HTML and as text; what matters most comes first."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from hooks.watch import told
from hooks.watch.rows import Row, value_of
from hooks.watch.side_by_side import Pair, Piece, pairs
from hooks.watch.weight import Sets

MOST = 20  # pairs of paragraphs of one page
SHORT = 300  # characters of a value or a paragraph in the text
TITLE = "The pages behind the facts"

type Group = tuple[str, list[Row]]


def write(rows: Sequence[Row], sets: Sets, total: int, folder: Path) -> Path:
    """Write `index.html`, `unchanged.html` and `report.txt` into a folder; returns the first.

    Pages that are as they were stand on a page of their own, so that the report holds only what is to be read.
    """
    same = [row for row in rows if row.finding.state == "unchanged" and not row.to_do]
    rest = [row for row in rows if row not in same]
    page = _page(sets, total)
    folder.mkdir(parents=True, exist_ok=True)
    summary = told.summary(tuple(rows))
    more = {"link": "unchanged.html", "link_text": f"{len(same)} pages are as they were"}
    (folder / "index.html").write_text(page(rest, TITLE, summary, **more), encoding="utf-8")
    back = {"link": "index.html", "link_text": TITLE}
    (folder / "unchanged.html").write_text(page(same, "Pages that are as they were", summary, **back), encoding="utf-8")
    (folder / "report.txt").write_text(text(rows, total), encoding="utf-8")
    return folder / "index.html"


def _page(sets: Sets, total: int) -> Callable[..., str]:
    loader = FileSystemLoader(Path(__file__).with_name("templates"))
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = made.get_template("report.html")

    def page(rows: Sequence[Row], title: str, summary: str, link: str = "", link_text: str = "") -> str:
        ids = {row.address: f"page-{number}" for number, row in enumerate(rows, 1)}
        values = {"title": title, "summary": summary, "groups": groups(rows), "ids": ids, "total": total}
        tools = {"told": told, "pairs": pairs, "value_of": value_of, "weights": sets, "most": MOST}
        return template.render(**values, **tools, link=link, link_text=link_text)

    return page


def groups(rows: Sequence[Row]) -> list[Group]:
    """The rows under their headings, in their order."""
    return [(key, list(members)) for key, members in groupby(rows, key=lambda row: row.group)]


def text(rows: Sequence[Row], total: int) -> str:
    """The report as text; pages on which nobody has to act are counted only."""
    lines = [f"{told.summary(tuple(rows))}."]
    for key, members in groups(rows):
        acting = [row for row in members if row.to_do]
        waiting = len(members) - len(acting)
        if key == "unchanged" and not acting:
            continue
        lines += ["", f"{told.HEADINGS[key]} ({len(members)}{f', {waiting} can wait' * bool(waiting)})"]
        lines += [line for row in acting for line in _row(row, total)]
    return "\n".join(lines) + "\n"


def _row(row: Row, total: int) -> Iterator[str]:
    yield ""
    yield f"* {row.address}"
    yield f"  {told.depends(row, total)}. {told.happened(row)}"
    if row.finding.proposal:
        yield f"  It is now at {row.finding.proposal}"
    for pair in pairs(row.finding.gone, row.finding.new)[:MOST]:
        yield from (f"    {line}" for line in pair_lines(pair))
    for fact in row.facts:
        yield f"    {fact.id}: {short(value_of(fact))}"
    yield f"  {told.to_do(row)}"
    yield from (f"    {line}" for line in told.commands(row))


def pair_lines(pair: Pair) -> Iterator[str]:
    """A pair as lines of text, with [brackets] around changed words that tell of a rule."""
    if pair.unknown:
        yield "gone: (a paragraph that was seen on another machine)"
    if pair.old:
        yield f"gone: {short(_line(pair.old))}"
    if pair.new:
        yield f"new:  {short(_line(pair.new))}"


def _line(pieces: Sequence[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.changed and piece.telling else piece.text for piece in pieces).strip()


def short(line: str) -> str:
    """At most so many characters."""
    return line if len(line) <= SHORT else f"{line[:SHORT]} …"
