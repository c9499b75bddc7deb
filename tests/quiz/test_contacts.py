"""How to reach each body that the verdict rests on."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.contacts import contacts
from quiz.facts import Contact
from tests.quiz.made_up import BOARD, BUILDERS, TWO_SIZES, checked, partner, place, visitor


def contact(**values: Any) -> Contact:
    """A way to reach somebody."""
    return Contact(**{**checked("contact"), **values})


@pytest.mark.parametrize(
    ("reached", "told"),
    [
        (None, {}),
        (contact(phone="1"), {"phone": "1", "checked": "2029-12-01", "verified": True}),
        (
            contact(other_phone="2", email="a@example.org", confidence="low"),
            {"other_phone": "2", "email": "a@example.org", "checked": "2029-12-01", "verified": False},
        ),
    ],
)
def test_a_partner_is_reached_as_far_as_that_is_known(reached: Contact | None, told: dict[str, Any]) -> None:
    one = replace(BUILDERS, contact=reached, cor_url="https://builders.example/cor")
    own = {"id": "builders", "name": "Builders", "url": "https://builders.example/cor"}
    assert contacts(visitor(one)) == [{**own, **told}]


def test_a_partner_without_a_page_for_the_certificate_is_reached_at_its_own() -> None:
    assert contacts(visitor())[0]["url"] == "https://builders.example/home"


def test_each_partner_that_may_be_it_is_reached() -> None:
    assert [told["id"] for told in contacts(visitor(BUILDERS, partner("others", *TWO_SIZES)))] == ["builders", "others"]


@pytest.mark.parametrize(("ask", "name"), [("", "Board"), ("Somebody better", "Somebody better")])
def test_the_authority_is_reached_where_nobody_certifies(ask: str, name: str) -> None:
    here = place(authority=replace(BOARD, ask=ask, contact=contact(phone="1")))
    own = {"id": "authority", "name": name, "url": "https://board.example/home"}
    assert contacts(visitor(at=here)) == [{**own, "phone": "1", "checked": "2029-12-01", "verified": True}]
