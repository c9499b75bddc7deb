"""Which files the service worker knows: those that somebody may need without a network, and no host's files."""

import json
from pathlib import Path

import pytest

from hooks.addresses import ENGINE, SERVICE_WORKER
from hooks.publish.service_worker import SOURCE, service_workers

CONTENT = (
    "index.html",
    "quiz/index.html",
    "guides/a/index.html",
    "503.html",
    "assets/site.css",
    f"{ENGINE}/quiz-0123.zip",
)
HOSTS = (
    "_headers",
    "_redirects",
    "index.html.br",
    "go/alberta/index.html",
    "go/index.html",
    "assets/qr/alberta.svg",
    "assets/cards/site.png",
)


def known(folder: Path) -> dict[str, object]:
    """What the worker in a folder knows of the site."""
    text = (folder / SERVICE_WORKER).read_text(encoding="utf-8")
    found: dict[str, object] = json.loads(text.partition("\n")[0].removeprefix("self.SITE = ").removesuffix(";"))
    return found


def made(folder: Path, names: tuple[str, ...]) -> Path:
    for name in (*names, SOURCE):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made(tmp_path, (*CONTENT, *HOSTS))
    made(tmp_path / "fr", (*CONTENT, *HOSTS))
    service_workers(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", ["", "fr"])
def test_each_language_s_worker_knows_its_pages_and_leaves_the_rest_to_the_host(site: Path, language: str) -> None:
    files = known(site / language)["files"]
    assert isinstance(files, dict)
    assert set(files) == set(CONTENT)


def test_the_quiz_and_what_it_loads_are_kept_from_the_start(site: Path) -> None:
    assert known(site)["core"] == ["503.html", "assets/site.css", "quiz/index.html"]
    assert known(site)["engine"] == [f"{ENGINE}/quiz-0123.zip"]


def test_a_changed_page_is_a_new_version_and_a_changed_short_link_is_none(tmp_path: Path) -> None:
    def version(changed: str) -> object:
        folder = made(tmp_path / (changed or "as-it-was"), (*CONTENT, *HOSTS))
        if changed:
            (folder / changed).write_text("other", encoding="utf-8")
        service_workers(folder)
        return known(folder)["version"]

    assert version("guides/a/index.html") != version("") == version("go/alberta/index.html")
