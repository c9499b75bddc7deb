"""The letters of the headings: Source Sans Bold, cut to what English and French need, so that it weighs little."""

import hashlib
import io
from pathlib import Path

import fontTools  # type: ignore[import-untyped]  # it ships no types
from fontTools import subset
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from hooks.pages.cards import FONTS
from hooks.root import ROOT
from hooks.tools import cached

CACHE = ROOT / ".cache" / "fonts"
SOURCE = FONTS / "SourceSansPro-Bold.otf"
# What headings, buttons and marks are written with: ASCII without the signs of code, French, and the marks of print.
LETTERS = (
    "".join(sign for sign in map(chr, range(0x20, 0x7F)) if sign not in "<>@[\\]^_`{|}~")
    + "ÀÂÇÈÉÊËÎÏÔŒÙÛÜŸàâçèéêëîïôœùûüÿ« »–—‘’“”…×·°½"
)


def bold(cache: Path = CACHE) -> Path:
    """The WOFF2 file; cut anew only if the letters, this code or what cuts it has changed."""
    seen = (LETTERS, fontTools.version, Path(__file__).read_text(encoding="utf-8"))
    return cached(cache / f"{hashlib.sha256(repr(seen).encode()).hexdigest()[:20]}.woff2", _cut)


def _cut() -> bytes:
    # Of its names only the notice of copyright stays, the first.
    options = subset.Options(flavor="woff2", hinting=False, layout_features=["kern"], desubroutinize=True, name_IDs=[0])
    font = TTFont(SOURCE, recalcTimestamp=False)  # two builds are the same bytes
    cutter = subset.Subsetter(options)
    cutter.populate(text=LETTERS)
    cutter.subset(font)
    out = io.BytesIO()
    font.flavor = options.flavor
    font.save(out)
    return out.getvalue()
