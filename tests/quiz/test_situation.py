"""A visitor's case: where, which partners stand for it, and what several partners share."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.answers import Answers
from quiz.classes import Verdict
from quiz.process import Process
from quiz.situation import candidates, common
from tests.quiz.made_up import (
    BUILDERS,
    TWO_SIZES,
    partner,
    place,
    process,
    records,
    timing,
    visitor,
    whole_way,
)

SAME = whole_way("cor")


def test_a_partner_of_another_place_is_no_candidate() -> None:
    assert candidates(Answers(province="XA", partner="homers"), place(BUILDERS)) == ()


@pytest.mark.parametrize(
    ("answers", "holds"),
    [
        ({"holds": "cor-elsewhere", "home_province": "XA"}, "cor"),
        ({"holds": "secor-elsewhere", "home_province": "XA"}, "secor"),
        ({"holds": "cor-elsewhere", "home_province": "XB"}, "cor-elsewhere"),
        ({"holds": "cor-elsewhere"}, "cor-elsewhere"),
        ({"holds": "iso-45001", "home_province": "XA"}, "iso-45001"),
    ],
)
def test_a_certificate_from_elsewhere_that_this_place_issued_is_one_from_here(
    answers: dict[str, Any], holds: str
) -> None:
    assert visitor(**answers).answers.holds == holds


@pytest.mark.parametrize(
    ("ways", "kept"),
    [
        ([SAME, SAME], True),
        ([SAME, None], False),
        ([SAME, whole_way("cor", kind="partner")], False),
    ],
)
def test_several_partners_have_a_way_in_common_where_the_audit_is_of_one_kind(
    ways: list[Process | None], kept: bool
) -> None:
    assert (common(ways) is not None) is kept


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("records", records(6, 12)),
        ("timing", timing(gathering_days=1)),
        ("records", None),
        ("timing", None),
        ("upkeep", None),
    ],
)
def test_a_part_is_common_where_all_have_it_with_the_same_numbers(part: str, other: Any) -> None:
    for ways in ([SAME, whole_way("cor", **{part: other})], [whole_way("cor", **{part: other}), SAME]):
        shared = common(ways)
        assert shared
        assert getattr(shared, part) is None
        assert shared.validity == SAME.validity


def test_a_part_with_the_same_numbers_and_other_words_is_common_without_words() -> None:
    same = SAME.records
    assert same
    shared = common([SAME, whole_way("cor", records=replace(same, text="Other words."))])
    assert shared
    assert shared.records == replace(same, text="")


def test_the_process_is_that_of_the_route_and_of_the_name_where_one_has_its_own() -> None:
    named = replace(process("secor", kind="partner"), names=("Middle",))
    one = partner("builders", ("Middle", {"at_most": 4}), *TWO_SIZES, processes=(named, whole_way("cor", "secor")))
    kinds = [found.audit.kind for n in (3, 8) if (found := visitor(one, people=n).process)]
    assert kinds == ["partner", "external"]


def test_without_a_verdict_or_a_partner_there_is_no_process() -> None:
    assert visitor(people="unsure").process is None
    assert visitor(at=place()).process is None


def test_a_way_that_all_share_is_the_first_partner_s_with_what_all_keep_up() -> None:
    shared = common([SAME, whole_way("cor", "secor", audit=replace(SAME.audit, id="other-audit"))])
    assert shared
    assert (shared.routes, shared.audit) == (SAME.routes, SAME.audit)
    shared = common([SAME, SAME])
    assert shared
    assert shared.upkeep == SAME.upkeep


def test_of_parts_that_say_the_same_the_first_partner_s_is_cited() -> None:
    first = SAME.records
    assert first
    shared = common([SAME, whole_way("cor", records=replace(first, id="other-records"))])
    assert shared
    assert shared.records == first


def test_where_no_partner_takes_the_industry_and_the_facts_say_no_more_somebody_is_asked() -> None:
    there = visitor(at=place(without_partner=None))
    assert there.verdict == Verdict("ask", "ask")
    assert there.chosen is None
