"""Short addresses for print and mail, `/go/<word>/`, and pages that lead from an old address to the new one.

Each is a small page of plain HTML, so every host can serve it. A word that was once public works for ever: the list in
`tests/site/urls.txt` holds it, and `redirects` in `docs/links.yml` says where it leads when its page is gone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from hooks.addresses import QR_PICTURES, QUIZ, SHORT_LINKS
from hooks.facts.links import Links
from hooks.facts.model import Catalogue, Jurisdiction
from hooks.facts.written import Written
from hooks.refused import Refused
from hooks.views.quiz_links import refused
from quiz.facts import Facts
from quiz.words import Words


@dataclass(frozen=True, slots=True)
class Short:
    """One short address: its word, where it leads below the root, and what stands there."""

    word: str
    to: str
    title: str
    place: Jurisdiction | None = None
    industry: str | None = None

    @property
    def address(self) -> str:
        """Below the root."""
        return f"{SHORT_LINKS}/{self.word}/"

    @property
    def picture(self) -> str:
        """The address of its QR picture below the root."""
        return f"{QR_PICTURES}/{self.word}.svg"


class LinkError(Refused):
    """Short links or redirects that cannot work; one line for each."""


def short_links(
    catalogue: Catalogue, facts: Facts, words: Words, links: Links, pages: Iterable[Written]
) -> tuple[Short, ...]:
    """The quiz, each guide and other page named in `docs/links.yml`, each place, each place with each industry."""
    titles = {page.address: page.title for page in pages}
    wrong = [f"there is no page {link.to}" for link in links.short_links if link.to.partition("#")[0] not in titles] + [
        f"{link.word}: {told}" for link in links.short_links for told in refused(link.to, facts, words)
    ]
    if wrong:
        raise LinkError("\n".join(f"docs/links.yml: short_links: {problem}" for problem in wrong))
    named = [Short(link.word, link.to, link.title or titles[link.to.partition("#")[0]]) for link in links.short_links]
    every_link = (*named, *_prefilled(catalogue, words))
    twice = sorted({link.word for link in every_link if [other.word for other in every_link].count(link.word) > 1})
    if twice:
        raise LinkError("\n".join(f"docs/links.yml: short_links: the word {word} is taken" for word in twice))
    return every_link


def _prefilled(catalogue: Catalogue, words: Words) -> Iterator[Short]:
    for place in sorted(catalogue.jurisdictions, key=lambda place: place.name):
        yield Short(place.slug, _quiz(province=place.code), place.name, place)
        for industry in catalogue.industries:
            title = f"{place.name}, {words(f'industry.{industry}')}"
            yield Short(
                f"{place.slug}-{industry}", _quiz(province=place.code, industry=industry), title, place, industry
            )


def _quiz(**answers: str) -> str:
    return f"{QUIZ}#{urlencode(answers)}"


def moved(links: Links, live: Iterable[str], facts: Facts, words: Words) -> Mapping[str, str]:
    """Old addresses and where they lead. Raises LinkError for one that is a page, and for a target that is none."""
    known = set(live)
    redirects = {entry.old: entry.new for entry in links.redirects}
    wrong = [f"{old} is a page of the site" for old in redirects if old in known]
    wrong += [
        f"{old} leads to {new}, which is no page"
        for old, new in redirects.items()
        if new.partition("#")[0] not in known
    ]
    wrong += [f"{old}: {told}" for old, new in redirects.items() for told in refused(new, facts, words)]
    if wrong:
        raise LinkError("\n".join(f"docs/links.yml: redirects: {problem}" for problem in wrong))
    return redirects


def for_hosts(redirects: Mapping[str, str]) -> str:
    """The same as the `_redirects` file that Netlify, Cloudflare Pages and others read."""
    return "".join(f"/{old} /{new} 301\n" for old, new in redirects.items())
