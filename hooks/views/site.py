"""Everything that pages are made from, and what is worked out from it once a build."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from hooks.facts.entry import Fact, facts_of
from hooks.facts.for_engine import facts_bytes, facts_for
from hooks.facts.links import Links
from hooks.facts.model import Catalogue, Jurisdiction, Known, known_facts
from hooks.facts.partner import Partner
from hooks.facts.review import Reviewed, past_review
from hooks.facts.words import words_bytes
from hooks.facts.written import Written, written
from hooks.views.alike import Alike, alike
from hooks.views.buyers import Asking, asking, silent, ways
from hooks.views.changes import Day, changes
from hooks.views.ladders import Shared, countings, ladder, shared_rungs
from hooks.views.life import Event, life_events
from hooks.views.outcomes import Outcome, outcomes
from hooks.views.partners import PartnerView
from hooks.views.places import (
    AuditWay,
    Certifiers,
    Somewhere,
    Where,
    audit_ways,
    certifiers,
    full_classes,
    small_classes,
    small_cors,
    somewhere,
)
from hooks.views.proof_report import proof_report
from hooks.views.same_business import Row, same_business
from hooks.views.short_links import Short, short_links
from hooks.views.source_pages import SourcePage, source_pages
from hooks.views.tiles import Tile, tiles
from hooks.views.worked_costs import Worked, worked
from hooks.watch.freshness import freshness
from hooks.watch.record import load as load_records
from quiz.ahead.flow import compile_flow, longest
from quiz.answers import GROUPS
from quiz.facts import Facts, SizeClass
from quiz.facts import Jurisdiction as Place
from quiz.facts import Partner as Certifier
from quiz.words import Words


class Read(Reviewed, Protocol):
    """What was read at a source: a fact, or what a page says of several."""

    @property
    def confidence(self) -> str:
        """How sure we are of it."""


@dataclass(frozen=True)
class Site:
    """Everything that pages are made from, and what is worked out from it once a build."""

    catalogue: Catalogue
    words: Words
    links: Links
    today: datetime.date
    url: str = ""  # where the site will stand, with a slash at its end

    @cached_property
    def facts(self) -> Facts:
        """The facts as the engine reads them."""
        return facts_for(self.catalogue)

    @cached_property
    def known(self) -> Known:
        """Every fact by its id."""
        return known_facts(self.catalogue)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome that the engine can give."""
        return outcomes(self.facts, self.words)

    @cached_property
    def due(self) -> tuple[Fact, ...]:
        """The facts that should have been looked at again by now."""
        return tuple(fact for fact in facts_of(self.catalogue) if past_review(fact, self.today))

    def due_since(self, *read: Read) -> datetime.date | None:
        """The day since which something should have been looked at again; None while one of several need not be."""
        return max(fact.review_by for fact in read) if all(past_review(fact, self.today) for fact in read) else None

    def weak(self, *read: Read) -> bool:
        """Whether nothing better than low confidence speaks for something."""
        return all(fact.confidence == "low" for fact in read)

    def told(self, code: str) -> Jurisdiction:
        """A province or territory of the facts by its code."""
        return next(place for place in self.catalogue.jurisdictions if place.code == code)

    def outcomes_at(self, code: str) -> tuple[Outcome, ...]:
        """The outcomes of one place."""
        return tuple(outcome for outcome in self.outcomes if outcome.place.code == code)

    def certificates_at(self, code: str) -> tuple[Outcome, ...]:
        """Those that are an answer by themselves: all but the cases that no public rule settles."""
        return tuple(outcome for outcome in self.outcomes_at(code) if not outcome.depends)

    def slug_of(self, code: str, name: str) -> str:
        """The address of the outcome of that name at a place."""
        return next(outcome.slug for outcome in self.outcomes_at(code) if outcome.name == name)

    def referred(self, place: Jurisdiction) -> tuple[Partner, ...]:
        """The partners of other places that are to be asked where nobody certifies."""
        named = [whom.split("/") for whom in place.authority.refers_to]
        return tuple(p for code, one in named for p in self.told(code).partners if p.id == one)

    def partners(self, place: Jurisdiction) -> tuple[PartnerView, ...]:
        """The partners of a place, those of doubtful status last."""
        engine = self.facts.by_code[place.code]
        views = [
            PartnerView(
                told, certifier, ladder(certifier, self.words, engine.conflicts), self._taken_by(certifier, engine)
            )
            for told, certifier in zip(place.partners, engine.partners, strict=True)
        ]
        return tuple(sorted(views, key=lambda view: view.told.status == "doubtful"))

    def _taken_by(self, partner: Certifier, place: Place) -> tuple[str, ...]:
        return tuple(industry for industry in self.industries if partner in place.open_to(industry))

    def rungs(self, code: str) -> tuple[Shared, ...]:
        """The classes of a place, each once."""
        return shared_rungs(self.facts.by_code[code], self.words)

    def alike(self, code: str, field: str) -> tuple[Alike, ...]:
        """The classes of a place by one part of their process, like `audit` or `fees`."""
        return alike(self.facts.by_code[code], self.words, field)

    def audits(self, code: str) -> tuple[AuditWay, ...]:
        """The first audits of a place, with what tells them apart."""
        return audit_ways(self.told(code), self.alike(code, "audit"))

    def small_classes(self, code: str) -> tuple[tuple[Shared, tuple[Certifier, ...]], ...]:
        """The classes of a place below the full certificate, with the partners to name beside each."""
        return small_classes(self.rungs(code))

    def small_cors(self, code: str) -> tuple[tuple[str, tuple[SizeClass, ...]], ...]:
        """The small classes of a place that are a COR by name, with what the facts say of each."""
        return small_cors(self.rungs(code))

    def full_classes(self, code: str) -> tuple[str, ...]:
        """The names of the full certificate at a place."""
        return full_classes(self.rungs(code))

    def certifiers(self, code: str) -> Certifiers:
        """Who certifies at a place, in a line."""
        return certifiers(self.told(code))

    def takers(self, code: str, industry: str) -> tuple[Certifier, ...]:
        """The partners of a place that take an industry and are not in doubt: those of the industry itself first."""
        taking = (p for p in self.facts.by_code[code].open_to(industry) if p.status == "active")
        return tuple(sorted(taking, key=lambda partner: industry not in partner.industries))

    @cached_property
    def proof(self) -> Mapping[str, object]:
        """What the proof over all answers found; kept between builds while nothing that it reads changes."""
        return proof_report(self.facts, self.words, self.inputs)

    @cached_property
    def inputs(self) -> bytes:
        """Facts and words as the engine reads them: with the rules, all that a decision comes from."""
        return facts_bytes(self.catalogue) + words_bytes(self.words.language)

    @cached_property
    def industries(self) -> tuple[str, ...]:
        """The industries in the order of their names."""
        return tuple(sorted(self.facts.industries, key=lambda industry: self.words(f"industry.{industry}")))

    @cached_property
    def counted_at(self) -> Mapping[str, Mapping[str, Somewhere]]:
        """For each kind of person the partners that count it, do not, or leave it unclear, where size decides."""
        rules = [
            (counting, Where(place.name, partner.acronym))
            for place in self.facts.jurisdictions
            for counting, partners in countings(place)
            for partner in partners
        ]
        return {
            group: {
                how: somewhere([where for counting, where in rules if group in getattr(counting, how)])
                for how in ("counted", "not_counted", "unclear")
            }
            for group in GROUPS
        }

    @cached_property
    def limits(self) -> tuple[int, ...]:
        """Every number of people up to which some small class goes, from the smallest: those on the map."""
        return tuple(sorted({limit for tile in self.tiles for limit in tile.limits}))

    @cached_property
    def asking(self) -> tuple[Asking, ...]:
        """Every buyer that asks for a certificate."""
        return asking(self.catalogue.jurisdictions)

    @cached_property
    def buyer_ways(self) -> tuple[str, ...]:
        """What buyers take."""
        return ways(self.asking)

    @cached_property
    def without_buyers(self) -> tuple[Jurisdiction, ...]:
        """The places where we know of no buyer that asks."""
        return silent(self.catalogue.jurisdictions)

    @cached_property
    def worked_costs(self) -> tuple[Worked, ...]:
        """What made-up firms would pay and get back."""
        return worked(self.facts, self.words)

    @cached_property
    def source_pages(self) -> tuple[SourcePage, ...]:
        """Every page that facts rest on: when it was read, and whether its text is still the same."""
        return source_pages(freshness(self.catalogue, load_records()))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What may happen to a firm that holds a certificate."""
        return life_events(self.catalogue)

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """The hand-written pages by their titles."""
        return written()

    @cached_property
    def short_links(self) -> tuple[Short, ...]:
        """Every short address."""
        return short_links(self.catalogue, self.facts, self.words, self.links, self.written)

    @cached_property
    def changes(self) -> tuple[Day, ...]:
        """The log of checks and corrections, the newest day first."""
        return changes(self.catalogue)

    @cached_property
    def tiles(self) -> tuple[Tile, ...]:
        """The map of the list of places."""
        return tiles(self.catalogue.jurisdictions, self.rungs)

    @cached_property
    def longest(self) -> int:
        """The most questions that the quiz asks before its first result."""
        return longest(compile_flow(self.facts, self.words))

    def rows(self, code: str) -> tuple[Row, ...]:
        """The same business at every partner of a place."""
        return same_business(self.facts.by_code[code], self.facts, self.words)
