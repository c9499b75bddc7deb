"""What to do next, in order, each step with its earliest day from today and its latest day before the deadline.

Which steps there are follows from the first audit's kind; the days are worked out in `timetable.py`.
"""

from collections.abc import Iterator, Mapping

from quiz import shape
from quiz.facts import Contact, Fact, Partner, PassMarks, Process
from quiz.portability import portability
from quiz.reasons import source
from quiz.shape import Link, Step
from quiz.situation import Situation
from quiz.timetable import AUDIT_STEPS, AUDITS, Dates, dates, days_of, span, when
from quiz.words import Words


def steps(visitor: Situation, words: Words) -> list[Step]:
    """The plan: at least three steps, also where nobody certifies or the partner must decide."""
    days = dates(visitor)
    return [_step(step_id, visitor, days, words) for step_id in _ids(visitor)]


def _ids(visitor: Situation) -> Iterator[str]:
    if visitor.route in ("none", "ask") or not visitor.partners:
        yield from _asking(visitor)
        return
    if _holds_it_already(visitor):
        yield from ("contact-partner", "keep-records", "upkeep", "renewal")
        return
    if visitor.route != "cor" and visitor.answers.client_requires in (None, "unsure"):
        yield "ask-client"
    yield from _elsewhere(visitor)
    if visitor.partner is None:
        yield "choose-partner"
    yield "contact-partner"
    if _account_first(visitor):
        yield "open-account"
    yield from ("training", "build-system", "records")
    yield from AUDITS[visitor.process.audit.kind if visitor.process else "unknown"]
    yield from ("certificate", "upkeep")


def _asking(visitor: Situation) -> Iterator[str]:
    if not visitor.place.partners:
        yield "ask-authority"
    elif not visitor.partners:
        yield "find-partner"
    elif visitor.partner is None:
        yield "choose-partner"
    else:
        yield "ask-partner"
    yield from _elsewhere(visitor)
    yield "ask-client"
    if visitor.partners and not visitor.tally.known:
        yield "count-people"
    yield "keep-meanwhile"


def _holds_it_already(visitor: Situation) -> bool:
    return (visitor.answers.holds, visitor.route) in (("secor", "secor"), ("cor", "cor"), ("cor", "secor"))


def _elsewhere(visitor: Situation) -> Iterator[str]:
    found = portability(visitor)
    if found is None:
        return
    if found.kind == "iso":
        yield "equivalency"
    elif found.kind in ("letter", "home-unknown", "secor-not-verified"):
        yield "letter"


def _account_first(visitor: Situation) -> bool:
    account = visitor.answers.account
    return account in ("no", "unsure") or (account is None and visitor.tally.high <= 1)


def _step(step_id: str, visitor: Situation, days: Dates, words: Words) -> Step:
    partner = visitor.partner
    earliest, latest = days_of(step_id, days)
    gaps = _gaps(visitor, words)
    step: Step = {
        "id": step_id,
        "title": words(f"step.{step_id}.title", **gaps),
        "text": _text(step_id, visitor, words, gaps),
        "who": words(f"step.{step_id}.who", **gaps),
        "when": when(step_id, earliest, latest, days, words),
        "span": span(step_id, visitor.process, days),
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
        "links": _links(step_id, visitor, partner, words),
    }
    fact = _fact(step_id, visitor.process)
    if fact:
        step["fact"], step["source"] = fact.id, source(fact, visitor)
    return step


def _fact(step_id: str, process: Process | None) -> Fact | None:
    """What the step rests on, where that was verified."""
    if process is None:
        return None
    timing = process.timing
    facts = {
        "training": process.training,
        "build-system": timing if timing and timing.build_months else None,
        "records": process.records,
        "partner-review": process.pass_marks,
        "certificate": process.validity,
        "upkeep": process.upkeep,
    }
    return process.audit if step_id in AUDIT_STEPS else facts.get(step_id)


def _text(step_id: str, visitor: Situation, words: Words, gaps: Mapping[str, object]) -> str:
    """The step's own sentence, then what the source says of it, or that nothing was verified."""
    text = words(f"step.{step_id}.text", **gaps)
    fact = visitor.place.account_rule if step_id == "open-account" else _fact(step_id, visitor.process)
    if fact is None:
        unknown = f"step.{step_id}.unknown"
        return f"{text} {words(unknown)}" if unknown in words else text
    if isinstance(fact, PassMarks):
        return f"{text} {_pass_marks(fact, words)}"
    return f"{fact.text} {text}" if step_id in AUDIT_STEPS else f"{text} {fact.text}"


def _pass_marks(marks: PassMarks, words: Words) -> str:
    if marks.each_element is None:
        return words("step.partner-review.overall", overall=marks.overall)
    return words("step.partner-review.both", overall=marks.overall, each=marks.each_element)


def _gaps(visitor: Situation, words: Words) -> Mapping[str, object]:
    partner = visitor.partner
    return {
        "partner": partner.name if partner else words("partner.yours"),
        "acronym": partner.acronym if partner else words("partner.yours"),
        "place": visitor.place.in_name,
        "account": visitor.place.account,
        "authority": visitor.place.authority.whom_to_ask,
        "name": visitor.verdict.name if visitor.verdict else words("certificate.any"),
    }


def _links(step_id: str, visitor: Situation, partner: Partner | None, words: Words) -> list[Link]:
    """Where to go for the step: the partner's page for the route, or the authority."""
    if step_id in ("ask-authority", "find-partner", "open-account"):
        authority = visitor.place.authority
        return [{"text": authority.whom_to_ask, "url": authority.url}]
    if step_id == "choose-partner":
        return [{"text": p.name, "url": p.cor_url or p.url} for p in visitor.partners]
    if partner and step_id in ("contact-partner", "ask-partner", "training", "upkeep", *AUDIT_STEPS):
        own = {"secor": partner.small_url, "owner-operator": partner.one_person_url}.get(visitor.route)
        return [{"text": words("link.partner", partner=partner.name), "url": own or partner.cor_url or partner.url}]
    return []


def contacts(visitor: Situation) -> list[shape.Contact]:
    """How to reach each partner the verdict rests on; the authority where there is none."""
    if not visitor.partners:
        authority = visitor.place.authority
        return [_contact("authority", authority.whom_to_ask, authority.url, authority.contact)]
    return [_contact(p.id, p.name, p.cor_url or p.url, p.contact) for p in visitor.partners]


def _contact(contact_id: str, name: str, url: str, contact: Contact | None) -> shape.Contact:
    told: shape.Contact = {"id": contact_id, "name": name, "url": url}
    if contact is None:
        return told
    if contact.phone:
        told["phone"] = contact.phone
    if contact.other_phone:
        told["other_phone"] = contact.other_phone
    if contact.email:
        told["email"] = contact.email
    return {**told, "checked": contact.checked.isoformat(), "verified": contact.confidence != "low"}
