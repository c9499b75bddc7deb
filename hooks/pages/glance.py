"""The file of what the quiz's first screen can say before the engine is there, made anew only when that may differ."""

import hashlib
import json
from pathlib import Path

from hooks.facts.for_engine import facts_bytes
from hooks.facts.words import words_bytes
from hooks.root import ROOT
from hooks.tools import cached
from hooks.views.site import Site
from quiz.ahead.glance import glances

CACHE = ROOT / ".cache" / "glance"


def glance(site: Site, cache: Path = CACHE) -> str:
    """As JSON, by place, partner and outcome."""
    rules = b"".join(path.read_bytes() for path in sorted((ROOT / "quiz").rglob("*.py")))
    name = hashlib.sha256(facts_bytes(site.catalogue) + words_bytes() + rules).hexdigest()
    return cached(cache / f"{name}.json", lambda: _made(site)).read_text(encoding="utf-8")


def _made(site: Site) -> bytes:
    told = glances(site.facts, site.words)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
