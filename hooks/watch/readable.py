"""The text of a page, paragraph by paragraph, without menus and frames; from HTML, PDF or plain text."""

import hashlib
import html as entities
import io
import logging
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdf
import trafilatura
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from w3lib.encoding import html_to_unicode

from hooks.watch.places import Trouble
from hooks.watch.telling import telling

MOST_PAGES = 300  # of a PDF
LONGEST = 4_000  # characters of one paragraph that count
BLOCKS = ("p", "li", "tr", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "blockquote", "caption")
NOT_SHOWN = ("nav", "footer", "script", "style", "template", "noscript", "select")
_TITLE = re.compile(r"<title[^>]*>([^<]*)</title", re.IGNORECASE)
_LINE_OF_A_TABLE = re.compile(r"[-|: ]*")
_NOT_A_WORD = re.compile(r"[^\w%$.,]+")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is said once, by us
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Text:
    """What a page says: its title, its paragraphs, and everything on it as one line, menus too."""

    title: str
    paragraphs: tuple[str, ...]
    whole: str


def readable(body: bytes, kind: str) -> Text:
    """The text of a page; `kind` is its Content-Type. Raises Trouble where no text can be taken out of it."""
    if body.lstrip()[:5] == b"%PDF-" or "application/pdf" in kind:
        text = _pdf(body)
    elif kind.startswith("text/plain"):
        text = _plain(html_to_unicode(kind, body)[1])
    elif not kind or "html" in kind or "xml" in kind:
        text = _html(html_to_unicode(kind, body)[1])
    else:
        raise Trouble("no-text", f"it is neither HTML nor PDF ({kind[:60]})")
    if not text.paragraphs:
        raise Trouble("no-text", "it holds no text that can be read without a browser")
    return text


def same(text: str) -> str:
    """A text without what does not matter: capitals, spaces, kinds of quotation marks and dashes."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(word for part in _NOT_A_WORD.split(plain) if (word := part.strip(".,")))


def mark(paragraph: str) -> str:
    """Ten hex digits that stand for a paragraph."""
    return hashlib.sha256(same(paragraph).encode()).hexdigest()[:10]


def _html(text: str) -> Text:
    # trafilatura takes what is in no menu; a page that it finds nothing in is taken as it stands.
    main_text = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True) or ""
    whole = trafilatura.html2txt(text, clean=True) if text.strip() else ""
    lines = main_text.splitlines() if same(main_text) else re.split(r"(?<=[.!?])\s+", whole)
    lines += _left_out(text, lines)
    return Text(_title(text), _paragraphs(lines), " ".join(whole.split()))


def _left_out(text: str, lines: Sequence[str]) -> list[str]:
    """What stands outside of that main part and still holds a number of people, months or dollars."""
    root = document_fromstring(text.encode(), parser=HTMLParser(encoding="utf-8")) if text.strip() else None
    known = " ".join(same(line) for line in lines)
    blocks = (_text(block) for block in (root.iter(*BLOCKS) if root is not None else ()) if _innermost(block))
    return [line for line in blocks if telling(line) and same(line) not in known]


def _text(block: HtmlElement) -> str:
    cells = [*block.iterchildren("td", "th")] if block.tag == "tr" else [block]
    return " | ".join(" ".join(cell.text_content().split()) for cell in cells)


def _innermost(block: HtmlElement) -> bool:
    return next(block.iterdescendants(*BLOCKS), None) is None and next(block.iterancestors(*NOT_SHOWN), None) is None


def _title(text: str) -> str:
    match = _TITLE.search(text)
    return " ".join(entities.unescape(match[1]).split())[:200] if match else ""


def _plain(text: str) -> Text:
    return Text("", _paragraphs(re.split(r"\n\s*\n", text)), " ".join(text.split()))


def _pdf(body: bytes) -> Text:
    try:
        reader = pypdf.PdfReader(io.BytesIO(body))
        pages = [page.extract_text() for page in reader.pages[:MOST_PAGES]]
        title = (reader.metadata.title if reader.metadata else None) or ""
    except Exception as broken:  # whatever a broken file makes of a parser
        raise Trouble("no-text", "the PDF is broken or locked") from broken
    return Text(" ".join(title.split())[:200], _paragraphs(_joined(pages)), " ".join(" ".join(pages).split()))


def _joined(pages: Iterable[str]) -> Iterable[str]:
    """Lines of a printed page put together again: a paragraph ends with its last sentence, or at an empty line."""
    so_far: list[str] = []
    for line in (line.strip() for page in pages for line in page.splitlines()):
        so_far.append(line)
        if not line or line[-1] in ".:;!?":
            yield " ".join(so_far)
            so_far = []
    yield " ".join(so_far)


def _paragraphs(lines: Iterable[str]) -> tuple[str, ...]:
    """Each paragraph once, in order."""
    paragraphs: dict[str, str] = {}
    for line in lines:
        text = "".join(mark for mark in " ".join(line.split()) if mark.isprintable())[:LONGEST]
        text = text.strip().removeprefix("- ").strip("| ")
        if same(text) and not _LINE_OF_A_TABLE.fullmatch(text):
            paragraphs.setdefault(same(text), text)
    return tuple(paragraphs.values())
