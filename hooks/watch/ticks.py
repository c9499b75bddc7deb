"""Tick boxes that somebody ticked stay ticked when the issue is written anew. Needs Python's library alone."""

import re
import sys
from pathlib import Path

_BOX = re.compile(r"^- \[(?P<tick>[ xX])\] .*<!-- page (?P<mark>[0-9a-f]{16}) -->\s*$", re.MULTILINE)


def kept(old: str, new: str) -> str:
    """The new text with the ticks of the old one, for pages about which both say the same."""
    ticked = {match["mark"] for match in _BOX.finditer(old) if match["tick"] != " "}

    def box(match: re.Match[str]) -> str:
        return match[0].replace("- [ ]", "- [x]", 1) if match["mark"] in ticked else match[0]

    return _BOX.sub(box, new)


if __name__ == "__main__":
    before, after = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:3])
    sys.stdout.write(kept(before, after))
