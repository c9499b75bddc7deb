"""The policy as it stands in each page of the built site."""

import re
from pathlib import Path

from hooks.policy import COPY, pages


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
