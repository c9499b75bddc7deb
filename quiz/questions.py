"""Every question, in order: its key, its kind, its options or its range, and when an optional one still matters."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from quiz import question_shape
from quiz.answers import CHOICES, GROUPS, ISSUED_HERE, MOST_DOLLARS, MOST_HOURS, MOST_MONTHS, UNSURE, Answers
from quiz.applies import larger_is_brought, needs_account
from quiz.cautions import depends_on
from quiz.classes import reads, separates, verdicts
from quiz.fact import MOST_PEOPLE
from quiz.facts import Facts
from quiz.holding import holds_what_is_asked, is_new, may_be_outgrown, way
from quiz.interim import entries as papers_meanwhile
from quiz.money import entries
from quiz.portability import portability
from quiz.situation import ELSEWHERE, Situation, place_question, resolve
from quiz.timetable import is_audited, least_months
from quiz.words import Words

type Offered = Callable[[Facts], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `kind` is choice, whole, number or date; ranges are in the unit of the key."""

    key: str
    kind: Literal["choice", "whole", "number", "date"]
    options: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    unsure: bool = False
    optional: bool = False  # asked on the result page only


def choice(key: str, *, optional: bool = False) -> Question:
    """A question whose options are those that its answer takes."""
    return Question(key, "choice", CHOICES[key], unsure=UNSURE in CHOICES[key], optional=optional)


QUESTIONS = (
    Question("province", "choice"),
    Question("industry", "choice", unsure=True),
    Question("partner", "choice", unsure=True),
    Question("people", "whole", least=1, most=MOST_PEOPLE, unsure=True),
    Question("average_people", "number", least=0.01, most=MOST_PEOPLE, unsure=True),
    Question("payroll_hours", "number", least=0, most=MOST_HOURS, unsure=True),
    choice("works_alone"),
    choice("subcontracts"),
    choice("works_with_partner_or_family"),
    choice("client_requires"),
    choice("growth", optional=True),
    Question("records_months", "whole", least=0, most=MOST_MONTHS, unsure=True, optional=True),
    choice("holds", optional=True),
    Question("home_province", "choice", optional=True),
    Question("home_partner", "choice", optional=True),
    choice("local_base", optional=True),
    choice("work_started", optional=True),
    choice("account", optional=True),
    Question("deadline", "date", optional=True),
    Question("premium", "whole", least=0, most=MOST_DOLLARS, optional=True),
)
ABOUT_A_CERTIFICATE = {"home_province", "home_partner", "local_base", "work_started"}
BY_KEY: Mapping[str, Question] = {question.key: question for question in QUESTIONS}
COUNTING_AID = tuple(f"count.{group}" for group in GROUPS)


def plain(question: Question, facts: Facts, words: Words, answers: Answers | None = None) -> question_shape.Question:
    """A question as data for a page or another program, with its words and everything it accepts."""
    key = question.key
    told: question_shape.Question = {
        "key": key,
        "kind": question.kind,
        "text": words(f"question.{key}.text"),
        "hint": words(f"question.{key}.hint", hours=_full_time_hours(facts, words)),
        "short": words(f"question.{key}.short"),
        "optional": question.optional,
        "unsure": question.unsure,
        "errors": {name: words(f"question.{key}.{name}") for name in ("empty", "wrong")},
    }
    if question.kind == "choice":
        told["options"] = [{"value": v, "label": label} for v, label in options(question, facts, words, answers)]
    if question.least is not None and question.most is not None:
        told |= {"least": question.least, "most": question.most}
    if key == "people":
        told["instead"] = [{"key": aid, "text": words(f"count.{aid.removeprefix('count.')}")} for aid in COUNTING_AID]
    return told


def _full_time_hours(facts: Facts, words: Words) -> str:
    """The hours of a full-time equivalent, as the partners that count so have them."""
    partners = (partner for place in facts.jurisdictions for partner in place.partners)
    hours = {partner.counting.full_time_hours for partner in partners if partner.counting.full_time_hours}
    return words.listed([words.number(each) for each in sorted(hours)], "or")


def options(question: Question, facts: Facts, words: Words, answers: Answers | None) -> list[tuple[str, str]]:
    """Values and labels: places and industries in the order of the alphabet, "I'm not sure" last."""
    key = question.key
    unsure = [(UNSURE, words("option.unsure"))] if question.unsure else []
    if key in ("province", "home_province"):
        return sorted(((place.code, place.name) for place in facts.jurisdictions), key=lambda pair: pair[1])
    if key == "industry":
        named = sorted(((i, words(f"industry.{i}")) for i in facts.industries), key=lambda pair: pair[1])
        return [*named, ("other", words("industry.other")), *unsure]
    if key in ("partner", "home_partner"):
        return [*_partners(key, facts, answers), *unsure]
    return [
        (v, words(f"option.{key}.{v}" if f"option.{key}.{v}" in words else f"option.{v}")) for v in question.options
    ]


def _partners(key: str, facts: Facts, answers: Answers | None) -> list[tuple[str, str]]:
    code = _where(key, answers) if answers else None
    if code is None:
        offered = {p.id: p.name for place in facts.jurisdictions for p in place.partners}
    else:
        place = facts.by_code[code]
        shown = place.open_to(answers.industry) if answers and key == "partner" else place.partners
        offered = {p.id: p.name for p in shown}
    return sorted(offered.items(), key=lambda pair: pair[1])


def _where(key: str, answers: Answers) -> str | None:
    """The place whose partners are offered: who issued a certificate of this place is one of its own."""
    here = key == "partner" or answers.holds in ISSUED_HERE
    return answers.province if here else answers.home_province


def next_key(answers: Answers, facts: Facts) -> str | None:
    """The next question before the first result; None when the verdict is as decided as it can be.

    The client's demand comes late and only where it can change the verdict, the date comes last. Neither holds a
    verdict back (`decide` answers without them), but a visitor who is going through the questions is asked.
    """
    first = place_question(answers, facts)
    if first:
        return first
    visitor = resolve(answers, facts)
    if visitor.settlement.question:
        return visitor.settlement.question
    if answers.client_requires is None and client_matters(visitor):
        return "client_requires"
    return "deadline" if answers.deadline is None else None


def client_matters(visitor: Situation) -> bool:
    """Whether a client who takes nothing but the full certificate would change the verdict."""
    if not visitor.cases:
        return False
    demanded = resolve(visitor.answers.but(client_requires="cor"), visitor.facts)
    return verdicts(demanded.cases) != verdicts(visitor.cases)


def still_open(visitor: Situation) -> list[str]:
    """The unanswered questions that could still change reasons, cautions, steps or dates, in order."""
    keys = _size_keys(visitor)
    return [
        q.key for q in QUESTIONS if not visitor.answers.given(q.key) and (q.key in keys or _matters(q.key, visitor))
    ]


def _size_keys(visitor: Situation) -> set[str]:
    """Size questions with an answer that would leave other classes than another answer does."""
    varied = {key for case in visitor.cases for key in case.values if separates(key, visitor.cases)}
    if visitor.answers.count:
        varied -= {"people"}
    if visitor.tally.low != 2 or visitor.tally.high != 2:
        varied -= {"works_alone"}
    if len(visitor.partners) > 1 and visitor.answers.industry is None:
        varied.add("industry")
    return varied


def _matters(key: str, visitor: Situation) -> bool:
    """Whether an optional answer could change anything that is said."""
    own_reason = OPTIONAL.get(key)
    return own_reason is not None and (own_reason(visitor) or depends_on(key, visitor))


def _pays_back(visitor: Situation) -> bool:
    """Whether an amount follows from the premium that is paid."""
    refunds = [entry.refund for entry in entries(visitor) if entry.refund] if visitor.partners else []
    return any(not refund.base_premium or refund.at_least_dollars for refund in refunds)


OPTIONAL: Mapping[str, Callable[[Situation], bool]] = {
    "client_requires": lambda s: True,
    "growth": lambda s: may_be_outgrown(s) and s.answers.holds != "cor" and not larger_is_brought(s),
    "records_months": lambda s: _records_matter(s),
    "holds": lambda s: s.route != "none" and bool(s.partners),
    "home_province": lambda s: s.answers.holds in ELSEWHERE,
    "home_partner": lambda s: _issuers(s) > 1,
    "local_base": lambda s: _presence_matters(s, "local_base"),
    "work_started": lambda s: _presence_matters(s, "work_started"),
    "account": lambda s: bool(s.partners) and (needs_account(s) or _presence_matters(s, "account")),
    "deadline": lambda s: True,
    "premium": _pays_back,
}


def _records_matter(visitor: Situation) -> bool:
    """Whether months of records could move a day, bring a paper, or be told to go on, as a system that is there is."""
    if is_new(visitor):
        return True
    if holds_what_is_asked(visitor):
        return False
    dated = is_audited(visitor) and least_months(visitor.process) is not None
    papers = any(entry.when.records_under for entry in papers_meanwhile(visitor))
    return dated or papers


def _presence_matters(visitor: Situation, key: str) -> bool:
    """Whether an office, work or an account here would change what the certificate from elsewhere is worth."""
    if visitor.answers.holds not in ELSEWHERE:
        return False
    if key == "work_started" and way(visitor) in ("ask-home", "ask-office"):
        return True  # what has begun is no step that is still to come
    there = (resolve(visitor.answers.but(**{key: value}), visitor.facts) for value in ("yes", "no"))
    found = {(carried.kind, carried.letter, carried.then) for one in there if (carried := portability(one))}
    return len(found) > 1


def _issuers(visitor: Situation) -> int:
    """How many bodies may have issued the certificate that is held."""
    answers = visitor.answers
    if answers.holds in ISSUED_HERE:
        return len(visitor.place.partners)
    return sum(len(place.partners) for place in visitor.facts.jurisdictions if place.code == answers.home_province)


def may_follow(answers: Answers, facts: Facts) -> Iterator[str]:
    """The questions that may still come, the next one first, while the verdict is not decided."""
    first = next_key(answers, facts)
    yield from (q.key for q in QUESTIONS if q.key == first)
    asked = _possible(answers, facts)
    yield from (q.key for q in QUESTIONS if q.key != first and q.key in asked and not answers.given(q.key))


def _possible(answers: Answers, facts: Facts) -> set[str]:
    """Every question that some way on from here may ask: more than will be asked, never less."""
    keys = {q.key for q in QUESTIONS if q.optional} - ABOUT_A_CERTIFICATE
    if answers.province is None:
        return {q.key for q in QUESTIONS} - ABOUT_A_CERTIFICATE
    place = facts.by_code[answers.province]
    if place_question(answers, facts) == "industry":
        keys.add("partner")
    partners = [p for p in place.open_to(answers.industry) if answers.partner in (None, UNSURE, p.id)] or place.partners
    return keys | {key for partner in partners for key in reads(partner)} | {"client_requires"}
