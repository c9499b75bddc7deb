"""Facts of a country that is small enough to be read in a moment: one place with a partner, twelve without."""

from typing import get_args

from hooks.facts.model import Code

LIMIT, TELEPHONE, AUTHORITY, OTHERS = "/limit", "/telephone", "/authority", "/others"
CHECKED = "2026-11-23"

_ALBERTA = """\
  - code: AB
    name: Alberta
    slug: alberta
    in_name: in Alberta
    account: account
    programme: programme
    authority:
      id: ab-authority
      name: The province
      url: {web}/authority
      text: The province issues the certificate.
      source: {web}/authority
      confidence: high
    default_counting:
      id: ab-counting
      unit: people
      period: past-12-months
      counted: [owners, employees, part_time, temporary, family, volunteers]
      unclear: [agency, contractors_on_account, contractors_own_account, contractors_dedicated]
      text: Everybody counts.
      source: {web}/limit
      confidence: high
    default_size_classes:
      - id: ab-small
        route: secor
        name: SECOR
        at_most: 10
        source: {web}/limit   # the one that matters
        confidence: high
      - id: ab-large
        route: cor
        name: COR
        source: {web}/authority
        confidence: high
    partners:
      - id: acsa
        name: The partner
        acronym: P
        url: {web}/telephone
        industries: [construction]
        industries_text: Construction
        source: {web}/telephone
        confidence: high
        contact:
          id: ab-contact
          phone: 403-223-0100
          source: {web}/telephone
          confidence: high
"""
_OTHER = """\
  - code: {code}
    name: Place {code}
    slug: place-{low}
    in_name: in Place {code}
    account: account
    programme: programme
    authority:
      id: {low}-authority
      name: The place
      url: {web}/others
      text: Nobody certifies here.
      source: {web}/others
      confidence: low
    without_partner:
      id: {low}-nobody
      route: none
      name: No certificate
      certainty: unverified
      source: {web}/others
      confidence: low
"""


def facts(web: str) -> str:
    """The text of a `partners.yml` whose four pages stand on a server."""
    others = (code for code in get_args(Code.__value__) if code != "AB")
    places = _ALBERTA.format(web=web) + "".join(_OTHER.format(web=web, code=code, low=code.lower()) for code in others)
    table = "".join(f"  - url: {web}{path}\n    checked: {CHECKED}\n" for path in (AUTHORITY, LIMIT, OTHERS, TELEPHONE))
    return (
        "# A comment that stays.\nindustries: [construction]\nnational: []\ncautions: []\n"
        f"jurisdictions:\n{places}\nsources:\n{table}    age: undated copy\n"
    )
