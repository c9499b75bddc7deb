"""Text out of HTML, PDF and plain text."""

import pytest

from hooks.watch.places import Trouble
from hooks.watch.readable import mark, readable, same
from tests.hooks.watch.conftest import page

LIMIT = "A business with up to 10 employees may apply for the small certificate."


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines, written by hand."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font "
        "<< /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, part in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + end).encode("latin-1")


def test_a_page_is_its_title_and_its_paragraphs_without_menu_and_footer() -> None:
    found = readable(page(), "text/html")
    assert found.title == "COR program"
    assert found.paragraphs[:2] == ("Small employers", LIMIT)
    assert not {"Home", "News", "All rights reserved"} & set(found.paragraphs)
    assert "Home" in found.whole


def test_cells_of_a_table_and_items_of_a_list_are_paragraphs() -> None:
    table = "<table><tr><th>People</th><th>Certificate</th></tr><tr><td>1 to 10</td><td>SECOR</td></tr></table>"
    body = page().decode().replace("</main>", f"{table}<ul><li>The first item</li></ul></main>")
    found = readable(body.encode(), "text/html").paragraphs
    assert "1 to 10 | SECOR" in found
    assert "The first item" in found


def test_a_script_that_is_shown_as_text_is_text_and_one_that_runs_is_not() -> None:
    shown = (
        b"<p>Write &lt;script&gt;alert(1)&lt;/script&gt; there and not elsewhere.</p><script>let people = 12</script>"
    )
    found = readable(page().replace(b"</main>", shown + b"</main>"), "text/html")
    assert "Write <script>alert(1)</script> there and not elsewhere." in found.paragraphs
    assert "let people" not in found.whole


@pytest.mark.parametrize(
    ("encoding", "kind"),
    [
        ("utf-8", "text/html"),
        ("utf-8", "text/html; charset=UTF-8"),
        ("windows-1252", "text/html; charset=ISO-8859-1"),
        ("iso-8859-1", 'text/html; charset="latin1"'),
        ("utf-16", "text/html"),
        ("utf-8-sig", "text/html; charset=windows-1252"),
        ("shift_jis", "text/html; charset=Shift_JIS"),
        ("utf-8", "text/html; charset=no-such-set"),
    ],
)
def test_odd_character_sets_are_read(encoding: str, kind: str) -> None:
    text = "Une entreprise de 10 employés" if encoding != "shift_jis" else "従業員 10 人の会社"
    body = page().decode().replace("A business with up to 10 employees", text)
    assert any(text in paragraph for paragraph in readable(body.encode(encoding), kind).paragraphs)


def test_a_character_set_that_stands_in_the_page_alone_is_read() -> None:
    body = page().decode().replace("<head>", '<head><meta charset="windows-1252">').replace("small", "petite – modérée")
    assert "petite – modérée" in readable(body.encode("windows-1252"), "text/html").whole


def test_a_pdf_is_read_line_by_line_and_joined_to_sentences() -> None:
    found = readable(pdf("Small employers.", "A business with up to 10", "employees may apply."), "application/pdf")
    assert found.paragraphs == ("Small employers.", "A business with up to 10 employees may apply.")


@pytest.mark.parametrize("body", [pdf("Text")[:80], b"%PDF-1.4", b"%PDF-1.7\n" + b"\x00\xff" * 500])
def test_a_broken_pdf_is_told(body: bytes) -> None:
    with pytest.raises(Trouble, match=r"PDF is broken or locked|no text"):
        readable(body, "application/pdf")


@pytest.mark.parametrize(("body", "kind"), [(b"", "text/html"), (b"<html>", "text/html"), (b"\x89PNG", "image/png")])
def test_what_holds_no_text_is_told(body: bytes, kind: str) -> None:
    with pytest.raises(Trouble) as raised:
        readable(body, kind)
    assert raised.value.kind == "no-text"


def test_plain_text_is_read_paragraph_by_paragraph() -> None:
    assert readable(b"One line\nand another\n\nA second one", "text/plain").paragraphs == (
        "One line and another",
        "A second one",
    )


def test_capitals_quotation_marks_and_spaces_make_no_other_paragraph() -> None:
    assert mark("The  firm\u2019s \u201cpeak\u201d \u2013 10 people.") == mark('the firm\'s "Peak" - 10 people')
    assert mark("up to 10 people") != mark("up to 12 people")
    assert same("10.5 per cent, $1,000") != same("105 per cent, $1000")


def test_no_order_to_a_terminal_gets_through() -> None:
    body = page().replace(b"small certificate", b"small &#27;[2J certificate\x1b]0;")
    assert all(paragraph.isprintable() for paragraph in readable(body, "text/html").paragraphs)


@pytest.mark.parametrize(
    ("beside", "read"),
    [
        (b"<aside><div>Firms of <b>19</b> people or fewer</div></aside>", "Firms of 19 people or fewer"),
        (b"<section><p>The fee is $250</p></section>", "The fee is $250"),
        (b"<main><table><tr><td>1 to 10</td><td>employees</td></tr></table></main>", "1 to 10 | employees"),
    ],
)
def test_a_limit_outside_of_the_main_part_is_read_too(beside: bytes, read: str) -> None:
    body = page().replace(b"</main>", b"</main>" + beside)
    assert read in readable(body, "text/html").paragraphs


def test_a_number_in_a_menu_is_not_read() -> None:
    body = page().replace(b"Home", b"Firms of 19 people")
    assert "Firms of 19 people" not in readable(body, "text/html").paragraphs
