"""The words for a trade, and the buyers of a place, beside the questions that they help to answer."""

import pytest

from hooks.facts.model import Buyer, Catalogue
from hooks.pages.quiz_aids import EXAMPLES, answer_of, buyers, examples, trades


def test_every_industry_has_words_that_people_use_for_its_work(facts_file: Catalogue) -> None:
    told = examples(facts_file)
    assert set(told) == {*facts_file.industries, "other"}
    assert all(1 <= len(words.split(", ")) <= EXAMPLES for words in told.values())


def test_a_word_that_means_another_industry_somewhere_is_no_example(facts_file: Catalogue) -> None:
    at = {
        trade.word: {place.industry for place in trade.places} - {None, trade.industry} for trade in facts_file.trades
    }
    elsewhere = {word for word, industries in at.items() if industries}
    assert elsewhere
    assert not elsewhere & {word for words in examples(facts_file).values() for word in words.split(", ")}


def test_every_trade_says_its_industry_and_where_it_is_another(facts_file: Catalogue) -> None:
    told = {str(trade["words"][0]): trade for trade in trades(facts_file)}  # type: ignore[index]
    assert len(told) == len(facts_file.trades)
    for trade in facts_file.trades:
        at = {place.code: place.industry for place in trade.places if place.industry not in (None, trade.industry)}
        assert told[trade.word].get("at", {}) == at


def test_every_buyer_stands_at_its_place(facts_file: Catalogue) -> None:
    told = buyers(facts_file)
    assert {code: len(some) for code, some in told.items()} == {
        place.code: len(place.buyers) for place in facts_file.jurisdictions if place.buyers
    }


@pytest.mark.parametrize(
    ("accepts", "answer"),
    [(("cor",), "cor"), (("cor", "other"), "cor"), (("cor", "secor", "other"), "either"), (("other",), None)],
)
def test_what_a_buyer_takes_answers_the_question_of_the_client(
    facts_file: Catalogue, accepts: tuple[str, ...], answer: str | None
) -> None:
    one: Buyer = next(buyer for place in facts_file.jurisdictions for buyer in place.buyers)
    assert answer_of(one.model_copy(update={"accepts": accepts})) == answer
