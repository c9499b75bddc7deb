"""The built site's `_headers`: policy, caching and types, in the format that Netlify, Cloudflare Pages and others read.

Where several rules match an address, one host joins the values and another takes the most specific, so no header is
given by two rules that could match the same file with different values. Pages are therefore named by their folders:
the policy of the worker's script has to differ, since a worker takes its policy from its own response.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path

from hooks.bundle import ENGINE_FOLDER

WORKER = "assets/quiz/engine.js"
# More than these means that somebody added an inline script whose text changes from page to page.
MOST_INLINE_SCRIPTS = 12

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
TYPES = {
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".ics": "text/calendar; charset=utf-8",
}

type Rules = dict[str, dict[str, str]]


class InlineScripts(HTMLParser):
    """Collects the text of the inline scripts that a browser would run; data in a script element is none."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)  # the hash is over the text as it stands
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "script":
            return
        given = dict(attrs)
        kind = (given.get("type") or "").strip().lower()
        self._inside = "src" not in given and (kind in ("", "module") or kind.endswith("javascript"))
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


class HeadersError(Exception):
    """The site cannot be put under one strict policy; the text says why."""


def headers(site: Path) -> Path:
    """Write `_headers` of a finished site (all languages built) and return its path.

    Raises HeadersError if the pages hold more kinds of inline scripts than one policy should name.
    """
    path = site / "_headers"
    path.write_text(written(rules(site)), encoding="utf-8")
    return path


def rules(site: Path) -> Rules:
    """The headers for each address pattern, in the order in which they are written."""
    pages = [page.relative_to(site).as_posix() for page in sorted(site.rglob("*.html"))]
    strict = {"Content-Security-Policy": page_policy(inline_hashes(site / page for page in pages))}
    folders = sorted({page.split("/")[0] for page in pages if "/" in page})
    return {
        "/*": EVERYWHERE,
        # One word may be any page at the top, or none at all: then the host sends 404.html under this rule.
        **dict.fromkeys(("/", "/:page", "/:page/", *(f"/{folder}/*" for folder in folders)), strict),
        f"/{WORKER}": {"Content-Security-Policy": worker_policy()},
        f"/{ENGINE_FOLDER}/*": FOREVER,
        **{f"/*{ending}": {"Content-Type": kind} for ending, kind in TYPES.items()},
    }


def inline_hashes(pages: Iterable[Path]) -> list[str]:
    """The sources `'sha256-…'` of every inline script of these pages, sorted; HeadersError if they are too many."""
    hashes: set[str] = set()
    for page in pages:
        scripts = InlineScripts()
        # Browsers read \r\n as \n before they hash.
        scripts.feed(page.read_text(encoding="utf-8").replace("\r\n", "\n"))
        scripts.close()
        digests = (hashlib.sha256(text.encode()).digest() for text in scripts.found)
        hashes |= {f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests}
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
            "frame-ancestors 'none'",
        )
    )


def worker_policy() -> str:
    """What the engine's worker may do: run scripts and WebAssembly of its own origin, and fetch them."""
    return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"


def written(every: Mapping[str, Mapping[str, str]]) -> str:
    """The rules as the text of `_headers`."""
    blocks = (
        "\n".join((pattern, *(f"  {name}: {value}" for name, value in given.items())))
        for pattern, given in every.items()
    )
    return "\n\n".join(blocks) + "\n"


def read(text: str) -> Rules:
    """The rules that a `_headers` text holds: the inverse of `written`."""
    found: Rules = {}
    pattern = ""
    for line in text.splitlines():
        if line.startswith("/"):
            pattern = line.strip()
            found[pattern] = {}
        elif line.strip() and not line.startswith("#"):
            name, _, value = line.partition(":")
            found[pattern][name.strip()] = value.strip()
    return found


def headers_for(address: str, every: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What a host sends for this address: each matching rule's headers, different values of one joined by a comma."""
    joined: dict[str, list[str]] = {}
    for pattern, given in every.items():
        if _matcher(pattern).fullmatch(address):
            for name, value in given.items():
                joined.setdefault(name, []).append(value)
    return {name: ", ".join(dict.fromkeys(values)) for name, values in joined.items()}


def _matcher(pattern: str) -> re.Pattern[str]:
    """`*` stands for anything, `:name` for one part between slashes."""
    pieces = re.split(r"(\*|:[A-Za-z]\w*)", pattern)
    return re.compile("".join(".*" if p == "*" else "[^/]+" if p.startswith(":") else re.escape(p) for p in pieces))
