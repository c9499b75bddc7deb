"""The pages behind the facts as visitors see them: by their site, with what became of their text."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from hooks.watch.freshness import Freshness

NEVER_COMPARED = "first"  # as the watch calls a page that it read for the first time


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page, with the site that it belongs to."""

    told: Freshness
    host: str

    @property
    def held(self) -> str:
        """What the last comparison found, as the watch names it."""
        return self.told.state or NEVER_COMPARED


def source_pages(rows: Iterable[Freshness]) -> tuple[SourcePage, ...]:
    """Every page, by the name of its site and then by its address."""
    pages = (SourcePage(row, urlsplit(row.address).netloc.removeprefix("www.")) for row in rows)
    return tuple(sorted(pages, key=lambda page: (page.host, page.told.address)))
