"""What happens to a firm that holds a certificate: every fact named is there, and silence is told."""

import pytest

from hooks.facts.model import Catalogue
from hooks.pages.generated import filled
from hooks.root import ROOT
from hooks.views.life import _FACTS, Event, life_events
from hooks.views.site import Site

PAGE = "guides/life-with-a-certificate.md"


@pytest.fixture(scope="module")
def events(facts_file: Catalogue) -> dict[str, Event]:
    return {event.id: event for event in life_events(facts_file)}


@pytest.mark.parametrize("event", _FACTS)
def test_every_fact_of_an_event_stands_beside_its_place(event: str, events: dict[str, Event]) -> None:
    found = {said.fact.id for _, told in events[event].by_place for said in told}
    assert found == set(_FACTS[event])


def test_a_partners_fact_names_the_partner_and_a_places_fact_none(events: dict[str, Event]) -> None:
    said = {one.fact.id: one.partner for _, told in events["ran-out"].by_place for one in told}
    assert said["ab-caution-expired"] is None
    assert said["nl-nlcsa-upkeep"] is not None
    assert said["nl-nlcsa-upkeep"].id == "nlcsa"


def test_a_place_that_certifies_speaks_of_an_event_or_is_said_to_be_silent(
    events: dict[str, Event], facts_file: Catalogue
) -> None:
    certify = {place.code for place in facts_file.jurisdictions if place.partners}
    for event in events.values():
        spoken = {place.code for place, _ in event.by_place}
        assert spoken | {place.code for place in event.silent} >= certify
        assert not spoken & {place.code for place in event.silent}


def test_the_guide_tells_every_event(site_facts: Site) -> None:
    page = filled(site_facts, PAGE, (ROOT / "docs/en" / PAGE).read_text(encoding="utf-8")).markdown
    assert [event.id for event in site_facts.events if f"{{ #{event.id} }}" not in page] == []
    assert "Not verified for" in page
