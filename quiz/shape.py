"""The shape of a decision: what programs and the page's scripts may count on. Types alone, no rule and no word.

`types/decision.d.ts` is made from it (`python -m hooks shape`), so that scripts are checked against the
same shape. Dates are text like 2026-11-23; an id under `fact` or `rule` is one of `partners.yml`.
"""

from typing import Literal, NotRequired, TypedDict, final

from quiz.fact import Certainty, Route
from quiz.question_shape import Question

type Phase = Literal["now", "then", "keep"]
# What the first day of a step is: records are enough from it on, and the rules allow an audit to take until "about" it.
type MoneyKind = Literal["fee", "refund"]
type Begins = Literal["ready", "now", "about", "from"]
type Kind = Literal["fits", "should", "client", "held", "carried", "voluntary", "depends", "ask", "ask-anybody", "none"]
type Value = str | int | float


class Source(TypedDict):
    """Where a fact was read, when, how sure it is, and since when it is due for another look."""

    url: str
    checked: str
    confidence: str
    due_since: NotRequired[str]


class Reason(TypedDict):
    """A rule that decided; `rule` is the fact's id, `detail` the source's own words in ours."""

    rule: str
    text: str
    source: Source
    detail: NotRequired[str]


class Verdict(TypedDict):
    """Route, local name and how sure."""

    route: Route
    name: str
    certainty: Certainty


class First(TypedDict):
    """What stands first on a screen: a title of four words at most and a line of why, by the kind of the result."""

    kind: Kind
    title: str
    text: str


class Evidence(TypedDict):
    """How sure in words, and the oldest day on which anything behind the verdict was checked."""

    text: str
    checked: str


# "from", "if" and "then" are words of contract and language, so these two are written as calls.
Band = TypedDict("Band", {"from": int, "to": int | None, "route": Route, "name": str})


class Groups(TypedDict):
    """How many of each kind of person count, do not, or are unclear."""

    counted: dict[str, int]
    not_counted: dict[str, int]
    unclear: dict[str, int]


class People(TypedDict):
    """The number that was compared (`size` in words), and the largest that still fits the class below the next one."""

    counted: float | None
    limit: float | None
    unit: str
    period: str
    size: NotRequired[str]
    exclusive: NotRequired[bool]
    low: NotRequired[float]
    high: NotRequired[float]
    groups: NotRequired[Groups]
    scale: NotRequired[list[Band]]
    source: NotRequired[Source]


class Certificate(TypedDict):
    """A route and its local name."""

    route: Route
    name: str


Change = TypedDict("Change", {"if": dict[str, Value], "then": Certificate, "text": str})


class Reading(TypedDict):
    """What one page says."""

    text: str
    source: Source


class Conflict(TypedDict):
    """Public pages that disagree, our reading, and why."""

    id: str
    topic: str
    readings: list[Reading]
    ours: str
    why: str


class Caution(TypedDict):
    """Something to know beside the verdict."""

    id: str
    text: str
    fact: NotRequired[str]
    source: NotRequired[Source]


class PartnerRow(TypedDict):
    """The same business at one partner of the place."""

    id: str
    name: str
    acronym: str
    verdict: Verdict
    open: bool
    doubtful: bool


class Link(TypedDict):
    """A page to go to."""

    text: str
    url: str


class Step(TypedDict):
    """One step of the plan; `span` is its first and last day on a time line."""

    id: str
    phase: Phase
    title: str
    text: str
    who: str
    when: str
    begins: Begins
    span: list[str] | None
    earliest: str | None
    latest: str | None
    links: list[Link]
    fact: NotRequired[str]
    source: NotRequired[Source]


class Contact(TypedDict):
    """How to reach a body; what is not verified is told so."""

    id: str
    name: str
    acronym: NotRequired[str]
    url: str
    phone: NotRequired[str]
    other_phone: NotRequired[str]
    email: NotRequired[str]
    checked: NotRequired[str]
    verified: NotRequired[bool]
    second_hand: NotRequired[bool]  # from a directory, not from the body's own page
    files: NotRequired[bool]  # it asks for the letter on the visitor's behalf


class Messages(TypedDict):
    """Texts ready to send."""

    client: NotRequired[str]
    partner: NotRequired[str]


class Readiness(TypedDict):
    """Whether the certificate can be there by the deadline; `earliest` is None where no day is known."""

    answer: Literal["yes", "no", "unknown"]
    earliest: str | None
    text: str


class Interim(TypedDict):
    """What may be shown to a buyer until the certificate is there."""

    id: str
    name: str
    text: str
    fact: str
    source: Source
    in_time: bool  # a step of the plan may bring it by the deadline


class Needed(TypedDict):
    """Whether anybody asks for a certificate."""

    answer: Literal["asked", "voluntary", "unknown"]
    text: str
    fact: NotRequired[str]
    source: NotRequired[Source]


class Money(TypedDict):
    """A fee or a refund, in dollars a year; None where only the text is known. `figure` is the number at a glance."""

    id: str
    kind: MoneyKind
    figure: str
    low: int | None
    high: int | None
    text: str
    fact: str
    source: Source


@final
class Result(TypedDict):
    """Everything that a result page shows."""

    status: Literal["result"]
    version: str
    province: str
    partner: str | None
    verdict: Verdict
    headline: str
    first: First
    evidence: Evidence
    people: People
    because: list[Reason]
    would_change: list[Change]
    conflicts: list[Conflict]
    cautions: list[Caution]
    partners: list[PartnerRow]
    steps: list[Step]
    readiness: Readiness | None
    interim: list[Interim]
    needed: Needed
    money: list[Money]
    contacts: list[Contact]
    messages: Messages
    open: list[str]
    outcome: str


@final
class Asked(TypedDict):
    """The verdict still hangs on an answer."""

    status: Literal["question"]
    version: str
    province: str | None
    question: Question
    open: list[str]


class Problem(TypedDict):
    """A bad answer: its key, and a sentence that says what would be accepted."""

    key: str
    text: str


@final
class Refusal(TypedDict):
    """Answers that cannot be read."""

    errors: list[Problem]


type Decision = Result | Asked | Refusal
