"""The proof is sound on the real facts, goes red on broken ones, and its digest is the acknowledged one."""

import dataclasses
import subprocess
from pathlib import Path
from typing import Any

import pytest

from hooks.facts.catalogue import FACTS, load
from hooks.facts.for_engine import facts_for
from hooks.facts.links import load_links
from hooks.root import ROOT
from hooks.views.site import Site
from quiz.ahead.differences import differences
from quiz.ahead.proof import Report, prove
from quiz.facts import Facts, Jurisdiction, Partner, SizeClass
from quiz.words import Words

pytestmark = pytest.mark.slow
ACKNOWLEDGED = ROOT / "tests" / "verdicts.sha256"


@pytest.fixture(scope="module")
def report(texts: Words) -> Report:
    """Made by the site's build if there was one for just these facts, words and rules; otherwise here."""
    catalogue = load()
    made: dict[str, Any] = dict(Site(catalogue, texts, load_links(), catalogue.newest_check).proof)
    return Report(**{name: made[name] for name in Report.__slots__})


def test_nothing_is_forgotten_contradicted_or_dead(report: Report) -> None:
    assert report.sound, report


def test_no_way_to_the_first_result_has_more_than_seven_questions(report: Report) -> None:
    assert 1 <= report.median_path <= report.longest_path <= 7


def test_every_changed_verdict_was_acknowledged(report: Report, facts: Facts, texts: Words, tmp_path: Path) -> None:
    if report.digest == ACKNOWLEDGED.read_text(encoding="utf-8").strip():
        return
    committed = subprocess.run(["git", "show", "HEAD:partners.yml"], cwd=ROOT, capture_output=True, check=False)
    old = tmp_path / "committed.yml"
    old.write_bytes(committed.stdout or FACTS.read_bytes())
    changed = "\n".join(differences(facts_for(load(old)), facts, texts)) or "the rules changed, not the facts"
    pytest.fail(f"verdicts changed:\n{changed}\nIf that is meant, write {report.digest} into {ACKNOWLEDGED.name}")


def changed(facts: Facts, code: str, partner_id: str, classes: tuple[SizeClass, ...]) -> Facts:
    """The facts of one place alone, with other size classes for one of its partners."""

    def partner(found: Partner) -> Partner:
        return dataclasses.replace(found, size_classes=classes) if found.id == partner_id else found

    def place(found: Jurisdiction) -> Jurisdiction:
        return dataclasses.replace(found, partners=tuple(map(partner, found.partners))) if found.code == code else found

    return dataclasses.replace(facts, jurisdictions=(place(facts.by_code[code]),))


@pytest.fixture
def classes(facts: Facts) -> tuple[SizeClass, ...]:
    """Yukon's: one person, up to the limit, everybody else."""
    partner = facts.by_code["YT"].partner("nsny")
    assert partner is not None
    return partner.size_classes


def test_a_deleted_last_class_is_a_gap(facts: Facts, texts: Words, classes: tuple[SizeClass, ...]) -> None:
    assert prove(changed(facts, "YT", "nsny", classes[:-1]), texts).gaps == [
        "YT nsny: no class for the largest business"
    ]


def test_classes_in_the_wrong_order_overlap(facts: Facts, texts: Words, classes: tuple[SizeClass, ...]) -> None:
    wrong = (classes[1], classes[0], classes[2])
    found = prove(changed(facts, "YT", "nsny", wrong), texts)
    assert found.overlaps == [f"YT nsny: class {classes[0].id} is taken by the classes before it"]


def test_a_lighter_certificate_for_more_people_is_a_contradiction(
    facts: Facts, texts: Words, classes: tuple[SizeClass, ...]
) -> None:
    small, large = classes[1], classes[2]
    wrong = (dataclasses.replace(large, id="x", at_most=4), small, large)
    found = prove(changed(facts, "YT", "nsny", wrong), texts)
    assert "YT nsny: 5 people get a lighter certificate than fewer do" in found.contradictions


def test_a_shifted_limit_changes_the_digest(facts: Facts, texts: Words, classes: tuple[SizeClass, ...]) -> None:
    shifted = (classes[0], dataclasses.replace(classes[1], at_most=12), classes[2])
    before = prove(changed(facts, "YT", "nsny", classes), texts)
    assert prove(changed(facts, "YT", "nsny", shifted), texts).digest != before.digest
