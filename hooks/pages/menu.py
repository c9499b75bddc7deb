"""The menu: the hand-written one of mkdocs.yml, with the generated pages behind the index of their section."""

from collections.abc import Mapping, Sequence

from hooks.views.site import Site
from quiz.words import as_start

type Menu = Sequence[str | Mapping[str, object]]


def menu(written: Menu, site: Site) -> list[object]:
    """The menu with the generated pages behind the index of their section."""
    added: Mapping[str, Sequence[object]] = {
        "provinces/index.md": [{place.name: f"provinces/{place.slug}.md"} for place in site.catalogue.jurisdictions],
        "outcomes/index.md": [
            {
                place.name: [
                    {as_start(outcome.name): f"outcomes/{outcome.slug}.md"} for outcome in site.outcomes_at(place.code)
                ]
            }
            for place in site.catalogue.jurisdictions
        ],
    }
    return [_entry(entry, added) for entry in written]


def _entry(entry: object, added: Mapping[str, Sequence[object]]) -> object:
    if not isinstance(entry, Mapping):
        return entry
    return {
        title: [part for child in children for part in (child, *added.get(str(child), ()))]
        if isinstance(children, list)
        else children
        for title, children in entry.items()
    }
