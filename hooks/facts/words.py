"""The word file: for the build's own use, and as the JSON that the engine reads in the browser."""

import json
import tomllib
from functools import lru_cache
from pathlib import Path

from hooks.root import ROOT
from quiz.words import Words

LOCALES = ROOT / "quiz" / "locales"
# The words of the pages around the engine stand in their HTML; those of the proof are for the build.
NOT_FOR_THE_ENGINE = ("page", "offline", "proof", "diff")


def words(language: str = "en") -> Words:
    """The words of a language."""
    return Words(_table(language))


def words_bytes(language: str = "en") -> bytes:
    """The nested table of a language as UTF-8 JSON."""
    table = {group: texts for group, texts in _table(language).items() if group not in NOT_FOR_THE_ENGINE}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def _table(language: str) -> dict[str, object]:
    path = LOCALES / f"{language}.toml"
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(path: Path, _stamp: int) -> dict[str, object]:
    """Kept until the file changes: each check of the facts asks for the words, and while one writes there are many."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
