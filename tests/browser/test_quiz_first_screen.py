"""The result at a glance on a phone: the verdict, the date, whom to call; how long it is; what is kept and sent."""

import re
from itertools import pairwise
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import PATIENCE, Quiz, held

PHONE = {"width": 390, "height": 844}
ALBERTA = "#province=AB&industry=construction&partner=acsa&people=9"
KINDS = {
    "fits": ALBERTA,
    "fits, with a date": f"{ALBERTA}&deadline=2036-01-08",
    "fits, with a date that no letter helps to meet": "#province=BC&partner=bcmsa&people=9&deadline=2036-01-08",
    "fits the full one": "#province=BC&partner=bccsa&people=30",
    "depends": "#province=AB&industry=construction&partner=acsa&people=unsure",
    "ask first": "#province=SK&industry=trucking&partner=sta&people=4",
    "nobody asks": f"{ALBERTA}&client_requires=none",
    "none": "#province=QC&industry=construction&people=4",
    "holder": f"{ALBERTA}&holds=cor",
    "a date and two papers until then": "#province=MB&partner=csam&people=3&client_requires=either&deadline=2027-02-26",
    "a date and every step": "#province=AB&partner=unsure&people=4&account=no&deadline=2027-02-26",
    "a date that the full one misses": f"{ALBERTA}&client_requires=cor&records_months=0&deadline=2027-02-26",
    "an account first": "#province=MB&partner=csam&people=1&client_requires=unsure&account=yes&deadline=2027-01-08",
}
WORDS, SCREENS, HEADINGS = 350, 3.5, 6
MEASURED = """
() => {
  const section = document.querySelector('[data-view="result"]');
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const call = [...section.querySelectorAll('.result-call a')][0];
  return {
    words: section.innerText.match(/\\S*[\\p{L}\\p{N}]\\S*/gu).length,
    screens: (section.getBoundingClientRect().bottom + scrollY) / innerHeight,
    headings: [...document.querySelectorAll("h2")].filter(shown).length,
    call: (call.getBoundingClientRect().bottom + scrollY) / innerHeight,
    href: call.getAttribute("href"),
  };
}
"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_result_is_short_on_a_phone_and_whom_to_reach_stands_on_its_first_screen(
    quiz: Quiz, page: Page, kind: str
) -> None:
    page.clock.set_fixed_time("2026-11-27T12:00:00")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    quiz.open(KINDS[kind])
    expect(quiz.root).to_have_attribute("data-quiz-state", "result", timeout=PATIENCE)
    found = page.evaluate(MEASURED)
    assert found["words"] <= WORDS, found
    assert found["screens"] <= SCREENS, found
    assert found["headings"] <= HEADINGS, found
    assert found["call"] <= 1, found
    assert re.match(r"tel:|mailto:|https:", found["href"])
    assert len(quiz.heading.inner_text().split()) <= 4


def test_this_week_holds_what_fits_in_one_and_a_shared_day_is_said_once(quiz: Quiz, page: Page) -> None:
    page.clock.set_fixed_time("2026-11-27T12:00:00")
    quiz.open(KINDS["a date and every step"]).result("secor")
    week, then = (page.locator(f'[data-slot="{slot}"] > li') for slot in ("week", "then"))
    expect(week).to_have_count(4)
    expect(then.first.locator(".quiz-when:visible")).to_have_text("Start now")
    days = [line.inner_text() for line in then.locator("summary .quiz-when").all()]
    assert [one for one, other in pairwise(days) if one == other] == []


def test_a_date_moves_the_first_screen_and_the_news_is_said(quiz: Quiz, page: Page) -> None:
    quiz.open(ALBERTA).result("secor")
    card = page.locator('[data-part="date"]')
    expect(card).to_have_attribute("data-date", "none")
    card.get_by_text("Is there a date?").click()
    card.get_by_role("textbox").fill("Oct 31, 2036")
    expect(card.locator("[data-read]")).to_contain_text("October 31, 2036")
    card.get_by_role("button", name="Update the plan").click()
    expect(card.get_by_role("heading", level=2)).to_contain_text("October\u00a031, 2036")
    expect(card).not_to_have_attribute("data-date", "none")
    quiz.said("The plan is up to date.")
    assert page.url.endswith("&deadline=2036-10-31")
    card.get_by_text("Change the date").click()
    card.get_by_role("button", name="Clear this answer").click()
    expect(card).to_have_attribute("data-date", "none")


FROM_AB = "#province=YT&partner=nsny&people=20&holds=cor-elsewhere&home_province=AB&home_partner=acsa"
DATED = {
    "a letter that can be had before the audit": (f"{ALBERTA}&records_months=0", "2027-01-12", "may still bid"),
    "the same while the records are not told": (ALBERTA, "2027-01-12", "ask before you count on it"),
    "nothing, where the letter itself comes too late": (
        f"{FROM_AB}&local_base=no&work_started=no",
        "2026-12-04",
        "comes too soon",
    ),
}


@pytest.mark.parametrize("case", DATED)
def test_the_card_of_the_date_names_what_can_be_shown_by_then(quiz: Quiz, page: Page, case: str) -> None:
    answers, deadline, title = DATED[case]
    page.clock.set_fixed_time("2026-11-26T12:00:00")
    quiz.open(f"{answers}&deadline={deadline}")
    card = page.locator('[data-part="date"]')
    expect(card.get_by_role("heading", level=2)).to_contain_text(title, timeout=PATIENCE)
    until = card.get_by_text("Until then:")
    expect(until).to_have_count(0 if case.startswith("nothing") else 1)


def test_the_home_body_that_files_the_request_is_called_first(quiz: Quiz, page: Page) -> None:
    held = "&holds=cor-elsewhere&home_province=SK&home_partner=scsa&local_base=no&work_started=no"
    quiz.open(f"#province=BC&partner=bccsa&people=30{held}").result("cor")
    expect(page.locator(".result-call")).to_contain_text("Call SCSA")
    expect(page.locator(".result-call")).to_contain_text("We could not confirm this contact")


def test_a_chip_fills_in_a_day_and_says_which(quiz: Quiz, page: Page) -> None:
    page.clock.set_fixed_time("2026-11-25T12:00:00")
    quiz.open().choose("province", "ON").asks("deadline")
    field = page.locator('input[name="deadline"]')
    page.get_by_role("button", name="In six weeks").click()
    expect(field).to_have_value("January\u00a06, 2027")
    expect(page.locator("[data-read]")).to_have_text("Read as Wednesday, January 6, 2027.")
    page.get_by_role("button", name="No date").click()
    expect(field).to_have_value("")
    field.fill("1/6/27")
    quiz.go_on()
    expect(quiz.problem).to_contain_text("written like")
    field.fill("6 jan")
    quiz.go_on().result("cor")
    assert page.url.endswith("&deadline=2027-01-06")


def test_a_date_that_has_passed_leads_to_its_question(quiz: Quiz, page: Page) -> None:
    quiz.open(f"{ALBERTA}&deadline=2020-01-31").asks("deadline")
    expect(page.locator("[data-notice]")).to_contain_text("has passed")
    quiz.go_on().result("secor")


def test_what_is_ticked_off_is_kept_in_the_address(quiz: Quiz, page: Page) -> None:
    quiz.open(ALBERTA).result("secor")
    page.get_by_label("Done: Ask your client").check()
    page.get_by_label("Done: Use the system").check()
    assert page.url.endswith("&done=ask-client.records")
    page.reload()
    quiz.result("secor")
    expect(page.get_by_label("Done: Ask your client")).to_be_checked()
    page.get_by_label("Done: Ask your client").uncheck()
    assert page.url.endswith("&done=records")
    expect(page.locator("[data-link]")).to_have_value(page.url)


def test_each_answer_stands_once_in_the_link(quiz: Quiz, page: Page) -> None:
    quiz.open(f"{ALBERTA}&client_requires=either").result("secor")
    keys = re.findall(r"[#&]([a-z_]+)=", page.url)
    assert sorted(keys) == sorted(set(keys))


def test_the_content_can_be_sent_to_a_phone(quiz: Quiz, page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share")
    quiz.open(ALBERTA).result("secor")
    page.get_by_role("button", name="Send to my phone").click()
    text = page.get_by_role("link", name="Text message").get_attribute("href") or ""
    assert text.startswith("sms:")
    assert "You fit SECOR" in unquote(text)
    page.get_by_role("button", name="Copy as text").click()
    quiz.said("The text is copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    for piece in ("You fit SECOR", "1-800-661-2272", "1. ", "1-800-440-6650", page.url):
        assert piece in copied


def test_who_is_to_be_asked_and_has_no_number_is_sent_with_a_page(
    quiz: Quiz, page: Page, context: BrowserContext
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share")
    held = "holds=cor-elsewhere&home_province=NS&local_base=no&work_started=no"
    quiz.open(f"#province=NT&people=14&client_requires=cor&{held}").result("cor")
    page.get_by_role("button", name="Send to my phone").click()
    page.get_by_role("button", name="Copy as text").click()
    quiz.said("The text is copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "NSA: https://www.nsa-nt.ca" in copied
    assert "Call CSNS 902-468-6696" in copied


def test_the_device_s_own_way_to_share_comes_first(quiz: Quiz, page: Page) -> None:
    page.add_init_script("navigator.share = async ({ text }) => { document.body.dataset.shared = text; }")
    quiz.open(ALBERTA).result("secor")
    page.get_by_role("button", name="Send to my phone").click()
    expect(page.locator("body")).to_have_attribute("data-shared", re.compile("You fit SECOR"))
    expect(page.locator("#send")).to_be_hidden()


def test_the_message_to_the_client_is_copied_from_its_step(quiz: Quiz, page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    quiz.open(ALBERTA).result("secor")
    page.locator('[data-quiz-step="ask-client"]').get_by_role("button", name="Copy the message").click()
    quiz.said("The message is copied")
    assert "Do you accept SECOR" in page.evaluate("navigator.clipboard.readText()")


def test_the_company_s_offer_follows_the_need(quiz: Quiz, page: Page) -> None:
    card = page.locator('[data-part="help"]')
    quiz.open(ALBERTA).result("secor")
    manual = card.locator("h2").inner_text()
    expect(card).to_contain_text("AB-S9")
    expect(card).to_contain_text("may not audit you")
    expect(card.locator("[data-call-us]")).to_have_attribute("href", re.compile(r"^tel:\+1\d{10}$"))
    quiz.open(f"{ALBERTA}&records_months=12")
    expect(card.locator("h2")).not_to_have_text(manual)
    expect(card).not_to_contain_text("auditor from outside")  # whoever assesses himself needs none
    quiz.open("#province=AB&partner=acsa&people=15&records_months=12").result("cor")
    expect(card).to_contain_text("auditor from outside")


def test_later_steps_that_earn_nothing_are_for_the_meantime(quiz: Quiz, page: Page) -> None:
    then = page.locator('[data-part="then"] h2')
    quiz.open(f"{ALBERTA}&client_requires=none").result("secor")
    expect(then).to_have_text("Then, for SECOR")
    quiz.open(f"{ALBERTA}&client_requires=none&holds=cor-elsewhere&home_province=BC&home_partner=bccsa").result("secor")
    expect(then).to_have_text("Meanwhile")


def test_a_fold_of_amounts_stands_only_where_there_are_some(quiz: Quiz, page: Page) -> None:
    amounts = page.locator('[data-part="amounts"]')
    quiz.open("#province=NB&partner=nbcsa&people=7").result("cor")
    expect(amounts).to_be_hidden()
    quiz.open(ALBERTA).result("secor")
    expect(amounts).to_be_visible()


def test_a_day_until_which_the_rules_allow_an_audit_is_no_first_day(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=AB&partner=acsa&people=15&records_months=24&holds=expired").result("cor")
    review = page.locator('[data-quiz-step="partner-review"] summary')
    expect(review).to_contain_text("About")
    expect(page.locator('[data-slot="numbers"]')).to_contain_text("About")
    expect(page.locator('[data-quiz-step="records"] summary')).to_contain_text("You have enough")


def test_partners_of_the_industry_come_first_and_doubtful_ones_are_folded(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=AB&industry=construction").asks("partner")
    groups = page.locator("[data-rank]")
    assert [group.get_attribute("data-rank") for group in groups.all()] == ["usual", "possible", "doubtful"]
    expect(groups.nth(0)).to_contain_text("Alberta Construction Safety Association")
    expect(groups.nth(2).locator("input")).to_be_hidden()
    expect(groups.locator('input[value="unsure"]')).to_have_count(0)
    expect(page.get_by_label("I'm not sure")).to_be_visible()


def test_the_first_press_of_the_tab_key_leads_past_the_menu(quiz: Quiz, page: Page) -> None:
    quiz.open().asks("province")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the quiz")
    page.keyboard.press("Enter")
    expect(page.locator("#quiz")).to_be_focused()


def test_on_a_desk_the_card_stays_beside_the_plan(quiz: Quiz, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    section = quiz.open(ALBERTA).result("secor")
    page.mouse.wheel(0, 700)
    page.evaluate("async () => { while (scrollY <= 500) await new Promise(requestAnimationFrame); }")
    card = section.locator(".result-first").bounding_box()
    rest = section.locator(".result-rest").bounding_box()
    assert card
    assert rest
    assert card["y"] > 0
    assert card["x"] > rest["x"] + rest["width"] - 1


REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"


@pytest.mark.parametrize("refused", [REFUSED, "delete Navigator.prototype.clipboard"])
def test_without_a_clipboard_the_very_text_is_selected_to_be_copied_by_hand(
    quiz: Quiz, page: Page, refused: str
) -> None:
    page.add_init_script(refused)
    page.add_init_script("delete Navigator.prototype.share")
    quiz.open(ALBERTA).result("secor")
    box = page.get_by_label("To be copied by hand")
    page.locator('[data-quiz-step="ask-client"]').get_by_role("button", name="Copy the message").click()
    quiz.said("Copy the message from the box")
    expect(box).to_be_focused()
    assert "Do you accept SECOR" in page.evaluate("getSelection().toString()")
    page.get_by_role("button", name="Send to my phone").click()
    page.get_by_role("button", name="Copy as text").click()
    quiz.said("Copy the text from the box")
    expect(box).to_be_focused()
    text = page.evaluate("getSelection().toString()")
    for piece in ("You fit SECOR", "1-800-661-2272", "1. ", page.url):
        assert piece in text
    page.evaluate("location.hash = 'province=AB&partner=acsa&people=40'")
    quiz.result("cor")
    expect(box).to_have_count(0)


def test_the_first_screen_does_not_wait_for_the_engine(quiz: Quiz) -> None:
    quiz.page.route("**/assets/quiz/hashed/*", lambda _: None)  # never answered
    quiz.open("#province=AB&partner=acsa&people=9")
    expect(quiz.root).to_have_attribute("data-quiz-state", "loading")
    expect(quiz.heading).to_have_text("You fit SECOR")
    expect(quiz.page.locator('[data-ahead="pill"]')).to_contain_text("Confirmed")
    expect(quiz.page.locator('[data-ahead="call"] a')).to_have_attribute("href", "tel:+18006612272")
    expect(quiz.page.locator('[data-ahead="steps"]')).to_contain_text("Ask your client")


def test_what_is_said_first_is_asked_for_before_the_page_s_own_script_is_there(quiz: Quiz, page: Page) -> None:
    let_go = held(page, re.compile(r"/assets/quiz/quiz\.js"))
    with page.expect_request_finished(lambda request: request.url.endswith("/glance.json")):
        page.goto(f"/quiz/{ALBERTA}", wait_until="commit")
    assert quiz.root.get_attribute("data-quiz-state") == "question"
    let_go()
    quiz.result("secor")


@pytest.mark.parametrize(
    ("at", "then"),
    [('[data-ahead="call"] a', '[data-slot="call"] a'), ("[data-static]", '[data-view="result"] h1')],
)
def test_who_is_at_the_keyboard_loses_no_place_when_the_rest_comes(at: str, then: str, quiz: Quiz, page: Page) -> None:
    let_go = held(page, "**/assets/quiz/engine.js*")
    quiz.open(ALBERTA)
    expect(page.locator('[data-ahead="call"] a')).to_be_visible()
    page.locator(at).focus()
    let_go()
    quiz.result("secor")
    expect(page.locator(then)).to_be_focused()


@pytest.mark.parametrize("more", ["&holds=cor", "&client_requires=none"])
def test_who_holds_one_or_is_asked_by_nobody_is_told_by_the_engine_alone(more: str, quiz: Quiz) -> None:
    quiz.page.route("**/assets/quiz/hashed/*", lambda _: None)
    quiz.open(f"#province=AB&partner=acsa&people=9{more}")
    expect(quiz.heading).to_have_text("Your answers lead to: SECOR in Alberta")
    expect(quiz.page.locator('[data-ahead="call"]')).to_be_hidden()


def test_where_nothing_is_known_ahead_the_certificate_is_named_all_the_same(quiz: Quiz) -> None:
    quiz.page.route("**/assets/quiz/hashed/*", lambda _: None)
    quiz.page.route("**/glance.json", lambda route: route.fulfill(json={}))
    quiz.open("#province=AB&partner=acsa&people=9")
    expect(quiz.heading).to_have_text("Your answers lead to: SECOR in Alberta")
    quiz.complaints.clear()  # the browser says that the hash is another one


def older(route: Route) -> None:
    """The same file as it was before its words changed."""
    route.fulfill(body=route.fetch().text().replace("SECOR", "RECOS"), content_type="application/json")


def test_what_an_older_file_says_ahead_is_not_shown(quiz: Quiz) -> None:
    quiz.page.route("**/assets/quiz/hashed/*", lambda _: None)
    quiz.page.route("**/glance.json", older)
    with quiz.page.expect_request_finished(lambda request: request.url.endswith("/glance.json")):
        quiz.open("#province=AB&partner=acsa&people=9")
    expect(quiz.heading).to_have_text("Your answers lead to: SECOR in Alberta")
    expect(quiz.page.locator(".quiz")).not_to_contain_text("RECOS")
    quiz.page.unroute_all(behavior="ignoreErrors")  # the page asks for the file once more
    quiz.complaints.clear()  # the browser says that the hash is another one


def test_a_file_that_was_older_in_the_browser_alone_is_asked_for_anew(quiz: Quiz) -> None:
    quiz.page.route("**/assets/quiz/hashed/*", lambda _: None)
    quiz.page.route("**/glance.json", older, times=1)
    quiz.open("#province=AB&partner=acsa&people=9")
    expect(quiz.heading).to_have_text("You fit SECOR")
    quiz.complaints.clear()
