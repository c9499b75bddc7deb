"""The hand-written pages as their front matter names them: what cards and short links say before a page is made."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs" / "en"
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """A hand-written page: where it stands below the folder of sources, its title and its description."""

    uri: str
    title: str
    description: str

    @property
    def address(self) -> str:
        """Its address below the site's root: "guides/bidding/", and nothing for the home page."""
        return address_of(self.uri)

    @property
    def is_index(self) -> bool:
        """Whether it stands for its folder."""
        return self.uri == "index.md" or self.uri.endswith("/index.md")

    @property
    def is_guide(self) -> bool:
        """Whether it is one of the guides, and not their list."""
        return self.uri.startswith("guides/") and not self.is_index


def address_of(uri: str) -> str:
    """The address below the root of the page of that source: "guides/bidding/" for guides/bidding.md."""
    page = uri.removesuffix(".md")
    return page.removesuffix("index") if page == "index" or page.endswith("/index") else f"{page}/"


def written(docs: Path = DOCS) -> tuple[Written, ...]:
    """Every hand-written page, by where it stands."""
    return tuple(_read(docs, path) for path in sorted(docs.rglob("*.md")))


def _read(docs: Path, path: Path) -> Written:
    found = _FRONT.match(path.read_text(encoding="utf-8"))
    given = yaml.safe_load(found[1]) if found else {}
    return Written(path.relative_to(docs).as_posix(), str(given["title"]), str(given["description"]))
