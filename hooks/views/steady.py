"""The firm of the examples: a steady crew, so that every way of counting people finds the same size."""

from typing import Literal

from quiz.facts import Jurisdiction

type People = int | Literal["unsure"]
type Plain = dict[str, object]


def steady_crew(place: Jurisdiction, people: People) -> Plain:
    """Its answers, as `decide` takes them: full time all year, with neither subcontractors nor family."""
    several = isinstance(people, int) and people > 1  # one person may be alone or not
    return {
        "province": place.code,
        "people": people,
        "average_people": people,
        "payroll_hours": people * _full_time_hours(place) if isinstance(people, int) else people,
        "subcontracts": "no",
        "works_with_partner_or_family": "no",
        **({"works_alone": "no"} if several else {}),
    }


def _full_time_hours(place: Jurisdiction) -> int:
    """Payroll hours a year of a full-time equivalent at the partners here that count so; 0 where none does."""
    return max((partner.counting.full_time_hours or 0 for partner in place.partners), default=0)
