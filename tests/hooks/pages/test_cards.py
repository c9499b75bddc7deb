"""Pictures for shared links."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from hooks.pages.cards import HEIGHT, WIDTH, Card, CardError, drawn, picture

CARD = Card("Guide", "What are COR and SECOR?", "What each certificate is.", "A company")


def test_a_card_has_the_size_that_networks_ask_for_and_stays_small(tmp_path: Path) -> None:
    path = picture(CARD, tmp_path)
    assert Image.open(path).size == (WIDTH, HEIGHT) == (1200, 630)
    assert path.stat().st_size < 60_000


def test_a_card_is_drawn_once_for_a_text(tmp_path: Path) -> None:
    first = picture(CARD, tmp_path)
    drawn_at = first.stat().st_mtime_ns
    assert picture(CARD, tmp_path) == first
    assert first.stat().st_mtime_ns == drawn_at
    assert [path.name for path in tmp_path.glob("*.png")] == [first.name]


@pytest.mark.parametrize("part", ["kicker", "title", "text", "maker"])
def test_another_text_is_another_picture(part: str, tmp_path: Path) -> None:
    assert picture(replace(CARD, **{part: "Other"}), tmp_path) != picture(CARD, tmp_path)


def test_letters_of_every_text_stay_inside_the_picture() -> None:
    long = Card("Provinces and territories", "COR and SECOR in Newfoundland and Labrador", "word " * 35, "A company")
    image = drawn(long).convert("RGB")
    ground = image.getpixel((40, 5))
    assert {image.getpixel((WIDTH - 40, y)) for y in range(HEIGHT)} == {ground}


def test_a_title_that_no_card_can_hold_is_refused_by_its_text() -> None:
    with pytest.raises(CardError, match="shorten it: word word"):
        drawn(replace(CARD, title="word " * 80))
