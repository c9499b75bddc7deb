"""Takes out of a built site what no visitor needs: source maps, and the search's stemmers of other languages."""

from pathlib import Path

UNUSED = ("assets/**/*.map", "assets/javascripts/lunr/**/*")


def tidy(site: Path) -> int:
    """Remove the files; returns how many they were. Nothing on an English site asks for them."""
    files = [path for pattern in UNUSED for path in site.glob(pattern) if path.is_file()]
    for path in files:
        path.unlink()
    return len(files)
