"""For whom a caution is, as parts that a template puts into words; and which cautions are about one subject."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hooks.facts.model import Caution, Jurisdiction, When
from quiz.answers import UNSURE
from quiz.situation import ELSEWHERE

# So many industries are not listed one by one: "many".
INDUSTRIES_NAMED = 5
# What answers a condition takes, in words; a set that nobody has foreseen is told by its subject alone.
_ANSWERS: Mapping[tuple[str, frozenset[str]], str] = {
    ("client", frozenset({"cor"})): "client-only-cor",
    ("client", frozenset({"cor", "unsure"})): "client-maybe-only-cor",
    ("client", frozenset({"cor", "either"})): "client-any-certificate",
    ("client", frozenset({"cor", "either", "unsure"})): "client-may-ask",
    ("client", frozenset({"either", "none", "unsure"})): "client-not-only-cor",
    ("client", frozenset({"either"})): "client-takes-small",
    ("client", frozenset({"none", "unsure"})): "client-maybe-nothing",
    ("growth", frozenset({"yes"})): "growth-yes",
    ("growth", frozenset({"yes", "unsure"})): "growth-maybe",
    ("account", frozenset({"no"})): "account-none",
    ("account", frozenset({"no", "unsure"})): "account-maybe-none",
    ("base", frozenset({"no", "unsure"})): "base-maybe-none",
    ("work", frozenset({"yes"})): "work-started",
    ("work", frozenset({"yes", "unsure"})): "work-maybe-started",
    ("work", frozenset({"no"})): "work-not-started",
    ("work", frozenset({"no", "unsure"})): "work-maybe-not-started",
}
_ABOUT: Mapping[str, Callable[[When], bool]] = {
    "client": lambda when: bool(when.client_requires) and "none" not in when.client_requires,
    "growth": lambda when: bool(when.growth) or set(when.holds) == {"secor"},
    "one-person": lambda when: when.people_at_most == 1 or bool(when.one_person),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One condition: its kind, and what its words have gaps for."""

    kind: str
    gaps: Mapping[str, object] = field(default_factory=dict)

    @property
    def of(self) -> str:
        """What it is a condition of; of several parts about one thing, any is enough."""
        return self.kind.partition("-")[0]


def for_whom(when: When, place: Jurisdiction, *, at_partner: bool = False) -> tuple[Part, ...]:
    """Every condition of a caution at a place, in the order in which a reader is told; empty if it is for everybody.

    On the page of one partner it goes without saying which partner it is, and which industries it takes.
    """
    told = when.model_copy(update={"partners": (), "industries": ()}) if at_partner else when
    return tuple(_parts(told, {partner.id: partner.acronym for partner in place.partners}))


def about(subject: str, place: Jurisdiction) -> tuple[Caution, ...]:
    """The cautions of a place on what a `client` accepts, on `growth`, or for a business of `one-person`."""
    return tuple(caution for caution in place.cautions if _ABOUT[subject](caution.when))


def _parts(when: When, acronyms: Mapping[str, str]) -> Iterator[Part]:
    yield from (Part("name", {"name": acronyms[partner]}) for partner in when.partners)
    yield from (Part(f"route-{route}") for route in when.routes)
    yield from (Part("name", {"name": name}) for name in when.names)
    yield from _industries(when.industries)
    yield from _people(when)
    yield from _answers("client", when.client_requires)
    yield from _answers("growth", when.growth)
    yield from (Part(f"holds-{held}") for held in when.holds)
    if when.unless_holds:
        yield Part(_unless(frozenset(when.unless_holds)))
    # What is held says already where it is from.
    if when.portability and not (when.holds and set(when.holds) <= ELSEWHERE.keys()):
        yield Part("from-elsewhere")
    yield from _answers("account", when.account)
    yield from _answers("base", when.local_base)
    yield from _answers("work", when.work_started)
    if when.records_under:
        yield Part("records-under", {"months": when.records_under})
    if when.earns:
        yield Part("earns")
    if when.uncounted:
        yield Part("uncounted")
    if when.partner_unsure:
        yield Part("no-partner")


def _unless(held: frozenset[str]) -> str:
    """Whom a certificate in hand leaves out: of the full one, of any that comes from elsewhere, or of any."""
    if "cor" in held and held <= {"cor", "cor-elsewhere"}:
        return "unless-cor"
    return "unless-certified" if held & {"cor", "secor"} else "unless-from-elsewhere"


def _industries(industries: Iterable[str]) -> Iterator[Part]:
    named = tuple(industry for industry in industries if industry != UNSURE)
    if len(named) > INDUSTRIES_NAMED:
        yield Part("many-industries")
    else:
        yield from (Part("industry", {"industry": industry}) for industry in named)


def _people(when: When) -> Iterator[Part]:
    over, most = when.people_over, when.people_at_most
    if when.one_person:
        yield Part("one-person")
    if over and most:
        yield (
            Part("people", {"n": most}) if over + 1 == most else Part("people-between", {"least": over + 1, "n": most})
        )
    elif over:
        yield Part("people-over", {"n": over})
    elif most:
        yield Part("people-at-most", {"n": most})


def _answers(subject: str, taken: Iterable[str]) -> Iterator[Part]:
    answers = frozenset(taken)
    if answers:
        yield Part(_ANSWERS.get((subject, answers), subject))
