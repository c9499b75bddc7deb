"""`python -m quiz`: exit codes, one line per problem, and nothing on standard output when answers are refused."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from hooks.facts.catalogue import FACTS
from hooks.root import ROOT
from quiz.__main__ import _object, main

pytestmark = pytest.mark.slow  # some start a Python of their own, one compares all sets of a province


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """One run of the command, as another program would make it."""
    command = [sys.executable, "-m", "quiz", *arguments]
    return subprocess.run(command, input=given, cwd=ROOT, capture_output=True, text=True, check=False)


def inside(*arguments: str, given: str | bytes = "") -> subprocess.CompletedProcess[str]:
    """The same run in this process, which spares the start of a Python."""
    out, err = io.StringIO(), io.StringIO()
    raw = given if isinstance(given, bytes) else given.encode()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        code = main(list(arguments))
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def test_decide_prints_one_decision() -> None:
    done = run("decide", given='{"province": "AB", "partner": "acsa", "people": 10}')
    decision = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert (decision["status"], decision["verdict"]["route"]) == ("result", "secor")
    assert decision["steps"][0]["earliest"], "the device's date stands in for a missing today"


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ('{"province": "ab", "people": 0}', 2),
        ('{"province": "AB", "province": "BC"}', 1),
        ("{", 1),
        ("", 1),
        ("[]", 1),
        ("[" * 100_000, 1),
        ('{"people": ' + "9" * 5000 + "}", 1),
        ('{"people": NaN}', 1),
        ('{"\\ud800": 1}', 1),
    ],
)
def test_bad_answers_exit_with_2_and_a_line_for_each_problem(given: str, lines: int) -> None:
    done = inside("decide", given=given)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == lines
    assert "Traceback" not in done.stderr


def test_lines_gives_a_decision_or_the_errors_for_each_line() -> None:
    done = run("decide", "--lines", given='{"province": "ON"}\n{"province": "on"}\n\n{"province": "QC"}\n')
    decisions = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [decision.get("status", "refused") for decision in decisions] == ["result", "refused", "result"]
    assert decisions[1]["errors"] == ["province: 'on' is not accepted; write it as ON"]


@pytest.mark.parametrize(
    "line",
    [
        r'{"\ud800": 1, "\ud800": 2}',
        r'{"\u001b[31mred\n": 1, "\u001b[31mred\n": 2}',
        r'{"\u009b31mred": 1, "\u009b31mred": 2}',
        r'{"\u202eback\u2028": 1, "\u202eback\u2028": 2}',
        r'{"\ud800": 1, "\u009b": 2}',
        r'{"province": "\u001b[31m\u009b\u202e\ud800"}',
    ],
)
@pytest.mark.parametrize("way", [(), ("--lines",)])
def test_nothing_that_a_terminal_would_obey_is_printed(line: str, way: tuple[str, ...]) -> None:
    done = inside("decide", *way, given=f'{line}\n{{"province": "ON"}}\n' if way else line)
    printed = done.stdout + done.stderr
    assert "Traceback" not in printed
    assert [sign for sign in printed if not (sign.isprintable() or sign in "\n\u00a0")] == []
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == len(way) * 2


def test_a_key_with_signs_for_a_terminal_is_still_told_from_others() -> None:
    assert inside("decide", given=r'{"\u001b[1m": 1, "\u001b[1m": 1}').stderr.startswith(
        "\\u001b[1m: this key is given"
    )


@pytest.mark.parametrize("key", ["k" * 10_000, r"\ud800" * 10_000], ids=["letters", "halves"])
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("way", [(), ("--lines",)])
def test_a_key_as_long_as_a_page_is_told_in_a_line(key: str, times: int, way: tuple[str, ...]) -> None:
    done = inside("decide", *way, given="{" + ", ".join([f'"{key}": 1'] * times) + "}")
    (line,) = (done.stdout + done.stderr).splitlines()
    assert done.returncode == 2
    assert line.isprintable()
    assert len(line) < 1000
    assert ("this key is given twice" if times > 1 else "unknown key") in line


def test_whatever_a_terminal_can_show_the_decision_is_printed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quiz", "decide"],
        input='{"province": "QC"}',
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["verdict"]["route"] == "none"


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    command = f"{sys.executable} -m quiz questions | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("decide <&-", "standard input is closed; answers as a JSON object are expected there"),
        ("decide --lines <&-", "standard input is closed; answers as a JSON object are expected there"),
        ("decide <<<'{}' >/dev/full", "standard output cannot be used: no space left on device"),
        ("decide --lines <<<'{}' >/dev/full", "standard output cannot be used: no space left on device"),
        ("questions >&-", "standard output is closed; a file or a terminal is expected there"),
    ],
)
def test_a_stream_that_is_closed_or_full_is_told_in_one_sentence(call: str, said: str) -> None:
    command = f"{sys.executable} -m quiz {call}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{said}\n")


def test_complaints_that_nobody_can_read_are_not_printed_among_the_answers() -> None:
    command = f"{sys.executable} -m quiz decide <<<'[]' 2>&-"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")


def test_what_would_be_accepted_can_be_copied_as_it_is_told() -> None:
    for given in ("[]", "{"):
        assert '{"province": "AB"}' in (told := inside("decide", given=given).stderr)
        assert "{{" not in told


@pytest.mark.parametrize("way", [(), ("--lines",)])
def test_a_key_that_stands_twice_hides_no_other_problem(way: tuple[str, ...]) -> None:
    given = '{"people": 9, "people": 0, "growth": "x", "province": "AB", "province": "zz", "people": 3, '
    given += '"holds": {"a": 1, "a": 2}}'
    done = inside("decide", *way, given=given)
    told = json.loads(done.stdout)["errors"] if way else done.stderr.splitlines()
    assert done.returncode == 2
    assert [line.partition(" ")[0] for line in told] == ["a:", "people:", "province:", "growth:", "holds:"]


@pytest.mark.parametrize("way", [(), ("--lines",)])
def test_however_many_problems_there_are_the_first_of_them_and_their_number_are_told(way: tuple[str, ...]) -> None:
    done = inside("decide", *way, given=json.dumps({f"key-{number}": 1 for number in range(3000)}))
    told = json.loads(done.stdout)["errors"] if way else done.stderr.splitlines()
    assert done.returncode == 2
    assert len(told) == 51
    assert told[49].startswith("'key-49': unknown key")
    assert told[50] == "and 2,950 more problems"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (b"[" * 100_000, "nested too deeply"),
        (b'{"people": ' + b"9" * 5000 + b"}", "a number has too many digits"),
        (b'{"province": "\xff"}', "not UTF-8 text, at byte 14"),
        (b'{"province": "AB"} x', "Extra data: line 1 column 20"),
    ],
)
def test_why_answers_are_not_readable_is_told_in_words_and_not_in_python_s(given: bytes, reason: str) -> None:
    told = inside("decide", given=given).stderr
    assert told.startswith(f"The answers are not readable as JSON ({reason}")
    assert [word for word in ("codec", "sys.", "recursion", "decode") if word in told] == []


@pytest.mark.parametrize("way", [(), ("--lines",)])
def test_the_mark_that_some_editors_put_before_a_text_is_passed_over(way: tuple[str, ...]) -> None:
    done = inside("decide", *way, given=b'\xef\xbb\xbf{"province": "QC"}\n')
    assert (done.returncode, json.loads(done.stdout)["status"]) == (0, "result")


class Counted(str):
    """A key that counts how often any two are compared."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str.__eq__(self, str(other))

    __hash__ = str.__hash__


def test_as_many_keys_as_somebody_sends_are_looked_at_once_each() -> None:
    pairs: list[tuple[str, object]] = [(Counted(f"key-{number}"), 1) for number in range(1000)]
    Counted.compared = 0
    assert len(_object(pairs, {})) == 1000
    assert Counted.compared < 10 * len(pairs)


def test_questions_lists_every_question_with_its_options() -> None:
    questions = json.loads(inside("questions").stdout)["questions"]
    assert [question["key"] for question in questions][:4] == ["province", "industry", "partner", "people"]
    assert {"value": "AB", "label": "Alberta"} in questions[0]["options"]


def test_diff_of_the_same_facts_exits_with_0() -> None:
    assert inside("diff", str(FACTS), str(FACTS)).returncode == 0


def test_diff_tells_a_moved_limit_in_peoples_words(tmp_path: Path) -> None:
    moved = tmp_path / "moved.yml"
    text = FACTS.read_text(encoding="utf-8")
    start = text.index("id: ab-class-secor")
    moved.write_text(text[:start] + text[start:].replace("at_most: 10", "at_most: 11", 1), encoding="utf-8")
    done = inside("diff", str(FACTS), str(moved))
    assert done.returncode == 1
    assert "Alberta, Alberta Construction Safety Association, 11 people: COR becomes SECOR" in done.stdout


def test_facts_that_are_broken_are_refused_with_their_line(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text("jurisdictions: 3\n", encoding="utf-8")
    done = inside("decide", "--facts", str(broken), given="{}")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{broken}:1:")
