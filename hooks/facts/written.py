"""The hand-written pages as their front matter names them: what cards and short links say before a page is made."""

import re
from dataclasses import dataclass
from pathlib import Path

from hooks.facts.legible import illegible
from hooks.facts.yaml_marks import DataError, Document, Problem, decoded, parse
from hooks.root import ROOT

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
    """Every hand-written page, by where it stands. Raises DataError for one that does not name itself in words."""
    return tuple(_read(docs, path) for path in sorted(docs.rglob("*.md")))


def _read(docs: Path, path: Path) -> Written:
    uri, file = path.relative_to(docs).as_posix(), f"{docs.name}/{path.relative_to(docs)}"
    front = _FRONT.match(decoded(path.read_bytes(), file).replace("\r\n", "\n"))
    document = parse(f"\n{front[1]}", file) if front else Document(file)  # the line of dashes above counts as one
    match document.data:
        case {"title": str(title), "description": str(description)}:
            if wrong := illegible(document):
                raise DataError(file, wrong)
            return Written(uri, title, description)
    told = "the page begins with `---`, its `title`, its `description`, and `---`, each on a line of its own"
    raise DataError(file, [Problem(1, 1, told)])
