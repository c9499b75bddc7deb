"""Runs a runtime under Node or in an installed browser, without any driver: the page sends its outcome back."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from hooks.lean.requests import Request
from hooks.lean.runtime import Runtime

HERE = Path(__file__).parent
WORKER = HERE.parent.parent / "overrides/assets/quiz"
SCRIPTS = (
    *(HERE / name for name in ("marks.mjs", "trial_node.mjs", "trial_page.js", "trial_worker.js")),
    *(WORKER / name for name in ("engine.js", "start.js")),
)
PATIENCE = 900  # seconds for one run
PAGE = '<!doctype html><title>Trial</title><script type="module" src="trial_page.js"></script>'
# Each browser's command; `{profile}` is an empty folder.
BROWSERS: Mapping[str, Sequence[str]] = {
    "chromium": (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--js-flags=--expose-gc",
        "--user-data-dir={profile}",
    ),
    "firefox-esr": ("--headless", "--no-remote", "--profile", "{profile}"),
}


class TrialError(Exception):
    """A run gave no outcome; the text says why."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answers, and the numbers of the functions of both kinds that were entered."""

    answers: list[str]
    functions: set[int]
    script: set[int]


@dataclass(frozen=True, slots=True)
class Engine:
    """What is not the runtime's: the library, the quiz and the manifest's lock."""

    library: bytes
    quiz: bytes
    lock: object


def lay(folder: Path, runtime: Runtime, engine: Engine, requests: Sequence[Request], marks: object = None) -> None:
    """Write everything that a run needs into a folder."""
    files: dict[str, str | bytes] = {
        "pyodide.mjs": runtime.module,
        "pyodide.asm.js": runtime.script,
        "pyodide.asm.wasm": runtime.wasm,
        "library.zip": engine.library,
        "quiz.zip": engine.quiz,
        "job.json": json.dumps({"lock": engine.lock, "requests": requests, "marks": marks}),
        "index.html": PAGE,
        **{script.name: script.read_bytes() for script in SCRIPTS},
    }
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def functions_of_the_script(folder: Path) -> list[tuple[int, int]]:
    """Where each function of the script stands that Node knows of."""
    found: list[tuple[int, int]] = json.loads(_node(folder, "--functions"))
    return found


def under_node(folder: Path) -> Outcome:
    """One run under Node."""
    return _outcome(json.loads(_node(folder)))


def _node(folder: Path, *wanted: str) -> bytes:
    run = subprocess.run(
        ["node", "--expose-gc", str(folder / "trial_node.mjs"), str(folder), *wanted],
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    if run.returncode:
        raise TrialError(f"Node: {run.stderr.decode(errors='replace')[-2000:]}")
    return run.stdout


def installed() -> list[str]:
    """The browsers on this machine that a run knows how to start."""
    return [name for name in BROWSERS if shutil.which(name)]


def in_browser(name: str, folder: Path) -> Outcome:
    """One run in a browser's worker."""
    outcomes: Queue[bytes] = Queue()

    class Handler(SimpleHTTPRequestHandler):
        def do_POST(self) -> None:
            outcomes.put(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server,
    ):
        Thread(target=server.serve_forever, daemon=True).start()
        options = [option.format(profile=profile) for option in BROWSERS[name]]
        command = [name, *options, f"http://127.0.0.1:{server.server_port}/"]
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": profile}
        ) as browser:
            try:
                return _outcome(json.loads(outcomes.get(timeout=PATIENCE)))
            except Empty:
                raise TrialError(f"{name}: no outcome after {PATIENCE} seconds") from None
            finally:
                browser.terminate()
                server.shutdown()


def _outcome(data: dict[str, object]) -> Outcome:
    if data["refused"]:
        raise TrialError(str(data["refused"]))
    answers, functions, script = (data[key] for key in ("answers", "functions", "script"))
    return Outcome(answers, set(functions), set(script))  # type: ignore[arg-type,call-overload]
