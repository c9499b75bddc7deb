"""The commands from end to end: facts of a small made-up country, their pages on the tests' own server."""

import datetime
import difflib
import re
from pathlib import Path

import pytest

from hooks.__main__ import main
from hooks.facts.catalogue import FACTS, load
from hooks.facts.entry import facts_of
from hooks.refused import Refused
from hooks.watch import record, upkeep
from hooks.watch.kept import Store
from hooks.watch.polite import Manners
from hooks.watch.rows import facts_by_page
from hooks.watch.run import NoNetworkError
from tests.hooks.watch.conftest import Web, page, reply, to
from tests.hooks.watch.made_up import AUTHORITY, CHECKED, LIMIT, OTHERS, TELEPHONE, facts

pytestmark = pytest.mark.slow  # whole runs, each with the facts read many times

DAY = datetime.date(2027, 1, 15)
NOW = datetime.datetime(2027, 1, 15, 9, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)
DATED = [f"-     checked: {CHECKED}", f"+     checked: {DAY}"]


class Office:
    """A checkout with facts, and the commands."""

    def __init__(self, folder: Path, web: Web, manners: Manners) -> None:
        self.web, self.manners, self.now = web, manners, NOW
        self.desk = upkeep.Desk(
            DAY, folder / "partners.yml", folder / "sources.lock", folder / "links.yml", Store(folder / "cache")
        )
        self.desk.facts.write_text(facts(web.address), encoding="utf-8")
        self.desk.links.write_text(f"page: {web.address}{LIMIT}\n", encoding="utf-8")
        for path in (LIMIT, TELEPHONE, AUTHORITY, OTHERS):
            web.put(path, page())

    def watch(self) -> str:
        """A run; returns what the command says."""
        self.now += SECOND
        told: list[str] = []
        upkeep.watched(self.desk, self.manners, told.append, lambda: self.now)
        return "\n".join(told)

    def saw(self, *paths: str, unchanged: bool = False) -> str:
        """A person says that pages are right; returns what the command says."""
        return upkeep.seen(self.desk, [f"{self.web.address}{path}" for path in paths], unchanged=unchanged)

    @property
    def facts(self) -> str:
        return self.desk.facts.read_text(encoding="utf-8")

    def made(self, name: str) -> str:
        return (self.desk.store.folder / name).read_text(encoding="utf-8")


@pytest.fixture
def office(tmp_path: Path, web: Web, manners: Manners) -> Office:
    return Office(tmp_path, web, manners)


@pytest.fixture
def watched(office: Office) -> Office:
    """An office that has read and seen every page."""
    office.watch()
    office.saw(LIMIT, TELEPHONE, AUTHORITY, OTHERS)
    return office


def changed_lines(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def test_a_changed_limit_stands_on_top_with_its_facts_and_the_number_of_answers(watched: Office, web: Web) -> None:
    web.put(LIMIT, page(12))
    web.put(TELEPHONE, page().replace(b"two days", b"three days"))
    told, report, issue = watched.watch(), watched.made("index.html"), watched.made("issue.md")
    first = next(line for line in told.splitlines() if line.startswith("changed"))
    assert first.split()[1:] == ["12", f"{web.address}{LIMIT}"]
    assert report.index(f">{web.address}{LIMIT}<") < report.index(f">{web.address}{TELEPHONE}<")
    assert "<del><mark>10</mark></del>" in re.sub(r"\s", "", report)
    assert "<ins><mark>12</mark></ins>" in re.sub(r"\s", "", report)
    assert "2 facts, 12 of 60 sets of answers" in issue
    assert (
        "<code>ab-small</code> <small>(12 sets of answers)</small>: route: secor · name: SECOR · at_most: 10" in report
    )
    assert issue.index(LIMIT) < issue.index(TELEPHONE)


def test_a_page_whose_frame_alone_changed_is_not_in_the_report(watched: Office, web: Web) -> None:
    web.put(LIMIT, page(menu="<li>Another menu of 14 people</li>", foot="12 months of news"))
    watched.watch()
    made = [watched.made(name) for name in ("index.html", "report.txt", "issue.md")]
    assert [text for text in made if LIMIT in text] == []
    assert LIMIT in watched.made("unchanged.html")


def test_a_change_that_somebody_saw_is_no_longer_told(watched: Office, web: Web) -> None:
    web.put(LIMIT, page(12))
    watched.watch()
    assert watched.made("issue.md")
    watched.saw(LIMIT)
    upkeep.report(watched.desk)
    assert watched.made("issue.md") == ""
    assert "4 unchanged" in watched.watch()


def test_seen_dates_one_line_a_page_and_touches_nothing_else(office: Office) -> None:
    before = office.facts
    assert office.saw(LIMIT) == "1 page dated in partners.yml."
    assert changed_lines(before, office.facts) == DATED
    load(office.desk.facts)


def test_seen_names_a_line_that_still_speaks_of_an_old_copy(office: Office) -> None:
    assert "age: undated copy" in office.saw(TELEPHONE)


def test_seen_refuses_an_address_that_is_not_there_and_changes_nothing(watched: Office) -> None:
    before = watched.facts, watched.desk.lock.read_text(encoding="utf-8")
    with pytest.raises(Refused, match="is no address"):
        watched.saw(LIMIT, "/elsewhere")
    assert (watched.facts, watched.desk.lock.read_text(encoding="utf-8")) == before


def test_unchanged_dates_only_pages_that_a_person_saw_and_that_came_the_same(watched: Office, web: Web) -> None:
    watched.desk.facts.write_text(facts(web.address), encoding="utf-8")
    before = watched.facts
    web.put(TELEPHONE, page(12))
    web.put(OTHERS, reply(403))
    watched.watch()
    assert watched.saw(unchanged=True) == "2 pages dated in partners.yml."
    assert changed_lines(before, watched.facts) == DATED * 2


def test_unchanged_dates_no_page_that_nobody_ever_compared_with_its_facts(office: Office) -> None:
    office.watch()
    office.watch()
    before = office.facts
    assert office.saw(unchanged=True) == "0 pages dated in partners.yml."
    assert office.facts == before


def test_a_page_that_a_person_read_without_a_run_is_read_for_the_first_time_by_the_next(office: Office) -> None:
    office.saw(LIMIT)
    assert "4 read for the first time" in office.watch()


def test_a_page_that_moved_gets_its_address_everywhere_and_is_not_told_again(watched: Office, web: Web) -> None:
    old, new = f"{web.address}{LIMIT}", f"{web.address}/new"
    web.put("/new", page())
    web.put(LIMIT, to("/new"))
    assert "1 moved" in watched.watch()
    assert f"moved {old} {new}" in watched.made("issue.md")
    told = upkeep.moved(watched.desk, old, new)
    assert told.startswith(f"{new} stands in 4 places now.")
    assert old not in watched.facts + watched.desk.links.read_text(encoding="utf-8")
    assert {fact.source for fact in facts_of(load(watched.desk.facts)) if fact.id == "ab-small"} == {new}
    assert "4 unchanged" in watched.watch()


def test_what_is_recorded_holds_no_word_of_a_text_and_is_the_same_for_the_same_pages(office: Office, web: Web) -> None:
    web.put(OTHERS, reply(403))
    office.watch()
    first = office.desk.lock.read_text(encoding="utf-8")
    assert set(record.load(office.desk.lock)) == {f"{web.address}{p}" for p in (LIMIT, TELEPHONE, AUTHORITY, OTHERS)}
    assert "employees" not in first
    office.watch()
    assert office.desk.lock.read_text(encoding="utf-8") == first


def test_a_page_that_turns_readers_away_is_told_until_a_person_saw_it(office: Office, web: Web) -> None:
    web.put(OTHERS, reply(403))
    office.watch()
    assert OTHERS in office.made("issue.md")
    office.saw(OTHERS)
    office.watch()
    assert office.made("issue.md") == ""


def test_a_page_that_was_out_of_reach_once_is_not_told_yet(watched: Office, web: Web) -> None:
    web.put(OTHERS, reply(500))
    watched.watch()
    assert watched.made("issue.md") == ""
    watched.watch()
    assert OTHERS in watched.made("issue.md")


def test_facts_that_are_due_are_told_with_the_command_for_all_unchanged_pages(watched: Office) -> None:
    watched.desk = upkeep.Desk(
        datetime.date(2030, 1, 1), watched.desk.facts, watched.desk.lock, watched.desk.links, watched.desk.store
    )
    watched.watch()
    assert "**4 pages with the same text** bear facts that are due" in watched.made("issue.md")
    assert "seen --unchanged" in watched.made("issue.md")


def test_without_a_network_facts_and_records_stay_and_no_issue_is_written(watched: Office) -> None:
    text = watched.facts.replace(watched.web.address, "https://nowhere.invalid")
    watched.desk.facts.write_text(text, encoding="utf-8")
    before = watched.desk.lock.read_text(encoding="utf-8")
    with pytest.raises(NoNetworkError, match="No network here"):
        watched.watch()
    assert (watched.facts, watched.desk.lock.read_text(encoding="utf-8")) == (text, before)
    assert not (watched.desk.store.folder / "issue.md").exists()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"https://a.ca/": {"state": "fine"}}', '{"a": {"since": 1}}'])
def test_a_damaged_record_is_told_with_what_to_do(office: Office, damage: str) -> None:
    office.desk.lock.write_text(damage, encoding="utf-8")
    with pytest.raises(Refused, match=r"sources\.lock is not as it was written .* take it back"):
        office.watch()


def test_the_site_says_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    assert upkeep.site_address().startswith("https://")
    monkeypatch.setenv("SITE_URL", "https://facts.example.ca/")
    assert upkeep.site_address() == "https://facts.example.ca/"


@pytest.mark.slow
def test_every_page_of_this_checkout_is_read_in_one_run(tmp_path: Path, web: Web, manners: Manners) -> None:
    text = FACTS.read_text(encoding="utf-8")
    pages = facts_by_page(load())
    for number, url in enumerate(pages):
        address = web.put(f"/{number}", page(limit=number))
        text = re.sub(rf"(?m)^(\s*(?:- )?(?:source|url): ){re.escape(url)}$", rf"\g<1>{address}", text)
    office = Office(tmp_path, web, manners)
    office.desk.facts.write_text(text, encoding="utf-8")
    assert f"{len(pages)} read for the first time" in office.watch()
    assert set(record.load(office.desk.lock)) == {f"{web.address}/{number}" for number in range(len(pages))}


@pytest.mark.parametrize(
    ("arguments", "said"), [(["seen"], "--unchanged"), (["seen", "https://nowhere.invalid/"], "Nothing was changed.")]
)
def test_a_call_that_is_not_understood_is_told(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    assert said in capsys.readouterr().err


def test_the_record_of_this_checkout_can_be_read_and_names_pages_of_the_facts_alone() -> None:
    assert set(record.load()) <= set(facts_by_page(load()))
