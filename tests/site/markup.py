"""A built page as a tree of elements: enough of HTML to ask what stands in what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(eq=False)
class Element:
    """An element with its attributes, and what stands in it, in order."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    content: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and every one inside, in the order of the page."""
        yield self
        for part in self.content:
            if isinstance(part, Element):
                yield from part.walk()

    def all(self, *tags: str) -> list[Element]:
        """The elements inside of these names."""
        return [element for element in self.walk() if element.tag in tags]

    def meta(self, name: str) -> list[str]:
        """The contents of the meta elements of that name or property."""
        found = [element.attributes for element in self.all("meta")]
        return [given.get("content", "") for given in found if name in (given.get("name"), given.get("property"))]

    def has(self, class_name: str) -> bool:
        """Whether it is of that class."""
        return class_name in self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """What a reader reads in it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.content)


class Reader(HTMLParser):
    """Builds the tree; an end tag closes what was left open inside."""

    def __init__(self) -> None:
        super().__init__()
        self.root = self._open = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self._open)
        self._open.content.append(element)
        if tag not in VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.content.append(Element(tag, {name: value or "" for name, value in attrs}, self._open))

    def handle_data(self, data: str) -> None:
        self._open.content.append(data)

    def handle_endtag(self, tag: str) -> None:
        opened: Element | None = self._open
        while opened and opened.tag != tag:
            opened = opened.parent
        self._open = (opened.parent if opened else None) or self._open


def read(path: Path) -> Element:
    """The tree of a file."""
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.root
