"""The figures as a page of tables: median and range, and each variant beside stock Pyodide of the same run."""

import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bench.sites import NAMES
from bench.visits import Figures

BASE = "stock"
SECONDS, MEGABYTES, KILOBYTES, MILLISECONDS = "s", "MB", "kB", "ms"

# Title, unit, and the figures of one round.
type Column = tuple[str, str, Callable[[Figures], Sequence[float]]]
COLUMNS: Sequence[Column] = (
    ("verdict and call button", SECONDS, lambda found: [found.glance]),
    ("first verdict", SECONDS, lambda found: [found.first]),
    ("bytes to it", MEGABYTES, lambda found: [found.bytes]),
    ("page blocked", MILLISECONDS, lambda found: [found.blocked]),
    ("next question", MILLISECONDS, lambda found: [found.next]),
    ("verdicts right after it", MILLISECONDS, lambda found: found.verdicts),
    ("each further verdict", MILLISECONDS, lambda found: found.settled),
    ("memory", MEGABYTES, lambda found: [found.memory]),
    ("second visit", SECONDS, lambda found: [found.again]),
    ("bytes of it", KILOBYTES, lambda found: [found.again_bytes]),
)
SCALE = {SECONDS: 1000, MEGABYTES: 1e6, KILOBYTES: 1e3, MILLISECONDS: 1}
DIGITS = {SECONDS: 2, MEGABYTES: 2, KILOBYTES: 1, MILLISECONDS: 0}


@dataclass(slots=True)
class Results:
    """Every round's figures by line and variant; an engine besides Chromium stands as one more line."""

    rounds: dict[str, dict[str, list[Figures]]] = field(default_factory=dict)
    work: dict[str, str] = field(default_factory=dict)

    def add(self, line: str, name: str, found: Figures) -> None:
        """One more round."""
        self.rounds.setdefault(line, {}).setdefault(name, []).append(found)


def write(path: Path, results: Results) -> None:
    """RESULTS.md."""
    lines = [
        "# Results",
        "",
        f"Measured {datetime.now(UTC):%Y-%m-%d %H:%M} UTC by `make bench` (README.md says how to read and repeat it).",
        f"{os.cpu_count()} processors, {platform.system()} {platform.release().split('-')[0]}, {_version('chromium')}, "
        f"Python {platform.python_version()}, Node {_version('node')}; load of the machine at the end "
        f"{os.getloadavg()[1]:.1f}. Median (range); × is the share of stock Pyodide in the same run.",
    ]
    for line, variants in results.rounds.items():
        rounds = max(map(len, variants.values()))
        lines += [
            "",
            f"## {line}",
            "",
            f"{rounds} round{'s' if rounds > 1 else ''}, interleaved.",
            "",
            *_table(variants),
        ]
    if results.work:
        lines += ["", "## The build's machine", "", *(f"- {name}: {text}" for name, text in results.work.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _table(variants: dict[str, list[Figures]]) -> list[str]:
    every = [found for rounds in variants.values() for found in rounds]
    columns = [column for column in COLUMNS if any(any(column[2](found)) for found in every)]
    titles = [f"{title}, {unit}" for title, unit, _ in columns]
    rows = [["", *titles], ["---", *(["---:"] * len(titles))]]
    for name, rounds in variants.items():
        cells = [_cell(rounds, variants.get(BASE, []), column) for column in columns]
        rows.append([NAMES[name], *cells])
    return ["| " + " | ".join(row) + " |" for row in rows]


def _cell(rounds: list[Figures], base: list[Figures], column: Column) -> str:
    _, unit, values = column
    found, other = ([value / SCALE[unit] for one in group for value in values(one)] for group in (rounds, base))
    digits = DIGITS[unit] + (1 if unit == MILLISECONDS and median(found) < 20 else 0)
    text = f"{median(found):.{digits}f}"
    if f"{min(found):.{digits}f}" != f"{max(found):.{digits}f}":
        text += f" ({min(found):.{digits}f}–{max(found):.{digits}f})"
    share = f" ×{median(found) / median(other):.2f}" if rounds is not base and other and median(other) > 0 else ""
    return text + share


def _version(program: str) -> str:
    path = shutil.which(program)
    run = subprocess.run([path, "--version"], capture_output=True, text=True, check=False) if path else None
    return run.stdout.strip() if run else "none"
