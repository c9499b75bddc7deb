"""The theme's style sheets and ours in one file, after all scripts of the head."""

from pathlib import Path

from hooks.publish.one_sheet import one_sheet, with_sheets_last

# Named so that the order of the names is not that of the links.
SHEETS = {
    "stylesheets/z-main.1.min.css": "main{}",
    "stylesheets/a-palette.2.min.css": "palette{}",
    "site.css": "site{}",
}


def test_the_theme_s_rules_come_first_in_the_order_of_the_links(tmp_path: Path) -> None:
    for name, text in SHEETS.items():
        path = tmp_path / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    links = "".join(f'<link rel="stylesheet" href="../assets/{sheet}">\n' for sheet in SHEETS)
    page = tmp_path / "quiz/index.html"
    page.parent.mkdir()
    page.write_text(f"<head>{links}</head><p>", encoding="utf-8")
    one_sheet(tmp_path)
    assert (tmp_path / "assets/site.css").read_text(encoding="utf-8") == "main{}palette{}site{}"
    assert list((tmp_path / "assets/stylesheets").glob("*")) == []
    assert page.read_text(encoding="utf-8") == '<head><link rel="stylesheet" href="../assets/site.css">\n</head><p>'


def test_a_page_s_style_sheets_stand_in_their_order_after_its_scripts() -> None:
    one, paper = '<link rel="stylesheet" href="a.css">', '<link rel="stylesheet" href="b.css" media="print">'
    page = f"<head>{one}<script>1</script>{paper}<title>x</title></head><body>{one}"
    assert with_sheets_last(page) == f"<head><script>1</script><title>x</title>{one}{paper}</head><body>{one}"


def test_a_style_sheet_for_who_has_no_script_is_moved_with_its_bounds() -> None:
    sheets = '<link rel="stylesheet" href="a.css"><noscript><link rel="stylesheet" href="b.css"></noscript>'
    assert with_sheets_last(f"<head>{sheets}<script>1</script></head>") == f"<head><script>1</script>{sheets}</head>"


def test_a_page_without_a_head_stays_as_it_is() -> None:
    assert with_sheets_last("<p>moved") == "<p>moved"
