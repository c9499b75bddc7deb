"""The policy as it stands in each page of the built site."""

import re
from pathlib import Path

from hooks.publish.policy import COPY, InlineScripts, inline_hashes, pages


def test_every_page_holds_one_policy_before_anything_that_it_governs(site: Path) -> None:
    texts = {page.relative_to(site).as_posix(): page.read_text(encoding="utf-8") for page in pages(site)}
    late = [
        name
        for name, html in texts.items()
        if len(COPY.findall(html)) != 1 or re.search("<(script|link|style|img)", html[: html.find("<meta http-equiv")])
    ]
    assert len(texts) > 60
    assert late == []


def test_no_policy_opens_a_door(site: Path) -> None:
    html = (site / "quiz/index.html").read_text(encoding="utf-8")
    [policy] = COPY.findall(html)
    assert not re.search(r"unsafe-|\*|https?:|strict-dynamic", policy)


def test_no_page_styles_or_acts_inline(site: Path) -> None:
    inline = re.compile(r"<[^>]+\s(style|on[a-z]+)\s*=", re.IGNORECASE)
    guilty = {}
    for page in pages(site):
        body = re.sub(r"<script.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        if found := inline.search(body):
            guilty[page.relative_to(site).as_posix()] = found[0][:120]
    assert guilty == {}


def test_a_page_s_content_brings_no_script_of_its_own(site: Path) -> None:
    """The policy names whatever inline script a page has: one in the content of a page would be let in by that."""
    guilty = {}
    for page in pages(site):
        content = re.search(r"<article.*</article>", page.read_text(encoding="utf-8"), re.DOTALL)
        scripts = InlineScripts()
        scripts.feed(content[0] if content else "")
        if scripts.texts:
            guilty[page.relative_to(site).as_posix()] = scripts.texts
    assert guilty == {}


def test_the_frame_has_the_inline_scripts_that_are_known(site: Path) -> None:
    # Material's two, the first once for each of five depths, ours for colours and for style sheets that stall, and the
    # quiz's watchdog. A new one needs a reason.
    assert len(inline_hashes(pages(site))) == 9
