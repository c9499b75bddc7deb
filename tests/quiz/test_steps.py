"""Which steps a plan has, in the order in which they are done, by what is held and by the first audit."""

from datetime import date
from typing import Any

import pytest

from quiz.facts import Partner
from quiz.steps import account_first, phase, step_ids
from tests.quiz.made_up import (
    BUILDERS,
    TWO_SIZES,
    WAYS,
    entry,
    letter,
    partner,
    place,
    process,
    visitor,
    whole_way,
)

FIRST_CERTIFICATE = "training build-system records external-audit partner-review certificate upkeep"
SECOND_CERTIFICATE = "training-check adapt-system records external-audit partner-review certificate"
FROM_XB: dict[str, Any] = {"holds": "cor-elsewhere", "home_province": "XB"}
AT_WORK = {**FROM_XB, "work_started": "yes"}
OTHERS = partner("others", *TWO_SIZES, processes=WAYS)
ASKING = partner("builders", ("It depends", {}))
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
        ({"holds": "secor"}, f"ask-outgrown {SECOND_CERTIFICATE} upkeep"),
        (
            {"holds": "secor", "people": 5, "client_requires": "cor"},
            f"contact-partner {SECOND_CERTIFICATE} upkeep",
        ),
        ({"holds": "expired"}, f"ask-expired {SECOND_CERTIFICATE} upkeep"),
        ({"holds": "iso-45001"}, f"ask-iso contact-partner {SECOND_CERTIFICATE} keep-iso upkeep"),
        (FROM_XB, f"contact-partner {SECOND_CERTIFICATE} keep-home upkeep"),
        ({"holds": "cor-elsewhere"}, "ask-home letter contact-partner keep-home when-work-starts"),
    ],
)
def test_the_plan_follows_from_what_is_held(answers: dict[str, Any], steps: str) -> None:
    assert plan(**answers) == steps


@pytest.mark.parametrize(
    ("letters", "answers", "steps"),
    [
        ([letter("letter")], FROM_XB, "letter keep-home when-work-starts"),
        ([letter("letter", working=True)], AT_WORK, "letter keep-home when-work-starts"),
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


@pytest.mark.parametrize(
    ("letters", "steps"),
    [
        (
            [letter("move", to="other-partners", kind="conversion", holders_of=("others",))],
            "conversion keep-home certificate upkeep",
        ),
        ([], "ask-conversion keep-home external-audit partner-review certificate upkeep"),
    ],
)
def test_another_partner_s_certificate_of_the_place_is_converted(letters: list[Any], steps: str) -> None:
    here = place(BUILDERS, OTHERS, letters=tuple(letters))
    assert plan(at=here, partner="builders", holds="cor", home_partner="others") == steps


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
        ({"client_requires": "either", "holds": "cor"}, "ask-authority upkeep keep-meanwhile contact-later"),
        ({"client_requires": "either", "deadline": SOON}, "ask-authority bid keep-meanwhile contact-later"),
        ({"client_requires": "none", "deadline": SOON}, "ask-authority keep-meanwhile contact-later"),
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
        ([ASKING], {"holds": "secor"}, "ask-partner upkeep keep-meanwhile contact-later"),
        (
            [ASKING],
            {"holds": "cor-elsewhere", "home_province": "XA"},
            "ask-partner keep-home keep-meanwhile contact-later",
        ),
        (
            [ASKING],
            {"holds": "secor-elsewhere", "home_province": "XA"},
            "ask-partner keep-home keep-meanwhile contact-later",
        ),
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
    ],
)
def test_an_account_comes_first_where_there_may_be_none(answers: dict[str, Any], first: bool) -> None:
    assert account_first(visitor(**answers)) is first
    assert plan(**answers).startswith("open-account contact-partner ") is first


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
        ({"records_months": 12}, "contact-partner training build-system records"),
        (
            {"deadline": SOON, "records_months": 0, "client_requires": "none"},
            "decide contact-partner training build-system records",
        ),
        ({"deadline": SOON, "holds": "expired"}, "ask-expired after-system after-training ready bid training-check"),
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
        ("bid", "now"),
        ("ready", "now"),
        ("later", "then"),
        ("training", "then"),
        ("certificate", "then"),
        ("upkeep", "keep"),
        ("smaller-class", "keep"),
        ("keep-meanwhile", "keep"),
    ],
)
def test_a_step_is_for_now_for_then_or_to_keep_what_was_earned(step_id: str, when: str) -> None:
    assert phase(step_id, visitor(at=place(BUILDERS, interim=(READY, LATER)))) == when
