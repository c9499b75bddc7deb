"""The sentences of report and issue: what happened to a page, and what to do about it."""

import shlex

from hooks.watch.rows import Row

HEADINGS = {
    "changed": "Changed, or gone",
    "moved": "Moved, with the same text",
    "not-read": "Could not be read",
    "first": "Read for the first time",
    "unchanged": "Unchanged",
}
STATES = {
    "changed": "changed",
    "moved": "moved",
    "gone": "gone",
    "turned-away": "turned away",
    "unreachable": "not reachable",
    "unreadable": "not readable",
    "first": "read for the first time",
    "unchanged": "unchanged",
}
SEEN = ".venv/bin/python -m hooks seen"
MOVED = ".venv/bin/python -m hooks moved"


def happened(row: Row) -> str:
    """What happened to the page, in a sentence or two."""
    finding, since = row.finding, row.record.since
    match finding.state:
        case "changed":
            return f"The text changed (first noticed on {since})."
        case "moved" if finding.leads_home:
            return "It now leads to the front page of its site, so the page itself is probably gone."
        case "moved":
            return f"It moved for good (first noticed on {since})."
        case "first":
            return "Nobody has yet compared its text, as it is now, with the facts."
        case "unchanged":
            return f"The text is the one that was seen on {row.record.seen}."
        case _:
            return f"Since {since}: {finding.said}." if finding.said else f"Since {since}."


def to_do(row: Row) -> str:
    """What a person should do, in a sentence or two."""
    match row.finding.state:
        case "gone":
            return "Look for the page that took its place, and say where it is. If there is none, correct the facts."
        case "moved" if row.finding.leads_home:
            return "Look for the page that took its place, and say where it is."
        case "moved":
            return "Open the new address. If it says the same, say that the page moved, and then that you saw it."
        case "unchanged":
            return "Its facts are due for another look. The text is the same, so one command dates them all."
        case _:
            said = "Open the page and read it beside the facts below."
            return f"{said} If they are right, say that you saw it; if not, correct them first."


def commands(row: Row) -> tuple[str, ...]:
    """What to write on the command line, ready to copy."""
    address, state = shlex.quote(row.address), row.finding.state
    if state == "gone" or (state == "moved" and row.finding.leads_home):
        return (f"{MOVED} {address} NEW-ADDRESS",)
    if state == "moved":
        new = shlex.quote(row.finding.proposal)
        return f"{MOVED} {address} {new}", f"{SEEN} {new}"
    return (f"{SEEN} --unchanged",) if state == "unchanged" else (f"{SEEN} {address}",)


def depends(row: Row, total: int) -> str:
    """What hangs on the page."""
    facts = f"{len(row.facts)} fact{'s' * (len(row.facts) != 1)}"
    return f"{facts}, {row.sets:,} of {total:,} sets of answers" if row.sets else f"{facts}, no verdict"


def summary(rows: tuple[Row, ...]) -> str:
    """How many pages there are of each kind, in one line."""
    states = [row.finding.state for row in rows]
    counted = ((states.count(state), name) for state, name in STATES.items())  # type: ignore[arg-type]
    return f"{len(rows)} pages: " + ", ".join(f"{number} {name}" for number, name in counted if number)
