"""Reading over the network: what a polite reader does, and what it does not put up with."""

import gzip
from dataclasses import replace

import pytest
from urllib3.connection import HTTPConnection

from hooks.watch.places import Trouble, number_of, place_of
from hooks.watch.polite import Clock, Manners, Reader
from tests.hooks.watch.conftest import Web, in_turn, page, reply, to, with_etag

pytestmark = pytest.mark.slow  # hosts that are slow are waited for

type Waited = list[float]


@pytest.fixture
def reader(manners: Manners, clock: Clock) -> Reader:
    return Reader(manners, clock)


def trouble(reader: Reader, address: str) -> Trouble:
    with pytest.raises(Trouble) as raised:
        reader.read(address)
    return raised.value


def test_a_page_comes_as_it_is_and_the_reader_says_who_it_is(web: Web, reader: Reader) -> None:
    answer = reader.read(web.put("/page?a=1", page()))
    assert (answer.status, answer.body) == (200, page())
    assert web.agents == {"cor-secor-facts/1 (+https://example.ca/)"}


def test_a_page_that_has_not_changed_is_not_sent_again(web: Web, reader: Reader) -> None:
    address = web.put("/page", with_etag(page(), '"1"'))
    etag = reader.read(address).headers["etag"]
    assert reader.read(address, etag=etag).status == 304


def test_permanent_redirects_are_followed_and_told(web: Web, reader: Reader) -> None:
    web.put("/c", page())
    web.put("/b", to("/c", 308))
    answer = reader.read(web.put("/a", to("/b", 301)))
    assert (answer.final, answer.permanent) == (f"{web.address}/c", True)


def test_a_chain_with_a_passing_redirect_in_it_is_no_move(web: Web, reader: Reader) -> None:
    web.put("/c", page())
    web.put("/b", to("/c", 302))
    answer = reader.read(web.put("/a", to("/b", 301)))
    assert (answer.final, answer.permanent) == (f"{web.address}/c", False)


def test_a_circle_of_redirects_ends(web: Web, reader: Reader) -> None:
    assert trouble(reader, web.put("/a", to("/a"))).kind == "redirects"


@pytest.mark.parametrize(
    "inside",
    [
        "http://127.0.0.1:1/",
        "http://localhost:9/secret",
        "http://10.0.0.1/",
        "http://192.168.1.1/router",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:9/",
        "http://[::ffff:127.0.0.1]:9/",
        "http://0.0.0.0:9/",
        "http://2130706433:9/",
        "file:///etc/passwd",
        "http://user:word@example.ca/",
        "http://[",
    ],
)
def test_a_redirect_to_an_internal_address_is_refused(web: Web, reader: Reader, inside: str) -> None:
    assert trouble(reader, web.put("/a", to(inside))).kind == "refused"


def test_the_connection_goes_to_the_number_that_was_looked_at(web: Web) -> None:
    place = place_of(f"{web.address}/page")
    assert number_of(place, {web.name}) == "127.0.0.1"
    with pytest.raises(Trouble):
        number_of(place)


def test_an_unknown_host_is_out_of_reach_and_not_asked_for_again(manners: Manners, clock: Clock) -> None:
    assert trouble(Reader(manners, clock), "https://nowhere.invalid/page").kind == "no-connection"


@pytest.mark.parametrize(
    "rules",
    [b"User-agent: *\nDisallow: /page", b"User-agent: cor-secor-facts\nDisallow: /", b"user-agent:*\ndisallow:/p"],
)
def test_a_page_that_the_rules_for_robots_forbid_is_not_asked_for(web: Web, reader: Reader, rules: bytes) -> None:
    web.put("/robots.txt", reply(200, rules, "text/plain"))
    assert trouble(reader, web.put("/page", page())).kind == "robots"
    assert web.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    "rules", [b"User-agent: other\nDisallow: /", b"User-agent: *\nDisallow: /\nAllow: /page", b"\xff\xfe nonsense", b""]
)
def test_a_page_that_the_rules_for_robots_allow_is_read(web: Web, reader: Reader, rules: bytes) -> None:
    web.put("/robots.txt", reply(200, rules, "text/plain"))
    assert reader.read(web.put("/page", page())).status == 200


def test_a_page_behind_a_redirect_is_not_read_where_the_rules_forbid_it(web: Web, reader: Reader) -> None:
    web.put("/robots.txt", reply(200, b"User-agent: *\nDisallow: /private", "text/plain"))
    assert trouble(reader, web.put("/a", to("/private"))).kind == "robots"
    assert "/private" not in web.asked


def test_rules_that_cannot_be_read_just_now_are_asked_for_once(web: Web, reader: Reader) -> None:
    web.put("/robots.txt", reply(503))
    assert trouble(reader, web.put("/a", page())).kind == "robots"
    assert trouble(reader, web.put("/b", page())).kind == "robots"
    assert set(web.asked) == {"/robots.txt"}


def test_a_host_has_a_pause_after_each_request_and_the_longer_one_it_asks_for(web: Web, manners: Manners) -> None:
    waited: Waited = []
    clock = Clock(now=lambda: 1000 + sum(waited), wait=waited.append)
    reader = Reader(replace(manners, pause=1), clock)
    reader.read(web.put("/a", page()))
    assert waited == [1]  # between the rules and the page
    web.put("/robots.txt", reply(200, b"User-agent: *\nCrawl-delay: 5", "text/plain"))
    slower = Reader(replace(manners, pause=1), clock)
    slower.read(web.put("/a", page()))
    slower.read(web.put("/a", page()))
    assert waited[1:] == [1, 5]


def test_a_host_that_asks_for_a_pause_gets_it(web: Web, reader: Reader, waited: Waited) -> None:
    address = web.put("/a", in_turn(reply(429, Retry_After="7"), reply(200, page())))
    assert reader.read(address).status == 200
    assert waited == [7]


def test_a_host_that_asks_for_an_hour_is_left_alone(web: Web, reader: Reader, waited: Waited) -> None:
    assert trouble(reader, web.put("/a", reply(429, Retry_After="3600"))).kind == "later"
    assert (waited, web.asked.count("/a")) == ([], 1)


def test_a_fault_of_the_server_is_tried_again(web: Web, reader: Reader) -> None:
    assert reader.read(web.put("/a", in_turn(reply(500), reply(200, page())))).body == page()


def test_a_fault_that_stays_is_told(web: Web, reader: Reader) -> None:
    assert reader.read(web.put("/a", reply(500))).status == 500
    assert web.asked.count("/a") == 3


def test_a_page_that_never_answers_is_given_up(web: Web, reader: Reader) -> None:
    assert trouble(reader, web.put("/a", web.slow())).kind == "too-slow"


def test_a_host_that_is_slow_twice_is_left_alone(web: Web, reader: Reader) -> None:
    web.put("/robots.txt", reply(200, b"", "text/plain"))
    assert {trouble(reader, web.put(f"/{n}", web.slow())).kind for n in range(4)} == {"too-slow"}
    assert {"/2", "/3"} & set(web.asked) == set()


def test_a_head_that_drips_in_is_given_up(web: Web, reader: Reader) -> None:
    assert trouble(reader, web.put("/a", web.endless(b"x", b"HTTP/1.0 200 OK\r\nX-More: "))).kind == "too-slow"


def test_a_head_that_breaks_because_it_was_ended_is_too_slow_all_the_same(
    web: Web, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(connection: HTTPConnection) -> None:
        connection._ended = True  # type: ignore[attr-defined]
        raise ConnectionResetError

    address = web.put("/a", reply(200, page()))
    monkeypatch.setattr(HTTPConnection, "getresponse", broken)
    assert trouble(reader, address).kind == "too-slow"


def test_a_body_that_never_ends_is_given_up(web: Web, manners: Manners) -> None:
    reader = Reader(replace(manners, patience=0.2))
    assert trouble(reader, web.put("/a", web.endless())).kind == "too-slow"


def test_thirty_megabytes_are_too_many(web: Web, reader: Reader) -> None:
    assert trouble(reader, web.put("/a", reply(200, b"x" * 30_000_000))).kind == "too-large"


def test_thirty_megabytes_are_too_many_packed_as_well(web: Web, reader: Reader) -> None:
    packed = gzip.compress(b"x" * 30_000_000)
    assert trouble(reader, web.put("/a", reply(200, packed, Content_Encoding="gzip"))).kind == "too-large"


def test_an_answer_that_breaks_off_is_told(web: Web, reader: Reader) -> None:
    assert trouble(reader, web.put("/a", web.cut(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"))).kind == "broken"
    assert trouble(reader, web.put("/b", web.cut(b"SSH-2.0-other\r\n"))).kind == "broken"
