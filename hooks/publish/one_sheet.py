"""The style sheets of a page: the theme's in one file with the site's own, and all after what else the head holds.

A page waits for one file then, not for three. And a script that comes after a style sheet waits for it, and with the
script the text of the page; nothing of the page depends on which of them the browser meets first.
"""

import re
from pathlib import Path

from hooks.publish.policy import pages

OWN = "assets/site.css"
LINK = re.compile(r'(?:<noscript>)?<link rel="stylesheet" href="[^"]*"[^>]*>(?:</noscript>)?\n?')
OF_THE_THEME = re.compile(r'href="[^"]*?(assets/stylesheets/[^"]+)"')


def one_sheet(site: Path) -> None:
    """Join the theme's style sheets of a built site with its own; in each page the sheets are the last of the head."""
    named: dict[str, None] = {}  # in the order of the links
    for path in pages(site):
        page = path.read_text(encoding="utf-8")
        named.update(dict.fromkeys(OF_THE_THEME.findall(page)))
        path.write_text(with_sheets_last(page), encoding="utf-8")
    own = site / OWN
    texts = [(site / name).read_text(encoding="utf-8") for name in (*named, OWN)]
    own.write_text("".join(texts), encoding="utf-8")
    for name in named:
        (site / name).unlink()


def with_sheets_last(page: str) -> str:
    """A page that asks for no style sheet of the theme, and for the others at the end of its head, in their order."""
    head, end, body = page.partition("</head>")
    links = [link for link in LINK.findall(head) if not OF_THE_THEME.search(link)]
    return "".join((LINK.sub("", head), *links, end, body))
