"""What a visitor does, the same in each engine: by names of controls and states of the page, not by its looks."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_for
from hooks.facts.words import words
from hooks.publish.serve import serving
from quiz.ahead.answer_sets import verdict_sets
from quiz.browser import dumps
from tests.browser.test_parity import ASK, first_sets
from tests.engines.engines import Visitor
from tests.untyped import decide

SHARED = "/quiz/#province=AB&partner=acsa&people=10"
CALENDAR, COPY = "[data-calendar]", "[data-copy-link]"
# Gives "" once the condition holds, and after twenty seconds what the page shows instead.
WAIT = """new Promise((resolve) => {
  const end = Date.now() + 20000;
  const look = () => {
    if (%s) resolve("");
    else if (Date.now() > end) resolve(`${location.href}: ${document.body.innerText.slice(0, 400)}`);
    else setTimeout(look, 20);
  };
  look();
})"""


def until(visitor: Visitor, condition: str) -> None:
    """Wait until an expression is true in the page; what stands there instead is the failure's text."""
    shown = visitor.run(WAIT % condition)
    assert shown == "", f"{condition}: {shown}"


def asks(visitor: Visitor, key: str) -> None:
    """Wait until a question is shown, and its letters are there: from then on nothing moves under the pointer."""
    shown = f"[...document.querySelectorAll('form[data-quiz-question={key}]')].some((f) => f.checkVisibility())"
    until(visitor, f"{shown} && document.fonts.status === 'loaded'")


def result(visitor: Visitor, route: str) -> None:
    until(visitor, f"""document.querySelector('[data-quiz-state="result"] [data-quiz-route="{route}"]')""")


def control(key: str, value: str = "") -> str:
    chosen = f'[value="{value}"]' if value else '[type="text"]'
    return f'form[data-quiz-question="{key}"] input[name="{key}"]{chosen}'


def label(visitor: Visitor, selector: str) -> str:
    """The label of a control: what people click."""
    return f'label[for="{visitor.run(f"document.querySelector({json.dumps(selector)}).id")}"]'


def to(visitor: Visitor, selector: str) -> None:
    """Go on with the Tab key until a control has the focus."""
    for _ in range(60):
        if visitor.run(f"Boolean((window.stood = document.activeElement)?.matches({json.dumps(selector)}))"):
            return
        visitor.press("Tab")
        until(visitor, "document.activeElement !== window.stood")  # a busy browser moves it later
    raise AssertionError(f"the Tab key does not get to {selector}")


def forms_by_click(visitor: Visitor, host: str, _site: Path) -> None:
    visitor.open(f"{host}/quiz/")
    for key, value in (("province", "AB"), ("industry", "construction"), ("partner", "acsa")):
        asks(visitor, key)
        visitor.click(label(visitor, control(key, value)))
        visitor.click(f'form[data-quiz-question="{key}"] button:not([type="button"])')
    asks(visitor, "people")
    visitor.click(control("people"))
    visitor.type("11")
    visitor.click('form[data-quiz-question="people"] button:not([type="button"])')
    asks_or_skips_the_deadline(visitor)
    result(visitor, "cor")


def asks_or_skips_the_deadline(visitor: Visitor) -> None:
    """The last question may be left empty, and some answers decide before it."""
    last = 'form[data-quiz-question="deadline"]'
    until(
        visitor, f"document.querySelector('[data-quiz-route]') || document.querySelector('{last}')?.checkVisibility()"
    )
    if visitor.run(f"Boolean(document.querySelector('{last}')?.checkVisibility())"):
        visitor.click(f'{last} button:not([type="button"])')


def forms_by_keyboard(visitor: Visitor, host: str, _site: Path) -> None:
    visitor.open(f"{host}/quiz/")
    for key in ("province", "industry"):
        asks(visitor, key)
        to(visitor, f'input[name="{key}"]')
        visitor.press("Down")
        chosen = visitor.run(f"document.querySelector('input[name={key}]:checked').value")
        visitor.press("Enter")
        until(visitor, f"new URLSearchParams(location.hash.slice(1)).get('{key}') === '{chosen}'")


def past_the_search_by_keyboard(visitor: Visitor, host: str, _site: Path) -> None:
    """The open search lets go of the Tab key: what comes after the field in the page comes next."""
    visitor.open(f"{host}/guides/")
    until(visitor, "document.readyState === 'complete'")
    to(visitor, 'input[name="query"]')
    # Where there is no window, as for Firefox here, a field has the focus and is not told of it: the search stays shut.
    until(visitor, "document.getElementById('__search').checked || !document.hasFocus()")
    visitor.run("(window.field = document.activeElement, true)")
    visitor.press("Tab")
    until(visitor, "document.activeElement !== window.field")
    assert visitor.run("Boolean(window.field.compareDocumentPosition(document.activeElement) & 4)")
    assert not visitor.run("document.getElementById('__search').checked")


def back_forward_and_reload(visitor: Visitor, host: str, _site: Path) -> None:
    visitor.open(f"{host}/quiz/#province=AB&industry=construction")
    asks(visitor, "partner")
    visitor.click(label(visitor, control("partner", "acsa")))
    visitor.click('form[data-quiz-question="partner"] button:not([type="button"])')
    asks(visitor, "people")
    visitor.back()
    asks(visitor, "partner")
    visitor.forward()
    asks(visitor, "people")
    visitor.reload()
    asks(visitor, "people")


def a_shared_link_and_an_optional_question(visitor: Visitor, host: str, _site: Path) -> None:
    visitor.open(f"{host}{SHARED}")
    result(visitor, "secor")
    assert visitor.run("document.querySelectorAll('[data-quiz-step]').length") >= 3
    selector = '[data-quiz-state="result"] input[name="growth"][value="yes"]'
    until(visitor, f"document.querySelector({json.dumps(selector)})")
    visitor.run(f"{OPEN_UP % json.dumps(selector)}")
    visitor.click(label(visitor, selector))
    visitor.run(f"(document.querySelector({json.dumps(selector)}).form?.requestSubmit(), true)")
    until(visitor, "location.hash.includes('growth=yes')")
    result(visitor, "secor")


# Whatever folds a control away is opened.
OPEN_UP = """(() => {
  for (let at = document.querySelector(%s); at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  return true;
})()"""


def a_calendar(visitor: Visitor, host: str, _site: Path) -> None:
    visitor.open(f"{host}{SHARED}&deadline=2030-06-28")
    result(visitor, "secor")
    visitor.run(
        "(window.made = [], URL.createObjectURL = (blob) => (blob.text().then((t) => made.push(t)), '#'), true)"
    )
    visitor.run("(HTMLAnchorElement.prototype.click = () => {}, true)")
    visitor.run(OPEN_UP % json.dumps(CALENDAR))
    visitor.click(CALENDAR)
    until(visitor, "window.made.length")
    text = visitor.run("window.made[0]")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")


def copying(visitor: Visitor, host: str, _site: Path) -> None:
    """Where the browser allows it the link is copied, and elsewhere it is selected, ready to be copied by hand."""
    visitor.open(f"{host}{SHARED}")
    result(visitor, "secor")
    visitor.run(NOTE_COPIES)
    visitor.run(OPEN_UP % json.dumps(COPY))
    visitor.click(COPY)
    until(
        visitor, "window.copied?.includes('people=10') || SELECTED?.includes('people=10')".replace("SELECTED", SELECTED)
    )


NOTE_COPIES = """(() => {
  const write = navigator.clipboard?.writeText.bind(navigator.clipboard);
  if (write) navigator.clipboard.writeText = (text) => write(text).then(() => void (window.copied = text));
  return true;
})()"""
SELECTED = """((at) => at?.value?.slice(at.selectionStart, at.selectionEnd))(document.activeElement)"""


def without_a_network(visitor: Visitor, _host: str, site: Path) -> None:
    with serving(site) as address:
        visitor.open(f"{address}{SHARED}")
        result(visitor, "secor")
        until(visitor, f"(window.kept ??= ({KEPT})().then((all) => void (window.all = all)), window.all)")
    visitor.open(f"{address}/quiz/#province=SK&partner=scsa&people=10")
    visitor.reload()
    result(visitor, "cor")
    visitor.complaints()  # that the network is gone is what they tell of


# The worker is there, and both files of the lean runtime with it.
KEPT = """async () => {
  await navigator.serviceWorker.ready;
  for (;;) {
    let found = 0;
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) if (url.endsWith(".wasm")) found += 1;
    if (found >= 2) return true;
    await new Promise((next) => setTimeout(next, 50));
  }
}"""


def every_verdict(visitor: Visitor, host: str, _site: Path) -> None:
    """One set for each verdict is decided as by CPython, and the lean runtime never gives up over it."""
    facts, texts = facts_for(load()), words("en")
    sets = first_sets(verdict_sets(facts))
    visitor.open(f"{host}/quiz/")
    digest = visitor.run(f"({ASK})({json.dumps(sets)})")
    expected = "\n".join(dumps(decide(answers, facts, texts)) for answers in sets)
    assert visitor.run("window.troubles") == []
    assert digest == hashlib.sha256(expected.encode()).hexdigest()


def narrow_screens(visitor: Visitor, host: str, _site: Path) -> None:
    """In a frame, since one engine's windows cannot be that narrow."""
    for width in (390, 320):
        for fragment, condition in (
            ("", "form[data-quiz-question=province]"),
            ("#province=AB&partner=acsa&people=10", "[data-quiz-route]"),
        ):
            with framed(f"{host}/embed/{fragment}", width) as page:
                visitor.open(page)
                with visitor.inside():
                    until(visitor, f"document.querySelector('{condition}')?.checkVisibility()")
                    assert visitor.run("innerWidth") == width
                    assert visitor.run("document.documentElement.scrollWidth") <= width


@contextmanager
def framed(address: str, width: int) -> Iterator[str]:
    """A page of another site with the address in a frame."""
    with TemporaryDirectory() as folder:
        frame = f'<iframe src="{address.replace("&", "&amp;")}" style="border:0;width:{width}px;height:700px"></iframe>'
        (Path(folder) / "index.html").write_text(f"<!doctype html><title>x</title>{frame}", encoding="utf-8")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


JOURNEYS: tuple[Callable[[Visitor, str, Path], None], ...] = (
    forms_by_click,
    forms_by_keyboard,
    past_the_search_by_keyboard,
    back_forward_and_reload,
    a_shared_link_and_an_optional_question,
    a_calendar,
    copying,
    every_verdict,
    narrow_screens,
    without_a_network,
)


def dark(visitor: Visitor, host: str) -> None:
    """Light letters on a dark ground, where the device is set to dark."""
    visitor.open(f"{host}{SHARED}")
    result(visitor, "secor")
    ground, letters = visitor.run(COLOURS)
    assert ground < 0.2 < 0.5 < letters


COLOURS = """["backgroundColor", "color"].map((kind) => {
  const [red, green, blue, alpha] = getComputedStyle(document.body)[kind].match(/[\\d.]+/g).map(Number);
  return alpha === 0 ? 1 : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
})"""
