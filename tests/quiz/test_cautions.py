"""What a visitor should know beside the verdict: who sees each piece of advice, and who must not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.cautions import ADVICE, cautions, depends_on
from quiz.facts import Facts, Partner
from quiz.shape import Caution
from quiz.words import Words
from tests.quiz.made_up import (
    BUILDERS,
    FROM_XB,
    FULL_TIME,
    TWO_SIZES,
    TWO_SMALL_CORS,
    caution,
    fact,
    facts,
    letter,
    partner,
    place,
    records,
    size_class,
    visitor,
    whole_way,
)

COUNTS_AS_COR = partner("builders", ("Small", {"at_most": 10, "counts_as_cor": True}), ("COR", {}))
SMALL_COR = replace(
    COUNTS_AS_COR,
    size_classes=(replace(COUNTS_AS_COR.size_classes[0], name="Small COR"), COUNTS_AS_COR.size_classes[1]),
)
ONE_PERSON = partner("builders", ("Owner", {"at_most": 1}), *TWO_SIZES)
OWNER_COR = replace(size_class("owner", "Owner", at_most=1, counts_as_cor=True), name="Owner COR")
ONE_PERSON_COR = replace(BUILDERS, size_classes=(OWNER_COR, *BUILDERS.size_classes))
ONLY_COR = partner("builders", ("COR", {"certainty": "confirm"}))
OTHERS = partner("others", *TWO_SIZES)
HIRING = partner("builders", ("Small", {"without_subcontractors": True}), ("COR", {}))
ACCOUNT = fact("account-rule", "An account comes first.")
TRUCKERS = replace(BUILDERS, industries=("trucking",))
SHORT = whole_way("cor", records=records(3, 12))
CHOOSE = place(BUILDERS, choose_cor=fact("choose", "The board lets you."))
FROM_OTHERS: dict[str, Any] = {"partner": "builders", "home_partner": "others"}
UPGRADES: dict[str, Any] = {"people": 5, "holds": "secor", "client_requires": "cor"}
LETTER = place(BUILDERS, account_rule=ACCOUNT, letters=(letter("paper"),))
CONVERTS = letter("move", to="other-partners", kind="conversion", holders_of=("others",))


def told(texts: Words, **given: Any) -> dict[str, Caution]:
    """What somebody is told, by id."""
    return {found["id"]: found for found in cautions(visitor(**given), texts)}


@pytest.mark.parametrize(
    ("caution_id", "here", "answers", "sees"),
    [
        ("ask-client", place(BUILDERS), {"people": 5}, True),
        ("ask-client", place(BUILDERS), {"people": 5, "client_requires": "unsure"}, True),
        ("ask-client", place(BUILDERS), {"people": 5, "client_requires": "either"}, False),
        ("ask-client", place(BUILDERS), {"people": 5, "client_requires": "none"}, False),
        ("ask-client", place(BUILDERS), {"people": 30}, False),
        ("ask-client", place(SMALL_COR), {"people": 5}, False),
        ("ask-client", place(BUILDERS), {"people": 5, "holds": "cor"}, False),
        ("ask-client", place(ONE_PERSON), {"people": 1}, False),
        ("small-is-cor", place(SMALL_COR), {"people": 5}, True),
        ("small-is-cor", place(SMALL_COR), {"people": 5, "client_requires": "cor"}, True),
        ("small-is-cor", place(SMALL_COR), {"people": 5, "client_requires": "unsure"}, True),
        ("small-is-cor", place(SMALL_COR), {"people": 5, "client_requires": "either"}, False),
        ("small-is-cor", place(SMALL_COR), {"people": 30}, False),
        ("small-is-cor", place(SMALL_COR), {"people": 5, "holds": "cor"}, False),
        ("small-is-cor", place(BUILDERS), {"people": 5}, False),
        ("small-is-cor", place(COUNTS_AS_COR), {"people": 5}, False),
        ("small-is-cor", place(ONE_PERSON_COR), {"people": 1}, True),
        ("small-is-cor", place(BUILDERS, OTHERS), {"people": "unsure"}, False),
        ("one-person-class-client", place(ONE_PERSON), {"people": 1, "client_requires": "cor"}, True),
        ("one-person-class-client", place(ONE_PERSON), {"people": 1, "client_requires": "either"}, False),
        ("one-person-class-client", place(ONE_PERSON), {"people": 1, "client_requires": "cor", "holds": "cor"}, False),
        ("one-person-class-client", place(ONE_PERSON), {"people": 5, "client_requires": "cor"}, False),
        ("one-person-class-client", place(ONE_PERSON_COR), {"people": 1, "client_requires": "cor"}, False),
        ("may-choose-cor", CHOOSE, {"people": 5}, True),
        ("may-choose-cor", CHOOSE, {"people": 5, "client_requires": "cor"}, False),
        ("may-choose-cor", CHOOSE, {"people": 30}, False),
        ("may-choose-cor", CHOOSE, {"people": 5, "holds": "cor"}, False),
        ("may-choose-cor", place(BUILDERS), {"people": 5}, False),
        ("growth", place(BUILDERS), {"people": 5, "growth": "yes"}, True),
        ("growth", place(BUILDERS), {"people": 5, "growth": "no"}, False),
        ("growth", place(BUILDERS), {"people": 30, "growth": "yes"}, False),
        ("growth", place(BUILDERS), {"people": 5, "growth": "yes", "holds": "cor"}, False),
        ("growth", place(ONE_PERSON), {"people": 1, "growth": "yes"}, True),
        ("growth-unsure", place(BUILDERS), {"people": 5, "growth": "unsure"}, True),
        ("growth-unsure", place(BUILDERS), {"people": 5, "growth": "yes"}, False),
        ("growth-unsure", place(BUILDERS), {"people": 5}, False),
        ("growth-unsure", place(BUILDERS), {"people": 30, "growth": "unsure"}, False),
        ("growth-unsure", place(BUILDERS), {"people": 5, "growth": "unsure", "holds": "cor"}, False),
        ("outgrown", place(BUILDERS), {"holds": "secor"}, True),
        ("outgrown", place(BUILDERS), {"holds": "secor", "people": 5}, False),
        ("outgrown", place(BUILDERS), {"holds": "secor", "people": 5, "client_requires": "cor"}, False),
        ("held-either", place(SMALL_COR), {"holds": "cor", "people": 5}, True),
        ("held-either", place(COUNTS_AS_COR), {"holds": "cor", "people": 5}, False),
        ("held-either", place(SMALL_COR), {"holds": "cor"}, False),
        ("held-either", place(SMALL_COR), {"holds": "secor", "people": 5}, False),
        ("held-either", place(SMALL_COR), {"people": 5}, False),
        ("held-either", place(BUILDERS), {"holds": "cor", "people": 5}, False),
        ("holds-cor-small", place(BUILDERS), {"holds": "cor", "people": 5}, True),
        ("holds-cor-small", place(BUILDERS), {"holds": "cor"}, False),
        ("one-person", place(BUILDERS), {"people": 1}, True),
        ("one-person", place(replace(BUILDERS, takes_one_person=True)), {"people": 1}, False),
        ("one-person", place(BUILDERS), {"people": 1, "holds": "secor"}, False),
        ("one-person", place(BUILDERS), {"people": 1, "holds": "cor"}, False),
        ("one-person", place(BUILDERS), {"people": 2}, False),
        ("one-person", place(BUILDERS), {"people": "unsure"}, False),
        ("one-person", place(BUILDERS), {"count": {"employees": 1, "agency": 1}}, False),
        ("one-person", place(ONE_PERSON), {"people": 1}, False),
        ("one-person", place(ONLY_COR), {"people": 1}, False),
        ("one-person", place(BUILDERS, OTHERS), {"people": 1}, False),
        ("outgrown", place(BUILDERS, OTHERS), {"holds": "secor"}, True),
        ("outgrown", place(ONLY_COR), {"holds": "secor"}, False),
        ("no-such-class", place(ONLY_COR), {"holds": "secor"}, True),
        ("no-such-class", place(ONLY_COR), {"holds": "cor"}, False),
        ("no-such-class", place(BUILDERS), {"holds": "secor"}, False),
        ("no-such-class", place(ONLY_COR, OTHERS), {"holds": "secor"}, False),
        ("no-such-class", place(ONLY_COR, OTHERS), {"holds": "secor", "partner": "builders"}, True),
        ("no-such-class", place(), {"holds": "secor"}, False),
        ("no-account", place(BUILDERS, account_rule=ACCOUNT), {"account": "no"}, True),
        ("no-account", place(replace(BUILDERS, account_rule=ACCOUNT)), {"account": "no"}, True),
        ("no-account", place(BUILDERS), {"account": "no"}, False),
        ("no-account", place(BUILDERS, OTHERS, account_rule=ACCOUNT), {"account": "no"}, True),
        ("no-account", place(BUILDERS, account_rule=ACCOUNT), {"account": "yes"}, False),
        ("no-account", place(BUILDERS, account_rule=ACCOUNT), {}, False),
        ("no-account", place(BUILDERS, account_rule=ACCOUNT), {"account": "no", "holds": "cor"}, False),
        ("no-account", place(BUILDERS, account_rule=ACCOUNT), {"account": "no", "holds": "expired"}, True),
        ("no-account", LETTER, {"account": "no", **FROM_XB}, False),
        ("no-account", LETTER, {"account": "no", "holds": "cor-elsewhere"}, False),
        ("no-account-unknown", place(BUILDERS), {"account": "no"}, True),
        ("no-account-unknown", place(BUILDERS), {"account": "unsure"}, False),
        ("no-account-unknown", place(BUILDERS), {"account": "no", "holds": "cor"}, False),
        ("no-account-unknown", place(BUILDERS, account_rule=ACCOUNT), {"account": "no"}, False),
        ("no-account-unknown", place(replace(BUILDERS, account_rule=ACCOUNT)), {"account": "no"}, False),
        ("no-account-unknown", place(), {"account": "no"}, False),
        ("no-account", place(), {"account": "no"}, False),
        ("account-unsure", place(BUILDERS), {"account": "unsure"}, True),
        ("account-unsure", place(BUILDERS), {"account": "no"}, False),
        ("account-unsure", place(BUILDERS), {"account": "unsure", "holds": "secor", "people": 5}, False),
        ("account-unsure", LETTER, {"account": "unsure", **FROM_XB}, False),
        ("account-unsure", place(), {"account": "unsure"}, False),
        ("records-few", place(BUILDERS), {"records_months": 2}, True),
        ("records-few", place(BUILDERS), {"records_months": 3}, False),
        ("records-few", place(BUILDERS), {}, False),
        ("records-few", place(BUILDERS), {"records_months": 2, "holds": "secor"}, True),
        ("records-few", place(BUILDERS), {"records_months": 2, "holds": "expired"}, True),
        ("records-few", place(BUILDERS), {**UPGRADES, "records_months": 2}, True),
        ("records-few", place(BUILDERS), {"records_months": 2, **FROM_XB}, True),
        ("records-few", LETTER, {"records_months": 2, **FROM_XB}, False),
        ("records-few", place(BUILDERS, OTHERS), {"records_months": 2, "holds": "cor", **FROM_OTHERS}, False),
        (
            "records-few",
            place(BUILDERS, OTHERS, letters=(CONVERTS,)),
            {"records_months": 2, "holds": "cor", **FROM_OTHERS},
            False,
        ),
        ("records-few", place(BUILDERS, OTHERS), {"records_months": 2, "holds": "secor", **FROM_OTHERS}, True),
        ("records-few", place(BUILDERS), {"records_months": 2, "holds": "cor"}, False),
        ("records-few", place(ONLY_COR), {"records_months": 2}, False),
        ("records-short", place(BUILDERS), {"records_months": 2}, True),
        ("records-short", place(BUILDERS), {"records_months": 3}, True),
        ("records-short", place(BUILDERS), {"records_months": 11}, True),
        ("records-short", LETTER, {"records_months": 3, **FROM_XB}, False),
        ("records-short", place(partner("builders", *TWO_SIZES, processes=(SHORT,))), {"records_months": 3}, False),
        ("records-short", place(BUILDERS), {"records_months": 12}, False),
        ("records-short", place(BUILDERS), {"records_months": "unsure"}, False),
        ("records-short", place(BUILDERS), {"records_months": 3, "holds": "cor"}, False),
        ("records-short", place(ONLY_COR), {"records_months": 3}, False),
        ("records-short", place(), {"records_months": 3}, False),
        ("unclear-people", place(BUILDERS), {"count": {"employees": 9, "agency": 3}}, True),
        ("unclear-people", place(BUILDERS), {"count": {"employees": 9, "agency": 3}, "holds": "secor"}, True),
        ("unclear-people", place(BUILDERS), {"count": {"employees": 9, "agency": 3}, "holds": "cor"}, False),
        ("unclear-people", place(BUILDERS), {"count": {"employees": 4, "agency": 1}}, False),
        (
            "unclear-people",
            place(BUILDERS),
            {"count": {"employees": 9, "agency": 3}, "client_requires": "cor"},
            False,
        ),
        ("unclear-people", place(BUILDERS), {"count": {"employees": 4}}, False),
        ("unclear-people", place(BUILDERS), {"people": 5}, False),
        ("unclear-people", place(BUILDERS), {"people": "unsure"}, False),
        ("unclear-people", place(HIRING), {"count": {"employees": 4}, "subcontracts": "unsure"}, False),
        ("unclear-people", place(BUILDERS, replace(OTHERS, counting=FULL_TIME)), {"count": {"employees": 4}}, False),
        ("small-class-unknown", place(ONLY_COR), {}, True),
        ("small-class-unknown", place(ONLY_COR), {"client_requires": "cor"}, False),
        ("small-class-unknown", place(partner("builders", ("COR", {}))), {}, False),
        ("small-class-unknown", place(replace(ONLY_COR, status="doubtful")), {}, False),
        ("small-class-unknown", place(BUILDERS), {}, False),
        ("small-class-unknown", place(partner("builders", ("It depends", {"certainty": "confirm"}))), {}, False),
        ("small-class-unknown", place(ONLY_COR, OTHERS), {}, False),
        ("doubtful", place(replace(BUILDERS, status="doubtful")), {}, True),
        ("doubtful", place(BUILDERS), {}, False),
        ("doubtful-all", place(*(replace(one, status="doubtful") for one in (BUILDERS, OTHERS))), {}, True),
        ("doubtful-all", place(replace(BUILDERS, status="doubtful"), OTHERS), {}, False),
        ("doubtful-all", place(replace(BUILDERS, status="doubtful")), {}, False),
        ("other-industry", place(TRUCKERS), {"industry": "construction"}, True),
        ("other-industry", place(TRUCKERS), {"industry": "trucking"}, False),
        ("other-industry", place(TRUCKERS), {"industry": "construction", "holds": "cor"}, False),
        ("other-industry", place(TRUCKERS), {"industry": "construction", "holds": "secor"}, False),
        ("other-industry", place(TRUCKERS), {"industry": "construction", **UPGRADES}, False),
        ("other-industry", place(TRUCKERS), {"industry": "construction", "holds": "expired"}, True),
        ("review-due", place(BUILDERS), {"today": date(2035, 1, 2)}, True),
        ("review-due", place(BUILDERS), {"today": date(2035, 1, 1)}, False),
        ("review-due", place(BUILDERS), {"today": None}, False),
    ],
)
def test_advice_is_for_whom_it_helps(
    texts: Words, caution_id: str, here: Any, answers: dict[str, Any], sees: bool
) -> None:
    assert (caution_id in told(texts, at=here, **answers)) is sees


def test_a_class_that_the_client_s_demand_replaced_is_due_too(texts: Words) -> None:
    old, full = BUILDERS.size_classes
    one = replace(BUILDERS, size_classes=(replace(old, review_by=date(2029, 12, 31)), full))
    assert "review-due" in told(texts, at=place(one), people=5, client_requires="cor")
    assert "review-due" not in told(texts, at=place(one), people=30)


@pytest.mark.parametrize(
    ("months", "some"),
    [(records(None, 12), False), (records(3), False), (records(3, 12), False), (records(3, 12, 6), True)],
)
def test_short_records_are_told_where_all_three_numbers_are_known(texts: Words, months: Any, some: bool) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", records=months),))
    assert ("records-short" in told(texts, at=place(one), records_months=3)) is some


GAPS = {
    "partner": "Builders",
    "account": "account",
    "name": "COR",
    "least": 3,
    "full": 12,
    "short": 12,
}


@pytest.mark.parametrize(
    ("caution_id", "answers", "gaps"),
    [
        ("ask-client", {"people": 5}, {"name": "Small"}),
        ("growth", {"people": 5, "growth": "yes"}, {"name": "Small"}),
        ("outgrown", {"holds": "secor"}, {"held": "Small"}),
        ("holds-cor-small", {"holds": "cor", "people": 5}, {"name": "Small"}),
        ("no-account-unknown", {"account": "no"}, {}),
        ("records-few", {"records_months": 2}, {}),
        ("records-short", {"records_months": 3}, {}),
        ("unclear-people", {"count": {"employees": 9, "agency": 3, "volunteers": 1}}, {}),
        ("one-person", {"people": 1}, {}),
        ("review-due", {"today": date(2036, 1, 1)}, {}),
    ],
)
def test_advice_names_the_partner_the_account_and_the_numbers(
    texts: Words, caution_id: str, answers: dict[str, Any], gaps: dict[str, Any]
) -> None:
    groups = texts("group.agency")
    found = told(texts, **answers)[caution_id]
    assert found == {"id": caution_id, "text": texts(f"caution.{caution_id}", groups=groups, **{**GAPS, **gaps})}


def test_advice_for_somebody_whose_partner_is_not_known_names_none(texts: Words) -> None:
    found = told(texts, at=place(BUILDERS, OTHERS), people=5, growth="yes")["growth"]
    assert found["text"] == texts("caution.growth", partner=texts("partner.yours"), name="Small")


def test_the_fewest_months_are_those_of_a_full_record_where_no_fewer_are_accepted(texts: Words) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", records=records(None, 12)),))
    found = told(texts, at=place(one), records_months=3)["records-few"]
    assert found["text"] == texts("caution.records-few", least=12)


def test_partners_that_agree_without_a_name_give_the_certificate(texts: Words) -> None:
    middle = partner("others", ("Middle", {"at_most": 10}), ("COR", {}))
    found = told(texts, at=place(BUILDERS, middle), people=5)["ask-client"]
    assert found["text"] == texts("caution.ask-client", name=texts("certificate.any"))


def test_a_choice_and_a_doubt_come_with_what_the_source_says(texts: Words) -> None:
    chosen = told(texts, at=CHOOSE, people=5)["may-choose-cor"]
    assert chosen["text"] == "The board lets you."
    assert (chosen["fact"], chosen["source"]["url"]) == ("choose", "https://choose.example/")
    doubtful = replace(BUILDERS, status="doubtful", status_note=fact("note", "Its page is gone."))
    doubted = told(texts, at=place(doubtful))["doubtful"]
    assert doubted["text"] == f"{texts('caution.doubtful', partner='Builders')} Its page is gone."
    assert doubted["fact"] == "note"


def test_a_doubtful_partner_without_a_note_is_told_all_the_same(texts: Words) -> None:
    assert "fact" not in told(texts, at=place(replace(BUILDERS, status="doubtful")))["doubtful"]


def test_partners_that_were_left_out_are_named(texts: Words) -> None:
    gone = [partner(each, ("COR", {}), status="doubtful") for each in ("gone", "lost")]
    found = told(texts, at=place(BUILDERS, OTHERS, *gone))
    assert found["doubtful-left-out"]["text"] == texts("caution.doubtful-left-out", partners="Gone and Lost")
    assert "doubtful-left-out" not in told(texts, at=place(BUILDERS, OTHERS))


@pytest.mark.parametrize(("asked", "told_here"), [("none", True), ("either", False)])
def test_what_a_letter_asks_is_told_with_it_and_here_only_where_nobody_asks_for_one(
    texts: Words, asked: str, told_here: bool
) -> None:
    found = told(texts, at=place(BUILDERS, letters=(letter("paper"),)), client_requires=asked, **FROM_XB)
    assert found["portability-letter"]["text"].endswith("On the paper.") is told_here


def test_what_a_certificate_from_elsewhere_is_worth_is_told_with_the_source_of_the_letter(texts: Words) -> None:
    found = told(texts, at=place(BUILDERS, letters=(letter("paper"),)), **FROM_XB)["portability-letter"]
    assert (found["fact"], found["source"]["url"]) == ("paper", "https://paper.example/")


def test_without_a_letter_nothing_is_cited(texts: Words) -> None:
    found = told(texts, **FROM_XB)["portability-no-letter"]
    assert "fact" not in found
    assert "source" not in found


@pytest.mark.parametrize(
    ("holds", "own", "shown"),
    [
        ("iso-45001", ("iso-45001",), False),
        ("iso-45001", ("cor",), True),
        ("iso-45001", (), True),
    ],
)
def test_the_place_s_own_word_on_another_standard_stands_alone(
    texts: Words, holds: str, own: tuple[str, ...], shown: bool
) -> None:
    here = place(BUILDERS, cautions=(caution("said", holds=own),))
    assert ("portability-iso-unknown" in told(texts, at=here, holds=holds)) is shown


def test_the_place_s_own_word_does_not_hide_a_route(texts: Words) -> None:
    here = place(BUILDERS, cautions=(caution("said", holds=("iso-45001",)),), letters=(letter("iso", to="iso-45001"),))
    assert "portability-iso" in told(texts, at=here, holds="iso-45001")


def test_cautions_of_the_place_and_of_all_places_come_last_with_their_sources(texts: Words) -> None:
    here = place(BUILDERS, cautions=(caution("here"), caution("large", people_over=100)))
    everywhere = facts(here, cautions=(caution("everywhere"), caution("nobody", routes=("none",))))
    found = cautions(visitor(at=here, with_facts=everywhere, account="no"), texts)
    assert [each["id"] for each in found] == ["no-account-unknown", "here", "everywhere"]
    source = {"url": "https://here.example/", "checked": "2029-12-01", "confidence": "high"}
    assert found[1] == {"id": "here", "text": "Beware of here.", "fact": "here", "source": source}


@pytest.mark.parametrize(("key", "matters"), [("growth", True), ("records_months", True), ("account", False)])
def test_an_answer_may_still_bring_up_a_caution(key: str, matters: bool) -> None:
    here = place(BUILDERS, cautions=(caution("growing", growth=("yes",)),))
    everywhere = facts(here, cautions=(caution("young", records_under=12),))
    assert depends_on(key, visitor(at=here, with_facts=everywhere)) is matters


def test_every_piece_of_advice_has_its_words_but_the_one_that_a_place_words_itself(texts: Words) -> None:
    assert [caution_id for caution_id in ADVICE if f"caution.{caution_id}" not in texts] == ["may-choose-cor"]


def test_where_nobody_certifies_the_account_of_the_place_is_no_advice(texts: Words) -> None:
    nobody = replace(size_class("nobody", "Nothing"), certainty="clear")
    assert told(texts, at=place(without_partner=nobody), account="no") == {}


def test_any_partner_with_a_smaller_route_has_a_limit(texts: Words) -> None:
    alike: Partner = partner("builders", ("Small", {"at_most": 4}), ("Middle", {}))
    assert "one-person" not in told(texts, at=place(alike), people=1)


def test_partners_of_which_none_is_certain_are_named(texts: Words) -> None:
    here = place(*(replace(one, status="doubtful") for one in (BUILDERS, OTHERS)))
    found = told(texts, at=here)["doubtful-all"]
    assert found["text"] == texts("caution.doubtful-all", partners="Builders and Others")


def test_a_small_certificate_that_the_partner_does_not_have_is_doubted_by_its_name(texts: Words) -> None:
    found = told(texts, at=place(ONLY_COR), holds="secor")["no-such-class"]
    assert found["text"] == texts("caution.no-such-class", partner="Builders")


def test_who_names_the_partner_here_that_issued_the_small_certificate_is_not_asked_who_did(texts: Words) -> None:
    here = place(ONLY_COR, OTHERS)
    assert "no-such-class" not in told(texts, at=here, holds="secor", **FROM_OTHERS)


def elsewhere(home: Partner, letters: bool = True) -> Facts:
    """The builders here and that body in the other place, with a letter for its holders or without."""
    here = place(BUILDERS, letters=(letter("paper"),) if letters else ())
    return facts(here, place(home, code="XB"))


@pytest.mark.parametrize(
    ("classes", "letters", "answers", "sees"),
    [
        ((("Small", {"at_most": 9, "counts_as_cor": True}), ("COR", {})), True, {}, True),
        ((("Small", {"at_most": 9, "counts_as_cor": True}), ("COR", {})), False, {}, False),
        ((("Small", {"at_most": 9, "counts_as_cor": True}), ("COR", {})), True, {"work_started": "yes"}, False),
        ((("Small", {"at_most": 9, "counts_as_cor": True}), ("COR", {})), True, {"holds": "secor-elsewhere"}, False),
        ((("Small", {"at_most": 9}), ("COR", {})), True, {}, False),
        ((("Owner", {"at_most": 1, "counts_as_cor": True}), ("COR", {})), True, {}, False),
    ],
)
def test_what_is_called_a_cor_may_be_the_home_body_s_small_class_for_which_no_letter_is_sure(
    texts: Words, classes: Any, letters: bool, answers: dict[str, Any], sees: bool
) -> None:
    known = elsewhere(partner("homers", *classes, cfcsa_member=True), letters)
    found = told(texts, at=known.by_code["XA"], with_facts=known, **{**FROM_XB, **answers})
    assert ("letter-for-small" in found) is sees
    if sees:
        told_of = texts("letter.named", name="the paper")
        assert found["letter-for-small"]["text"] == texts("caution.letter-for-small", home="Homers", letter=told_of)


def test_an_equivalency_too_may_rest_on_a_small_class_of_which_no_source_speaks(texts: Words) -> None:
    home = partner("homers", ("Small", {"at_most": 9, "counts_as_cor": True}), ("COR", {}), cfcsa_member=True)
    paper = letter("paper", kind="equivalency", working=True, name="")
    known = facts(place(BUILDERS, letters=(paper,)), place(home, code="XB"))
    found = told(texts, at=known.by_code["XA"], with_facts=known, **FROM_XB, work_started="yes")
    named = {"home": "Homers", "letter": texts("letter.equivalency")}
    assert found["letter-for-small"]["text"] == texts("caution.letter-for-small", **named)


def test_a_partner_of_which_no_small_class_is_known_is_named(texts: Words) -> None:
    found = told(texts, at=place(ONLY_COR))["small-class-unknown"]
    assert found["text"] == texts("caution.small-class-unknown", acronym="BUILDERS", partner="Builders")


def test_all_people_of_whom_nobody_says_whether_they_count_are_named(texts: Words) -> None:
    one = replace(BUILDERS, counting=replace(BUILDERS.counting, unclear=("owners", "agency")))
    found = told(texts, at=place(one), count={"employees": 9, "owners": 1, "agency": 3})["unclear-people"]
    groups = f"{texts('group.owners')} and {texts('group.agency')}"
    assert found["text"] == texts("caution.unclear-people", groups=groups, partner="Builders")


def test_what_is_known_of_a_partner_s_status_is_told_with_its_doubt_alone(texts: Words) -> None:
    one = replace(BUILDERS, status="doubtful", status_note=fact("status", "It fell silent."))
    found = told(texts, at=place(one), people=5)
    assert found["doubtful"]["fact"] == "status"
    assert "fact" not in found["ask-client"]


@pytest.mark.parametrize(("people", "small"), [(3, "Small COR"), (8, "Middle COR"), ("unsure", "certificate.small")])
def test_of_two_small_classes_that_are_a_cor_the_one_that_fits_is_named_and_none_while_the_size_is_not_known(
    texts: Words, people: Any, small: str
) -> None:
    found = told(texts, at=place(TWO_SMALL_CORS), people=people, holds="cor")["held-either"]
    named = texts(small) if small in texts else small
    assert found["text"] == texts("caution.held-either", small=named, partner="Builders")
