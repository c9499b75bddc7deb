"""Numbers that are right each for itself, and together are none: ranges upside down, a thing said in two ways."""

from collections.abc import Iterator

from pydantic import BaseModel

from hooks.facts.entry import walk
from hooks.facts.inherited import filled_up
from hooks.facts.model import Catalogue, Conflict, Interim, Jurisdiction, Refund
from hooks.facts.partner import Process, SizeClass
from hooks.facts.yaml_marks import Finding, Place
from quiz.conditions import CONDITIONS

# Each pair of keys of one entry: the first may not be above the second.
ORDERED = (
    ("valid_from", "valid_to"),
    ("people_from", "people_to"),
    ("least_months", "months"),
    ("dollars", "dollars_to"),
    ("percent", "percent_to"),
    ("percent", "at_most_percent"),
    ("percent_to", "at_most_percent"),
    ("percent", "at_least_percent"),  # a floor below the share would never be one
    ("at_least_percent", "at_most_percent"),
    ("at_least_dollars", "at_most_dollars"),
    ("each_element", "overall"),
    ("upkeep", "overall"),
    ("takes_days", "takes_days_to"),
)
# The upper ends of these say nothing where they are the lower ones again.
APART = {"dollars": "dollars_to", "percent": "percent_to", "takes_days": "takes_days_to"}
# Keys of one kind of entry that say the same in two ways: the second may not stand beside the first.
EITHER = {Conflict: (("people", "people_from"), ("people", "people_to")), Interim: (("months", "days"),)}


def upside_down(catalogue: Catalogue) -> Iterator[Finding]:
    """Every number that another number beside it leaves no room for."""
    for place, entry in walk(catalogue):
        yield from _ordered(entry, place)
        match entry:
            case Refund(at_least_dollars=None, at_least_percent=int()):
                told = "this is of a floor, and there is none; one in `at_least_dollars` is accepted, or leave it out"
                yield (*place, "at_least_percent"), told, True
            case SizeClass(at_most=int(most), average_below=int(below)) if below > most:
                told = f"an average is never above the most, {most}, so this limits nobody; at most {most} is accepted"
                yield (*place, "average_below"), told, False
        for one, other in EITHER.get(type(entry), ()):
            if getattr(entry, one) and getattr(entry, other) is not None:
                yield (*place, other), f"`{one}` and `{other}` say the same in two ways; one is accepted", True
    for number, jurisdiction in enumerate(catalogue.jurisdictions):
        yield from _jurisdiction(jurisdiction, ("jurisdictions", number))


def _ordered(entry: BaseModel, place: Place) -> Iterator[Finding]:
    fields = type(entry).model_fields  # most kinds of entry have none of these, and asking pydantic's models is slow
    for low, high in ORDERED:
        if not (low in fields and high in fields):
            continue
        least, most = getattr(entry, low), getattr(entry, high)
        if least is not None and most is not None and least > most:
            yield (*place, low), f"{low} {least} is above {high} {most}; at most {most} is accepted", False
        elif least is not None and least == most and APART.get(low) == high:
            yield (*place, high), f"`{high}` is `{low}` again; more than {least} is accepted, or leave it out", True
    over, most = (getattr(entry, limit) if limit in fields else None for limit in ("people_over", "people_at_most"))
    if over is not None and most is not None and over >= most:
        told = f"people_over {over} and people_at_most {most} leave nobody; less than {most} is accepted"
        yield (*place, "people_over"), told, False


def _jurisdiction(place: Jurisdiction, spot: Place) -> Iterator[Finding]:
    for condition in CONDITIONS if place.without_partner else ():
        if getattr(place.without_partner, condition.name) is not None:
            told = "the answer where there is no partner is for every size; leave this limit out"
            yield (*spot, "without_partner", condition.name), told, True
    for number, process in enumerate(place.default_processes):
        yield from _short(process, process, (*spot, "default_processes", number))
    for number, partner in enumerate(place.partners):
        for index, process in enumerate(partner.processes):
            for filled in filled_up(process, place.default_processes):
                yield from _short(process, filled, (*spot, "partners", number, "processes", index))


def _short(written: Process, filled: Process, spot: Place) -> Iterator[Finding]:
    """A certificate from few records lasts no longer than the usual one; told at the part that is written here."""
    short = filled.records.short_valid_months if filled.records else None
    usual = filled.validity.months if filled.validity else None
    if short is None or usual is None or short <= usual:
        return
    if written.records:
        told = f"short_valid_months {short} is above the months {usual} of the validity; at most {usual} is accepted"
        yield (*spot, "records", "short_valid_months"), told, False
    elif written.validity:
        told = f"months {usual} is below short_valid_months {short} of the records; at least {short} is accepted"
        yield (*spot, "validity", "months"), told, False
