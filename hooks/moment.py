"""When and from what the site is built: the last commit's time and name, and the day that facts are judged by.

Times in the site come from the commit, so that two builds of it are the same bytes. Whether a fact is due for a
re-check is a matter of the day itself.
"""

import datetime
import os
import subprocess

from hooks.root import ROOT

EPOCH = "SOURCE_DATE_EPOCH"
DAY = "FACTS_DAY"


def today() -> datetime.date:
    """The day that facts are judged by: as the environment says, else the clock's."""
    if given := os.environ.get(DAY):
        return datetime.date.fromisoformat(given)
    if epoch := os.environ.get(EPOCH):
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).date()


def latest_day() -> datetime.date:
    """The latest day that has come: today, or the day of the clock or the last commit where that is later."""
    now = datetime.datetime.now(datetime.UTC)
    last = _git("log", "-1", "--format=%ct")
    commit = datetime.datetime.fromtimestamp(int(last), datetime.UTC) if last else now
    return max(today(), now.date(), commit.date())


def environment() -> dict[str, str]:
    """This process's environment with the build's time and day in it, for the process that builds."""
    epoch = os.environ.get(EPOCH) or _git("log", "-1", "--format=%ct")
    return {**os.environ, DAY: today().isoformat(), **({EPOCH: epoch} if epoch else {})}


def version() -> str:
    """The commit's short name, with a plus sign where files have changed since; empty outside of a repository."""
    commit = _git("rev-parse", "--short=7", "HEAD")
    changed = _git("status", "--porcelain", "--untracked-files=no")
    return f"{commit}+" if commit and changed else commit


def _git(*arguments: str) -> str:
    try:
        run = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        return ""
    return run.stdout.strip()
