"""What to ask the partner, with what is in hand first; nothing where the answers leave nothing to ask."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.facts import Letter, Partner
from quiz.to_partner import from_anybody, joined, to_the_partner
from quiz.words import Words
from tests.quiz.made_up import (
    AVERAGE,
    BUILDERS,
    COUNTING,
    FROM_XB,
    FULL_TIME,
    TWO_SIZES,
    conflict,
    fact,
    facts,
    letter,
    partner,
    place,
    size_class,
    visitor,
)
from tests.quiz.one_message import opened

ASKING = partner("builders", ("It depends", {}))
OTHERS = partner("others", ("Middle", {"at_most": 4}), ("COR", {}))
FROM_OTHERS: dict[str, Any] = {"partner": "builders", "home_partner": "others"}


def test_where_nobody_certifies_the_question_of_the_fact_is_put(texts: Words) -> None:
    nobody = size_class("nobody", "Nothing", question="who certifies here?")
    found = to_the_partner(visitor(at=place(without_partner=nobody), people=7), texts)
    size = texts("message.size", people="7 people")
    assert found == texts("message.ask", question="who certifies here?", size=size)


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
    told = to_the_partner(visitor(one, **answers), texts)
    assert told == (texts(f"message.{message}", size=size, place="in Place XA", **gaps) if message else "")


def test_an_answer_that_hangs_on_a_missing_number_asks_for_the_rule(texts: Words) -> None:
    found = to_the_partner(visitor(people="unsure"), texts)
    assert found == texts("message.depends-people")


OWNERS_IN_DOUBT = replace(BUILDERS, counting=replace(COUNTING, unclear=("owners", "agency")))
OF_OWNERS = place(OWNERS_IN_DOUBT, conflicts=(conflict("pages", people=(12,), question="do you count owners?"),))


def test_pages_that_disagree_about_owners_put_their_own_question(texts: Words) -> None:
    found = to_the_partner(visitor(at=OF_OWNERS, count={"employees": 9, "owners": 3}), texts)
    size = texts("message.size-range", low="9", high="12")
    assert found == texts("message.ask", question="do you count owners?", size=size)


def test_where_others_than_owners_are_in_doubt_all_of_them_are_asked_about(texts: Words) -> None:
    for unsure, groups in (({"agency": 3}, ["agency"]), ({"owners": 2, "agency": 1}, ["owners", "agency"])):
        found = to_the_partner(visitor(at=OF_OWNERS, count={"employees": 9, **unsure}), texts)
        named = texts.listed([texts(f"group.{group}") for group in groups], "or")
        size = texts("message.size-range", low="9", high="12")
        assert found == texts("message.depends-count", groups=named, size=size)


def test_people_of_whom_nobody_says_whether_they_count_are_asked_about_with_the_range(texts: Words) -> None:
    found = to_the_partner(visitor(count={"employees": 9, "agency": 3}), texts)
    size = texts("message.size-range", low="9", high="12")
    assert found == texts("message.depends-count", groups=texts("group.agency"), size=size)


def test_partners_that_differ_are_asked_whether_they_take_the_industry(texts: Words) -> None:
    found = to_the_partner(visitor(BUILDERS, OTHERS, people=5), texts)
    assert found == texts("message.depends-partner", size=texts("message.size", people="5 people"))


def test_a_range_that_decides_is_told_to_the_partner_with_both_its_ends(texts: Words) -> None:
    found = to_the_partner(visitor(confirming(), count={"employees": 9, "agency": 3}), texts)
    size = texts("message.size-range", low="9", high="12")
    assert found == texts("message.confirm", size=size, name="COR", place="in Place XA")


def test_a_counted_number_is_told_as_one_number(texts: Words) -> None:
    found = to_the_partner(visitor(confirming(), count={"employees": 9}), texts)
    size = texts("message.size", people="9 people")
    assert found == texts("message.confirm", size=size, name="COR", place="in Place XA")


def test_hours_are_told_as_full_time_equivalents(texts: Words) -> None:
    small = {"full_time_equivalents_below": 20, "full_time_hours": 2_000, "certainty": "confirm"}
    one = partner("builders", ("Small", small), ("COR", {}), counting=FULL_TIME)
    found = to_the_partner(visitor(one, people=None, payroll_hours=3_000), texts)
    size = texts("message.size-other", size=f"1.50 {texts('unit.full-time-equivalents')}")
    assert found == texts("message.confirm", size=size, name="Small", place="in Place XA")


def test_the_question_of_pages_that_disagree_is_put_with_the_number(texts: Words) -> None:
    quiet, asking = conflict("quiet", people=(5,)), conflict("loud", people=(5,), question="is five small?")
    here = place(BUILDERS, conflicts=(quiet, asking))
    size = texts("message.size", people="5 people")
    assert to_the_partner(visitor(at=here, people=5), texts) == texts(
        "message.ask", question="is five small?", size=size
    )
    assert not to_the_partner(visitor(at=here, people=6), texts)


def test_what_leaves_the_verdict_open_is_asked_before_what_does_not(texts: Words) -> None:
    settled = conflict("settled", people=(30,), question="which marks?")
    open_one = conflict("open", people=(30,), question="do you take us?", certainty="confirm")
    found = to_the_partner(visitor(at=place(BUILDERS, conflicts=(settled, open_one))), texts)
    assert found == texts("message.ask", question="do you take us?", size=texts("message.size", people="30 people"))


def test_pages_that_disagree_without_a_question_are_confirmed(texts: Words) -> None:
    here = place(BUILDERS, conflicts=(conflict("quiet", people=(5,), certainty="confirm"),))
    size = texts("message.size", people="5 people")
    told = texts("message.confirm", size=size, name="Small", place="in Place XA")
    assert to_the_partner(visitor(at=here, people=5), texts) == told


def test_partners_that_agree_without_a_name_are_asked_about_the_class_that_they_share(texts: Words) -> None:
    one = partner("builders", ("Small", {"at_most": 10, "certainty": "confirm"}), ("COR", {}))
    found = to_the_partner(visitor(one, OTHERS, people=4), texts)
    size = texts("message.size", people="4 people")
    assert found == texts("message.confirm", size=size, name=texts("certificate.shared-secor"), place="in Place XA")


@pytest.mark.parametrize(
    ("letters", "answers", "text", "gaps"),
    [
        ((letter("paper", name="paper"),), FROM_XB, "letter", {"home": "Homers in Place XB", "letter": "the paper"}),
        ((letter("paper", name="paper"),), {"holds": "cor-elsewhere"}, "letter", {"letter": "the paper"}),
        ((letter("iso", to="iso-45001"),), {"holds": "iso-45001"}, "iso", {"held": "an ISO 45001 certificate"}),
        ((), {"holds": "cor", **FROM_OTHERS}, "moves", {"home": "Others"}),
        (
            (),
            {"holds": "secor", "people": 4, **FROM_OTHERS},
            "moves",
            {"home": "Others", "held": "Middle"},
        ),
    ],
)
def test_the_partner_is_asked_what_another_body_s_certificate_is_worth(
    texts: Words, letters: tuple[Letter, ...], answers: dict[str, Any], text: str, gaps: dict[str, str]
) -> None:
    here = place(BUILDERS, OTHERS, letters=letters)
    told = to_the_partner(visitor(at=here, **{"partner": "builders", **answers}), texts)
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
    told = to_the_partner(visitor(one, people=5, **answers), texts)
    size = texts("message.size", people="5 people")
    question = texts("message.held-with-you", size=size)
    assert (told or None) == (held and opened(texts, texts("message.hold", held=held), question))


def test_the_message_of_a_page_for_everybody_is_the_same_without_a_number(texts: Words) -> None:
    one = visitor(confirming(), people=5)
    assert texts("message.size", people=texts.people(5)) in to_the_partner(one, texts)
    assert from_anybody(one, texts) == joined(texts("message.confirm", size="", name="COR", place="in Place XA"))


@pytest.mark.parametrize(("average", "told"), [(8.5, True), (12, False)])
def test_an_average_is_told_to_the_partner_beside_the_peak(texts: Words, average: Any, told: bool) -> None:
    both_ways = ("Small", {"average_below": 5}), ("COR", {"certainty": "confirm"})
    one = partner("builders", *both_ways, counting=AVERAGE)
    found = to_the_partner(visitor(one, people=12, average_people=average), texts)
    size = texts("message.size", people="12 people")
    both = f"{size} {texts('message.size-average', n='8.50')}" if told else size
    assert found == texts("message.confirm", size=both, name="COR", place="in Place XA")


def test_a_disagreement_about_the_limit_is_not_put_where_the_client_s_demand_decides(texts: Words) -> None:
    here = place(BUILDERS, conflicts=(conflict("pages", people=(5,), question="is five small?", certainty="confirm"),))
    assert to_the_partner(visitor(at=here, people=5), texts)
    assert not to_the_partner(visitor(at=here, people=5, client_requires="cor"), texts)


def test_without_a_partner_and_a_question_nobody_is_asked(texts: Words) -> None:
    assert not to_the_partner(visitor(at=place()), texts)


@pytest.mark.parametrize(
    ("answers", "hold"),
    [
        ({"holds": "cor"}, "We hold COR."),
        ({"holds": "secor"}, "We hold the small certificate."),
        (FROM_XB, "We hold COR from Homers in Place XB."),
        ({"holds": "iso-45001"}, "We hold an ISO 45001 certificate."),
        ({"holds": "expired"}, None),
        ({"holds": "none"}, None),
    ],
)
def test_where_nobody_certifies_a_certificate_in_hand_is_asked_about_and_what_ran_out_is_not(
    texts: Words, answers: dict[str, Any], hold: str | None
) -> None:
    found = to_the_partner(visitor(at=place(), **answers), texts)
    assert found == (texts("message.partner-nobody", hold=hold, place="in Place XA") if hold else "")


OUTGROWN, EXPIRED = "We hold Small.", "The certificate that we had from you has run out."
ISO, FROM_HOMERS = "We hold an ISO 45001 certificate.", "We hold COR from Homers in Place XB."
SMALL_OF_OTHERS = "We hold Middle from Others."
UPGRADE: dict[str, Any] = {"holds": "secor", "people": 5, "client_requires": "cor"}


@pytest.mark.parametrize(
    ("answers", "hold", "also"),
    [
        ({"holds": "secor"}, OUTGROWN, "until-when"),
        ({"holds": "expired"}, EXPIRED, "renewal"),
        ({"holds": "iso-45001"}, ISO, "what-counts"),
        (FROM_XB, FROM_HOMERS, "what-counts"),
        (UPGRADE, OUTGROWN, "change"),
        ({"holds": "secor", **FROM_OTHERS}, SMALL_OF_OTHERS, "how-moved"),
    ],
)
def test_who_holds_something_says_so_first_and_asks_what_becomes_of_it(
    texts: Words, answers: dict[str, Any], hold: str, also: str
) -> None:
    given = {"partner": "builders", **answers}
    found = to_the_partner(visitor(at=place(BUILDERS, OTHERS), **given), texts)
    size = texts("message.size", people=texts.people(given.get("people", 30)))
    assert found == opened(texts, f"{hold} {texts(f'message.also.{also}')}", texts("message.size-only", size=size))


@pytest.mark.parametrize(
    ("one", "answers", "text"),
    [
        (partner("builders", ("COR", {"certainty": "confirm"})), {"holds": "expired"}, "confirm"),
        (partner("builders", ("COR", {"question": "do you take us?"})), {"holds": "expired"}, "ask"),
    ],
)
def test_what_is_in_hand_stands_before_the_question_about_the_class(
    texts: Words, one: Partner, answers: dict[str, Any], text: str
) -> None:
    size = texts("message.size", people="30 people")
    asked = texts(f"message.{text}", size=size, name="COR", place="in Place XA", question="do you take us?")
    opening = f"{EXPIRED} {texts('message.also.renewal')}"
    assert to_the_partner(visitor(one, **answers), texts) == opened(texts, opening, asked)


def test_a_member_is_not_put_the_question_for_newcomers(texts: Words) -> None:
    one = partner("builders", ("Small", {"at_most": 10}), ("COR", {"question": "do you take us?"}))
    assert "do you take us?" in to_the_partner(visitor(one), texts)
    assert "do you take us?" not in to_the_partner(visitor(one, holds="secor"), texts)
    assert "do you take us?" not in to_the_partner(visitor(one, **UPGRADE), texts)


def test_who_holds_a_small_certificate_and_hangs_on_a_number_asks_for_the_rule(texts: Words) -> None:
    found = to_the_partner(visitor(holds="secor", people="unsure"), texts)
    assert found == opened(texts, OUTGROWN, texts("message.depends-people"))


UNCLEAR_COR = partner("builders", ("COR", {"certainty": "confirm"}))


@pytest.mark.parametrize(("status", "text"), [("active", "held-with-you"), ("doubtful", "still-certify")])
def test_a_partner_that_may_certify_no_longer_is_asked_whether_the_certificate_stands(
    texts: Words, status: str, text: str
) -> None:
    found = to_the_partner(visitor(replace(UNCLEAR_COR, status=status), holds="cor"), texts)
    asked = texts(f"message.{text}", size=texts("message.size", people="30 people"))
    assert found == opened(texts, "We hold COR.", asked)


@pytest.mark.parametrize(
    ("answers", "hold"),
    [
        ({}, ""),
        ({"holds": "expired"}, EXPIRED),
        ({"holds": "iso-45001"}, ISO),
        (FROM_XB, FROM_HOMERS),
    ],
)
def test_who_has_no_office_asks_what_there_is_without_one(texts: Words, answers: dict[str, Any], hold: str) -> None:
    found = to_the_partner(visitor(replace(BUILDERS, needs_local_base=True), local_base="no", **answers), texts)
    assert found == joined(texts("message.partner-office", place="in Place XA", hold=hold))


@pytest.mark.parametrize(
    ("partners", "asked"), [(("others",), False), (("builders",), False), (("builders", "others"), True), ((), True)]
)
def test_what_pages_of_one_partner_disagree_about_is_not_put_to_others(
    texts: Words, partners: tuple[str, ...], asked: bool
) -> None:
    disputed = conflict("pages", people=(30,), partners=partners, question="is thirty large?")
    here = place(BUILDERS, OTHERS, conflicts=(disputed,))
    found = to_the_partner(visitor(at=here), texts)
    size = texts("message.size", people="30 people")
    assert found == (texts("message.ask", question="is thirty large?", size=size) if asked else "")


@pytest.mark.parametrize("answers", [FROM_XB, {"holds": "cor-elsewhere"}])
def test_nobody_is_asked_for_a_letter_while_nobody_asks_for_a_certificate(
    texts: Words, answers: dict[str, Any]
) -> None:
    here = place(BUILDERS, letters=(letter("paper"),))
    assert to_the_partner(visitor(at=here, client_requires="either", **answers), texts)
    assert not to_the_partner(visitor(at=here, client_requires="none", **answers), texts)


def test_the_body_that_certified_elsewhere_and_here_is_asked_whether_its_certificate_counts_here_too(
    texts: Words,
) -> None:
    here, there = place(BUILDERS, letters=(letter("paper", to="same-partner"),)), place(BUILDERS, code="XB")
    found = to_the_partner(visitor(at=here, with_facts=facts(here, there), **FROM_XB), texts)
    assert found == texts("message.partner-same", held="COR", home="Builders in Place XB", place="in Place XA")


def test_a_certificate_that_can_be_converted_is_asked_about_by_the_name_of_what_converts_it(texts: Words) -> None:
    move = letter("move", name="Move", to="other-partners", kind="conversion", holders_of=("others",))
    found = to_the_partner(visitor(at=place(BUILDERS, OTHERS, letters=(move,)), holds="cor", **FROM_OTHERS), texts)
    assert found == texts("message.partner-conversion", held="COR", home="Others", letter="the Move")


def test_where_the_facts_say_nothing_of_a_place_without_partners_nobody_is_asked(texts: Words) -> None:
    assert to_the_partner(visitor(at=place(without_partner=None)), texts) == ""


def test_owners_of_whom_no_page_speaks_are_asked_about_like_everybody(texts: Words) -> None:
    found = to_the_partner(visitor(OWNERS_IN_DOUBT, count={"employees": 9, "owners": 3}), texts)
    size = texts("message.size-range", low="9", high="12")
    assert found == texts("message.depends-count", groups=texts("group.owners"), size=size)


def test_who_does_not_know_his_number_tells_none(texts: Words) -> None:
    found = to_the_partner(visitor(confirming(), people="unsure"), texts)
    assert found == joined(texts("message.confirm", size="", name="COR", place="in Place XA"))


def test_who_works_alone_with_a_small_certificate_asks_which_one_fits_where_the_client_wants_more(texts: Words) -> None:
    one = partner("builders", ("Owner", {"at_most": 1}), ("Small", {"at_most": 10}), ("COR", {}))
    found = to_the_partner(visitor(one, people=1, holds="secor", client_requires="cor"), texts)
    asked = texts("message.held-with-you", size=texts("message.alone"))
    assert found == opened(texts, texts("message.hold", held=texts("certificate.shared-secor")), asked)


ALONE = partner("builders", ("Owner", {"at_most": 1}), *TWO_SIZES)


@pytest.mark.parametrize(
    ("one", "answers", "small"),
    [
        (BUILDERS, {"people": 5}, "Small"),
        (ALONE, {"people": 1}, "Owner"),
        (BUILDERS, {"people": 30}, None),
        (BUILDERS, {"people": "unsure"}, None),
    ],
)
@pytest.mark.parametrize("confidence", ["medium", "high"])
def test_whether_a_small_firm_may_choose_the_full_certificate_is_asked_where_that_is_not_certain(
    texts: Words, one: Partner, answers: dict[str, Any], small: str | None, confidence: str
) -> None:
    here = place(one, choose_cor=fact("choose", confidence=confidence))
    found = to_the_partner(visitor(at=here, client_requires="cor", **answers), texts)
    number = answers["people"]
    size = texts("message.alone") if number == 1 else texts("message.size", people=f"{number} people")
    asked = small and confidence == "medium" and texts("message.demand", size=size, small=small, place="in Place XA")
    assert found == (asked or "")


def test_who_does_not_know_his_size_says_no_more_than_what_he_may_fit(texts: Words) -> None:
    one = partner("builders", ("Small", {"at_most": 10}), ("COR", {"certainty": "unverified"}))
    found = to_the_partner(visitor(one, people="unsure", client_requires="cor"), texts)
    assert found == joined(texts("message.demand-open", size="", small="Small", place="in Place XA"))


def test_whether_people_count_between_two_full_classes_is_no_question_of_small_firms(texts: Words) -> None:
    one = partner("builders", ("COR", {"at_most": 10}), ("Large COR", {}))
    found = to_the_partner(visitor(one, count={"employees": 9, "agency": 3}), texts)
    size = texts("message.size-range", low="9", high="12")
    assert found == texts("message.depends-count-full", groups=texts("group.agency"), size=size)


def test_owners_who_turn_one_full_certificate_into_another_put_the_question_of_the_pages(texts: Words) -> None:
    one = partner("builders", ("COR", {"at_most": 10}), ("Large COR", {}), counting=OWNERS_IN_DOUBT.counting)
    here = place(one, conflicts=OF_OWNERS.conflicts)
    found = to_the_partner(visitor(at=here, count={"employees": 9, "owners": 3}), texts)
    size = texts("message.size-range", low="9", high="12")
    assert found == texts("message.ask", question="do you count owners?", size=size)


TAKES_US = "do you take us?"


@pytest.mark.parametrize(
    ("status", "answers", "asked"),
    [
        ("active", {}, True),
        ("doubtful", {}, True),
        ("active", {"people": 5, "client_requires": "cor"}, False),  # the client's demand is no question to it
        ("doubtful", {"people": 5, "client_requires": "cor"}, True),
        ("doubtful", UPGRADE, False),
        ("doubtful", {"holds": "secor"}, False),
    ],
)
def test_whether_it_takes_the_firm_is_asked_of_a_partner_in_doubt_by_who_is_no_member(
    texts: Words, status: Any, answers: dict[str, Any], asked: bool
) -> None:
    one = partner("builders", ("Small", {"at_most": 10}), ("COR", {"question": TAKES_US}), status=status)
    assert (TAKES_US in to_the_partner(visitor(one, **answers), texts)) is asked


@pytest.mark.parametrize(("people", "text"), [(5, "demand"), ("unsure", "demand-open")])
def test_where_two_small_classes_may_be_left_for_the_full_one_neither_is_named(
    texts: Words, people: Any, text: str
) -> None:
    small = ("Small", {"at_most": 4}), ("Middle", {"at_most": 10})
    one = partner("builders", *small, ("COR", {"certainty": "confirm"}))
    found = to_the_partner(visitor(one, people=people, client_requires="cor"), texts)
    size = texts("message.size", people="5 people") if people == 5 else ""
    gaps = {"size": size, "small": texts("certificate.small"), "place": "in Place XA"}
    assert found == joined(texts(f"message.{text}", **gaps))


def test_before_the_size_is_told_the_partner_is_asked_about_the_certificate(texts: Words) -> None:
    found = to_the_partner(visitor(people=None), texts)
    assert found == joined(texts("message.confirm", size="", name=texts("certificate.any"), place="in Place XA"))
