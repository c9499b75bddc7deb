"""Answers in, a decision out: the way through everything else. Total and pure: never an exception, no clock.

The date comes in with the answers; without one the plan has no dates and nothing is past its review.
"""

from quiz.answers import UNSURE, Answers, read
from quiz.cautions import cautions, unclear_groups
from quiz.changes import would_change
from quiz.facts import Facts
from quiz.plan import contacts, steps
from quiz.questions import BY_KEY, may_follow, plain, still_open
from quiz.reasons import because, people, source
from quiz.situation import Situation, certainty, conflicts, place_question, situation
from quiz.timetable import deadline_caution
from quiz.words import Words

type Plain = dict[str, object]


def decide(raw: object, facts: Facts, words: Words) -> Plain:
    """The decision for raw answers as plain data (see the contract in CONTRIBUTING.md), or `{"errors": [...]}`."""
    answers = read(raw, facts, words)
    if isinstance(answers, list):
        return {"errors": [{"key": problem.key, "text": problem.text} for problem in answers]}
    key = place_question(answers, facts)
    if key:
        return _question(key, answers, facts, words)
    found = situation(answers, facts)
    if found.settlement.question:
        return _question(found.settlement.question, answers, facts, words)
    return result(found, words)


def _question(key: str, answers: Answers, facts: Facts, words: Words) -> Plain:
    question = plain(BY_KEY[key], facts, words, answers)
    return {
        "status": "question",
        "version": facts.version,
        "province": answers.province,
        "question": question,
        "open": list(may_follow(answers, facts)),
    }


def result(found: Situation, words: Words) -> Plain:
    """Everything that a result page shows."""
    changes = would_change(found, words)
    return {
        "status": "result",
        "version": found.facts.version,
        "province": found.place.code,
        "partner": _partner(found),
        "verdict": verdict(found, words),
        "headline": headline(found, words),
        "evidence": _evidence(found, words),
        "people": people(found, words),
        "because": because(found, words),
        "would_change": changes,
        "conflicts": _conflicts(found),
        "cautions": [*cautions(found, words), *deadline_caution(found, words)],
        "partners": side_by_side(found, words),
        "steps": steps(found, words),
        "contacts": contacts(found),
        "messages": _messages(found, words),
        "open": still_open(found),
        "outcome": outcome(found, words),
    }


def _partner(found: Situation) -> str | None:
    if found.partner:
        return found.partner.id
    return UNSURE if found.partners else None


def verdict(found: Situation, words: Words) -> Plain:
    """Route, local name and how sure."""
    return {"route": found.route, "name": local_name(found, words), "certainty": certainty(found)}


def local_name(found: Situation, words: Words) -> str:
    """The local name of the verdict; where the cases differ, the word file's name for that."""
    return found.verdict[1] if found.verdict else words("verdict.ask")


def headline(found: Situation, words: Words) -> str:
    """The verdict in one sentence."""
    partner = found.partner
    gaps = {
        "place": found.place.in_name,
        "partner": partner.name if partner else words("partner.yours"),
        "name": found.verdict[1] if found.verdict else "",
    }
    if found.route == "ask" and found.settlement.deciding:
        return words(f"headline.depends-{deciding(found)}", groups=unclear_groups(found, words, "or"), **gaps)
    if found.route == "ask":
        return words("headline.ask-partner" if found.partners else "headline.ask-authority", **gaps)
    if found.route == "none" or not found.partners:
        return words(f"headline.{found.route}-without-partner", **gaps)
    if partner is None:
        return words("headline.any-partner", **gaps)
    return words("headline.fits", **gaps)


def deciding(found: Situation) -> str | None:
    """What the verdict hangs on; with the counting helper it is the people of whom nobody says whether they count."""
    key = found.settlement.deciding
    return "count" if key == "people" and found.tally.unclear else key


def _evidence(found: Situation, words: Words) -> Plain:
    """How sure, in words, and the oldest day on which anything behind the verdict was checked."""
    facts = [case.chosen for case in found.cases]
    if not facts and found.place.without_partner:
        facts = [found.place.without_partner]
    checked = min((fact.checked for fact in facts), default=found.facts.newest_check)
    level_id = "depends" if found.settlement.deciding else certainty(found)
    if level_id == "clear" and conflicts(found):
        level_id = "clear-but-disputed"
    return {"text": words(f"evidence.{level_id}"), "checked": checked.isoformat()}


def _conflicts(found: Situation) -> list[Plain]:
    return [
        {
            "id": conflict.id,
            "topic": conflict.topic,
            "readings": [{"text": fact.text, "source": source(fact, found)} for fact in conflict.readings],
            "ours": conflict.ours,
            "why": conflict.why,
        }
        for conflict in conflicts(found)
    ]


def side_by_side(found: Situation, words: Words) -> list[Plain]:
    """The same business at every partner of the place: what each would say."""
    rows = []
    for partner in found.place.partners:
        there = situation(found.answers.but(partner=partner.id), found.facts)
        rows.append(
            {
                "id": partner.id,
                "name": partner.name,
                "acronym": partner.acronym,
                "verdict": verdict(there, words),
                "open": partner in found.place.open_to(found.answers.industry),
                "doubtful": partner.status == "doubtful",
            }
        )
    return rows


def _messages(found: Situation, words: Words) -> Plain:
    """Sentences ready to send: to the client unless the full COR is the answer, and to the partner where it depends."""
    name = found.verdict[1] if found.verdict and found.route not in ("ask", "none") else words("certificate.small")
    messages: Plain = {}
    if found.route != "cor" or words("certificate.cor") not in name:
        messages["client"] = words("message.client", name=name)
    hangs_on = deciding(found)
    question = found.chosen.question if found.chosen else ""
    if hangs_on:
        messages["partner"] = words(f"message.depends-{hangs_on}", groups=unclear_groups(found, words, "or"))
    elif question:
        messages["partner"] = words("message.ask", question=question)
    return messages


def outcome(found: Situation, words: Words) -> str:
    """The slug of the static page for this verdict."""
    return f"{found.place.slug}-{slug(local_name(found, words))}"


def slug(name: str) -> str:
    """A name as part of an address: lower-case letters, digits and hyphens."""
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower())
    return "-".join(part for part in kept.split("-") if part)
