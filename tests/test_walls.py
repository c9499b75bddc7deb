"""The walls of the house, read from the table in ARCHITECTURE.md and held over every import, however far it leads."""

import ast
import re
import sys
from dataclasses import dataclass
from functools import cache

import pytest

from hooks.root import ROOT

FOLDERS = ("quiz", "hooks")
LIBRARY = "Python's library"
PURE = "only PURE"
FOR_TYPES = "_typeshed"


@dataclass(frozen=True)
class Wing:
    """One row of the table."""

    name: str
    places: tuple[str, ...]
    knows: tuple[str, ...]
    others: frozenset[str]
    all_of_the_library: bool


def table() -> dict[str, Wing]:
    """The wings in the order of the table."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = text.partition("## The wings")[2].partition("\n\n## ")[0]
    pure = re.findall(r"`([\w.]+)`", rows.partition("PURE is ")[2].partition("Beside them")[0])
    found = {}
    for line in rows.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 5 or cells[0] in ("wing", "---"):
            continue
        name, where, _, knows, others = cells
        found[name] = Wing(
            name,
            tuple(re.findall(r"`([^`]+)`", where)),
            tuple(re.findall(r"\w+", knows)),
            frozenset(pure if others == PURE else re.findall(r"`([^`]+)`", others)),
            LIBRARY in others,
        )
    return found


WINGS = table()
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.py"))
}


@cache
def wing_of(module: str) -> Wing:
    """The row whose place is nearest to the module."""
    path = MODULES[module].relative_to(ROOT).as_posix()
    places = {place: wing for wing in WINGS.values() for place in wing.places}
    fitting = [place for place in places if path == place or (place[-1] == "/" and path.startswith(place))]
    assert fitting, f"{path} stands in no wing of ARCHITECTURE.md"
    return places[max(fitting, key=len)]


def modules_of(wing: Wing) -> list[str]:
    """Its modules."""
    return [module for module in MODULES if wing_of(module) == wing]


@cache
def imports(module: str) -> frozenset[str]:
    """Every module that a module imports, also inside its functions, by its full name."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module} imports by a relative name"
            # `from package import module` names the module, `from module import name` the module before the name.
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name for name in named if name in MODULES} or {str(node.module)}
    return frozenset(found)


@cache
def reached(module: str) -> frozenset[str]:
    """Everything of the project that a module gets to by its imports, at any distance, itself too."""
    found, waiting = set[str](), [module]
    while waiting:
        name = waiting.pop()
        if name in MODULES and name not in found:
            found.add(name)
            waiting += imports(name)
    return frozenset(found)


def others(module: str) -> frozenset[str]:
    """What is imported, at any distance, that is none of the project's."""
    names = {name for inside in reached(module) for name in imports(inside)}
    return frozenset(name for name in names if name.partition(".")[0] not in (*FOLDERS, FOR_TYPES))


def test_the_table_names_each_wing_once_and_only_those_above_it() -> None:
    names = list(WINGS)
    assert len(names) > 10
    for number, wing in enumerate(WINGS.values()):
        assert set(wing.knows) <= set(names[:number]), f"{wing.name} knows a wing that stands below it"
        for place in wing.places:
            assert (ROOT / place).exists(), place


@pytest.mark.parametrize("wing", WINGS.values(), ids=lambda wing: wing.name)
def test_a_wing_gets_to_no_wing_that_its_row_does_not_name(wing: Wing) -> None:
    arrows = [(module, other) for module in modules_of(wing) for other in reached(module)]
    allowed = (wing.name, *wing.knows)
    assert [f"{module} gets to {other}" for module, other in arrows if wing_of(other).name not in allowed] == []


@pytest.mark.parametrize("wing", WINGS.values(), ids=lambda wing: wing.name)
def test_a_wing_gets_to_no_package_that_no_row_on_its_way_names(wing: Wing) -> None:
    for module in modules_of(wing):
        passed = [wing_of(name) for name in reached(module)]
        allowed = {name for one in passed for name in one.others}
        if any(one.all_of_the_library for one in passed):
            allowed |= sys.stdlib_module_names
        assert {name for name in others(module) if not {name, name.partition(".")[0]} & allowed} == set(), module


@pytest.mark.parametrize("wing", WINGS.values(), ids=lambda wing: wing.name)
def test_no_import_runs_in_a_circle(wing: Wing) -> None:
    arrows = [(module, other) for module in modules_of(wing) for other in imports(module) & MODULES.keys()]
    assert [f"{module} and {other}" for module, other in arrows if module in reached(other) - {other}] == []
