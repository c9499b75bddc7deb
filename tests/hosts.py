"""What Netlify and Cloudflare Pages would send for a finished site, by the code that they publish."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from hooks.addresses import HEADERS, REDIRECTS
from hooks.root import ROOT

SCRIPT = ROOT / "tests/hooks/publish/hosts.mjs"
PACKED = frozenset({".br", ".gz"})

type Sent = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Hosts:
    """Headers by address, their names in lower case; `complaints` are what a host could not read."""

    sent: dict[str, Sent]
    redirects: list[tuple[str, str, int]]
    complaints: list[str]


def visited(site: Path) -> list[str]:
    """The address of every file that a host gives out, as a browser asks for it."""
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and path.suffix not in PACKED]
    names = [path.relative_to(site).as_posix() for path in files]
    return [f"/{name.removesuffix('index.html')}" for name in names if name not in (HEADERS, REDIRECTS)]


def hosts(site: Path, addresses: list[str]) -> Hosts:
    """Ask both hosts' code for these addresses of the site."""
    job = {"site": str(site), "config": str(ROOT / "netlify.toml"), "addresses": addresses}
    run = subprocess.run(["node", str(SCRIPT)], input=json.dumps(job), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    given = {
        host: {address: _lower(sent) for address, sent in found[host].items()} for host in ("netlify", "cloudflare")
    }
    # A value that Cloudflare sends by itself, where no rule says another one, is none of the site's.
    given["cloudflare"] = {
        address: {
            name: value
            for name, value in sent.items()
            if name in given["netlify"][address] or found["untold"][address].get(name) != value
        }
        for address, sent in given["cloudflare"].items()
    }
    return Hosts(given, [(old, new, status) for old, new, status in found["redirects"]], found["complaints"])


def _lower(sent: dict[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in sent.items()}
