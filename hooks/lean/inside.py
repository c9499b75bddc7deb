"""Runs inside the browser's Python at build time: starts the quiz, asks something, forgets what answers never use.

A snapshot of the memory is taken after it. Modules that are forgotten here make the snapshot smaller; what an answer
misses after all cannot go unnoticed, since an error inside Python and an import both end in the full runtime.
"""

import gc
import json
import os
import re
import sys
from types import ModuleType
from typing import NoReturn

# Modules with functions that answers call, beside the quiz's own (hooks/lean/requests.py calls all of them).
NEEDED = frozenset(
    {
        *("__main__", "abc", "calendar", "codecs", "collections", "copyreg", "dataclasses", "datetime", "encodings"),
        *("encodings.aliases", "encodings.utf_8", "enum", "functools", "hashlib", "io", "json", "json.decoder"),
        *("json.encoder", "json.scanner", "operator", "re", "re._casefix", "re._compiler", "re._constants"),
        *("re._parser", "types", "_collections_abc", "_frozen_importlib"),
    }
)
JOB, DOORS = "/job.json", "/doors.json"


class _NoMoreImports:
    """A finder that ends everything: a caught ImportError would be another answer."""

    def find_spec(self, *_: object) -> NoReturn:
        os.abort()


def _without_inspect() -> None:
    """Dataclasses import `inspect`, and it ten others, to describe a signature in a docstring that is left out here."""

    def no_signature(_: object) -> NoReturn:
        raise TypeError

    inspect = ModuleType("inspect")
    vars(inspect).update(get_annotations=lambda found: vars(found).get("__annotations__", {}), signature=no_signature)
    sys.modules["inspect"] = inspect


def _forget() -> None:
    sys.path_importer_cache.clear()
    sys.path_hooks.clear()
    sys.meta_path[:] = [_NoMoreImports()]
    kept = {id(module) for name, module in sys.modules.items() if name in NEEDED or name.split(".")[0] == "quiz"}
    kept |= {id(module) for module in sys.modules.values() if getattr(module.__spec__, "origin", "") == "built-in"}
    for name, module in list(sys.modules.items()):
        if id(module) not in kept:
            del sys.modules[name]
            vars(module).clear()


def main() -> None:
    """Answer the job's requests and leave the addresses of the quiz's doors."""
    gc.disable()  # a decision leaves nothing to collect: tests/quiz/test_browser.py
    _without_inspect()
    from quiz import browser

    with open(JOB, encoding="utf-8") as job:  # noqa: PTH123 – pathlib would stay in the snapshot
        for request in json.load(job):
            browser.decide_json(request)
    with open(DOORS, "w", encoding="utf-8") as doors:  # noqa: PTH123
        json.dump({name: id(door) for name, door in vars(browser).items() if name.endswith("_json")}, doors)
    re.purge()
    _forget()
    gc.collect()


main()
