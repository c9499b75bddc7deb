"""A certificate of another body: it follows the body that issued it, and an office or work here."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.facts import Letter, Partner
from quiz.portability import finding, granter, letter_name, portability, sentence, the_letter
from quiz.situation import Situation
from quiz.words import Words
from tests.quiz.made_up import BUILDERS, FROM_XB, HOMERS, MOVE, TWO_SIZES, facts, letter, partner, place, visitor

COUSINS = partner("cousins", *TWO_SIZES)  # certifies in XB too, and is no member
STAYERS = partner("stayers", *TWO_SIZES, cfcsa_member=True, small_stays=True)
OTHERS = partner("others", *TWO_SIZES)
FROM_HOMERS: dict[str, Any] = {"holds": "cor-elsewhere", "home_province": "XB", "home_partner": "homers"}
FROM_COUSINS: dict[str, Any] = {**FROM_HOMERS, "home_partner": "cousins"}
AT_OTHERS: dict[str, Any] = {"partner": "builders", "holds": "cor", "home_partner": "others"}
SAME = letter("same", to="same-partner", granted_by="homers")
STAYED = {"home": "Stayers"}
WORKING = letter("work", kind="equivalency", bidding=False, working=True)


def found(*letters: Letter, one: Partner = BUILDERS, **answers: Any) -> Situation:
    """What is found at the builders, in a place with these letters and another partner."""
    here = place(one, OTHERS, letters=letters)
    elsewhere = place(HOMERS, COUSINS, STAYERS, code="XB")
    return visitor(at=here, with_facts=facts(here, elsewhere), **{"partner": "builders", **answers})


def kind(*letters: Letter, one: Partner = BUILDERS, **answers: Any) -> tuple[str, str | None] | None:
    """The finding and the letter that it rests on."""
    carried = portability(found(*letters, one=one, **answers))
    return (carried.kind, carried.letter.id if carried.letter else None) if carried else None


@pytest.mark.parametrize("answers", [{}, {"holds": "none"}, {"holds": "expired"}, {"holds": "cor"}, {"holds": "secor"}])
def test_without_another_body_s_certificate_there_is_nothing_to_find(answers: dict[str, Any]) -> None:
    assert kind(letter("letter"), **answers) is None


@pytest.mark.parametrize(
    ("letters", "answers", "expected"),
    [
        ([letter("members")], FROM_HOMERS, ("letter", "members")),
        ([letter("members")], FROM_COUSINS, ("no-letter", None)),
        ([letter("any", to="any-cor")], FROM_COUSINS, ("letter", "any")),
        ([letter("same", to="same-partner")], FROM_HOMERS, ("no-letter", None)),
        ([letter("same", to="same-partner", granted_by="homers")], FROM_HOMERS, ("letter", "same")),
        ([letter("same", to="same-partner", granted_by="cousins")], FROM_HOMERS, ("no-letter", None)),
        ([letter("iso", to="iso-45001")], FROM_HOMERS, ("no-letter", None)),
        ([], FROM_HOMERS, ("no-letter", None)),
        ([letter("members", refuses=("cousins",))], FROM_COUSINS, ("refused", "members")),
        ([letter("members", refuses=("cousins",))], FROM_HOMERS, ("letter", "members")),
        ([letter("members")], {"holds": "cor-elsewhere"}, ("home-unknown", "members")),
        ([letter("any", to="any-cor")], {"holds": "cor-elsewhere"}, ("home-unknown", "any")),
        ([letter("iso", to="iso-45001")], {"holds": "cor-elsewhere"}, ("home-unknown", None)),
        ([letter("members")], {"holds": "cor-elsewhere", "home_province": "XB"}, ("home-unknown", "members")),
        ([letter("members")], {**FROM_HOMERS, "home_province": "XZ"}, ("home-unknown", "members")),
    ],
)
def test_the_issuing_body_decides(letters: list[Letter], answers: dict[str, Any], expected: Any) -> None:
    assert kind(*letters, **answers) == expected


@pytest.mark.parametrize(
    ("rules", "answers", "expected"),
    [
        ({"only_without_local_base": True}, {"local_base": "yes"}, ("local-base", "members")),
        ({"only_without_local_base": True}, {"local_base": "no"}, ("home-unknown", "members")),
        ({}, {"local_base": "yes"}, ("home-unknown", "members")),
        ({}, {"work_started": "yes"}, ("work-started", "members")),
        ({"working": True}, {"work_started": "yes"}, ("home-unknown", "members")),
        ({"only_without_account": True}, {"account": "yes"}, ("account", "members")),
        ({"only_without_account": True}, {"account": "no"}, ("home-unknown", "members")),
        ({"only_without_account": True}, {}, ("home-unknown", "members")),
        ({}, {"account": "yes"}, ("home-unknown", "members")),
    ],
)
def test_an_office_work_or_an_account_here_rules_a_letter_out_whoever_issued_the_certificate(
    rules: dict[str, Any], answers: dict[str, Any], expected: Any
) -> None:
    assert kind(letter("members", **rules), holds="cor-elsewhere", **answers) == expected


def test_where_one_body_certifies_it_is_known_who_issued_it() -> None:
    here = place(BUILDERS, letters=(letter("members"),))
    carried = portability(visitor(at=here, holds="cor-elsewhere", home_province="XB"))
    assert carried
    assert (carried.kind, carried.home) == ("letter", HOMERS)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ("letter", "bid")),
        ({"local_base": "no"}, ("letter", "bid")),
        ({"local_base": "unsure", "work_started": "unsure"}, ("letter", "bid")),
        ({"work_started": "no"}, ("letter", "bid")),
        ({"work_started": "yes"}, ("equivalency", "work")),
        ({"work_started": "yes", "local_base": "no"}, ("equivalency", "work")),
        ({"local_base": "yes"}, ("equivalency", "work")),
    ],
)
def test_an_office_work_without_one_and_neither_lead_to_three_things(answers: dict[str, Any], expected: Any) -> None:
    bid = letter("bid", only_without_local_base=True)
    assert kind(bid, WORKING, **FROM_HOMERS, **answers) == expected


@pytest.mark.parametrize(
    ("letters", "answers", "expected"),
    [
        ([letter("bid", only_without_local_base=True)], {"local_base": "yes"}, ("local-base", "bid")),
        ([letter("bid", only_without_local_base=True)], {"work_started": "yes"}, ("work-started", "bid")),
        ([letter("bid")], {"local_base": "yes"}, ("letter", "bid")),
        ([letter("both", working=True)], {"work_started": "yes"}, ("equivalency", "both")),
        ([WORKING], {}, ("equivalency", "work")),
        ([WORKING, letter("bid")], {}, ("letter", "bid")),
        ([letter("bid"), letter("both", working=True)], {"work_started": "yes"}, ("equivalency", "both")),
        ([letter("bid", only_without_account=True)], {"account": "yes"}, ("account", "bid")),
        ([letter("bid", only_without_account=True)], {"account": "no"}, ("letter", "bid")),
        ([letter("bid", only_without_account=True)], {"account": "unsure"}, ("letter", "bid")),
        ([letter("bid", only_without_account=True)], {}, ("letter", "bid")),
        ([letter("bid", only_without_account=True), letter("any")], {"account": "yes"}, ("letter", "any")),
        (
            [letter("bid", only_without_account=True, only_without_local_base=True)],
            {"account": "yes", "local_base": "yes"},
            ("local-base", "bid"),
        ),
    ],
)
def test_a_letter_carries_as_far_as_it_says(letters: list[Letter], answers: dict[str, Any], expected: Any) -> None:
    assert kind(*letters, **FROM_HOMERS, **answers) == expected


@pytest.mark.parametrize(("secor", "expected"), [("no", "secor-no"), ("not-verified", "secor-not-verified")])
def test_a_small_certificate_from_elsewhere_counts_as_the_letter_says(secor: str, expected: str) -> None:
    answers = {**FROM_HOMERS, "holds": "secor-elsewhere"}
    assert kind(letter("members", secor=secor), **answers) == (expected, "members")
    assert kind(letter("members", refuses=("homers",)), **answers) == ("refused", "members")
    assert kind(letter("members", secor=secor), holds="secor-elsewhere") == (expected, "members")


@pytest.mark.parametrize(
    ("rules", "answers", "expected"),
    [
        ({"only_without_local_base": True}, {"local_base": "yes"}, "local-base"),
        ({"only_without_account": True}, {"account": "yes"}, "account"),
        ({}, {"work_started": "yes"}, "work-started"),
        ({"working": True}, {"work_started": "yes"}, "secor-no"),
        ({}, {"local_base": "yes"}, "secor-no"),
    ],
)
@pytest.mark.parametrize("home", [FROM_HOMERS, {}])
def test_an_office_or_work_here_decides_over_a_small_certificate_before_the_letter_does(
    home: dict[str, Any], rules: dict[str, Any], answers: dict[str, Any], expected: str
) -> None:
    bid = letter("members", secor="no", **rules)
    assert kind(bid, **{**home, **answers, "holds": "secor-elsewhere"}) == (expected, "members")


@pytest.mark.parametrize("letters", [[], [letter("iso", to="iso-45001")]])
def test_where_no_letter_is_known_nobody_says_what_a_small_certificate_of_an_unknown_body_is_worth(
    letters: list[Letter],
) -> None:
    assert kind(*letters, holds="secor-elsewhere") == ("secor-not-verified", None)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"holds": "secor-elsewhere"}, ("secor-stays", None)),
        ({"holds": "secor-elsewhere", "local_base": "yes"}, ("secor-stays", None)),
        ({"holds": "cor-elsewhere"}, ("letter", "members")),
        ({"holds": "secor-elsewhere", "home_partner": "homers"}, ("secor-not-verified", "members")),
    ],
)
def test_a_small_certificate_that_counts_only_where_it_was_issued_stays_there(
    answers: dict[str, Any], expected: Any
) -> None:
    home = {"home_province": "XB", "home_partner": "stayers"}
    assert kind(letter("members"), **{**home, **answers}) == expected


@pytest.mark.parametrize(
    ("letters", "answers", "expected"),
    [
        ([], {}, ("needs-office", None)),
        ([letter("bid")], {"work_started": "yes"}, ("needs-office", "bid")),
        ([letter("bid", refuses=("homers",))], {}, ("needs-office", "bid")),
        ([letter("bid")], {"holds": "secor-elsewhere"}, ("needs-office", "bid")),
        ([letter("bid")], {}, ("letter", "bid")),
        ([letter("both", working=True)], {"work_started": "yes"}, ("equivalency", "both")),
        ([], {"home_partner": "unsure", "home_province": None}, ("home-unknown", None)),
        ([], {"local_base": "yes"}, ("no-letter", None)),
        ([], {"local_base": "unsure"}, ("no-letter", None)),
        ([], {"partner": "unsure"}, ("no-letter", None)),
    ],
)
def test_where_no_letter_fits_a_partner_that_wants_an_office_certifies_nobody_without_one(
    letters: list[Letter], answers: dict[str, Any], expected: Any
) -> None:
    one = replace(BUILDERS, needs_local_base=True)
    assert kind(*letters, one=one, **{**FROM_HOMERS, "local_base": "no", **answers}) == expected


@pytest.mark.parametrize(
    ("letters", "first"),
    [
        ([letter("theirs", granted_by="others"), letter("ours")], "ours"),
        ([letter("theirs", granted_by="others")], "theirs"),
        ([letter("one"), letter("two")], "one"),
    ],
)
def test_the_letters_of_the_visitor_s_own_partner_come_first(letters: list[Letter], first: str) -> None:
    assert kind(*letters, one=replace(BUILDERS, cfcsa_member=True), **FROM_HOMERS) == ("letter", first)


@pytest.mark.parametrize("answers", [FROM_HOMERS, {"holds": "cor-elsewhere"}])
def test_construction_s_letter_is_no_path_to_the_certificate_of_a_partner_outside_its_network(
    answers: dict[str, Any],
) -> None:
    assert kind(letter("theirs", granted_by="others"), **answers) == ("other-network", "theirs")


BACK = letter("back", to="other-partners", kind="conversion", granted_by="others", holders_of=("builders",))


@pytest.mark.parametrize(
    ("letters", "answers", "expected"),
    [
        ([MOVE], AT_OTHERS, ("conversion", "move")),
        ([MOVE], {**AT_OTHERS, "holds": "secor"}, ("conversion-small", None)),
        ([MOVE], {**AT_OTHERS, "holds": "secor-elsewhere", "home_province": "XA"}, ("conversion-small", None)),
        ([MOVE], {**AT_OTHERS, "holds": "cor-elsewhere", "home_province": "XA"}, ("conversion", "move")),
        ([BACK], AT_OTHERS, ("no-conversion", None)),
        ([replace(BACK, one_way=True)], AT_OTHERS, ("conversion-closed", None)),
        ([replace(BACK, one_way=True, holders_of=("third",))], AT_OTHERS, ("no-conversion", None)),
        ([], AT_OTHERS, ("no-conversion", None)),
        ([letter("move", to="other-partners", holders_of=("third",))], AT_OTHERS, ("no-conversion", None)),
        (
            [letter("move", to="other-partners", holders_of=("others",), granted_by="others")],
            AT_OTHERS,
            ("no-conversion", None),
        ),
        ([letter("members")], AT_OTHERS, ("no-conversion", None)),
        ([MOVE], {**AT_OTHERS, "home_partner": "builders"}, None),
        ([MOVE], {**AT_OTHERS, "partner": "unsure"}, None),
        ([MOVE], {**AT_OTHERS, "home_partner": "homers"}, None),
        ([MOVE], {"holds": "expired", "home_partner": "others"}, None),
    ],
)
def test_the_full_certificate_of_another_partner_of_the_place_is_converted_where_a_rule_does_so(
    letters: list[Letter], answers: dict[str, Any], expected: Any
) -> None:
    assert kind(*letters, **answers) == expected


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ([letter("members"), letter("iso", to="iso-45001")], ("iso", "iso")),
        ([letter("members")], ("iso-unknown", None)),
    ],
)
def test_iso_45001_counts_where_there_is_a_route_for_it(letters: list[Letter], expected: Any) -> None:
    assert kind(*letters, holds="iso-45001") == expected


@pytest.mark.parametrize(
    ("answers", "holds"),
    [
        ({}, None),
        ({"holds": "cor"}, "cor"),
        ({"holds": "expired", "home_province": "XA"}, "expired"),
        ({"holds": "cor-elsewhere"}, "cor-elsewhere"),
        ({"holds": "secor-elsewhere", "home_province": "XB"}, "secor-elsewhere"),
        ({"holds": "cor-elsewhere", "home_province": "XA"}, "cor"),
        ({"holds": "secor-elsewhere", "home_province": "XA"}, "secor"),
    ],
)
def test_a_certificate_from_elsewhere_that_this_very_place_issued_is_one_from_here(
    answers: dict[str, Any], holds: str | None
) -> None:
    assert found(**answers).answers.holds == holds


@pytest.mark.parametrize("answers", [{}, {"local_base": "yes"}, {"work_started": "yes"}])
def test_whatever_a_certificate_is_worth_here_it_is_known_who_issued_it(answers: dict[str, Any]) -> None:
    carried = portability(found(letter("bid", only_without_local_base=True), **FROM_HOMERS, **answers))
    assert carried
    assert carried.home == HOMERS


NAMES = {"place": "in Place XA", "partner": "Builders", "home": "Homers", "account": "account"}


@pytest.mark.parametrize(
    ("letters", "answers", "says", "gaps", "own"),
    [
        ([letter("members")], FROM_HOMERS, "letter", {}, "On the members."),
        (
            [letter("members", granted_by="others")],
            FROM_HOMERS,
            "other-network",
            {"partner": "Others", "own": "Builders"},
            "",
        ),
        ([letter("members", name="")], FROM_HOMERS, "letter", {"letter": "a letter for bidding"}, "On the members."),
        ([letter("members", granted_by=None)], FROM_HOMERS, "letter", {"partner": "Board"}, "On the members."),
        ([letter("members", refuses=("homers",))], FROM_HOMERS, "refused", {}, ""),
        ([], FROM_HOMERS, "no-letter", {}, ""),
        ([letter("members")], {"holds": "cor-elsewhere"}, "home-unknown", {}, "On the members."),
        ([WORKING], {**FROM_HOMERS, "work_started": "yes"}, "equivalency", {}, "On the work."),
        ([letter("members")], {**FROM_HOMERS, "work_started": "yes"}, "work-started", {}, ""),
        ([letter("members")], {"holds": "secor-elsewhere"}, "secor-not-verified", {}, ""),
        ([letter("members", secor="no")], {"holds": "secor-elsewhere"}, "secor-no", {}, ""),
        ([], {**FROM_HOMERS, "holds": "secor-elsewhere", "home_partner": "stayers"}, "secor-stays", STAYED, ""),
        ([letter("members", only_without_account=True)], {**FROM_HOMERS, "account": "yes"}, "account", {}, ""),
        (
            [letter("members", only_without_account=True)],
            {"holds": "cor-elsewhere", "account": "yes"},
            "account",
            {},
            "",
        ),
        ([MOVE], AT_OTHERS, "conversion", {"home": "Others"}, "On the move."),
        ([], AT_OTHERS, "no-conversion", {"home": "Others"}, ""),
        ([letter("iso", to="iso-45001")], {"holds": "iso-45001"}, "iso", {}, "On the iso."),
        ([], {"holds": "iso-45001"}, "iso-unknown", {}, ""),
        ([], {"holds": "iso-45001", "partner": "unsure"}, "iso-unknown", {"partner": "your certifying partner"}, ""),
    ],
)
def test_what_a_certificate_is_worth_is_told_with_both_bodies_and_the_letter_s_own_words(
    texts: Words, letters: list[Letter], answers: dict[str, Any], says: str, gaps: dict[str, str], own: str
) -> None:
    there = found(*letters, **answers)
    carried = portability(there)
    assert carried
    named = {"letter": texts("letter.named", name=f"the {letters[0].id}")} if letters else {}
    told = texts(f"portability.{says}", **{**NAMES, **named, **gaps})
    assert sentence(carried, there, texts) == f"{told} {own}".rstrip()


def test_a_letter_without_a_name_is_called_by_its_kind(texts: Words) -> None:
    there = found(letter("work", name="", kind="equivalency", working=True), **FROM_HOMERS, work_started="yes")
    carried = portability(there)
    assert carried
    assert letter_name(carried, texts) == texts("letter.equivalency")
    assert the_letter(carried, texts) == texts("letter.equivalency")
    assert granter(carried, there, texts) == "Builders"


@pytest.mark.parametrize(
    ("lengths", "says"),
    [
        ({}, ""),
        ({"takes_days": 14}, " From the request to the letter it takes 14 days."),
        ({"takes_days": 14, "takes_days_to": 28}, " From the request to the letter it takes 14 to 28 days."),
    ],
)
def test_how_long_a_letter_takes_is_told_after_its_text_where_its_giver_says_so(
    texts: Words, lengths: dict[str, int], says: str
) -> None:
    there = found(letter("bid", **lengths), holds="cor-elsewhere", home_province="XB", home_partner="miners")
    carried = portability(there)
    assert carried
    assert sentence(carried, there, texts).endswith(f"On the bid.{says}")


def test_a_letter_with_a_name_has_an_article_inside_a_sentence(texts: Words) -> None:
    carried = portability(found(letter("bid", name="Bid Letter"), **FROM_HOMERS))
    assert carried
    assert letter_name(carried, texts) == "Bid Letter"
    assert the_letter(carried, texts) == "the Bid Letter"


def test_the_body_that_certified_the_firm_elsewhere_may_certify_here_too(texts: Words) -> None:
    here = place(BUILDERS, replace(HOMERS, url="https://homers.example/here"), letters=(SAME,))
    there = visitor(at=here, with_facts=facts(here, place(HOMERS, COUSINS, code="XB")), **FROM_HOMERS)
    carried = portability(there)
    assert carried
    gaps = {"partner": "Homers", "place": "in Place XA", "letter": the_letter(carried, texts)}
    told = texts("portability.letter-same", **gaps)
    assert sentence(carried, there, texts) == f"{told} On the same."


def test_who_wants_an_office_is_the_visitor_s_own_partner_whoever_gives_letters(texts: Words) -> None:
    theirs = letter("theirs", granted_by="others", refuses=("homers",))
    there = found(theirs, one=replace(BUILDERS, needs_local_base=True), **FROM_HOMERS, local_base="no")
    carried = portability(there)
    assert carried
    assert sentence(carried, there, texts) == texts("portability.needs-office", partner="Builders", place="in Place XA")


@pytest.mark.parametrize(
    ("letters", "answers", "name", "short"),
    [
        ([], {}, "Builders", "BUILDERS"),
        ([], FROM_HOMERS, "Builders", "BUILDERS"),
        ([], {"partner": "unsure"}, "your certifying partner", "your certifying partner"),
        ([letter("members")], FROM_HOMERS, "Builders", "BUILDERS"),
        ([letter("theirs", granted_by="others")], FROM_HOMERS, "Others", "OTHERS"),
        ([letter("board", granted_by=None)], FROM_HOMERS, "Board", "Board"),
    ],
)
def test_a_letter_is_given_by_a_partner_or_by_the_authority(
    texts: Words, letters: list[Letter], answers: dict[str, Any], name: str, short: str
) -> None:
    there = found(*letters, **answers)
    carried = portability(there)
    assert (granter(carried, there, texts), granter(carried, there, texts, short=True)) == (name, short)


@pytest.mark.parametrize(
    ("paper", "answers", "expected", "home"),
    [
        (letter("paper", only_without_account=True), {"account": "yes"}, "account", HOMERS),
        (letter("paper", secor="no"), {"holds": "secor-elsewhere"}, "secor-no", HOMERS),
        (letter("paper"), {"holds": "secor-elsewhere"}, "secor-not-verified", HOMERS),
        (letter("paper", granted_by="elsewhere"), {}, "other-network", HOMERS),
        (WORKING, {}, "equivalency", HOMERS),
        (WORKING, {"work_started": "yes"}, "equivalency", HOMERS),
        (MOVE, {**AT_OTHERS, "holds": "secor"}, "conversion-small", OTHERS),
    ],
)
def test_the_body_that_certified_is_known_whatever_its_certificate_is_worth_here(
    paper: Letter, answers: dict[str, Any], expected: str, home: Partner
) -> None:
    carried = portability(found(paper, **{**FROM_HOMERS, **answers}))
    assert carried
    assert (carried.kind, carried.home) == (expected, home)


def test_a_body_that_certified_the_firm_elsewhere_is_asked_what_that_counts_also_where_it_wants_an_office() -> None:
    here = place(replace(HOMERS, needs_local_base=True))
    there = visitor(at=here, with_facts=facts(here, place(HOMERS, code="XB")), **FROM_XB, local_base="no")
    carried = portability(there)
    assert carried
    assert carried.kind == "same-body"


def test_only_a_letter_for_other_partners_of_the_place_converts_one_of_theirs() -> None:
    assert kind(letter("paper", to="any-cor", holders_of=("others",)), **AT_OTHERS) == ("no-conversion", None)


@pytest.mark.parametrize(("working", "then"), [(True, "the work"), (False, None)])
def test_a_letter_for_bidding_knows_what_takes_its_place_once_work_starts(working: bool, then: str | None) -> None:
    carried = portability(found(letter("bid"), letter("work", bidding=False, working=working), **FROM_HOMERS))
    assert carried
    assert carried.letter
    assert (carried.letter.name, carried.then.name if carried.then else None) == ("the bid", then)


def test_what_takes_the_place_of_a_letter_is_known_also_where_the_home_body_is_not() -> None:
    carried = portability(found(letter("bid"), letter("work", bidding=False, working=True), holds="cor-elsewhere"))
    assert carried
    assert (carried.kind, carried.then.name if carried.then else None) == ("home-unknown", "the work")


@pytest.mark.parametrize(
    ("partners", "own"), [((BUILDERS,), "Builders"), ((BUILDERS, OTHERS), "your certifying partner")]
)
def test_whoever_is_outside_the_network_is_named_inside_a_sentence(
    texts: Words, partners: tuple[Partner, ...], own: str
) -> None:
    given = replace(letter("paper"), granted_by="elsewhere")
    there = visitor(at=place(*partners, letters=(given,)), **FROM_XB)
    carried = portability(there)
    assert carried
    assert carried.kind == "other-network"
    assert f"For {own}, outside that network" in finding(carried, there, texts)
