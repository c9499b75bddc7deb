"""Hostile files in place of the facts: one clear error for each, in bounded time and memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from hooks.root import ROOT

pytestmark = pytest.mark.slow  # each file is given to a process with limits of its own

SECONDS = 20
MEMORY = 700_000_000  # bytes of address space; the check itself needs about half
LIMITED = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))"
RUN = (
    "import sys, pathlib; from hooks.facts.catalogue import main_check; sys.exit(main_check(pathlib.Path(sys.argv[1])))"
)

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


def check(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", f"{LIMITED}; {RUN}", str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False)


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    path = tmp_path / "hostile.yml"
    path.write_bytes(FILES[name])
    run = check(path)
    assert (run.returncode, run.stdout) == (1, "")
    assert [line for line in run.stderr.splitlines() if not line.startswith(f"{path}:")] == []
    assert "Traceback" not in run.stderr
    assert max(map(len, run.stderr.split("\n"))) < 1000
    assert run.stderr.replace("\n", "").isprintable()


def test_what_never_ends_is_refused_too() -> None:
    run = check(Path("/dev/zero"))
    assert (run.returncode, "Traceback" in run.stderr) == (1, False)
    assert "at most 1,000,000 are accepted" in run.stderr
