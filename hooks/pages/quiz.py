"""What the quiz page shows, as plain data for its template: questions, the table between them, words, the manifest.

The page itself holds no rule, limit, place or sentence; all of it comes from here. Knows nothing of MkDocs.
"""

from collections.abc import Iterable, Iterator, Mapping

from hooks.facts.links import Links
from hooks.facts.model import Catalogue
from hooks.pages.quiz_aids import examples
from hooks.pages.quiz_help import card, offers
from quiz.ahead.flow import compile_flow, leaves, longest
from quiz.decision import slug
from quiz.facts import Contact, Facts, Jurisdiction
from quiz.questions import BY_KEY, QUESTIONS, Question, plain
from quiz.words import Words, as_start

type Plain = dict[str, object]

WORDS = "page."
# A question that the answer to another one makes unnecessary; without an answer it then counts as not sure.
SETTLED_BY = {"industry": "partner"}
# Asked with the others, and offered on the result to those who came by a link that decides without them.
ALSO_ON_THE_RESULT = ("client_requires", "deadline")
# Optional questions with a place of their own on the result: the date's card and the costs.
APART = ("deadline", "premium")


def context(
    catalogue: Catalogue,
    facts: Facts,
    words: Words,
    links: Links,
    manifest: Mapping[str, object],
    beside: Mapping[str, str],
) -> Plain:
    """Everything that `overrides/quiz.html` reads; what the scripts need is under `data`, as JSON.

    `beside` holds the hashes of the files that scripts ask for beside themselves, by their names.
    """
    flow = compile_flow(facts, words)
    texts = {text_id.removeprefix(WORDS): words(text_id) for text_id in words.ids() if text_id.startswith(WORDS)}
    also = {key: _question(BY_KEY[key], facts, words) for key in ALSO_ON_THE_RESULT}
    asked = [_question(question, facts, words) for question in QUESTIONS if not question.optional]
    _exemplify(asked, examples(catalogue))
    optional = [also.get(q.key) or _question(q, facts, words) for q in QUESTIONS if q.optional or q.key in also]
    months = {f"month.{month}": words(f"month.{month}") for month in range(1, 13)}
    return {
        "questions": [*asked, also["deadline"]],
        "optional": optional,
        "exact": [str(question["key"]) for question in optional if question["key"] not in APART],
        "help": card(links.company),
        "places": [_place(place, flow, words) for place in sorted(facts.jurisdictions, key=lambda p: p.name)],
        "words": texts,
        "checked": catalogue.newest_check.isoformat(),
        "longest": longest(flow),
        "manifest": dict(manifest),
        "beside": dict(beside),
        "data": {
            "flow": flow,
            "settled_by": SETTLED_BY,
            "words": months | {text_id: text for text_id, text in texts.items() if not text_id.startswith("html.")},
            "outcomes": {address: text for place in facts.jurisdictions for address, text in _outcomes(place, words)},
            "places": {place.code: {"slug": place.slug, "name": place.name} for place in facts.jurisdictions},
            "contacts": _contacts(facts),
            "groups": {aid["key"]: aid["text"] for aid in _instead(facts, words)},
            "partners": {place.code: _standings(place) for place in facts.jurisdictions},
            "help": offers(links, words),
        },
    }


def _question(question: Question, facts: Facts, words: Words) -> Plain:
    told: Plain = {**plain(question, facts, words)}
    if question.key in ("partner", "home_partner"):
        # The same body may stand in several places; which of them are offered where is shown by the script.
        options: list[Plain] = told["options"]  # type: ignore[assignment]
        for option in options:
            option["places"] = [place.code for place in facts.jurisdictions if place.partner(str(option["value"]))]
    return told


def _exemplify(asked: Iterable[Plain], words: Mapping[str, str]) -> None:
    """Put under each industry what visitors call the work in it."""
    for question in asked:
        if question["key"] == "industry":
            options: list[Plain] = question["options"]  # type: ignore[assignment]
            for option in options:
                option["examples"] = words.get(str(option["value"]), "")


def _instead(facts: Facts, words: Words) -> list[dict[str, str]]:
    people = next(question for question in QUESTIONS if question.key == "people")
    return plain(people, facts, words)["instead"]  # type: ignore[return-value]


def _standings(place: Jurisdiction) -> Plain:
    """What each partner of a place takes by name, and whether it is certain that it takes new companies."""
    return {
        partner.id: {"takes": list(partner.industries)} | ({"doubtful": True} if partner.status == "doubtful" else {})
        for partner in place.partners
    }


def _place(place: Jurisdiction, flow: Plain, words: Words) -> Plain:
    """A province with the outcome pages that its answers can lead to, for visitors without scripts."""
    reached = leaves(flow, {"province": place.code})
    outcomes = [
        {"slug": address, "text": as_start(text)} for address, text in _outcomes(place, words) if address in reached
    ]
    return {"code": place.code, "name": place.name, "slug": place.slug, "outcomes": outcomes}


def _outcomes(place: Jurisdiction, words: Words) -> Iterator[tuple[str, str]]:
    """Each name that an answer can have in a place, with the address of its static page."""
    classes = [size_class for partner in place.partners for size_class in partner.size_classes]
    if place.without_partner:
        classes.append(place.without_partner)
    shared = (words(f"certificate.shared-{c.route}") for c in classes if c.route not in ("ask", "none"))
    for name in dict.fromkeys((*(size_class.name for size_class in classes), *shared, words("verdict.ask"))):
        yield f"{place.slug}-{slug(name)}", words("page.outcome", name=name, place=place.in_name)


def _contacts(facts: Facts) -> dict[str, Plain]:
    """Whom to call when the engine cannot run, by place and partner."""
    contacts: dict[str, Plain] = {}
    for place in facts.jurisdictions:
        contacts[place.code] = _contact(place.authority.name, place.authority.contact)
        contacts |= {f"{place.code}/{p.id}": _contact(p.name, p.contact) for p in place.partners}
    return contacts


def _contact(name: str, contact: Contact | None) -> Plain:
    verified = contact if contact and contact.confidence != "low" else None
    told: Plain = {"name": name}
    return told | ({"phone": verified.phone} if verified and verified.phone else {})
