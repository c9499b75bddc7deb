"""The firm of the examples."""

import pytest

from hooks.views.site import Site
from hooks.views.steady import People, steady_crew
from quiz.answers import read


@pytest.mark.parametrize("people", [1, 2, 25, "unsure"])
def test_a_steady_crew_is_one_that_the_quiz_takes_at_every_place(site_facts: Site, people: People) -> None:
    crews = [steady_crew(place, people) for place in site_facts.facts.jurisdictions]
    assert [crew for crew in crews if isinstance(read(crew, site_facts.facts, site_facts.words), list)] == []
    assert {crew["average_people"] for crew in crews} == {people}


def test_one_person_is_not_said_to_work_with_others(site_facts: Site) -> None:
    place = site_facts.facts.jurisdictions[0]
    assert "works_alone" not in steady_crew(place, 1)
    assert steady_crew(place, 2)["works_alone"] == "no"
