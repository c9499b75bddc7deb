"""The pages that are made from the facts, and the hand-written ones filled from them. Knows nothing of MkDocs.

Each page is Markdown with front matter; its words stand in `templates/`, its numbers, dates and names in the facts.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from hooks.facts.model import Jurisdiction
from hooks.facts.written import address_of
from hooks.pages.licences import components
from hooks.pages.sources import Sources
from hooks.pages.templating import day, rendered, rendered_text
from hooks.views.for_whom import about, for_whom
from hooks.views.home import example, first, stories
from hooks.views.ladders import countings
from hooks.views.outcome_page import OutcomeView, fewer_months
from hooks.views.outcomes import Outcome
from hooks.views.partners import PartnerView
from hooks.views.places import counted, lead, periods
from hooks.views.province_page import back, chips, listed, of_partner, sizes
from hooks.views.site import Site
from hooks.watch.wrong import report_link
from quiz.reasons import joined

# Stands above what a page cites for the day of its own newest check, which only its end knows.
OWN_NEWEST = Markup("<!-- own newest -->")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it stands below the folder of sources, its Markdown, and the newest check behind it."""

    uri: str
    markdown: str
    checked: datetime.date


def pages(site: Site) -> Iterator[Page]:
    """Every page that has no source file: provinces with their partners, outcomes, and the list of each."""
    yield _from_template(site, "provinces/index.md", "provinces.md")
    for place in site.catalogue.jurisdictions:
        yield province_page(site, place)
        yield from (partner_page(site, place, view) for view in site.partners(place))
    yield _from_template(site, "outcomes/index.md", "outcomes.md")
    yield from (outcome_page(site, outcome) for outcome in site.outcomes)


def province_page(site: Site, place: Jurisdiction) -> Page:
    """Everything about one place."""
    return _from_template(site, f"provinces/{place.slug}.md", "province.md", **_province(site, place))


def partner_page(site: Site, place: Jurisdiction, view: PartnerView) -> Page:
    """One certifying partner at one place."""
    told = view.told
    rules = countings(site.facts.by_code[place.code])
    values = {
        "place": place,
        "partner": told,
        "view": view,
        "title": view.title,
        "own": of_partner(place, told),
        "counting": next((counting for counting, whose in rules if view.engine in whose), None),
    }
    return _from_template(site, f"provinces/{place.slug}/{told.id}.md", "partner.md", **values)


def outcome_page(site: Site, outcome: Outcome) -> Page:
    """One certificate at one place."""
    place = site.told(outcome.place.code)
    others = tuple(other for other in site.outcomes_at(place.code) if other is not outcome)
    view = OutcomeView(outcome, others)
    return _from_template(site, f"outcomes/{outcome.slug}.md", "outcome.md", outcome=outcome, view=view, place=place)


def _province(site: Site, place: Jurisdiction) -> Mapping[str, object]:
    """What the page of a place shows beside the facts themselves."""
    engine = site.facts.by_code[place.code]
    views, rows = site.partners(place), site.rows(place.code)
    rungs, rules = site.rungs(place.code), countings(engine)
    return {
        "place": place,
        "views": views,
        "industries": chips(site, place),
        "several": len(place.partners) > 1,
        "lead": lead(place, rungs),
        "rungs": rungs,
        "countings": rules,
        "counted": counted(place, rules),
        "periods": periods(counting for counting, _ in rules),
        "rows": rows,
        "size": sizes(rows),
    }


def filled(site: Site, uri: str, markdown: str) -> Page:
    """A hand-written page with its gaps filled from the facts."""
    return _page(site, uri, partial(rendered_text, site.words.language, markdown, uri), {})


def _from_template(site: Site, uri: str, name: str, **values: object) -> Page:
    return _page(site, uri, partial(rendered, site.words.language, name), values)


def _page(site: Site, uri: str, render: Callable[[Mapping[str, object]], str], values: Mapping[str, object]) -> Page:
    sources = Sources(site.known, site.words("page.source").rstrip(":"))
    common = {
        "site": site,
        "words": site.words,
        "links": site.links,
        "company": site.links.company,
        "today": site.today,
        "newest": site.facts.newest_check,
        "own_newest": OWN_NEWEST,
        "places": site.catalogue.jurisdictions,
        "cite": sources.cite,
        "cite_named": sources.cite_named,
        "sources": sources,
        "known": site.known,
        "components": components,
        "conditions": for_whom,
        "about": about,
        "fewer_months": fewer_months,
        "limits_told": partial(joined, words=site.words),
        "back": back,
        "listed": listed,
        "example": example,
        "first": first,
        "stories": stories,
        "here": partial(_here, uri),
        "report": partial(report_link, site.links.company, f"{site.url}{address_of(uri)}"),
        "root": Markup("../" * depth(uri)),
    }
    markdown = render({**common, **values})
    checked = sources.newest or site.facts.newest_check
    return Page(uri, markdown.replace(OWN_NEWEST, day(checked)), checked)


def depth(uri: str) -> int:
    """How many folders below the root a page's address is: 0 for the home page, 2 for provinces/alberta.md."""
    parts = uri.removesuffix(".md").split("/")
    return len(parts) - (parts[-1] == "index")


def _here(uri: str, target: str) -> Markup:
    """The address of another page of the site, from this one: works under any root."""
    return Markup("../" * depth(uri) + target) if target or depth(uri) else Markup("./")
