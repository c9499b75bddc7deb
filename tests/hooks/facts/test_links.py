"""What the company says of itself."""

from pathlib import Path

import pytest

from hooks.facts.links import LINKS, Links, load_links
from hooks.facts.yaml_marks import DataError

TEXT = LINKS.read_text(encoding="utf-8")


def test_the_file_is_valid_and_names_the_company(links: Links) -> None:
    assert links.company.name == "On-Track Safety Solutions Ltd."
    assert {offer.id for offer in links.offers} == {"safety-manual", "audit", "audit-preparation", "training"}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("phone: 1-800-440-6650", "phone: call us", "company, phone"),
        ("phone: 1-800-440-6650", "phone: 1-900-643-2100", "'1-900-643-2100' may cost extra"),
        ("phone: 1-800-440-6650", "telephone: 1-800-440-6650", "company, telephone"),
        ("action: Ask for a quote", "action: Ask for a quote\n    url: nowhere", "offers safety-manual, url"),
        (
            "does: We write manuals, prepare audits and train crews.",
            "does: yes",
            ":13:9: 'yes' is one word; a sentence",
        ),
        ("id: audit", "id: Audit!", "offers Audit!, id"),
        ("id: audit", "id: safety-manual", ":9: 'safety-manual' stands twice; once is accepted"),
        ("word: cor\n", "word: quiz\n", ":11: 'quiz' stands twice; once is accepted"),
        ("redirects: []", "redirects: [{old: a/, new: b/}, {old: a/, new: c/}]", ":39: 'a/' stands twice; once is"),
    ],
)
def test_a_slip_is_named_with_its_place(tmp_path: Path, before: str, after: str, said: str) -> None:
    file = tmp_path / "links.yml"
    file.write_text(TEXT.replace(before, after), encoding="utf-8")
    with pytest.raises(DataError) as error:
        load_links(file)
    assert said in str(error.value)
    assert f"{file}:" in str(error.value)
