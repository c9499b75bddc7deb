"""The file of what the quiz's first screen can say before the engine is there, made anew only when that may differ."""

import json
from pathlib import Path

from hooks.root import ROOT
from hooks.tools import cached
from hooks.views.proof_report import decided_by
from hooks.views.site import Site
from quiz.ahead.glance import glances

CACHE = ROOT / ".cache" / "glance"


def glance(site: Site, cache: Path = CACHE) -> str:
    """As JSON, by place, partner and outcome."""
    return cached(cache / f"{decided_by(site.inputs)}.json", lambda: _made(site)).read_text(encoding="utf-8")


def _made(site: Site) -> bytes:
    told = glances(site.facts, site.words)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
