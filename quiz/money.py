"""What it costs and what comes back, as far as a source has numbers: dollars a year, rounded to whole ones.

Nothing is guessed: where only the sentence is known, the amounts are None.
"""

from quiz import shape
from quiz.answers import HERE, UNSURE
from quiz.fact import Fact
from quiz.holding import earns, holds_what_is_asked, kept, may_be_the_small_one, way
from quiz.process import Fee, Money, Refund
from quiz.reasons import source
from quiz.situation import Situation
from quiz.timetable import is_audited
from quiz.words import Words

YEARLY = "year"


def money(visitor: Situation, words: Words) -> list[shape.Money]:
    """The fees of the way that is shown, then what the board of the place pays back; none where nobody certifies."""
    if not visitor.partners:
        return []
    process = kept(visitor) if holds_what_is_asked(visitor) else visitor.process
    # What an audit and its courses cost is no price of a letter.
    fees = process.fees if process and _costs(visitor) else ()
    told = [_entry(entry, visitor, words) for entry in entries(visitor)]
    conditions = [entry.text for entry in visitor.place.money if entry.condition and _is_for(entry, visitor)]
    # Said once, with the first of the refunds that hang on them.
    first = next((entry for entry in told if entry["kind"] == "refund"), None)
    if first:
        first["text"] = " ".join([first["text"], *conditions])
    return [*(_fee(fee, visitor, words) for fee in fees), *told]


def entries(visitor: Situation) -> list[Money]:
    """What the place pays back and what else it costs; where no formula is known, the sentences that there are."""
    own = [entry for entry in visitor.place.money if _is_for(entry, visitor) and not entry.condition]
    own = [entry for entry in own if not (entry.first_year and visitor.answers.holds in HERE)]
    formulas = any(entry.refund for entry in own)
    # A letter to bid with is no certificate, so nothing is paid back for it.
    back = [entry for entry in own if not entry.fee and (entry.refund or not formulas)] if earns(visitor) else []
    return [*(entry for entry in own if entry.fee and _costs(visitor)), *back]


def _costs(visitor: Situation) -> bool:
    """Whether audits and courses are paid for: a certificate is held, or the plan leads to one, as far as is known."""
    return holds_what_is_asked(visitor) or is_audited(visitor) or way(visitor) == "ask"


def _is_for(entry: Money, visitor: Situation) -> bool:
    ids = {partner.id for partner in visitor.partners}
    # A full certificate that is held is paid for, and pays back, as one, whatever size would fit.
    full = visitor.answers.holds == "cor" and holds_what_is_asked(visitor) and not may_be_the_small_one(visitor)
    route = "cor" if full else visitor.route
    return (
        (not entry.partners or ids <= set(entry.partners))
        and (not entry.routes or route in entry.routes)
        and (not entry.industries or (visitor.answers.industry or UNSURE) in (*entry.industries, UNSURE))
    )


def _fee(fee: Fee | Money, visitor: Situation, words: Words) -> shape.Money:
    low, high = fee.dollars, _most(fee)
    if low is None:
        figure = words("money.figure-varies" if words("money.sign") in fee.text else "money.figure-none")
    else:
        figure = _dollars(low, high, words)
    yearly = (low, high) if fee.each == YEARLY else (None, None)
    return _told(fee, "fee", figure, *yearly, fee.text, visitor)


def _entry(entry: Money, visitor: Situation, words: Words) -> shape.Money:
    if entry.fee:
        return _fee(entry, visitor, words)
    if entry.refund is None:
        figure = words("money.figure-nothing" if entry.none_found else "money.figure-none")
        return _told(entry, "refund", figure, None, None, entry.text, visitor)
    premium = visitor.answers.premium
    low, high = amounts(entry.refund, premium) if premium is not None else (None, None)
    told = _in_words(low, high, words, entry.refund) if premium else ""
    text = f"{told} {entry.text}" if told else entry.text
    return _told(entry, "refund", _share_of(entry.refund, low, high, words), low, high, text, visitor)


def _told(
    fact: Fact, kind: shape.MoneyKind, figure: str, low: int | None, high: int | None, text: str, visitor: Situation
) -> shape.Money:
    """An entry with the fact that it rests on; `low` and `high` are dollars a year, None where not known."""
    return {
        "id": fact.id,
        "kind": kind,
        "figure": figure,
        "low": low,
        "high": high,
        "text": text,
        "fact": fact.id,
        "source": source(fact, visitor),
    }


def _most(fee: Fee | Money) -> int | None:
    """The most that it costs, in dollars; None where no source says."""
    return None if or_more(fee) else fee.dollars_to or fee.dollars


def _dollars(low: int, high: int | None, words: Words) -> str:
    """Dollars as a figure: a sum, a range, or a least where the most is not known."""
    text_id = "money.figure-least" if high is None else "money.figure" if low == high else "money.figure-range"
    return words(text_id, low=words.number(low), high=words.number(low if high is None else high))


def or_more(fee: Fee | Money) -> bool:
    """Whether the dollars are the least that it costs."""
    return isinstance(fee, Fee) and fee.or_more


def _share_of(refund: Refund, low: int | None, high: int | None, words: Words) -> str:
    """The dollars where the premium is known, else the share of the premium; with its year where the rule is old."""
    figure = _figure(refund, low, high, words)
    return words("money.figure-year", figure=figure, year=refund.year) if refund.year else figure


def _figure(refund: Refund, low: int | None, high: int | None, words: Words) -> str:
    if low is not None:
        return _dollars(low, high, words)
    most = refund.percent_to or refund.percent
    text_id = "money.figure-share" if most == refund.percent else "money.figure-shares"
    share = words(text_id, low=refund.percent, high=most)
    # A floor makes it more for a small firm, and a ceiling in dollars less for a large one.
    floored = refund.at_least_dollars is not None and refund.at_most_dollars is None
    return words("money.figure-or-more", share=share) if floored else share


def amounts(refund: Refund, premium: int) -> tuple[int | None, int | None]:
    """The least and the most that comes back a year for a premium of so many dollars; None where that is not known.

    A share of the premium at the base rate is not known from what the firm pays: then only the floor is.
    """
    low = 0 if refund.base_premium else _share(premium, refund.percent)
    low = max(low, floor(refund, premium)) if premium else 0
    if refund.base_premium:
        return (low or None), None
    high = max(low, _share(premium, refund.percent_to or refund.percent))
    ceilings = [refund.at_most_dollars, refund.at_most_percent and _share(premium, refund.at_most_percent)]
    ceiling = min((value for value in ceilings if value is not None), default=high)
    return min(low, ceiling), min(high, ceiling)


def floor(refund: Refund, premium: int) -> int:
    """The least, where the board has one: never more than its share of the premium."""
    least = refund.at_least_dollars or 0
    return min(least, _share(premium, refund.at_least_percent)) if refund.at_least_percent else least


def _share(premium: int, percent: int) -> int:
    return premium * percent // 100


def _in_words(low: int | None, high: int | None, words: Words, refund: Refund) -> str:
    if low is None:
        return ""
    gaps = {"low": words.number(low), "high": words.number(high or low), "year": refund.year}
    if high is None:
        return words("money.at-least", **gaps)
    told = words("money.by-rule" if refund.year else "money.amount" if low == high else "money.range", **gaps)
    return f"{told} {words('money.industry-rate')}" if refund.industry_rate else told
