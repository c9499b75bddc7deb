"""What to do next, in order, each step with its earliest day from today and its latest day before the deadline.

Which steps there are follows from the first audit's kind; the days are worked out in `timetable.py`.
"""

from collections.abc import Iterator, Mapping

from quiz.facts import Contact, Fact, Partner, PassMarks, Process
from quiz.portability import portability
from quiz.reasons import source
from quiz.situation import Situation
from quiz.timetable import AUDIT_STEPS, AUDITS, Dates, dates, days_of, span, when
from quiz.words import Words

type Plain = dict[str, object]


def steps(situation: Situation, words: Words) -> list[Plain]:
    """The plan: at least three steps, also where nobody certifies or the partner must decide."""
    days = dates(situation)
    return [_step(step_id, situation, days, words) for step_id in _ids(situation)]


def _ids(situation: Situation) -> Iterator[str]:
    if situation.route in ("none", "ask") or not situation.partners:
        yield from _asking(situation)
        return
    if _holds_it_already(situation):
        yield from ("contact-partner", "keep-records", "upkeep", "renewal")
        return
    if situation.route != "cor" and situation.answers.client_requires in (None, "unsure"):
        yield "ask-client"
    yield from _elsewhere(situation)
    if situation.partner is None:
        yield "choose-partner"
    yield "contact-partner"
    if _account_first(situation):
        yield "open-account"
    yield from ("training", "build-system", "records")
    yield from AUDITS[situation.process.audit.kind if situation.process else "unknown"]
    yield from ("certificate", "upkeep")


def _asking(situation: Situation) -> Iterator[str]:
    if not situation.place.partners:
        yield "ask-authority"
    elif not situation.partners:
        yield "find-partner"
    elif situation.partner is None:
        yield "choose-partner"
    else:
        yield "ask-partner"
    yield from _elsewhere(situation)
    yield "ask-client"
    if situation.partners and not situation.tally.known:
        yield "count-people"
    yield "keep-meanwhile"


def _holds_it_already(situation: Situation) -> bool:
    return (situation.answers.holds, situation.route) in (("secor", "secor"), ("cor", "cor"), ("cor", "secor"))


def _elsewhere(situation: Situation) -> Iterator[str]:
    found = portability(situation)
    if found is None:
        return
    if found.kind == "iso":
        yield "equivalency"
    elif found.kind in ("letter", "home-unknown", "secor-not-verified"):
        yield "letter"


def _account_first(situation: Situation) -> bool:
    account = situation.answers.account
    return account in ("no", "unsure") or (account is None and situation.tally.high <= 1)


def _step(step_id: str, situation: Situation, days: Dates, words: Words) -> Plain:
    partner = situation.partner
    earliest, latest = days_of(step_id, days)
    gaps = _gaps(situation, words)
    step: Plain = {
        "id": step_id,
        "title": words(f"step.{step_id}.title", **gaps),
        "text": _text(step_id, situation, words, gaps),
        "who": words(f"step.{step_id}.who", **gaps),
        "when": when(step_id, earliest, latest, days, words),
        "span": span(step_id, situation.process, days),
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
        "links": _links(step_id, situation, partner, words),
    }
    fact = _fact(step_id, situation.process)
    if fact:
        step["source"] = source(fact, situation)
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


def _text(step_id: str, situation: Situation, words: Words, gaps: Mapping[str, object]) -> str:
    """The step's own sentence, then what the source says of it, or that nothing was verified."""
    text = words(f"step.{step_id}.text", **gaps)
    fact = situation.place.account_rule if step_id == "open-account" else _fact(step_id, situation.process)
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


def _gaps(situation: Situation, words: Words) -> Mapping[str, object]:
    partner = situation.partner
    return {
        "partner": partner.name if partner else words("partner.yours"),
        "acronym": partner.acronym if partner else words("partner.yours"),
        "place": situation.place.in_name,
        "account": situation.place.account,
        "authority": situation.place.authority.whom_to_ask,
        "name": situation.verdict[1] if situation.verdict else words("certificate.any"),
    }


def _links(step_id: str, situation: Situation, partner: Partner | None, words: Words) -> list[Plain]:
    """Where to go for the step: the partner's page for the route, or the authority."""
    if step_id in ("ask-authority", "find-partner", "open-account"):
        authority = situation.place.authority
        return [{"text": authority.whom_to_ask, "url": authority.url}]
    if step_id == "choose-partner":
        return [{"text": p.name, "url": p.cor_url or p.url} for p in situation.partners]
    if partner and step_id in ("contact-partner", "ask-partner", "training", "upkeep", *AUDIT_STEPS):
        own = {"secor": partner.small_url, "owner-operator": partner.one_person_url}.get(situation.route)
        return [{"text": words("link.partner", partner=partner.name), "url": own or partner.cor_url or partner.url}]
    return []


def contacts(situation: Situation) -> list[Plain]:
    """How to reach each partner the verdict rests on; the authority where there is none."""
    if not situation.partners:
        authority = situation.place.authority
        return [_contact("authority", authority.whom_to_ask, authority.url, authority.contact)]
    return [_contact(p.id, p.name, p.cor_url or p.url, p.contact) for p in situation.partners]


def _contact(contact_id: str, name: str, url: str, contact: Contact | None) -> Plain:
    found: Plain = {"id": contact_id, "name": name, "url": url}
    if contact is None:
        return found
    values = {"phone": contact.phone, "other_phone": contact.other_phone, "email": contact.email}
    found |= {key: value for key, value in values.items() if value}
    return found | {"checked": contact.checked.isoformat(), "verified": contact.confidence != "low"}
