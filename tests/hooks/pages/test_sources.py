"""The sources of a page: one row an address, and a mark for each fact that leads to what holds for that fact."""

import re
from datetime import date, timedelta

from hooks.facts.entry import Fact
from hooks.pages.generated import Page
from hooks.pages.sources import Sources
from hooks.pages.templating import text
from hooks.views.site import Site

DAY = date(2031, 5, 6)
PAGE, OTHER = "https://partner.example/rules", "https://partner.example/fees"


def fact(
    fact_id: str, source: str = PAGE, days: int = 0, confidence: str = "high", age: str | None = None, year: int = 365
) -> Fact:
    """One that was read some days before DAY."""
    checked = DAY - timedelta(days)
    due = checked + timedelta(year)
    return Fact.model_validate(
        {"id": fact_id, "source": source, "checked": checked, "confidence": confidence, "age": age, "review_by": due}
    )


def of(*facts: Fact) -> Sources:
    """A page that may cite these."""
    return Sources({known.id: known for known in facts}, "Source")


def test_facts_of_one_address_share_a_row_and_its_number() -> None:
    one, two, other = fact("one"), fact("two"), fact("three", OTHER)
    sources = of(one, two, other)
    assert [re.findall(r">(\d+)<", sources.cite(cited)) for cited in (one, other, two)] == [["1"], ["2"], ["1"]]
    assert [row.url for row in sources.listed()] == [PAGE, OTHER]


def test_a_row_says_of_its_facts_what_differs_between_them() -> None:
    sources = of(fact("one"), fact("two", age="a copy"), fact("three", days=9), fact("four", confidence="low"))
    sources.cite("one", "two", "three", "four")
    (row,) = sources.listed()
    assert [(note.checked, note.confidence, note.age) for note in row.notes] == [
        (DAY, "high", None),
        (DAY, "high", "a copy"),
        (DAY - timedelta(9), "high", None),
        (DAY, "low", None),
    ]


def test_what_is_the_same_of_several_facts_is_said_once_with_the_earliest_day_to_look_again() -> None:
    sources = of(fact("one"), fact("two", year=30))
    sources.cite("one", "two")
    assert [note.review_by for note in sources.listed()[0].notes] == [DAY + timedelta(30)]


def test_a_mark_leads_to_what_is_said_of_its_own_fact() -> None:
    sources = of(fact("one"), fact("two", age="a copy"))
    assert re.findall(r'href="#(.*?)"', sources.cite("one") + sources.cite("two")) == ["source-1", "source-1-2"]
    assert [note.anchor for note in sources.listed()[0].notes] == ["source-1", "source-1-2"]


def test_facts_of_one_address_cited_together_get_one_mark_for_the_row() -> None:
    sources = of(fact("one"), fact("two", age="a copy"))
    assert re.findall(r'href="#(.*?)"', sources.cite("two", "one")) == ["source-1"]


def test_what_the_engine_says_is_cited_by_the_fact_that_it_names() -> None:
    """Not by a fact that was read at the same place on the same day."""
    sources = of(fact("one"), fact("two", age="a copy"))
    told = {"url": PAGE, "checked": DAY.isoformat(), "confidence": "high"}
    assert "#source-1" in sources.cite_named({"fact": "two", "source": told})
    assert sources.listed()[0].notes[0].age == "a copy"


def test_what_rests_on_no_fact_gets_no_mark() -> None:
    assert of(fact("one")).cite_named({"id": "ask-client"}) == ""


def test_a_page_s_days_are_those_of_all_its_facts() -> None:
    sources = of(fact("one", days=40), fact("two", OTHER), fact("three", year=30))
    sources.cite("one", "two", "three")
    assert (sources.newest, sources.next_review) == (DAY, DAY + timedelta(30))


def test_every_page_lists_an_address_once(made: dict[str, Page]) -> None:
    rows = {uri: re.findall(r'<li id="source-\d+"><a href="(.*?)"', page.markdown) for uri, page in made.items()}
    assert len(rows["provinces/alberta.md"]) > 50
    assert {uri: len(found) - len(set(found)) for uri, found in rows.items() if len(found) != len(set(found))} == {}


def test_every_mark_leads_to_a_line_of_its_page(made: dict[str, Page]) -> None:
    for page in made.values():
        marks = set(re.findall(r'href="#(source-[\d-]+)"', page.markdown))
        assert marks <= set(re.findall(r'id="(source-[\d-]+)"', page.markdown))


def test_every_step_shows_what_was_said_of_its_own_fact(made: dict[str, Page], site_facts: Site) -> None:
    cited = 0
    for outcome in site_facts.outcomes:
        page = made[f"outcomes/{outcome.slug}.md"].markdown
        lines = page.partition('<ol class="steps">')[2].partition("</ol>")[0].splitlines()[1:]
        for step, line in zip(outcome.decision["steps"], lines, strict=True):
            anchors = re.findall(r'href="#(source-[\d-]+)"', line)
            assert bool(anchors) == ("fact" in step), "the step's own fact first, then what else its words rest on"
            if anchors:
                told = site_facts.known[step["fact"]]
                # The row of an address whose facts were not all read alike, where several of them are told.
                row = anchors[0].count("-") == 1
                said = page.partition(f'id="{anchors[0]}"')[2].partition("</li>" if row else "</small>")[0]
                assert f"confidence {told.confidence}{f', {text(told.age)}' if told.age else ''}" in said
                cited += 1
    assert cited > 90
