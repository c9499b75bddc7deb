"""What to do next: each step with its words, its days, where to go, and the fact that it rests on.

Which steps there are is in `steps.py`; the days are worked out in `timetable.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from quiz.contacts import has_no_page
from quiz.fact import Fact
from quiz.facts import Interim, Letter
from quiz.holding import HELD, asks_first, in_hand, is_new, issued_by, kept, way
from quiz.interim import ready, text_of
from quiz.portability import granter, letter_text, portability, same_body, the_letter
from quiz.process import PassMarks, Process
from quiz.reasons import source
from quiz.shape import Step
from quiz.situation import Situation
from quiz.step_days import begins, span, when
from quiz.step_links import LETTERS, links_of
from quiz.steps import phase, step_ids
from quiz.timetable import (
    AUDIT_STEPS,
    AUDITS,
    Dates,
    covering,
    dates,
    days_of,
    first_is_short,
    follows,
    may_be_short,
    waits_for_work,
)
from quiz.words import Words, as_certificate, as_start

PAPERS = ("letter", "interim")  # for a bid, and for a time


def steps(visitor: Situation, words: Words) -> list[Step]:
    """The plan, in the order in which it is done."""
    days = dates(visitor)
    meanwhile = {entry.id: entry for entry in ready(visitor)}
    return [_step(step_id, meanwhile.get(step_id), visitor, days, words) for step_id in step_ids(visitor)]


def _step(step_id: str, entry: Interim | None, visitor: Situation, days: Dates, words: Words) -> Step:
    kind = "interim" if entry else step_id
    gaps = _gaps(visitor, words) | ({"letter": entry.name} if entry else {})
    gaps |= {"name": _issued(visitor, words)} if step_id == "certificate" else {}
    fact = entry or fact_of(step_id, visitor)
    covers = covering(fact, days) if isinstance(fact, Interim | Letter) and kind in PAPERS else None
    earliest, latest = days_of(step_id, days)
    waits = entry is not None and waits_for_work(entry, visitor)
    earliest = covers or (follows(entry.after, days) if entry and waits else earliest)
    text = text_of(entry, visitor, words) if entry else _text(step_id, fact, visitor, words, gaps)
    # A letter that would end too soon can wait, and to ask what it takes cannot.
    asked = words("when.ask-from", earliest=words.date(covers)) if covers and kind == "letter" else ""
    dated = asked or when(step_id, earliest, latest, days, words)
    step: Step = {
        "id": step_id,
        "phase": phase(step_id, visitor),
        "title": _title(kind, visitor, words, gaps),
        "text": f"{text} {words('step.interim.covers', earliest=words.date(covers), **gaps)}" if covers else text,
        "who": words(_worded(kind, "who", visitor, words), **gaps),
        "begins": begins(step_id, earliest, days),
        "when": words(f"when.after-{entry.after}") if entry and waits and not earliest else dated,
        "span": span(step_id, days) if earliest or not waits else None,
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
        "links": links_of(kind, entry, visitor, words),
    }
    if fact:
        step["fact"], step["source"] = fact.id, source(fact, visitor)
    return step


def _title(kind: str, visitor: Situation, words: Words, gaps: Mapping[str, object]) -> str:
    """The title as the start of a line."""
    return as_start(words(_worded(kind, "title", visitor, words), **gaps))


def _worded(kind: str, part: str, visitor: Situation, words: Words) -> str:
    """The id of a step's words: the first form that is true of the visitor and has words of its own."""
    tried = (f"step.{kind}.{part}-{form}" for form in _forms(visitor))
    return next((text_id for text_id in tried if text_id in words), f"step.{kind}.{part}")


@lru_cache(maxsize=2)
def _forms(visitor: Situation) -> tuple[str, ...]:
    """What is true of the visitor and makes a step read otherwise, the narrowest first."""
    answers, carried, goes = visitor.answers, portability(visitor), way(visitor)
    letter, partner = carried.letter if carried else None, visitor.partner
    voluntary, reach = answers.client_requires == "none", partner.contact if partner else None
    reached = bool(reach and (reach.phone or reach.email))
    audit = visitor.process.audit.kind if visitor.process else None
    closed = carried is not None and carried.kind == "conversion-closed"
    forms = {
        "converted": goes == "conversion" and letter is not None,
        "kept": voluntary and goes == "letter",
        "closed-offered": voluntary and closed,
        "closed": closed,
        "offered": voluntary,  # nobody asks, so nothing is sent to a client
        f"by-{letter.filed_by if letter else ''}": letter is not None and letter.filed_by is not None,
        "same": carried is not None and same_body(carried),
        "followed": carried is not None and carried.then is not None,
        "working": letter is not None and letter.working and letter.kind == "letter",
        "earned": letter is not None and letter.then_certificate,
        "moved": issued_by(visitor) is not None,
        "going-on": bool(answers.months) or not is_new(visitor),
        "evaluated": audit == "self-evaluation" and answers.holds != "cor",  # no audit is listed for the class
        "unseen": audit == "unknown" and visitor.route == "owner-operator",  # not even whether there is one
        "asked": asks_first(visitor),
        "outgrown": goes in ("outgrown", "upgrade"),  # what is held is kept until the larger one is there
        "member": goes == "upgrade",  # the partner knows the firm
        "alone": carried is None
        or not visitor.partners
        or carried.kind not in ("letter", "equivalency", "home-unknown"),  # it carries no letter
        "no-route": carried is not None and carried.kind == "iso-unknown",
        "hours": partner is not None and partner.counting.unit == "full-time-equivalents",
        "none-seen": bool(visitor.process and visitor.process.training and visitor.process.training.none_seen),
        "one-person": visitor.tally.high <= 1 or answers.peak == 1 or visitor.route == "owner-operator",
        "newcomer": not in_hand(visitor),
        "certified": in_hand(visitor),
        "arranged": audit == "internal-partner-external",
        # No page of its own was found; a partner that can be called or written to is asked itself.
        "pageless": partner is not None and has_no_page(partner, visitor.place) and not reached,
        "unreached": partner is not None and not reached,
        "silent": partner is not None and not (reach and reach.phone),
    }
    return tuple(form for form, is_true in forms.items() if is_true)


def fact_of(step_id: str, visitor: Situation) -> Fact | None:
    """What the step rests on, where that was verified; a certificate in hand is kept by its own rules."""
    if step_id == "open-account":
        own = visitor.partner.account_rule if visitor.partner else None
        return own or visitor.place.account_rule
    if step_id == "register-refund":
        return visitor.place.refund_registration
    carried = portability(visitor)
    converted = step_id == "certificate" and way(visitor) == "conversion"
    if step_id in LETTERS or (converted and carried and carried.letter):
        return carried.letter if carried else None
    if visitor.process and _is_of_the_first(step_id, visitor) and first_is_short(visitor):
        return visitor.process.records
    if step_id in ("upkeep", "renewal"):
        process = kept(visitor)
        return None if process is None else process.upkeep if step_id == "upkeep" else process.validity
    return _of_process(step_id, visitor.process) if visitor.process else None


def _is_of_the_first(step_id: str, visitor: Situation) -> bool:
    """Whether it tells of the certificate to be earned, which may be a short one, and not of how another is kept."""
    return step_id == "certificate" or (step_id == "upkeep" and kept(visitor) is visitor.process)


def _of_process(step_id: str, process: Process) -> Fact | None:
    timing = process.timing
    facts = {
        "training": process.training,
        "training-check": process.training,
        "build-system": timing if timing and timing.build_months else None,
        "records": process.records,
        "partner-review": process.pass_marks,
        "certificate": process.validity,
    }
    return process.audit if step_id in AUDIT_STEPS else facts.get(step_id)


def _text(step_id: str, fact: Fact | None, visitor: Situation, words: Words, gaps: Mapping[str, object]) -> str:
    """The step's own sentence, then what the source says of it, or that nothing was verified."""
    text = words(_worded(step_id, "text", visitor, words), **gaps)
    of_the_first = _is_of_the_first(step_id, visitor)
    if of_the_first and first_is_short(visitor):
        return f"{text} {words(f'step.{step_id}.short', **gaps)}"
    if of_the_first and may_be_short(visitor) and fact:
        return " ".join(part for part in (text, fact.text, words(f"step.{step_id}.short", **gaps)) if part)
    if fact is None:
        # Of several partners each has its own: that is not "not verified", and the choice comes first.
        unknown = f"step.{step_id}.{'differs' if len(visitor.partners) > 1 else 'unknown'}"
        return f"{text} {words(unknown)}" if unknown in words else text
    if isinstance(fact, Letter) and step_id not in LETTERS:
        return text
    if isinstance(fact, PassMarks):
        return f"{text} {_pass_marks(fact, words)}"
    if step_id in LETTERS:
        own = letter_text(fact, words) if isinstance(fact, Letter) else fact.text
        return " ".join([own, text, *_before_a_letter(visitor, words, gaps)])
    if step_id in AUDIT_STEPS:
        marks = visitor.process.pass_marks if visitor.process and step_id == "partner-audit" else None
        told = [text, _pass_marks(marks, words) if marks else ""]
        if _begins_the_audit(step_id, visitor):
            told = [fact.text, *told, _timing(visitor)]
        return " ".join(part for part in told if part)
    return f"{text} {fact.text} {_of_every_audit(visitor) if step_id == 'upkeep' else ''}".strip()


def _of_every_audit(visitor: Situation) -> str:
    """What holds for each audit, for who is certified; others read it with their first one."""
    process = kept(visitor) if visitor.answers.holds in HELD else None
    return process.timing.text if process and process.timing and process.timing.every_audit else ""


def _begins_the_audit(step_id: str, visitor: Situation) -> bool:
    """Whether it is the first of the steps of an audit; the others need not say the same again."""
    return visitor.process is None or step_id == AUDITS[visitor.process.audit.kind][0]


def _timing(visitor: Situation) -> str:
    """What is to be known of days and notice before the first audit, unless an earlier step says it."""
    process = visitor.process
    return process.timing.text if process and process.timing and not process.timing.build_months else ""


def _before_a_letter(visitor: Situation, words: Words, gaps: Mapping[str, object]) -> Iterator[str]:
    """What would end the letter before it served."""
    carried = portability(visitor)
    if carried and carried.letter and carried.letter.only_without_account:
        yield words("step.letter.without-account", **gaps)


def _pass_marks(marks: PassMarks, words: Words) -> str:
    kind = "overall" if marks.each_element is None else "both"
    text = words(f"step.partner-review.{kind}", overall=marks.overall, each=marks.each_element)
    return f"{text} {words('step.partner-review.unconfirmed')}" if marks.confidence == "low" else text


def _gaps(visitor: Situation, words: Words) -> dict[str, object]:
    partner, carried = visitor.partner, portability(visitor)
    letter = carried.letter if carried else None
    followed = replace(carried, letter=carried.then) if carried and carried.then else None
    home = carried.home if carried else issued_by(visitor)
    held = visitor.answers.holds or "none"
    records = visitor.process.records if visitor.process else None
    return {
        "partner": partner.name if partner else words("partner.yours"),
        "acronym": partner.acronym if partner else words("partner.yours"),
        "granter": granter(carried, visitor, words, short=True),
        "home": home.acronym if home else words("partner.home"),
        "letter": the_letter(carried, words) if carried else None,
        "then": the_letter(followed, words) if followed else None,
        "then_granter": granter(followed, visitor, words, short=True),
        "asks": (letter.asks if letter else "") or words("letter.papers"),
        "short": records.short_valid_months if records else None,
        "full": records.months if records else None,
        "place": visitor.place.in_name,
        "account": visitor.place.account,
        "authority": visitor.place.authority.whom_to_ask,
        "name": visitor.name or words("certificate.any"),
        "held": words(f"held.{held}"),
        "deadline": words.date(visitor.answers.deadline) if visitor.answers.deadline else None,
    }


def _issued(visitor: Situation, words: Words) -> str:
    """The certificate that comes at the end of the plan; the name of a class alone is none."""
    issued = as_certificate(visitor.name, words)
    named = words("letter.named", name=issued) if issued != visitor.name else issued
    return named or words("certificate.any")
