"""The way between questions, compiled at build time: from question and answer band to the next question or outcome.

The page only looks up in it, so that moving between questions never waits for the engine. It is the engine's own
output and holds no rule of its own.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from quiz.answers import CHOICES, UNSURE, Answers
from quiz.conditions import NUMBER_KEYS, edges
from quiz.decision import outcome
from quiz.facts import Facts, Partner
from quiz.questions import BY_KEY, next_key, options
from quiz.situation import candidates, place_question, resolve
from quiz.words import Words

type Plain = dict[str, Any]
type Next = int | str  # a node's number, or an outcome's slug


class Flow:
    """Nodes in the order in which they were met; equal ones are kept once."""

    def __init__(self, facts: Facts, words: Words) -> None:
        self.facts, self.words = facts, words
        self.nodes: list[Plain] = []
        self._numbers: dict[str, int] = {}

    def follow(self, answers: Answers) -> Next:
        """The node for the next question after these answers, or the outcome that they lead to."""
        key = next_key(answers, self.facts)
        if key is None:
            return outcome(resolve(answers, self.facts), self.words)
        node: Plain = {"key": key}
        question = BY_KEY[key]
        if question.kind == "date":
            # No day changes the verdict, and the question may be passed over.
            node["then"] = outcome(resolve(answers, self.facts), self.words)
        elif question.kind == "choice":
            values = [value for value, _ in options(question, self.facts, self.words, answers)]
            node["to"] = {value: self.follow(answers.but(**{key: value})) for value in values}
        else:
            node["from"] = [
                [start, self.follow(answers.but(**{key: value}))] for start, value in self._bands(key, answers)
            ]
            node["to"] = {UNSURE: self.follow(answers.but(**{key: UNSURE}))}
        if not self._decided(answers):
            node |= self._settled(answers)
        return self._number(node | self._about(key, answers))

    def _settled(self, answers: Answers) -> Plain:
        """What a client may ask for that decides the verdict without the next question, for links that say it."""
        demands = CHOICES["client_requires"] if answers.client_requires is None else ()
        settled = [value for value in demands if self._decided(answers.but(client_requires=value))]
        return {"settled": settled} if settled else {}

    def _decided(self, answers: Answers) -> bool:
        return place_question(answers, self.facts) is None and resolve(answers, self.facts).settlement.question is None

    def _number(self, node: Plain) -> int:
        text = json.dumps(node, sort_keys=True)
        if text not in self._numbers:
            self._numbers[text] = len(self.nodes)
            self.nodes.append(node)
        return self._numbers[text]

    def _partners(self, answers: Answers) -> tuple[Partner, ...]:
        return candidates(answers, self.facts.by_code[answers.province or ""])

    def _bands(self, key: str, answers: Answers) -> list[tuple[float, float]]:
        """The start of each band, and an answer that stands for it."""
        first = BY_KEY[key].least or 0
        starts = edges(key, self._partners(answers))
        return [(0, first), *((start, start) for start in starts if start > first)]

    def _about(self, key: str, answers: Answers) -> Plain:
        """Who counts for the chosen partner, for the counting aid and the hint."""
        partners = self._partners(answers) if key in NUMBER_KEYS else ()
        if len(partners) != 1:
            return {}
        counting = partners[0].counting
        return {"note": counting.text, "counted": list(counting.counted), "unclear": list(counting.unclear)}


def compile_flow(facts: Facts, words: Words) -> Plain:
    """The whole table: `nodes`, and the number of the first in `start`."""
    flow = Flow(facts, words)
    start = flow.follow(Answers())
    return {"start": start, "nodes": flow.nodes, "version": facts.version}


def longest(flow: Plain, at: Next | None = None) -> int:
    """The most questions that anybody is asked before the first result."""
    node = _node(flow, at)
    return 1 + max(longest(flow, then) for _, then in _ways(node)) if node else 0


def leaves(flow: Plain, given: Mapping[str, object] | None = None, at: Next | None = None) -> frozenset[str]:
    """The outcomes that can be reached; with some answers given, from there on."""
    node = _node(flow, at)
    if node is None:
        return frozenset({str(at)})
    wanted = (given or {}).get(node["key"])
    return frozenset(
        leaf for value, then in _ways(node) if wanted in (None, value) for leaf in leaves(flow, given, then)
    )


def walks(flow: Plain) -> Iterator[tuple[str, Answers, int]]:
    """Every way through: the outcome at its end, answers that lead there, and how many questions they were."""
    stack: list[tuple[Next, Answers, int]] = [(flow["start"], Answers(), 0)]
    while stack:
        at, answers, length = stack.pop()
        node = _node(flow, at)
        if node is None:
            yield str(at), answers, length
            continue
        stack += [(then, answers.but(**{node["key"]: value}), length + 1) for value, then in _ways(node)]


def _node(flow: Plain, at: Next | None) -> Plain | None:
    """The node of that number, the first one for None; None for an outcome."""
    at = flow["start"] if at is None else at
    return flow["nodes"][at] if isinstance(at, int) else None


def _ways(node: Plain) -> Iterator[tuple[object, Next]]:
    """An answer for each way on, and where it leads; a band is stood for by its first number."""
    yield from node.get("to", {}).items()
    if "then" in node:
        yield None, node["then"]
    yield from ((max(first, 1), then) for first, then in node.get("from", ()))
