"""`sources.lock`: what each page said when it was last looked at, as hashes of its paragraphs."""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, field_validator

from hooks.refused import Refused
from hooks.root import ROOT

LOCK = ROOT / "sources.lock"

type State = Literal["first", "unchanged", "changed", "moved", "gone", "turned-away", "unreachable", "unreadable"]


class Record(BaseModel):
    """One page. What is no copied text may stand here: the file is in the repository."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    state: State
    since: datetime.date  # the state's first day
    read: datetime.date | None = None  # the last day on which the page came
    seen: datetime.date | None = None  # the day on which a person said that it still bears its facts out
    accepted: bool = False  # whether a person read the page by hand, for as long as it cannot be read by this state
    status: int = 0  # 0: no answer
    final: str = ""  # where its redirects end
    title: str = ""
    paragraphs: tuple[str, ...] = ()  # hashes of the text that a person saw, or else of the first that came

    @field_validator("paragraphs", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(value.split()) if isinstance(value, str) else value  # one line of the file


type Lock = Mapping[str, Record]

_LOCK = TypeAdapter(dict[str, Record])


def load(path: Path = LOCK) -> dict[str, Record]:
    """The records by address; none where there is no file yet. Raises Refused for a file that is not one."""
    if not path.exists():
        return {}
    try:
        return _LOCK.validate_json(path.read_bytes())
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = " → ".join(str(part) for part in first["loc"])
        told = "take it back from the last commit, or delete it: `make watch` makes it anew"
        raise Refused(f"{path.name} is not as it was written ({where}: {first['msg']}); {told}") from wrong


def save(lock: Lock, path: Path = LOCK) -> None:
    """Write the records, sorted, so that the same records are the same bytes."""
    plain = {address: lock[address].model_dump(mode="json", exclude_defaults=True) for address in sorted(lock)}
    for record in plain.values():
        record["paragraphs"] = " ".join(record.get("paragraphs", ()))
    text = json.dumps(plain, indent=1, ensure_ascii=False) + "\n"
    half = path.with_name(f"{path.name}.half")
    half.write_text(text, encoding="utf-8")
    half.replace(path)
