"""Strict YAML with positions: text in, plain data and a map from each place to its line and column out.

Knows nothing of partners or provinces. YAML 1.1's surprises (ON as true, 012 as ten, duplicate keys) are refused
or left as text; aliases and tags are refused, so that no file can grow in memory or name a Python type.
"""

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from hooks.refused import Refused
from hooks.streams import shown

LARGEST_FILE = 1_000_000  # bytes
DEEPEST = 20  # lists in lists
LONGEST_MESSAGE = 600  # characters: what is wrong may be a value as long as the file

type Place = tuple[str | int, ...]
type Finding = tuple[Place, str, bool]  # where, what, and whether the place is a key
type Plain = str | int | bool | list[Plain] | dict[str, Plain] | None


class _Loader(yaml.CSafeLoader):
    """Text unless it is plainly true, false, a decimal whole number or null."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", "true|false", "tf"),
    ("int", "-?(?:0|[1-9][0-9]{0,17})", "-0123456789"),
    ("null", "~|null|", "~n"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^$"), [""])


def entries(data: Plain, place: Place = ()) -> Iterator[tuple[Place, Plain]]:
    """The data itself and everything in it, each with its place, in the order of the file."""
    waiting: list[tuple[Place, Plain]] = [(place, data)]  # a stack: a generator in a generator is three times slower
    while waiting:
        place, data = waiting.pop()
        yield place, data
        if isinstance(data, dict):
            waiting += reversed([((*place, key), value) for key, value in data.items()])
        elif isinstance(data, list):
            waiting += reversed([((*place, number), value) for number, value in enumerate(data)])


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong in a file, where it is (line and column count from 1), and what would be accepted."""

    line: int
    column: int
    message: str

    def at(self, file: str) -> str:
        """The problem as one line, `file:line:column: message`."""
        # What was written may hold orders to a terminal, or line breaks; so may the name of the file.
        text = shown(self.message)
        if len(text) > LONGEST_MESSAGE:
            text = (
                f"{text[: LONGEST_MESSAGE * 2 // 3]} … {text[-LONGEST_MESSAGE // 3 :]}"  # what is accepted comes last
            )
        return f"{shown(file)}:{self.line}:{self.column}: {text}"


class DataError(Refused):
    """A file that cannot be used; carries every problem that was found, sorted by place."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = sorted(set(problems))
        super().__init__("\n".join(problem.at(file) for problem in self.problems))


@dataclass(slots=True)
class Document:
    """Plain data with the mark of every key and value in it."""

    file: str
    data: Plain = None
    keys: dict[Place, tuple[int, int]] = field(default_factory=dict)
    values: dict[Place, tuple[int, int]] = field(default_factory=dict)

    def problem(self, place: Place, message: str, *, key: bool = False) -> Problem:
        """A problem at the nearest place above `place` that stands in the file."""
        marks = self.keys if key else self.values
        while place and place not in marks and place not in self.values:
            place = place[:-1]
        line, column = marks.get(place) or self.values.get(place, (1, 1))
        return Problem(line, column, message)


def read(path: Path, shown_as: str | None = None) -> Document:
    """Read a YAML file; raises `DataError` with every problem of form (syntax, duplicates, aliases, tags, size)."""
    file = shown_as or str(path)
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):  # a pipe may let its reader wait for ever
            told = "folder" if stat.S_ISDIR(kind) else "pipe or a device"
            raise DataError(file, [Problem(1, 1, f"this is a {told}; name a YAML file")])
        with path.open("rb") as opened:
            raw = opened.read(LARGEST_FILE + 1)  # never more into memory, whatever the path leads to
        size = max(path.stat().st_size, len(raw))
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise DataError(file, [Problem(1, 1, f"the file cannot be read ({reason}); name a YAML file")]) from error
    if len(raw) > LARGEST_FILE:
        told = f"the file has {size:,} bytes; at most {LARGEST_FILE:,} are accepted"
        raise DataError(file, [Problem(1, 1, told)])
    return parse(decoded(raw, file), file)


def decoded(raw: bytes, file: str) -> str:
    """The text of a file; raises `DataError` where it is none."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = (before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        raise DataError(file, [Problem(*place, "this is not UTF-8 text; save the file as UTF-8")]) from error


def parse(text: str, file: str) -> Document:
    """Parse YAML text; raises `DataError` as `read` does."""
    try:
        problems = list(_forbidden(text))
        if problems:
            raise DataError(file, problems)
        node = yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise DataError(file, [Problem(*place, _syntax(error, text, *place))]) from error
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = (before.count("\n") + 1, error.position - before.rfind("\n"))
        raise DataError(file, [Problem(*place, "a control character; remove it")]) from error
    except (RecursionError, ValueError) as error:
        deep = "the lists are nested too deeply, or a number is too long; at most a few levels are expected"
        raise DataError(file, [Problem(1, 1, deep)]) from error
    if node is None:
        raise DataError(file, [Problem(1, 1, "the file is empty; a mapping with `jurisdictions` is expected")])
    document = Document(file)
    document.data = _plain(node, (), document, problems)
    if problems:
        raise DataError(file, problems)
    return document


def _syntax(error: yaml.MarkedYAMLError, text: str, line: int, column: int) -> str:
    what = " ".join(part for part in (error.context, error.problem) if part)
    lines = text.splitlines()
    if line <= len(lines) and lines[line - 1][column - 1 : column] == "\t":
        return "a tab where spaces are expected; indent with spaces"
    return f"not readable as YAML ({what}); check indentation, colons and quotes"


def _forbidden(text: str) -> Iterator[Problem]:
    """Aliases, anchors and tags, found in the event stream before anything is built from them."""
    depth = 0
    for event in yaml.parse(text, _Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        found = [*_not_plain(event)]
        if depth > DEEPEST:
            found.append(f"lists nested more than {DEEPEST} deep; a few levels are expected")
        if found:  # few events have something to tell, so that asking each for its place would cost the most
            mark = event.start_mark
            place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            yield from (Problem(*place, told) for told in found)
        if depth > DEEPEST:
            return


def _not_plain(event: yaml.Event) -> Iterator[str]:
    if isinstance(event, yaml.AliasEvent):
        yield f"alias *{event.anchor}; aliases are not accepted, write the value out"
    elif isinstance(event, yaml.NodeEvent) and event.anchor:
        yield f"anchor &{event.anchor}; anchors are not accepted, write the value out"
    if tag := getattr(event, "tag", None):
        yield f"tag {tag}; tags are not accepted, write a plain value"


def _plain(node: yaml.Node, place: Place, document: Document, problems: list[Problem]) -> Plain:
    document.values[place] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, place, document, problems)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*place, i), document, problems) for i, child in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: yaml.MappingNode, place: Place, document: Document, problems: list[Problem]) -> Plain:
    result: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(line, column, "a list or mapping as a key; a key is one word"))
            continue
        key = str(key_node.value)
        if key in result:
            first = document.keys[*place, key][0]
            problems.append(Problem(line, column, f"duplicate key '{key}', first at line {first}; keep one of them"))
            continue
        document.keys[*place, key] = (line, column)
        result[key] = _plain(value_node, (*place, key), document, problems)
    return result


def _scalar(node: yaml.Node) -> Plain:
    text = str(node.value)
    match node.tag.rpartition(":")[2]:
        case "bool":
            return text == "true"
        case "int":
            return int(text)
        case "null":
            return None
        case _:
            return text
