"""Aids beside two questions: what visitors call their work, for the industry, and who asks here, for the client.

They stand in a file of their own, which the page asks for only where it shows them: the same for every visitor.
"""

import json
from collections import defaultdict
from collections.abc import Mapping

from hooks.facts.model import Buyer, Catalogue, Trade

type Plain = dict[str, object]

# So many words stand under an industry as examples.
EXAMPLES = 4


def examples(catalogue: Catalogue) -> Mapping[str, str]:
    """For each industry a few words for the work in it: the first of the file that mean it in every place."""
    words: dict[str, list[str]] = defaultdict(list)
    for trade in catalogue.trades:
        if not _elsewhere(trade):
            words[trade.industry].append(trade.word)
    return {industry: ", ".join(some[:EXAMPLES]) for industry, some in words.items()}


def aids(catalogue: Catalogue) -> str:
    """The file that `aids.js` reads, as JSON."""
    told = {"trades": trades(catalogue), "buyers": buyers(catalogue)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def trades(catalogue: Catalogue) -> list[Plain]:
    """Every trade with its other words, its industry, and the places where it belongs to another one."""
    return [_trade(trade) for trade in catalogue.trades]


def _trade(trade: Trade) -> Plain:
    told: Plain = {"words": [trade.word, *trade.also], "industry": trade.industry}
    return told | ({"at": _elsewhere(trade)} if _elsewhere(trade) else {})


def _elsewhere(trade: Trade) -> dict[str, str]:
    found = {place.code: place.industry for place in trade.places}
    return {code: industry for code, industry in found.items() if industry and industry != trade.industry}


def buyers(catalogue: Catalogue) -> dict[str, list[Plain]]:
    """By place: who asks for a certificate there, for what, and what that answers."""
    return {place.code: [_buyer(buyer) for buyer in place.buyers] for place in catalogue.jurisdictions if place.buyers}


def _buyer(buyer: Buyer) -> Plain:
    told: Plain = {"name": buyer.name, "for": buyer.work, "from": buyer.from_dollars, "answer": answer_of(buyer)}
    return {key: value for key, value in told.items() if value is not None}


def answer_of(buyer: Buyer) -> str | None:
    """What the buyer answers to the question of the client; None where it asks for something else than COR or SECOR."""
    return "either" if "secor" in buyer.accepts else "cor" if "cor" in buyer.accepts else None
