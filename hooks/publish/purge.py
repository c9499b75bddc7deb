"""Takes out of the theme's style sheets what no page and no script of the site could ever use.

Every word of the pages and of the scripts counts as a use, so what a script adds later keeps its rules.
"""

from pathlib import Path

from hooks.root import ROOT
from hooks.tools import run

PURGECSS = ROOT / "node_modules/.bin/purgecss"
STYLES = "assets/stylesheets"
USERS = ("**/*.html", "**/*.js", "assets/*.css", "assets/quiz/*.css")


def purge(site: Path) -> None:
    """Shorten the theme's style sheets of a built site. Raises ToolError if one of them cannot be read."""
    styles = sorted(str(path) for path in (site / STYLES).glob("*.css"))
    users = (str(site / pattern) for pattern in USERS)
    # Colours and pictures that only such rules name go with them.
    run([str(PURGECSS), "--variables", "--css", *styles, "--content", *users, "--output", str(site / STYLES)])
