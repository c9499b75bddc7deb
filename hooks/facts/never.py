"""Entries that are right in themselves and never come to be used: nobody is in their case, or another comes before."""

from collections.abc import Iterator
from typing import get_args

from hooks.facts.entry import walk
from hooks.facts.model import Catalogue, Held, Letter, When
from hooks.facts.partner import Partner, Process
from hooks.facts.yaml_marks import Finding, Place

NOTHING_TO_CARRY: tuple[Held, ...] = ("none", "expired")


def never_used(catalogue: Catalogue) -> Iterator[Finding]:
    """Every letter, case, process and partner that no visitor can meet."""
    for place, entry in walk(catalogue):
        match entry:
            case When():
                yield from _when(entry, place)
                yield from _held(entry, place)
            case Letter():
                yield from _letter(entry, place)
            case Partner():
                yield from _partner(entry, place)
    for number, jurisdiction in enumerate(catalogue.jurisdictions):
        yield from _processes(jurisdiction.default_processes, ("jurisdictions", number, "default_processes"))


def _when(when: When, place: Place) -> Iterator[Finding]:
    if not set(when.holds or get_args(Held.__value__)) - set(when.unless_holds):
        told = "this takes away everything that may be held; one that leaves something in `holds` is accepted"
        yield (*place, "unless_holds"), told, False
    if when.one_person and (when.people_over or 0) >= 1:
        told = f"nobody with more than {when.people_over} people is one person; 0 is accepted, or one of the two keys"
        yield (*place, "people_over"), told, False
    if when.partner_unsure and len(when.partners) == 1:
        told = "who is not sure of the partner has several; two or more are accepted here, or none"
        yield (*place, "partners"), told, False
    if when.portability and when.holds and set(when.holds) <= set(NOTHING_TO_CARRY):
        told = (
            f"{', '.join(when.holds)} in `holds` is nothing to carry; what is held elsewhere or here is accepted there"
        )
        yield (*place, "portability"), told, True


def _held(when: When, place: Place) -> Iterator[Finding]:
    """What is held rules out; and only who holds one from elsewhere is asked for an office and for work here."""
    if when.holds and when.unless_holds and not {*when.holds} & {*when.unless_holds}:
        told = "nothing of this is in `holds`, so it takes nothing away; one of those is accepted, or leave it out"
        yield (*place, "unless_holds"), told, True
    if not when.holds or any(held.endswith("-elsewhere") for held in when.holds):
        return
    for key in ("local_base", "work_started"):
        if getattr(when, key) and "unsure" not in getattr(when, key):
            told = f"nobody with {', '.join(when.holds)} is asked this; one from elsewhere in `holds` is accepted"
            yield (*place, key), f"{told}, or `unsure` here", True


def _letter(letter: Letter, place: Place) -> Iterator[Finding]:
    if not (letter.bidding or letter.working):
        told = "a letter that is neither for bidding nor for working is for nobody; one of the two as true is accepted"
        yield (*place, "bidding"), told, False
    if letter.to == "same-partner" and letter.granted_by is None:
        yield (*place, "to"), "nobody is the same as no partner; it is accepted beside `granted_by`", False
    if letter.granted_by in letter.refuses:
        told = f"'{letter.granted_by}' grants this letter; another partner is accepted here, or none"
        yield (*place, "refuses", letter.refuses.index(letter.granted_by)), told, False


def _partner(partner: Partner, place: Place) -> Iterator[Finding]:
    # A doubtful one may have closed: it stays for the links that lead to it.
    if not (partner.industries or partner.any_industry) and partner.status == "active":
        told = f"nobody is ever led to '{partner.id}'; an industry is accepted, or `any_industry: true`"
        yield (*place, "industries"), told, False
    yield from _processes(partner.processes, (*place, "processes"))


def _processes(processes: tuple[Process, ...], spot: Place) -> Iterator[Finding]:
    """The first that covers a class holds: a later one for the same route has names that none above it has."""
    for number, later in enumerate(processes):
        for index, route in enumerate(later.routes):
            above = [one for one in processes[:number] if route in one.routes]
            if any(not one.names or set(one.names) & set(later.names) for one in above):
                told = f"the route '{route}' has a process above already; another route is accepted, or other `names`"
                yield (*spot, number, "routes", index), told, False
