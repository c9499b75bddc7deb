"""What this machine keeps of a page beside its record: the texts themselves, so that a change can be shown."""

import datetime
import hashlib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from hooks.root import ROOT

CACHE = ROOT / ".cache" / "watch"


class Kept(BaseModel):
    """One page as it came the last time, and as it was when somebody last said that it is right."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str
    tried: datetime.datetime  # the last try, whatever came of it
    trouble: str = ""  # what kind of trouble the last try met
    said: str = ""  # the same for people
    misses: int = 0  # runs in a row that met trouble
    read: datetime.date | None = None  # the day of what follows
    status: int = 0
    final: str = ""
    permanent: bool = False  # whether all redirects there are meant for good
    title: str = ""
    paragraphs: tuple[str, ...] = ()
    whole: str = ""
    before: tuple[str, ...] = ()  # the paragraphs that the record's hashes stand for
    whole_before: str = ""
    etag: str = ""
    modified: str = ""


class Store:
    """The kept pages of this machine, a file each."""

    def __init__(self, folder: Path = CACHE) -> None:
        self.folder = folder

    def get(self, address: str) -> Kept | None:
        """The page as it was kept; None where it never was, or its file is damaged."""
        try:
            page = Kept.model_validate_json(self._file(address).read_bytes())
        except (FileNotFoundError, ValidationError):
            return None
        return page if page.address == address else None

    def put(self, page: Kept) -> None:
        """Keep a page in one step, so that a run that is stopped leaves no half file."""
        file = self._file(page.address)
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(".half")
        half.write_text(page.model_dump_json(exclude_defaults=True), encoding="utf-8")
        half.replace(file)

    def _file(self, address: str) -> Path:
        return self.folder / "pages" / f"{hashlib.sha256(address.encode()).hexdigest()[:24]}.json"
