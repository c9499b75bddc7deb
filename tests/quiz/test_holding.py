"""What is held decides what there is to do: one way for each visitor, and whose rules keep a certificate."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.facts import Partner
from quiz.holding import (
    held_name,
    holds_what_is_asked,
    is_another_name,
    is_new,
    kept,
    knows_small,
    may_be_outgrown,
    other_name,
    small_is_asked,
    small_name,
    way,
)
from quiz.process import Process
from quiz.words import Words
from tests.quiz.made_up import (
    BUILDERS,
    FROM_XB,
    TWO_SIZES,
    TWO_SMALL_CORS,
    letter,
    partner,
    place,
    size_class,
    visitor,
    whole_way,
)

SAFE = partner("builders", size_classes=(replace(size_class("safe", "COR"), name="SAFE"),))
ONE_OR_MORE = partner("builders", ("Owner", {"at_most": 1}), ("COR", {}))
ONE_IS_FULL = partner("builders", ("Owner", {"at_most": 1, "counts_as_cor": True}), ("COR", {}))


@pytest.mark.parametrize(
    ("one", "answers", "other"),
    [
        (SAFE, {"client_requires": "cor"}, True),
        (SAFE, {"client_requires": "either"}, False),
        (SAFE, {}, False),
        (partner("builders", ("COR", {})), {"client_requires": "cor"}, False),
        (ONE_OR_MORE, {"people": 1, "client_requires": "cor"}, True),
        (ONE_IS_FULL, {"people": 1, "client_requires": "cor"}, False),
        (partner("builders", *TWO_SIZES), {"people": "unsure", "client_requires": "either"}, False),
    ],
)
def test_what_is_to_be_earned_goes_by_another_name_than_a_client_who_wants_cor_says(
    one: Partner, answers: dict[str, Any], other: bool
) -> None:
    assert other_name(visitor(one, **answers)) is other


OTHERS = partner("others", *TWO_SIZES)
ASKING = partner("builders", ("It depends", {}))
ONE_PERSON = partner("builders", ("Owner", {"at_most": 1}), *TWO_SIZES, processes=(*BUILDERS.processes,))
ONE_PERSON_COR = partner("builders", ("Owner", {"at_most": 1, "counts_as_cor": True}), *TWO_SIZES)
CONVERSION = letter("conversion", kind="conversion", to="other-partners", holders_of=("others",))


@pytest.mark.parametrize(
    ("one", "answers", "goes"),
    [
        (BUILDERS, {}, "newcomer"),
        (BUILDERS, {"holds": "none"}, "newcomer"),
        (BUILDERS, {"holds": "none", "people": 5}, "newcomer"),
        (BUILDERS, {"holds": "cor"}, "holder"),
        (BUILDERS, {"holds": "cor", "home_partner": "builders"}, "holder"),
        (BUILDERS, {"holds": "secor", "people": 5}, "holder"),
        (BUILDERS, {"holds": "cor", "people": 5}, "shrank"),
        (ONE_PERSON, {"holds": "cor", "people": 1}, "shrank"),
        (ONE_PERSON, {"holds": "cor", "people": 1, "client_requires": "cor"}, "holder"),
        (ONE_PERSON, {"holds": "secor", "people": 1}, "holder"),
        (ONE_PERSON, {"holds": "secor", "people": 1, "client_requires": "either"}, "holder"),
        (ONE_PERSON, {"holds": "secor", "people": 1, "client_requires": "cor"}, "ask"),
        (ONE_PERSON_COR, {"holds": "secor", "people": 1, "client_requires": "cor"}, "holder"),
        (ONE_PERSON, {"people": 1, "client_requires": "cor"}, "newcomer"),
        (BUILDERS, {"holds": "secor"}, "outgrown"),
        (BUILDERS, {"holds": "secor", "people": 5, "client_requires": "cor"}, "upgrade"),
        (BUILDERS, {"holds": "expired"}, "expired"),
        (BUILDERS, {"holds": "expired", "people": 5}, "expired"),
        (ASKING, {}, "ask"),
        (ASKING, {"holds": "secor"}, "ask"),
        (ASKING, {"holds": "expired"}, "ask"),
        (ASKING, {"holds": "cor"}, "holder"),
        (ASKING, {"holds": "iso-45001"}, "ask"),
        (ASKING, FROM_XB, "ask"),
        (ASKING, {"holds": "cor-elsewhere"}, "ask-home"),
        (partner("builders", ("Nothing", {})), {}, "nobody"),
        (partner("builders", ("Nothing", {})), {"holds": "cor"}, "nobody"),
        (BUILDERS, {"holds": "iso-45001"}, "local"),
        (BUILDERS, FROM_XB, "local"),
        (BUILDERS, {"holds": "cor-elsewhere"}, "ask-home"),
    ],
)
def test_each_visitor_goes_one_way(one: Partner, answers: dict[str, Any], goes: str) -> None:
    assert way(visitor(one, **answers)) == goes


def test_where_nobody_certifies_there_is_nobody_to_go_to() -> None:
    assert way(visitor(at=place(), holds="cor")) == "nobody"


@pytest.mark.parametrize(
    ("letters", "answers", "goes"),
    [
        ([letter("letter")], FROM_XB, "letter"),
        ([letter("letter", kind="equivalency", working=True)], {**FROM_XB, "work_started": "yes"}, "equivalency"),
        ([letter("letter", working=True)], {**FROM_XB, "work_started": "yes"}, "equivalency"),
        ([letter("letter", only_without_account=True)], {**FROM_XB, "account": "yes"}, "local"),
        ([letter("letter", only_without_account=True)], FROM_XB, "letter"),
        ([letter("letter")], {"holds": "secor-elsewhere"}, "local"),
        ([letter("letter", only_without_local_base=True)], {**FROM_XB, "local_base": "yes"}, "local"),
        ([letter("letter")], {**FROM_XB, "work_started": "yes"}, "local"),
        ([letter("letter")], {**FROM_XB, "holds": "secor-elsewhere"}, "local"),
        ([letter("letter", refuses=("homers",))], FROM_XB, "local"),
        ([letter("route", to="iso-45001")], {"holds": "iso-45001"}, "equivalency"),
    ],
)
def test_a_certificate_from_elsewhere_goes_as_far_as_a_letter_carries_it(
    letters: list[Any], answers: dict[str, Any], goes: str
) -> None:
    assert way(visitor(at=place(BUILDERS, letters=tuple(letters)), **answers)) == goes


@pytest.mark.parametrize(
    ("one", "letters", "answers", "goes"),
    [
        (BUILDERS, (CONVERSION,), {"holds": "cor"}, "conversion"),
        (BUILDERS, (CONVERSION,), {"holds": "cor", "people": 5}, "conversion"),
        (BUILDERS, (), {"holds": "cor"}, "other-partner"),
        (BUILDERS, (), {"holds": "cor", "people": 5}, "other-partner"),
        (ASKING, (), {"holds": "cor"}, "other-partner"),
        (BUILDERS, (CONVERSION,), {"holds": "secor", "people": 5}, "other-partner"),
        (ONE_PERSON, (), {"holds": "secor", "people": 1}, "other-partner"),
        (BUILDERS, (CONVERSION,), {"holds": "secor"}, "conversion"),
        (BUILDERS, (), {"holds": "secor", "people": 5, "client_requires": "cor"}, "conversion"),
        (ASKING, (), {"holds": "secor"}, "other-partner"),
        (ASKING, (), {"holds": "secor", "client_requires": "cor"}, "ask"),
        (partner("builders", ("Nothing", {})), (CONVERSION,), {"holds": "cor"}, "nobody"),
    ],
)
def test_a_certificate_of_another_partner_of_the_place_is_shown_as_it_is_where_it_is_as_large_as_what_is_asked(
    one: Partner, letters: tuple[Any, ...], answers: dict[str, Any], goes: str
) -> None:
    here = place(one, OTHERS, letters=letters)
    assert way(visitor(at=here, partner="builders", home_partner="others", **answers)) == goes


@pytest.mark.parametrize(
    ("own", "name", "client", "goes"),
    [
        ("COR", "SAFE", "cor", "conversion"),
        ("COR", "SAFE", "either", "other-partner"),
        ("COR", "Large COR", "cor", "other-partner"),
        ("SAFE", "SAFE", "cor", "other-partner"),  # nor is what could be earned here
    ],
)
def test_a_full_certificate_without_cor_in_its_name_is_not_shown_to_a_client_who_takes_cor_alone(
    own: str, name: str, client: str, goes: str
) -> None:
    names = {"builders": own, "others": name}
    here = [partner(n, size_classes=(replace(size_class(f"{n}-one", "COR"), name=names[n]),)) for n in names]
    there = visitor(at=place(*here), partner="builders", home_partner="others", holds="cor", client_requires=client)
    assert way(there) == goes


@pytest.mark.parametrize(
    ("letters", "answers", "goes"),
    [
        ((), {"local_base": "no"}, "ask-office"),
        ((), {"local_base": "yes"}, "local"),
        ((), {}, "local"),
        ((letter("letter"),), {"local_base": "no"}, "letter"),
        ((letter("letter"),), {"local_base": "no", "work_started": "yes"}, "ask-office"),
        ((letter("letter"),), {"local_base": "no", "home_province": None}, "ask-home"),
    ],
)
def test_a_partner_that_certifies_nobody_without_an_office_is_asked(
    letters: tuple[Any, ...], answers: dict[str, Any], goes: str
) -> None:
    here = place(replace(BUILDERS, needs_local_base=True), letters=letters)
    assert way(visitor(at=here, **{**FROM_XB, **answers})) == goes


@pytest.mark.parametrize(
    ("local_base", "answers", "goes"),
    [
        ("no", {}, "ask-office"),
        ("no", {"holds": "expired"}, "ask-office"),
        ("no", {"holds": "iso-45001"}, "ask-office"),
        ("no", {"holds": "cor"}, "holder"),
        ("no", {"holds": "secor"}, "outgrown"),
        ("yes", {}, "newcomer"),
        ("unsure", {"holds": "expired"}, "expired"),
        (None, {}, "newcomer"),
    ],
)
def test_whom_it_certifies_only_with_an_office_it_is_asked_also_by_newcomers(
    local_base: str | None, answers: dict[str, Any], goes: str
) -> None:
    assert way(visitor(replace(BUILDERS, needs_local_base=True), local_base=local_base, **answers)) == goes


def test_of_several_partners_none_is_known_to_want_an_office() -> None:
    assert way(visitor(replace(BUILDERS, needs_local_base=True), OTHERS, local_base="no")) == "newcomer"


def test_what_the_partner_must_decide_comes_after_the_office_that_it_wants() -> None:
    one = replace(ASKING, needs_local_base=True)
    assert way(visitor(one, **FROM_XB, local_base="no")) == "ask-office"


@pytest.mark.parametrize(
    ("one", "holds", "name"),
    [
        (BUILDERS, "secor", "Small"),
        (BUILDERS, "cor", "COR"),
        (partner("builders", ("COR", {})), "secor", "certificate.shared-secor"),
        (
            partner("builders", ("Small", {"at_most": 5}), ("Middle", {"at_most": 10}), ("COR", {})),
            "secor",
            "certificate.shared-secor",
        ),
        (ASKING, "cor", "certificate.cor"),
    ],
)
def test_a_certificate_in_hand_has_the_partner_s_name_for_it_or_the_common_word(
    texts: Words, one: Partner, holds: str, name: str
) -> None:
    assert held_name(visitor(one, holds=holds), texts) == (texts(name) if name in texts else name)


def test_a_small_certificate_of_one_person_is_called_by_the_common_word(texts: Words) -> None:
    assert held_name(visitor(ONE_PERSON, people=1, holds="secor"), texts) == texts("certificate.shared-secor")
    assert held_name(visitor(ONE_PERSON, people=5, holds="secor"), texts) == "Small"


@pytest.mark.parametrize(
    ("partners", "name"),
    [
        ([BUILDERS], "Small"),
        ([ONE_PERSON, OTHERS], "Small"),
        ([BUILDERS, partner("others", ("Middle", {"at_most": 4}), ("COR", {}))], None),
        ([partner("builders", ("COR", {}))], None),
    ],
)
def test_the_small_class_has_the_name_that_partners_share(
    texts: Words, partners: list[Partner], name: str | None
) -> None:
    assert small_name(visitor(*partners), texts) == (name or texts("certificate.small"))


@pytest.mark.parametrize(
    ("one", "answers", "asked"),
    [
        (BUILDERS, {"holds": "secor", "people": 5}, True),
        (BUILDERS, {"holds": "secor", "people": 5, "client_requires": "unsure"}, True),
        (BUILDERS, {"holds": "secor", "people": 5, "client_requires": "either"}, False),
        (BUILDERS, {"holds": "secor", "people": 5, "client_requires": "none"}, False),
        (BUILDERS, {"holds": "secor", "people": 5, "client_requires": "cor"}, False),
        (ONE_PERSON_COR, {"holds": "secor", "people": 1, "client_requires": "cor"}, True),
        (BUILDERS, {"holds": "cor", "people": 5}, False),
        (BUILDERS, {"people": 5}, False),
    ],
)
def test_whether_a_small_certificate_is_enough_is_asked_of_a_client_who_may_want_more(
    one: Partner, answers: dict[str, Any], asked: bool
) -> None:
    assert small_is_asked(visitor(one, **answers)) is asked


@pytest.mark.parametrize(
    ("one", "known"),
    [
        (BUILDERS, True),
        (ASKING, True),
        (partner("builders", ("Owner", {"at_most": 1}), ("COR", {})), True),
        (partner("builders", ("COR", {})), False),
    ],
)
def test_a_small_certificate_can_be_held_where_there_is_or_may_be_such_a_class(one: Partner, known: bool) -> None:
    assert knows_small(visitor(one)) is known


@pytest.mark.parametrize(
    ("answers", "enough", "new"),
    [
        ({}, False, True),
        ({"holds": "none"}, False, True),
        ({"holds": "cor"}, True, False),
        ({"holds": "cor", "people": 5}, True, False),
        ({"holds": "secor"}, False, False),
        ({"holds": "expired"}, False, False),
        ({"holds": "iso-45001"}, False, False),
    ],
)
def test_who_holds_what_is_asked_is_no_beginner(answers: dict[str, Any], enough: bool, new: bool) -> None:
    there = visitor(**answers)
    assert (holds_what_is_asked(there), is_new(there)) == (enough, new)


OWNERS = replace(ONE_PERSON, processes=(*BUILDERS.processes, whole_way("owner-operator")))


@pytest.mark.parametrize(
    ("one", "answers", "upkeep"),
    [
        (BUILDERS, {}, "upkeep-cor"),
        (BUILDERS, {"people": 5}, "upkeep-secor"),
        (BUILDERS, {"holds": "cor"}, "upkeep-cor"),
        (BUILDERS, {"holds": "cor", "people": 5}, "upkeep-cor"),
        (BUILDERS, {"holds": "secor", "people": 5}, "upkeep-secor"),
        (BUILDERS, {"holds": "secor"}, "upkeep-secor"),
        (BUILDERS, {"holds": "expired"}, "upkeep-cor"),
        (BUILDERS, {"holds": "cor", "people": "unsure"}, "upkeep-cor"),
        (OWNERS, {"holds": "secor", "people": 1}, "upkeep-owner-operator"),
        (OWNERS, {"holds": "secor", "people": 5}, "upkeep-secor"),
        (OWNERS, {"holds": "cor", "people": 1}, "upkeep-cor"),
        (OWNERS, {"people": 1}, "upkeep-owner-operator"),
    ],
)
def test_a_certificate_in_hand_is_kept_by_its_own_rules(one: Partner, answers: dict[str, Any], upkeep: str) -> None:
    process = kept(visitor(one, **answers))
    assert process
    assert process.upkeep
    assert process.upkeep.id == upkeep


def test_a_small_certificate_that_nobody_gives_here_is_none_to_keep_and_the_local_one_is_earned() -> None:
    there = visitor(partner("builders", ("COR", {}), processes=BUILDERS.processes), holds="secor")
    assert way(there) == "local"
    assert kept(there) == there.process


def test_a_certificate_in_hand_has_no_rules_where_nobody_certifies() -> None:
    assert kept(visitor(at=place(), holds="cor")) is None


def test_a_certificate_to_be_converted_is_kept_by_the_rules_of_the_new_partner() -> None:
    there = visitor(BUILDERS, OTHERS, partner="builders", holds="secor", home_partner="others")
    process = kept(there)
    assert process
    assert process.upkeep
    assert process.upkeep.id == "upkeep-cor"


def test_of_several_partners_only_what_they_have_in_common_keeps_a_certificate() -> None:
    same, other = (
        replace(OTHERS, processes=ways) for ways in (BUILDERS.processes, (whole_way("cor", kind="partner"),))
    )
    assert kept(visitor(BUILDERS, same, holds="cor", people=5))
    assert kept(visitor(BUILDERS, other, holds="cor", people=5)) is None


@pytest.mark.parametrize(
    ("one", "answers", "larger"),
    [
        (BUILDERS, {"people": 5}, True),
        (BUILDERS, {"people": 30}, False),
        (partner("builders", ("It depends", {"at_most": 10}), ("COR", {})), {"people": 5}, False),
        (ASKING, {}, False),
        (BUILDERS, {"people": "unsure"}, False),
    ],
)
def test_what_the_partner_must_decide_is_outgrown_by_nobody(
    one: Partner, answers: dict[str, Any], larger: bool
) -> None:
    assert may_be_outgrown(visitor(one, **answers)) is larger


@pytest.mark.parametrize(
    ("partners", "answers", "other"),
    [
        ([SAFE], {}, True),
        ([BUILDERS], {}, False),
        ([BUILDERS], {"people": 5}, False),
        ([BUILDERS], {"people": "unsure"}, False),
        ([BUILDERS, replace(SAFE, id="others")], {}, False),  # it has no name while the partner is not known
    ],
)
def test_the_full_certificate_goes_by_another_name_where_it_has_one_of_its_own(
    partners: list[Partner], answers: dict[str, Any], other: bool
) -> None:
    assert is_another_name(visitor(*partners, **answers)) is other


SMALL_WAY = whole_way("secor", kind="self-assessment")
NO_WORD_ON_UPKEEP = whole_way("cor", upkeep=None)


@pytest.mark.parametrize(
    ("one", "ways", "people", "upkeep"),
    [
        (TWO_SMALL_CORS, BUILDERS.processes, 3, "upkeep-cor"),
        (TWO_SMALL_CORS, (SMALL_WAY, NO_WORD_ON_UPKEEP), 3, "upkeep-secor"),
        (TWO_SMALL_CORS, (SMALL_WAY,), 3, "upkeep-secor"),
        (TWO_SMALL_CORS, (SMALL_WAY, NO_WORD_ON_UPKEEP), 30, None),
        (BUILDERS, (SMALL_WAY, NO_WORD_ON_UPKEEP), 3, None),
        (BUILDERS, (SMALL_WAY,), 3, None),
    ],
)
def test_a_cor_that_may_be_the_small_one_is_kept_by_its_rules_where_none_of_the_full_one_are_known(
    one: Partner, ways: tuple[Process, ...], people: int, upkeep: str | None
) -> None:
    process = kept(visitor(replace(one, processes=ways), people=people, holds="cor"))
    assert (process.upkeep.id if process and process.upkeep else None) == upkeep
