"""Whether anybody asks for a certificate, and what to write to whom."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.client import messages, needed
from quiz.facts import Interim, Letter
from quiz.to_partner import joined, to_the_partner
from quiz.words import Words
from tests.quiz.conftest import Decide
from tests.quiz.made_up import (
    BUILDERS,
    FROM_XB,
    TWO_SIZES,
    TWO_SMALL_CORS,
    entry,
    fact,
    facts,
    letter,
    partner,
    place,
    refund,
    size_class,
    visitor,
)

SOON, FAR = date(2030, 1, 8), date(2031, 1, 1)
ASKING = partner("builders", ("It depends", {}))
OTHERS = partner("others", ("Middle", {"at_most": 4}), ("COR", {}))
FROM_OTHERS: dict[str, Any] = {"partner": "builders", "home_partner": "others"}


@pytest.mark.parametrize(
    ("client", "answer"),
    [("cor", "asked"), ("either", "asked"), ("none", "voluntary"), ("unsure", "unknown"), (None, "unknown")],
)
def test_whether_one_is_needed_follows_from_what_the_client_asks(texts: Words, client: str | None, answer: str) -> None:
    found = needed(visitor(client_requires=client), texts)
    assert found == {"answer": answer, "text": texts(f"needed.{answer}")}


def test_what_the_place_says_of_the_need_is_told_with_its_source(texts: Words) -> None:
    found = needed(visitor(at=place(BUILDERS, need=fact("need", "No law asks for it.")), client_requires="none"), texts)
    assert found["text"] == f"{texts('needed.voluntary')} No law asks for it."
    assert found["fact"] == "need"
    assert found["source"]["url"] == "https://need.example/"


@pytest.mark.parametrize(("client", "told"), [("none", True), ("cor", False), ("unsure", False)])
def test_what_it_costs_is_announced_to_whom_nobody_asks_where_there_is_money_to_tell(
    texts: Words, client: str, told: bool
) -> None:
    paying = place(BUILDERS, money=(refund(percent=10),))
    assert (texts("needed.costs") in needed(visitor(at=paying, client_requires=client), texts)["text"]) is told
    assert texts("needed.costs") not in needed(visitor(client_requires=client), texts)["text"]


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"people": 5}, "Small"),
        ({"people": 5, "client_requires": "unsure"}, "Small"),
        ({"people": 5, "client_requires": "either"}, None),
        ({"people": 5, "client_requires": "none"}, None),
        ({"people": 5, "client_requires": "cor"}, None),
        ({}, None),
        ({"client_requires": "unsure"}, None),
        ({"people": "unsure"}, "Small"),
        ({"people": 5, "holds": "secor", "client_requires": "either"}, None),
        ({"people": 5, "holds": "cor"}, None),
        ({"people": 5, "holds": "expired"}, "Small"),
    ],
)
def test_the_client_is_asked_where_it_is_not_known_what_is_taken(
    texts: Words, answers: dict[str, Any], name: str | None
) -> None:
    assert messages(visitor(**answers), texts).get("client") == (name and texts("message.client", name=name))


def test_the_client_is_asked_about_the_small_certificate_of_partners_that_agree(texts: Words) -> None:
    found = messages(visitor(BUILDERS, OTHERS, people=4), texts)
    assert found["client"] == texts("message.client", name=texts("certificate.small"))


SMALL_COR = partner("builders", ("Small", {"at_most": 10, "counts_as_cor": True}), ("COR", {}))


@pytest.mark.parametrize(("client", "asked"), [("cor", True), (None, True), ("either", False), ("none", False)])
def test_a_small_class_that_is_itself_the_full_certificate_is_named_to_a_client_who_wants_that(
    texts: Words, client: str | None, asked: bool
) -> None:
    found = messages(visitor(SMALL_COR, people=5, client_requires=client), texts)
    assert found.get("client") == (texts("message.client", name="Small") if asked else None)


def test_a_full_certificate_of_another_name_is_named_to_the_client(texts: Words) -> None:
    one = partner("builders", size_classes=(replace(size_class("safe", "COR"), name="SAFE Work"),))
    assert messages(visitor(one), texts)["client"] == texts("message.client", name="SAFE Work")


@pytest.mark.parametrize(("holds", "own"), [("secor", "Small"), ("cor", None)])
@pytest.mark.parametrize("client", [None, "unsure"])
def test_whether_a_small_certificate_in_hand_is_enough_is_asked_while_the_client_may_want_more(
    texts: Words, client: str | None, holds: str, own: str | None
) -> None:
    told = messages(visitor(people=5, holds=holds, client_requires=client), texts).get("client")
    assert told == (own and texts("message.client-small", held=own))


@pytest.mark.parametrize(
    ("answers", "own", "asked", "held"),
    [
        ({}, "COR", None, None),
        ({"people": 5}, "Small", "Small", None),
        ({"people": 5, "client_requires": "unsure"}, "Small", "Small", None),
        ({"people": 5, "client_requires": "cor"}, "COR", None, None),
        ({"people": 5, "client_requires": "either"}, "Small", None, None),
        ({"people": "unsure"}, None, "Small", None),
        ({"holds": "secor"}, "COR", None, "Small"),
        ({"holds": "expired"}, "COR", None, None),
    ],
)
def test_a_date_that_may_not_be_met_is_put_to_the_client_with_what_is_in_hand_and_what_would_be_enough(
    texts: Words, answers: dict[str, Any], own: str | None, asked: str | None, held: str | None
) -> None:
    told = messages(visitor(deadline=SOON, **answers), texts)["client"]
    gaps = {
        "enough": texts("message.enough", name=asked) if asked else "",
        "hold": texts("message.hold", held=held) if held else "",
        "ours": texts("message.our-certificate", name=own) if own else texts("message.ours"),
        "until": texts("message.until" if "holds" not in answers and own else "message.until-what"),
        "deadline": texts.date(SOON),
    }
    assert told == joined(texts("message.client-date", **gaps))


@pytest.mark.parametrize(
    "answers",
    [
        {"deadline": SOON, "client_requires": "none"},
        {"deadline": SOON, "holds": "cor"},
        {"deadline": FAR},
        {"deadline": FAR, "people": 5, "client_requires": "either"},
    ],
)
def test_a_date_is_put_to_nobody_where_it_can_be_met_or_nothing_is_asked(texts: Words, answers: dict[str, Any]) -> None:
    assert "client" not in messages(visitor(**answers), texts)


def test_who_holds_a_certificate_of_a_named_body_says_whose_it_is_and_where_that_is(texts: Words) -> None:
    told = messages(visitor(**FROM_XB, deadline=SOON), texts)["client"]
    assert texts("message.hold-from", held="COR", home="Homers in Place XB") in told


@pytest.mark.parametrize(
    ("shown", "until"),
    [((), "until"), ((entry("proof"),), "until"), ((entry("proof"), entry("letter of intent")), "until-letter")],
)
def test_a_letter_meanwhile_is_offered_to_the_client_only_where_the_place_has_one_to_show(
    texts: Words, shown: tuple[Interim, ...], until: str
) -> None:
    told = messages(visitor(at=place(BUILDERS, interim=shown), deadline=SOON), texts)["client"]
    assert texts(f"message.{until}") in told


def test_a_certificate_of_the_place_is_named_with_it_beside_one_of_another_place(texts: Words) -> None:
    told = messages(visitor(holds="secor-elsewhere", deadline=SOON), texts)["client"]
    assert texts("message.our-local", name="COR", place="in Place XA") in told
    assert texts("message.hold", held="a small certificate") in told


def test_a_place_is_named_with_its_article(ask: Decide) -> None:
    found = ask(province="NT", people=12, holds="iso-45001", client_requires="cor", deadline="2099-02-01")
    assert "for work in the Northwest Territories" in found["messages"]["client"]


@pytest.mark.parametrize(
    ("answers", "message", "title"),
    [
        (
            {"people": 1, "subcontracts": "no"},
            "Our Individual Owner Operator (IOO) certificate",
            "Receive the Individual",
        ),
        ({"people": 30, "average_people": 30}, "Our COR ", "Receive COR "),
    ],
)
def test_what_is_issued_is_a_certificate_also_where_the_name_is_only_that_of_a_class(
    ask: Decide, answers: dict[str, Any], message: str, title: str
) -> None:
    asked: dict[str, Any] = {"client_requires": "cor", "deadline": "2026-12-20", "today": "2026-12-01"}
    found = ask(province="BC", partner="bcfsc", **answers, **asked)
    assert message in found["messages"]["client"]
    assert [step for step in found["steps"] if step["title"].startswith(title)]


def test_a_date_that_can_be_met_leaves_the_question_which_certificate_is_taken(texts: Words) -> None:
    assert messages(visitor(people=5, deadline=FAR), texts)["client"] == texts("message.client", name="Small")


@pytest.mark.parametrize(
    ("answers", "hold", "by"),
    [
        ({}, "", False),
        ({"deadline": SOON}, "", True),
        ({"holds": "cor-elsewhere"}, "COR", False),
        ({"holds": "iso-45001", "deadline": SOON}, "an ISO 45001 certificate", True),
        ({"holds": "expired"}, "", False),
    ],
)
def test_where_nobody_certifies_the_client_is_asked_what_is_accepted(
    texts: Words, answers: dict[str, Any], hold: str, by: bool
) -> None:
    gaps = {
        "hold": texts("message.hold", held=hold) if hold else "",
        "by": texts("message.by", deadline=texts.date(SOON)) if by else "",
    }
    told = joined(texts("message.client-nobody", place="in Place XA", **gaps))
    assert messages(visitor(at=place(), **answers), texts)["client"] == told


@pytest.mark.parametrize(
    ("answers", "hold"), [({}, ""), ({"holds": "cor"}, "COR"), ({"holds": "cor-elsewhere"}, "COR")]
)
def test_where_nobody_is_known_to_take_the_industry_the_client_is_told_who_is_asked(
    texts: Words, answers: dict[str, Any], hold: str
) -> None:
    here = place(*(partner(each, *TWO_SIZES, industries=("trucking",)) for each in ("one", "two")))
    held = texts("message.hold", held=hold) if hold else ""
    gaps = {"hold": held, "by": texts("message.by", deadline=texts.date(SOON)), "authority": "Board"}
    found = messages(visitor(at=here, industry="forestry", partner=None, deadline=SOON, **answers), texts)
    assert found["client"] == joined(texts("message.client-which", place="in Place XA", **gaps))


def test_where_nobody_certifies_and_nobody_asks_no_client_is_written_to(texts: Words) -> None:
    assert messages(visitor(at=place(), client_requires="none"), texts) == {}


def test_where_nobody_certifies_what_is_held_of_a_named_body_is_named_with_it(texts: Words) -> None:
    told = messages(visitor(at=place(), **FROM_XB), texts)["client"]
    assert texts("message.hold-from", held="COR", home="Homers in Place XB") in told


def test_who_fits_clearly_writes_to_nobody(texts: Words) -> None:
    assert messages(visitor(client_requires="cor"), texts) == {}


@pytest.mark.parametrize(
    ("answers", "text", "gaps"),
    [
        (
            {"holds": "cor-elsewhere", "home_province": "XB", "deadline": SOON},
            "client-held",
            {"held": "COR", "home": "Homers in Place XB", "partner": "Builders", "letter": "the paper"},
        ),
        (
            {"holds": "cor-elsewhere"},
            "client-held",
            {"held": "COR", "home": "another certifying body", "partner": "Builders", "letter": "the paper"},
        ),
        (
            {"holds": "iso-45001", "deadline": SOON},
            "client-iso",
            {"held": "an ISO 45001 certificate", "partner": "Builders", "letter": "the iso"},
        ),
    ],
)
def test_who_holds_another_body_s_certificate_tells_the_client_what_is_held_and_what_is_under_way(
    texts: Words, answers: dict[str, Any], text: str, gaps: dict[str, str]
) -> None:
    letters = (letter("paper", name="paper"), letter("iso", name="iso", to="iso-45001", kind="equivalency"))
    late = texts("message.late", deadline=texts.date(SOON)) if "deadline" in answers else ""
    told = messages(visitor(at=place(BUILDERS, letters=letters), **answers), texts)["client"]
    assert told == " ".join(texts(f"message.{text}", late=late, **gaps).split())


def test_a_letter_without_a_name_of_its_own_is_called_by_what_it_is(texts: Words) -> None:
    told = messages(visitor(at=place(BUILDERS, letters=(letter("paper", name=""),)), **FROM_XB), texts)
    assert f"for {texts('letter.letter')}." in told["client"]


@pytest.mark.parametrize(
    ("answers", "held"),
    [({"holds": "cor"}, "COR"), ({"holds": "secor", "people": 4}, "Middle")],
)
@pytest.mark.parametrize("deadline", [None, SOON])
def test_who_holds_another_partner_s_certificate_asks_the_client_whose_it_must_be(
    texts: Words, answers: dict[str, Any], held: str, deadline: date | None
) -> None:
    here = place(BUILDERS, OTHERS)
    told = messages(visitor(at=here, deadline=deadline, **FROM_OTHERS, **answers), texts)["client"]
    late = texts("message.by", deadline=texts.date(deadline)) if deadline else ""
    gaps = {"held": held, "home": "Others", "partner": "Builders"}
    assert told == joined(texts("message.client-shown", late=late, **gaps))


def test_who_gets_no_letter_without_an_office_does_not_tell_the_client_of_one(texts: Words) -> None:
    here = place(replace(BUILDERS, needs_local_base=True), letters=(letter("paper", name="paper"),))
    there = visitor(at=here, **FROM_XB, local_base="no", work_started="yes")
    assert "paper" not in messages(there, texts)["client"]


def test_a_standard_that_nobody_here_turns_into_a_certificate_is_shown_without_a_body_that_gave_it(
    texts: Words,
) -> None:
    there = visitor(replace(BUILDERS, needs_local_base=True), holds="iso-45001", local_base="no")
    gaps = {"held": texts("held.a.iso-45001"), "partner": "Builders", "late": ""}
    assert messages(there, texts)["client"] == joined(texts("message.client-shown-iso", **gaps))


@pytest.mark.parametrize(("deadline", "told"), [(None, False), (SOON, True)])
def test_who_must_replace_another_partner_s_certificate_tells_the_client_of_the_new_one(
    texts: Words, deadline: date | None, told: bool
) -> None:
    found = messages(visitor(at=place(BUILDERS, OTHERS), deadline=deadline, holds="secor", **FROM_OTHERS), texts)
    gaps = {
        "enough": "",
        "hold": texts("message.hold-from", held="Middle", home="Others"),
        "ours": texts("message.our-certificate", name="COR"),
        "until": texts("message.until-what"),
        "deadline": texts.date(SOON),
    }
    assert found.get("client") == (joined(texts("message.client-date", **gaps)) if told else None)


@pytest.mark.parametrize("holds", ["cor-elsewhere", "none", "expired"])
def test_what_is_in_hand_is_told_beside_the_certificate_that_is_still_to_be_earned(texts: Words, holds: str) -> None:
    here = place(BUILDERS, letters=(letter("paper", only_without_local_base=True),))
    there = visitor(at=here, people=5, **{**FROM_XB, "holds": holds}, local_base="yes")
    enough = texts("message.enough", name="Small")
    brought = texts("message.client-held-too", enough=enough, hold="We hold COR from Homers in Place XB.")
    told = brought if holds == "cor-elsewhere" else texts("message.client", name="Small")
    assert messages(there, texts)["client"] == told


@pytest.mark.parametrize(("client", "asked"), [("unsure", True), (None, True), ("cor", False), ("either", False)])
def test_the_small_certificate_in_hand_is_put_to_the_client_while_the_partner_decides(
    texts: Words, client: str | None, asked: bool
) -> None:
    found = messages(visitor(partner("builders", ("It depends", {})), holds="secor", client_requires=client), texts)
    held = texts("certificate.shared-secor")
    assert found.get("client") == (texts("message.client-small", held=held) if asked else None)


@pytest.mark.parametrize(("client", "asked"), [("cor", True), ("unsure", True), ("either", False)])
def test_a_small_certificate_in_hand_that_is_the_full_one_is_put_to_a_client_who_wants_that(
    texts: Words, client: str, asked: bool
) -> None:
    found = messages(visitor(SMALL_COR, people=5, holds="secor", client_requires=client), texts)
    assert found.get("client") == (texts("message.client-small", held="Small") if asked else None)


@pytest.mark.parametrize(("client", "asked"), [("cor", True), ("unsure", True), ("either", False)])
def test_the_class_for_one_person_is_named_to_a_client_who_wants_the_full_certificate(
    texts: Words, client: str, asked: bool
) -> None:
    found = messages(
        visitor(partner("builders", ("Owner", {"at_most": 1}), *TWO_SIZES), people=1, client_requires=client), texts
    )
    assert found.get("client") == (texts("message.client", name="Owner") if asked else None)


@pytest.mark.parametrize("holds", ["none", "expired"])
def test_who_has_nothing_to_show_and_no_office_does_not_tell_the_client_of_a_certificate_in_hand(
    texts: Words, holds: str
) -> None:
    there = visitor(replace(BUILDERS, needs_local_base=True), local_base="no", holds=holds, deadline=SOON)
    assert "we hold" not in messages(there, texts)["client"].lower()


def test_the_message_to_the_partner_stands_beside_the_one_to_the_client(texts: Words) -> None:
    there = visitor(people="unsure")
    assert messages(there, texts)["partner"] == to_the_partner(there, texts)


@pytest.mark.parametrize("name", ["It depends", "Nothing"])
def test_a_class_that_is_no_certificate_is_put_to_no_client_by_its_name(texts: Words, name: str) -> None:
    found = messages(visitor(partner("builders", (name, {}))), texts)
    assert found["client"] == texts("message.client", name=texts("certificate.small"))


@pytest.mark.parametrize(("giver", "name"), [("others", "Others"), (None, "Board")])
def test_the_client_is_told_who_is_asked_for_the_letter(texts: Words, giver: str | None, name: str) -> None:
    paper = letter("paper", name="Paper", granted_by=giver)
    here = place(replace(BUILDERS, cfcsa_member=True), OTHERS, letters=(paper,))
    told = messages(visitor(at=here, partner="builders", **FROM_XB), texts)["client"]
    gaps = {"held": "COR", "home": "Homers in Place XB", "partner": name, "letter": "the Paper"}
    assert told == joined(texts("message.client-held", late="", **gaps))


def test_a_small_certificate_of_nobody_here_is_shown_to_the_client_where_an_office_is_wanted(texts: Words) -> None:
    there = visitor(partner("builders", ("COR", {}), needs_local_base=True), local_base="no", holds="secor")
    gaps = {"held": texts("held.a.secor"), "home": texts("message.body-elsewhere"), "partner": "Builders"}
    assert messages(there, texts)["client"] == joined(texts("message.client-shown", late="", **gaps))


def test_nobody_who_asks_before_he_registers_tells_the_client_that_he_is_enrolled(texts: Words) -> None:
    one = partner("builders", ("COR", {"certainty": "unverified"}))
    told = messages(visitor(one, deadline=SOON, client_requires="cor"), texts)["client"]
    assert texts("message.until-what") in told
    assert texts("message.until") not in told


TWO_FULL = partner("builders", ("Small", {"at_most": 4}), ("COR", {"at_most": 10}), ("Large COR", {}))


@pytest.mark.parametrize("client", [None, "unsure", "cor"])
def test_a_small_certificate_is_put_to_nobody_whose_class_is_full_whichever_it_is(
    texts: Words, client: str | None
) -> None:
    there = visitor(TWO_FULL, count={"employees": 9, "agency": 3}, client_requires=client)
    assert there.route == "ask"
    assert "client" not in messages(there, texts)
    dated = messages(visitor(TWO_FULL, count={"employees": 9, "agency": 3}, deadline=SOON), texts)["client"]
    assert texts("certificate.small") not in dated


def test_the_small_certificate_in_hand_of_who_works_alone_is_put_to_a_client_who_wants_more(texts: Words) -> None:
    one = partner("builders", ("Owner", {"at_most": 1}), *TWO_SIZES)
    there = visitor(one, people=1, holds="secor", client_requires="cor", deadline=SOON)
    held = texts("certificate.shared-secor")
    assert messages(there, texts)["client"] == texts("message.client-small", held=held)


def test_of_several_full_certificates_that_are_not_called_cor_each_is_named(texts: Words) -> None:
    named = [
        partner(one, size_classes=(replace(size_class(one, "COR"), name=name),))
        for one, name in (("one", "SAFE Work"), ("two", "Gold Seal"), ("three", "COR"))
    ]
    found = messages(visitor(at=place(*named)), texts)
    assert found["client"] == texts("message.client", name="Gold Seal or SAFE Work")


def test_a_letter_alone_is_offered_by_who_does_not_begin_at_a_partner_yet(texts: Words) -> None:
    shown = place(BUILDERS, partner("others", *TWO_SIZES), interim=(entry("letter of intent"),))
    told = messages(visitor(at=shown, deadline=SOON), texts)["client"]
    assert texts("message.until-letter-alone") in told
    assert texts("message.until-letter") not in told


def test_of_full_certificates_with_several_names_the_client_is_asked_about_the_one_not_called_cor(texts: Words) -> None:
    other = partner("others", size_classes=(replace(size_class("safe", "COR"), name="SAFE Work"),))
    found = messages(visitor(at=place(BUILDERS, other)), texts)
    assert found["client"] == texts("message.client", name="SAFE Work")


@pytest.mark.parametrize(("people", "name"), [(3, "Small COR"), (8, "Middle COR"), ("unsure", "certificate.small")])
def test_the_client_is_told_which_of_two_small_classes_a_cor_may_be_as_far_as_the_size_tells(
    texts: Words, people: Any, name: str
) -> None:
    found = messages(visitor(TWO_SMALL_CORS, people=people, holds="cor", client_requires="cor"), texts)
    named = texts(name) if name in texts else name
    assert found["client"] == texts("message.client-either", name=named)


@pytest.mark.parametrize(("local_base", "own"), [("yes", "our-certificate"), ("no", "ours")])
def test_no_client_is_told_the_name_of_a_certificate_that_the_partner_may_not_give_without_an_office(
    texts: Words, local_base: str, own: str
) -> None:
    there = visitor(replace(BUILDERS, needs_local_base=True), local_base=local_base, deadline=SOON)
    told = messages(there, texts)["client"]
    assert f"{texts(f'message.{own}', name='COR')} may not be issued" in told


@pytest.mark.parametrize(
    ("letters", "text"),
    [((), "client-counts"), ((letter("paper", name="paper", to="same-partner"),), "client-same")],
)
def test_the_client_is_told_that_the_body_of_both_places_is_asked_what_its_certificate_counts_here(
    texts: Words, letters: tuple[Letter, ...], text: str
) -> None:
    here = place(BUILDERS, letters=letters)
    there = visitor(at=here, with_facts=facts(here, place(BUILDERS, code="XB")), **FROM_XB)
    gaps = {"held": "COR", "home": "Builders in Place XB", "letter": "the paper", "place": "in Place XA", "late": ""}
    assert messages(there, texts)["client"] == joined(texts(f"message.{text}", **gaps))
