"""The company's own offer on a result: which one fits which plan, and the code that a caller mentions."""

from collections.abc import Mapping

from hooks.facts.links import Company, Links, Offer
from hooks.pages.templating import phone_link
from quiz.words import Words

type Plain = dict[str, object]

# The steps that an offer helps with; the first offer of the file that fits is shown.
HELPS_WITH: Mapping[str, tuple[str, ...]] = {
    "safety-manual": ("build-system", "adapt-system"),
    "audit": ("external-audit",),  # elsewhere the firm, its partner or somebody whom the partner names does the audit
    "audit-preparation": (
        *("self-assessment", "own-audit", "internal-audit", "partner-audit", "self-evaluation", "performance-audit"),
        *("audit-to-confirm", "ask-outgrown", "renewal", "upkeep", "keep-home", "keep-iso"),
    ),
    "training": ("training", "training-check"),
}
# With a certificate, or so many months of records, there is a manual already: then the next offer that fits is the one.
UNTIL: Mapping[str, int] = {"safety-manual": 3}
# The call code says place, class and size band, so that calls can be counted on paper: AB-S9 is Alberta, small, 5 to 9.
LETTERS: Mapping[str, str] = {"secor": "S", "cor": "C", "owner-operator": "O", "ask": "A", "none": "N"}
BANDS = (1, 4, 9, 10, 19, 49, 99, 100_000)


def card(company: Company) -> Plain:
    """Whom to call, for the page's template."""
    return {"company": company.short, "phone": company.phone, "tel": str(phone_link(company.phone))}


def offers(links: Links, words: Words) -> Plain:
    """Every offer with what it is for, for the page's scripts."""
    company = links.company
    told: Plain = {
        "offers": [_offer(offer) for offer in links.offers],
        "line": words("page.help.line", company=company.short, phone=company.phone),
        "phone": company.phone,
        "company": company.short,
        "bands": list(BANDS),
        "letters": dict(LETTERS),
    }
    return told | ({"email": company.email} if company.email else {})


def _offer(offer: Offer) -> Plain:
    told: Plain = {"title": offer.title, "text": offer.text, "action": offer.action}
    told["steps"] = list(HELPS_WITH.get(offer.id, ()))
    if offer.id in UNTIL:
        told["until"] = UNTIL[offer.id]
    return told | ({"url": str(offer.url)} if offer.url else {})
