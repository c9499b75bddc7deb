"""The engine's worker in Chromium, with a stand-in for the package: every request is answered exactly once."""

import json
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from playwright.sync_api import Page

from hooks.addresses import ENGINE
from hooks.engine.bundle import bundle
from hooks.publish.headers import headers

ROOT = Path(__file__).resolve().parent.parent.parent
WORKER = "assets/quiz/engine.js"
STAND_IN = """\
import json


def decide_json(request: str) -> str:
    facts = json.loads(__loader__.get_data(__file__.rpartition("/")[0] + "/data/facts.json"))
    if not request.startswith("{"):
        return json.dumps({"errors": ["not JSON"]})
    people = json.loads(request).get("people", 0)
    if people < 0:
        raise ValueError("below nobody")
    return json.dumps({"decision": {"fits": people <= facts["limit"]}})
"""

FOLDER = ENGINE.rpartition("/")[2]

# Sends the messages to a new worker, and resolves with all replies once as many have come as were asked for.
EXCHANGE = """
([address, messages, count]) => new Promise((resolve) => {
  const worker = new Worker(address, { type: "module" });
  const replies = [];
  worker.addEventListener("message", ({ data }) => {
    if (replies.push(data) === count) resolve(replies);
  });
  for (const message of messages) worker.postMessage(message);
})
"""


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    package = tmp_path_factory.mktemp("package") / "quiz"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "browser.py").write_text(STAND_IN, encoding="utf-8")
    cache = tmp_path_factory.mktemp("cache")
    engine = bundle({"facts.json": b'{"limit": 10}'}, package=package, cache=cache, lean=False)

    site = tmp_path_factory.mktemp("site")
    (site / "index.html").write_text("<!doctype html><title>Worker</title>", encoding="utf-8")
    (site / "404.html").write_text("<!doctype html><title>Not found</title>", encoding="utf-8")
    scripts = {
        address: ROOT / "overrides" / address
        for address in (WORKER, *(f"assets/quiz/{name}.js" for name in ("lean", "start")))
    }
    files = {**engine.files, **scripts}
    for address, source in files.items():
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        copyfile(source, site / address)
    runtime = site / "assets/quiz" / str(engine.manifest["runtime"])
    broken = runtime.with_name("broken")
    broken.mkdir()
    for name in ("pyodide-module.js", "pyodide.asm.js"):
        copyfile(runtime / name, broken / name)
    (broken / "pyodide.asm.wasm").write_bytes((runtime / "pyodide.asm.wasm").read_bytes()[:100_000])
    (site / "manifest.json").write_text(json.dumps(engine.manifest), encoding="utf-8")
    headers(site)
    return site


def exchange(page: Page, messages: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    replies: list[dict[str, Any]] = page.evaluate(EXCHANGE, [f"/{WORKER}", messages, count])
    return replies


def start(manifest: dict[str, Any], **changed: str) -> dict[str, Any]:
    return {"kind": "start", "manifest": manifest | changed}


def decide(number: int, people: object) -> dict[str, Any]:
    return {"kind": "decide", "id": number, "answers": {"people": people}}


def test_a_start_is_answered_by_ready_with_the_time_it_took(small_page: Page, manifest: dict[str, Any]) -> None:
    [reply] = exchange(small_page, [start(manifest)], 1)
    assert reply["kind"] == "ready"
    assert 0 < reply["ms"] < 60_000


def test_answers_give_the_engine_s_decision_under_their_number(small_page: Page, manifest: dict[str, Any]) -> None:
    replies = exchange(small_page, [start(manifest), decide(7, 10), decide(8, 11)], 3)
    assert [reply for reply in replies if reply["kind"] != "ready"] == [
        {"kind": "decision", "id": 7, "result": {"decision": {"fits": True}}},
        {"kind": "decision", "id": 8, "result": {"decision": {"fits": False}}},
    ]


def test_a_fault_in_python_fails_that_request_with_python_s_words(small_page: Page, manifest: dict[str, Any]) -> None:
    replies = exchange(small_page, [start(manifest), decide(1, -1), decide(2, 1)], 3)
    assert [(reply["kind"], reply.get("id")) for reply in replies] == [("ready", None), ("failed", 1), ("decision", 2)]
    assert replies[1]["reason"] == "ValueError: below nobody"


def test_a_request_before_any_start_fails(small_page: Page) -> None:
    assert exchange(small_page, [decide(1, 1)], 1) == [{"kind": "failed", "id": 1, "reason": "decision before start"}]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"module": f"{FOLDER}/none.js"}, "none.js"),
        ({"runtime": f"{FOLDER}/none/"}, f"/{ENGINE}/none/"),
        ({"library": f"{FOLDER}/none.zip"}, f"404 for /{ENGINE}/none.zip"),
        ({"quiz": f"{FOLDER}/none.zip"}, f"404 for /{ENGINE}/none.zip"),
        ({"runtime": f"{FOLDER}/broken/"}, "WebAssembly"),
    ],
    ids=["no module", "no runtime", "no library", "no quiz", "half a WebAssembly file"],
)
def test_a_start_that_cannot_succeed_fails_soon_and_so_does_every_request(
    small_page: Page, manifest: dict[str, Any], changed: dict[str, str], reason: str
) -> None:
    replies = exchange(small_page, [start(manifest, **changed), decide(1, 1), decide(2, 1)], 3)
    assert [(reply["kind"], reply["id"]) for reply in replies] == [("failed", None), ("failed", 1), ("failed", 2)]
    assert all(reason in reply["reason"] for reply in replies)


def test_no_request_leaves_the_origin(small_page: Page, manifest: dict[str, Any], address: str) -> None:
    asked: list[str] = []
    small_page.context.on("request", lambda request: asked.append(request.url))
    exchange(small_page, [start(manifest), decide(1, 1)], 2)
    assert len(asked) >= 5
    assert [url for url in asked if not url.startswith(f"{address}/")] == []


def test_the_page_s_own_policy_allows_no_webassembly(small_page: Page) -> None:
    # The smallest module there is: a magic number and a version.
    compiled = "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))"
    blocked = f"() => {{ try {{ {compiled}; return 'allowed'; }} catch (error) {{ return error.message; }} }}"
    assert "Content Security Policy" in small_page.evaluate(blocked)
