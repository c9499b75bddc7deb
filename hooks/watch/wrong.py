"""“Something wrong here?”: how a visitor tells of a fact that is no longer true, by the page and the fact alone."""

from urllib.parse import quote

from hooks.facts.links import Company


def report_link(company: Company, page: str, fact: str) -> str | None:
    """The address that begins a message; None where no mail is known: then the page offers the telephone as elsewhere.

    What stands behind `#` or `?` of the `page` is left out: answers are nobody's business. `fact` is its id.
    """
    if company.email is None:
        return None
    shown = page.partition("#")[0].partition("?")[0]
    return f"mailto:{company.email}?subject={quote(f'Something wrong: {fact}', safe='')}&body={quote(shown, safe='')}"
