"""What a visitor should know beside the verdict.

Cautions with a source are data, with a closed set of conditions; the others are advice that follows from the
answers alone. Each has an id, and the proof shows that somebody sees it.
"""

from collections.abc import Callable, Iterator, Mapping

from quiz.answers import HERE, UNSURE
from quiz.applies import applies, larger_is_brought, needs_account, would_apply
from quiz.evidence import certainty
from quiz.fact import Fact
from quiz.headcount import UNKNOWN
from quiz.holding import (
    SMALL,
    WITH_ANOTHERS,
    WITH_WHAT_IS_ASKED,
    full_whatever_the_size,
    held_name,
    knows_small,
    may_be_outgrown,
    may_be_the_small_one,
    name_of_the_small_one,
    rests_on_another,
    way,
)
from quiz.portability import TO_SHOW, finding, portability, sentence, the_letter
from quiz.reasons import source
from quiz.shape import Caution
from quiz.situation import Situation
from quiz.timetable import fewer_is_asked, first_is_short, is_audited, least_months
from quiz.unclear import unclear_groups
from quiz.words import Words


def cautions(visitor: Situation, words: Words) -> list[Caution]:
    """Everything that applies, the advice that touches the verdict first, each as id, sentence and (if any) source."""
    told = [_plain(words, visitor, caution_id) for caution_id, is_for in ADVICE.items() if is_for(visitor)]
    told += list(_doubtful(visitor, words))
    told += list(_portability(visitor, words))
    for caution in (*visitor.place.cautions, *visitor.facts.cautions):
        if applies(caution.when, visitor):
            told.append(_of(caution, caution.id, visitor))
    return told


def _small(visitor: Situation) -> bool:
    return visitor.route in SMALL


def _small_is_cor(visitor: Situation) -> bool:
    """A small class that is a COR, for who would show it: not beside the full one, nor where a letter is the answer."""
    shown = visitor.called_cor and not _full(visitor) and way(visitor) not in WITH_ANOTHERS
    return shown and _small(visitor) and visitor.counts_as_cor and _client(visitor) in ("cor", UNSURE, None)


def _full(visitor: Situation) -> bool:
    """Whether the full certificate is in hand or brought along, so that no word on a smaller one is advice."""
    return visitor.answers.holds == "cor" or larger_is_brought(visitor)


def _client(visitor: Situation) -> str | None:
    return visitor.answers.client_requires


def _ask_client(visitor: Situation) -> bool:
    open_to_it = visitor.route == "secor" and not visitor.counts_as_cor and not _full(visitor)
    return open_to_it and _client(visitor) in (None, UNSURE)


def _limited(visitor: Situation) -> bool:
    partner = visitor.partner
    return partner is not None and len({c.route for c in partner.size_classes}) > 1


def _one_person(visitor: Situation) -> bool:
    """One person where the partner's rule has a small class, but none made for one person."""
    partner = visitor.partner
    if partner is None or not _limited(visitor) or visitor.tally is UNKNOWN or visitor.tally.high > 1:
        return False
    certified = visitor.answers.holds in HERE or rests_on_another(visitor)
    if partner.takes_one_person or certified:
        return False
    return all(c.route != "owner-operator" for c in partner.size_classes)


def _unknown_small_class(visitor: Situation) -> bool:
    partner = visitor.partner
    return (
        partner is not None
        and partner.status == "active"
        and len(partner.size_classes) == 1
        and visitor.route == "cor"
        and partner.size_classes[0].certainty != "clear"
        and not _full(visitor)
        and _client(visitor) != "cor"
    )


def _records_few(visitor: Situation) -> bool:
    months, least = visitor.answers.months, least_months(visitor.process)
    return least is not None and months is not None and months < least and is_audited(visitor)


def _unclear_people(visitor: Situation) -> bool:
    """Whether people of whom nobody says whether they count leave the verdict open."""
    unclear = bool(visitor.answers.count) and visitor.tally is not UNKNOWN and not visitor.tally.known
    return unclear and not visitor.settlement.decided and not full_whatever_the_size(visitor)


def _no_account(visitor: Situation, *answers: str) -> bool:
    return visitor.answers.account in answers and bool(visitor.partners) and needs_account(visitor)


def _has_account_rule(visitor: Situation) -> bool:
    own = visitor.partner.account_rule if visitor.partner else None
    return (own or visitor.place.account_rule) is not None


def _no_such_class(visitor: Situation) -> bool:
    """Whether a small certificate is held that, as far as is known, nobody here gives."""
    own = visitor.answers.holds == "secor" and portability(visitor) is None
    return own and bool(visitor.partners) and not knows_small(visitor)


def _other_industry(visitor: Situation) -> bool:
    """Whether the partner lists other industries than the visitor's, and has not certified the firm already."""
    partner, industry = visitor.partner, visitor.answers.industry
    if partner is None or partner.any_industry or industry in (None, UNSURE, *partner.industries):
        return False
    return way(visitor) not in (*WITH_WHAT_IS_ASKED, "upgrade", "outgrown")


def _letter_for_small(visitor: Situation) -> bool:
    """Whether what was called a COR, and is to carry a letter or an equivalency, may be a class for small firms."""
    carried = portability(visitor)
    home = carried.home if carried and carried.kind in ("letter", "equivalency") else None
    return home is not None and any(c.route == "secor" and c.counts_as_cor for c in home.size_classes)


ADVICE: Mapping[str, Callable[[Situation], bool]] = {
    "ask-client": _ask_client,
    "small-is-cor": _small_is_cor,
    "one-person-class-client": lambda s: (
        s.route == "owner-operator" and not s.counts_as_cor and _client(s) == "cor" and not _full(s)
    ),
    "may-choose-cor": lambda s: (
        s.route == "secor" and s.place.choose_cor is not None and _client(s) != "cor" and not _full(s)
    ),
    "growth": lambda s: may_be_outgrown(s) and s.answers.growth == "yes" and not _full(s),
    "growth-unsure": lambda s: may_be_outgrown(s) and s.answers.growth == UNSURE and not _full(s),
    "outgrown": lambda s: way(s) == "outgrown",
    "no-such-class": lambda s: _no_such_class(s) and s.answers.home_partner is None,
    "no-such-class-here": lambda s: _no_such_class(s) and s.answers.home_partner is not None,
    "held-either": lambda s: way(s) in WITH_WHAT_IS_ASKED and may_be_the_small_one(s),
    "holds-cor-small": lambda s: way(s) == "shrank" and _full(s) and not may_be_the_small_one(s),
    "one-person": _one_person,
    "no-account": lambda s: _no_account(s, "no") and _has_account_rule(s),
    "no-account-unknown": lambda s: _no_account(s, "no") and not _has_account_rule(s),
    "account-unsure": lambda s: _no_account(s, UNSURE),
    "letter-for-small": _letter_for_small,
    "records-few": _records_few,
    "records-asked": lambda s: s.answers.months is not None and fewer_is_asked(s) and is_audited(s),
    "records-short": first_is_short,
    "unclear-people": _unclear_people,
    "small-class-unknown": _unknown_small_class,
    "doubtful": lambda s: s.partner is not None and s.partner.status == "doubtful",
    "doubtful-all": lambda s: len(s.partners) > 1 and all(one.status == "doubtful" for one in s.partners),
    "other-industry": _other_industry,
    "review-due": lambda s: any(case.chosen.due(s.today) or case.by_size.due(s.today) for case in s.cases),
}

# A limit of hours or of an average is not passed on one day, and one that is in doubt is not known to be passed.
OTHERWISE: Mapping[str, Mapping[str, Callable[[Situation], bool]]] = {
    "outgrown": {"caution.outgrown-unconfirmed": lambda s: certainty(s) != "clear"},
    "growth-unsure": {
        "caution.growth-unsure-hours": lambda s: (
            s.partner is not None and s.partner.counting.unit == "full-time-equivalents"
        ),
        "caution.growth-unsure-alone": lambda s: s.chosen is not None and bool(s.chosen.works_alone),
        "caution.growth-unsure-average": lambda s: s.chosen is not None and s.chosen.average_below is not None,
    },
}


def _plain(words: Words, visitor: Situation, caution_id: str) -> Caution:
    if caution_id == "may-choose-cor" and visitor.place.choose_cor:
        return _of(visitor.place.choose_cor, caution_id, visitor)
    partner, process, carried = visitor.partner, visitor.process, portability(visitor)
    records = process.records if process else None
    text = words(
        _worded(caution_id, visitor),
        acronym=partner.acronym if partner else words("partner.yours"),
        partner=partner.name if partner else words("partner.yours"),
        account=visitor.place.account,
        name=visitor.name or words("certificate.any"),
        small=name_of_the_small_one(visitor, words),
        held=held_name(visitor, words),
        home=carried.home.name if carried and carried.home else words("partner.home"),
        letter=the_letter(carried, words) if carried else None,
        partners=words.listed([one.name for one in visitor.partners]),
        groups=unclear_groups(visitor, words, "and"),
        least=(records.least_months or records.months) if records else None,
        full=records.months if records else None,
        short=records.short_valid_months if records else None,
    )
    note: Fact | None = partner.status_note if caution_id == "doubtful" and partner else None
    return _of(note, caution_id, visitor, text) if note else {"id": caution_id, "text": text}


def _worded(caution_id: str, visitor: Situation) -> str:
    """The id of its words: those that are true of the visitor, the narrowest first."""
    others = OTHERWISE.get(caution_id, {})
    return next((text_id for text_id, is_true in others.items() if is_true(visitor)), f"caution.{caution_id}")


def _of(fact: Fact, caution_id: str, visitor: Situation, text: str = "") -> Caution:
    """Advice that a fact bears out, after a word of our own where there is one."""
    told = f"{text} {fact.text}".strip()
    return {"id": caution_id, "text": told, "fact": fact.id, "source": source(fact, visitor)}


def _doubtful(visitor: Situation, words: Words) -> Iterator[Caution]:
    """Partners of doubtful status that were left out while the partner is not known."""
    if visitor.left_out:
        names = words.listed([partner.name for partner in visitor.left_out])
        yield {"id": "doubtful-left-out", "text": words("caution.doubtful-left-out", partners=names)}


def _portability(visitor: Situation, words: Words) -> Iterator[Caution]:
    carried = portability(visitor)
    said = any("iso-45001" in caution.when.holds for caution in visitor.place.cautions)
    if carried is None or (carried.kind == "iso-unknown" and said):
        return
    # What a letter asks and how long it holds stands with what may be shown meanwhile, where somebody asks for it.
    shown = carried.kind in TO_SHOW and _client(visitor) != "none"
    text = finding(carried, visitor, words) if shown else sentence(carried, visitor, words)
    plain: Caution = {"id": f"portability-{carried.kind}", "text": text}
    if carried.letter:
        plain["fact"], plain["source"] = carried.letter.id, source(carried.letter, visitor)
    yield plain


def depends_on(key: str, visitor: Situation) -> bool:
    """Whether an answer to a question could still bring up a caution: all that is missing for it is that answer."""
    return any(would_apply(c.when, key, visitor) for c in (*visitor.place.cautions, *visitor.facts.cautions))
