"""The built site's `_headers`: policy, caching and types, in the format that Netlify, Cloudflare Pages and others read.

Where several rules match an address, one host joins the values and another takes the last, so no header is given by
two rules that could match the same file with different values. Pages are therefore named by their folders: the policy
of the worker's script has to differ, since a worker takes its policy from its own response. On Netlify
a pattern means more: its `/a/*` also matches `/ab`, its `/:name` also `/name/` (tests/hooks/publish/test_hosts.py).
"""

import re
from collections.abc import Mapping
from pathlib import Path

from hooks.addresses import EMBED, ENGINE, HEADERS, SERVICE_WORKER, WORKER
from hooks.publish.policy import framed_by, inline_hashes, page_policy, pages, worker_policy
from hooks.tools import keep

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    # Two years; browsers heed it over HTTPS only. Other names under the owner's domain are theirs to decide on.
    "Strict-Transport-Security": "max-age=63072000",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
ASK_AGAIN = {"Cache-Control": "no-cache"}
TYPES = {
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".ics": "text/calendar; charset=utf-8",
}

type Rules = dict[str, dict[str, str]]


def headers(site: Path) -> Path:
    """Write `_headers` of a finished site (all languages built) and return its path.

    Raises HeadersError if the pages hold more kinds of inline scripts than one policy should name.
    """
    # In one step: where this file stands, `make` takes the site for finished.
    return keep(site / HEADERS, written(rules(site)).encode())


def rules(site: Path) -> Rules:
    """The headers for each address pattern, in the order in which they are written."""
    site_pages = pages(site)
    policy = page_policy(inline_hashes(site_pages))
    strict = {"Content-Security-Policy": framed_by(policy, "'none'"), "X-Frame-Options": "DENY"}
    names = [page.relative_to(site) for page in site_pages]
    folders = sorted({name.parts[0] for name in names if len(name.parts) > 1} - {EMBED})
    # Some hosts show `/404.html` as `/404`.
    files = sorted({end for name in names if len(name.parts) == 1 for end in (name.name, name.stem)})
    return {
        "/*": EVERYWHERE,
        # What does not exist has no rule: one for every word or folder would close `/embed/` too. There the copy of
        # the policy in 404.html holds.
        **dict.fromkeys(("/", *(f"/{file}" for file in files), *(f"/{folder}/*" for folder in folders)), strict),
        f"/{EMBED}/*": {"Content-Security-Policy": framed_by(policy, "*")},
        f"/{SERVICE_WORKER}": ASK_AGAIN,
        f"/{WORKER}": {"Content-Security-Policy": worker_policy()},
        f"/{ENGINE}/*": FOREVER,
        **{f"/*{ending}": {"Content-Type": kind} for ending, kind in TYPES.items()},
    }


def written(every: Mapping[str, Mapping[str, str]]) -> str:
    """The rules as the text of `_headers`."""
    blocks = (
        "\n".join((pattern, *(f"  {name}: {value}" for name, value in given.items())))
        for pattern, given in every.items()
    )
    return "\n\n".join(blocks) + "\n"


def read(text: str) -> Rules:
    """The rules that a `_headers` text holds: the inverse of `written`."""
    by_pattern: Rules = {}
    pattern = ""
    for line in text.splitlines():
        if line.startswith("/"):
            pattern = line.strip()
            by_pattern[pattern] = {}
        elif line.strip() and not line.startswith("#"):
            name, _, value = line.partition(":")
            by_pattern[pattern][name.strip()] = value.strip()
    return by_pattern


def headers_for(address: str, every: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What a host sends for this address: each matching rule's headers, different values of one joined by a comma."""
    joined: dict[str, list[str]] = {}
    for pattern, given in every.items():
        if re.fullmatch(pattern_text(pattern), address):
            for name, value in given.items():
                joined.setdefault(name, []).append(value)
    return {name: ", ".join(dict.fromkeys(values)) for name, values in joined.items()}


def pattern_text(pattern: str) -> str:
    """The pattern as a regular expression: `*` stands for anything, `:name` for one part between slashes."""
    pieces = re.split(r"(\*|:[A-Za-z]\w*)", pattern)
    return "".join(".*" if p == "*" else "[^/]+" if p.startswith(":") else re.escape(p) for p in pieces)
