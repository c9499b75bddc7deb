"""A lean runtime under Node, called by the page's own script."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hooks.engine.lean.image import Runtime
from hooks.engine.lean.requests import Request
from hooks.root import ROOT
from hooks.tools import node

TRIAL = Path(__file__).with_name("trial.mjs")
SCRIPT = ROOT / "overrides/assets/quiz/lean.js"
PATIENCE = 900  # seconds


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer for each request, None where the call failed, with the reasons; and the functions that left a mark."""

    answers: Sequence[str | None]
    reasons: Sequence[str]
    functions: frozenset[int]


def under_node(runtime: Runtime, requests: Sequence[Request], marks: object = None) -> Outcome:
    """Ask it everything. Raises ToolError if it does not even start."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {"python": folder / "python.wasm", "snapshot": folder / "snapshot.wasm"}
        files["python"].write_bytes(runtime.python)
        files["snapshot"].write_bytes(runtime.snapshot)
        job = {"script": SCRIPT, "requests": requests, "marks": marks, **files}
        tried = json.loads(node(TRIAL, job, PATIENCE))
    answers = [answer if isinstance(answer, str) else None for answer in tried["answers"]]
    reasons = [answer["failed"] for answer in tried["answers"] if not isinstance(answer, str)]
    return Outcome(answers, reasons, frozenset(tried["functions"]))
