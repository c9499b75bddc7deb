"""A partner's process, part by part: what it writes, what it takes over from its place, what it takes away."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hooks.facts.catalogue import load
from hooks.facts.inherited import PARTS, filled_up
from hooks.facts.partner import Process
from hooks.facts.yaml_marks import DataError
from tests.hooks.facts.few_places import only

FACT = {"source": "https://a.example", "checked": "2026-11-23", "confidence": "high", "review_by": "2027-11-23"}
OWN: dict[str, dict[str, object]] = {"audit": {"kind": "external"}, "validity": {"months": 36}}
TEXT = only("AB", "BC")
FIRST = "        processes:\n          - routes: [secor]\n"  # of some partner


def process(whose: str, routes: list[str], *parts: str, **more: object) -> Process:
    """A process with some parts, each a fact whose id says whose it is."""
    facts = {part: {"id": f"{whose}-{part}", "text": "So.", **FACT, **OWN.get(part, {})} for part in parts}
    return Process.model_validate_json(json.dumps({"routes": routes, **facts, **more}))


def said(found: Process) -> dict[str, str]:
    """The id of each part that a process has."""
    return {part: getattr(found, part).id for part in PARTS if getattr(found, part)}


PLACE = (
    process("place", ["secor"], "audit", "validity", "upkeep"),
    process("place-cor", ["cor"], "audit", "training"),
)


def test_a_part_that_is_written_replaces_that_part_and_the_others_are_the_place_s() -> None:
    (found,) = filled_up(process("own", ["secor"], "validity"), PLACE)
    assert said(found) == {"audit": "place-audit", "validity": "own-validity", "upkeep": "place-upkeep"}


def test_a_part_that_is_not_verified_is_taken_away() -> None:
    (found,) = filled_up(process("own", ["secor"], "audit", not_verified=["upkeep"]), PLACE)
    assert said(found) == {"audit": "own-audit", "validity": "place-validity"}


def test_a_process_for_two_routes_takes_from_the_place_s_process_of_each() -> None:
    small, full = filled_up(process("own", ["secor", "cor"], "audit"), PLACE)
    assert small.routes == ("secor",)
    assert said(small) == {"audit": "own-audit", "validity": "place-validity", "upkeep": "place-upkeep"}
    assert (full.routes, said(full)) == (("cor",), {"audit": "own-audit", "training": "place-cor-training"})


def test_where_the_place_says_nothing_of_a_route_a_process_stays_as_it_is_written() -> None:
    own = process("own", ["owner-operator", "none"], "audit")
    assert [*filled_up(own, PLACE)] == [own]


@pytest.mark.parametrize(
    ("names", "taken"),
    [([], False), (["Gold"], True), (["Gold", "Silver"], True), (["Gold", "Bronze"], False)],
)
def test_what_a_place_says_of_some_names_is_taken_over_for_these_alone(names: list[str], taken: bool) -> None:
    place = (process("place", ["cor"], "audit", "upkeep", names=["Gold", "Silver"]),)
    (found,) = filled_up(process("own", ["cor"], "audit", names=names), place)
    assert ("upkeep" in said(found)) == taken
    assert found.names == tuple(names)


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[str], list[str]]:
    """A function: broken text in, the lines of the report out."""

    def report(text: str) -> list[str]:
        file = tmp_path / "broken.yml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(DataError) as error:
            load(file, "broken.yml")
        return [problem.message for problem in error.value.problems]

    return report


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("upkeep", "'upkeep' is written below; it is accepted in one of the two places"),
        ("timing", "AB says nothing of 'timing' for these classes; leave it out"),
    ],
)
def test_nothing_is_taken_away_that_is_written_or_that_was_not_there(
    refused: Callable[[str], list[str]], part: str, told: str
) -> None:
    place = TEXT.index("      - id: acsa\n")
    broken = TEXT[:place] + TEXT[place:].replace(FIRST, f"{FIRST}            not_verified: [{part}]\n", 1)
    assert refused(broken) == [told]


def test_a_place_takes_nothing_over(refused: Callable[[str], list[str]]) -> None:
    defaults = "    default_processes:\n      - routes: [secor]\n"
    found = refused(TEXT.replace(defaults, f"{defaults}        not_verified: [timing]\n", 1))
    assert found == ["a place takes nothing over; leave the part itself out"]


def test_a_process_without_an_audit_anywhere_is_refused(refused: Callable[[str], list[str]]) -> None:
    place = TEXT.index("  - code: BC\n")
    broken = TEXT[:place] + TEXT[place:].replace(FIRST, f"{FIRST.replace('secor', 'ask')}{FIRST.splitlines()[1]}\n", 1)
    told = "this process has no audit, and BC none for these classes; `audit` is expected here"
    assert refused(broken) == [told, "unknown route of a class 'ask'; known are cor, secor"]
