"""What a page says to search engines: the way down to it, and who publishes it, as JSON-LD objects."""

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hooks.facts.links import Company

type Json = Mapping[str, object]
CONTEXT = "https://schema.org"


@dataclass(frozen=True, slots=True)
class Step:
    """One page on the way down to another."""

    uri: str
    title: str
    address: str


def way_to(page: Step, home: Step, above: Sequence[Step], listed: Mapping[str, Step]) -> list[Step]:
    """Each page once, from the home page down: by the sections above it in the menu, else by its folders.

    `listed` are the pages of the menu by their file.
    """
    above = above or [listed[uri] for uri in folders(page.uri) if uri in listed]
    return [*{step.address: step for step in (home, *above, page)}.values()]


def of_page(way: Sequence[Step], meta: Mapping[str, object], image: str, site_url: str, company: Company) -> list[Json]:
    """The objects for the page at the end of a way; a guide is an article too. `image` is its picture's address."""
    page = way[-1]
    objects = structured(((step.title, step.address) for step in way), site_url, company)
    if page.uri.startswith("guides/") and not page.uri.endswith("/index.md"):
        title, description, checked = (str(meta[key]) for key in ("title", "description", "checked"))
        objects.append(article(title, description, page.address, image, checked, objects[0]))
    return objects


def structured(way: Iterable[tuple[str, str]], site_url: str, company: Company) -> list[Json]:
    """The objects for one page; `way` holds title and address of each page from the home page down to it."""
    objects = [_organization(site_url, company)]
    steps = list(way)
    if len(steps) > 1:
        objects.append(_breadcrumbs(steps))
    return objects


def folders(uri: str) -> list[str]:
    """The pages above one that the menu leaves out: of provinces/alberta/acsa.md the list of places, then Alberta."""
    above = uri.split("/")[:-1]
    return (
        [f"{above[0]}/index.md", *("/".join(above[: end + 1]) + ".md" for end in range(1, len(above)))] if above else []
    )


def article(title: str, description: str, url: str, image: str, checked: str, publisher: Json) -> Json:
    """A guide: who wrote it, and the day of the newest check behind it."""
    maker = {key: value for key, value in publisher.items() if key != "@context"}
    return {
        "@context": CONTEXT,
        "@type": "Article",
        "headline": html.unescape(title),
        "description": html.unescape(description),
        "image": image,
        "mainEntityOfPage": url,
        "inLanguage": "en-CA",
        "dateModified": checked,
        "author": maker,
        "publisher": maker,
    }


def _organization(site_url: str, company: Company) -> Json:
    return {
        "@context": CONTEXT,
        "@type": "Organization",
        "name": company.name,
        "url": company.url or site_url,
        "telephone": f"+{company.phone}",
        "areaServed": "CA",
    }


def _breadcrumbs(steps: list[tuple[str, str]]) -> Json:
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": html.unescape(title), "item": url}
            for position, (title, url) in enumerate(steps, start=1)
        ],
    }
