"""Which steps a plan has, in the order in which they are done, by what is held and by the first audit."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from quiz.applies import applies
from quiz.facts import Partner, When
from quiz.steps import account_first, phase, step_ids
from tests.quiz.made_up import (
    BUILDERS,
    FROM_XB,
    MOVE,
    TODAY,
    TWO_SIZES,
    WAYS,
    entry,
    fact,
    letter,
    partner,
    place,
    process,
    visitor,
    whole_way,
)

FIRST_CERTIFICATE = "training build-system records external-audit partner-review certificate upkeep"
SMALL_CERTIFICATE = FIRST_CERTIFICATE.replace("external-audit", "self-assessment")
SECOND_CERTIFICATE = "training-check adapt-system records external-audit partner-review certificate"
AT_WORK = {**FROM_XB, "work_started": "yes"}
OTHERS = partner("others", *TWO_SIZES, processes=WAYS)
ASKING = partner("builders", ("It depends", {}))
COUNTED: dict[str, Any] = {"count": {"employees": 8, "agency": 5}}  # of whom nobody says whether they count
SOON, FAR = date(2030, 1, 8), date(2031, 1, 1)


def plan(*partners: Partner, **given: Any) -> str:
    """The ids of a plan for somebody whose client takes both certificates, unless given."""
    return " ".join(step_ids(visitor(*partners, **{"client_requires": "either", **given})))


@pytest.mark.parametrize(
    ("answers", "steps"),
    [
        ({}, f"contact-partner {FIRST_CERTIFICATE}"),
        ({"holds": "none"}, f"contact-partner {FIRST_CERTIFICATE}"),
        (
            {"people": 5},
            "contact-partner training build-system records self-assessment partner-review certificate upkeep",
        ),
        ({"holds": "cor"}, "show-certificate keep-records upkeep renewal"),
        ({"holds": "secor", "people": 5}, "show-certificate keep-records upkeep renewal"),
        ({"holds": "cor", "people": 5}, "show-certificate keep-records upkeep renewal smaller-class"),
        ({"holds": "secor"}, f"ask-outgrown show-certificate {SECOND_CERTIFICATE} upkeep"),
        ({"holds": "secor", "client_requires": "cor"}, f"ask-outgrown {SECOND_CERTIFICATE} upkeep"),
        ({"holds": "secor", "client_requires": "none"}, f"decide ask-outgrown {SECOND_CERTIFICATE} upkeep"),
        (
            {"holds": "secor", "people": 5, "client_requires": "cor"},
            f"contact-partner {SECOND_CERTIFICATE} upkeep",
        ),
        ({"holds": "expired"}, f"ask-expired {SECOND_CERTIFICATE} upkeep"),
        ({"holds": "iso-45001"}, f"ask-iso contact-partner {SECOND_CERTIFICATE} keep-iso upkeep"),
        (FROM_XB, f"contact-partner {SECOND_CERTIFICATE} keep-home upkeep"),
        ({"holds": "cor-elsewhere"}, "ask-home letter keep-home when-work-starts"),
    ],
)
def test_the_plan_follows_from_what_is_held(answers: dict[str, Any], steps: str) -> None:
    assert plan(**answers) == steps


@pytest.mark.parametrize(
    ("letters", "answers", "steps"),
    [
        ([letter("letter")], FROM_XB, "letter keep-home when-work-starts"),
        ([letter("letter", working=True)], AT_WORK, "equivalency keep-home keep-records"),
        ([letter("work", kind="equivalency", working=True)], AT_WORK, "equivalency keep-home keep-records"),
        ([letter("letter")], AT_WORK, f"contact-partner {SECOND_CERTIFICATE} keep-home upkeep"),
        (
            [letter("letter", only_without_local_base=True)],
            {**FROM_XB, "local_base": "yes"},
            f"contact-partner {SECOND_CERTIFICATE} keep-home upkeep",
        ),
        (
            [letter("iso", to="iso-45001", kind="equivalency")],
            {"holds": "iso-45001"},
            "equivalency keep-iso keep-records",
        ),
    ],
)
def test_a_certificate_from_elsewhere_goes_the_way_of_the_letter_that_fits(
    letters: list[Any], answers: dict[str, Any], steps: str
) -> None:
    assert plan(at=place(BUILDERS, letters=tuple(letters)), **answers) == steps


MOVED = "ask-conversion keep-home keep-records"


@pytest.mark.parametrize(
    ("letters", "answers", "steps"),
    [
        ([MOVE], {"holds": "cor"}, "conversion show-certificate certificate keep-home"),
        ([MOVE], {"holds": "cor", "client_requires": "none"}, "decide conversion certificate keep-home"),
        ([MOVE], {"holds": "cor", "client_requires": "cor"}, "conversion show-certificate certificate keep-home"),
        (
            [MOVE],
            {"holds": "secor", "client_requires": "none"},
            f"decide ask-conversion {SECOND_CERTIFICATE} keep-home upkeep",
        ),
        ([], {"holds": "cor"}, f"show-certificate {MOVED}"),
        ([], {"holds": "cor", "deadline": SOON}, "show-certificate ask-conversion bid keep-home keep-records"),
        ([], {"holds": "cor", "client_requires": "none"}, f"decide {MOVED}"),
        ([], {"holds": "cor", "account": "no"}, "show-certificate ask-conversion keep-home keep-records"),
        ([MOVE], {"holds": "secor", "people": 5}, f"show-certificate {MOVED}"),
        ([MOVE], {"holds": "secor"}, f"ask-conversion show-certificate {SECOND_CERTIFICATE} keep-home upkeep"),
        (
            [MOVE],
            {"holds": "secor", "client_requires": "cor"},
            f"ask-conversion {SECOND_CERTIFICATE} keep-home upkeep",
        ),
    ],
)
def test_another_partner_s_certificate_of_the_place_is_converted_shown_or_replaced(
    letters: list[Any], answers: dict[str, Any], steps: str
) -> None:
    here = place(BUILDERS, OTHERS, letters=tuple(letters))
    assert plan(at=here, partner="builders", home_partner="others", **answers) == steps


@pytest.mark.parametrize(
    ("local_base", "steps"),
    [
        ("no", "ask-office keep-home when-work-starts"),
        ("yes", f"contact-partner {SECOND_CERTIFICATE} keep-home upkeep"),
        ("unsure", f"contact-partner {SECOND_CERTIFICATE} keep-home upkeep"),
    ],
)
def test_a_partner_that_certifies_nobody_without_an_office_is_asked_what_a_firm_without_one_can_get(
    local_base: str, steps: str
) -> None:
    assert plan(replace(BUILDERS, needs_local_base=True), **FROM_XB, local_base=local_base) == steps


@pytest.mark.parametrize(
    ("letters", "answers", "steps"),
    [
        ([], {}, "ask-home letter keep-home when-work-starts"),
        ([letter("paper", kind="equivalency", working=True)], {}, "ask-home equivalency keep-home when-work-starts"),
        (
            [letter("paper", kind="equivalency", working=True)],
            {"work_started": "yes"},
            "ask-home equivalency keep-home keep-records",
        ),
        ([letter("paper", working=True)], {"work_started": "yes"}, "ask-home letter keep-home keep-records"),
        ([letter("paper", working=True)], {"work_started": "no"}, "ask-home letter keep-home when-work-starts"),
        ([letter("paper")], {"client_requires": "none"}, "decide ask-home keep-home when-work-starts"),
    ],
)
def test_who_does_not_know_which_body_certified_him_asks_it_and_goes_on_from_where_he_is(
    letters: list[Any], answers: dict[str, Any], steps: str
) -> None:
    assert plan(at=place(BUILDERS, letters=tuple(letters)), holds="cor-elsewhere", **answers) == steps


WANTS_OFFICE = replace(BUILDERS, needs_local_base=True)


@pytest.mark.parametrize(
    ("answers", "steps"),
    [
        ({}, "ask-office keep-meanwhile contact-later"),
        ({"holds": "expired"}, "ask-office keep-meanwhile contact-later"),
        ({"client_requires": "none"}, "decide ask-office keep-meanwhile contact-later"),
        ({"deadline": SOON}, "ask-office bid keep-meanwhile contact-later"),
        ({"holds": "iso-45001"}, "ask-office ask-iso keep-iso when-work-starts"),
        ({**AT_WORK}, "ask-office keep-home keep-records"),
    ],
)
def test_who_has_no_office_where_one_is_wanted_earns_nothing_before_that_is_asked(
    answers: dict[str, Any], steps: str
) -> None:
    assert plan(WANTS_OFFICE, local_base="no", **answers) == steps


def test_several_partners_are_asked_whether_they_take_anybody_new_only_where_all_may_not() -> None:
    doubtful = replace(BUILDERS, status="doubtful")
    assert plan(doubtful, replace(OTHERS, status="doubtful")).startswith("choose-partner ask-takes-new training ")
    assert plan(doubtful, OTHERS).startswith("contact-partner training ")
    assert plan(BUILDERS, OTHERS).startswith("choose-partner contact-partner training ")


def test_who_holds_a_small_certificate_and_works_alone_asks_before_a_client_wants_the_full_one() -> None:
    one = partner("builders", ("Owner", {"at_most": 1}), *TWO_SIZES, processes=WAYS)
    alone: dict[str, Any] = {"people": 1, "holds": "secor"}
    assert plan(one, **alone) == "show-certificate keep-records upkeep renewal"
    asked = "ask-partner show-certificate upkeep keep-meanwhile contact-later"
    assert plan(one, client_requires="cor", **alone) == asked


def test_a_small_class_that_is_the_full_certificate_is_shown_after_the_client_is_asked() -> None:
    one = partner("builders", ("Small", {"at_most": 10, "counts_as_cor": True}), ("COR", {}), processes=WAYS)
    steps = plan(one, people=5, holds="secor", client_requires="cor")
    assert steps == "ask-client show-certificate keep-records upkeep renewal"


@pytest.mark.parametrize(
    ("answers", "steps"),
    [
        ({}, f"ask-takes-new {FIRST_CERTIFICATE}"),
        ({"people": 5, "client_requires": "unsure"}, f"ask-takes-new ask-client {SMALL_CERTIFICATE}"),
        (FROM_XB, f"ask-takes-new {SECOND_CERTIFICATE} keep-home upkeep"),
        ({"holds": "expired"}, f"ask-expired {SECOND_CERTIFICATE} upkeep"),
        ({"holds": "cor"}, "show-certificate keep-records upkeep renewal"),
        (
            {"people": 5, "holds": "secor", "client_requires": "cor"},
            f"contact-partner {SECOND_CERTIFICATE} upkeep",
        ),
    ],
)
def test_a_partner_that_may_take_nobody_new_is_asked_before_anything_is_paid(
    answers: dict[str, Any], steps: str
) -> None:
    assert plan(replace(BUILDERS, status="doubtful"), **answers) == steps


@pytest.mark.parametrize(
    ("answers", "registers"),
    [
        ({}, True),
        ({"people": 5}, True),
        (FROM_XB, True),
        ({"holds": "iso-45001"}, True),
        ({"holds": "expired"}, False),
        ({"holds": "secor"}, False),
        ({"holds": "cor"}, False),
        ({"people": "unsure"}, False),
    ],
)
def test_who_is_certified_for_the_first_time_registers_for_the_refund_where_that_is_a_step_of_its_own(
    answers: dict[str, Any], registers: bool
) -> None:
    here = place(BUILDERS, refund_registration=fact("registration"))
    steps = plan(at=here, **answers)
    assert ("certificate register-refund " in steps) is registers
    assert ("register-refund" in steps) is registers


@pytest.mark.parametrize(
    ("to", "answers", "registers"),
    [
        ("iso-45001", {"holds": "iso-45001"}, True),
        ("cfcsa-members", AT_WORK, False),
    ],
)
def test_who_comes_by_another_standard_registers_for_the_refund_and_who_brings_a_certificate_does_not(
    to: str, answers: dict[str, Any], registers: bool
) -> None:
    granted = letter("way", to=to, kind="equivalency", working=True)
    here = place(BUILDERS, letters=(granted,), refund_registration=fact("registration"))
    steps = plan(at=here, **answers)
    assert ("register-refund keep-iso" in steps) is registers
    assert ("register-refund" in steps) is registers


@pytest.mark.parametrize(
    ("answers", "steps"),
    [
        ({"holds": "cor"}, "keep-records upkeep renewal"),
        ({"holds": "secor", "people": 5}, "keep-records upkeep renewal"),
        ({"holds": "cor", "people": 5}, "keep-records upkeep renewal smaller-class"),
        (FROM_XB, "decide keep-home when-work-starts"),
    ],
)
def test_where_nobody_asks_nothing_is_shown_and_no_letter_is_asked_for(answers: dict[str, Any], steps: str) -> None:
    assert plan(at=place(BUILDERS, letters=(letter("letter"),)), client_requires="none", **answers) == steps


@pytest.mark.parametrize("client", [None, "unsure"])
@pytest.mark.parametrize(
    ("answers", "asks"),
    [({"holds": "secor", "people": 5}, True), ({"holds": "cor", "people": 5}, False), ({"holds": "cor"}, False)],
)
def test_who_holds_a_small_certificate_asks_whether_the_client_takes_it(
    client: str | None, answers: dict[str, Any], asks: bool
) -> None:
    steps = plan(client_requires=client, **answers)
    assert steps.startswith("ask-client show-certificate " if asks else "show-certificate ")


@pytest.mark.parametrize(
    ("kind", "audits"),
    [
        ("self-assessment", "self-assessment partner-review"),
        ("own-auditor", "own-audit partner-review"),
        ("external", "external-audit partner-review"),
        ("partner", "partner-audit"),
        ("internal-then-external", "internal-audit external-audit partner-review"),
        ("self-evaluation", "self-evaluation partner-review"),
        ("performance", "performance-audit partner-review"),
        ("unknown", "audit-to-confirm"),
    ],
)
def test_between_records_and_certificate_stand_the_audits_of_the_partner_s_way(kind: str, audits: str) -> None:
    one = partner("builders", *TWO_SIZES, processes=(whole_way("cor", kind=kind),))
    assert plan(one).split("records ")[1].split(" certificate")[0] == audits


def test_a_way_that_nobody_verified_begins_with_the_question_how_the_audit_works() -> None:
    one = partner("builders", ("COR", {}))
    assert plan(one) == "contact-partner training build-system records audit-to-confirm certificate upkeep"


def test_of_several_partners_one_is_chosen_first() -> None:
    others = partner("others", *TWO_SIZES, processes=(process("cor", kind="partner"),))
    steps = "choose-partner contact-partner training build-system records audit-to-confirm certificate upkeep"
    assert plan(BUILDERS, others) == steps


@pytest.mark.parametrize(
    ("client", "first"),
    [
        (None, "ask-client"),
        ("unsure", "ask-client"),
        ("either", "contact-partner"),
        ("none", "decide"),
        ("cor", "contact-partner"),
    ],
)
def test_the_client_is_asked_while_a_small_certificate_is_in_doubt(client: str | None, first: str) -> None:
    assert plan(people=5, client_requires=client).split()[0] == first


@pytest.mark.parametrize("itself", [False, True])
def test_a_client_who_takes_only_the_full_certificate_is_asked_whether_one_person_s_own_class_will_do(
    itself: bool,
) -> None:
    one = partner("builders", ("Owner", {"at_most": 1, "counts_as_cor": itself}), ("COR", {}))
    assert plan(one, people=1, client_requires="cor", account="yes").split()[0] == "ask-client"


@pytest.mark.parametrize("client", [None, "unsure"])
def test_a_client_who_may_want_the_full_certificate_is_not_asked_about_it(client: str | None) -> None:
    assert "ask-client" not in plan(client_requires=client)


@pytest.mark.parametrize(
    ("given", "steps"),
    [
        ({"client_requires": None}, "ask-authority ask-client keep-meanwhile"),
        ({"client_requires": "either"}, "ask-authority keep-meanwhile contact-later"),
        (
            {"client_requires": "either", "holds": "cor-elsewhere"},
            "ask-authority keep-home keep-meanwhile contact-later",
        ),
        (
            {"client_requires": "unsure", "holds": "secor-elsewhere"},
            "ask-authority ask-client keep-home keep-meanwhile",
        ),
        ({"client_requires": "either", "holds": "cor"}, "ask-authority keep-home keep-meanwhile contact-later"),
        ({"client_requires": "either", "holds": "secor"}, "ask-authority keep-home keep-meanwhile contact-later"),
        ({"client_requires": "either", "deadline": SOON}, "ask-authority bid keep-meanwhile contact-later"),
        ({"client_requires": "none", "deadline": SOON}, "decide ask-authority keep-meanwhile contact-later"),
    ],
)
def test_where_nobody_certifies_the_authority_is_asked(given: dict[str, Any], steps: str) -> None:
    assert plan(at=place(), **given) == steps


def test_where_no_partner_takes_the_industry_one_is_looked_for() -> None:
    here = place(
        partner("others", *TWO_SIZES, industries=("construction",)),
        partner("more", *TWO_SIZES, industries=("construction",)),
    )
    assert plan(at=here, industry="forestry", partner=None) == "find-partner keep-meanwhile contact-later"


@pytest.mark.parametrize(
    ("partners", "given", "steps"),
    [
        ([ASKING], {}, "ask-partner keep-meanwhile contact-later"),
        ([ASKING], {"client_requires": None}, "ask-partner ask-client keep-meanwhile"),
        ([ASKING], {"holds": "secor"}, "ask-partner show-certificate upkeep keep-meanwhile contact-later"),
        ([ASKING], {"holds": "secor", "client_requires": "none"}, "ask-partner upkeep keep-meanwhile contact-later"),
        (
            [ASKING],
            {"holds": "secor-elsewhere", "home_province": "XA"},
            "ask-partner show-certificate upkeep keep-meanwhile contact-later",
        ),
        (
            [ASKING],
            {"holds": "secor-elsewhere", "home_province": "XB"},
            "ask-partner keep-home keep-meanwhile contact-later",
        ),
        ([BUILDERS], COUNTED, "ask-partner keep-meanwhile contact-later"),
        ([ASKING], {"holds": "iso-45001"}, "ask-partner keep-iso keep-meanwhile contact-later"),
        ([ASKING], {"holds": "expired"}, "ask-partner keep-meanwhile contact-later"),
        ([ASKING], FROM_XB, "ask-partner keep-home keep-meanwhile contact-later"),
        ([BUILDERS], {"people": "unsure"}, "ask-partner count-people keep-meanwhile contact-later"),
        (
            [BUILDERS],
            {"people": "unsure", "deadline": SOON},
            "ask-partner count-people bid keep-meanwhile contact-later",
        ),
        ([BUILDERS, ASKING], {"people": "unsure"}, "choose-partner count-people keep-meanwhile contact-later"),
        ([partner("builders", ("Nothing", {}))], {}, "ask-partner keep-meanwhile contact-later"),
    ],
)
def test_where_the_partner_must_decide_it_is_asked_first(
    partners: list[Partner], given: dict[str, Any], steps: str
) -> None:
    assert plan(*partners, **given) == steps


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({}, False),
        ({"people": 1}, True),
        ({"people": 1, "account": "yes"}, False),
        ({"people": 2}, False),
        ({"account": "no"}, True),
        ({"account": "unsure"}, True),
        ({"account": "yes"}, False),
        ({"account": "no", "holds": "cor"}, False),
        ({"account": "no", "holds": "cor", "people": 5}, False),
        ({"account": "no", "holds": "cor-elsewhere"}, False),
        ({"people": 1, "holds": "secor"}, False),
    ],
)
def test_an_account_comes_first_where_there_may_be_none(answers: dict[str, Any], first: bool) -> None:
    assert account_first(visitor(**answers)) is first
    assert plan(**answers).startswith("open-account contact-partner ") is first


@pytest.mark.parametrize(
    ("one", "letters", "answers", "opens"),
    [
        (BUILDERS, [letter("letter")], FROM_XB, False),
        (BUILDERS, [letter("letter", working=True)], AT_WORK, True),
        (BUILDERS, [], FROM_XB, True),
        (replace(BUILDERS, needs_local_base=True), [], {**FROM_XB, "local_base": "no"}, False),
    ],
)
def test_a_letter_to_bid_with_needs_no_account(
    one: Partner, letters: list[Any], answers: dict[str, Any], opens: bool
) -> None:
    steps = plan(at=place(one, letters=tuple(letters)), account="no", **answers).split()
    assert ("open-account" in steps) is opens


READY, LATER = entry("ready", ready=True), entry("later")
ON_THE_WAY = (
    entry("after-system", ready=True, after="system"),
    entry("after-training", ready=True, after="training"),
    READY,
    LATER,
)


@pytest.mark.parametrize(
    ("given", "steps"),
    [
        (
            {"deadline": SOON, "records_months": 0},
            "contact-partner ready training after-training build-system after-system bid records",
        ),
        ({"records_months": 0}, "contact-partner ready training after-training build-system after-system records"),
        ({}, "contact-partner ready training after-training build-system after-system records"),
        ({"deadline": FAR, "records_months": 0}, "contact-partner training build-system records"),
        ({"records_months": 12}, "contact-partner ready training after-training build-system after-system records"),
        (
            {"deadline": SOON, "records_months": 0, "client_requires": "none"},
            "decide contact-partner training build-system records",
        ),
        (
            {"deadline": SOON, "holds": "expired"},
            "ask-expired ready training-check after-training adapt-system after-system bid records",
        ),
        (
            {"deadline": SOON, **FROM_XB},
            "contact-partner ready training-check after-training adapt-system after-system bid",
        ),
    ],
)
def test_what_can_be_shown_meanwhile_stands_where_it_can_be_had_and_the_bid_after_it(
    given: dict[str, Any], steps: str
) -> None:
    assert plan(at=place(BUILDERS, interim=ON_THE_WAY), **given).startswith(f"{steps} ")


@pytest.mark.parametrize("holds", ["cor", "cor-elsewhere"])
def test_who_has_something_to_show_bids_with_it(holds: str) -> None:
    here = place(BUILDERS, letters=(letter("letter"),), interim=(READY,))
    steps = plan(at=here, holds=holds, home_province="XB", deadline=SOON).split()
    assert ("show-certificate" in steps) is (holds == "cor")
    assert ("bid" in steps) is (holds == "cor-elsewhere")
    assert "ready" not in steps


@pytest.mark.parametrize(
    ("step_id", "when"),
    [
        ("ask-client", "now"),
        ("contact-partner", "now"),
        ("ask-office", "now"),
        ("ask-takes-new", "now"),
        ("register-refund", "then"),
        ("bid", "then"),
        ("ready", "now"),
        ("later", "then"),
        ("training", "now"),
        ("certificate", "then"),
        ("upkeep", "keep"),
        ("smaller-class", "keep"),
        ("keep-meanwhile", "keep"),
    ],
)
def test_a_step_is_for_now_for_then_or_to_keep_what_was_earned(step_id: str, when: str) -> None:
    assert phase(step_id, visitor(at=place(BUILDERS, interim=(READY, LATER)))) == when


@pytest.mark.parametrize(("days", "when"), [(14, "now"), (15, "then")])
def test_a_bid_is_for_now_once_its_day_is_near(days: int, when: str) -> None:
    assert phase("bid", visitor(deadline=TODAY + timedelta(days=days))) == when


def test_what_may_be_shown_meanwhile_is_a_step_also_while_the_partner_decides() -> None:
    here = place(ASKING, interim=(entry("paper", ready=True, after="training"),))
    assert plan(at=here) == "ask-partner paper keep-meanwhile contact-later"


@pytest.mark.parametrize(
    ("deadline", "after"),
    [
        (date(2030, 3, 31), "build-system"),
        (date(2030, 4, 1), "external-audit"),  # the day on which there are records enough
        (date(2031, 1, 1), "certificate"),
    ],
)
def test_a_bid_comes_after_what_can_be_there_by_its_day(deadline: date, after: str) -> None:
    review = whole_way("cor", training=None)  # courses of unknown length, so that no day is promised
    steps = plan(
        partner("builders", *TWO_SIZES, processes=(review,)), records_months=0, deadline=deadline, client_requires="cor"
    ).split()
    assert steps[steps.index("bid") - 1] == after


@pytest.mark.parametrize(("itself", "change"), [(True, False), (False, True)])
def test_a_cor_that_may_be_the_small_one_is_not_changed_for_that(itself: bool, change: bool) -> None:
    named = partner("builders", *TWO_SIZES, processes=WAYS)
    small = replace(named.size_classes[0], name="Small COR", counts_as_cor=itself)
    one = replace(named, size_classes=(small, named.size_classes[1]))
    assert ("smaller-class" in plan(one, people=5, holds="cor")) is change


@pytest.mark.parametrize(("certainty", "told"), [("unverified", "then"), ("confirm", "now"), ("clear", "now")])
def test_nothing_is_paid_for_before_a_partner_of_whom_little_is_known_has_answered(certainty: str, told: str) -> None:
    here = visitor(partner("builders", ("COR", {"certainty": certainty})))
    assert [phase(step_id, here) for step_id in ("contact-partner", "training", "build-system")] == ["now", told, told]


@pytest.mark.parametrize(
    ("answers", "chosen"),
    [({}, True), (FROM_XB, False), ({**FROM_XB, "local_base": "yes"}, True), ({"holds": "iso-45001"}, True)],
)
def test_a_partner_is_chosen_by_whoever_needs_more_than_a_letter(answers: dict[str, Any], chosen: bool) -> None:
    here = place(BUILDERS, OTHERS, letters=(letter("paper", only_without_local_base=True),))
    there = visitor(at=here, **answers)
    assert ("choose-partner" in step_ids(there)) is chosen
    assert applies(When(partner_unsure=True), there) is chosen


@pytest.mark.parametrize(
    ("letters", "answers", "steps"),
    [
        ([letter("work", working=True)], AT_WORK, "open-account equivalency keep-home"),
        ([MOVE], {"holds": "cor", "home_partner": "others"}, "open-account conversion show-certificate"),
        ([], {"holds": "expired"}, "ask-expired open-account training-check"),
        ([], {"holds": "iso-45001"}, "ask-iso open-account contact-partner"),
    ],
)
def test_an_account_is_opened_before_a_certificate_moves_and_after_what_may_make_it_needless(
    letters: list[Any], answers: dict[str, Any], steps: str
) -> None:
    here = place(BUILDERS, OTHERS, letters=tuple(letters))
    assert plan(at=here, partner="builders", account="no", **answers).startswith(f"{steps} ")


@pytest.mark.parametrize("client", ["cor", "either"])
def test_a_client_who_is_shown_another_partner_s_certificate_is_not_asked_about_one_of_this_partner(
    client: str,
) -> None:
    small: dict[str, Any] = {"at_most": 10, "counts_as_cor": True}
    own, theirs = (partner(one, ("Small", small), ("COR", {})) for one in ("builders", "others"))
    given: dict[str, Any] = {"partner": "builders", "holds": "secor", "home_partner": "others", "people": 5}
    assert plan(at=place(own, theirs), client_requires=client, **given) == f"show-certificate {MOVED}"
    assert plan(own, people=5, client_requires="cor").split()[0] == "ask-client"


def test_a_client_is_not_asked_about_full_certificates_that_only_differ_in_name() -> None:
    safe = partner("others", size_classes=(replace(OTHERS.size_classes[1], name="SAFE"),))
    assert "ask-client" not in plan(BUILDERS, safe, client_requires=None)
    assert "ask-client" in plan(safe, client_requires=None)


def test_what_comes_after_the_records_stands_once_and_before_the_audit() -> None:
    papers = (entry("call", ready=True), entry("proof", ready=True, after="records"))
    steps = plan(at=place(BUILDERS, interim=papers))
    assert steps == (
        "contact-partner call training build-system records proof external-audit partner-review certificate upkeep"
    )


@pytest.mark.parametrize(
    ("days", "steps"),
    [
        (15, "build-system paper records external-audit bid"),  # from the day before on
        (14, "build-system records external-audit paper bid"),  # from the day on which there are records enough
    ],
)
def test_a_paper_that_would_end_too_early_comes_before_what_can_only_be_done_after_it(days: int, steps: str) -> None:
    paper = replace(entry("paper", ready=True), days=days)
    found = plan(at=place(BUILDERS, interim=(paper,)), records_months=0, deadline=date(2030, 4, 15))
    assert f" {steps} " in found
