"""Runs inside the browser's Python at build time: starts the quiz, asks something, forgets what answers never use.

A snapshot of the memory is taken after it. What is forgotten here makes the snapshot smaller; what an answer misses
after all cannot go unnoticed, since it ends in the full runtime: functions that no answer was seen to call end the run,
and so do imports and errors.
"""

import gc
import json
import os
import sys
from collections.abc import Callable, Iterable
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import NoReturn

JOB, FOUND = "/job.json", "/found.json"
# Modules that answers or the interpreter come back to without calling a function in Python. `make lean` says how many
# requests failed where one is missing.
READ = frozenset(
    {
        *("builtins", "datetime", "gc", "hashlib", "itertools", "math", "sys", "time", "_abc", "_codecs"),
        *(
            "_collections",
            "_datetime",
            "_functools",
            "_imp",
            "_io",
            "_json",
            "_operator",
            "_sha2",
            "_thread",
            "_warnings",
            "_weakref",
        ),
    }
)
GENERATED = "<string>"  # where the code of what dataclasses write says it comes from
GENERATOR, COROUTINE = 0x20, 0x80  # flags of code objects


class _NoMoreImports:
    """A finder that ends the run, once `forget` has seen to it: a caught ImportError would be another answer."""

    def find_spec(self, *_: object) -> None:
        pass


def _ends() -> tuple[CodeType, CodeType]:
    """The code of a function that ends the run, and of a generator that does; whatever is given to them."""

    def ends(*_: object, **__: object) -> None:
        "abort"()  # type: ignore[operator]

    def ends_later(*_: object, **__: object) -> Iterable[None]:
        "abort"()  # type: ignore[operator]
        yield

    def calling(code: CodeType) -> CodeType:
        return code.replace(co_consts=tuple(os.abort if value == "abort" else value for value in code.co_consts))

    return calling(ends.__code__), calling(ends_later.__code__)


def _without_inspect() -> None:
    """Dataclasses import `inspect`, and it ten others, to describe a signature in a docstring that is left out here."""

    def no_signature(_: object) -> NoReturn:
        raise TypeError

    inspect = ModuleType("inspect")
    vars(inspect).update(get_annotations=lambda kind: vars(kind).get("__annotations__", {}), signature=no_signature)
    sys.modules["inspect"] = inspect


def _functions() -> list[tuple[str, FunctionType]]:
    """Every function of Python's library with its name, and what dataclasses write into the quiz but for `__init__`."""
    functions = []
    for one in gc.get_objects():
        if type(one) is not FunctionType or one.__module__ == __name__:
            continue
        written = one.__code__.co_filename == GENERATED and one.__name__ != "__init__"
        if written or not _ours(one.__module__):
            functions.append((f"{one.__module__}:{one.__qualname__}", one))
    return functions


def _ours(module: object) -> bool:
    return str(module).partition(".")[0] == "quiz"


def watched(ask: Callable[[list[str]], None], requests: list[list[str]]) -> list[str]:
    """The library's functions that are called for these requests."""
    entered: set[CodeType] = set()

    def see(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            entered.add(frame.f_code)

    for request in requests:
        sys.setprofile(see)  # anew, since Python drops it where a request goes too deep for it
        ask(request)
    sys.setprofile(None)
    return sorted({name for name, function in _functions() if function.__code__ in entered})


def forget(called: frozenset[str]) -> None:
    """Functions of the library that are not among these, all imports, and the modules that nothing is needed of."""
    ends, ends_later = _ends()
    for name, one in _functions():
        code = one.__code__
        if name not in called and not code.co_freevars and not code.co_flags & COROUTINE:
            one.__code__ = ends_later if code.co_flags & GENERATOR else ends
    _NoMoreImports.find_spec.__code__ = ends
    sys.path_importer_cache.clear()
    sys.path_hooks.clear()
    sys.meta_path[:] = [_NoMoreImports()]
    modules = READ | {__name__, *(name.partition(":")[0] for name in called)}
    kept = {id(module) for name, module in sys.modules.items() if name in modules or _ours(name)}
    for name, module in list(sys.modules.items()):
        if id(module) not in kept:
            del sys.modules[name]
            vars(module).clear()


def main() -> None:
    """Do what the job says, and leave what was found: the addresses of the quiz's doors, or the functions called."""
    gc.disable()  # a decision leaves nothing to collect: tests/quiz/test_browser.py
    _without_inspect()
    from quiz import browser

    with open(JOB, encoding="utf-8") as file:  # noqa: PTH123 – pathlib would stay in the snapshot
        job = json.load(file)

    def ask(request: list[str]) -> None:
        door, *given = request
        getattr(browser, door)(*given)

    for request in job["requests"]:
        ask(request)
    found: object = {name: id(door) for name, door in vars(browser).items() if name.endswith("_json")}
    if job["watch"]:
        found = watched(ask, job["watch"])
    with open(FOUND, "w", encoding="utf-8") as file:  # noqa: PTH123
        json.dump(found, file)
    if not job["watch"]:
        forget(frozenset(job["called"]))
    gc.collect()
    sys._clear_internal_caches()  # of attributes of types; filled again by the first answers


main()
globals().clear()
