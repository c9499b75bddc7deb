"""How long a decision with its whole plan takes in CPython, over the field cases, and which part of it how much."""

import cProfile
import pstats
import statistics
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.sites import FACTS, WORDS
from quiz.decision import decide, result
from tests.quiz.test_cases import CASES

ROUNDS = 5
SHOWN = 8  # parts that are told, the largest first


def decisions() -> dict[str, str]:
    """Milliseconds a decision, and the shares of its parts; a profiler is slower, but slower for all parts."""
    today = FACTS.newest_check.isoformat()
    asked = [{"today": today, **case["answers"]} for case in CASES if "route" in case]
    _decide(asked)
    spans = [_decide(asked) for _ in range(ROUNDS)]
    with cProfile.Profile() as profile:
        _decide(asked)
    parts = sorted(_parts(profile).items(), key=lambda part: part[1], reverse=True)[:SHOWN]
    return {
        "a decision": f"{statistics.median(spans):.2f} ms, the mean of {len(asked)} field cases",
        "of it": ", ".join(f"`{name}` {share:.0%}" for name, share in parts),
    }


def _decide(asked: Sequence[Mapping[str, object]]) -> float:
    began = time.perf_counter()
    for answers in asked:
        decide(answers, FACTS, WORDS)
    return (time.perf_counter() - began) * 1000 / len(asked)


def _parts(profile: cProfile.Profile) -> dict[str, float]:
    """What the parts that a result is put together from take of it, by module and function."""
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    whole = (result.__code__.co_filename, result.__code__.co_firstlineno, result.__name__)
    (_, _, _, total, _) = stats[whole]
    called = {part: callers[whole][3] for part, (*_, callers) in stats.items() if whole in callers}
    return {f"{Path(file).stem}.{name}": spent / total for (file, _, name), spent in called.items() if file != "~"}
