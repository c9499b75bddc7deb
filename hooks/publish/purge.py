"""Takes out of the theme's style sheets what no page and no script of the site could ever use.

Every word of the pages and of our scripts counts as a use, so what a script adds later keeps its rules. Of the theme's
script only the search runs here: `purge.config.cjs` names what it needs.
"""

from pathlib import Path

from hooks.root import ROOT
from hooks.tools import run

PURGECSS = ROOT / "node_modules/.bin/purgecss"
STYLES = "assets/stylesheets"
USERS = ("**/*.html", *(f"assets/{folder}*.{kind}" for folder in ("", "quiz/") for kind in ("js", "css")))
CONFIG = Path(__file__).with_name("purge.config.cjs")


def purge(site: Path) -> None:
    """Shorten the theme's style sheets of a built site. Raises ToolError if one of them cannot be read."""
    styles = sorted(str(path) for path in (site / STYLES).glob("*.css"))
    users = (str(site / pattern) for pattern in USERS)
    # Colours and pictures that only such rules name go with them.
    rules = ("--config", str(CONFIG), "--variables")
    run([str(PURGECSS), *rules, "--css", *styles, "--content", *users, "--output", str(site / STYLES)])
