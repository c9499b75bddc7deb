"""`python -m bench.growth`: what costs how much with two, five and ten times the certifying partners, made up.

Each copy of a partner has ids, a name, addresses and a telephone of its own, and the facts of the one it was made from.
Writes GROWTH.md beside this file. Takes some minutes.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import brotli

from hooks.facts import yaml_marks
from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_bytes, facts_for
from hooks.facts.words import words
from hooks.root import ROOT
from quiz.decision import decide
from tests.copy_of_project import copy_with_facts

TIMES = (1, 2, 5, 10)
GROWS = Path(__file__).with_name("GROWTH.md")
PARTNER = re.compile(r"^      - id: .*\n(?:(?:       .*)?\n)*", re.MULTILINE)
DECISIONS = 40
LARGEST = 10_000_000  # bytes of a file of facts that these measurements let through
LINES = ("partners", "lines of partners.yml", "check of the facts, s", "all pages as Markdown, s", "whole build, s")
SIZES = ("page of Alberta as Markdown, kB packed", "facts of the engine, kB packed")
ASKED = ("one partner known: decide, ms", "partner not known: decide, ms")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one size of the facts costs, by the names of the rows."""

    times: int
    figures: dict[str, float]


def main() -> None:
    """Measure each size of the facts and write the table."""
    text = (ROOT / "partners.yml").read_text(encoding="utf-8")
    costs = []
    for times in TIMES:
        with tempfile.TemporaryDirectory() as folder:
            costs.append(Cost(times, measured(Path(folder), multiplied(text, times))))
        print(times, costs[-1].figures, flush=True)
    GROWS.write_text(table(costs), encoding="utf-8")


def multiplied(text: str, times: int) -> str:
    """The facts with so many times the partners: each one followed by its copies."""
    lists = re.compile(r"^    partners:\n((?:(?:      .*)?\n)+)", re.MULTILINE)

    def all_copies(found: re.Match[str]) -> str:
        return "".join(found[0] if n == 1 else copies(found[1], n) for n in range(1, times + 1))

    return lists.sub(all_copies, text)


def copies(partners: str, number: int) -> str:
    """The partners of one place anew, with what must be their own changed."""
    return "".join(another(found[0], number) for found in PARTNER.finditer(partners))


def another(partner: str, number: int) -> str:
    """One partner anew: ids, name, acronym, addresses and ways to reach it."""
    partner = re.sub(r"^( *(?:- )?id: )(\S+)$", rf"\1\2-n{number}", partner, flags=re.MULTILINE)
    partner = re.sub(r"^(        (?:name|acronym): )(.*?)(\"?)$", rf"\1\2 {number}\3", partner, flags=re.MULTILINE)
    partner = re.sub(
        r"^(        (?:url|cor_url|small_url|one_person_url): )(\S+?)/?$",
        rf"\1\2/n{number}",
        partner,
        flags=re.MULTILINE,
    )
    phone = r"^( *(?:other_)?phone: .*?)(\d\d)((?:, ext.*)?)$"
    partner = re.sub(phone, lambda found: _another_number(found, number), partner, flags=re.MULTILINE)
    return re.sub(r"^( *email: )(\S+)$", rf"\1n{number}.\2", partner, flags=re.MULTILINE)


def _another_number(found: re.Match[str], number: int) -> str:
    return f"{found[1]}{(int(found[2]) + 7 * number) % 100:02}{found[3]}"


def measured(folder: Path, text: str) -> dict[str, float]:
    """What these facts cost, in a copy of the project."""
    copy = copy_with_facts(folder / "copy", text)
    shutil.copytree(ROOT / ".cache/proof", copy / ".cache/proof")
    # The guard against a hostile file is what ten times the partners would meet first.
    guard = copy / "hooks/facts/yaml_marks.py"
    guard.write_text(
        guard.read_text(encoding="utf-8").replace("LARGEST_FILE = 1_000_000", f"LARGEST_FILE = {LARGEST:_}")
    )
    yaml_marks.LARGEST_FILE = LARGEST
    checked, paged = timed(copy, "check"), timed(copy, "pages", str(folder / "pages"))
    built = timed(copy, "build", str(folder / "site"))
    catalogue = load(copy / "partners.yml")
    figures = (sum(len(place.partners) for place in catalogue.jurisdictions), text.count("\n"), checked, paged, built)
    page = (folder / "pages/provinces/alberta.md").read_bytes()
    sizes = (len(brotli.compress(page)) / 1000, len(brotli.compress(facts_bytes(catalogue))) / 1000)
    facts = facts_for(catalogue)
    answers = {"province": "AB", "partner": "acsa", "people": 9}, {"province": "AB", "partner": "unsure", "people": 9}
    asked = [milliseconds(given | {"industry": "construction"}, facts) for given in answers]
    return dict(zip((*LINES, *SIZES, *ASKED), (*figures, *sizes, *asked), strict=True))


def timed(copy: Path, *command: str) -> float:
    """How many seconds one of the build's commands takes; an error stops everything."""
    began = time.perf_counter()
    run = [sys.executable, "-m", "hooks", *command]
    done = subprocess.run(
        run, cwd=copy, capture_output=True, text=True, check=False, env={**os.environ, "PROOF": "kept"}
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr[-2000:]}")
    return time.perf_counter() - began


def milliseconds(answers: dict[str, object], facts: object) -> float:
    """How long one decision with its whole plan takes, the middle of many."""
    told, today = words("en"), date.today().isoformat()
    spans = []
    for _ in range(DECISIONS):
        began = time.perf_counter()
        decide({**answers, "today": today}, facts, told)  # type: ignore[arg-type]
        spans.append((time.perf_counter() - began) * 1000)
    return statistics.median(spans)


def table(costs: list[Cost]) -> str:
    """Every row with its figures, and how many times the first the last one is."""
    first, last = costs[0].figures, costs[-1].figures
    head = ["", *(f"×{cost.times}" for cost in costs), f"×{costs[-1].times} is so many times ×1"]
    rows = [
        [name, *(_figure(cost.figures[name]) for cost in costs), f"{last[name] / first[name]:.1f}"] for name in first
    ]
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---", *["---:"] * (len(head) - 1)], *rows)]
    measured_by = f"Measured {date.today()} by `python -m bench.growth`, with {os.cpu_count()} processors"
    return (
        f"# How cost grows with the partners\n\n{measured_by}; partners made up as copies.\n\n"
        + "\n".join(lines)
        + "\n"
    )


def _figure(value: float) -> str:
    return json.dumps(round(value, 1) if value < 1000 else round(value))


if __name__ == "__main__":
    main()
