"""What a template may print, and how it comes out."""

import datetime

import jinja2
import pytest
from markupsafe import Markup

from hooks.pages.templating import TemplateRefused, environment, front, phone_link, rendered_text, text


@pytest.mark.parametrize("value", [None, True, False])
def test_what_is_no_text_is_a_fault_of_the_template(value: object) -> None:
    with pytest.raises(jinja2.TemplateRuntimeError, match="must say in words"):
        text(value)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("10 people, or fewer (at peak)", "10 people, or fewer (at peak)"),
        ("a *b*", "a &#42;b&#42;"),
        ("1. first", "1&#46; first"),
        ("- item", "&#45; item"),
        ("on-site", "on-site"),
        ("a_b", "a&#95;b"),
        ("two\nlines", "two lines"),
        (datetime.date(2026, 11, 3), "November 3, 2026"),
        (Markup("<b>kept</b>"), "<b>kept</b>"),
    ],
)
def test_marks_are_written_so_that_nothing_reads_them(value: object, written: str) -> None:
    assert text(value) == written


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("1-800-440-6650", "tel:+18004406650"),
        ("403-223-9008", "tel:+14032239008"),
        ("1-800-667-5557, ext. 3", "tel:+18006675557;ext=3"),
    ],
)
def test_a_phone_number_can_be_dialled(number: str, link: str) -> None:
    assert phone_link(number) == link


def test_a_title_cannot_break_out_of_the_front_matter() -> None:
    assert front('A "B" <c>\n---') == '"A &quot;B&quot; &lt;c&gt;\\n---"'


def test_a_slip_in_a_template_is_named_with_its_line() -> None:
    with pytest.raises(TemplateRefused, match=r"^guides/x\.md:2: "):
        rendered_text("en", "one\n{% if %}", "guides/x.md", {})


def test_an_unknown_name_is_an_error_and_no_blank() -> None:
    with pytest.raises(jinja2.UndefinedError, match="nothing_of_that_name"):
        environment("en").from_string("{{ nothing_of_that_name }}").render()
