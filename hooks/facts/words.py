"""The word file as the JSON that the engine reads in the browser."""

import json
import tomllib

from hooks.root import ROOT

LOCALES = ROOT / "quiz" / "locales"
# The words of the pages around the engine stand in their HTML.
NOT_FOR_THE_ENGINE = ("page", "offline")


def words_bytes(language: str = "en") -> bytes:
    """The nested table of a language as UTF-8 JSON."""
    table = tomllib.loads((LOCALES / f"{language}.toml").read_text(encoding="utf-8"))
    for group in NOT_FOR_THE_ENGINE:
        table.pop(group, None)
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()
