"""Whatever is named exists: the partners, industries, classes and routes that entries speak of, and words for them."""

from collections.abc import Iterator
from itertools import chain

from hooks.facts.consistency import ANY_INDUSTRY
from hooks.facts.model import Catalogue, Conflict, Jurisdiction, When
from hooks.facts.partner import Partner, Process, SizeClass
from hooks.facts.words import words
from hooks.facts.yaml_marks import Finding, Place


def unnamed(catalogue: Catalogue) -> Iterator[Finding]:
    """Every name that nothing answers to; partners and industries of one place are looked at in `consistency`."""
    everywhere = {partner.id for place in catalogue.jurisdictions for partner in place.partners}
    yield from _industries(catalogue)
    classes = [found for place in catalogue.jurisdictions for found in _classes(place)]
    for number, caution in enumerate(catalogue.cautions):
        spot: Place = ("cautions", number, "when")
        yield from _all_known(caution.when.partners, everywhere, (*spot, "partners"), "partner")
        industries = {*catalogue.industries, *ANY_INDUSTRY}
        yield from _all_known(caution.when.industries, industries, (*spot, "industries"), "industry")
        yield from _when(caution.when, classes, spot)
    addressed = {f"{place.code}/{partner.id}" for place in catalogue.jurisdictions for partner in place.partners}
    for number, place in enumerate(catalogue.jurisdictions):
        whole: Place = ("jurisdictions", number)
        yield from _place(place, whole, everywhere)
        yield from _all_known(place.authority.refers_to, addressed, (*whole, "authority", "refers_to"), "partner")
    here = {place.code: {partner.id for partner in place.partners} for place in catalogue.jurisdictions}
    for number, old in enumerate(catalogue.replaced):
        if old.partner and old.jurisdiction in here:
            yield from _all_known((old.partner,), here[old.jurisdiction], ("replaced", number, "partner"), "partner")


def _industries(catalogue: Catalogue) -> Iterator[Finding]:
    told = words()
    for number, industry in enumerate(catalogue.industries):
        if industry in ANY_INDUSTRY:
            yield (
                ("industries", number),
                f"'{industry}' is an answer beside the industries; another id is accepted",
                False,
            )
        elif f"industry.{industry}" not in told:
            known = "one with a line under [industry] in quiz/locales/en.toml is accepted"
            yield ("industries", number), f"the industry '{industry}' has no words; {known}", False


def _place(place: Jurisdiction, spot: Place, everywhere: set[str]) -> Iterator[Finding]:
    classes = _classes(place)
    for number, letter in enumerate(place.letters):
        yield from _all_known(letter.refuses, everywhere, (*spot, "letters", number, "refuses"), "partner")
    for number, caution in enumerate(place.cautions):
        yield from _when(caution.when, _of(place, caution.when.partners), (*spot, "cautions", number, "when"))
    for number, interim in enumerate(place.interim):
        yield from _when(interim.when, _of(place, interim.when.partners), (*spot, "interim", number, "when"))
    for number, process in enumerate(place.default_processes):
        yield from _process(process, classes, (*spot, "default_processes", number))
    for number, partner in enumerate(place.partners):
        own = _of(place, (partner.id,))
        for index, process in enumerate(partner.processes):
            yield from _process(process, own, (*spot, "partners", number, "processes", index))
    for number, conflict in enumerate(place.conflicts):
        yield from _conflict(conflict, _of(place, conflict.partners), (*spot, "conflicts", number))
    for number, money in enumerate(place.money):
        yield from _routes(money.routes, _of(place, money.partners), (*spot, "money", number, "routes"))


def _classes(place: Jurisdiction) -> list[SizeClass]:
    """Every class that a visitor there may be in."""
    own = chain.from_iterable(partner.size_classes for partner in place.partners)
    without = [place.without_partner] if place.without_partner else []
    return [*place.default_size_classes, *own, *without]


def _of(place: Jurisdiction, partners: tuple[str, ...]) -> list[SizeClass]:
    """The classes of some partners; of all the place where none is named."""
    named: list[Partner] = [partner for partner in place.partners if partner.id in partners]
    if not named:
        return _classes(place)
    return [found for partner in named for found in partner.size_classes or place.default_size_classes]


def _process(process: Process, classes: list[SizeClass], spot: Place) -> Iterator[Finding]:
    yield from _routes(process.routes, classes, (*spot, "routes"))
    yield from _names(process.names, classes, (*spot, "names"))
    covered = {found.name for found in classes if found.route in (*process.routes, "ask")}
    for number, name in enumerate(process.names):
        if name not in covered and any(found.name == name for found in classes):
            told = f"'{name}' is no class of {', '.join(process.routes)}; "
            yield (*spot, "names", number), f"{told}accepted are {', '.join(sorted(covered)) or 'none here'}", False


def _conflict(conflict: Conflict, classes: list[SizeClass], spot: Place) -> Iterator[Finding]:
    yield from _routes(conflict.routes, classes, (*spot, "routes"))


def _when(when: When, classes: list[SizeClass], spot: Place) -> Iterator[Finding]:
    yield from _names(when.names, classes, (*spot, "names"))
    named = {found.route for found in classes if found.name in when.names}
    # Who has to ask is in no class yet.
    if named and when.routes and not named & {*when.routes} and "ask" not in (*when.routes, *named):
        told = f"no class of these `names` has one of these routes; accepted are {', '.join(sorted(named))}"
        yield (*spot, "routes"), told, False


def _routes(routes: tuple[str, ...], classes: list[SizeClass], spot: Place) -> Iterator[Finding]:
    # A class that leaves it open may end in any route.
    if not any(found.route == "ask" for found in classes):
        yield from _all_known(routes, {found.route for found in classes}, spot, "route of a class")


def _names(names: tuple[str, ...], classes: list[SizeClass], spot: Place) -> Iterator[Finding]:
    yield from _all_known(names, {found.name for found in classes}, spot, "name of a class")


def _all_known(values: tuple[str, ...], known: set[str], spot: Place, kind: str) -> Iterator[Finding]:
    for number, value in enumerate(values):
        if value not in known:
            place = spot if spot[-1] == "partner" else (*spot, number)
            yield place, f"unknown {kind} '{value}'; known are {', '.join(sorted(known)) or 'none here'}", False
