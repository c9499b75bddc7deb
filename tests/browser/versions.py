"""A small site in any version, and a server on which one version follows another, breaks off, or is gone."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page

from hooks.addresses import ENGINE
from hooks.publish.service_worker import service_workers

ROOT = Path(__file__).resolve().parent.parent.parent
ASSETS = ("assets/service-worker.js", "assets/offline.js")
WORDS = 'data-away="AWAY" data-newer="NEWER" data-use="USE" data-others="OTHERS"'
# A page tells its own version and that of a script that it loads at once.
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name} {version}</title></head>
<body data-page="{version}"><p role="status" data-offline {words}></p>
<script type="module" src="{up}assets/stamp.js"></script><script type="module" src="{up}assets/offline.js"></script>
</body></html>"""
STAMP = 'document.body.dataset.script = "{version}";\n'
ANYWHERE = ("503.html", "404.html")  # shown at addresses of any depth
PAGES = ("index.html", "quiz/index.html", "guides/a/index.html", "guides/b/index.html", *ANYWHERE)


def small_site(folder: Path, version: str, *, engine: bool = False) -> Path:
    """The site in a version; every file of it says which. With `engine` it has a file of the engine, too."""
    for name in PAGES:
        up = "/" if name in ANYWHERE else "../" * name.count("/") or "./"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE.format(name=name, version=version, words=WORDS, up=up), encoding="utf-8")
    for name in ASSETS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / "overrides" / name, folder / name)
    (folder / "assets/stamp.js").write_text(STAMP.format(version=version), encoding="utf-8")
    if engine:
        part = folder / ENGINE / f"part-{version * 16}.js"
        part.parent.mkdir(parents=True)
        part.write_text(STAMP.format(version=version), encoding="utf-8")
    service_workers(folder)
    return folder


class Host:
    """What is served now, which addresses break off half-way, what was asked for, and all that was said in asking."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.broken: set[str] = set()
        self.gone = False
        # Halves that look whole, to be kept for good; what cannot be sent, with its status; what is never answered.
        self.torn: set[str] = set()
        self.refused: dict[str, int] = {}
        self.silent: set[str] = set()
        # Where an address leads instead, and the policy that it comes with.
        self.led: dict[str, str] = {}
        self.policy: dict[str, str] = {}
        self.released = threading.Event()
        self.asked: list[str] = []
        self.heard: list[str] = []
        self.address = ""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that leaves in the middle is no fault."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, host: Host, *given: object) -> None:
        self.host = host
        super().__init__(*given, directory=str(host.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.directory = str(self.host.folder)  # one connection may outlive a version
        del self.headers["If-Modified-Since"]  # two versions may be made within its one second
        self.host.asked.append(self.path)
        path = self.path.partition("?")[0]
        self.host.heard.append(f"{self.requestline} {dict(self.headers)}")
        if self.host.gone:
            self.close_connection = True
            return
        if path in self.host.silent:
            self.host.released.wait()
            self.close_connection = True
            return
        if self._led(path):
            return
        if path in self.host.refused:
            self.send_error(self.host.refused[path])
            return
        if path in self.host.torn:
            content = Path(self.translate_path(path)).read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Length", str(len(content) // 2))
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
            self.end_headers()
            self.wfile.write(content[: len(content) // 2])
            return
        if "*" in self.host.broken or self.path in self.host.broken:
            self.send_response(200)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            self.wfile.write(b"half")
            self.close_connection = True
            return
        super().do_GET()

    def do_HEAD(self) -> None:
        if not self._led(self.path.partition("?")[0]):
            super().do_HEAD()

    def _led(self, path: str) -> bool:
        if path in self.host.led:
            self.send_response(302)
            self.send_header("Location", self.host.led[path])
            self.send_header("Content-Length", "0")
            self.end_headers()
        return path in self.host.led

    def end_headers(self) -> None:
        if policy := self.host.policy.get(self.path.partition("?")[0]):
            self.send_header("Content-Security-Policy", policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Silent."""


@contextmanager
def hosting(folder: Path) -> Iterator[Host]:
    """The host while the block runs."""
    host = Host(folder)
    made = _Server(("127.0.0.1", 0), partial(_Handler, host))
    host.address = f"http://127.0.0.1:{made.server_address[1]}"
    threading.Thread(target=made.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        host.gone = True  # connections that are open end too
        host.released.set()
        made.shutdown()
        made.server_close()


def until(page: Page, test: str, seconds: int = 30) -> None:
    """Waits in the page until an asynchronous function of no arguments gives something true."""
    page.evaluate(
        f"""async () => {{
          const test = {test};
          const last = Date.now() + {seconds * 1000};
          while (!(await test())) {{
            if (Date.now() > last) throw new Error("waited in vain for " + test);
            await new Promise((resolve) => setTimeout(resolve, 50));
          }}
        }}"""
    )
