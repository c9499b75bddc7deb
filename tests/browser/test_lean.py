"""The lean runtime in Chromium: it answers as CPython does, and where it cannot run the full one takes over at once."""

import json
from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from hooks.addresses import ENGINE
from hooks.engine.bundle import Engine, bundle
from hooks.engine.lean.requests import SITE, calendars, drawn
from hooks.engine.lean.wasm import TRAP, Module
from hooks.facts.catalogue import load
from hooks.facts.for_engine import facts_bytes, facts_for
from hooks.facts.words import words, words_bytes
from hooks.publish.headers import headers
from hooks.publish.serve import serving
from quiz import browser as doors

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = ("assets/quiz/engine.js", "assets/quiz/lean.js", "assets/quiz/start.js")
HERE = ENGINE.rpartition("/")[2]  # for the worker, which stands beside the folder
DAMAGES = (
    "no-python",
    "no-snapshot",
    "half-python",
    "half-snapshot",
    "another-file",
    "each-in-the-other-s-place",
    "no-state",
)
SOON = 1_000  # milliseconds
# What the list of functions was made with are other seeds, in hooks/engine/lean/profile.py.
SEED, DRAWN = 20_261_124, 1_000

# At 98 and 99 people it needs what the quiz never does: functions of WebAssembly, and an import that it would get over.
STAND_IN = """\
import json


def decide_json(request: str) -> str:
    if not request.startswith("{"):
        return "null"
    people = json.loads(request).get("people", 0)
    if people == 98:
        return json.dumps(str(complex(2, 3) ** complex(1, 2)))
    if people == 99:
        try:
            import js
            return json.dumps(js.Array.new(1, 2).length)
        except Exception:
            return json.dumps("wrong")
    return json.dumps(people + 1)
"""
UNKNOWN_TO_THE_LIST = {98: str(complex(2, 3) ** complex(1, 2)), 99: 2}

# Sends messages to a new worker, some at once and others once it is ready; gives all replies when each has its answer.
EXCHANGE = """
([manifest, messages, later]) => new Promise((resolve) => {
  const worker = new Worker("/assets/quiz/engine.js", { type: "module" });
  const replies = [];
  const began = performance.now();
  worker.addEventListener("message", ({ data }) => {
    replies.push({ ...data, text: JSON.stringify(data.result), after: performance.now() - began });
    if (data.kind === "ready") later.forEach((message) => worker.postMessage(message));
    const answered = replies.filter(({ kind }) => kind !== "fallback").length > messages.length + later.length;
    if (answered) setTimeout(() => resolve(replies), later.length > 0 ? 1000 : 0);
  });
  worker.addEventListener("error", ({ message }) => replies.push({ kind: "fallback", reason: `uncaught: ${message}` }));
  worker.postMessage({ kind: "start", manifest });
  for (const message of messages) worker.postMessage(message);
})
"""

# Starts a worker, asks something of it, and gives the kinds of its replies until the lean runtime has given up.
UNTIL_FALLBACK = """
([manifest, messages]) => new Promise((resolve) => {
  const worker = new Worker("/assets/quiz/engine.js", { type: "module" });
  const kinds = [];
  worker.addEventListener("message", ({ data }) => {
    kinds.push(data.kind);
    if (data.kind === "fallback") resolve(kinds);
  });
  worker.postMessage({ kind: "start", manifest });
  for (const message of messages) worker.postMessage(message);
})
"""

# A lean runtime that gives itself away by the answers that it works out for nobody.
PRACTISES = """
export const wake = async () => ({
  decide_json: (text) => {
    if (text === "nobody's") throw new Error("practised");
    return text;
  },
  practice: ["nobody's"],
});
"""


def laid(site: Path, engine: Engine) -> Path:
    """A site with nothing but this engine, its worker and its manifest."""
    for page in ("index.html", "404.html"):
        (site / page).write_text('<!doctype html><meta charset="utf-8"><title>Lean</title>', encoding="utf-8")
    for address, source in {**engine.files, **{name: ROOT / "overrides" / name for name in SCRIPTS}}.items():
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        copyfile(source, site / address)
    (site / "manifest.json").write_text(json.dumps(engine.manifest), encoding="utf-8")
    headers(site)
    return site


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small engine with the lean runtime as it ships, and beside that others which are damaged in one way each."""
    package = tmp_path_factory.mktemp("package") / "quiz"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "browser.py").write_text(STAND_IN, encoding="utf-8")
    engine = bundle({}, package=package, cache=tmp_path_factory.mktemp("cache"), lean=True)
    site = laid(tmp_path_factory.mktemp("site"), engine)
    python, snapshot = ((site / "assets/quiz" / address).read_bytes() for address in lean_parts(engine))
    for name, parts in damaged(python, snapshot).items():
        folder = site / ENGINE / name
        folder.mkdir()
        for file, content in parts.items():
            (folder / f"{file}.wasm").write_bytes(content)
    return site


def lean_parts(engine: Engine) -> list[str]:
    parts = engine.manifest["lean"]
    assert isinstance(parts, dict)
    return [parts["python"], parts["snapshot"]]


def damaged(python: bytes, snapshot: bytes) -> dict[str, dict[str, bytes]]:
    """What can be wrong with the lean runtime's files."""
    trapping = Module(python)
    trapping.functions = [body if number % 3 else TRAP for number, body in enumerate(trapping.functions)]
    whole = {"python": python, "snapshot": snapshot}
    return {
        "no-python": {"snapshot": snapshot},
        "no-snapshot": {"python": python},
        "half-python": whole | {"python": python[: len(python) // 2]},
        "half-snapshot": whole | {"snapshot": snapshot[: len(snapshot) // 2]},
        "another-file": whole | {"python": b"<!doctype html>"},
        "each-in-the-other-s-place": {"python": snapshot, "snapshot": python},
        "no-state": whole | {"snapshot": Module(snapshot).as_file().replace(b"state", b"other", 1)},
        "trap": whole | {"python": trapping.as_file()},
    }


def exchange(
    page: Page, manifest: dict[str, Any], messages: list[dict[str, Any]], later: Sequence[dict[str, Any]] = ()
) -> list[dict[str, Any]]:
    replies: list[dict[str, Any]] = page.evaluate(EXCHANGE, [manifest, messages, list(later)])
    return replies


def decide(people: int) -> dict[str, Any]:
    return {"kind": "decide", "id": people, "answers": {"people": people}}


def kinds(replies: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(reply["kind"], reply.get("lean", reply.get("id")), reply.get("result")) for reply in replies]


def test_the_lean_runtime_answers_without_the_full_one(small_page: Page, manifest: dict[str, Any]) -> None:
    asked: list[str] = []
    small_page.context.on("request", lambda request: asked.append(request.url))
    replies = exchange(small_page, manifest, [decide(1)])
    assert kinds(replies) == [("ready", True, None), ("decision", 1, 2)]
    engine = {url.rpartition("/quiz/")[2] for url in asked if f"/{ENGINE}/" in url}
    assert engine == set(manifest["lean"].values())


def lean_in(name: str) -> dict[str, dict[str, str]]:
    return {"lean": {part: f"{HERE}/{name}/{part}.wasm" for part in ("python", "snapshot")}}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_file_is_no_more_than_a_slower_start(small_page: Page, manifest: dict[str, Any], name: str) -> None:
    replies = exchange(small_page, manifest | lean_in(name), [decide(1), decide(2)])
    assert kinds(replies)[0][0] == "fallback"
    assert kinds(replies)[1:] == [("ready", False, None), ("decision", 1, 2), ("decision", 2, 3)]
    assert replies[0]["after"] < SOON


@pytest.mark.parametrize("part", ["python", "snapshot"])
def test_a_file_that_is_not_the_one_that_was_built_is_not_used(
    small_page: Page, manifest: dict[str, Any], part: str
) -> None:
    lean = manifest["lean"]
    other = {lean[part]: manifest["hashes"][manifest["quiz"]]}
    replies = exchange(small_page, manifest | {"hashes": manifest["hashes"] | other}, [decide(1)])
    assert [reply[0] for reply in kinds(replies)] == ["fallback", "ready", "decision"]
    assert replies[0]["after"] < SOON


def test_a_fault_that_shows_in_an_answer_ends_in_the_full_runtime_s_answer(
    small_page: Page, manifest: dict[str, Any]
) -> None:
    replies = exchange(small_page, manifest | lean_in("trap"), [decide(1), decide(2)])
    assert [reply for reply in kinds(replies) if reply[0] == "decision"] == [("decision", 1, 2), ("decision", 2, 3)]
    assert [reply[0] for reply in kinds(replies)].count("fallback") == 1


def test_a_fault_shows_before_anybody_asks(small_page: Page, manifest: dict[str, Any]) -> None:
    """The engine practises while nobody waits."""
    told: list[str] = small_page.evaluate(UNTIL_FALLBACK, [manifest | lean_in("trap"), []])
    assert told == ["ready", "fallback"]


def test_the_engine_practises_while_an_answer_is_read(small_page: Page, manifest: dict[str, Any]) -> None:
    script = "**/assets/quiz/lean.js"
    small_page.route(script, lambda route: route.fulfill(body=PRACTISES, content_type="text/javascript"))
    told: list[str] = small_page.evaluate(UNTIL_FALLBACK, [manifest, [decide(1)]])
    assert told == ["ready", "decision", "fallback"]


@pytest.mark.parametrize("people", UNKNOWN_TO_THE_LIST)
def test_a_question_that_needs_more_is_answered_by_the_full_runtime(
    small_page: Page, manifest: dict[str, Any], people: int
) -> None:
    replies = exchange(small_page, manifest, [decide(1), decide(people), decide(2), decide(people)])
    found = kinds(replies)
    assert found[:2] == [("ready", True, None), ("decision", 1, 2)]
    assert [reply[0] for reply in found].count("fallback") == 1
    right = UNKNOWN_TO_THE_LIST[people]
    assert [reply for reply in found[2:] if reply[0] == "decision"] == [
        ("decision", people, right),
        ("decision", 2, 3),
        ("decision", people, right),
    ]


def test_calendars_and_answers_at_random_are_covered_by_the_list(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If this fails after a change of the engine: `make lean`. Each kind of verdict is test_parity.py's part."""
    facts, texts = facts_for(load()), words("en")
    monkeypatch.setattr(doors, "_engine", lambda: (facts, texts))
    engine = bundle({"facts.json": facts_bytes(load()), "words.json": words_bytes()}, lean=True)
    messages: list[dict[str, Any]] = []
    expected: list[str] = []
    for door, text, *_ in [*calendars(facts), *drawn(facts, SEED, DRAWN)]:
        try:
            answers = json.loads(text)
        except ValueError:  # the worker sends JSON alone
            continue
        request = {"id": len(messages), "answers": answers}
        if door == "decide_json":
            messages.append({"kind": "decide", **request})
            expected.append(doors.decide_json(text))
        else:
            messages.append({"kind": "calendar", "site": SITE, **request})
            expected.append(doors.calendar_json(text, SITE))
    with serving(laid(tmp_path, engine)) as address:
        page = browser.new_page()
        page.goto(address)
        replies = exchange(page, dict(engine.manifest), [], messages)
        page.close()
    assert [reply for reply in replies if reply["kind"] == "fallback"] == []
    assert replies[0]["lean"]
    found = {reply["id"]: reply["text"] for reply in replies[1:]}
    assert [number for number, text in enumerate(expected) if found[number] != text] == []
