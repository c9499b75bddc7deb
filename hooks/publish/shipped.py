"""What a visitor's browser gets that others wrote, down to the libraries inside: read from the very files that ship."""

import base64
import hashlib
import json
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from hooks.root import ROOT

NODE = ROOT / "node_modules"
# The theme's scripts and styles, below its templates; the build leaves out the rest.
THEME = ("assets/javascripts/bundle.*.min.js", "assets/javascripts/workers/search.*.min.js")
STYLES = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
RUNTIME = ("pyodide.asm.wasm", "pyodide.asm.js", "pyodide.mjs")

type Part = dict[str, Any]


def shipped() -> list[Part]:
    """The components, each with its hashes; a version is given where the file itself says it."""
    return [_pyodide(), _theme()]


def _pyodide() -> Part:
    known = json.loads((NODE / "pyodide/pyodide-lock.json").read_bytes())["info"]
    program = (NODE / "pyodide/pyodide.asm.wasm").read_bytes()
    made = _node_package("pyodide", *(NODE / "pyodide" / name for name in RUNTIME))
    made["components"] += [
        _inside("pyodide", "CPython", known["python"], f"pkg:github/python/cpython@v{known['python']}"),
        _inside("pyodide", "zlib", _read(rb"inflate (\d+[.\d]+) Copyright", program), None),
        _inside("pyodide", "bzip2", _read(rb"(\d\.\d\.\d), \d+-[A-Z][a-z]{2,}-\d{4}", program), None),
        _inside("pyodide", "expat", _read(rb"expat_(\d[.\d]+)", program), None),
        # Nothing in the file says which version of these.
        *(_inside("pyodide", name, None, None) for name in ("libmpdec", "libffi", "hiwire")),
    ]
    return made


def _theme() -> Part:
    theme = distribution("mkdocs-material")
    templates = Path(str(theme.locate_file("material/templates")))
    files = [file for shape in (*THEME, *STYLES) for file in sorted(templates.glob(shape))]
    scripts = [file for file in files if file.suffix == ".js"]
    names = {name: version for file in scripts for name, version in _bundled(file).items()}
    purl = f"pkg:pypi/mkdocs-material@{theme.version}"
    return {
        "bom-ref": purl,
        "type": "library",
        "name": "mkdocs-material",
        "version": theme.version,
        "purl": purl,
        "hashes": _hash_of(b"".join(file.read_bytes() for file in files)),
        "components": [
            *(_file("mkdocs-material", file) for file in files),
            *(_inside("mkdocs-material", name, version, None) for name, version in sorted(names.items())),
        ],
    }


def _bundled(script: Path) -> dict[str, str | None]:
    """The packages that a script of the theme was put together from, as its source map names them."""
    made = json.loads(script.with_name(f"{script.name}.map").read_bytes())
    versions: dict[str, str | None] = {}
    for source, text in zip(made["sources"], made["sourcesContent"], strict=True):
        if package := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)/", source):
            version = re.search(rf"{re.escape(package[1])}(?:\.js)?(?:\.version = \"| v| - )(\d+\.\d+\.\d+)", text)
            versions[package[1]] = (version and version[1]) or versions.get(package[1])
    return versions


def _node_package(name: str, *files: Path) -> Part:
    locked = json.loads((ROOT / "package-lock.json").read_bytes())["packages"][f"node_modules/{name}"]
    kind, _, digest = locked["integrity"].partition("-")
    purl = f"pkg:npm/{name}@{locked['version']}"
    return {
        "bom-ref": purl,
        "type": "library",
        "name": name,
        "version": locked["version"],
        "purl": purl,
        "hashes": [{"alg": kind.upper().replace("SHA", "SHA-"), "content": base64.b64decode(digest).hex()}],
        "components": [_file(name, file) for file in files],
    }


def _file(inside: str, path: Path) -> Part:
    return {
        "bom-ref": f"{inside}/{path.name}",
        "type": "file",
        "name": path.name,
        "hashes": _hash_of(path.read_bytes()),
    }


def _inside(whole: str, name: str, version: str | None, purl: str | None) -> Part:
    given = {"version": version, "purl": purl}
    known = {key: value for key, value in given.items() if value}
    return {"bom-ref": f"{whole}/{name}", "type": "library", "name": name, **known}


def _read(shape: bytes, content: bytes) -> str | None:
    match = re.search(shape, content)
    return match[1].decode() if match else None


def _hash_of(content: bytes) -> list[Part]:
    return [{"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}]
