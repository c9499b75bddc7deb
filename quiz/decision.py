"""Answers in, a decision out: the way through everything else. Total and pure: never an exception, no clock.

The date comes in with the answers; without one the plan has no dates and nothing is past its review.
"""

from quiz.answers import UNSURE, Answers, read
from quiz.applies import disputes
from quiz.cautions import cautions
from quiz.changes import would_change
from quiz.client import messages, needed
from quiz.contacts import contacts
from quiz.evidence import certainty, facts_behind
from quiz.facts import Facts
from quiz.headline import first, headline, local_name
from quiz.interim import interim
from quiz.money import money
from quiz.plan import steps
from quiz.questions import BY_KEY, may_follow, plain, still_open
from quiz.readiness import readiness
from quiz.reasons import because, source
from quiz.shape import Asked, Conflict, Decision, Evidence, PartnerRow, Result, Verdict
from quiz.situation import Situation, place_question, resolve
from quiz.standing import people
from quiz.words import Words


def decide(raw: object, facts: Facts, words: Words) -> Decision:
    """The decision for raw answers as plain data (see the contract in CONTRIBUTING.md), or `{"errors": [...]}`."""
    answers = read(raw, facts, words)
    if isinstance(answers, list):
        return {"errors": [{"key": problem.key, "text": problem.text} for problem in answers]}
    key = place_question(answers, facts)
    if key:
        return _question(key, answers, facts, words)
    visitor = resolve(answers, facts)
    if visitor.settlement.question:
        return _question(visitor.settlement.question, answers, facts, words)
    return result(visitor, words)


def _question(key: str, answers: Answers, facts: Facts, words: Words) -> Asked:
    question = plain(BY_KEY[key], facts, words, answers)
    return {
        "status": "question",
        "version": facts.version,
        "province": answers.province,
        "question": question,
        "open": list(may_follow(answers, facts)),
    }


def result(visitor: Situation, words: Words) -> Result:
    """Everything that a result page shows."""
    return {
        "status": "result",
        "version": visitor.facts.version,
        "province": visitor.place.code,
        "partner": _partner(visitor),
        "verdict": verdict(visitor, words),
        "headline": headline(visitor, words),
        "first": first(visitor, words),
        "evidence": _evidence(visitor, words),
        "people": people(visitor, words),
        "because": because(visitor, words),
        "would_change": would_change(visitor, words),
        "conflicts": _conflicts(visitor),
        "cautions": cautions(visitor, words),
        "partners": side_by_side(visitor, words),
        "steps": steps(visitor, words),
        "readiness": readiness(visitor, words),
        "interim": interim(visitor, words),
        "needed": needed(visitor, words),
        "money": money(visitor, words),
        "contacts": contacts(visitor),
        "messages": messages(visitor, words),
        "open": still_open(visitor),
        "outcome": outcome(visitor, words),
    }


def _partner(visitor: Situation) -> str | None:
    if visitor.partner:
        return visitor.partner.id
    return UNSURE if visitor.partners else None


def verdict(visitor: Situation, words: Words) -> Verdict:
    """Route, local name and how sure."""
    return {"route": visitor.route, "name": local_name(visitor, words), "certainty": certainty(visitor)}


def _evidence(visitor: Situation, words: Words) -> Evidence:
    """How sure, in words, and the oldest day on which anything behind the verdict was checked."""
    checked = min((fact.checked for fact in facts_behind(visitor)), default=visitor.facts.newest_check)
    sure = certainty(visitor)
    level_id: str = "depends" if visitor.settlement.deciding and sure != "unverified" else sure
    if level_id == "clear" and disputes(visitor):
        level_id = "clear-but-disputed"
    return {"text": words(f"evidence.{level_id}"), "checked": checked.isoformat()}


def _conflicts(visitor: Situation) -> list[Conflict]:
    return [
        {
            "id": conflict.id,
            "topic": conflict.topic,
            "readings": [{"text": fact.text, "source": source(fact, visitor)} for fact in conflict.readings],
            "ours": conflict.ours,
            "why": conflict.why,
        }
        for conflict in disputes(visitor)
    ]


def side_by_side(visitor: Situation, words: Words) -> list[PartnerRow]:
    """The same business at every partner of the place: what each would say."""
    rows: list[PartnerRow] = []
    for partner in visitor.place.partners:
        there = resolve(visitor.answers.but(partner=partner.id), visitor.facts)
        rows.append(
            {
                "id": partner.id,
                "name": partner.name,
                "acronym": partner.acronym,
                "verdict": verdict(there, words),
                "open": partner in visitor.place.open_to(visitor.answers.industry),
                "doubtful": partner.status == "doubtful",
            }
        )
    return rows


def outcome(visitor: Situation, words: Words) -> str:
    """The slug of the static page for this verdict."""
    return f"{visitor.place.slug}-{slug(local_name(visitor, words))}"


def slug(name: str) -> str:
    """A name as part of an address: lower-case letters, digits and hyphens."""
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower())
    return "-".join(part for part in kept.split("-") if part).removeprefix("the-")
