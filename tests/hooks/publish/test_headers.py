"""`_headers` of small sites: which scripts a policy names, which address gets which header."""

from pathlib import Path

import pytest

from hooks.addresses import ENGINE
from hooks.publish.headers import Rules, headers, headers_for, read, rules, written
from hooks.publish.policy import HeadersError, copy_into_pages, inline_hashes

# The hash of `alert(1)`, by `openssl dgst -sha256 -binary | base64`.
ALERT = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
PAGE = "<!doctype html><title>x</title>{}"


def site_of(folder: Path, pages: dict[str, str]) -> Path:
    for name, body in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE.format(body), encoding="utf-8", newline="")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_of(
        tmp_path,
        {
            "index.html": "<script>alert(1)</script>",
            "404.html": "",
            "quiz/index.html": '<script type="application/json">{"a": 1}</script>',
            "provinces/alberta/index.html": "",
        },
    )


def policy(address: str, every: Rules) -> str:
    return headers_for(address, every).get("Content-Security-Policy", "none")


def scripts(tmp_path: Path, body: str) -> list[str]:
    return inline_hashes([site_of(tmp_path, {"index.html": body}) / "index.html"])


def test_an_inline_script_is_named_by_its_hash(tmp_path: Path) -> None:
    assert scripts(tmp_path, "<script>alert(1)</script>") == [ALERT]


def test_a_module_script_is_named_too(tmp_path: Path) -> None:
    assert scripts(tmp_path, '<script type="module">alert(1)</script>') == [ALERT]


def test_the_same_script_on_two_pages_is_named_once(tmp_path: Path) -> None:
    folder = site_of(tmp_path, {"a.html": "<script>alert(1)</script>", "b.html": "<script>alert(1)</script>"})
    assert inline_hashes([folder / "a.html", folder / "b.html"]) == [ALERT]


@pytest.mark.parametrize("kind", ["application/json", "application/ld+json", "speculationrules"])
def test_data_in_a_script_element_is_no_script(tmp_path: Path, kind: str) -> None:
    assert scripts(tmp_path, f'<script type="{kind}">{{"a": 1}}</script>') == []


def test_a_script_with_an_address_needs_no_hash(tmp_path: Path) -> None:
    assert scripts(tmp_path, '<script src="x.js"></script>') == []


def test_entities_in_a_script_are_hashed_as_they_stand(tmp_path: Path) -> None:
    assert scripts(tmp_path, "<script>a&amp;b</script>") != scripts(tmp_path, "<script>a&b</script>")


def test_line_ends_are_hashed_as_browsers_read_them(tmp_path: Path) -> None:
    assert scripts(tmp_path, "<script>a\r\nb</script>") == scripts(tmp_path, "<script>a\nb</script>")


def test_scripts_that_differ_from_page_to_page_are_refused(tmp_path: Path) -> None:
    pages = {f"{number}.html": f"<script>alert({number})</script>" for number in range(13)}
    with pytest.raises(HeadersError, match="13 different inline scripts"):
        headers(site_of(tmp_path, pages))


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/index.html",
        "/404.html",
        "/quiz/",
        "/quiz/index.html",
        "/provinces/alberta/",
        "/404",
    ],
)
def test_every_page_gets_the_strict_policy(site: Path, address: str) -> None:
    assert policy(address, rules(site)).startswith(f"default-src 'none'; script-src 'self' {ALERT};")


def test_no_other_site_may_frame_a_page(site: Path) -> None:
    found = headers_for("/quiz/", rules(site))
    assert found["Content-Security-Policy"].endswith("; frame-ancestors 'none'")
    assert found["X-Frame-Options"] == "DENY"


def test_every_site_may_frame_the_embedded_quiz_under_the_same_policy_otherwise(site: Path) -> None:
    every = rules(site_of(site, {"embed/index.html": ""}))
    found = headers_for("/embed/", every)
    assert found["Content-Security-Policy"] == policy("/quiz/", every).replace(
        "frame-ancestors 'none'", "frame-ancestors *"
    )
    assert "X-Frame-Options" not in found


def test_browsers_that_came_once_by_https_come_by_it_again(site: Path) -> None:
    assert headers_for("/quiz/", rules(site))["Strict-Transport-Security"] == "max-age=63072000"


def test_the_service_worker_is_asked_for_again_each_time(site: Path) -> None:
    assert headers_for("/service-worker.js", rules(site))["Cache-Control"] == "no-cache"


def test_the_policy_stands_in_each_page_before_its_scripts_and_changes_no_hash(tmp_path: Path) -> None:
    folder = tmp_path / "copied"
    folder.mkdir()
    page = folder / "index.html"
    page.write_text('<!doctype html><meta charset="utf-8"><script>alert(1)</script>', encoding="utf-8")
    copy_into_pages(folder)
    first = page.read_text(encoding="utf-8")
    assert f"script-src 'self' {ALERT};" in first[: first.index("<script>")]
    assert "frame-ancestors" not in first
    copy_into_pages(folder)
    assert page.read_text(encoding="utf-8") == first


@pytest.mark.parametrize("head", ["", '<script src="x.js"></script><meta charset="utf-8">'])
def test_a_page_without_a_place_for_the_policy_is_refused(tmp_path: Path, head: str) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html>{head}<title>x</title>", encoding="utf-8")
    with pytest.raises(HeadersError, match=r"index\.html: <meta charset"):
        copy_into_pages(tmp_path)


def test_an_address_under_two_rules_gets_its_policy_once(site: Path) -> None:
    assert policy("/quiz/", rules(site)).count("default-src") == 1


def test_no_page_may_run_webassembly(site: Path) -> None:
    assert "wasm" not in policy("/quiz/", rules(site))


def test_the_worker_may_run_webassembly_but_not_text_as_code(site: Path) -> None:
    found = policy("/assets/quiz/engine.js", rules(site))
    assert "'wasm-unsafe-eval'" in found
    assert "'unsafe-eval'" not in found


def test_the_worker_has_one_policy_only(site: Path) -> None:
    matching = [p for p, given in rules(site).items() if "Content-Security-Policy" in given and "engine.js" in p]
    assert matching == ["/assets/quiz/engine.js"]
    assert policy("/assets/quiz/engine.js", rules(site)).count("default-src") == 1


def test_engine_files_are_kept_forever_and_the_worker_is_not(site: Path) -> None:
    every = rules(site)
    assert "immutable" in headers_for(f"/{ENGINE}/quiz-0.zip", every)["Cache-Control"]
    assert "Cache-Control" not in headers_for("/assets/quiz/engine.js", every)


def test_webassembly_has_its_type_wherever_it_stands(site: Path) -> None:
    assert headers_for(f"/{ENGINE}/p/x.wasm", rules(site))["Content-Type"] == "application/wasm"


@pytest.mark.parametrize("address", ["/", "/assets/quiz/engine.js", "/assets/site.css", "/deep/no/such/page"])
def test_types_are_never_guessed_and_addresses_stay_home(site: Path, address: str) -> None:
    found = headers_for(address, rules(site))
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "Permissions-Policy" in found


def test_what_is_written_is_read_back(site: Path) -> None:
    assert read(written(rules(site))) == rules(site)


def test_the_file_stands_at_the_top_of_the_site(site: Path) -> None:
    assert headers(site) == site / "_headers"
    assert read((site / "_headers").read_text(encoding="utf-8")) == rules(site)


def test_no_line_is_longer_than_the_strictest_host_reads(site: Path) -> None:
    assert max(map(len, written(rules(site)).splitlines())) < 2000
