"""What a partner takes over from its place: the way to a certificate, part by part.

The catalogue stays as the file has it, so that each fact stands in it once. `for_engine` asks here, and pages read what
it made.
"""

from collections.abc import Iterator
from itertools import groupby

from hooks.facts.model import Jurisdiction
from hooks.facts.partner import Partner, Process
from quiz.fact import Route

PARTS = ("audit", "pass_marks", "records", "validity", "timing", "training", "upkeep", "fees")


def processes(partner: Partner, place: Jurisdiction) -> tuple[Process, ...]:
    """The processes of a partner, the first that covers a class holds: its own, filled up, then those of its place."""
    own = (filled for process in partner.processes for filled in filled_up(process, place.default_processes))
    return (*own, *place.default_processes)


def filled_up(process: Process, defaults: tuple[Process, ...]) -> Iterator[Process]:
    """A partner's process with the parts that it leaves out; several where its routes take from several defaults."""
    bases = [next((base for base in defaults if _covers(base, route, process)), None) for route in process.routes]
    for base, same in groupby(zip(bases, process.routes, strict=True), key=lambda pair: pair[0]):
        yield process.model_copy(update={"routes": tuple(route for _, route in same), **_taken(process, base)})


def _covers(base: Process, route: Route, process: Process) -> bool:
    """Whether what the place says of a route holds for every class that the partner's process is about."""
    return route in base.routes and (not base.names or (bool(process.names) and set(process.names) <= set(base.names)))


def _taken(process: Process, base: Process | None) -> dict[str, object]:
    if base is None:
        return {}
    left_out = (part for part in PARTS if not getattr(process, part) and part not in process.not_verified)
    return {part: getattr(base, part) for part in left_out}
