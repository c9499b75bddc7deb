"""What the page of a place shows first: the certificate for each size, and which facts each of its folds holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from hooks.facts import model
from hooks.facts.partner import Partner
from hooks.views.same_business import Band, Row
from hooks.views.site import Site

# A summary of one line holds so many names; the fold itself has them all.
NAMES = 3


@dataclass(frozen=True, slots=True)
class Differing:
    """Where partners differ: the limits of their small classes, the certificate above, and those that know one size."""

    limits: tuple[int, ...]
    full: tuple[str, ...]
    one_size: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The same business at every partner: `alike` where all that are not in doubt say the same, else `differing`."""

    rows: tuple[Row, ...]
    alike: tuple[Band, ...]
    differing: Differing | None

    @property
    def others(self) -> tuple[Row, ...]:
        """The rows to show where all but a few are alike: those of partners in doubt; all rows where they differ."""
        return self.rows if self.differing else tuple(row for row in self.rows if row.doubtful)


def sizes(rows: Sequence[Row]) -> Sizes:
    """What partners say of a steady crew; those in doubt count only where there is no other."""
    sure = [row for row in rows if not row.doubtful] or list(rows)
    answers = {row.partner: tuple(_merged(row.bands)) for row in sure}
    told = {tuple((band.first, band.last, band.route, band.name) for band in bands) for bands in answers.values()}
    if len(told) == 1:
        return Sizes(tuple(rows), answers[sure[0].partner], None)
    return Sizes(tuple(rows), (), _differing(sure) if sure else None)


def _merged(bands: Iterable[Band]) -> Iterable[Band]:
    """Neighbours with the same certificate as one band, as sure as most of its sizes are."""
    for (route, name), same in groupby(bands, key=lambda band: (band.route, band.name)):
        parts = list(same)
        widest = max(parts, key=lambda band: band.until - band.first)
        yield Band(parts[0].first, parts[-1].last, parts[-1].until, route, name, widest.certainty)


def _differing(rows: Iterable[Row]) -> Differing:
    limits: set[int] = set()
    full: dict[str, None] = {}
    one_size = []
    for row in rows:
        bands = list(_merged(row.bands))
        small = [band.last for band in bands if band.route in ("secor", "owner-operator") and band.last]
        known = [band for band in bands if band.certainty != "unverified"]
        if row.one_answer:
            one_size.append(row)
        elif known:
            limits |= {max(small)} if small else set()
            full |= dict.fromkeys(band.name for band in bands if band.route == "cor")
    return Differing(tuple(sorted(limits)), tuple(full), tuple(one_size))


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """What a place's facts say of one partner alone, beside the partner's own."""

    letters: tuple[model.Letter, ...]
    interim: tuple[model.Interim, ...]
    costs: tuple[model.Money, ...]
    refund: tuple[model.Money, ...]
    cautions: tuple[model.Caution, ...]
    conflicts: tuple[model.Conflict, ...]


def of_partner(place: model.Jurisdiction, partner: Partner) -> PartnerFacts:
    """The letters that it grants, and what names it: costs, what it adds on the refund, cautions and conflicts."""

    def named(partners: Sequence[str]) -> bool:
        return partner.id in partners

    return PartnerFacts(
        tuple(letter for letter in place.letters if letter.granted_by == partner.id),
        tuple(one for one in place.interim if one.asked_of == partner.id or named(one.when.partners)),
        tuple(money for money in place.money if named(money.partners) and money.fee),
        tuple(money for money in place.money if named(money.partners) and not money.fee),
        tuple(caution for caution in place.cautions if named(caution.when.partners)),
        tuple(conflict for conflict in place.conflicts if named(conflict.partners)),
    )


@dataclass(frozen=True, slots=True)
class Back:
    """What comes back of the premium at a place, as one line can say it.

    `share`: the parts in per cent, each once, and the terms that hold for all of them. Else why none can be named: we
    found no refund, one is named without its rate, or nothing was found out.
    """

    kind: Literal["share", "none-found", "no-rate", "not-verified"]
    percents: tuple[int, ...] = ()
    base_premium: bool = False
    industry_rate: bool = False
    year: int | None = None


def back(place: model.Jurisdiction) -> Back:
    """The refund of a place in one line."""
    refunds = [money.refund for money in place.money if money.refund]
    if not refunds:
        if any(money.none_found for money in place.money):
            return Back("none-found")
        return Back("no-rate" if any(not money.fee for money in place.money) else "not-verified")
    years = {refund.year for refund in refunds}
    return Back(
        "share",
        tuple(dict.fromkeys(refund.percent for refund in refunds)),
        all(refund.base_premium for refund in refunds),
        all(refund.industry_rate for refund in refunds),
        years.pop() if len(years) == 1 else None,
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """A few names for a line, and how many more there are."""

    named: tuple[str, ...]
    more: int


def listed(names: Iterable[str]) -> Listed:
    """Names as one line can hold them, each once."""
    every = tuple(dict.fromkeys(names))
    return Listed(every[:NAMES], len(every[NAMES:]))


def chips(site: Site, place: model.Jurisdiction) -> tuple[str, ...]:
    """The industries to choose from: those that some partner of the place takes and not every one."""
    views = site.partners(place)
    taken = [industry for industry in site.industries if any(industry in view.industries for view in views)]
    return tuple(taken) if len(views) > 1 else ()
