"""The built site's `_redirects`, as hosts read it: a line has the old address, the new one and a status."""

from pathlib import Path

from hooks.addresses import REDIRECTS


def redirects(site: Path) -> dict[str, str]:
    """Old addresses and where they lead; empty for a site without the file."""
    file = site / REDIRECTS
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    rows = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {old: new for old, new, *_ in rows}


def with_query(new: str, query: str) -> str:
    """The new address with what the old one was asked with (`?…` or empty): a campaign's codes go along."""
    page, mark, section = new.partition("#")
    return f"{page}{query}{mark}{section}"
