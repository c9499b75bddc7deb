"""What a visitor should know beside the verdict.

Cautions with a source are data, with a closed set of conditions; the others are advice that follows from the
answers alone. Each has an id, and the proof shows that somebody sees it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from quiz.answers import UNSURE
from quiz.facts import Fact, When
from quiz.headcount import UNKNOWN
from quiz.portability import portability, sentence
from quiz.reasons import source
from quiz.shape import Caution
from quiz.situation import Situation
from quiz.words import Words

SMALL = ("secor", "owner-operator")


def cautions(visitor: Situation, words: Words) -> list[Caution]:
    """Everything that applies, the advice that touches the verdict first, each as id, sentence and (if any) source."""
    found = [_plain(words, visitor, caution_id) for caution_id, applies in ADVICE.items() if applies(visitor)]
    found += list(_doubtful(visitor, words))
    found += list(_portability(visitor, words))
    for caution in (*visitor.place.cautions, *visitor.facts.cautions):
        if _applies(caution.when, visitor):
            found.append(
                {"id": caution.id, "text": caution.text, "fact": caution.id, "source": source(caution, visitor)}
            )
    return found


def unclear_groups(visitor: Situation, words: Words, joiner: str) -> str:
    """The kinds of people that may or may not count, as words inside a sentence, joined by "and" or "or"."""
    return words.listed([words(f"group.{group}") for group, _ in visitor.tally.unclear], joiner)


def _small(visitor: Situation) -> bool:
    return visitor.route in SMALL


def _is_cor_itself(visitor: Situation) -> bool:
    return visitor.chosen is not None and visitor.chosen.counts_as_cor


def _client(visitor: Situation) -> str | None:
    return visitor.answers.client_requires


def _ask_client(visitor: Situation) -> bool:
    return visitor.route == "secor" and not _is_cor_itself(visitor) and _client(visitor) in (None, UNSURE)


def _limited(visitor: Situation) -> bool:
    partner = visitor.partner
    return partner is not None and len({c.route for c in partner.size_classes}) > 1


def _one_person(visitor: Situation) -> bool:
    """One person where the partner's rule has a small class, but none made for one person."""
    partner = visitor.partner
    if partner is None or not _limited(visitor) or visitor.tally is UNKNOWN or visitor.tally.high > 1:
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
    )


def _records_short(visitor: Situation) -> bool:
    process, months = visitor.process, visitor.answers.records_months
    if process is None or process.records is None or not isinstance(months, int):
        return False
    least, full = process.records.least_months, process.records.months
    return least is not None and full is not None and least <= months < full


def _records_few(visitor: Situation) -> bool:
    process, months = visitor.process, visitor.answers.records_months
    records = process.records if process else None
    return records is not None and isinstance(months, int) and months < (records.least_months or records.months or 0)


def _outgrown(visitor: Situation) -> bool:
    by_size = {case.by_size.route for case in visitor.cases}
    return visitor.answers.holds == "secor" and by_size == {"cor"} and _limited(visitor)


ADVICE: Mapping[str, Callable[[Situation], bool]] = {
    "ask-client": _ask_client,
    "small-is-cor": lambda s: _small(s) and _is_cor_itself(s) and _client(s) in ("cor", UNSURE, None),
    "one-person-class-client": lambda s: s.route == "owner-operator" and not _is_cor_itself(s) and _client(s) == "cor",
    "may-choose-cor": lambda s: s.route == "secor" and s.place.choose_cor is not None and _client(s) != "cor",
    "growth": lambda s: _small(s) and s.answers.growth == "yes",
    "growth-unsure": lambda s: _small(s) and s.answers.growth == UNSURE,
    "outgrown": _outgrown,
    "holds-cor-small": lambda s: s.route == "secor" and s.answers.holds == "cor",
    "one-person": _one_person,
    "no-account": lambda s: s.answers.account == "no" and bool(s.partners),
    "account-unsure": lambda s: s.answers.account == UNSURE and bool(s.partners),
    "records-few": _records_few,
    "records-short": _records_short,
    "unclear-people": lambda s: bool(s.answers.count) and s.tally is not UNKNOWN and not s.tally.known,
    "small-class-unknown": _unknown_small_class,
    "doubtful": lambda s: s.partner is not None and s.partner.status == "doubtful",
    "review-due": lambda s: any(case.chosen.due(s.today) or case.by_size.due(s.today) for case in s.cases),
}


def _portability_kind(visitor: Situation) -> str | None:
    found = portability(visitor)
    return found.kind if found else None


def _plain(words: Words, visitor: Situation, caution_id: str) -> Caution:
    partner, process = visitor.partner, visitor.process
    records = process.records if process else None
    text = words(
        f"caution.{caution_id}",
        partner=partner.name if partner else words("partner.yours"),
        place=visitor.place.in_name,
        account=visitor.place.account,
        name=visitor.verdict.name if visitor.verdict else "",
        groups=unclear_groups(visitor, words, "and"),
        least=(records.least_months or records.months) if records else "",
        full=records.months if records else "",
        short=records.short_valid_months if records and records.short_valid_months else "",
    )
    note: Fact | None = partner.status_note if caution_id == "doubtful" and partner else None
    if caution_id == "may-choose-cor":
        note = visitor.place.choose_cor
    if note is None:
        return {"id": caution_id, "text": text}
    return {"id": caution_id, "text": f"{text} {note.text}", "fact": note.id, "source": source(note, visitor)}


def _doubtful(visitor: Situation, words: Words) -> Iterator[Caution]:
    """Partners of doubtful status that were left out while the partner is not known."""
    if visitor.left_out:
        names = words.listed([partner.name for partner in visitor.left_out])
        yield {"id": "doubtful-left-out", "text": words("caution.doubtful-left-out", partners=names)}


def _portability(visitor: Situation, words: Words) -> Iterator[Caution]:
    found = portability(visitor)
    said = any("iso-45001" in caution.when.holds for caution in visitor.place.cautions)
    if found is None or (found.kind == "iso-unknown" and said):
        return
    plain: Caution = {"id": f"portability-{found.kind}", "text": sentence(found, visitor, words)}
    if found.letter:
        plain["fact"], plain["source"] = found.letter.id, source(found.letter, visitor)
    yield plain


def depends_on(key: str, visitor: Situation) -> bool:
    """Whether an answer to a question could still bring up a caution: all that is missing for it is that answer."""
    name = "records_under" if key == "records_months" else key
    found = (caution.when for caution in (*visitor.place.cautions, *visitor.facts.cautions))
    narrowed = (when for when in found if getattr(when, name, None))
    # An emptied part does not narrow, whatever its type is, so None stands for "any".
    return any(_applies(replace(when, **{name: None}), visitor) for when in narrowed)  # type: ignore[arg-type]


def _applies(when: When, visitor: Situation) -> bool:
    answers, tally = visitor.answers, visitor.tally
    ids = {partner.id for partner in visitor.partners}
    known = tally is not UNKNOWN
    months = answers.records_months
    name = visitor.verdict.name if visitor.verdict else ""
    return (
        (not when.partners or (bool(ids) and ids <= set(when.partners)))
        and (not when.routes or visitor.route in when.routes)
        and (not when.names or name in when.names)
        and (not when.industries or answers.industry in when.industries)
        and (when.people_over is None or (known and tally.low > when.people_over))
        and (when.people_at_most is None or (known and tally.high <= when.people_at_most))
        and (not when.client_requires or answers.client_requires in when.client_requires)
        and (not when.growth or answers.growth in when.growth)
        and (not when.holds or answers.holds in when.holds)
        and (not when.account or answers.account in when.account)
        and (when.records_under is None or (isinstance(months, int) and months < when.records_under))
        and (when.partner_unsure is None or len(visitor.partners) > 1)
        and (not when.portability or _portability_kind(visitor) in when.portability)
    )
