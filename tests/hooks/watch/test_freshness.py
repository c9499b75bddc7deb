"""What visitors may know of the pages behind the facts."""

import datetime

from hooks.facts.model import Catalogue
from hooks.watch.freshness import changed_since, freshness
from hooks.watch.record import Record

DAY = datetime.date(2027, 1, 15)


def test_every_page_has_a_row_with_what_depends_on_it(facts_file: Catalogue) -> None:
    rows = {row.address: row for row in freshness(facts_file, {})}
    assert len(rows) == len(facts_file.sources)
    limit = rows["https://alberta.ca/get-certificate-recognition.aspx"]
    assert "ab-class-secor" in [fact.id for fact in limit.facts]
    assert "AB" in limit.jurisdictions
    assert (limit.state, limit.watched, limit.still_the_same) == (None, None, None)


def test_a_row_says_whether_the_text_is_still_the_same_and_when_it_was_last_seen(facts_file: Catalogue) -> None:
    first, second, third = (source.url for source in facts_file.sources[:3])
    records = {
        first: Record(state="unchanged", since=DAY, read=DAY, seen=DAY),
        second: Record(state="changed", since=DAY, read=DAY, seen=DAY),
        third: Record(state="turned-away", since=DAY),
    }
    rows = freshness(facts_file, records)[:3]
    assert [row.still_the_same for row in rows] == [True, False, None]
    assert [row.watched for row in rows] == [DAY, DAY, None]
    assert changed_since(rows) == {second: DAY}
