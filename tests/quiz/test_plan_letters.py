"""The steps of a plan for who holds a certificate already: letters, equivalency, conversion, and what is kept."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quiz.plan import fact_of
from quiz.words import Words
from tests.quiz.made_up import BUILDERS, FROM_XB, MOVE, letter, place, visitor
from tests.quiz.one_step import OTHERS, WANTS_OFFICE, step


@pytest.mark.parametrize(
    ("letters", "answers", "form"),
    [
        ([], {"holds": "cor", "home_partner": "others"}, "-alone"),
        ([MOVE], {"holds": "cor", "home_partner": "others"}, "-converted"),
        ([letter("paper")], FROM_XB, ""),
        ([letter("paper", working=True)], {**FROM_XB, "work_started": "yes"}, ""),
    ],
)
def test_a_home_certificate_that_carries_no_letter_is_kept_until_something_takes_its_place(
    texts: Words, letters: list[Any], answers: dict[str, Any], form: str
) -> None:
    here = place(BUILDERS, OTHERS, letters=tuple(letters))
    found = step(texts, "keep-home", at=here, partner="builders", **answers)
    assert found["title"] == texts("step.keep-home.title", home=found["title"].rpartition(" ")[2])
    assert found["text"] == texts(f"step.keep-home.text{form}")


def test_a_home_certificate_for_which_no_letter_fits_is_not_kept_for_the_sake_of_one(texts: Words) -> None:
    found = step(texts, "keep-home", WANTS_OFFICE, **FROM_XB, local_base="no")
    assert found["text"] == texts("step.keep-home.text-alone")


def test_a_letter_begins_with_its_own_words_and_leads_to_its_page(texts: Words) -> None:
    paper = letter("paper", name="Paper", asks="a form")
    found = step(texts, "letter", at=place(BUILDERS, letters=(paper,)), **FROM_XB)
    gaps = {"granter": "BUILDERS", "home": "HOMERS"}
    assert found["title"] == texts("step.letter.title", letter="the Paper", **gaps)
    assert found["text"] == f"On the paper. {texts('step.letter.text', asks='a form', **gaps)}"
    assert found["who"] == texts("step.letter.who", **gaps)
    assert found["fact"] == "paper"
    assert found["links"] == [{"text": texts("link.partner", partner="Builders"), "url": "https://paper.example/"}]


def test_a_letter_s_step_says_how_many_days_it_takes_before_what_is_to_be_done(texts: Words) -> None:
    paper = letter("paper", name="Paper", asks="a form", takes_days=14, takes_days_to=28)
    found = step(texts, "letter", at=place(BUILDERS, letters=(paper,)), **FROM_XB)
    done = texts("step.letter.text", asks="a form", granter="BUILDERS", home="HOMERS")
    assert found["text"] == f"On the paper. {texts('letter.takes-to', days=14, most=28)} {done}"


@pytest.mark.parametrize(
    ("filed_by", "title", "text", "who"),
    [
        (None, "title", "text", "who"),
        ("home", "title-by-home", "text-by-home", "who-by-home"),
        ("firm", "title", "text-by-firm", "who"),
    ],
)
def test_a_letter_is_asked_of_whoever_files_the_request(
    texts: Words, filed_by: str | None, title: str, text: str, who: str
) -> None:
    paper = letter("paper", name="Paper of Reciprocity", filed_by=filed_by)
    found = step(texts, "letter", at=place(BUILDERS, letters=(paper,)), **FROM_XB)
    gaps = {
        "home": "HOMERS",
        "granter": "BUILDERS",
        "letter": "the Paper of Reciprocity",
        "asks": texts("letter.papers"),
    }
    assert found["title"] == texts(f"step.letter.{title}", **gaps)
    assert found["text"] == f"On the paper. {texts(f'step.letter.{text}', **gaps)}"
    assert found["who"] == texts(f"step.letter.{who}", **gaps)


def test_a_letter_that_an_account_would_end_says_to_open_none_before(texts: Words) -> None:
    paper = letter("paper", only_without_account=True)
    found = step(texts, "letter", at=place(BUILDERS, letters=(paper,)), **FROM_XB)
    assert found["text"].endswith(f" {texts('step.letter.without-account', account='account')}")


@pytest.mark.parametrize(("working", "form"), [(True, "-working"), (False, "")])
def test_who_may_work_with_the_letter_only_tells_when_work_begins(texts: Words, working: bool, form: str) -> None:
    here = place(BUILDERS, letters=(letter("paper", working=working),))
    found = step(texts, "when-work-starts", at=here, **FROM_XB)
    assert found["title"] == texts(f"step.when-work-starts.title{form}", granter="BUILDERS")
    assert found["text"] == texts(f"step.when-work-starts.text{form}")


@pytest.mark.parametrize(
    ("granted_by", "named"), [("others", "Others"), (None, "Board"), ("nobody", "Your certifying partner")]
)
def test_the_link_of_a_letter_names_whoever_gives_it(texts: Words, granted_by: str | None, named: str) -> None:
    here = place(replace(BUILDERS, cfcsa_member=True), OTHERS, letters=(letter("paper", granted_by=granted_by),))
    found = step(texts, "letter", at=here, partner="builders", **FROM_XB)
    assert found["links"] == [{"text": named, "url": "https://paper.example/"}]


def test_an_equivalency_is_applied_for_at_whoever_grants_it(texts: Words) -> None:
    working = letter("paper", name="Paper of Reciprocity", kind="equivalency", working=True, asks="a form")
    found = step(texts, "equivalency", at=place(BUILDERS, letters=(working,)), **FROM_XB, work_started="yes")
    assert found["title"] == texts("step.equivalency.title", letter="the Paper of Reciprocity")
    assert found["text"] == f"On the paper. {texts('step.equivalency.text', asks='a form')}"
    assert found["who"] == texts("step.equivalency.who", granter="BUILDERS")
    assert found["fact"] == "paper"


def test_a_letter_that_is_not_known_rests_on_nothing(texts: Words) -> None:
    found = step(texts, "letter", holds="cor-elsewhere")
    gaps = {"granter": "BUILDERS", "home": texts("partner.home"), "asks": texts("letter.papers")}
    assert found["text"] == texts("step.letter.text", **gaps)
    assert "fact" not in found
    assert found["links"] == []


def test_a_conversion_names_both_partners(texts: Words) -> None:
    given = {"partner": "builders", "holds": "cor", "home_partner": "others"}
    here = place(BUILDERS, OTHERS, letters=(MOVE,))
    found = step(texts, "conversion", at=here, **given)
    assert found["title"] == texts("step.conversion.title", granter="BUILDERS", held="COR")
    assert found["fact"] == "move"
    asked = step(texts, "ask-conversion", at=place(BUILDERS, OTHERS), **given)
    assert asked["title"] == texts("step.ask-conversion.title", acronym="BUILDERS", home="OTHERS")


@pytest.mark.parametrize(("client", "form"), [("cor", "-closed"), ("none", "-closed-offered")])
def test_where_the_way_is_closed_what_a_client_minds_is_said_only_where_there_is_one(
    texts: Words, client: str, form: str
) -> None:
    back = letter("back", kind="conversion", to="other-partners", granted_by="others", holders_of=("builders",))
    here = place(BUILDERS, OTHERS, letters=(replace(back, one_way=True),))
    given: dict[str, Any] = {"partner": "builders", "holds": "cor", "home_partner": "others", "client_requires": client}
    found = step(texts, "ask-conversion", at=here, **given)
    assert found["title"] == texts("step.ask-conversion.title-closed", acronym="BUILDERS")
    assert found["text"] == texts(f"step.ask-conversion.text{form}")


CONVERTED: dict[str, Any] = {"partner": "builders", "holds": "cor", "home_partner": "others"}


@pytest.mark.parametrize("client", ["cor", "none"])
@pytest.mark.parametrize("people", [5, 30, "unsure"])
def test_a_conversion_ends_with_its_papers_and_promises_no_class(texts: Words, people: Any, client: str) -> None:
    here = place(BUILDERS, OTHERS, letters=(MOVE,))
    found = step(texts, "certificate", at=here, people=people, client_requires=client, **CONVERTED)
    assert found["title"] == texts("step.certificate.title-converted")
    assert found["text"] == texts("step.certificate.text-converted")
    assert found["fact"] == "move"


def test_without_a_source_for_a_conversion_the_certificate_is_earned_in_its_own_words(texts: Words) -> None:
    found = step(texts, "certificate", at=place(BUILDERS, OTHERS), **{**CONVERTED, "holds": "secor"})
    assert found["title"] == texts("step.certificate.title", name="COR")
    assert found["fact"] == "validity"


@pytest.mark.parametrize(("holds", "form"), [("none", "-newcomer"), (None, "-newcomer"), ("iso-45001", "")])
def test_who_has_nothing_to_show_asks_without_an_office_before_anything_is_paid(
    texts: Words, holds: str | None, form: str
) -> None:
    found = step(texts, "ask-office", WANTS_OFFICE, local_base="no", holds=holds)
    assert found["text"] == texts(f"step.ask-office.text{form}")


def test_an_expired_certificate_is_not_shown_as_one_that_is_held(texts: Words) -> None:
    found = step(texts, "ask-office", WANTS_OFFICE, local_base="no", holds="expired")
    assert found["text"] == texts("step.ask-office.text-newcomer")


def test_who_needs_no_letter_decides_with_the_certificate_in_hand(texts: Words) -> None:
    here = place(BUILDERS, letters=(letter("paper"),))
    kept = step(texts, "decide", at=here, client_requires="none", **FROM_XB)
    assert (kept["title"], kept["text"]) == (texts("step.decide.title-kept"), texts("step.decide.text-kept"))
    assert step(texts, "decide", at=here, client_requires="none")["text"] == texts("step.decide.text")


def test_a_letter_of_another_partner_is_asked_of_that_one(texts: Words) -> None:
    paper = letter("paper", name="Paper", granted_by="others", filed_by="firm")
    here = place(replace(BUILDERS, cfcsa_member=True), OTHERS, letters=(paper,))
    found = step(texts, "letter", at=here, partner="builders", **FROM_XB)
    assert found["title"] == texts("step.letter.title", granter="OTHERS", letter="the Paper")


def test_a_home_certificate_beside_a_conversion_does_not_rest_on_it(texts: Words) -> None:
    here = place(BUILDERS, OTHERS, letters=(MOVE,))
    there: dict[str, Any] = {"at": here, "partner": "builders", "holds": "cor", "home_partner": "others"}
    assert step(texts, "certificate", **there)["fact"] == "move"
    assert "fact" not in step(texts, "keep-home", **there)


def test_a_newcomer_has_no_letter() -> None:
    assert fact_of("letter", visitor()) is None


@pytest.mark.parametrize(
    ("step_id", "granted", "answers", "first", "told"),
    [
        ("letter", {}, {}, "2030-05-01", "Ask now, apply from May 1, 2030 on"),
        ("letter", {"kind": "equivalency", "working": True}, {}, "2030-05-01", "Ask now, apply from May 1, 2030 on"),
        ("equivalency", {"kind": "equivalency", "working": True}, {"work_started": "yes"}, "2030-01-01", "Start now"),
    ],
)
def test_what_is_there_for_good_is_asked_for_today_and_a_letter_so_that_it_still_holds_at_the_date(
    texts: Words, step_id: str, granted: dict[str, Any], answers: dict[str, Any], first: str, told: str
) -> None:
    here = place(BUILDERS, letters=(letter("paper", months=1, **granted),))
    found = step(texts, step_id, at=here, deadline=date(2030, 6, 1), **FROM_XB, **answers)
    assert (found["earliest"], found["when"]) == (first, told)


def test_a_letter_that_is_not_known_is_asked_for_today(texts: Words) -> None:
    found = step(texts, "letter", holds="cor-elsewhere", deadline=date(2030, 6, 1))
    assert found["earliest"] == "2030-01-01"
