"""The service worker on a small site: offline, a new version as a whole or not at all, a broken install, no room."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hooks.addresses import ENGINE
from tests.browser.versions import Host, hosting, small_site, until

ACTIVE = "async () => (await navigator.serviceWorker.ready).active.state === 'activated'"
KEPT = """async () => {
  const names = await caches.keys();
  const found = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return found.flat().map(({ url }) => new URL(url).pathname).sort();
}"""
WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"
# Asked again until it is heeded: a check that is under way already may have seen the version before.
UPDATE = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  for (let times = 0; times < 50 && !registration.installing && !registration.waiting; times += 1) {
    await registration.update().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}"""


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    with hosting(small_site(tmp_path / "1", "1")) as found:
        yield found


@pytest.fixture
def visitor(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=host.address)
    yield context
    context.close()


def visit(page: Page, path: str) -> str:
    """The version of the page and of the script that it loaded."""
    page.goto(path)
    page.wait_for_function("document.body.dataset.script")
    return f"{page.locator('body').get_attribute('data-page')}{page.locator('body').get_attribute('data-script')}"


@pytest.fixture
def first(visitor: BrowserContext) -> Page:
    """The first visit: the worker comes into place, and serves the page that is opened next."""
    page = visitor.new_page()
    assert visit(page, "/") == "11"
    until(page, ACTIVE)
    return page


@pytest.fixture
def page(first: Page) -> Page:
    """The second visit: the page comes from the worker."""
    assert visit(first, "/") == "11"
    return first


def publish(host: Host, version: str) -> None:
    host.folder = small_site(host.folder.parent / version, version)


def test_one_visit_keeps_the_page_the_quiz_and_what_they_load(first: Page) -> None:
    assert first.evaluate(KEPT) == ["/", "/503.html", "/assets/offline.js", "/assets/stamp.js", "/quiz/"]


def test_what_was_kept_opens_without_a_server(first: Page, host: Host) -> None:
    host.broken.add("*")
    assert [visit(first, path) for path in ("/quiz/", "/", "/?utm_source=x")] == ["11", "11", "11"]


def test_a_folder_without_its_slash_leads_to_its_page_without_a_server_too(page: Page, host: Host) -> None:
    host.broken.add("*")
    assert visit(page, "/quiz?utm_source=x#province=AB") == "11"
    assert page.url == f"{host.address}/quiz/?utm_source=x#province=AB"
    visit(page, "/guides/b")  # never seen
    assert (page.title(), page.url) == ("503.html 1", f"{host.address}/guides/b/")


def test_a_page_seen_later_is_kept_too(page: Page, host: Host) -> None:
    assert visit(page, "/guides/a/") == "11"
    host.broken.add("*")
    assert visit(page, "/guides/a/#answers") == "11"


def test_a_page_never_seen_gives_the_page_about_being_offline_at_its_own_address(page: Page, host: Host) -> None:
    host.broken.add("*")
    visit(page, "/guides/b/")
    assert page.title() == "503.html 1"
    assert page.url.endswith("/guides/b/")


def test_an_address_that_is_none_is_the_host_s_business(page: Page) -> None:
    assert page.goto("/no/such/") is not None
    assert page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus") == 404


def test_a_new_version_leaves_an_open_tab_whole_and_tells(page: Page, host: Host) -> None:
    publish(host, "2")
    page.evaluate(UPDATE)
    expect(page.get_by_role("status")).to_contain_text("NEWER")
    assert [visit(page, path) for path in ("/", "/quiz/")] == ["11", "11"]
    expect(page.get_by_role("status")).to_contain_text("NEWER")


def test_a_page_not_kept_comes_whole_from_the_new_version(page: Page, host: Host) -> None:
    publish(host, "2")
    assert visit(page, "/guides/a/") == "22"
    assert visit(page, "/") == "11"


@pytest.fixture
def with_engine(visitor: BrowserContext, host: Host) -> Page:
    """A visitor of a site with an engine who did not use it yet."""
    host.folder = small_site(host.folder.parent / "3", "3", engine=True)
    page = visitor.new_page()
    assert visit(page, "/") == "33"
    until(page, ACTIVE)
    assert visit(page, "/") == "33"
    host.folder = small_site(host.folder.parent / "4", "4", engine=True)
    return page


def test_the_quiz_whose_engine_was_never_used_comes_whole_from_the_new_version(with_engine: Page) -> None:
    assert [visit(with_engine, path) for path in ("/quiz/", "/")] == ["44", "33"]


def test_the_quiz_whose_engine_was_never_used_is_there_without_a_server(with_engine: Page, host: Host) -> None:
    host.broken.add("*")
    assert visit(with_engine, "/quiz/") == "33"


KEEP = """async () => {
  const file = new URL("/%s/part-3333333333333333.js", location.href).href;
  (await navigator.serviceWorker.ready).active.postMessage({ kind: "keep-engine", files: [file] });
  while (!(await caches.match(file))) await new Promise((resolve) => setTimeout(resolve, 20));
}"""


def test_the_quiz_whose_engine_is_kept_stays_whole_when_a_new_version_is_there(with_engine: Page, host: Host) -> None:
    new, host.folder = host.folder, host.folder.parent / "3"
    with_engine.evaluate(KEEP % ENGINE)
    host.folder = new
    assert visit(with_engine, "/quiz/") == "33"


def test_the_new_version_takes_over_when_the_person_asks(page: Page, host: Host) -> None:
    visit(page, "/guides/a/")
    publish(host, "2")
    page.evaluate(UPDATE)
    page.get_by_role("button", name="USE").click()
    page.wait_for_function("document.body.dataset.page === '2' && document.body.dataset.script === '2'")
    host.broken.add("*")
    assert [visit(page, path) for path in ("/", "/quiz/", "/guides/a/")] == ["22", "22", "22"]
    assert len(page.evaluate("caches.keys()")) == 1


def test_no_other_tab_is_changed_under_somebody(page: Page, host: Host, visitor: BrowserContext) -> None:
    other = visitor.new_page()
    assert visit(other, "/quiz/") == "11"
    publish(host, "2")
    page.evaluate(UPDATE)
    page.get_by_role("button", name="USE").click()
    expect(page.get_by_role("status")).to_contain_text("OTHERS")
    assert visit(other, "/") == "11"
    other.close()
    page.get_by_role("button", name="USE").click()
    page.wait_for_function("document.body.dataset.page === '2' && document.body.dataset.script === '2'")


def test_the_next_visit_after_all_tabs_are_closed_is_the_new_version(
    page: Page, host: Host, visitor: BrowserContext
) -> None:
    publish(host, "2")
    page.evaluate(UPDATE)
    until(page, WAITING)
    page.close()
    again = visitor.new_page()
    again.wait_for_timeout(500)  # the browser activates the waiting worker once it sees that nobody is left
    assert visit(again, "/") == "22"


def test_an_install_cut_off_half_way_leaves_the_old_version_whole(page: Page, host: Host) -> None:
    publish(host, "2")
    host.broken.add("/assets/stamp.js")
    page.evaluate(UPDATE)
    until(page, "async () => !(await navigator.serviceWorker.getRegistration()).installing")
    assert not page.evaluate(WAITING)
    assert [visit(page, path) for path in ("/", "/quiz/")] == ["11", "11"]
    host.broken.clear()
    page.evaluate(UPDATE)
    until(page, WAITING)


def test_files_of_two_versions_on_the_host_are_never_stored_as_one(page: Page, host: Host) -> None:
    old = (host.folder / "assets/stamp.js").read_bytes()
    publish(host, "2")
    (host.folder / "assets/stamp.js").write_bytes(old)
    page.evaluate(UPDATE)
    until(page, "async () => !(await navigator.serviceWorker.getRegistration()).installing")
    assert not page.evaluate(WAITING)
    assert [visit(page, path) for path in ("/", "/quiz/")] == ["11", "11"]


def test_a_full_device_gets_the_site_from_the_network(visitor: BrowserContext, host: Host) -> None:
    page = visitor.new_page()
    session = visitor.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": 1})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    assert visit(page, "/") == "11"
    until(page, "async () => !(await navigator.serviceWorker.getRegistration())")
    assert [visit(page, path) for path in ("/quiz/", "/guides/a/")] == ["11", "11"]
    until(page, "async () => (await caches.keys()).length === 0")  # each visit tries again
    assert faults == []


def test_a_device_that_fills_up_later_is_not_left_with_old_rules(
    page: Page, host: Host, visitor: BrowserContext
) -> None:
    publish(host, "2")
    session = visitor.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": 1})
    page.evaluate(UPDATE)
    until(page, "async () => (await caches.keys()).length === 0")
    assert visit(page, "/") == "22"


@pytest.mark.parametrize("call", ["CacheStorage.prototype.open", "CacheStorage.prototype.has", "Cache.prototype.match"])
def test_a_device_whose_store_cannot_be_read_gets_the_site_from_the_network(
    page: Page, visitor: BrowserContext, call: str
) -> None:
    (worker,) = visitor.service_workers
    worker.evaluate(f"() => {{ {call} = () => Promise.reject(new DOMException('no', 'UnknownError')); }}")
    assert [visit(page, path) for path in ("/", "/quiz/", "/guides/a/", "/guides/a/")] == ["11"] * 4


OLD = """async () => {
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const request of await store.keys()) {
      const found = await store.match(request);
      const headers = { "Content-Type": found.headers.get("Content-Type"), Date: new Date(0).toUTCString() };
      await store.put(request, new Response(await found.blob(), { headers }));
    }
  }
}"""


@pytest.fixture
def old(page: Page) -> Page:
    """What is kept is older than a fortnight: a page is asked for again first."""
    page.evaluate(OLD)
    return page


@pytest.mark.parametrize("status", [403, 404, 429, 500, 503])
def test_an_old_page_that_the_host_cannot_send_comes_from_what_is_kept(old: Page, host: Host, status: int) -> None:
    host.refused["/quiz/"] = status
    host.asked.clear()
    assert visit(old, "/quiz/") == "11"
    assert "/quiz/" in host.asked


def test_an_old_page_that_the_host_does_not_answer_comes_from_what_is_kept(old: Page, host: Host) -> None:
    host.silent.add("/quiz/")
    assert visit(old, "/quiz/") == "11"
    publish(host, "2")
    host.refused["/assets/stamp.js"] = 503  # the page of the old version asks nobody for it
    assert visit(old, "/quiz/") == "11"


def test_an_old_page_comes_from_the_host_where_it_has_a_newer_one(old: Page, host: Host) -> None:
    publish(host, "2")
    assert visit(old, "/quiz/") == "22"


def test_a_page_never_kept_shows_what_the_host_says_of_it(page: Page, host: Host) -> None:
    host.refused["/guides/b/"] = 503
    page.goto("/guides/b/")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus") == 503
