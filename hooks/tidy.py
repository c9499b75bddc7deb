"""Takes out of a built site what no visitor needs: source maps, the search's stemmers of other languages, comments."""

from pathlib import Path

from hooks.tools import run

ROOT = Path(__file__).resolve().parent.parent
ESBUILD = ROOT / "node_modules/.bin/esbuild"
UNUSED = ("assets/**/*.map", "assets/javascripts/lunr/**/*")
OURS = ROOT / "overrides/assets"


def tidy(site: Path) -> int:
    """Remove the files that nothing on an English site asks for, and returns how many; then make our own ones shorter.

    Raises BundleError if one of our scripts or style sheets cannot be read.
    """
    files = [path for pattern in UNUSED for path in site.glob(pattern) if path.is_file()]
    for path in files:
        path.unlink()
    _shorten(site / "assets")
    return len(files)


def _shorten(assets: Path) -> None:
    """Each file for itself, under its own name: what the browser runs can be found again in the source."""
    ours = sorted(path.relative_to(OURS) for path in OURS.rglob("*") if path.suffix in (".js", ".css"))
    names = [str(path) for path in ours if (assets / path).exists()]
    options = ["--minify", "--charset=utf8", "--target=es2022,chrome120,firefox120,safari17", "--log-level=warning"]
    run(
        [
            str(ESBUILD),
            *(str(assets / name) for name in names),
            *options,
            f"--outdir={assets}",
            f"--outbase={assets}",
            "--allow-overwrite",
        ]
    )
