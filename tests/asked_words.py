"""Which words are asked for: an id that stands somewhere whole, or one with gaps whose fillings all stand somewhere.

So `f"step.{step}.title"` asks for `step.training.title` while something says "training", and for no step that is gone.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from hooks.facts.catalogue import FACTS
from hooks.facts.yaml_marks import read
from hooks.root import ROOT

CODE = ("quiz", "hooks")
PAGES = ("hooks/pages/templates", "docs/en", "overrides")
SCRIPTS = "overrides"  # there the group [page] is all that there is, and its name is left out
WRITTEN = {".html", ".jinja", ".js", ".md", ".txt"}
GAP = "\0"
LETTERS = re.compile("[a-z]{2}")  # what has none beside its gaps asks for everything, and so for nothing
QUOTED = re.compile(r"""["'`]([\w.-]+)(?=["'`])""")
# `prefix-${gap}-suffix` of scripts, and "prefix." ~ gap of templates.
WITH_A_GAP = re.compile(r"""["'`]([\w.-]*)(?:\$\{[^{}`]*\}([\w.-]*)`|["'] ~)""")
ATTRIBUTE = re.compile(r"\boffline\.\w+")  # the one group whose words templates take by their names


@dataclass(frozen=True)
class Asked:
    """Whole ids and parts of them, those with gaps, and what the facts may fill a gap with."""

    whole: frozenset[str]
    gapped: frozenset[str]
    facts: frozenset[str]

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        return [re.compile("(.+?)".join(map(re.escape, text.split(GAP)))) for text in self.gapped]

    def __contains__(self, text_id: str) -> bool:
        return self._known(text_id, gaps=3)

    def _known(self, text: str, gaps: int) -> bool:
        """Whether a text stands somewhere, or is one with gaps; a filling may have gaps too, so many deep."""
        if text in self.whole or text in self.facts or text.isdigit():
            return True
        found = (pattern.fullmatch(text) for pattern in self._patterns) if gaps else ()
        return any(all(self._known(filling, gaps - 1) for filling in match.groups()) for match in found if match)


@cache
def asked() -> Asked:
    """Everything that code, templates, pages and scripts ask for."""
    texts = [*_in_code(), *_in_pages()]
    gapped = frozenset(text for text in texts if GAP in text)
    return Asked(frozenset(texts) - gapped, gapped, frozenset(_in_facts(read(FACTS).data)))


def files(folder: str, endings: set[str]) -> list[Path]:
    """The files of a folder with such an ending; a folder without any is one that has moved."""
    found = [path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in endings]
    assert found, folder
    return found


def _in_code() -> Iterator[str]:
    for path in (path for folder in CODE for path in files(folder, {".py"})):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                text = "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)
                yield from [text] if LETTERS.search(text) else []
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value.replace(GAP, "")


def _in_pages() -> Iterator[str]:
    for folder in PAGES:
        for path in files(folder, WRITTEN):
            text = path.read_text(encoding="utf-8")
            gapped = (GAP.join(parts) for parts in WITH_A_GAP.findall(text) if LETTERS.search("".join(parts)))
            found = [*QUOTED.findall(text), *gapped]
            yield from found
            yield from (f"page.{part}" for part in found if folder == SCRIPTS)
            yield from ATTRIBUTE.findall(text)


def _in_facts(data: object) -> Iterator[str]:
    """Every key, id and other value that is one word, as an id may have it: none of what is written in sentences."""
    match data:
        case dict():
            yield from (str(key) for key in data)
            yield from (word for value in data.values() for word in _in_facts(value))
        case list():
            yield from (word for value in data for word in _in_facts(value))
        case str():
            yield data
