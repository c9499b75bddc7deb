"""The result page: its parts, the plan made the visitor's own in place, and what can be taken away."""

import datetime
import re
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from hooks.facts.catalogue import load
from tests.browser.conftest import PATIENCE, Quiz

ALBERTA = "#province=AB&partner=acsa&people=10"
SAMPLES = [ALBERTA, "#province=SK&partner=scsa&people=10", "#province=SK&partner=unsure&people=10", "#province=ON"]
FOLDS = ["because", "changes", "cautions", "others", "conflicts", "plan", "answers", "share", "sources"]
LONGEST = ["#province=BC&partner=unsure&people=unsure", "#province=AB&partner=unsure&count.employees=9&count.agency=4"]


def opened(quiz: Quiz, part: str) -> Locator:
    """A folded part of the result, unfolded."""
    fold = quiz.page.locator(f'details[data-part="{part}"]')
    fold.locator("> summary").click()
    return fold


def test_the_parts_of_a_result_stand_in_their_order(quiz: Quiz, page: Page) -> None:
    section = quiz.open(ALBERTA).result("secor")
    expect(section.get_by_role("heading", level=1)).to_have_text("You fit SECOR")
    found = [part.get_attribute("data-part") for part in page.locator("[data-part]:visible").all()]
    first = ["date", "week", "then", "chart", "money", "amounts", "help"]
    assert found == [*first, *FOLDS]


def test_the_pages_of_many_partners_are_a_folded_list_by_their_names(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=AB&partner=unsure&people=9").result("secor")
    step = page.locator('[data-quiz-step="choose-partner"]')
    expect(step.locator(".quiz-when a")).to_have_count(0)
    step.get_by_text("More").click()
    names = {partner.name for place in load().jurisdictions if place.code == "AB" for partner in place.partners}
    assert len(found := step.locator(".quiz-links a:visible").all_inner_texts()) > 3
    assert {text.partition(" (")[0] for text in found} <= names


def test_each_fold_says_in_a_line_what_is_inside(quiz: Quiz, page: Page) -> None:
    quiz.open(ALBERTA).result("secor")
    lines = {part: page.locator(f'[data-about="{part}"]').inner_text() for part in FOLDS if part != "share"}
    assert [part for part, line in lines.items() if not line] == []
    assert lines["changes"].startswith("One more person")
    assert lines["answers"].startswith("Alberta · ACSA · 10 people")


def test_where_every_question_is_answered_the_fold_says_so(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=MB&partner=s2sa&people=20&client_requires=none&account=no&holds=iso-45001&deadline=2036-01-08")
    expect(page.locator('[data-about="plan"]')).to_have_text("Every question is answered", timeout=PATIENCE)


def test_the_line_of_the_answers_leaves_out_what_says_nothing_by_itself(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=YT&partner=nsny&people=20&subcontracts=no&client_requires=unsure&account=yes").result("cor")
    expect(page.locator('[data-about="answers"]')).to_have_text("Yukon · 20 people · NSNY")


@pytest.mark.parametrize("width", [360, 390])
def test_on_a_phone_the_line_of_a_fold_takes_two_lines_before_it_is_cut(quiz: Quiz, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    quiz.open("#province=AB&partner=acsa&people=9").result("secor")
    expect(page.locator('[data-about="others"]')).not_to_be_empty()
    cut = page.locator("[data-about]").evaluate_all(
        "(all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)"
        ".map((one) => one.textContent)"
    )
    assert cut == []


@pytest.mark.parametrize("partner", ["made-safe", "s2sa", "mvsam", "farmsafe"])
def test_on_the_narrowest_phone_a_long_name_to_call_wraps(quiz: Quiz, page: Page, partner: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    quiz.open(f"#province=MB&partner={partner}&people=10")
    expect(quiz.root).to_have_attribute("data-quiz-state", "result", timeout=PATIENCE)
    expect(page.locator(".result-call a").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# What a browser does that does not know the selector: it drops the rule.
WITHOUT_HAS = """() => {
  const drop = (held) => {
    for (let n = held.cssRules.length - 1; n >= 0; n -= 1) {
      const rule = held.cssRules[n];
      if (rule.selectorText?.includes(":has(")) held.deleteRule(n);
      else if (rule.cssRules) drop(rule);
    }
  };
  [...document.styleSheets].forEach(drop);
}"""

# As where every place is taken; a rule of the page's own stands while the line looks for another place.
AT_THE_EDGE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("[data-status] { bottom: 12px !important; }");
  document.adoptedStyleSheets.push(sheet);
}"""
# What moves with the news has moved some frames later, and what is said with it.
OVER = """async () => {
  for (let frame = 0; frame < 60; frame += 1) {
    await new Promise(requestAnimationFrame);
    const { top, bottom, left, right } = document.querySelector("[data-status]").getBoundingClientRect();
    const covered = [...document.querySelectorAll("a[href], button, input, summary, label")]
      .filter((one) => one.checkVisibility()).map((one) => [one, one.getBoundingClientRect()])
      .filter(([, box]) => box.top < bottom && box.bottom > top && box.left < right && box.right > left);
    if (frame > 2 && covered.length === 0) return [];
    if (frame === 59) return covered.map(([one]) => one.outerHTML);
  }
}"""


# A visitor who reads on: the page moves a little, and comes to rest.
MOVED = """async () => {
  const rests = new Promise((done) => document.addEventListener("scrollend", done, { once: true }));
  scrollBy(0, 30);
  await rests;
}"""


def told_of_the_day(quiz: Quiz, page: Page, height: int) -> None:
    page.set_viewport_size({"width": 390, "height": height})
    quiz.open(ALBERTA).result("secor")
    card = page.locator('[data-part="date"]')
    card.locator("summary").click()
    card.get_by_role("textbox").fill("October 31, 2036")
    card.get_by_role("button", name="Update the plan").click()
    quiz.said("October 31, 2036")
    expect(page.locator("[data-status]")).to_be_visible()


@pytest.mark.parametrize("height", [600, 700, 844])
def test_on_a_phone_what_is_said_covers_nothing_to_press(quiz: Quiz, page: Page, height: int) -> None:
    told_of_the_day(quiz, page, height)
    assert page.evaluate(OVER) == []


def test_what_is_said_makes_way_for_what_moves_later(quiz: Quiz, page: Page) -> None:
    told_of_the_day(quiz, page, 700)
    for _ in range(10):
        page.evaluate(MOVED)
        assert page.evaluate(OVER) == []


def test_what_is_said_where_all_is_to_be_pressed_lets_the_finger_through(quiz: Quiz, page: Page) -> None:
    told_of_the_day(quiz, page, 600)
    tick = page.get_by_role("checkbox").nth(5)
    tick.evaluate("(one) => scrollBy(0, one.getBoundingClientRect().top - innerHeight + 40)")
    page.evaluate(AT_THE_EDGE)
    assert page.evaluate(OVER) != []
    box = tick.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(tick).to_be_checked()


def test_a_browser_without_has_shows_the_same_columns(quiz: Quiz, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 844})
    quiz.open(ALBERTA).result("secor")
    blocks = page.locator(".quiz, .quiz-back, .result-first, .result-rest")
    before = blocks.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().width)")
    page.evaluate(WITHOUT_HAS)
    assert blocks.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().width)") == before


def test_the_scale_says_in_words_where_the_visitor_stands(quiz: Quiz, page: Page) -> None:
    quiz.open(ALBERTA).result("secor")
    page.get_by_role("link", name="why?").click()
    expect(page.get_by_role("img", name="You: 10 people. 1 to 10: SECOR. From 11: COR.")).to_be_visible()


def test_one_person_is_one_person(quiz: Quiz, page: Page) -> None:
    quiz.open("#province=AB&partner=acsa&people=1").result("secor")
    opened(quiz, "because")
    expect(page.get_by_role("img", name="You: 1 person.")).to_be_visible()
    expect(page.get_by_text(re.compile(r"(^|\D)1 people"))).to_have_count(0)


def test_the_plan_s_picture_says_every_step_in_words(quiz: Quiz, page: Page) -> None:
    section = quiz.open(ALBERTA).result("secor")
    name = section.locator("svg.quiz-months").get_attribute("aria-label") or ""
    titles = [title.inner_text() for title in section.locator("[data-quiz-step] h3").all()]
    assert [title for title in titles if title not in name] == []


def test_every_partner_of_the_province_stands_side_by_side(quiz: Quiz) -> None:
    section = quiz.open("#province=SK&partner=unsure&people=10").result("ask")
    rows = opened(quiz, "others").get_by_role("row")
    here = next(place for place in load().jurisdictions if place.code == "SK")
    assert rows.count() == len(here.partners) + 1
    expect(section.locator('[data-slot="partners"]')).to_contain_text("Energy Safety Canada")


def test_telephone_numbers_can_be_called(quiz: Quiz) -> None:
    section = quiz.open(ALBERTA).result("secor")
    calls = [link.get_attribute("href") or "" for link in section.locator('a[href^="tel:"]').all()]
    assert calls
    assert all(re.fullmatch(r"tel:\+1\d{10}", call) for call in calls)


def test_an_optional_answer_changes_the_plan_in_place(quiz: Quiz, page: Page) -> None:
    section = quiz.open(ALBERTA).result("secor")
    records = section.locator('[data-quiz-step="records"] .quiz-when')
    before = records.inner_text()
    length = page.evaluate("history.length")
    opened(quiz, "plan").get_by_text("How many months of safety records do you have?").first.click()
    item = page.locator('[data-plan="records_months"]')
    item.get_by_role("textbox").fill("12")
    item.get_by_role("button", name="Update the plan").click()
    quiz.said("The plan is up to date: Months of records – 12")
    expect(records).not_to_have_text(before)
    expect(quiz.root).to_have_attribute("data-quiz-state", "result")
    assert page.url.endswith("&records_months=12")
    assert page.evaluate("history.length") == length
    item.get_by_role("button", name="Clear this answer").click()
    quiz.said("Cleared: Months of records")
    expect(records).to_have_text(before)
    expect(item.get_by_role("textbox")).to_have_value("")


def test_a_certificate_from_elsewhere_opens_the_questions_about_it(quiz: Quiz, page: Page) -> None:
    section = quiz.open(ALBERTA).result("secor")
    expect(page.locator('[data-plan="home_province"]')).to_have_count(0)
    opened(quiz, "plan").get_by_text("Which certificate do you hold now?").first.click()
    item = page.locator('[data-plan="holds"]')
    item.get_by_label("COR from another province", exact=True).check()
    item.get_by_role("button", name="Update the plan").click()
    home = page.locator('[data-plan="home_province"]')
    expect(home).to_be_visible()
    home.get_by_label("Saskatchewan").check()
    home.get_by_role("button", name="Update the plan").click()
    issued = page.locator('[data-plan="home_partner"]')
    expect(issued).to_be_visible()
    offered = [control.get_attribute("value") for control in issued.locator("input:visible").all()]
    assert "scsa" in offered
    assert "ihsa" not in offered
    expect(section).to_have_attribute("data-quiz-route", "secor")


ISSUED = f"{ALBERTA}&holds=cor-elsewhere&home_province=SK&home_partner=scsa"


def test_without_its_province_the_issuer_of_a_certificate_is_no_question_any_more(quiz: Quiz, page: Page) -> None:
    section = quiz.open(ISSUED).result("secor")
    opened(quiz, "plan")
    home = page.locator('[data-plan="home_province"]')
    home.locator("summary").click()
    home.get_by_role("button", name="Clear this answer").click()
    expect(section.locator('[data-slot="notice"]')).to_contain_text("We removed 1 answer that no longer fits")
    expect(page.locator('[data-plan="home_partner"]')).to_have_count(0)
    assert "home_" not in page.url


def test_another_province_of_issue_takes_its_own_issuers(quiz: Quiz, page: Page) -> None:
    section = quiz.open(ISSUED).result("secor")
    opened(quiz, "plan")
    home = page.locator('[data-plan="home_province"]')
    home.locator("summary").click()
    home.get_by_label("Ontario").check()
    home.get_by_role("button", name="Update the plan").click()
    expect(section.locator('[data-slot="notice"]')).to_contain_text("We removed 1 answer that no longer fits")
    assert "home_province=ON" in page.url
    assert "home_partner" not in page.url


def test_a_changed_place_blames_no_link_for_who_issued_the_certificate(quiz: Quiz, page: Page) -> None:
    section = quiz.open(f"{ALBERTA}&holds=secor&home_partner=amhsa").result("secor")
    opened(quiz, "answers").get_by_role("link", name="Change Province").click()
    page.get_by_label("Ontario").check()
    page.get_by_role("button", name="Continue").click()
    expect(section.locator('[data-slot="notice"], [data-notice]').first).to_contain_text("no longer fit")
    assert "home_partner" not in page.url


def test_an_optional_answer_stands_among_the_answers_and_can_be_changed(quiz: Quiz, page: Page) -> None:
    quiz.open(f"{ALBERTA}&deadline=2036-10-31").result("secor")
    opened(quiz, "answers").get_by_role("link", name="Change Needed by").click()
    expect(page.locator('[data-plan="deadline"] summary')).to_be_focused()
    expect(page.locator('input[name="deadline"]')).to_have_value("October\u00a031, 2036")


def test_the_client_s_demand_is_offered_to_those_who_came_by_a_link(quiz: Quiz, page: Page) -> None:
    quiz.open(ALBERTA).result("secor")
    opened(quiz, "plan").get_by_text("What does your client or tender accept?").first.click()
    item = page.locator('[data-plan="client_requires"]')
    item.get_by_label("Only the full COR").check()
    item.get_by_role("button", name="Update the plan").click()
    quiz.result("cor")


def test_the_link_can_be_copied_and_mailed(quiz: Quiz, page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    quiz.open(ALBERTA).result("secor")
    opened(quiz, "share").get_by_role("button", name="Copy link").click()
    quiz.said("The link is copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    expect(page.get_by_label("Link to this result")).to_have_value(page.url)
    mail = page.get_by_role("link", name="E-mail this").get_attribute("href") or ""
    assert mail.startswith("mailto:?subject=COR%20or%20SECOR")
    assert "province%3DAB%26partner%3Dacsa%26people%3D10" in mail


@pytest.mark.parametrize("answers", [ALBERTA, "#province=NS&industry=construction&people=3&subcontracts=unsure"])
def test_the_lines_of_a_mail_end_as_those_of_mail_do(quiz: Quiz, page: Page, answers: str) -> None:
    quiz.open(answers)
    expect(quiz.root).to_have_attribute("data-quiz-state", "result", timeout=PATIENCE)
    addresses = [str(link.get_attribute("href")) for link in page.locator('a[href^="mailto:"]').all()]
    assert any("%0D%0A" in address for address in addresses)
    assert [address for address in addresses if re.search("(?<!%0D)%0A", address)] == []


@pytest.mark.parametrize("width", [320, 390])
def test_the_largest_number_stays_within_the_scale(quiz: Quiz, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    quiz.open("#province=AB&partner=acsa&people=100000").result("cor")
    opened(quiz, "because")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for part in (".quiz-cells", ".quiz-cell--you"):
        assert page.locator(part).evaluate("(one) => one.scrollWidth - one.clientWidth") == 0, part


def test_without_a_clipboard_the_link_is_ready_to_be_copied_by_hand(quiz: Quiz, page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    quiz.open(ALBERTA).result("secor")
    opened(quiz, "share").get_by_role("button", name="Copy link").click()
    quiz.said("Copy the link from the box")
    expect(page.get_by_label("Link to this result")).to_be_focused()


def test_the_calendar_file_is_read_by_a_strict_reader(quiz: Quiz, page: Page, base_url: str) -> None:
    quiz.open(f"{ALBERTA}&deadline=2036-10-31").result("secor")
    opened(quiz, "share")
    with page.expect_download() as loading:
        page.get_by_role("button", name="Calendar file").click()
    assert loading.value.suggested_filename == "alberta-secor.ics"
    calendar: Any = icalendar.Calendar.from_ical(Path(loading.value.path()).read_bytes())
    events = calendar.walk("VEVENT")
    assert len(events) >= 5
    assert {str(event["URL"]) for event in events} == {f"{base_url}/outcomes/alberta-secor/"}
    last = [event["DTEND"].dt - datetime.timedelta(days=1) for event in events if "DTEND" in event]
    assert datetime.date(2036, 10, 31) in [*last, *(event["DTSTART"].dt for event in events)]


@pytest.mark.parametrize(("fragment", "most"), [(one, 3) for one in (*SAMPLES, *LONGEST)])
def test_a_result_fits_on_its_sheets_of_paper(quiz: Quiz, page: Page, fragment: str, most: int) -> None:
    quiz.open(fragment)
    expect(quiz.root).to_have_attribute("data-quiz-state", "result", timeout=30_000)
    paper = page.pdf(format="Letter")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= most


def test_paper_is_black_on_white_with_boxes_to_tick_and_nothing_to_press(quiz: Quiz, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    section = quiz.open(ALBERTA).result("secor")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    expect(section.locator("h1")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(section.locator('[data-quiz-step="ask-client"] input')).to_be_visible()
    expect(section.locator('details[data-part="because"]')).to_have_attribute("open", "")
    expect(section.get_by_text("Printed on")).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)
