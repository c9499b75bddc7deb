"""The headers file and the redirects of a built site as an include for nginx, so that every host sends the same.

A header becomes a `map` from the address to its value; where the value is empty nginx sends no such header. Unlike
`add_header` in a `location`, no block can take away another one's headers.
"""

import re
from pathlib import Path

from hooks.addresses import HEADERS
from hooks.publish.headers import Rules, pattern_text, read
from hooks.publish.redirects import redirects, with_query

# Beside what `_headers` says: everything else is asked for again, and comes as "not changed" if it is the same.
NOT_NAMED = {"Cache-Control": "no-cache"}
# nginx knows the types by its own table, in deploy/nginx/nginx.conf.
LEFT_OUT = frozenset({"Content-Type"})


def include(site: Path, prefix: str = "") -> str:
    """The include for a site that stands at `prefix` (`/folder`, or empty for the top of a host)."""
    rules = read((site / HEADERS).read_text(encoding="utf-8"))
    names = dict.fromkeys(name for given in rules.values() for name in given if name not in LEFT_OUT)
    return "\n".join(
        ("# Made by `python -m hooks nginx`.", *(_map(n, rules, prefix) for n in names), _moved(site, prefix))
    )


def headers_sent(site: Path) -> str:
    """The directives that send what the maps hold; they belong into the `server` block."""
    rules = read((site / HEADERS).read_text(encoding="utf-8"))
    names = dict.fromkeys(name for given in rules.values() for name in given if name not in LEFT_OUT)
    return "".join(f"add_header {name} {_variable(name)} always;\n" for name in names)


def _variable(name: str) -> str:
    return "$site_" + name.lower().replace("-", "_")


def _map(name: str, rules: Rules, prefix: str) -> str:
    lines = [f"map $uri {_variable(name)} {{", f'  default "{NOT_NAMED.get(name, "")}";']
    for pattern, given in rules.items():
        if name in given:
            value = given[name].replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f'  "~^{re.escape(prefix)}{pattern_text(pattern)}$" "{value}";')
    return "\n".join((*lines, "}", ""))


def _moved(site: Path, prefix: str) -> str:
    moved = redirects(site).items()
    lines = [f'  "{prefix}{old}" "{prefix}{with_query(new, "$is_args$args")}";' for old, new in moved]
    return "\n".join(("map $uri $site_moved {", '  default "";', *lines, "}", ""))


def write(site: Path, folder: Path, prefix: str = "") -> None:
    """Write `maps.conf` (for the `http` block) and `headers.conf` (for the `server` block)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "maps.conf").write_text(include(site, prefix), encoding="utf-8")
    (folder / "headers.conf").write_text(headers_sent(site), encoding="utf-8")
