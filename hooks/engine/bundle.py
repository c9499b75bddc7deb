"""The engine's files for the browser: the package `quiz`, its data, and the Pyodide that runs them.

Three parts that change at different times and are cached apart: the runtime (with a Pyodide release), the library
(with what `quiz` imports) and the quiz (with its code, facts or words). Uses documented options of Pyodide only; the
lean runtime beside them is an addition that the worker can do without.
Knows nothing of MkDocs, nor what the facts say.
"""

import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hooks.addresses import ENGINE
from hooks.engine.bytecode import compiled
from hooks.engine.leaks import leaks
from hooks.engine.lean.files import Start, lean_files
from hooks.root import ROOT
from hooks.tools import ToolError, archive, cached, digest, digest_of, integrity, keep, node

PYODIDE = ROOT / "node_modules/pyodide"
PROBE = Path(__file__).with_name("stdlib_probe.mjs")

# Whether the worker tries the lean runtime first (`lean/`) and takes the full one where that fails: DECISIONS.md.
LEAN = True
# What the browser gets as `quiz/` has no command line and nothing that looks over all answers.
NEVER_SHIPPED = frozenset({"ahead", "__main__.py"})
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


@dataclass(frozen=True, slots=True)
class Engine:
    """What the page must know to start the engine, and the files it consists of.

    `manifest` is plain JSON; its addresses are relative to `assets/quiz/engine.js`, which reads it.
    `files` maps each address below the site's root to the finished file on this machine.
    """

    manifest: Mapping[str, object]
    files: Mapping[str, Path]


def bundle(
    data: Mapping[str, bytes],
    *,
    package: Path = ROOT / "quiz",
    cache: Path = ROOT / ".cache/engine",
    lean: bool | None = None,
) -> Engine:
    """The engine with this data: `{"facts.json": …, "words.json": …}` become `quiz/data/…` in the browser.

    The first run takes some seconds; later ones rebuild what changed. Raises ToolError if a tool fails.
    """
    cache.mkdir(parents=True, exist_ok=True)
    sources = {f"quiz/{path.relative_to(package).as_posix()}": path.read_bytes() for path in shipped(package)}
    placed = {f"quiz/data/{name}": content for name, content in data.items()}
    modules = _library_modules(sources, placed, cache)

    library_sources = _library_sources(modules)
    library = _stored(compiled(library_sources, cache), cache, "library")
    quiz = _stored(compiled(sources, cache) | placed, cache, "quiz")
    runtime = _runtime_folder()

    here = ENGINE.rpartition("/")[2]
    manifest = {
        "module": f"{here}/{runtime}/pyodide-module.js",
        "runtime": f"{here}/{runtime}/",
        "library": f"{here}/{library.name}",
        "quiz": f"{here}/{quiz.name}",
        "lock": {"info": json.loads((PYODIDE / "pyodide-lock.json").read_bytes())["info"], "packages": {}},
    }
    files = {f"{ENGINE}/{runtime}/{name}": PYODIDE / source for name, source in RUNTIME.items()}
    files |= {f"{ENGINE}/{part.name}": part for part in (library, quiz)}
    if LEAN if lean is None else lean:
        start = Start(PYODIDE, library, quiz, [("decide_json", text) for text in WARM_UP])
        parts = dict(zip(("python", "snapshot"), lean_files(start, cache), strict=True))
        manifest["lean"] = {name: f"{here}/{part.name}" for name, part in parts.items()}
        files |= {f"{ENGINE}/{part.name}": part for part in parts.values()}
    stock = ((PYODIDE / source).read_bytes() for source in RUNTIME.values())
    known = (*stock, *library_sources.values(), *sources.values(), *placed.values(), *map(str.encode, WARM_UP))
    _refuse_leaks(files.values(), known)
    scripts = f"{ENGINE.removesuffix(here)}"
    manifest["hashes"] = {name.removeprefix(scripts): integrity(path.read_bytes()) for name, path in files.items()}
    return Engine(manifest, files)


def shipped(package: Path = ROOT / "quiz") -> list[Path]:
    """The modules that the browser gets."""
    return sorted(path for path in package.rglob("*.py") if path.relative_to(package).parts[0] not in NEVER_SHIPPED)


def _refuse_leaks(files: Iterable[Path], sources: Iterable[bytes]) -> None:
    """Raises ToolError if a file that was made here holds something of this machine that its sources did not."""
    made = {path.name: path.read_bytes() for path in files if not path.is_relative_to(PYODIDE)}
    leaked = leaks(made, sources)
    if leaked:
        raise ToolError("\n".join(leaked))


def _runtime_folder() -> str:
    version = json.loads((PYODIDE / "package.json").read_bytes())["version"]
    return f"pyodide-{version}-{digest(*((PYODIDE / source).read_bytes() for source in RUNTIME.values()))}"


def _library_modules(sources: Mapping[str, bytes], data: Mapping[str, bytes], cache: Path) -> list[str]:
    """The members of Pyodide's own library that its start-up and the engine import; cached while the code is the same.

    The data is not in the key: what is imported depends on code alone, and a corrected fact must not cost a probe.
    """
    stock = (PYODIDE / "python_stdlib.zip").read_bytes()
    key = digest(stock, PROBE.read_bytes(), json.dumps(WARM_UP).encode(), digest_of(sources).encode())
    texts = {name: content.decode() for name, content in (*sources.items(), *data.items())}
    job = {"pyodide": PYODIDE, "sources": texts, "requests": WARM_UP}
    known = cached(cache / f"modules-{key}.json", lambda: node(PROBE, job))
    modules: list[str] = json.loads(known.read_bytes())
    return modules


def _library_sources(modules: Sequence[str]) -> dict[str, bytes]:
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as stock:
        return {name: stock.read(name) for name in modules}


def _stored(files: Mapping[str, bytes], cache: Path, name: str) -> Path:
    content = archive(files)
    return keep(cache / f"{name}-{digest(content)}.zip", content)
