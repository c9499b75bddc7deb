"""Facts of the right shape that make no sense: each is told at its line and column, with what would be accepted."""

import re

import pytest

from hooks.facts.catalogue import FACTS, load
from hooks.facts.model import Catalogue, Jurisdiction
from hooks.facts.sense import TAKEN_IDS, nonsense
from hooks.facts.yaml_marks import DataError, Place
from hooks.root import ROOT

TEXT = FACTS.read_text(encoding="utf-8")
LIMIT = re.findall(r"at_most: \d+", TEXT[TEXT.index("id: ab-class-secor") :])[0]
WHEN = "when:\n      holds: [secor-elsewhere]\n"

# Where to begin, what stands there, what is written in its place, where the problem is told, and what is said of it.
EDITS = [
    ("industries:", "  - agriculture\n", "  - agriculture\n  - juggling\n", "juggling", "'juggling' has no words"),
    ("cautions:", WHEN, f"{WHEN}      partners: [nobody-n]\n", "nobody-n", "unknown partner 'nobody-n'"),
    ("cautions:", WHEN, f"{WHEN}      industries: [nothing-n]\n", "nothing-n", "unknown industry 'nothing-n'"),
    ("cautions:", WHEN, f"{WHEN}      names: [Nameless]\n", "Nameless", "unknown name of a class 'Nameless'"),
    ("cautions:", WHEN, f"{WHEN}      people_over: 77\n      people_at_most: 77\n", "77\n", "leave nobody"),
    ("code: AB", "slug: alberta\n", "slug: index\n", "index\n", "'index' is the address of another page"),
    ("code: AB", "[owners, employees, ", "[owners, ", "[owners, part_time", "nobody would count"),
    ("code: AB", "not_counted: [contractors_own", "not_counted: [employees, contractors_own", None, ""),
    ("ab-class-secor", f"{LIMIT}\n", "average_below: 77\n", "77\n", "does not go with the unit 'people'"),
    ("ab-secor-pass", "each_element: 50\n", "each_element: 81\n", "81\n", "each_element 81 is above overall 80"),
    ("ab-secor-records", "least_months: 3\n", "least_months: 13\n", "13\n", "least_months 13 is above months 12"),
    ("code: BC", "refuses: [esc]\n", "refuses: [nobody-r]\n", "nobody-r", "unknown partner 'nobody-r'"),
    ("code: MB", "names: [SAFE Work Certified]\n", "names: [Safe Word]\n", "Safe Word", "unknown name of a class"),
    ("id: csam", "route: secor\n", "route: cor\n", "cor\n", "does not go with the name 'SECOR'"),
    ("code: ON", "routes: [cor]\n", "routes: [owner-operator]\n", "owner-operator", "unknown route of a class"),
    ("id: nsny", "route: owner-operator\n", "route: cor\n", None, ""),
    (
        "id: nsny",
        "route: secor\n",
        "route: owner-operator\n",
        "owner-operator\n",
        "is for smaller firms than the class",
    ),
    ("id: nsny", "name: SECOR\n", "name: '***'\n", "'***'", "has no letter in it"),
    ("replaced:", "partner: bcfsc\n", "partner: nobody-o\n", "nobody-o", "unknown partner 'nobody-o'"),
    ("replaced:", "valid_from: 2026-11-23\n", "valid_from: 2026-12-23\n", "2026-12-23", "is above valid_to 2026-11-25"),
]


def edited() -> tuple[str, list[tuple[int, int]]]:
    """The facts with every edit in them, and the line and column of each."""
    text, places = TEXT, []
    for start, before, after, _, _ in EDITS:
        at = text.index(before, text.index(start))
        text = text[:at] + after + text[at + len(before) :]
    for start, _, after, point, _ in EDITS:
        at = max(text.find(after.rstrip("\n"), text.index(start)), text.index(start)) if point else 0
        at = text.index(point, at) if point else 0
        places.append((text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)))
    return text, places


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    file = tmp_path_factory.mktemp("facts") / "facts.yml"
    file.write_text(edited()[0], encoding="utf-8")
    with pytest.raises(DataError) as error:
        load(file, "facts.yml")
    return str(error.value).splitlines()


@pytest.mark.parametrize("number", [number for number, edit in enumerate(EDITS) if edit[3]])
def test_what_makes_no_sense_is_told_where_it_stands(report: list[str], number: int) -> None:
    line, column = edited()[1][number]
    said = EDITS[number][4]
    found = [problem for problem in report if said in problem]
    assert any(problem.startswith(f"facts.yml:{line}:{column}: ") for problem in found), (line, column, found)
    assert all("accepted" in problem or "known are" in problem or "' does" in problem for problem in found)


def test_a_partner_that_counts_in_its_own_unit_does_not_take_over_limits_of_another() -> None:
    facts = load()
    alberta = facts.jurisdictions[0]
    number, partner = next((n, one) for n, one in enumerate(alberta.partners) if one.counting and not one.size_classes)
    counting = partner.counting and partner.counting.model_copy(update={"unit": "full-time-equivalents"})
    partners = list(alberta.partners)
    partners[number] = partner.model_copy(update={"counting": counting})
    ((place, told, _),) = nonsense(_with(facts, alberta.model_copy(update={"partners": tuple(partners)})))
    assert place == ("jurisdictions", 0, "partners", number, "counting", "unit")
    assert "'full_time_equivalents_below' does" in told


def test_a_partner_s_own_limits_go_with_the_unit_that_it_takes_over() -> None:
    facts = load()
    place, number = next(
        (place, number)
        for place in facts.jurisdictions
        for number, partner in enumerate(place.partners)
        if place.default_counting and place.default_counting.unit == "people" and not partner.counting
        if partner.size_classes
    )
    partner = place.partners[number]
    first = partner.size_classes[0].model_copy(update={"at_most": None, "full_time_equivalents_below": 77})
    partners = list(place.partners)
    partners[number] = partner.model_copy(update={"size_classes": (first, *partner.size_classes[1:])})
    ((spot, told, _),) = nonsense(_with(facts, place.model_copy(update={"partners": tuple(partners)})))
    assert spot[2:] == ("partners", number, "size_classes", 0, "full_time_equivalents_below")
    assert "does not go with the unit 'people'" in told


def test_a_limit_for_the_peak_may_stand_beside_one_for_the_average() -> None:
    facts = load()
    place = next(one for one in facts.jurisdictions if one.default_counting and one.default_size_classes)
    counting = place.default_counting and place.default_counting.model_copy(update={"unit": "average-people"})
    first, *rest = place.default_size_classes
    both = first.model_copy(update={"at_most": 77, "average_below": 7})
    changed = {"default_counting": counting, "default_size_classes": (both, *rest)}
    found = nonsense(_with(facts, place.model_copy(update=changed)))
    assert [told for spot, told, _ in found if spot[2] == "default_size_classes"] == []


@pytest.mark.parametrize("taken", ["index", "sizes"])
def test_a_partner_is_not_called_like_another_page_or_heading(taken: str) -> None:
    place, told = _first_called(taken, "partners")
    assert place[-1] == "id"
    assert f"'{taken}' is the address of another page" in told


@pytest.mark.parametrize("answer", ["unsure", "none", "other", "yes", "no"])
def test_a_partner_is_not_called_like_an_answer_of_the_quiz(answer: str) -> None:
    place, told = _first_called(answer, "partners")
    assert place[-1] == "id"
    assert told == f"'{answer}' is an answer of the quiz; another id is accepted"


@pytest.mark.parametrize("taken", ["source-1", "source-12-3", "ab-counting"])
def test_a_partner_is_not_called_like_what_stands_on_the_page_of_its_place(taken: str) -> None:
    place, told = _first_called(taken, "partners")
    assert place == ("jurisdictions", 0, "partners", 0, "id")
    assert "another id is accepted" in told


@pytest.mark.parametrize("taken", ["sizes", "source-7"])
def test_what_has_a_place_on_a_page_is_not_called_like_a_heading(taken: str) -> None:
    place, told = _first_called(taken, "conflicts")
    assert place == ("jurisdictions", 0, "conflicts", 0, "id")
    assert f"'{taken}' is the address of another page or heading" in told


def test_every_heading_of_a_places_page_is_taken() -> None:
    template = (ROOT / "hooks/pages/templates/en/province.md").read_text(encoding="utf-8")
    assert set(re.findall(r'id="([a-z-]+)"', template)) <= TAKEN_IDS


def test_a_class_that_leaves_it_open_asks_something() -> None:
    facts = load()
    place = next(place for place in facts.jurisdictions if place.without_partner)
    assert place.without_partner
    without = place.without_partner.model_copy(update={"question": None, "route": "ask"})
    found = [told for _, told, _ in nonsense(_with(facts, place.model_copy(update={"without_partner": without})))]
    assert found == ["the route 'ask' goes with a `question`, which is missing; one to send is accepted"]


def _first_called(name: str, entries: str) -> tuple[Place, str]:
    """What is said, and where, if the first of Alberta's partners or conflicts has that id."""
    facts = load()
    alberta = facts.jurisdictions[0]
    first, *rest = getattr(alberta, entries)
    changed = alberta.model_copy(update={entries: (first.model_copy(update={"id": name}), *rest)})
    ((place, told, _),) = nonsense(_with(facts, changed))
    return place, told


def _with(facts: Catalogue, changed: Jurisdiction) -> Catalogue:
    places = tuple(changed if place.code == changed.code else place for place in facts.jurisdictions)
    return facts.model_copy(update={"jurisdictions": places})
