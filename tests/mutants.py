"""The end of `make mutants`: the faults that no test saw, held against those that `mutants.toml` gives a reason for.

What the tests of the modules do not see is tried against the field cases first, too slow for every fault.
A mutant is known by its function and the changed lines: mutmut's numbers shift with every edit. Constants and
properties are not among them, since mutmut leaves them alone.
"""

import os
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files
from mutmut.utils.format_utils import get_module_from_key, orig_function_and_class_names_from_key

JUDGED = Path(__file__).with_suffix(".toml")
# Where mutmut leaves the rules with all faults in them, one of which is switched on by its name.
MUTANTS = Path("mutants")
CASES = (sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:playwright", "tests/quiz/test_cases.py")
FAILED = 1  # pytest's own code for tests that failed


class Mutant(NamedTuple):
    """One fault: the lines as they are in the source, and as they are with the fault."""

    function: str
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.function}\n  was  {self.was}\n  now  {self.now}"


def survivors() -> Iterator[Mutant]:
    """Every mutant of the last run that made no test fail; one that was not tried or timed out is no better."""
    found = dict(_unseen_by_modules())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, seen in zip(found, pool.map(_seen_by_cases, found), strict=True):
            if not seen:
                yield _mutant(name, get_diff_for_mutant(name, path=found[name]))


def _unseen_by_modules() -> Iterator[tuple[str, Path]]:
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        for name, code in data.exit_code_by_key.items():
            if status_by_exit_code[code] != "killed":
                yield name, path


def _seen_by_cases(name: str) -> bool:
    switched = {**os.environ, "MUTANT_UNDER_TEST": name}
    return subprocess.run(CASES, cwd=MUTANTS, env=switched, capture_output=True, check=False).returncode == FAILED


def _mutant(name: str, diff: str) -> Mutant:
    function, _ = orig_function_and_class_names_from_key(name)
    lines = diff.splitlines()[2:]
    was, now = (" ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    return Mutant(f"{get_module_from_key(name)}.{function}", was, now)


def judged() -> Iterator[Mutant]:
    """Every mutant that the list gives a reason for."""
    for entry in tomllib.loads(JUDGED.read_text("utf-8")).get("mutant", []):
        assert entry["reason"], entry
        yield Mutant(entry["function"], entry["was"], entry["now"])


def differences(found: Counter[Mutant], listed: Counter[Mutant]) -> Iterator[str]:
    """What is in one of the two and not in the other, in words."""
    if found - listed:
        yield f"No test sees these faults. Write one that does, or give the reason in {JUDGED.name}:"
        yield from (str(mutant) for mutant in sorted((found - listed).elements()))
    if listed - found:
        yield f"These are seen by now, or are no longer there. Take them out of {JUDGED.name}:"
        yield from (str(mutant) for mutant in sorted((listed - found).elements()))


if __name__ == "__main__":
    sys.exit("\n".join(differences(Counter(survivors()), Counter(judged()))) or 0)
