"""For whom a caution is: every condition in order, and nothing that it does not say."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from hooks.facts.model import Caution, Held, When
from hooks.pages.generated import filled
from hooks.views.for_whom import INDUSTRIES_NAMED, Part, about, for_whom
from hooks.views.site import Site
from quiz.fact import Route


def kinds(site: Site, **conditions: object) -> list[str]:
    """What is told of these conditions in Ontario."""
    return [part.kind for part in for_whom(When.model_validate(conditions), site.told("ON"))]


def test_a_caution_for_everybody_has_no_condition(site_facts: Site) -> None:
    assert kinds(site_facts) == []


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        (("cor",), "client-only-cor"),
        (("cor", "unsure"), "client-maybe-only-cor"),
        (("cor", "either"), "client-any-certificate"),
        (("either", "cor"), "client-any-certificate"),
        (("either",), "client-takes-small"),
        (("none", "unsure"), "client-maybe-nothing"),
        (("none",), "client"),
        (("cor", "either", "unsure"), "client-may-ask"),
        (("either", "none", "unsure"), "client-not-only-cor"),
    ],
)
def test_a_client_who_takes_either_is_not_called_one_who_takes_only_cor(
    answers: tuple[str, ...], kind: str, site_facts: Site
) -> None:
    assert kinds(site_facts, client_requires=answers) == [kind]


@pytest.mark.parametrize(
    ("conditions", "kind"),
    [
        ({"growth": ("yes",)}, "growth-yes"),
        ({"growth": ("yes", "unsure")}, "growth-maybe"),
        ({"growth": ("no",)}, "growth"),
        ({"account": ("no",)}, "account-none"),
        ({"account": ("no", "unsure")}, "account-maybe-none"),
        ({"account": ("yes",)}, "account"),
        ({"local_base": ("no", "unsure")}, "base-maybe-none"),
        ({"local_base": ("yes",)}, "base"),
        ({"work_started": ("yes",)}, "work-started"),
        ({"work_started": ("yes", "unsure")}, "work-maybe-started"),
        ({"work_started": ("no",)}, "work-not-started"),
        ({"work_started": ("no", "unsure")}, "work-maybe-not-started"),
        ({"work_started": ("yes", "no")}, "work"),
    ],
)
def test_who_is_not_sure_is_told_of_too(conditions: dict[str, object], kind: str, site_facts: Site) -> None:
    assert kinds(site_facts, **conditions) == [kind]


@pytest.mark.parametrize(
    ("conditions", "part"),
    [
        ({"people_over": 9, "people_at_most": 10}, Part("people", {"n": 10})),
        ({"people_over": 9, "people_at_most": 11}, Part("people-between", {"least": 10, "n": 11})),
        ({"people_over": 9}, Part("people-over", {"n": 9})),
        ({"people_at_most": 1}, Part("people-at-most", {"n": 1})),
        ({"records_under": 3}, Part("records-under", {"months": 3})),
    ],
)
def test_a_number_is_told_with_its_ends(conditions: dict[str, object], part: Part, site_facts: Site) -> None:
    assert for_whom(When.model_validate(conditions), site_facts.told("ON")) == (part,)


def test_a_partner_is_told_by_its_acronym(site_facts: Site) -> None:
    assert for_whom(When(partners=("ihsa",)), site_facts.told("ON")) == (Part("name", {"name": "IHSA"}),)


def test_industries_are_named_unless_they_are_many(site_facts: Site) -> None:
    few = site_facts.industries[:INDUSTRIES_NAMED]
    assert kinds(site_facts, industries=few) == ["industry"] * INDUSTRIES_NAMED
    assert kinds(site_facts, industries=site_facts.industries[: INDUSTRIES_NAMED + 1]) == ["many-industries"]


def test_who_did_not_say_is_no_industry_to_name(site_facts: Site) -> None:
    assert kinds(site_facts, industries=("forestry", "unsure")) == ["industry"]


@pytest.mark.parametrize(
    ("held", "kind"),
    [
        (("cor",), "unless-cor"),
        (("cor", "cor-elsewhere"), "unless-cor"),
        (("cor", "secor"), "unless-certified"),
        (("cor-elsewhere",), "unless-from-elsewhere"),
    ],
)
def test_whom_a_certificate_leaves_out_is_told(held: tuple[str, ...], kind: str, site_facts: Site) -> None:
    assert kinds(site_facts, unless_holds=held) == [kind]


def test_parts_about_one_thing_can_be_told_from_parts_about_another(site_facts: Site) -> None:
    place = site_facts.told("ON")
    parts = for_whom(When(industries=("forestry", "mining"), holds=("cor", "secor"), one_person=True), place)
    assert [part.of for part in parts] == ["industry", "industry", "one", "holds", "holds"]


def test_where_a_certificate_is_from_is_told_once(site_facts: Site) -> None:
    assert kinds(site_facts, holds=("cor-elsewhere",), portability=("letter",)) == ["holds-cor-elsewhere"]
    assert kinds(site_facts, holds=("expired",), portability=("letter",)) == ["holds-expired", "from-elsewhere"]


def test_every_condition_is_told_in_one_order(site_facts: Site) -> None:
    found = kinds(
        site_facts,
        partner_unsure=True,
        portability=("letter",),
        holds=("secor", "cor"),
        names=("COR",),
        routes=("secor",),
        partners=("ihsa",),
    )
    assert found == ["name", "route-secor", "name", "holds-secor", "holds-cor", "from-elsewhere", "no-partner"]


# Each part of a condition with every value that the model takes, one by one and all together.
EVERY: dict[str, tuple[object, ...]] = {
    "partners": (("ihsa",),),
    "routes": tuple((route,) for route in get_args(Route.__value__)),
    "names": (("COR",),),
    "industries": (("other",), ("other",) * (INDUSTRIES_NAMED + 1)),
    "people_over": (9,),
    "people_at_most": (9,),
    "client_requires": (("cor",), ("cor", "unsure"), ("cor", "either"), ("none",)),
    "growth": (("yes",), ("yes", "unsure"), ("no",)),
    "holds": tuple((held,) for held in get_args(Held.__value__)),
    "unless_holds": (("cor",), ("cor", "secor"), ("cor-elsewhere",)),
    "account": (("no",), ("no", "unsure"), ("yes",)),
    "local_base": (("yes",), ("yes", "unsure"), ("no",), ("no", "unsure"), ("yes", "no")),
    "work_started": (("yes",), ("yes", "unsure"), ("no",), ("no", "unsure"), ("yes", "no")),
    "one_person": (True,),
    "records_under": (3,),
    "uncounted": (True,),
    "partner_unsure": (True,),
    "portability": (("letter",),),
    "earns": (True,),
}


def test_no_condition_that_the_model_knows_is_left_out(site_facts: Site) -> None:
    assert set(EVERY) == set(When.model_fields)
    for name, values in EVERY.items():
        assert all(len(kinds(site_facts, **{name: value})) == 1 for value in values), name


@pytest.mark.parametrize(
    "conditions",
    [{name: value} for name, values in EVERY.items() for value in values] + [{"people_over": 9, "people_at_most": 10}],
    ids=str,
)
def test_every_condition_has_words(conditions: dict[str, object], site_facts: Site) -> None:
    """They stand in a template, which knows none that it was not given."""
    place = site_facts.told("ON")
    caution = place.cautions[0].model_copy(update={"when": When.model_validate(conditions)})
    places = (place.model_copy(update={"cautions": (caution,)}),)
    site = replace(site_facts, catalogue=site_facts.catalogue.model_copy(update={"jurisdictions": places}))
    label = '{% import "facts.jinja" as facts with context %}{{ facts.for_whom(places[0].cautions[0], places[0]) }}'
    assert re.search(r'<span class="applies">[A-Z0-9].+</span>', filled(site, "x.md", label).markdown)


def test_the_cautions_on_clients_who_take_either_say_so(site_facts: Site) -> None:
    either = [
        (place, caution)
        for place in site_facts.catalogue.jurisdictions
        for caution in place.cautions
        if {"cor", "either"} == set(caution.when.client_requires)
    ]
    assert all(Part("client-any-certificate") in for_whom(caution.when, place) for place, caution in either)


@pytest.mark.parametrize(
    ("subject", "conditions", "wanted"),
    [
        ("client", {"client_requires": ("either",)}, True),
        ("client", {"client_requires": ("either", "none", "unsure")}, False),
        ("client", {"growth": ("yes",)}, False),
        ("growth", {"growth": ("yes",)}, True),
        ("growth", {"holds": ("secor",)}, True),
        ("growth", {"holds": ("secor", "cor")}, False),
        ("one-person", {"people_at_most": 1}, True),
        ("one-person", {"one_person": True}, True),
        ("one-person", {"people_at_most": 2}, False),
    ],
)
def test_a_guide_gathers_the_cautions_on_its_subject(
    subject: str, conditions: dict[str, object], wanted: bool, site_facts: Site
) -> None:
    place = site_facts.told("ON")
    caution: Caution = place.cautions[0].model_copy(update={"when": When.model_validate(conditions)})
    assert about(subject, place.model_copy(update={"cautions": (caution,)})) == ((caution,) if wanted else ())
