"""What a site holds beside its pages: pictures for sharing, short links with their QR pictures, redirects, the feed,
the letters of the headings.

Knows nothing of MkDocs: gives for each address below the root the file or the text that stands there.
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import segno

from hooks.addresses import QUIZ, REDIRECTS
from hooks.pages.fonts import bold
from hooks.pages.glance import glance
from hooks.pages.quiz_aids import aids
from hooks.pages.sharing import Pictures
from hooks.pages.templating import rendered
from hooks.tools import integrity
from hooks.views.short_links import Short, for_hosts, moved
from hooks.views.site import Site

FEED = "feed.xml"
ONWARD = "assets/onward.js"
BOLD = "assets/bold.woff2"  # overrides/assets/site.css names it

AIDS = "assets/quiz/aids.json"  # overrides/assets/quiz/aids.js names it
GLANCE = "assets/quiz/glance.json"  # overrides/assets/quiz/ahead.js names it

type Extras = Mapping[str, Path | str | bytes]


def extras(site: Site, pictures: Pictures, name: str, pages: Iterable[str]) -> Extras:
    """Every file; `name` is the site's, `pages` the addresses of its pages. Raises LinkError for dead redirects."""
    redirects = moved(site.links, pages, site.facts, site.words)
    return {
        **{picture.address: picture.file for picture in pictures.by_page.values()},
        **dict(_short(site, pictures)),
        **{f"{old}index.html": _onward(site, pictures, old, new) for old, new in redirects.items()},
        REDIRECTS: for_hosts(redirects),
        BOLD: bold(),
        AIDS: aids(site.catalogue),
        GLANCE: glance(site),
        FEED: rendered(site.words.language, FEED, {"site": site, "name": name}),
    }


def hashes(files: Extras) -> dict[str, str]:
    """What the quiz page compares the files with that it asks for beside its scripts, by their names."""
    return {address.rpartition("/")[2]: _integrity(files[address]) for address in (AIDS, GLANCE)}


def _integrity(content: Path | str | bytes) -> str:
    written = content.read_bytes() if isinstance(content, Path) else content
    return integrity(written.encode() if isinstance(written, str) else written)


def _short(site: Site, pictures: Pictures) -> Iterator[tuple[str, str | bytes]]:
    for short in site.short_links:
        yield f"{short.address}index.html", _onward(site, pictures, short.address, short.to, short)
        yield short.picture, qr(f"{site.url}{short.address}", short.title)


def _onward(site: Site, pictures: Pictures, old: str, new: str, short: Short | None = None) -> str:
    """A page that leads from one address below the root to another."""
    root = "../" * old.count("/")
    page = new.partition("#")[0]
    shown = pictures.of(f"provinces/{_place(site, new)}.md" if page == QUIZ else f"{page.removesuffix('/')}.md")
    values = {
        "short": short,
        "words": site.words,
        "to": f"{root}{new}",
        "canonical": f"{site.url}{page}",
        "picture": f"{site.url}{shown.address}",
        "script": f"{root}{ONWARD}",
    }
    return rendered(site.words.language, "redirect.html", values)


def _place(site: Site, address: str) -> str:
    """The slug of the place that a link into the quiz gives, or nothing."""
    codes = {f"province={place.code}": place.slug for place in site.catalogue.jurisdictions}
    return next((codes[part] for part in address.partition("#")[2].split("&") if part in codes), "")


def qr(url: str, title: str) -> bytes:
    """The QR picture of an address, black on white so that it can be read in dark colours and from paper."""
    out = io.BytesIO()
    code = segno.make(url, error="m", micro=False)
    code.save(
        out,
        kind="svg",
        border=4,
        light="#fff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        title=title,
    )
    return out.getvalue()
