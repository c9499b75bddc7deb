"""Hostile files in place of the facts: one clear error for each, in bounded time and memory."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from hooks.root import ROOT

pytestmark = pytest.mark.slow  # each file is given to a process with limits of its own

SECONDS = 20
MEMORY = 700_000_000  # bytes of address space; the check itself needs about half
# Each file in a process of its own; they share what it takes to begin.
CHECKS = f"""
import os, pathlib, resource, sys, traceback
from hooks.facts.catalogue import main_check
for path in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
            resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
            sys.stdout, sys.stderr = open(path + ".out", "w"), open(path + ".err", "w")
            code = main_check(pathlib.Path(path))
        except BaseException:
            traceback.print_exc()
            code = 99
        sys.stdout.flush(), sys.stderr.flush()
        os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    pathlib.Path(path + ".code").write_text(str(code))
"""

FILES = {
    "an alias bomb": b"".join(
        b"l%d: &l%d [%s]\n" % (n, n, b", ".join([b"*l%d" % (n - 1)] * 9) if n else b"x") for n in range(40)
    ),
    "a loop of aliases": b"a: &a\n  b: *a\n",
    "a merge key": b"a: &a {b: 1}\nc:\n  <<: *a\n",
    "a tag of another language": b"a: !!python/object/apply:os.system ['true']\n",
    "a tag of its own": b"a: !include /etc/passwd\n",
    "deep brackets": b"[" * 400_000,
    "deep braces": b"{a: " * 200_000,
    "deep lists": b"- " * 400_000,
    "one long key": b"? " + b"k" * 900_000 + b"\n: 1\n",
    "one long line": b"a: " + b"x" * 5_000_000,
    "a file of holes": b"a: " + bytes(3_000_000),
    "the same key again and again": b"k: 1\n" * 100_000,
    "thousands of keys": b"".join(b"k%d: 1\n" % number for number in range(60_000)),
    "UTF-16": "jurisdictions: []\n".encode("utf-16"),
    "UTF-32": "jurisdictions: []\n".encode("utf-32"),
    "Latin-1": "name: Québec\n".encode("latin-1"),
    "broken UTF-8": b"name: \xc3\x28\n",
    "control characters": b"name: \x07\x1b[31m\n",
    "many documents": b"--- 1\n" * 50_000,
    "directives": b"%YAML 9.9\n%TAG ! tag:x,2000:\n---\na: 1\n",
    "a text in place of everything": b"'" + b"x" * 900_000 + b"'\n",
    "orders to a terminal": b'jurisdictions: "\\e[2J\\r::error::\\n::x::\\u2028y"\n',
    "nothing": b"",
}


class Report(NamedTuple):
    """What the check did with one file."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every file, and beside it what the check did with it."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, content in enumerate(FILES.values()):
        (folder / str(number)).write_bytes(content)
    (folder / "endless").symlink_to("/dev/zero")
    (folder / "a folder").mkdir()
    os.mkfifo(folder / "a pipe")
    paths = sorted(folder.iterdir())
    command = [sys.executable, "-c", CHECKS, *map(str, paths)]
    subprocess.run(command, cwd=ROOT, timeout=SECONDS * len(paths), check=True)
    return folder


def report(path: Path) -> Report:
    code, out, err = (path.with_name(f"{path.name}.{kind}").read_text() for kind in ("code", "out", "err"))
    return Report(int(code), out, err)


@pytest.mark.parametrize(("number", "name"), list(enumerate(FILES)), ids=FILES)
def test_a_hostile_file_is_refused_with_its_place(folder: Path, number: int, name: str) -> None:
    path = folder / str(number)
    code, out, err = report(path)
    assert (code, out) == (1, ""), name
    assert [line for line in err.splitlines() if not line.startswith(f"{path}:")] == []
    assert "Traceback" not in err
    assert max(map(len, err.split("\n"))) < 1000
    assert err.replace("\n", "").isprintable()


@pytest.mark.parametrize("name", ["a folder", "a pipe", "endless"])
def test_what_is_no_file_is_refused_at_once(folder: Path, name: str) -> None:
    code, _, err = report(folder / name)
    kind = name if name == "a folder" else "a pipe or a device"
    assert (code, err) == (1, f"{folder / name}:1:1: this is {kind}; name a YAML file\n")
