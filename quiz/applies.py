"""Whom a fact with conditions is for: a closed set, read the same for cautions and for what may be shown meanwhile."""

from collections.abc import Sequence
from dataclasses import replace

from quiz.answers import HERE, UNSURE
from quiz.evidence import conflicts
from quiz.facts import Conflict, When
from quiz.headcount import UNKNOWN
from quiz.holding import SMALL, WITH_WHAT_IS_ASKED, chooses, earns, issued_by, rests_on_another, way
from quiz.portability import portability
from quiz.situation import Situation

MAY_SERVE = ("letter", "home-unknown", "secor-not-verified")  # a letter is, or may be, for the visitor
# Ways on which no account here is of use now: a letter to bid with needs none, and who is certified here has one.
WITHOUT_ACCOUNT = ("letter", "ask-home", "ask-office", "other-partner", "upgrade", "outgrown")


def applies(when: When, visitor: Situation) -> bool:
    """Whether every condition holds; one that is empty does not narrow.

    Who has not said what he holds counts as a newcomer, and who has not said his industry or what the client takes as
    not sure: what an optional answer would bring up must not wait for it. To a partner's own rules somebody whose
    certificate of another partner ran out is a newcomer.
    """
    answers, tally = visitor.answers, visitor.tally
    ids = {partner.id for partner in visitor.partners}
    known = tally is not UNKNOWN
    held = "none" if when.partners and issued_by(visitor) else answers.holds or "none"
    return (
        (not when.partners or (bool(ids) and ids <= set(when.partners)))
        and (not when.routes or visitor.route in when.routes or _all_lead_to(when.routes, visitor))
        and (not when.names or visitor.name in when.names)
        and (not when.industries or _works_in(when.industries, visitor))
        and (when.people_over is None or (known and tally.low > when.people_over))
        and (when.people_at_most is None or (known and tally.high <= when.people_at_most))
        and (not when.client_requires or (answers.client_requires or UNSURE) in when.client_requires)
        and (not when.growth or answers.growth in when.growth)
        and (not when.holds or held in when.holds)
        and held not in when.unless_holds
        and (
            not when.account or (answers.account in when.account and (bool(when.portability) or needs_account(visitor)))
        )
        and (not when.local_base or (answers.local_base or UNSURE) in when.local_base)
        and (not when.work_started or answers.work_started in when.work_started)
        and (when.one_person is None or (known and tally.low <= 1))
        and (when.records_under is None or (answers.months is not None and answers.months < when.records_under))
        and (when.uncounted is None or not answers.count)
        and (when.partner_unsure is None or chooses(visitor))
        and (not when.portability or any(found in when.portability for found in _carried(visitor)))
        and (when.earns is None or earns(visitor))
        and not _of_other_holders(when, visitor)
        and not (_of_a_smaller_class(when) and larger_is_brought(visitor))
    )


def _all_lead_to(routes: Sequence[str], visitor: Situation) -> bool:
    """Whether every class that it may be is one of these, while the verdict hangs on something."""
    return visitor.verdict is None and all(case.chosen.route in routes for case in visitor.cases)


def _works_in(industries: Sequence[str], visitor: Situation) -> bool:
    """Whether the visitor's industry is one of these; where it is not told, the given partner's own tell it."""
    own = visitor.partner
    if visitor.answers.industry or own is None or own.any_industry or not own.industries:
        return (visitor.answers.industry or UNSURE) in industries
    return UNSURE in industries and bool(set(own.industries) & set(industries))


def needs_account(visitor: Situation) -> bool:
    """Whether an account here is of use now: not for a letter to bid with, and who is certified has what it takes."""
    return way(visitor) not in {*WITHOUT_ACCOUNT, *WITH_WHAT_IS_ASKED}


def _of_other_holders(when: When, visitor: Situation) -> bool:
    """Whether it is about a partner's own holders, and the visitor's certificate is another partner's."""
    own = bool(when.partners) and bool(when.holds) and set(when.holds) <= set(HERE)
    return own and way(visitor) in ("conversion", "other-partner")


def _of_a_smaller_class(when: When) -> bool:
    """Whether it is about the class for small firms, or about a size: what is brought along hangs on neither."""
    sized = when.people_over is not None or when.people_at_most is not None
    return sized or (bool(when.routes) and set(when.routes) <= set(SMALL))


def larger_is_brought(visitor: Situation) -> bool:
    """Whether a full certificate is brought along, so that nothing is to be known of the class for small firms."""
    full = visitor.answers.holds in ("cor", "cor-elsewhere", "iso-45001")
    return full and rests_on_another(visitor)


def disputes(visitor: Situation) -> tuple[Conflict, ...]:
    """The disagreements that touch this case; one about letters only where a letter may still serve.

    Who brings a full certificate along is audited by nobody here, so pages that disagree on that are not for him; nor
    are those on the records of a first audit for who comes by none.
    """
    carried = portability(visitor)
    letter = carried.letter if carried and carried.kind in MAY_SERVE else None
    serves, brought = letter is not None and letter.kind == "letter", larger_is_brought(visitor)
    first = not rests_on_another(visitor) and way(visitor) not in WITH_WHAT_IS_ASKED
    touching = [c for c in conflicts(visitor) if first or c.records_under is None]
    return tuple(c for c in touching if (serves if c.letters else not brought or c.certainty != "clear"))


def would_apply(when: When, key: str, visitor: Situation) -> bool:
    """Whether all that is missing is the answer to that question."""
    # Without the condition on the account, `applies` no longer asks whether one is of use.
    if key == "account" and not when.portability and not needs_account(visitor):
        return False
    name = "records_under" if key == "records_months" else key
    # An emptied part does not narrow, whatever its type is, so None stands for "any".
    return bool(getattr(when, name, None)) and applies(replace(when, **{name: None}), visitor)  # type: ignore[arg-type]


def _carried(visitor: Situation) -> tuple[str, ...]:
    """What a certificate from elsewhere is worth; an equivalency is no letter, though one may bid with it too.

    Of a body that is not known it is also the paper that there is for a certificate of the right one.
    """
    carried = portability(visitor)
    if carried is None:
        return ()
    letter = carried.letter
    paper = ("equivalency" if letter.working else letter.kind,) if letter else ()
    if carried.kind == "letter":
        return paper
    return (carried.kind, *paper) if carried.kind == "home-unknown" else (carried.kind,)
