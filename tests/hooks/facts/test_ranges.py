"""Numbers that leave no room for one another: each is told at its place, with what would be accepted."""

from collections.abc import Mapping

import pytest
from pydantic import TypeAdapter, ValidationError

from hooks.facts.catalogue import load
from hooks.facts.entry import Days, Hours, Months, People
from hooks.facts.model import Catalogue, Refund
from hooks.facts.partner import Below, CourseDays, Process
from hooks.facts.ranges import upside_down
from hooks.facts.yaml_marks import Place

FACTS = load()
ALBERTA = FACTS.jurisdictions[0]


def told(facts: Catalogue) -> dict[Place, str]:
    """What is found, by its place."""
    return {place: told for place, told, _ in upside_down(facts)}


def alberta(**parts: object) -> Catalogue:
    """The facts with other parts in the first place."""
    places = (ALBERTA.model_copy(update=parts), *FACTS.jurisdictions[1:])
    return FACTS.model_copy(update={"jurisdictions": places})


def first[T](entries: tuple[T, ...], **parts: object) -> tuple[T, ...]:
    """The entries with other parts in the first."""
    return (entries[0].model_copy(update=parts), *entries[1:])  # type: ignore[attr-defined]


def test_the_facts_are_all_the_right_way_up() -> None:
    assert told(FACTS) == {}


@pytest.mark.parametrize(
    ("key", "parts", "place"),
    [
        ("letters", {"takes_days": 28, "takes_days_to": 14}, "takes_days"),
        ("conflicts", {"people": (10,), "people_from": 9}, "people_from"),
        ("conflicts", {"people": (10,), "people_to": 11}, "people_to"),
        ("interim", {"days": 90, "months": 3}, "days"),
    ],
)
def test_one_of_two_numbers_is_told(key: str, parts: Mapping[str, object], place: str) -> None:
    ((where, what),) = told(alberta(**{key: first(getattr(ALBERTA, key), **parts)})).items()
    assert where == ("jurisdictions", 0, key, 0, place)
    assert "accepted" in what


@pytest.mark.parametrize(
    ("parts", "place", "said"),
    [
        ({"percent": 10, "at_most_percent": 9}, "percent", "percent 10 is above at_most_percent 9"),
        ({"percent": 5, "percent_to": 10, "at_most_percent": 9}, "percent_to", "percent_to 10 is above"),
        ({"percent": 5, "percent_to": 5}, "percent_to", "`percent_to` is `percent` again"),
        ({"at_least_dollars": 9, "at_most_dollars": 8}, "at_least_dollars", "above at_most_dollars 8"),
        ({"at_least_dollars": 9, "at_least_percent": 7, "at_most_percent": 6}, "at_least_percent", "at_most_percent 6"),
        ({"percent": 8, "at_least_dollars": 9, "at_least_percent": 7}, "percent", "above at_least_percent 7"),
        ({"at_least_percent": 7}, "at_least_percent", "at_least_dollars"),
    ],
)
def test_a_refund_has_room_between_its_floor_its_share_and_its_ceiling(
    parts: Mapping[str, object], place: str, said: str
) -> None:
    refund = Refund(**{"percent": 5, **parts})  # type: ignore[arg-type]
    ((where, what),) = told(alberta(money=first(ALBERTA.money, refund=refund))).items()
    assert where == ("jurisdictions", 0, "money", 0, "refund", place)
    assert said in what
    assert "accepted" in what


@pytest.mark.parametrize("to", [9, 10])
def test_the_upper_end_of_a_price_is_above_the_lower_one(to: int) -> None:
    money = first(ALBERTA.money, refund=None, dollars=10, dollars_to=to)
    (what,) = told(alberta(money=money)).values()
    assert "accepted" in what


def test_a_limit_of_the_average_that_the_peak_never_lets_bite_is_told() -> None:
    classes = first(ALBERTA.default_size_classes, at_most=10, average_below=11)
    ((where, what),) = told(alberta(default_size_classes=classes)).items()
    assert where == ("jurisdictions", 0, "default_size_classes", 0, "average_below")
    assert what == "an average is never above the most, 10, so this limits nobody; at most 10 is accepted"


def test_the_pass_mark_of_the_upkeep_is_not_above_the_first_one() -> None:
    process = ALBERTA.default_processes[0]
    assert process.pass_marks
    marks = process.pass_marks.model_copy(update={"upkeep": 81})
    ((where, what),) = told(alberta(default_processes=first(ALBERTA.default_processes, pass_marks=marks))).items()
    assert where[-2:] == ("pass_marks", "upkeep")
    assert what == "upkeep 81 is above overall 80; at most 80 is accepted"


def test_a_certificate_from_few_records_lasts_no_longer_than_the_usual_one() -> None:
    process = ALBERTA.default_processes[0]
    assert process.records
    assert process.validity
    records = process.records.model_copy(update={"short_valid_months": 37})
    found = told(alberta(default_processes=first(ALBERTA.default_processes, records=records)))
    assert ("jurisdictions", 0, "default_processes", 0, "records", "short_valid_months") in found


def test_a_validity_below_that_of_the_records_of_the_place_is_told_at_the_partner() -> None:
    number, partner = next((n, p) for n, p in enumerate(ALBERTA.partners) if _takes_over_records(p.processes[:1]))
    usual = ALBERTA.default_processes[0].validity
    assert usual
    validity = usual.model_copy(update={"months": 11})
    changed = partner.model_copy(update={"processes": first(partner.processes, validity=validity)})
    partners = (*ALBERTA.partners[:number], changed, *ALBERTA.partners[number + 1 :])
    ((where, what),) = told(alberta(partners=partners)).items()
    assert where == ("jurisdictions", 0, "partners", number, "processes", 0, "validity", "months")
    assert what.endswith("at least 12 is accepted")


def _takes_over_records(processes: tuple[Process, ...]) -> bool:
    return any(not one.records and "records" not in one.not_verified and one.routes == ("secor",) for one in processes)


def test_the_answer_without_a_partner_has_no_limit() -> None:
    number, place = next((n, p) for n, p in enumerate(FACTS.jurisdictions) if p.without_partner)
    assert place.without_partner
    changed = place.model_copy(update={"without_partner": place.without_partner.model_copy(update={"at_most": 10})})
    places = (*FACTS.jurisdictions[:number], changed, *FACTS.jurisdictions[number + 1 :])
    ((where, what),) = told(FACTS.model_copy(update={"jurisdictions": places})).items()
    assert where == ("jurisdictions", number, "without_partner", "at_most")
    assert "leave this limit out" in what


@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [(Hours, 1500, 2500), (Months, 1, 60), (Days, 1, 366), (People, 1, 1000), (Below, 2, 1000), (CourseDays, 1, 60)],
)
def test_a_number_that_no_firm_or_calendar_has_is_refused(kind: type, least: int, most: int) -> None:
    number: TypeAdapter[int] = TypeAdapter(kind)
    assert [number.validate_python(value) for value in (least, most)] == [least, most]
    for value in (least - 1, most + 1):
        with pytest.raises(ValidationError):
            number.validate_python(value)
