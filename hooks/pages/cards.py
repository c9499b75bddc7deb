"""The pictures that stand beside a link when somebody shares a page: text on a plain ground, drawn once per text.

Knows nothing of provinces or guides; what a card says comes from its caller.
"""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import font_source_sans_pro
import PIL
from PIL import Image, ImageDraw, ImageFont

from hooks.refused import Refused
from hooks.root import ROOT
from hooks.tools import cached

CACHE = ROOT / ".cache" / "cards"
FONTS = Path(font_source_sans_pro.__file__).parent / "files"
WIDTH, HEIGHT = 1200, 630
MARGIN = 80
GROUND, PAPER, ACCENT, SOFT = "#0d3a4f", "#ffffff", "#f0b45a", "#c7dde8"
LARGEST, SMALLEST, STEP = 96, 48, 4
TEXT = 40
LINE = 1.12
TOP, BOTTOM = 124, HEIGHT - 112  # between the word above and the line below


class CardError(Refused):
    """A text that no card can hold."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: a word above the title, the title, a line below it, and who made the page."""

    kicker: str
    title: str
    text: str
    maker: str


def picture(card: Card, cache: Path = CACHE) -> Path:
    """The PNG of a card. Drawn anew only if its text, this code or what draws it has changed."""
    seen = (*astuple(card), PIL.__version__, Path(__file__).read_text(encoding="utf-8"))
    return cached(cache / f"{hashlib.sha256(repr(seen).encode()).hexdigest()[:20]}.png", lambda: _png(card))


def _png(card: Card) -> bytes:
    out = io.BytesIO()
    # Few colours: a card is half the size, and its edges stay smooth.
    drawn(card).quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def drawn(card: Card) -> Image.Image:
    """The picture itself. Raises CardError for texts that do not fit even in the smallest type."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 24, HEIGHT), fill=ACCENT)
    draw.text((MARGIN, 64), card.kicker, font=_font("Semibold", 36), fill=ACCENT)
    small = _font("Regular", TEXT)
    below = list(_wrapped(card.text, small))
    font, lines = _fitted(card.title, BOTTOM - TOP - (len(below) + 1) * TEXT * LINE)
    _write(draw, lines, font, TOP, PAPER)
    _write(draw, below, small, TOP + (len(lines) * font.size + TEXT * 0.4) * LINE, SOFT)
    draw.line((MARGIN, BOTTOM, WIDTH - MARGIN, BOTTOM), fill=SOFT, width=2)
    draw.text((MARGIN, BOTTOM + 20), card.maker, font=_font("Semibold", 32), fill=PAPER)
    return image


def _write(draw: ImageDraw.ImageDraw, lines: list[str], font: ImageFont.FreeTypeFont, top: float, fill: str) -> None:
    for number, line in enumerate(lines):
        draw.text((MARGIN, top + number * font.size * LINE), line, font=font, fill=fill)


def _fitted(title: str, room: float) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest type in which a title fits into so much height, and its lines."""
    for size in range(LARGEST, SMALLEST - 1, -STEP):
        font = _font("Bold", size)
        lines = list(_wrapped(title, font))
        fits = all(font.getlength(line) <= WIDTH - 2 * MARGIN for line in lines)
        if fits and len(lines) * size * LINE <= room:
            return font, lines
    raise CardError(f"too long for a card, shorten it: {title}")


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > WIDTH - 2 * MARGIN:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"SourceSansPro-{weight}.otf", size)
