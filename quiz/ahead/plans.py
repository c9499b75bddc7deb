"""Plans tried: every partner and size with what may be held, the office, the records, the date and the client.

Each rule is a promise of the plan that can be stated without knowing the facts; it has a name, and the public report
says what it means. A plan that breaks one is a fault.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, product

from quiz.ahead.answer_sets import elsewhere, openings, sizes
from quiz.answers import Answers
from quiz.calendar_days import plus_months
from quiz.cautions import cautions
from quiz.client import messages, needed
from quiz.evidence import certainty
from quiz.facts import Facts, Jurisdiction
from quiz.holding import holds_what_is_asked, kept, may_be_the_small_one, way
from quiz.interim import entries, interim
from quiz.plan import steps
from quiz.portability import portability
from quiz.readiness import readiness
from quiz.shape import Caution, Interim, Messages, Needed, Readiness, Step
from quiz.situation import Situation, resolve
from quiz.timetable import AUDIT_STEPS, AUDITS, BY_THE_DEADLINE, dates, least_months
from quiz.words import Words

HELD_HERE = (None, "none", "secor", "cor", "expired", "iso-45001")
DAYS = (None, 7, 90, 1095)  # to the deadline
CLIENTS = ("cor", "either", "none")
BEGINNERS = frozenset({"training", "build-system", "records", "certificate", "partner-review", *AUDIT_STEPS})
AUDITED = ("partner-review", "certificate")


@dataclass(frozen=True, slots=True)
class Told:
    """What one visitor is told, as far as plans go."""

    visitor: Situation
    steps: list[Step]
    readiness: Readiness | None
    interim: list[Interim]
    needed: Needed
    messages: Messages
    cautions: list[Caution]

    @property
    def ids(self) -> list[str]:
        """The ids of the steps."""
        return [step["id"] for step in self.steps]

    def day(self, step_id: str, key: str) -> date | None:
        """A step's earliest or latest day, where it stands in the plan and has one."""
        named = (step for step in self.steps if step["id"] == step_id)
        value = next((step["earliest"] if key == "earliest" else step["latest"] for step in named), None)
        return date.fromisoformat(value) if value else None


def told(answers: Answers, facts: Facts, words: Words) -> Told:
    """Everything that the rules look at."""
    visitor = resolve(answers, facts)
    return Told(
        visitor,
        steps(visitor, words),
        readiness(visitor, words),
        interim(visitor, words),
        needed(visitor, words),
        messages(visitor, words),
        cautions(visitor, words),
    )


def _yes_is_kept(one: Told) -> bool:
    if one.readiness is None or one.readiness["answer"] != "yes" or holds_what_is_asked(one.visitor):
        return True
    earliest, deadline = one.readiness["earliest"], one.visitor.answers.deadline
    return not dates(one.visitor).unknown and bool(earliest and deadline and date.fromisoformat(earliest) <= deadline)


def _no_is_later(one: Told) -> bool:
    if one.readiness is None or one.readiness["answer"] != "no":
        return True
    earliest, deadline = one.readiness["earliest"], one.visitor.answers.deadline
    return earliest is None or bool(deadline and date.fromisoformat(earliest) > deadline)


def _records_first(one: Told) -> bool:
    """Where the months are known, nothing that needs them comes before the last one."""
    have, least, today = one.visitor.answers.records_months, least_months(one.visitor.process), one.visitor.today
    if way(one.visitor) != "newcomer" or not isinstance(have, int) or least is None or today is None:
        return True
    floor = plus_months(today, max(0, least - have))
    days = [one.day(step_id, "earliest") for step_id in one.ids if step_id in (*AUDIT_STEPS, *AUDITED)]
    promised = one.readiness["earliest"] if one.readiness else None
    days.append(date.fromisoformat(promised) if promised else None)
    return all(day is None or floor is None or day >= floor for day in days)


def _deadline_only_if_met(one: Told) -> bool:
    if one.visitor.answers.deadline is None or (one.readiness and one.readiness["answer"] == "yes"):
        return True
    deadline = one.visitor.answers.deadline.isoformat()
    return all(step["latest"] != deadline for step in one.steps if step["id"] not in BY_THE_DEADLINE)


def _in_order(one: Told) -> bool:
    """Records, then each audit, then the review, then the certificate; every date not before the one it needs."""
    ranks: dict[str, float] = {"training": 0, "training-check": 0, "build-system": 0, "adapt-system": 0, "records": 1}
    kind = one.visitor.process.audit.kind if one.visitor.process else "unknown"
    ranks |= {step_id: 2 + place / 10 for place, step_id in enumerate(AUDITS[kind])}
    ranks |= {"certificate": 5, "upkeep": 6, "renewal": 7}
    there = [step_id for step_id in one.ids if step_id in ranks]
    if any(ranks[first] > ranks[second] for first, second in pairwise(there)):
        return False
    for key in ("earliest", "latest"):
        days = [day for step_id in there if step_id in ranks and (day := one.day(step_id, key))]
        if any(first > second for first, second in pairwise(days)):
            return False
    return all(not (s["earliest"] and s["latest"]) or s["earliest"] <= s["latest"] for s in one.steps)


def _three_steps(one: Told) -> bool:
    return len(one.ids) >= 3 and len(set(one.ids)) == len(one.ids)


def _holders_begin_nothing(one: Told) -> bool:
    return not holds_what_is_asked(one.visitor) or not BEGINNERS & set(one.ids)


def _upkeep_of_what_is_held(one: Told) -> bool:
    process, held = kept(one.visitor), one.visitor.answers.holds
    if held != "cor" or way(one.visitor) not in ("holder", "shrank") or process is None:
        return True
    facts = [step.get("fact") for step in one.steps if step["id"] == "upkeep"]
    own = process.upkeep.id if process.upkeep else None
    return ("cor" in process.routes or may_be_the_small_one(one.visitor)) and facts == [own]


def _voluntary_writes_to_nobody(one: Told) -> bool:
    if one.needed["answer"] != "voluntary":
        return True
    return "client" not in one.messages and not one.interim and not {"ask-client", "bid"} & set(one.ids)


def _both_is_an_answer(one: Told) -> bool:
    if one.visitor.answers.client_requires != "either":
        return True
    asked = {caution["id"] for caution in one.cautions} & {"ask-client", "small-is-cor"}
    return "ask-client" not in one.ids and not asked


def _partner_is_asked(one: Told) -> bool:
    unsure = one.visitor.route == "ask" or certainty(one.visitor) != "clear"
    return not unsure or not one.visitor.partners or "partner" in one.messages


def _office_rules_letters_out(one: Told) -> bool:
    carried = portability(one.visitor)
    if carried is None or carried.letter is None or one.visitor.answers.local_base != "yes":
        return True
    return not carried.letter.only_without_local_base or not {"letter", "equivalency"} & set(one.ids)


def _account_and_letter_exclude_each_other(one: Told) -> bool:
    carried = portability(one.visitor)
    if carried is None or carried.letter is None or not carried.letter.only_without_account:
        return True
    has = one.visitor.answers.account == "yes"
    return not ("letter" in one.ids and (has or "open-account" in one.ids))


def _meanwhile_waits_for_nothing(one: Told) -> bool:
    """Who left the optional questions open sees at least what a newcomer without records sees."""
    answers = one.visitor.answers
    if answers.holds is not None or answers.records_months is not None or answers.deadline is not None:
        return True
    beginner = resolve(answers.but(holds="none", records_months=0), one.visitor.facts)
    wanted = {entry.id for entry in entries(beginner)}
    return wanted <= {entry["id"] for entry in one.interim}


RULES: Mapping[str, Callable[[Told], bool]] = {
    "yes-is-kept": _yes_is_kept,
    "no-is-later": _no_is_later,
    "records-first": _records_first,
    "deadline-only-if-met": _deadline_only_if_met,
    "in-order": _in_order,
    "three-steps": _three_steps,
    "holders-begin-nothing": _holders_begin_nothing,
    "upkeep-of-what-is-held": _upkeep_of_what_is_held,
    "voluntary-writes-to-nobody": _voluntary_writes_to_nobody,
    "both-is-an-answer": _both_is_an_answer,
    "partner-is-asked": _partner_is_asked,
    "office-rules-letters-out": _office_rules_letters_out,
    "account-and-letter": _account_and_letter_exclude_each_other,
    "meanwhile-waits-for-nothing": _meanwhile_waits_for_nothing,
}


def plan_sets(facts: Facts) -> Iterator[Answers]:
    """The answers whose plans are tried."""
    today = facts.newest_check
    for place in facts.jurisdictions:
        for opening in openings(place, facts) if place.partners else [Answers(province=place.code)]:
            tried = set[tuple[object, ...]]()
            for sized in sizes(opening, resolve(opening, facts)):
                visitor = resolve(sized, facts)
                kind = (visitor.settlement.verdicts, certainty(visitor), visitor.tally.high <= 1)
                if kind not in tried:  # a plan reads no more of the size than this
                    tried.add(kind)
                    yield from _varied(sized.but(today=today), place, facts)


def _varied(sized: Answers, place: Jurisdiction, facts: Facts) -> Iterator[Answers]:
    least = least_months(resolve(sized, facts).process)
    months = dict.fromkeys((None, 0, least or 6, 24))
    days = [None if n is None or sized.today is None else sized.today + timedelta(days=n) for n in DAYS]
    for held, have, deadline in product(HELD_HERE, months, days):
        yield sized.but(holds=held, records_months=have, deadline=deadline)
    for client, held, deadline in product(CLIENTS, (None, "secor", "cor"), days[:3]):
        yield sized.but(client_requires=client, holds=held, deadline=deadline)
    for held, home, base, started in product(
        ("cor-elsewhere", "secor-elsewhere"), _homes(place, facts), ("yes", "no", None), ("yes", "no", None)
    ):
        code, issuer = home
        yield sized.but(holds=held, home_province=code, home_partner=issuer, local_base=base, work_started=started)
    for account, (code, issuer) in product(("yes", "no"), _homes(place, facts)):
        there = sized.but(holds="cor-elsewhere", home_province=code, home_partner=issuer)
        yield there.but(local_base="no", work_started="no", account=account, deadline=days[2])
    for other in place.partners[:3]:
        yield sized.but(holds="cor", home_partner=other.id, deadline=days[2])


def _homes(place: Jurisdiction, facts: Facts) -> Sequence[tuple[str, str]]:
    """A body of the federation, one that is none, and one that is refused here, as far as there are such."""
    homes = [*elsewhere(place, facts)]
    refused = {partner_id for letter in place.letters for partner_id in letter.refuses}
    wanted = [
        next((pair for pair in homes if pair[1].cfcsa_member), None),
        next((pair for pair in homes if not pair[1].cfcsa_member), None),
        next((pair for pair in homes if pair[1].id in refused), None),
    ]
    return list(dict.fromkeys((pair[0], pair[1].id) for pair in wanted if pair))


def faults(facts: Facts, words: Words, batch: Sequence[Answers]) -> list[str]:
    """Each broken rule with the answers that break it."""
    broken = []
    for answers in batch:
        one = told(answers, facts, words)
        broken += [f"{name}: {_short(answers)}" for name, holds in RULES.items() if not holds(one)]
    return broken


def _short(answers: Answers) -> str:
    given = (f"{key}={getattr(answers, key)}" for key in Answers.__slots__ if key != "count" and answers.given(key))
    return " ".join(given)
