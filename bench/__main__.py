"""`python -m bench`: measures this site's quiz beside its peers in one interleaved run, and writes RESULTS.md."""

import argparse
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import engines
from bench.decisions import decisions
from bench.link import LINES
from bench.report import Results, write
from bench.sites import VARIANTS, has_lean, make
from bench.visits import Figures, measure
from bench.work import build_seconds, proof
from hooks.build import build


def main() -> None:
    """Build every variant, measure round by round, and write down what was found."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each variant is measured on each line (3)")
    parser.add_argument("--site", type=Path, help="a finished site, instead of building one")
    parser.add_argument("--lines", type=int, nargs="*", default=[0, 1, 2], help="which of the three lines")
    parser.add_argument("--engines", action=argparse.BooleanOptionalAction, default=True, help="WebKit and Firefox too")
    parser.add_argument("--variants", nargs="*", default=list(VARIANTS), choices=list(VARIANTS))
    parser.add_argument("--results", type=Path, default=Path(__file__).with_name("RESULTS.md"))
    parser.add_argument("--no-work", action="store_true", help="leave out the proof and the build")
    options = parser.parse_args()
    results = Results()
    if not options.no_work:
        print("Proof and build", flush=True)
        results.work = {**decisions(), **proof(), **build_seconds()}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        built = options.site or Path(folder, "site")
        if not options.site:
            build(built)
        shown = [name for name in options.variants if name != "lean" or has_lean(built)]
        sites = {name: Path(folder, name) for name in shown}
        for name, site in sites.items():
            print(f"Making {name}", flush=True)
            site.mkdir()
            make(name, site, built)
        for line in (LINES[number] for number in options.lines):
            visit = partial(measure, playwright, line=line)
            _rounds(results, options, line.name, sites, visit)
        observed = {name: sites[name] for name in sites if name not in ("pyscript", "full")}
        for site in observed.values():
            engines.observed(site)
        for engine in engines.installed() if options.engines else ():
            _rounds(results, options, engine, observed, partial(engines.measure, engine))
    write(options.results, results)


def _rounds(
    results: Results, options: argparse.Namespace, line: str, sites: dict[str, Path], visit: Callable[[Path], Figures]
) -> None:
    for number in range(options.rounds):
        for name, site in sites.items():
            try:
                found = visit(site)
            except Exception as error:  # a variant that fails once must not lose the others' figures
                print(f"{line}, {name}: {str(error)[:300]}", flush=True)
                continue
            results.add(line, name, found)
            first, size = found.first / 1000, found.bytes / 1e6
            print(f"{line}, round {number + 1}, {name}: {first:.2f} s, {size:.2f} MB", flush=True)
            write(options.results, results)


if __name__ == "__main__":
    main()
