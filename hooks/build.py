"""The finished site: MkDocs, then what can only be known from its files."""

import subprocess
import sys
from pathlib import Path

from hooks.moment import environment
from hooks.publish.compress import compress
from hooks.publish.headers import headers
from hooks.publish.integrity import name_by_hash
from hooks.publish.policy import copy_into_pages
from hooks.publish.service_worker import service_workers
from hooks.root import ROOT


def build(site: Path) -> None:
    """Build the site into this folder, from nothing. Raises CalledProcessError if MkDocs refuses; it has said why.

    The order matters: the scripts' hashes and the policy go into the pages, then the pages' hashes into the service
    worker, then all is compressed. `_headers` comes last: where it stands, the site is complete.
    """
    # As a process: strict mode counts warnings per run, and its exit code is what CI trusts.
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site.resolve())]
    subprocess.run(command, cwd=ROOT, check=True, env={**environment(), "NO_MKDOCS_2_WARNING": "1"})
    name_by_hash(site)
    copy_into_pages(site)
    service_workers(site)
    print("Compressing (the first time takes half a minute)", flush=True)
    compress(site)
    headers(site)
