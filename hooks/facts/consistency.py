"""What must hold between the entries of `partners.yml`, once each has the right shape (see `repetitions` for before).

Every check yields the place, a sentence, and whether the place is a key; `catalogue.load` turns them into lines.
"""

import datetime
from collections.abc import Iterator
from typing import get_args

from hooks.facts.copied import left_in
from hooks.facts.entry import Fact, walk
from hooks.facts.inherited import filled_up
from hooks.facts.model import Catalogue, Code, Jurisdiction, Letter
from hooks.facts.partner import Counting, Group, Partner, Process
from hooks.facts.trades import trade_findings
from hooks.facts.yaml_marks import Finding, Place

# What a visitor may answer beside the industries that partners list.
ANY_INDUSTRY = {"other", "unsure"}


def inconsistencies(catalogue: Catalogue) -> Iterator[Finding]:
    """Everything that the shape alone cannot refuse."""
    yield from _dates(catalogue)
    for number, jurisdiction in enumerate(catalogue.jurisdictions):
        yield from _jurisdiction(jurisdiction, ("jurisdictions", number), catalogue)
    yield from _same_body(catalogue)
    yield from left_in(catalogue)
    yield from trade_findings(catalogue)
    yield from _all_jurisdictions(catalogue)


def _all_jurisdictions(catalogue: Catalogue) -> Iterator[Finding]:
    missing = set(get_args(Code.__value__)) - {j.code for j in catalogue.jurisdictions}
    if missing:
        yield ("jurisdictions",), f"no entry for {', '.join(sorted(missing))}; all 13 are expected", True


def _dates(catalogue: Catalogue) -> Iterator[Finding]:
    for place, entry in walk(catalogue):
        if not isinstance(entry, Fact):
            continue
        days = 366 if entry.confidence == "high" else 184
        latest = entry.checked + datetime.timedelta(days=days)
        if not entry.checked < entry.review_by <= latest:
            yield (
                (*place, "review_by"),
                f"review_by {entry.review_by} does not fit checked {entry.checked} with {entry.confidence} confidence; "
                f"a date after it and no later than {latest} is accepted",
                False,
            )


def _jurisdiction(jurisdiction: Jurisdiction, place: Place, catalogue: Catalogue) -> Iterator[Finding]:
    ids = [partner.id for partner in jurisdiction.partners]
    if jurisdiction.default_counting:
        yield from _counting(jurisdiction.default_counting, (*place, "default_counting"))
    if not jurisdiction.partners and not jurisdiction.without_partner:
        yield place, f"{jurisdiction.code} has no partner; `without_partner` is expected then", False
    for number, process in enumerate(jurisdiction.default_processes):
        yield from _default_process(process, (*place, "default_processes", number))
    for number, partner in enumerate(jurisdiction.partners):
        yield from _partner(partner, jurisdiction, (*place, "partners", number), catalogue)
    yield from _references(jurisdiction, place, set(ids), set(catalogue.industries))


def _partner(partner: Partner, jurisdiction: Jurisdiction, place: Place, catalogue: Catalogue) -> Iterator[Finding]:
    for number, industry in enumerate(partner.industries):
        if industry not in catalogue.industries:
            accepted = ", ".join(catalogue.industries)
            yield (*place, "industries", number), f"unknown industry '{industry}'; accepted are {accepted}", False
    if not partner.size_classes and not jurisdiction.default_size_classes:
        yield (
            place,
            f"{partner.id} has no size_classes and {jurisdiction.code} no default; one of them is expected",
            False,
        )
    if partner.counting:
        yield from _counting(partner.counting, (*place, "counting"))
    elif not jurisdiction.default_counting:
        yield place, f"{partner.id} has no counting and {jurisdiction.code} no default; one of them is expected", False
    if (partner.status == "doubtful") != (partner.status_note is not None):
        yield (*place, "status"), "a doubtful partner, and only such a one, has a status_note that says why", False
    for number, process in enumerate(partner.processes):
        yield from _process(process, jurisdiction, (*place, "processes", number))


def _default_process(process: Process, place: Place) -> Iterator[Finding]:
    if process.audit is None:
        yield place, "this process has no audit; `audit` is expected where nothing is inherited", False
    if process.not_verified:
        yield (*place, "not_verified"), "a place takes nothing over; leave the part itself out", True


def _process(process: Process, jurisdiction: Jurisdiction, place: Place) -> Iterator[Finding]:
    """What a partner writes, what it takes over and what it takes away fit together."""
    if any(filled.audit is None for filled in filled_up(process, jurisdiction.default_processes)):
        text = f"this process has no audit, and {jurisdiction.code} none for these classes; `audit` is expected here"
        yield place, text, False
    whole = process.model_copy(update={"not_verified": ()})
    for number, part in enumerate(process.not_verified):
        spot = (*place, "not_verified", number)
        if getattr(process, part):
            yield spot, f"'{part}' is written below; it is accepted in one of the two places", False
        elif not any(getattr(filled, part) for filled in filled_up(whole, jurisdiction.default_processes)):
            yield spot, f"{jurisdiction.code} says nothing of '{part}' for these classes; leave it out", False


def _counting(counting: Counting, place: Place) -> Iterator[Finding]:
    """Each kind of person stands in exactly one of the three lists; hours go with full-time equivalents alone."""
    if counting.unit == "full-time-equivalents" and counting.full_time_hours is None:
        yield (*place, "unit"), "the unit 'full-time-equivalents' goes with `full_time_hours`, which is missing", False
    if counting.unit != "full-time-equivalents" and counting.full_time_hours is not None:
        text = f"full_time_hours does not go with the unit '{counting.unit}'; 'full-time-equivalents' is accepted"
        yield (*place, "full_time_hours"), text, True
    listed = [*counting.counted, *counting.not_counted, *counting.unclear]
    for group in get_args(Group.__value__):
        if listed.count(group) != 1:
            text = f"'{group}' stands {listed.count(group)} times in counted, not_counted and unclear; once is accepted"
            yield place, text, False
    for number, group in enumerate(counting.careful):
        if group not in counting.counted:
            told = f"'{group}' is not counted, so no care is needed; one of those in `counted` is accepted"
            yield (*place, "careful", number), told, False


def _references(
    jurisdiction: Jurisdiction, place: Place, partners: set[str], industries: set[str]
) -> Iterator[Finding]:
    """Every partner and industry that is named exists."""
    for number, conflict in enumerate(jurisdiction.conflicts):
        yield from _known(conflict.partners, partners, (*place, "conflicts", number, "partners"))
    for number, letter in enumerate(jurisdiction.letters):
        spot = (*place, "letters", number)
        if letter.granted_by:
            yield from _one_known(letter.granted_by, partners, (*spot, "granted_by"))
        yield from _known(letter.holders_of, partners, (*spot, "holders_of"))
        yield from _conversion(letter, spot)
    for number, money in enumerate(jurisdiction.money):
        yield from _known(money.partners, partners, (*place, "money", number, "partners"))
        yield from _known(
            money.industries, industries | ANY_INDUSTRY, (*place, "money", number, "industries"), "industry "
        )
    for number, interim in enumerate(jurisdiction.interim):
        if interim.asked_of:
            yield from _one_known(interim.asked_of, partners, (*place, "interim", number, "asked_of"))
    whens = [("cautions", number, caution.when) for number, caution in enumerate(jurisdiction.cautions)]
    whens += [("interim", number, interim.when) for number, interim in enumerate(jurisdiction.interim)]
    for key, number, when in whens:
        spot = (*place, key, number, "when")
        yield from _known(when.partners, partners, (*spot, "partners"), "")
        yield from _known(when.industries, industries | ANY_INDUSTRY, (*spot, "industries"), "")


def _known(values: tuple[str, ...], allowed: set[str], place: Place, kind: str = "partner ") -> Iterator[Finding]:
    for number, value in enumerate(values):
        yield from _one_known(value, allowed, (*place, number), kind)


def _one_known(value: str, allowed: set[str], place: Place, kind: str = "partner ") -> Iterator[Finding]:
    if value not in allowed:
        yield place, f"unknown {kind}'{value}'; known are {', '.join(sorted(allowed)) or 'none here'}", False


def _conversion(letter: Letter, place: Place) -> Iterator[Finding]:
    """A conversion is for holders of other partners' certificates here, and it alone names them."""
    is_conversion = (letter.kind == "conversion", letter.to == "other-partners", bool(letter.holders_of))
    if len(set(is_conversion)) > 1:
        yield (
            place,
            "kind 'conversion', to 'other-partners' and `holders_of` go together; all or none is accepted",
            False,
        )


def _same_body(catalogue: Catalogue) -> Iterator[Finding]:
    """A body that works in several places has one name there, and is in the federation or is not."""
    first: dict[str, Partner] = {}
    for number, jurisdiction in enumerate(catalogue.jurisdictions):
        for index, partner in enumerate(jurisdiction.partners):
            here: Place = ("jurisdictions", number, "partners", index)
            other = first.setdefault(partner.id, partner)
            for key in ("name", "acronym"):
                if getattr(other, key) != getattr(partner, key):
                    told = f"'{partner.id}' is called '{getattr(other, key)}' elsewhere; one name is accepted"
                    yield (*here, key), told, False
            if other.cfcsa_member != partner.cfcsa_member:
                member = "a member of the federation" if other.cfcsa_member else "no member of the federation"
                yield (
                    (*here, "cfcsa_member"),
                    f"'{partner.id}' is {member} elsewhere; one of the two is accepted",
                    False,
                )
