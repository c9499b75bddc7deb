"""Facts past their day, and addresses that answer no more."""

import datetime
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from hooks.__main__ import main
from hooks.facts import review
from hooks.facts.model import Catalogue
from hooks.facts.review import connected, dead, due, report, sources

FAR = datetime.date(2030, 1, 1)


class Answers(BaseHTTPRequestHandler):
    """Answers with the number in the address."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_nothing_is_due_on_the_day_of_the_newest_check(facts_file: Catalogue) -> None:
    assert due(facts_file, facts_file.newest_check) == ()


def test_later_everything_is_due_the_longest_wait_first(facts_file: Catalogue) -> None:
    found = due(facts_file, FAR)
    assert len(found) > 500
    assert [fact.review_by for fact in found] == sorted(fact.review_by for fact in found)


def test_a_fact_is_not_due_on_its_day_but_on_the_next(facts_file: Catalogue) -> None:
    first = due(facts_file, FAR)[0]
    assert first not in due(facts_file, first.review_by)
    assert first in due(facts_file, first.review_by + datetime.timedelta(days=1))


def test_every_fact_stands_behind_its_source(facts_file: Catalogue) -> None:
    found = sources(facts_file)
    assert "https://alberta.ca/get-certificate-recognition.aspx" in found
    assert sum(map(len, found.values())) == len(due(facts_file, FAR))


def test_only_addresses_that_answer_no_more_are_named(web: str) -> None:
    asked = [f"{web}/{status}" for status in (200, 403, 404, 429, 500)]
    assert set(dead(asked)) == {f"{web}/404", f"{web}/500"}


def test_without_a_network_nothing_is_tried_and_nobody_has_to_act(
    facts_file: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "connected", lambda _: False)
    lines = [*report(facts_file, facts_file.newest_check)]
    assert lines[-1] == (False, "No network here: whether the addresses still answer was not tried.")
    assert not any(to_do for to_do, _ in lines)


def test_a_place_that_cannot_be_reached_is_no_network() -> None:
    assert not connected(["https://nowhere.invalid/page"])


def test_the_command_tells_of_facts_that_are_due_by_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(review, "connected", lambda _: False)
    monkeypatch.setenv("FACTS_DAY", FAR.isoformat())
    assert main(["facts"]) == 3
    assert "facts are due for another look on 2030-01-01" in capsys.readouterr().out
