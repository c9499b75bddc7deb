"""The catalogue as the JSON that the engine reads: inheritance resolved, and only the keys that `quiz.facts` knows."""

import json
from dataclasses import fields
from typing import cast

from hooks.facts.inherited import processes
from hooks.facts.model import Catalogue, Jurisdiction
from hooks.facts.partner import Partner
from quiz.facts import Facts
from quiz.reading import NESTED, from_plain

type Json = dict[str, object]


def engine_facts(catalogue: Catalogue) -> Json:
    """Plain data for `quiz.facts.from_plain`; what the pages show and no rule reads is left out."""
    data: Json = {
        "industries": list(catalogue.industries),
        "cautions": [_dump(caution) for caution in catalogue.cautions],
        "jurisdictions": [_jurisdiction(jurisdiction) for jurisdiction in catalogue.jurisdictions],
        "newest_check": catalogue.newest_check.isoformat(),
    }
    return _known(data, Facts)


def facts_bytes(catalogue: Catalogue) -> bytes:
    """The same as UTF-8 JSON, byte for byte the same for the same catalogue."""
    return json.dumps(engine_facts(catalogue), ensure_ascii=False, separators=(",", ":")).encode()


def facts_for(catalogue: Catalogue) -> Facts:
    """What the engine sees, for use on the build's side."""
    return from_plain(engine_facts(catalogue))


def _dump(entry: object) -> Json:
    return cast("Json", entry.model_dump(mode="json", exclude_defaults=True))  # type: ignore[attr-defined]


def _jurisdiction(jurisdiction: Jurisdiction) -> Json:
    return {
        **_dump(jurisdiction),
        "partners": [_partner(partner, jurisdiction) for partner in jurisdiction.partners],
    }


def _partner(partner: Partner, jurisdiction: Jurisdiction) -> Json:
    counting = partner.counting or jurisdiction.default_counting
    classes = partner.size_classes or jurisdiction.default_size_classes
    hours = {"full_time_hours": counting.full_time_hours} if counting and counting.full_time_hours else {}
    return {
        **_dump(partner),
        "counting": _dump(counting),
        "size_classes": [_dump(size_class) | hours for size_class in classes],
        "processes": [_dump(process) for process in processes(partner, jurisdiction)],
    }


def _known(data: Json, kind: type) -> Json:
    """Only the keys that the dataclass has, down through everything nested in it."""
    nested = NESTED.get(kind, {})
    names = {field.name for field in fields(kind)}
    return {key: _known_value(value, nested.get(key)) for key, value in data.items() if key in names}


def _known_value(value: object, kind: type | None) -> object:
    if isinstance(value, list):
        return [_known_value(part, kind) for part in value]
    if kind is not None and isinstance(value, dict):
        return _known(value, kind)
    return value
