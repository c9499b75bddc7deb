"""Whether anybody asks for a certificate, and what to write to whom."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.client import messages, needed
from quiz.facts import Letter, Partner
from quiz.words import Words
from tests.quiz.made_up import (
    AVERAGE,
    BUILDERS,
    FULL_TIME,
    conflict,
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
FROM_XB: dict[str, Any] = {"holds": "cor-elsewhere", "home_province": "XB"}
FROM_OTHERS: dict[str, Any] = {"partner": "builders", "home_partner": "others"}


def joined(text: str) -> str:
    """One space between sentences, also where one of them is empty."""
    return " ".join(text.split())


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
        ({"people": "unsure"}, "SECOR"),
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
        ({"people": "unsure"}, None, "SECOR", None),
        ({"holds": "secor"}, "COR", None, "secor"),
        ({"holds": "expired"}, "COR", None, None),
        ({"holds": "secor-elsewhere"}, "COR", None, "secor-elsewhere"),
    ],
)
def test_a_date_that_may_not_be_met_is_put_to_the_client_with_what_is_in_hand_and_what_would_be_enough(
    texts: Words, answers: dict[str, Any], own: str | None, asked: str | None, held: str | None
) -> None:
    told = messages(visitor(deadline=SOON, **answers), texts)["client"]
    gaps = {
        "enough": texts("message.enough", name=asked) if asked else "",
        "hold": texts("message.hold", held=texts(f"held.a.{held}")) if held else "",
        "ours": texts("message.our-certificate", name=own) if own else texts("message.ours"),
        "until": texts("message.until"),
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


def test_a_letter_meanwhile_is_offered_to_the_client_where_the_place_has_something_to_show(texts: Words) -> None:
    here = place(BUILDERS, interim=(entry("paper"),))
    told = messages(visitor(at=here, deadline=SOON), texts)["client"]
    assert texts("message.until-letter") in told
    assert texts("message.until-letter") not in messages(visitor(deadline=SOON), texts)["client"]


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
    assert messages(visitor(at=place(), **answers), texts) == {"client": told}


def test_where_nobody_certifies_and_nobody_asks_no_client_is_written_to(texts: Words) -> None:
    assert messages(visitor(at=place(), client_requires="none"), texts) == {}


def test_where_nobody_certifies_what_is_held_of_a_named_body_is_named_with_it(texts: Words) -> None:
    told = messages(visitor(at=place(), **FROM_XB), texts)["client"]
    assert texts("message.hold-from", held="COR", home="Homers in Place XB") in told


def test_who_fits_clearly_writes_to_nobody(texts: Words) -> None:
    assert messages(visitor(client_requires="cor"), texts) == {}


def test_where_nobody_certifies_the_question_of_the_fact_is_put(texts: Words) -> None:
    nobody = size_class("nobody", "Nothing", question="who certifies here?")
    found = messages(visitor(at=place(without_partner=nobody), people=7), texts)
    size = texts("message.size", people="7 people")
    assert found["partner"] == texts("message.ask", question="who certifies here?", size=size)


def confirming(**more: Any) -> Partner:
    """A partner whose pages leave something open."""
    return partner("builders", ("COR", {"certainty": "confirm", **more}))


@pytest.mark.parametrize(
    ("one", "answers", "message", "gaps"),
    [
        (confirming(), {}, "confirm", {"name": "COR"}),
        (confirming(certainty="unverified"), {}, "confirm", {"name": "COR"}),
        (confirming(question="do you take us?"), {}, "ask", {"question": "do you take us?"}),
        (partner("builders", ("COR", {"question": "do you take us?"})), {}, "ask", {"question": "do you take us?"}),
        (ASKING, {}, "confirm", {"name": "the certificate"}),
        (BUILDERS, {"people": 30}, None, {}),
    ],
)
def test_the_partner_is_asked_wherever_something_is_to_be_confirmed(
    texts: Words, one: Partner, answers: dict[str, Any], message: str | None, gaps: dict[str, str]
) -> None:
    size = texts("message.size", people="30 people")
    told = messages(visitor(one, **answers), texts).get("partner")
    assert told == (message and texts(f"message.{message}", size=size, place="in Place XA", **gaps))


def test_an_answer_that_hangs_on_a_missing_number_asks_for_the_rule(texts: Words) -> None:
    found = messages(visitor(people="unsure"), texts)["partner"]
    assert found == texts("message.depends-people")


def test_pages_that_disagree_about_who_counts_put_their_own_question(texts: Words) -> None:
    here = place(BUILDERS, conflicts=(conflict("pages", people=(12,), question="do you count agency workers?"),))
    found = messages(visitor(at=here, count={"employees": 9, "agency": 3}), texts)["partner"]
    size = texts("message.size-range", low="9", high="12")
    assert found == texts("message.ask", question="do you count agency workers?", size=size)


def test_people_of_whom_nobody_says_whether_they_count_are_asked_about_with_the_range(texts: Words) -> None:
    found = messages(visitor(count={"employees": 9, "agency": 3}), texts)["partner"]
    size = texts("message.size-range", low="9", high="12")
    assert found == texts("message.depends-count", groups=texts("group.agency"), size=size)


def test_partners_that_differ_are_asked_whether_they_take_the_industry(texts: Words) -> None:
    found = messages(visitor(BUILDERS, OTHERS, people=5), texts)["partner"]
    assert found == texts("message.depends-partner", size=texts("message.size", people="5 people"))


def test_a_range_that_decides_is_told_to_the_partner_with_both_its_ends(texts: Words) -> None:
    found = messages(visitor(confirming(), count={"employees": 9, "agency": 3}), texts)["partner"]
    size = texts("message.size-range", low="9", high="12")
    assert found == texts("message.confirm", size=size, name="COR", place="in Place XA")


def test_a_counted_number_is_told_as_one_number(texts: Words) -> None:
    found = messages(visitor(confirming(), count={"employees": 9}), texts)["partner"]
    size = texts("message.size", people="9 people")
    assert found == texts("message.confirm", size=size, name="COR", place="in Place XA")


def test_hours_are_told_as_full_time_equivalents(texts: Words) -> None:
    small = {"full_time_equivalents_below": 20, "full_time_hours": 2_000, "certainty": "confirm"}
    one = partner("builders", ("Small", small), ("COR", {}), counting=FULL_TIME)
    found = messages(visitor(one, people=None, payroll_hours=3_000), texts)["partner"]
    size = texts("message.size-other", n="1.50", unit=texts("unit.full-time-equivalents"))
    assert found == texts("message.confirm", size=size, name="Small", place="in Place XA")


def test_the_question_of_pages_that_disagree_is_put_with_the_number(texts: Words) -> None:
    quiet, asking = conflict("quiet", people=(5,)), conflict("loud", people=(5,), question="is five small?")
    here = place(BUILDERS, conflicts=(quiet, asking))
    size = texts("message.size", people="5 people")
    assert messages(visitor(at=here, people=5), texts)["partner"] == texts(
        "message.ask", question="is five small?", size=size
    )
    assert "partner" not in messages(visitor(at=here, people=6), texts)


def test_what_leaves_the_verdict_open_is_asked_before_what_does_not(texts: Words) -> None:
    settled = conflict("settled", people=(30,), question="which marks?")
    open_one = conflict("open", people=(30,), question="do you take us?", certainty="confirm")
    found = messages(visitor(at=place(BUILDERS, conflicts=(settled, open_one))), texts)["partner"]
    assert found == texts("message.ask", question="do you take us?", size=texts("message.size", people="30 people"))


def test_pages_that_disagree_without_a_question_are_confirmed(texts: Words) -> None:
    here = place(BUILDERS, conflicts=(conflict("quiet", people=(5,), certainty="confirm"),))
    size = texts("message.size", people="5 people")
    told = texts("message.confirm", size=size, name="Small", place="in Place XA")
    assert messages(visitor(at=here, people=5), texts)["partner"] == told


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


def test_partners_that_agree_without_a_name_are_asked_about_the_certificate(texts: Words) -> None:
    one = partner("builders", ("Small", {"at_most": 10, "certainty": "confirm"}), ("COR", {}))
    found = messages(visitor(one, OTHERS, people=4), texts)["partner"]
    size = texts("message.size", people="4 people")
    assert found == texts("message.confirm", size=size, name=texts("certificate.any"), place="in Place XA")


def test_a_letter_without_a_name_of_its_own_is_called_by_what_it_is(texts: Words) -> None:
    told = messages(visitor(at=place(BUILDERS, letters=(letter("paper", name=""),)), **FROM_XB), texts)
    assert f"for {texts('letter.letter')}." in told["client"]


def test_a_body_named_after_its_place_is_not_named_with_it_twice(texts: Words) -> None:
    homers = partner("homers", ("COR", {}), name="Homers of Place XB", cfcsa_member=True)
    here = place(BUILDERS, letters=(letter("paper"),))
    told = messages(visitor(at=here, with_facts=facts(here, place(homers, code="XB")), **FROM_XB), texts)
    assert "from Homers of Place XB, and" in told["client"]


@pytest.mark.parametrize(
    ("answers", "held"),
    [({"holds": "cor"}, "cor"), ({"holds": "secor", "people": 4}, "secor"), ({"holds": "secor"}, "secor")],
)
@pytest.mark.parametrize("deadline", [None, SOON])
def test_who_holds_another_partner_s_certificate_asks_the_client_whose_it_must_be(
    texts: Words, answers: dict[str, Any], held: str, deadline: date | None
) -> None:
    here = place(BUILDERS, OTHERS)
    told = messages(visitor(at=here, deadline=deadline, **FROM_OTHERS, **answers), texts)["client"]
    late = texts("message.by", deadline=texts.date(deadline)) if deadline else ""
    gaps = {"held": texts(f"held.a.{held}"), "home": "Others", "partner": "Builders"}
    assert told == joined(texts("message.client-shown", late=late, **gaps))


@pytest.mark.parametrize(
    ("letters", "answers", "text", "gaps"),
    [
        ((letter("paper", name="paper"),), FROM_XB, "letter", {"home": "Homers in Place XB", "letter": "the paper"}),
        ((letter("paper", name="paper"),), {"holds": "cor-elsewhere"}, "letter", {"letter": "the paper"}),
        ((letter("iso", to="iso-45001"),), {"holds": "iso-45001"}, "iso", {"held": "an ISO 45001 certificate"}),
        ((), {"holds": "cor", **FROM_OTHERS}, "counts", {"home": "Others"}),
        (
            (),
            {"holds": "secor", "people": 4, **FROM_OTHERS},
            "counts",
            {"home": "Others", "held": "a small certificate"},
        ),
    ],
)
def test_the_partner_is_asked_what_another_body_s_certificate_is_worth(
    texts: Words, letters: tuple[Letter, ...], answers: dict[str, Any], text: str, gaps: dict[str, str]
) -> None:
    here = place(BUILDERS, OTHERS, letters=letters)
    told = messages(visitor(at=here, **{"partner": "builders", **answers}), texts)["partner"]
    known = {"held": "COR", "home": texts("message.body-elsewhere"), "place": "in Place XA", **gaps}
    assert told == joined(texts(f"message.partner-{text}", **known))


@pytest.mark.parametrize(
    ("one", "answers", "held"),
    [
        (ASKING, {"holds": "cor"}, "COR"),
        (partner("builders", ("COR", {"certainty": "confirm"})), {"holds": "cor"}, "COR"),
        (
            partner("builders", ("Small", {"certainty": "confirm", "at_most": 9}), ("COR", {})),
            {"holds": "secor"},
            "Small",
        ),
        (BUILDERS, {"holds": "cor"}, None),
        (BUILDERS, {"holds": "secor"}, None),
    ],
)
def test_a_partner_whose_certificate_is_held_is_asked_which_one_fits_today_while_that_is_not_sure(
    texts: Words, one: Partner, answers: dict[str, Any], held: str | None
) -> None:
    told = messages(visitor(one, people=5, **answers), texts).get("partner")
    size = texts("message.size", people="5 people")
    assert told == (held and texts("message.held-with-you", held=held, size=size))


@pytest.mark.parametrize(("average", "told"), [(8.5, True), (12, False), ("unsure", False)])
def test_an_average_is_told_to_the_partner_beside_the_peak(texts: Words, average: Any, told: bool) -> None:
    one = partner("builders", ("COR", {"certainty": "confirm"}), counting=AVERAGE)
    found = messages(visitor(one, people=12, average_people=average), texts)["partner"]
    size = texts("message.size", people="12 people")
    both = f"{size} {texts('message.size-average', n='8.50')}" if told else size
    assert found == texts("message.confirm", size=both, name="COR", place="in Place XA")


def test_a_disagreement_about_the_limit_is_not_put_where_the_client_s_demand_decides(texts: Words) -> None:
    here = place(BUILDERS, conflicts=(conflict("pages", people=(5,), question="is five small?", certainty="confirm"),))
    assert "partner" in messages(visitor(at=here, people=5), texts)
    assert "partner" not in messages(visitor(at=here, people=5, client_requires="cor"), texts)


def test_who_gets_no_letter_without_an_office_does_not_tell_the_client_of_one(texts: Words) -> None:
    here = place(replace(BUILDERS, needs_local_base=True), letters=(letter("paper", name="paper"),))
    there = visitor(at=here, **FROM_XB, local_base="no", work_started="yes")
    assert "paper" not in messages(there, texts)["client"]
