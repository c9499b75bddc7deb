"""The engines besides Chromium, each behind the same few doors."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from selenium.common.exceptions import TimeoutException
from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.websocket_connection import WebSocketConnection
from selenium.webdriver.webkitgtk.service import Service
from urllib3.exceptions import HTTPError

from tests.engines.installed import program

PATIENCE = 60  # seconds, on a busy machine
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Down": "\ue015"}  # as WebDriver numbers them


class HungError(Exception):
    """The browser answers nothing any more: not even the timer ran that ends every wait in a page."""


class Visitor(Protocol):
    """Somebody in front of a browser. `script` is an expression whose value, or what it promises, is plain data."""

    def open(self, address: str) -> None: ...
    def run(self, script: str) -> Any: ...
    def click(self, selector: str) -> None: ...
    def press(self, key: str) -> None: ...
    def type(self, text: str) -> None: ...
    def back(self) -> None: ...
    def forward(self) -> None: ...
    def reload(self) -> None: ...
    def resize(self, width: int) -> None: ...
    def inside(self) -> AbstractContextManager[None]:
        """While the block runs, scripts run in the page's first frame."""

    def complaints(self) -> list[str]:
        """What the browser's console was told is an error since the last call."""


class WebKit:
    """WebKit for GTK by WebDriver; its console is what the browser writes to its output."""

    def __init__(self, driver: WebKitGTK, log: Path) -> None:
        self._driver, self._log, self._read = driver, log, 0

    def open(self, address: str) -> None:
        with self._in_time():
            self._driver.get(address)

    def run(self, script: str) -> Any:
        told = f"const [tell] = arguments; (async () => ({script}))().then((v) => tell([v]), (e) => tell(String(e)));"
        with self._in_time():
            value = self._driver.execute_async_script(told)
        assert isinstance(value, list), value
        return value[0]

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        try:
            yield
        except (TimeoutException, HTTPError) as error:
            self._driver.service.process.kill()  # or it would be waited for at every further step, and at the end
            raise HungError from error

    def click(self, selector: str) -> None:
        x, y = self.run(MIDDLE % json.dumps(selector))
        actions = ActionBuilder(self._driver)
        actions.pointer_action.move_to_location(x, y).click()
        actions.perform()

    def press(self, key: str) -> None:
        self.type(KEYS[key])

    def type(self, text: str) -> None:
        ActionChains(self._driver).send_keys(text).perform()

    def back(self) -> None:
        self._driver.back()

    def forward(self) -> None:
        self._driver.forward()

    def reload(self) -> None:
        self._driver.refresh()

    def resize(self, width: int) -> None:
        self._driver.set_window_size(width, 800)

    @contextmanager
    def inside(self) -> Iterator[None]:
        self._driver.switch_to.frame(0)
        yield
        self._driver.switch_to.default_content()

    def complaints(self) -> list[str]:
        text = self._log.read_text(encoding="utf-8", errors="replace")
        new, self._read = text[self._read :], len(text)
        return re.findall(r"^CONSOLE .*\bERROR\b.*$", new, re.MULTILINE)


@contextmanager
def webkit(*, dark: bool = False) -> Iterator[Visitor]:
    """A fresh WebKit on a display of its own."""
    with TemporaryDirectory() as home, _display() as display:
        log = Path(home) / "log"
        given = {"DISPLAY": display, "HOME": home, "XDG_RUNTIME_DIR": home, "NO_AT_BRIDGE": "1", "GTK_USE_PORTAL": "0"}
        theme = {"GTK_THEME": "Adwaita:dark"} if dark else {}
        options = WebKitGTKOptions()
        options.binary_location = str(next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")))
        for argument in ("--automation", "--enable-write-console-messages-to-stdout=true"):
            options.add_argument(argument)
        environment = {**os.environ, **given, **theme}
        service = Service(shutil.which("WebKitWebDriver"), log_output=str(log), env=environment)
        driver = WebKitGTK(options=options, service=service)
        try:
            driver.set_script_timeout(PATIENCE)
            driver.set_page_load_timeout(PATIENCE)
            assert isinstance(driver.command_executor, RemoteConnection)
            driver.command_executor.client_config.timeout = 2 * PATIENCE  # where the driver itself cannot tell
            yield WebKit(driver, log)
        finally:
            with suppress(HTTPError):  # one that hung is gone already
                driver.quit()


@contextmanager
def _display() -> Iterator[str]:
    """A screen that nobody sees; the server chooses its number."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as told:
                yield f":{told.readline().strip()}"
        finally:  # what goes wrong in front of it must not be waited for
            server.terminate()


class Firefox:
    """Firefox by WebDriver BiDi, which it speaks itself."""

    def __init__(self, connection: WebSocketConnection) -> None:
        self._connection = connection
        self._told: list[str] = []
        connection.callbacks["log.entryAdded"] = [self._hear]
        self._send("session.new", capabilities={})
        self._send("session.subscribe", events=["log.entryAdded"])
        self._page = self._send("browsingContext.getTree")["contexts"][0]["context"]

    def _hear(self, entry: dict[str, Any]) -> None:
        if entry["level"] == "error":
            self._told.append(str(entry["text"]))

    def _send(self, method: str, **given: object) -> Any:
        reply = self._connection.send_cmd(method, given)
        assert "result" in reply, f"{method}: {reply.get('message')}"
        return reply["result"]

    def open(self, address: str) -> None:
        self._send("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def run(self, script: str) -> Any:
        told = f"(async () => JSON.stringify([await ({script})]))()"
        target = {"context": self._page}
        found = self._send("script.evaluate", expression=told, target=target, awaitPromise=True, userActivation=False)
        assert found["type"] == "success", found
        return json.loads(found["result"]["value"])[0]

    def click(self, selector: str) -> None:
        x, y = self.run(MIDDLE % json.dumps(selector))
        moves = [{"type": "pointerMove", "x": x, "y": y}, *({"type": f"pointer{way}", "button": 0} for way in WAYS)]
        self._act({"type": "pointer", "id": "mouse", "actions": moves})

    def press(self, key: str) -> None:
        self.type(KEYS[key])

    def type(self, text: str) -> None:
        strokes = [{"type": f"key{way}", "value": sign} for sign in text for way in WAYS]
        self._act({"type": "key", "id": "keyboard", "actions": strokes})

    def _act(self, source: dict[str, Any]) -> None:
        self._send("input.performActions", context=self._page, actions=[source])

    def back(self) -> None:
        self._send("browsingContext.traverseHistory", context=self._page, delta=-1)

    def forward(self) -> None:
        self._send("browsingContext.traverseHistory", context=self._page, delta=1)

    def reload(self) -> None:
        self._send("browsingContext.reload", context=self._page, wait="complete")

    def resize(self, width: int) -> None:
        self._send("browsingContext.setViewport", context=self._page, viewport={"width": width, "height": 800})

    @contextmanager
    def inside(self) -> Iterator[None]:
        outside = self._page
        self._page = self._send("browsingContext.getTree", root=outside)["contexts"][0]["children"][0]["context"]
        yield
        self._page = outside

    def complaints(self) -> list[str]:
        told, self._told[:] = list(self._told), []
        return told


WAYS = ("Down", "Up")
MIDDLE = """(() => {
  const found = document.querySelector(%s);
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = found.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
})()"""
# 0 is dark. Nothing is asked of its maker's servers.
PREFERENCES = """user_pref("layout.css.prefers-color-scheme.content-override", %d);
user_pref("app.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,");
user_pref("browser.shell.checkDefaultBrowser", false);
"""


@contextmanager
def firefox(*, dark: bool = False) -> Iterator[Visitor]:
    """A fresh Firefox without a window."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        (Path(profile) / "user.js").write_text(PREFERENCES % (0 if dark else 1), encoding="utf-8")
        browser = program("firefox-esr", "firefox") or ""
        command = [browser, "--headless", "--remote-debugging-port", "0", "--profile", profile, "about:blank"]
        environment = {**os.environ, "HOME": profile}
        with subprocess.Popen(
            command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment
        ) as process:
            assert process.stderr
            address = next(line.split()[-1] for line in process.stderr if "BiDi listening" in line)
            connection = WebSocketConnection(f"{address}/session", PATIENCE, 0.02)
            try:
                yield Firefox(connection)
            finally:
                connection.close()
                process.terminate()
