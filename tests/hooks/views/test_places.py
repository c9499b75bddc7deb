"""What the page of a place says first, and its lines in tables."""

from dataclasses import replace

import pytest

from hooks.facts.model import Jurisdiction
from hooks.views.alike import Alike
from hooks.views.ladders import Rung, Shared, active, ladder
from hooks.views.places import (
    ACRONYMS,
    NAMES,
    Certifiers,
    Period,
    Where,
    audit_ways,
    certifiers,
    counted,
    full_classes,
    lead,
    periods,
    small_classes,
    small_cors,
    somewhere,
)
from hooks.views.site import Site
from quiz.fact import Route
from quiz.facts import Jurisdiction as Place


@pytest.fixture(scope="module")
def told(site_facts: Site) -> Jurisdiction:
    """A place with many partners, as the facts tell it."""
    return max(site_facts.catalogue.jurisdictions, key=lambda place: len(place.partners))


@pytest.fixture(scope="module")
def place(site_facts: Site, told: Jurisdiction) -> Place:
    """The same as the engine reads it."""
    return site_facts.facts.by_code[told.code]


@pytest.fixture(scope="module")
def rung(place: Place, site_facts: Site) -> Rung:
    """Some class of it that leads to a certificate."""
    return next(rung for rung in ladder(place.partners[0], site_facts.words) if rung.certifies and rung.process)


def of_route(rung: Rung, *routes: tuple[Route, str]) -> tuple[Shared, ...]:
    """Classes of these routes and names."""
    return tuple(Shared((replace(rung, route=route, name=name),)) for route, name in routes)


def with_partners(told: Jurisdiction, count: int, doubtful: int = 0) -> Jurisdiction:
    """The place with so many partners, the last of them in doubt."""
    partners = [
        partner.model_copy(
            update={"status": "doubtful" if index >= count - doubtful else "active", "name": f"P{index}"}
        )
        for index, partner in enumerate(told.partners[:count])
    ]
    return told.model_copy(update={"partners": tuple(partners)})


def test_the_lead_says_whether_there_is_one_certificate_or_several(told: Jurisdiction, rung: Rung) -> None:
    cor, secor = of_route(rung, ("cor", "COR"), ("secor", "SECOR"))
    assert lead(with_partners(told, 0), ()) == "nobody"
    assert lead(told, [cor]) == "one"
    assert lead(told, [cor, secor]) == "classes"


def test_a_place_without_limits_is_not_one_of_which_nothing_is_known(told: Jurisdiction) -> None:
    assert counted(told, ["one rule"]) == "one"
    assert counted(told, ["one rule", "another"]) == "several"
    assert counted(told, []) == "no-limit"
    assert counted(with_partners(told, 0), []) == "unknown"


def test_only_where_another_time_is_stated_a_time_holds_for_some(place: Place) -> None:
    counting = place.partners[0].counting
    year, unknown = replace(counting, period="year"), replace(counting, period="not-stated")
    assert periods([unknown, unknown]) == (Period("not-stated", some=False),)
    assert periods([year, unknown, year]) == (Period("year", some=True), Period("not-stated", some=True))


@pytest.mark.parametrize(
    ("count", "doubtful", "found"),
    [
        (0, 0, Certifiers(0, (), 0)),
        (NAMES, 0, Certifiers(NAMES, ("P0", "P1", "P2"), 0)),
        (NAMES + 1, 0, Certifiers(NAMES + 1, (), 0)),
        (NAMES + 1, 1, Certifiers(NAMES, ("P0", "P1", "P2"), 1)),
    ],
)
def test_partners_are_named_unless_they_are_many(
    count: int, doubtful: int, found: Certifiers, told: Jurisdiction
) -> None:
    assert certifiers(with_partners(told, count, doubtful)) == found


def test_partners_of_the_country_are_named_unless_they_are_many() -> None:
    few = [Where("Here", str(number)) for number in range(ACRONYMS)]
    assert somewhere(few).named == tuple(few)
    assert (somewhere([*few, few[0]]).named, somewhere([*few, few[0]]).count) == ((), ACRONYMS + 1)


def test_where_all_have_the_same_audit_only_its_classes_are_named(told: Jurisdiction, place: Place, rung: Rung) -> None:
    assert rung.process is not None
    way = Alike(place, (rung,), (rung.process.audit,))
    (line,) = audit_ways(told, [way, Alike(place, (rung,), (None,))])
    assert (line.names, line.among) == ((rung.name,), 0)
    (line,) = audit_ways(with_partners(told, 1), [way])
    assert (line.names, line.among) == ((), 0)


def test_audits_that_differ_are_told_with_their_partners_or_with_how_many_they_are(
    told: Jurisdiction, place: Place, rung: Rung
) -> None:
    assert rung.process is not None
    audit = rung.process.audit
    few = Alike(place, (rung,), (audit,))
    many = Alike(place, tuple(replace(rung, partner=p) for p in place.partners[: ACRONYMS + 1]), (audit,))
    lines = audit_ways(told, [few, many])
    assert [(line.among, line.partners) for line in lines] == [(1, (rung.partner.acronym,)), (ACRONYMS + 1, ())]


def test_partners_stand_beside_a_small_class_only_where_there_are_several(rung: Rung) -> None:
    one = of_route(rung, ("owner-operator", "OCOP"), ("secor", "SECOR"), ("cor", "COR"))
    assert [(shared.rung.name, partners) for shared, partners in small_classes(one)] == [("OCOP", ()), ("SECOR", ())]
    two = of_route(rung, ("secor", "SECOR"), ("secor", "Small COR"), ("ask", "It depends"))
    assert [partners for _, partners in small_classes(two)] == [(rung.partner,), (rung.partner,)]


def test_a_full_certificate_is_named_once(rung: Rung) -> None:
    assert full_classes(of_route(rung, ("cor", "COR"), ("secor", "SECOR"), ("cor", "COR"))) == ("COR",)


def test_a_small_class_that_is_a_cor_by_name_is_named_once(rung: Rung) -> None:
    class_ = replace(rung.classes[-1], counts_as_cor=True)
    counting = replace(rung, classes=(class_,))
    named = of_route(counting, ("secor", "Small COR"), ("secor", "Small COR"), ("owner-operator", "IOO"))
    assert [(name, len(classes)) for name, classes in small_cors(named)] == [("Small COR", 2)]
    assert small_cors(of_route(rung, ("secor", "Small COR"))) == ()


def test_what_holds_at_every_partner_is_told_from_what_holds_at_some(place: Place, rung: Rung) -> None:
    everybody = tuple(replace(rung, partner=partner) for partner in active(place))
    assert [held.scope for held in Alike(place, everybody, (None,)).holders] == ["every"]
    assert [held.scope for held in Alike(place, everybody[:1], (None,)).holders] == ["some"]
    alone = replace(place, partners=place.partners[:1])
    assert [held.scope for held in Alike(alone, everybody[:1], (None,)).holders] == ["only"]
