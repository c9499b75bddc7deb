"""What runs on the owner's repository: pinned, with few rights, and nothing is published that was not tested."""

import os
import re
import subprocess
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


def test_the_facts_are_looked_at_every_week() -> None:
    found = workflow("check-facts.yml")
    assert re.fullmatch(r"\d+ \d+ \* \* \d", found[True]["schedule"][0]["cron"])  # YAML reads the key `on` as true
    assert "-m hooks facts" in str(found["jobs"])


@pytest.mark.parametrize(("code", "fails", "tells"), [(0, False, False), (3, False, True), (1, True, False)])
def test_only_facts_become_an_issue_and_a_command_that_failed_fails(
    tmp_path: Path, code: int, fails: bool, tells: bool
) -> None:
    install, look, tell = [step for step in workflow("check-facts.yml")["jobs"]["facts"]["steps"] if "run" in step]
    assert install["run"] == "make env"
    stand_in = tmp_path / ".venv/bin/python"
    stand_in.parent.mkdir(parents=True)
    stand_in.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
    stand_in.chmod(0o755)
    given = {**os.environ, "GITHUB_OUTPUT": str(tmp_path / "output")}
    run = subprocess.run(["bash", "-e", "-c", look["run"]], cwd=tmp_path, env=given, check=False)
    assert (run.returncode != 0) == fails
    assert tell["if"] == "steps.look.outputs.found == '3'"
    assert ("found=3" in (tmp_path / "output").read_text(encoding="utf-8")) == tells
