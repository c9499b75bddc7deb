"""The build's commands; `python -m hooks --help` lists them.

Each command imports what it needs when it runs, so that a fault in one module leaves the others usable.
"""

import argparse
import errno
import subprocess
import sys
from pathlib import Path

from hooks.moment import today
from hooks.refused import Refused
from hooks.root import ROOT
from hooks.streams import ended, shown

SOMETHING_TO_LOOK_AT = 3


def check(path: Path) -> int:
    """Validate the facts; problems go to standard error, one a line."""
    from hooks.facts.catalogue import main_check

    return main_check(path)


def schema(path: Path) -> int:
    """Write the JSON Schema that editors use for the facts."""
    from hooks.facts.catalogue import write_schema

    return write_schema(path)


def shape(path: Path) -> int:
    """Write the shape of a decision as types for the page's scripts."""
    from hooks.engine.declaration import declaration

    path.write_text(declaration(), encoding="utf-8")
    return 0


def build(site: Path) -> int:
    """The whole site into a folder."""
    from hooks.build import build

    site.mkdir(parents=True, exist_ok=True)  # first, since the pages take a minute
    try:
        build(site)
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    return 0


def headers(site: Path) -> int:
    """Write `_headers` of a built site."""
    from hooks.publish.headers import headers

    headers(_site(site))
    return 0


def compress(site: Path) -> int:
    """Write the compressed copies beside the files of a built site."""
    from hooks.publish.compress import compress

    compress(_site(site))
    return 0


def serve(site: Path) -> int:
    """Serve a built site until the interrupt key."""
    from hooks.publish.serve import serve

    try:
        serve(site)
    except OSError as refused:
        told = "; PORT=8123 chooses another port" if refused.errno == errno.EADDRINUSE else ""
        print(f"{site} cannot be served: {refused}{told}", file=sys.stderr)
        return 1
    return 0


def nginx(site: Path) -> int:
    """Write what nginx includes, from the headers of a built site, to deploy/nginx/made."""
    from hooks.publish.nginx import write

    write(_site(site), ROOT / "deploy/nginx/made")
    return 0


def sbom(folder: Path) -> int:
    """Write the software bill of materials (CycloneDX) into a folder."""
    from hooks.publish.sbom import sbom

    try:
        made = sbom(folder)
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    print("\n".join(str(path) for path in made))
    return 0


def pages(folder: Path) -> int:
    """Write every page as Markdown into a folder, without MkDocs."""
    from hooks.pages.standalone import write_pages

    folder.mkdir(parents=True, exist_ok=True)  # first, since the pages take a minute
    made = write_pages(folder)
    print(f"{len(made)} pages in {folder}")
    return 0


def watch() -> int:
    """Read the pages behind the facts, and say what changed in .cache/watch/index.html."""
    from hooks.watch import upkeep
    from hooks.watch.polite import Manners
    from hooks.watch.run import NoNetworkError

    desk = upkeep.Desk(today())
    try:
        upkeep.watched(desk, Manners(upkeep.site_address()), lambda line: print(line, flush=True), upkeep.now)
    except NoNetworkError as told:
        print(told)
    except KeyboardInterrupt:
        print("Stopped. What was read is kept; the next run goes on from here.", file=sys.stderr)
        return 130
    return 0


def seen(addresses: list[str], unchanged: bool) -> int:
    """Say that pages still bear their facts out: dates them in partners.yml."""
    from hooks.watch import upkeep

    if not addresses and not unchanged:
        raise Refused("Name the pages that you read, or write --unchanged for all whose text did not change.")
    desk = upkeep.Desk(today())
    print(upkeep.seen(desk, addresses, unchanged=unchanged))
    upkeep.report(desk)
    return 0


def moved(old: str, new: str) -> int:
    """Give a page its new address, wherever it is named."""
    from hooks.watch import upkeep

    desk = upkeep.Desk(today())
    print(upkeep.moved(desk, old, new))
    upkeep.report(desk)
    return 0


def _site(site: Path) -> Path:
    """The folder of a site; Refused where there is none, since some commands would find nothing and say nothing."""
    if not site.is_dir():
        raise Refused(f"{shown(str(site))} is no folder; name the folder of a built site")
    return site


COMMANDS = {
    "check": check,
    "schema": schema,
    "shape": shape,
    "build": build,
    "headers": headers,
    "nginx": nginx,
    "sbom": sbom,
    "pages": pages,
    "compress": compress,
    "serve": serve,
}
DEFAULTS = {
    "check": "partners.yml",
    "schema": "partners.schema.json",
    "shape": "types/decision.d.ts",
    "sbom": ".cache/sbom",
    "pages": ".cache/pages",
}


def _add_upkeep(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands that take something else than a path."""
    commands.add_parser("watch", help=watch.__doc__).set_defaults(call=lambda _: watch())
    sub = commands.add_parser("seen", help=seen.__doc__)
    sub.add_argument("addresses", metavar="ADDRESS", nargs="*", help="pages that you read, as `sources:` names them")
    sub.add_argument("--unchanged", action="store_true", help="all pages whose text is the one that was seen before")
    sub.set_defaults(call=lambda given: seen(given.addresses, given.unchanged))
    sub = commands.add_parser("moved", help=moved.__doc__)
    sub.add_argument("old", metavar="OLD", help="the address as `sources:` names it")
    sub.add_argument("new", metavar="NEW", help="where the page is now")
    sub.set_defaults(call=lambda given: moved(given.old, given.new))


def main(arguments: list[str]) -> int:
    """Run one command; the exit code is its own, 2 for a call that is not understood."""
    parser = argparse.ArgumentParser(prog="python -m hooks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        default = ROOT / DEFAULTS.get(name, "site")
        sub = commands.add_parser(name, help=command.__doc__)
        sub.add_argument("path", type=Path, nargs="?", default=default, help=f"default: {default.name}")
        sub.set_defaults(call=lambda given: COMMANDS[given.command](given.path))
    _add_upkeep(commands)
    given = parser.parse_args(arguments)
    try:
        return int(given.call(given))
    except Refused as refused:
        print("\n".join(map(shown, str(refused).split("\n"))), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(ended(lambda: main(sys.argv[1:])))
