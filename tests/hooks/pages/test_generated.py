"""The generated pages, without MkDocs: what stands on them, and what cannot."""

import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import markdown  # type: ignore[import-untyped]  # it ships no types
import pytest

from hooks.facts.catalogue import load
from hooks.facts.entry import Contact, Statement, facts_of
from hooks.facts.model import Catalogue, Jurisdiction
from hooks.facts.partner import Partner
from hooks.pages.generated import Page, depth, filled, pages, province_page
from hooks.pages.menu import menu
from hooks.pages.templating import TemplateRefused
from hooks.views.site import Site
from quiz.ahead.flow import compile_flow, leaves

PLACES = load().jurisdictions
PARTNERS = [(place, partner) for place in PLACES for partner in place.partners]
HOSTILE = "IHSA <b>*bold*</b> | pipe [x](y) {: .c } _u_ `c` <script>alert(1)</script> {{ 7 * 7 }} & Söhne"


class Shown(HTMLParser):
    """The text that a reader sees, and the elements around it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(page: Page) -> Shown:
    """A page as a browser shows it."""
    body = page.markdown.split("---\n", 2)[2]
    found = Shown()
    found.feed(markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"]))
    found.text = re.sub(r"\s+", " ", found.text)
    return found


def changed(site: Site, code: str, **values: object) -> Site:
    """A site of one place alone with some of its values replaced, past every check."""
    place = site.told(code).model_copy(update=values)
    return replace(site, catalogue=site.catalogue.model_copy(update={"jurisdictions": (place,)}))


def facts_of_partner(partner: Partner) -> list[Statement]:
    """What the facts say of a partner's processes, and its notes."""
    parts = ("audit", "records", "validity", "timing", "training", "upkeep")
    told = [getattr(process, part) for process in partner.processes for part in parts]
    fees = [fee for process in partner.processes for fee in process.fees]
    return [fact for fact in (*told, *fees, *partner.notes) if fact]


def ontario(site: Site) -> str:
    """What the page of Ontario says."""
    return shown(province_page(site, site.told("ON"))).text


@pytest.fixture(scope="module")
def hostile(site_facts: Site) -> dict[str, Page]:
    """The pages of a site where a partner and a place carry a name full of marks."""
    place = site_facts.told("ON")
    partner = place.partners[0].model_copy(update={"name": HOSTILE, "industries_text": HOSTILE})
    site = changed(site_facts, "ON", partners=(partner,), name=HOSTILE, in_name=f"in {HOSTILE}")
    return {page.uri: page for page in pages(site)}


@pytest.fixture(scope="module")
def limit(limits: dict[str, int]) -> int:
    """That of Alberta's small class, as the facts have it."""
    return limits["ab-class-secor"]


@pytest.fixture(scope="module")
def with_higher_limit(site_facts: Site, limit: int) -> dict[str, Page]:
    """The pages of a site where the limit of Alberta's small class is two higher."""
    place = site_facts.told("AB")
    classes = place.default_size_classes
    higher = (classes[0].model_copy(update={"at_most": limit + 2}), *classes[1:])
    partners = tuple(partner.model_copy(update={"size_classes": ()}) for partner in place.partners)
    site = changed(site_facts, "AB", default_size_classes=higher, partners=partners)
    return {page.uri: page for page in pages(site)}


def test_there_is_a_page_for_each_place_and_each_partner_and_a_list_of_them(
    made: dict[str, Page], facts_file: Catalogue
) -> None:
    wanted = {f"provinces/{place.slug}.md" for place in facts_file.jurisdictions} | {"provinces/index.md"}
    wanted |= {f"provinces/{place.slug}/{partner.id}.md" for place, partner in PARTNERS}
    assert len(facts_file.jurisdictions) == 13
    assert {uri for uri in made if uri.startswith("provinces/")} == wanted


@pytest.mark.parametrize(("place", "partner"), PARTNERS, ids=lambda entry: getattr(entry, "code", None) or entry.id)
def test_each_partner_stands_in_the_list_of_its_place_and_leads_to_its_own_page(
    place: Jurisdiction, partner: Partner, made: dict[str, Page]
) -> None:
    page = made[f"provinces/{place.slug}.md"].markdown
    assert f'<li id="{partner.id}"' in page
    assert f"provinces/{place.slug}/{partner.id}/" in page
    assert f"{place.slug}/{partner.id}/" in made["provinces/index.md"].markdown


@pytest.mark.parametrize(("place", "partner"), PARTNERS, ids=lambda entry: getattr(entry, "code", None) or entry.id)
def test_the_page_of_a_partner_says_all_that_the_facts_say_of_it(
    place: Jurisdiction, partner: Partner, made: dict[str, Page]
) -> None:
    page = made[f"provinces/{place.slug}/{partner.id}.md"]
    text = shown(page).text
    facts = [fact.text for fact in facts_of_partner(partner) if fact.text]
    assert [
        told
        for told in (partner.name.removesuffix(")"), partner.industries_text, *facts, *partner.unknown)
        if told not in text
    ] == []
    assert f"partner&#61;{partner.id}" in page.markdown


def referred(place: Jurisdiction) -> list[Partner]:
    """The partners of other places that are to be asked where nobody certifies."""
    return [partner for other, partner in PARTNERS if f"{other.code}/{partner.id}" in place.authority.refers_to]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)
def test_every_partner_can_be_called_or_written_to_from_the_page_of_its_place(
    place: Jurisdiction, made: dict[str, Page]
) -> None:
    page = made[f"provinces/{place.slug}.md"].markdown
    here = place.partners or referred(place)
    assert len(re.findall(r'class="call[ "]', page)) == len(here)
    numbers = [partner.contact.phone for partner in here if partner.contact and partner.contact.phone]
    assert [number for number in numbers if number not in page] == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)
def test_an_anchor_that_was_once_public_is_still_there(place: Jurisdiction, made: dict[str, Page]) -> None:
    page = made[f"provinces/{place.slug}.md"].markdown
    wanted = {"glance", "sizes", "letters", "unknown", "sources"}
    wanted |= {"partners", "details"} if place.partners else set()
    wanted |= {"industries"} if len(place.partners) > 1 else set()
    wanted |= {name for name in ("cautions", "conflicts", "notes", "former") if getattr(place, name)}
    wanted |= {partner.id for partner in place.partners} | {conflict.id for conflict in place.conflicts}
    found = set(re.findall(r'id="([\w-]+)"', page)) | set(re.findall(r"\{ #([\w-]+)", page))
    assert wanted - found == set()


def test_each_outcome_that_the_quiz_can_reach_has_a_page(made: dict[str, Page], site_facts: Site) -> None:
    ends = leaves(compile_flow(site_facts.facts, site_facts.words))
    assert {f"outcomes/{end}.md" for end in ends} <= set(made)


def test_a_name_full_of_marks_is_shown_as_it_stands(hostile: dict[str, Page]) -> None:
    page = shown(hostile["provinces/ontario.md"])
    assert HOSTILE in page.text
    assert not page.tags & {"script", "em"}


def test_a_name_full_of_marks_does_no_harm_on_the_lists(hostile: dict[str, Page]) -> None:
    page = shown(hostile["provinces/index.md"])
    assert HOSTILE in page.text
    assert "script" not in page.tags


def test_a_name_full_of_marks_does_no_harm_on_an_outcome(hostile: dict[str, Page]) -> None:
    page = shown(hostile["outcomes/ontario-cor.md"])
    assert HOSTILE in page.text
    assert "script" not in page.tags


def test_a_changed_limit_changes_the_page_of_the_place(with_higher_limit: dict[str, Page], limit: int) -> None:
    page = shown(with_higher_limit["provinces/alberta.md"]).text
    assert f"1 to {limit + 2} people" in page
    assert f"{limit + 3} people or more" in page


def test_a_changed_limit_changes_the_pages_of_its_outcomes(with_higher_limit: dict[str, Page], limit: int) -> None:
    assert f"{limit + 2} people or fewer" in shown(with_higher_limit["outcomes/alberta-secor.md"]).text
    assert f"{limit + 3} people or more" in shown(with_higher_limit["outcomes/alberta-cor.md"]).text


@pytest.mark.parametrize("uri", ["provinces/alberta.md", "outcomes/alberta-secor.md", "outcomes/alberta-cor.md"])
def test_an_old_limit_stays_nowhere_in_what_the_pages_compose(
    uri: str, with_higher_limit: dict[str, Page], limit: int
) -> None:
    old = rf"\b{limit} people or fewer|\b{limit + 1} people or more|1 to {limit} SECOR"
    assert re.findall(old, shown(with_higher_limit[uri]).text) == []


def test_a_missing_contact_is_said_to_be_not_verified(site_facts: Site) -> None:
    place = site_facts.told("ON")
    silent = place.partners[0].model_copy(update={"contact": None})
    assert "No number verified" in ontario(changed(site_facts, "ON", partners=(silent,)))


def test_a_phone_of_low_confidence_is_labelled(site_facts: Site) -> None:
    place = site_facts.told("ON")
    contact = place.partners[0].contact
    assert isinstance(contact, Contact)
    weak = contact.model_copy(update={"confidence": "low", "age": "a list of another site"})
    partner = place.partners[0].model_copy(update={"contact": weak})
    assert "Phone not verified: a list of another site" in ontario(changed(site_facts, "ON", partners=(partner,)))


def test_unknown_money_is_said_to_be_not_verified(site_facts: Site) -> None:
    page = ontario(changed(site_facts, "ON", money=(), account_rule=None))
    assert "A refund or rebate: not verified" in page
    assert "first: not verified" in page


def test_a_partner_in_doubt_is_marked(made: dict[str, Page]) -> None:
    told = "New members: not confirmed"
    assert told in shown(made["provinces/alberta.md"]).text
    assert told in shown(made["provinces/alberta/asc.md"]).text
    assert told not in shown(made["provinces/alberta/acsa.md"]).text


def test_a_fact_past_its_review_says_so(site_facts: Site) -> None:
    later = replace(changed(site_facts, "ON"), today=site_facts.catalogue.newest_check + timedelta(days=800))
    assert later.due == tuple(facts_of(later.catalogue))
    assert "due for a re-check since" in shown(province_page(later, later.told("ON"))).text


def test_no_fact_is_due_on_the_day_of_the_newest_check(site_facts: Site) -> None:
    assert site_facts.due == ()


def test_every_conflict_shows_all_its_readings(made: dict[str, Page], facts_file: Catalogue) -> None:
    place = facts_file.jurisdictions[0]
    page = shown(made[f"provinces/{place.slug}.md"]).text
    readings = [reading.text for conflict in place.conflicts for reading in conflict.readings]
    assert [text for text in readings if text not in page] == []


def test_a_hand_written_page_is_filled_from_the_facts(site_facts: Site) -> None:
    page = filled(site_facts, "guides/x.md", '{{ company.name }} {{ here("quiz/") }} {{ known["ca-local"].text }}')
    assert page.markdown.startswith("On-Track Safety Solutions Ltd. ../../quiz/ Each province")


@pytest.mark.parametrize(
    ("uri", "folders"),
    [("index.md", 0), ("contact/index.md", 1), ("provinces/alberta.md", 2), ("provinces/alberta/acsa.md", 3)],
)
def test_the_depth_of_a_page_is_how_far_it_is_from_the_root(uri: str, folders: int) -> None:
    assert depth(uri) == folders


def test_the_menu_gets_the_generated_pages_behind_their_index(site_facts: Site) -> None:
    found = menu(["index.md", {"Places": ["provinces/index.md"]}, {"Quiz": "quiz.md"}], site_facts)
    assert found[0] == "index.md"
    assert found[1]["Places"][:2] == ["provinces/index.md", {"Alberta": "provinces/alberta.md"}]  # type: ignore[index]
    assert found[2] == {"Quiz": "quiz.md"}


@pytest.mark.parametrize("slip", ['{{ cite("no-such-fact") }}', '{{ links.offer("no-such-fact").title }}'])
def test_an_id_that_nothing_has_is_named_with_its_place(slip: str, site_facts: Site) -> None:
    with pytest.raises(TemplateRefused, match=r"^guides/x\.md:2: there is no 'no-such-fact'$"):
        filled(site_facts, "guides/x.md", f"one\n{slip}")


CITING = '{% import "page.jinja" as page with context %}{{ cite("ab-class-secor") }}{{ page.source_list() }}'


def test_who_finds_a_fact_wrong_writes_with_its_name_and_the_page(site_facts: Site) -> None:
    company = site_facts.links.company.model_copy(update={"email": "a@example.org"})
    site = replace(site_facts, links=site_facts.links.model_copy(update={"company": company}), url="https://x.example/")
    page = filled(site, "guides/x.md", CITING).markdown
    assert "mailto:a@example.org?subject=Something%20wrong%3A%20ab-class-secor" in page
    assert "body=https%3A%2F%2Fx.example%2Fguides%2Fx%2F" in page


def test_where_no_mail_is_known_the_telephone_stands_there(site_facts: Site) -> None:
    page = filled(site_facts, "guides/x.md", CITING).markdown
    assert 'Something wrong here? Tell On-Track: <a href="tel:' in page
