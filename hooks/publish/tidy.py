"""Takes out of a built site what no visitor needs: source maps, the search's stemmers of other languages, comments."""

import re
from collections.abc import Sequence
from pathlib import Path

from hooks.root import ROOT
from hooks.tools import run

ESBUILD = ROOT / "node_modules/.bin/esbuild"
# The oldest that the quiz is made for, as README.md and the page on accessibility promise.
BROWSERS = {"chrome": "100", "edge": "100", "firefox": "114", "safari": "16.4"}
UNUSED = ("assets/**/*.map", "assets/javascripts/lunr/**/*")
OURS = ROOT / "overrides/assets"
QUIZ = "quiz"
# The page's script, what starts the engine before it, the worker, and what it needs where the lean runtime gives up;
# and its style sheets.
ENTRIES = ("quiz.js", "early.js", "engine.js", "start.js", "quiz.css", "print.css", "no-script.css")
INDENT = re.compile(r"(?P<as_typed><(pre|textarea)\b.*?</\2>)|\n\s+", re.IGNORECASE | re.DOTALL)


def tidy(site: Path) -> int:
    """Remove the files that nothing on an English site asks for, and returns how many; then make our own ones shorter.

    Raises ToolError if one of our scripts or style sheets cannot be read.
    """
    files = [path for pattern in UNUSED for path in site.glob(pattern) if path.is_file()]
    for path in files:
        path.unlink()
    _shorten(site / "assets")
    return len(files)


def unindented(page: str) -> str:
    """A page's HTML without the indentation of its lines; what is shown as it was typed is left alone."""
    return INDENT.sub(lambda found: found["as_typed"] or "\n", page)


def _shorten(assets: Path) -> None:
    """Our scripts and style sheets under their own names; the quiz's parts go into the files that import them."""
    ours = sorted(path.relative_to(OURS) for path in OURS.rglob("*") if path.suffix in (".js", ".css"))
    names = [path for path in ours if (assets / path).exists()]
    parts = [path for path in names if path.parent.name == QUIZ]
    _esbuild(assets, [path for path in names if path not in parts])
    entries = [path for path in parts if path.name in ENTRIES]
    # Each stays a file of its own for the others that import it: the engine that early.js starts is the only one.
    _esbuild(assets, entries, "--bundle", "--format=esm", *(f"--external:./{name}" for name in ENTRIES))
    for path in set(parts) - set(entries):
        (assets / path).unlink()


def _esbuild(assets: Path, names: Sequence[Path], *options: str) -> None:
    targets = (f"{name}{version}" for name, version in BROWSERS.items())
    short = ("--minify", "--charset=utf8", f"--target={','.join(('es2022', *targets))}", "--log-level=warning")
    plain = "--tsconfig-raw={}"  # or a tsconfig.json above the site's folder would have its say
    where = (f"--outdir={assets}", f"--outbase={assets}", "--allow-overwrite")
    run([str(ESBUILD), *(str(assets / name) for name in names), *short, plain, *options, *where])
