"""One run over the pages: what is kept, what is shown, and that a stopped run goes on."""

import datetime
from pathlib import Path

import pytest

from hooks.watch.compare import compare, recorded
from hooks.watch.kept import Kept, Store
from hooks.watch.polite import Manners
from hooks.watch.record import Record
from hooks.watch.run import NoNetworkError, watch
from tests.hooks.watch.conftest import Web, in_turn, page, reply, to, with_etag
from tests.hooks.watch.test_readable import pdf

NOW = datetime.datetime(2027, 1, 15, 9, tzinfo=datetime.UTC)
WEEK = datetime.timedelta(days=7)
SECOND = datetime.timedelta(seconds=1)


class Office:
    """A machine that watches, run by run."""

    def __init__(self, folder: Path, manners: Manners) -> None:
        self.store = Store(folder)
        self.manners = manners
        self.records: dict[str, Record] = {}
        self.now = NOW
        self.told: list[str] = []

    def run(self, *addresses: str) -> dict[str, str]:
        """A run, and the states that it found."""
        pages = watch(addresses, self.records, self.store, self.manners, self.told.append, lambda: self.now)
        found = {one.address: compare(one, self.records.get(one.address)) for one in pages}
        for one in pages:
            self.records[one.address] = recorded(
                one, found[one.address], self.records.get(one.address), self.now.date()
            )
        self.now += WEEK
        return {address: finding.state for address, finding in found.items()}

    def saw_all(self) -> None:
        """A person says that every page is right as it is."""
        for address, record in self.records.items():
            self.records[address] = record.model_copy(update={"seen": self.now.date(), "state": "unchanged"})

    def kept(self, address: str) -> Kept:
        found = self.store.get(address)
        assert found
        return found


@pytest.fixture
def office(tmp_path: Path, manners: Manners) -> Office:
    return Office(tmp_path, manners)


def test_a_page_is_read_for_the_first_time_then_unchanged_once_somebody_saw_it(web: Web, office: Office) -> None:
    address = web.put("/a", page())
    assert office.run(address) == {address: "first"}
    assert office.run(address) == {address: "first"}
    office.saw_all()
    assert office.run(address) == {address: "unchanged"}


def test_a_changed_limit_is_a_change_with_both_sides(web: Web, office: Office) -> None:
    address = web.put("/a", page(10))
    office.run(address)
    office.saw_all()
    web.put("/a", page(12))
    assert office.run(address) == {address: "changed"}
    found = compare(office.kept(address), office.records[address])
    assert [text for text in found.gone if "10 employees" in text] == list(found.gone)
    assert [text for text in found.new if "12 employees" in text] == list(found.new)
    assert office.run(address) == {address: "changed"}  # until somebody looked


@pytest.mark.parametrize(
    "other",
    [
        page(menu="<li>Home</li><li>Courses</li><li>Our new office of 12 people</li>"),
        page(foot="Copyright 2027. 30 years of service"),
        page(menu="", foot=""),
        page().replace(b"<main>", b"<main class='wide' id='x'>").replace(b"<p>", b"<p style='margin: 0'>"),
        page()
        .replace(b"employees may", b"employees\n   may")
        .replace(b"</head>", b"<script>var a = 12</script></head>"),
    ],
)
def test_another_frame_around_the_same_text_is_no_change(web: Web, office: Office, other: bytes) -> None:
    address = web.put("/a", page())
    office.run(address)
    office.saw_all()
    web.put("/a", other)
    assert office.run(address) == {address: "unchanged"}


def test_a_page_that_is_not_sent_again_is_as_it_was(web: Web, office: Office) -> None:
    address = web.put("/a", with_etag(page(), '"1"'))
    office.run(address)
    office.saw_all()
    assert office.run(address) == {address: "unchanged"}
    assert office.kept(address).read == (NOW + WEEK).date()


def test_a_page_that_moved_is_told_with_its_new_address(web: Web, office: Office) -> None:
    web.put("/c", page())
    web.put("/b", to("/c", 308))
    address = web.put("/a", to("/b", 308))
    assert office.run(address) == {address: "moved"}
    assert compare(office.kept(address), None).proposal == f"{web.address}/c"


@pytest.mark.parametrize(
    ("status", "state"), [(404, "gone"), (410, "gone"), (403, "turned-away"), (500, "unreachable")]
)
def test_a_page_that_does_not_come_is_told_and_its_text_stays(
    web: Web, office: Office, status: int, state: str
) -> None:
    address = web.put("/a", page())
    office.run(address)
    office.saw_all()
    web.put("/a", reply(status))
    assert office.run(address) == {address: state}
    assert office.kept(address).misses == 1
    web.put("/a", page())
    assert office.run(address) == {address: "unchanged"}
    assert office.kept(address).misses == 0


def test_a_fault_that_passes_is_none(web: Web, office: Office) -> None:
    address = web.put("/a", in_turn(reply(503, Retry_After="0"), reply(200, page())))
    assert office.run(address) == {address: "first"}


def test_a_pdf_is_watched_as_a_page_is(web: Web, office: Office) -> None:
    address = web.put("/a", reply(200, pdf("Up to 10 people may apply."), "application/pdf"))
    office.run(address)
    office.saw_all()
    web.put("/a", reply(200, pdf("Up to 12 people may apply."), "application/pdf"))
    assert office.run(address) == {address: "changed"}
    web.put("/a", reply(200, b"%PDF-1.4 broken", "application/pdf"))
    assert office.run(address) == {address: "unreadable"}


def test_a_run_that_was_stopped_goes_on_with_the_pages_that_are_left(web: Web, office: Office) -> None:
    first, second = web.put("/a", page()), web.put("/b", page())
    moments = iter([NOW, NOW + SECOND])  # for the run and for the first page; then somebody stops it

    def stopped() -> datetime.datetime:
        moment = next(moments, None)
        if moment is None:
            raise KeyboardInterrupt
        return moment

    with pytest.raises(KeyboardInterrupt):
        watch([first, second], {}, office.store, office.manners, office.told.append, stopped)
    web.asked.clear()
    office.now = NOW + 2 * SECOND
    assert set(office.run(first, second)) == {first, second}
    assert ("/a" in web.asked, "/b" in web.asked) == (False, True)
    assert "Going on: 1 of 2 pages were read before." in office.told


def test_a_finished_run_is_not_gone_on_with(web: Web, office: Office) -> None:
    address = web.put("/a", page())
    office.run(address)
    office.now = NOW + SECOND
    web.asked.clear()
    office.run(address)
    assert "/a" in web.asked


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"begun": 7}', '{"begun": "2020-01-01T00:00:00+00:00"}'])
def test_a_damaged_or_old_mark_of_a_run_begins_a_new_one(web: Web, office: Office, damage: str) -> None:
    address = web.put("/a", page())
    (office.store.folder / "run.json").write_text(damage, encoding="utf-8")
    assert office.run(address) == {address: "first"}


def test_a_damaged_text_is_read_anew(web: Web, office: Office) -> None:
    address = web.put("/a", with_etag(page(), '"1"'))
    office.run(address)
    [file] = (office.store.folder / "pages").iterdir()
    file.write_text("{", encoding="utf-8")
    assert office.run(address) == {address: "first"}
    assert office.kept(address).paragraphs


def test_without_a_network_nothing_changes_and_that_is_said(office: Office) -> None:
    addresses = [f"https://nowhere-{number}.invalid/" for number in range(9)]
    with pytest.raises(NoNetworkError, match="No network here"):
        office.run(*addresses)
    assert [address for address in addresses if office.store.get(address)] == []


def test_one_host_that_is_out_of_reach_is_told_where_others_answer(web: Web, office: Office) -> None:
    address = web.put("/a", page())
    assert office.run(address, "https://nowhere.invalid/") == {
        address: "first",
        "https://nowhere.invalid/": "unreachable",
    }
