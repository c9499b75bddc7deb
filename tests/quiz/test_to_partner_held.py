"""What a message to the partner says of a certificate that is held or ran out, and of people counted with care."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.evidence import counted_with_care
from quiz.facts import Partner
from quiz.to_partner import body_of_home, held_of_home, hold, to_the_partner
from quiz.words import Words
from tests.quiz.made_up import (
    BUILDERS,
    COUNTING,
    FROM_XB,
    TWO_SIZES,
    facts,
    letter,
    partner,
    place,
    size_class,
    visitor,
)
from tests.quiz.one_message import opened

OTHERS = partner("others", *TWO_SIZES)
CAREFUL = replace(
    BUILDERS,
    counting=replace(COUNTING, counted=("employees", "agency", "owners"), careful=("agency", "owners"), unclear=()),
)


@pytest.mark.parametrize(
    ("one", "count", "kinds"),
    [
        (CAREFUL, {"employees": 8, "agency": 5}, ("agency",)),
        (CAREFUL, {"employees": 8, "agency": 2, "owners": 1}, ("agency", "owners")),
        (CAREFUL, {"employees": 8, "agency": 5, "owners": 0}, ("agency",)),
        (CAREFUL, {"employees": 11, "agency": 5}, ()),  # the full certificate without them too
        (CAREFUL, {"employees": 5, "agency": 5}, ()),  # the small one with them
        (CAREFUL, {"employees": 0, "agency": 11}, ()),  # nobody else is left to be counted
        (CAREFUL, {"employees": 13}, ()),
        (BUILDERS, {"employees": 13, "agency": 5}, ()),
    ],
)
def test_people_are_counted_with_care_where_the_full_certificate_hangs_on_them(
    texts: Words, one: Partner, count: dict[str, int], kinds: tuple[str, ...]
) -> None:
    there = visitor(one, count=count)
    assert counted_with_care(there) == kinds
    if kinds:
        groups = texts.listed([texts(f"group.{kind}") for kind in kinds], "or")
        size = texts("message.size", people=texts.people(sum(count.values())))
        assert to_the_partner(there, texts) == texts("message.depends-count", groups=groups, size=size)


def test_without_a_partner_nobody_is_counted_with_care() -> None:
    both = place(CAREFUL, replace(CAREFUL, id="others"))
    assert counted_with_care(visitor(at=both, count={"employees": 8, "agency": 5})) == ()


@pytest.mark.parametrize(
    ("answers", "says", "also"),
    [
        ({"partner": "builders"}, "hold-expired", "renewal"),
        ({"partner": "unsure"}, "hold-expired-of-any", None),
        ({"partner": "builders", "home_partner": "others"}, "hold-expired-of", "renewal-moved"),
    ],
)
def test_what_ran_out_is_told_with_the_body_that_issued_it(
    texts: Words, answers: dict[str, Any], says: str, also: str | None
) -> None:
    there = visitor(at=place(BUILDERS, OTHERS), holds="expired", **answers)
    told = texts(f"message.{says}", home="Others")
    assert hold(there, texts) == told
    asked = texts("message.size-only", size=texts("message.size", people="30 people"))
    if also:
        assert to_the_partner(there, texts) == opened(texts, f"{told} {texts(f'message.also.{also}')}", asked)


def home(*names: str) -> Partner:
    """A body elsewhere that gives full certificates of these names, and a small one."""
    full = tuple(replace(size_class(f"homers-{name}", "COR"), name=name) for name in names)
    return partner("homers", size_classes=(size_class("homers-small", "Small", at_most=10), *full))


@pytest.mark.parametrize(
    ("names", "answers", "held"),
    [
        (("Seal",), {}, "Seal"),
        (("Seal", "Star"), {}, "held.a.cor-elsewhere"),
        (("COR", "Seal"), {}, "held.a.cor-elsewhere"),
        ((), {}, "held.a.any"),
        (("Seal",), {"holds": "secor-elsewhere"}, "held.a.secor-elsewhere"),
        (("Seal",), {"home_province": None}, "held.a.cor-elsewhere"),
    ],
)
def test_a_certificate_from_elsewhere_is_called_as_its_body_calls_it_where_that_is_known(
    texts: Words, names: tuple[str, ...], answers: dict[str, Any], held: str
) -> None:
    here = place(BUILDERS, letters=(letter("paper"),))
    given = {**FROM_XB, **answers}
    there = visitor(at=here, with_facts=facts(here, place(home(*names), code="XB")), **given)
    assert held_of_home(there, texts) == (texts(held) if held.startswith("held.") else held)


def test_a_certificate_of_another_partner_here_is_called_by_its_class(texts: Words) -> None:
    seal = replace(size_class("others-cor", "COR"), name="Seal")
    there = place(BUILDERS, partner("others", size_classes=(size_class("others-small", "Small", at_most=10), seal)))
    for holds, name in (("cor", "Seal"), ("secor", "Small")):
        assert held_of_home(visitor(at=there, partner="builders", home_partner="others", holds=holds), texts) == name


@pytest.mark.parametrize(("filed_by", "text"), [("home", "filed"), ("firm", "letter"), (None, "letter")])
@pytest.mark.parametrize(("giver", "name"), [("builders", "Builders"), ("others", "Others"), (None, "Board")])
def test_the_body_that_files_the_request_for_a_letter_is_asked_to_and_told_who_gives_it(
    texts: Words, filed_by: str | None, text: str, giver: str | None, name: str
) -> None:
    paper = letter("paper", name="paper", filed_by=filed_by, granted_by=giver)
    here = place(replace(BUILDERS, cfcsa_member=True), OTHERS, letters=(paper,))
    found = to_the_partner(visitor(at=here, partner="builders", **FROM_XB), texts)
    gaps = {"held": "COR", "home": "Homers in Place XB", "letter": "the paper", "granter": name}
    assert found == texts(f"message.partner-{text}", **gaps)


def test_while_the_body_is_not_known_nobody_is_asked_to_file_a_request(texts: Words) -> None:
    here = place(BUILDERS, letters=(letter("paper", name="paper", filed_by="home"),))
    found = to_the_partner(visitor(at=here, holds="cor-elsewhere"), texts)
    home = texts("message.body-elsewhere")
    assert found == texts("message.partner-letter", held="COR", home=home, letter="the paper")


@pytest.mark.parametrize(("one", "asks"), [("COR", False), ("It depends", True)])
def test_a_partner_that_must_decide_is_asked_about_a_letter_also_where_nobody_asks_for_a_certificate(
    texts: Words, one: str, asks: bool
) -> None:
    here = place(partner("builders", (one, {})), letters=(letter("paper", name="paper"),))
    found = to_the_partner(visitor(at=here, client_requires="none", **FROM_XB), texts)
    asked = texts("message.partner-letter", held="COR", home="Homers in Place XB", letter="the paper")
    assert found == (asked if asks else "")


@pytest.mark.parametrize(
    ("answers", "body"),
    [
        (FROM_XB, "Homers in Place XB"),
        ({"holds": "cor", "home_partner": "others"}, "Others"),
        ({"holds": "cor", "home_partner": "others", "home_province": "XB"}, "Others"),  # a place told before
        ({"holds": "cor-elsewhere", "home_partner": "others", "home_province": "XA"}, "Others"),
    ],
)
def test_a_body_is_named_with_its_place_where_that_is_another_one(
    texts: Words, answers: dict[str, Any], body: str
) -> None:
    assert body_of_home(visitor(at=place(BUILDERS, OTHERS), partner="builders", **answers), texts) == body
