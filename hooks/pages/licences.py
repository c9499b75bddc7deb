"""What the site hands out that others wrote: names, versions and licences, read from the installed packages."""

import json
from dataclasses import dataclass, replace
from importlib.metadata import distribution
from pathlib import Path

from hooks.pages.cards import FONTS
from hooks.root import ROOT

NODE = ROOT / "node_modules"
FONT_LICENCE = FONTS / "LICENSE.txt"
MPL = "https://www.mozilla.org/MPL/2.0/"
PURGECSS = "https://github.com/FullHuman/purgecss"
PSF = "https://docs.python.org/3.13/license.html"


@dataclass(frozen=True, slots=True)
class Component:
    """One work of others: what it does here, under which licence, where its source is, and the licence's text."""

    name: str
    version: str
    purpose: str
    licence: str
    licence_url: str | None
    source: str
    text: str | None


def components() -> tuple[Component, ...]:
    """Every work of others that a visitor's browser gets, then what the site is built with."""
    return (*_runtime(), *_pages(), *_tools())


def _runtime() -> tuple[Component, ...]:
    python = json.loads((NODE / "pyodide/pyodide-lock.json").read_bytes())["info"]["python"]
    purpose = "runs Python in the browser: its own files, and a smaller copy of them without what the quiz never calls"
    return (
        _node_package("pyodide", "Pyodide", purpose, "https://github.com/pyodide/pyodide", MPL),
        Component(
            "CPython and its standard library",
            python,
            "the language that the quiz is written in, compiled as a part of Pyodide",
            "PSF-2.0",
            PSF,
            f"https://github.com/python/cpython/tree/v{python}",
            None,
        ),
    )


def _pages() -> tuple[Component, ...]:
    return (
        _package("mkdocs-material", "the frame, styles and search of the pages"),
        Component(
            "Material Design Icons by Pictogrammers",
            _version("mkdocs-material"),
            "the icons in the header and on buttons, as they come with Material for MkDocs",
            "Apache-2.0",
            "https://www.apache.org/licenses/LICENSE-2.0",
            "https://github.com/Templarian/MaterialDesign",
            None,
        ),
        Component(
            "Source Sans Pro",
            _version("font-source-sans-pro"),
            "the letters of the headings, and of the pictures that stand beside shared links",
            "OFL-1.1",
            "https://openfontlicense.org/",
            "https://github.com/adobe-fonts/source-sans",
            FONT_LICENCE.read_text(encoding="utf-8"),
        ),
    )


def _tools() -> tuple[Component, ...]:
    unused = "takes out of the theme's style sheets what no page uses; not sent to you"
    shorter = "takes comments and spaces out of this site's own scripts; not sent to you"
    return (
        _package("mkdocs", "turns the pages from Markdown into HTML; not sent to you"),
        _package("jinja2", "fills the pages with facts; not sent to you"),
        replace(_package("pillow", "draws the pictures beside shared links; not sent to you"), text=None),
        replace(_package("fonttools", "cuts the letters of the headings to those in use; not sent to you"), text=None),
        _package("segno", "draws the QR pictures of the short links; not sent to you"),
        replace(_node_package("esbuild", "esbuild", shorter, "https://github.com/evanw/esbuild", None), text=None),
        replace(_node_package("purgecss", "PurgeCSS", unused, PURGECSS, None), text=None),
    )


def _node_package(name: str, title: str, purpose: str, source: str, licence_url: str | None) -> Component:
    about = json.loads((NODE / name / "package.json").read_bytes())
    texts = [path.read_text(encoding="utf-8") for path in (NODE / name).glob("LICEN[CS]E*")]
    return Component(
        title, about["version"], purpose, about["license"], licence_url, source, texts[0] if texts else None
    )


def _package(name: str, purpose: str) -> Component:
    package = distribution(name)
    urls = {"Homepage": str(package.metadata.get("Home-page"))}
    urls |= dict(entry.split(", ", 1) for entry in package.metadata.get_all("Project-URL") or [])
    return Component(
        str(package.metadata["Name"]),
        package.version,
        purpose,
        package.metadata.get("License-Expression") or "see the text",
        None,
        next(urls[label] for label in ("Source", "Repository", "Homepage") if label in urls),
        _text(name),
    )


def _version(name: str) -> str:
    return distribution(name).version


def _text(name: str) -> str | None:
    """The licence file that a package carries."""
    licences = [file for file in distribution(name).files or () if file.name.upper().startswith("LICENSE")]
    texts = [Path(str(file.locate())).read_text(encoding="utf-8") for file in licences if len(file.parts) < 5]
    return texts[0] if texts else None
