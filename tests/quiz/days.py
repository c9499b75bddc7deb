"""The days of a made-up way of which every length is known, for tests of the timetable and of how it is told."""

from dataclasses import replace
from datetime import date

from quiz.timetable import Dates
from tests.quiz.made_up import TODAY

APRIL, JULY, NEXT_YEAR = date(2030, 4, 1), date(2030, 7, 1), date(2031, 1, 1)
COURSES = date(2030, 1, 11)
WHOLE = Dates(
    today=TODAY,
    deadline=None,
    records=APRIL,
    courses=COURSES,
    system=None,
    audit_days=40,
    review_days=15,
    open_records=False,
    unknown=(),
    adds_up=True,
)
MET = replace(WHOLE, deadline=JULY)
