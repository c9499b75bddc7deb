"""What happens to a firm that holds a certificate, event by event: the facts that speak of it, by place and partner."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from hooks.facts.entry import Statement, facts_of
from hooks.facts.model import Catalogue, Jurisdiction
from hooks.facts.partner import Partner
from hooks.views.for_whom import about


@dataclass(frozen=True, slots=True)
class Said:
    """One fact, with the partner that it is about; None where it is the place's."""

    fact: Statement
    partner: Partner | None


@dataclass(frozen=True, slots=True)
class Event:
    """One event with what the facts say of it; `silent` are the places that certify and say nothing."""

    id: str
    by_place: tuple[tuple[Jurisdiction, tuple[Said, ...]], ...]
    silent: tuple[Jurisdiction, ...]


# Facts stand where they belong in partners.yml and know no events; which event each is about is said here.
_FACTS: Mapping[str, tuple[str, ...]] = {
    "ran-out": ("ab-caution-expired", "ab-caution-letter-again", "nl-nlcsa-upkeep"),
    "upkeep-failed": (
        "ab-secor-upkeep",
        "ab-cor-upkeep",
        "ab-note-action-plans",
        "ab-note-review",
        "ab-amta-note-cancelled",
        "ab-esc-note-near-miss",
        "bc-bcfsc-note-fail",
        "bc-esc-secor-upkeep",
        "sk-esc-secor-upkeep",
    ),
    "changed-hands": (
        "ab-note-merger",
        "ab-note-related",
        "ab-aasp-note-group",
        "ab-amta-note-group",
        "bc-note-one-account",
        "bc-bccsa-note-company",
        "on-caution-accounts",
        "sk-scsa-accounts",
    ),
    "shrank": ("bc-caution-bcfsc-size-changed",),
    "moved": (
        "ab-esc-note-provinces",
        "bc-esc-note-provinces",
        "sk-scsa-office",
        "sk-esc-register",
        "mb-letter-lapses",
        "mb-mhca-abroad",
        "yt-caution-corel",
    ),
    "changed-partner": ("ab-aasp-note-choice", "bc-conversion-bcfsc", "mb-conversion-made-safe", "mb-csam-made-safe"),
    "paused": ("ab-esc-note-no-site", "bc-esc-note-six-months", "mb-csam-site", "sk-esc-six-months"),
}
_ORDER = (
    "ran-out",
    "upkeep-due",
    "upkeep-failed",
    "changed-hands",
    "grew",
    "shrank",
    "moved",
    "changed-partner",
    "paused",
)


def life_events(catalogue: Catalogue) -> tuple[Event, ...]:
    """Every event in the order in which a guide tells them."""
    return tuple(_event(event, catalogue) for event in _ORDER)


def _event(event: str, catalogue: Catalogue) -> Event:
    choose = _CHOICES.get(event) or _named(_FACTS[event])
    by_place = tuple((place, said) for place in catalogue.jurisdictions if (said := tuple(choose(place))))
    spoken = {place.code for place, _ in by_place}
    silent = tuple(p for p in catalogue.jurisdictions if p.partners and p.code not in spoken)
    return Event(event, by_place, silent)


def _named(ids: Iterable[str]) -> Callable[[Jurisdiction], Iterable[Said]]:
    wanted = frozenset(ids)
    return lambda place: (said for said in _all(place) if said.fact.id in wanted)


def _all(place: Jurisdiction) -> Iterable[Said]:
    """Every statement of a place, those of its partners with the partner: a part that many inherit once."""
    own: dict[str, Said] = {}
    for fact in facts_of(place.model_copy(update={"partners": ()})):
        if isinstance(fact, Statement):
            own[fact.id] = Said(fact, None)
    for partner in place.partners:
        for fact in facts_of(partner):
            if isinstance(fact, Statement):
                own.setdefault(fact.id, Said(fact, partner))
    return own.values()


def _growth(place: Jurisdiction) -> Iterable[Said]:
    return (Said(caution, None) for caution in about("growth", place))


def _upkeep(place: Jurisdiction) -> Iterable[Said]:
    """What is due each year: of every partner that says so."""
    for partner in (None, *place.partners):
        processes = partner.processes if partner else place.default_processes
        yield from (Said(process.upkeep, partner) for process in processes if process.upkeep)


_CHOICES: Mapping[str, Callable[[Jurisdiction], Iterable[Said]]] = {"grew": _growth, "upkeep-due": _upkeep}
