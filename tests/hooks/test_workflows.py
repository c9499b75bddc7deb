"""What runs on the owner's repository: pinned, with few rights, and nothing is published that was not tested."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).resolve().parent.parent.parent / ".github/workflows"
FILES = sorted(FOLDER.glob("*.yml"))


def workflow(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit_and_names_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert [line for line in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_workflow_starts_with_the_right_to_read_only(path: Path) -> None:
    given = workflow(path.name)["permissions"]
    assert given.pop("contents") == "read"
    assert given in ({}, {"issues": "write"})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_value_from_outside_is_put_into_a_shell(path: Path) -> None:
    jobs = workflow(path.name)["jobs"].values()
    runs = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    assert [run for run in runs if "${{" in run] == []


def test_what_is_published_was_tested_first() -> None:
    jobs = workflow("publish.yml")["jobs"]
    assert set(jobs) == {"test", "publish"}
    assert jobs["publish"]["needs"] == "test"
    assert jobs["publish"]["if"] == "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"


def test_the_files_that_are_published_are_the_ones_that_were_tested() -> None:
    steps = workflow("publish.yml")["jobs"]["test"]["steps"]
    build, tested, kept = [step for step in steps if "run" in step or "upload" in step["uses"]]
    assert build["run"] == "make build"
    assert (tested["run"], tested["env"]) == ("make test", {"SITE": "site"})
    assert kept["with"] == {"path": "site"}
    assert workflow("publish.yml")["jobs"]["publish"]["steps"][0]["uses"].startswith("actions/deploy-pages@")


def test_the_tests_see_the_whole_history_so_that_no_public_address_can_leave_its_list() -> None:
    [checkout] = [
        step
        for step in workflow("publish.yml")["jobs"]["test"]["steps"]
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert checkout["with"]["fetch-depth"] == 0


def test_only_the_job_that_publishes_may() -> None:
    jobs = workflow("publish.yml")["jobs"]
    assert [name for name, job in jobs.items() if "pages" in job.get("permissions", {})] == ["publish"]


def test_the_pages_behind_the_facts_are_read_every_week() -> None:
    found = workflow("watch.yml")
    assert re.fullmatch(r"\d+ \d+ \* \* \d", found[True]["schedule"][0]["cron"])  # YAML reads the key `on` as true
    assert "make --silent watch" in [step.get("run") for step in found["jobs"]["read"]["steps"]]


def test_what_reads_foreign_pages_may_write_nowhere_and_holds_no_token() -> None:
    reading, telling = workflow("watch.yml")["jobs"].values()
    assert "permissions" not in reading
    assert "token" not in str(reading)
    assert telling["permissions"] == {"contents": "read", "issues": "write"}
    assert "make" not in str([step.get("run") for step in telling["steps"]]).split()


class Told:
    """The step that writes the issue, run with a stand-in for GitHub's program that notes what it was asked to do."""

    def __init__(self, folder: Path, number: str) -> None:
        self.folder = folder
        (folder / "bin").mkdir()
        (folder / "watched").mkdir()
        answers = f'case "$2" in list) echo "{number}" ;; view) cat "$OLD" ;; *) printf "%s\\n" "$*" >> did ;; esac\n'
        (folder / "bin/gh").write_text(f"#!/bin/sh\n{answers}", encoding="utf-8")
        (folder / "bin/gh").chmod(0o755)
        (folder / "hooks").symlink_to(FOLDER.parent.parent / "hooks")

    def run(self, issue: str | None, old: str = "") -> str:
        """What was done with this text of the issue; None for no text at all."""
        if issue is not None:
            (self.folder / "watched/issue.md").write_text(issue, encoding="utf-8")
        (self.folder / "old-body.md").write_text(old, encoding="utf-8")
        script = workflow("watch.yml")["jobs"]["tell"]["steps"][-1]["run"]
        paths = f"{self.folder / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = {"PATH": paths, "OLD": str(self.folder / "old-body.md")}
        subprocess.run(["bash", "-e", "-c", script], cwd=self.folder, env=environment, check=True)
        did = self.folder / "did"
        return did.read_text(encoding="utf-8").strip() if did.exists() else ""


TITLE = "Pages behind the facts to look at"


@pytest.mark.parametrize(
    ("open_issue", "text", "did"),
    [
        ("", "something", f"issue create --title {TITLE} --body-file watched/issue.md"),
        ("7", "something", "issue edit 7 --body-file new.md"),
        ("7", "", "issue close 7 --comment Every page is as it was seen, and no fact is due."),
        ("", "", ""),
        ("7", None, ""),
        ("", None, ""),
    ],
)
def test_one_issue_is_opened_written_anew_and_closed(
    tmp_path: Path, open_issue: str, text: str | None, did: str
) -> None:
    assert Told(tmp_path, open_issue).run(text) == did


def test_ticks_stay_and_nothing_in_a_text_runs(tmp_path: Path) -> None:
    box = "- [{}] `https://a.ca/` $(touch owned) `touch owned` <!-- page 0123456789abcdef -->\n"
    Told(tmp_path, "7").run(box.format(" "), old=box.format("x"))
    assert (tmp_path / "new.md").read_text(encoding="utf-8") == box.format("x")
    assert not (tmp_path / "owned").exists()
