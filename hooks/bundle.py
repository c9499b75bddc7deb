"""The engine's files for the browser: the package `quiz`, its data, and the Pyodide that runs them.

Three parts that change at different times and are cached apart: the runtime (with a Pyodide release), the library
(with what `quiz` imports) and the quiz (with its code, facts or words). Uses documented options of Pyodide only.
Knows nothing of MkDocs, nor what the facts say.
"""

import hashlib
import importlib.util
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYODIDE = ROOT / "node_modules/pyodide"
PROBE = Path(__file__).with_name("stdlib_probe.mjs")

# Where the engine's files stand in the site; every name below it carries a content hash.
ENGINE_FOLDER = "assets/quiz/engine"
# What the browser gets as `quiz/` has no command line and no proof: they are for the build's machine.
NOT_FOR_THE_BROWSER = frozenset({"__main__.py", "answer_sets.py", "differences.py", "flow.py", "proof.py"})
# The module ends in .js: some hosts still serve .mjs under a type that browsers refuse as a script.
RUNTIME = {
    "pyodide-module.js": "pyodide.mjs",
    "pyodide.asm.js": "pyodide.asm.js",
    "pyodide.asm.wasm": "pyodide.asm.wasm",
}
# Requests that make the engine import what it imports late: nothing known, not JSON, a whole set, the counting helper.
WARM_UP = (
    "{}",
    "not JSON",
    '{"province": "AB", "partner": "acsa", "people": 10, "today": "2026-11-24", "deadline": "2027-06-30"}',
    '{"province": "AB", "partner": "unsure", "count.employees": 9, "count.temporary": 3, "holds": "cor-elsewhere"}',
)
# The head of a .pyc that is never compared with a source (PEP 552): there is none beside it.
UNCHECKED = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)


@dataclass(frozen=True, slots=True)
class Engine:
    """What the page must know to start the engine, and the files it consists of.

    `manifest` is plain JSON; its addresses are relative to `assets/quiz/engine.js`, which reads it.
    `files` maps each address below the site's root to the finished file on this machine.
    """

    manifest: Mapping[str, object]
    files: Mapping[str, Path]


class BundleError(Exception):
    """A tool that makes the engine failed; the text is what it said."""


def bundle(data: Mapping[str, bytes], *, package: Path = ROOT / "quiz", cache: Path = ROOT / ".cache/engine") -> Engine:
    """The engine with this data: `{"facts.json": …, "words.json": …}` become `quiz/data/…` in the browser.

    The first run takes some seconds; later ones rebuild what changed. Raises BundleError if a tool fails.
    """
    cache.mkdir(parents=True, exist_ok=True)
    sources = {f"quiz/{path.relative_to(package).as_posix()}": path.read_bytes() for path in _modules(package)}
    placed = {f"quiz/data/{name}": content for name, content in data.items()}
    modules = _library_modules(sources, placed, cache)

    library = _stored_zip(_compiled(_library_sources(modules), cache), cache, "library")
    quiz = _stored_zip(_compiled(sources, cache) | placed, cache, "quiz")
    runtime = _runtime_folder()

    here = ENGINE_FOLDER.rpartition("/")[2]
    manifest = {
        "module": f"{here}/{runtime}/pyodide-module.js",
        "runtime": f"{here}/{runtime}/",
        "library": f"{here}/{library.name}",
        "quiz": f"{here}/{quiz.name}",
        "lock": {"info": json.loads((PYODIDE / "pyodide-lock.json").read_bytes())["info"], "packages": {}},
    }
    files = {f"{ENGINE_FOLDER}/{runtime}/{name}": PYODIDE / source for name, source in RUNTIME.items()}
    files |= {f"{ENGINE_FOLDER}/{part.name}": part for part in (library, quiz)}
    return Engine(manifest, files)


def _modules(package: Path) -> list[Path]:
    return sorted(path for path in package.rglob("*.py") if path.name not in NOT_FOR_THE_BROWSER)


def _digest(*parts: bytes) -> str:
    """Sixteen hex digits over the parts and where each ends."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()[:16]


def _digest_of(files: Mapping[str, bytes]) -> str:
    return _digest(*(piece for name in sorted(files) for piece in (name.encode(), files[name])))


def _runtime_folder() -> str:
    version = json.loads((PYODIDE / "package.json").read_bytes())["version"]
    return f"pyodide-{version}-{_digest(*((PYODIDE / source).read_bytes() for source in RUNTIME.values()))}"


def _library_modules(sources: Mapping[str, bytes], data: Mapping[str, bytes], cache: Path) -> list[str]:
    """The members of Pyodide's own library that its start-up and the engine import; cached while the code is the same.

    The data is not in the key: what is imported depends on code alone, and a corrected fact must not cost a probe.
    """
    stock = (PYODIDE / "python_stdlib.zip").read_bytes()
    key = _digest(stock, PROBE.read_bytes(), json.dumps(WARM_UP).encode(), _digest_of(sources).encode())
    known = cache / f"modules-{key}.json"
    if not known.exists():
        texts = {name: content.decode() for name, content in (*sources.items(), *data.items())}
        job = {"pyodide": str(PYODIDE), "sources": texts, "requests": WARM_UP}
        with tempfile.TemporaryDirectory() as folder:
            request = Path(folder, "job.json")
            request.write_text(json.dumps(job), encoding="utf-8")
            _keep(known, _run(["node", str(PROBE), str(request)]))
    modules: list[str] = json.loads(known.read_bytes())
    return modules


def _library_sources(modules: Sequence[str]) -> dict[str, bytes]:
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as stock:
        return {name: stock.read(name) for name in modules}


def _compiled(sources: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    """The modules as bytecode, without docstrings and assertions, under the names `….pyc`.

    `pyodide py-compile` does it under this very interpreter, whose minor version is the browser's. It takes the
    optimisation from the environment, and writes no dates but hashes if SOURCE_DATE_EPOCH is set.
    """
    known = cache / f"compiled-{_digest(UNCHECKED, _digest_of(sources).encode())}.zip"
    if not known.exists():
        with tempfile.TemporaryDirectory() as folder:
            archive = Path(folder, "modules.zip")
            archive.write_bytes(_zip(sources))
            fixed = {"PYTHONOPTIMIZE": "2", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "315532800"}
            tool = str(Path(sys.executable).with_name("pyodide"))
            _run([tool, "py-compile", "--silent", "--no-keep", "--compression-level", "0", str(archive)], fixed)
            with zipfile.ZipFile(archive) as made:
                compiled = {name: UNCHECKED + made.read(name)[len(UNCHECKED) :] for name in made.namelist()}
        _keep(known, _zip(compiled))
    with zipfile.ZipFile(known) as kept:
        return {name: kept.read(name) for name in kept.namelist()}


def _zip(files: Mapping[str, bytes]) -> bytes:
    """A zip whose bytes depend on the files alone, stored: brotli packs it better than deflate would."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), files[name])
    return buffer.getvalue()


def _stored_zip(files: Mapping[str, bytes], cache: Path, name: str) -> Path:
    content = _zip(files)
    return _keep(cache / f"{name}-{_digest(content)}.zip", content)


def _keep(path: Path, content: bytes) -> Path:
    """Write a file of the cache in one step, so that a build beside this one never reads half of it."""
    if not path.exists():
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as half:
            half.write(content)
        Path(half.name).chmod(0o644)
        Path(half.name).replace(path)
    return path


def _run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> bytes:
    try:
        return subprocess.run(
            command, env={**os.environ, **(environment or {})}, capture_output=True, check=True, timeout=300
        ).stdout
    except FileNotFoundError as missing:
        raise BundleError(f"{command[0]} is not installed: {missing}") from missing
    except subprocess.CalledProcessError as failed:
        said = failed.stderr.decode(errors="replace").strip()
        raise BundleError(f"{' '.join(command[:2])} failed with exit code {failed.returncode}:\n{said}") from failed
