"""The content security policy of a finished site, and its copy in each page for hosts that cannot send headers.

A page may run the site's own scripts and the inline ones that the site is known to have, named by their hashes.
WebAssembly is granted to the engine's worker alone, on its own response: a worker does not take the page's policy.
"""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from hooks.refused import Refused
from hooks.tools import integrity

# More than these means that somebody added an inline script whose text changes from page to page.
MOST_INLINE_SCRIPTS = 12

CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
COPY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')


class HeadersError(Refused):
    """The site cannot be put under one strict policy; the text says why."""


class InlineScripts(HTMLParser):
    """Collects the text of the inline scripts that a browser would run; data in a script element is none."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)  # the hash is over the text as it stands
        self.texts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "script":
            return
        given = dict(attrs)
        kind = (given.get("type") or "").strip().lower()
        self._inside = "src" not in given and (kind in ("", "module") or kind.endswith("javascript"))
        if self._inside:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1] += data


def pages(site: Path) -> list[Path]:
    """Every page of the site, in the order of their addresses."""
    return sorted(site.rglob("*.html"))


def inline_hashes(pages: Iterable[Path]) -> list[str]:
    """The sources `'sha256-…'` of every inline script of these pages, sorted; HeadersError if they are too many."""
    hashes: set[str] = set()
    for page in pages:
        scripts = InlineScripts()
        # Browsers read \r\n as \n before they hash.
        scripts.feed(page.read_text(encoding="utf-8").replace("\r\n", "\n"))
        scripts.close()
        hashes |= {f"'{integrity(text.encode())}'" for text in scripts.texts}
    if len(hashes) > MOST_INLINE_SCRIPTS:
        raise HeadersError(
            f"{len(hashes)} different inline scripts, at most {MOST_INLINE_SCRIPTS} expected: move one into a file"
        )
    return sorted(hashes)


def page_policy(hashes: Iterable[str]) -> str:
    """What a page may do: run the site's own scripts and these inline ones, load from and talk to its own origin."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def framed_by(policy: str, whom: str) -> str:
    """The policy with a word on who may frame the page; only a header can carry that."""
    return f"{policy}; frame-ancestors {whom}"


def worker_policy() -> str:
    """What the engine's worker may do: run scripts and WebAssembly of its own origin, and fetch them."""
    return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"


def copy_into_pages(site: Path) -> None:
    """Write the policy into each page of the finished site, before its first script. Safe to repeat.

    Raises HeadersError for a page that does not say its encoding, since that is where the policy goes.
    """
    site_pages = pages(site)
    policy = page_policy(inline_hashes(site_pages))
    copy = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for page in site_pages:
        html = COPY.sub("", page.read_bytes().decode())
        place = CHARSET.search(html)
        if not place or re.search("<(script|link|style)", html[: place.start()], re.IGNORECASE):
            raise HeadersError(
                f'{page.relative_to(site)}: <meta charset="utf-8"> must stand before all else in the head'
            )
        page.write_bytes(f"{html[: place.end()]}{copy}{html[place.end() :]}".encode())
