"""What visitors may know of the pages behind the facts."""

import datetime

from hooks.facts.model import Catalogue
from hooks.watch.freshness import freshness
from hooks.watch.record import Record

DAY = datetime.date(2027, 1, 15)


def test_every_page_has_a_row_with_what_depends_on_it(facts_file: Catalogue) -> None:
    rows = {row.address: row for row in freshness(facts_file, {})}
    assert len(rows) == len(facts_file.sources)
    limit = rows["https://alberta.ca/get-certificate-recognition.aspx"]
    assert "ab-class-secor" in [fact.id for fact in limit.facts]
    assert "AB" in limit.jurisdictions
    assert (limit.state, limit.since, limit.watched) == (None, None, None)


def test_a_row_says_what_the_last_watch_found_since_when_and_when_the_page_last_came(facts_file: Catalogue) -> None:
    first, second, third = (source.url for source in facts_file.sources[:3])
    records = {
        first: Record(state="unchanged", since=DAY, read=DAY, seen=DAY),
        second: Record(state="changed", since=DAY, read=DAY, seen=DAY),
        third: Record(state="turned-away", since=DAY),
    }
    rows = freshness(facts_file, records)[:3]
    assert [(row.state, row.since) for row in rows] == [("unchanged", DAY), ("changed", DAY), ("turned-away", DAY)]
    assert [row.watched for row in rows] == [DAY, DAY, None]
