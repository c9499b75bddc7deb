"""Made-up facts, small enough to read in a test: no place, partner, limit or day of partners.yml.

The place is `XA` with the partner `builders`; `XB` is another place, where `homers` issues certificates. Every length
is an argument, so a test says itself what its dates come from.
"""

from datetime import date
from typing import Any

from quiz.answers import Answers
from quiz.fact import Fact, Route
from quiz.facts import (
    Authority,
    Caution,
    Conflict,
    Counting,
    Facts,
    Interim,
    Jurisdiction,
    Letter,
    Partner,
    SizeClass,
    When,
)
from quiz.process import Audit, Fee, Money, PassMarks, Process, Records, Refund, Timing, Training, Validity
from quiz.situation import Situation, resolve

TODAY = date(2030, 1, 1)
ROUTES: dict[str, Route] = {
    "Owner": "owner-operator",
    "Small": "secor",
    "Middle": "secor",
    "Small COR": "secor",
    "Middle COR": "secor",
    "COR": "cor",
    "Large COR": "cor",
    "It depends": "ask",
    "Nothing": "none",
}


def checked(fact_id: str, **more: Any) -> dict[str, Any]:
    """What every fact has."""
    day = {"checked": date(2029, 12, 1), "review_by": date(2035, 1, 1)}
    return {"id": fact_id, "source": f"https://{fact_id}.example/", "confidence": "high", **day, **more}


def fact(fact_id: str, text: str = "", **more: Any) -> Fact:
    """A sentence with its source."""
    return Fact(text=text, **checked(fact_id, **more))


COUNTING = Counting(
    unit="people",
    period="any-time",
    counted=("employees",),
    not_counted=("contractors_own_account",),
    unclear=("agency",),
    **checked("counting"),
)
FULL_TIME = Counting(unit="full-time-equivalents", full_time_hours=2_000, period="year", counted=(), **checked("hours"))
AVERAGE = Counting(unit="average-people", period="operating-months", counted=("employees",), **checked("average"))


def size_class(class_id: str, name: str, **conditions: Any) -> SizeClass:
    """A class by its name and its conditions."""
    return SizeClass(route=ROUTES[name], name=name, **{**checked(class_id), **conditions})


def partner(partner_id: str, *classes: tuple[str, dict[str, Any]], **more: Any) -> Partner:
    """A partner with these classes, each by its name and its conditions."""
    found = tuple(size_class(f"{partner_id}-{n}", name, **given) for n, (name, given) in enumerate(classes))
    own = {"name": partner_id.title(), "acronym": partner_id.upper(), "url": f"https://{partner_id}.example/home"}
    return Partner(**{**checked(partner_id), **own, "counting": COUNTING, "size_classes": found, **more})


def records(least: int | None = None, full: int | None = None, short: int | None = None) -> Records:
    """Months of records."""
    text = "Records are read."
    return Records(months=full, least_months=least, short_valid_months=short, text=text, **checked("records"))


def timing(**lengths: Any) -> Timing:
    """Days or months of the parts of an audit."""
    return Timing(text="It takes its time.", **checked("timing"), **lengths)


def training(days: int | None = None) -> Training:
    """Courses, in days where known."""
    return Training(days=days, text="Courses are given.", **checked("training"))


def process(*routes: str, kind: str = "external", **parts: Any) -> Process:
    """A way of which only what is given is known."""
    audit = Audit(kind=kind, text="Somebody audits.", **checked(f"audit-{kind}"))
    return Process(routes=routes or ("cor",), **{"audit": audit, **parts})


def whole_way(*routes: str, kind: str = "external", **parts: Any) -> Process:
    """A way with every length: 3 months of records, 10 days of courses, 20 + 5 + 15 days from audit to certificate."""
    known: dict[str, Any] = {
        "records": records(3, 12, 12),
        "training": training(10),
        "timing": timing(gathering_days=20, report_days=5, review_days=15),
        "pass_marks": PassMarks(overall=70, each_element=60, **checked("marks")),
        "validity": Validity(months=36, text="It lasts.", **checked("validity")),
        "upkeep": fact(f"upkeep-{'-'.join(routes)}", "It is looked at every year."),
    }
    return process(*routes, kind=kind, **{**known, **parts})


TWO_SIZES: tuple[tuple[str, dict[str, Any]], ...] = (("Small", {"at_most": 10}), ("COR", {}))
WAYS = (whole_way("cor"), whole_way("secor", kind="self-assessment"))
BUILDERS = partner("builders", *TWO_SIZES, processes=WAYS)
HOMERS = partner("homers", *TWO_SIZES, cfcsa_member=True)
# Two classes for small firms, each of which is a COR by its name and by what it counts as.
TWO_SMALL_CORS = partner(
    "builders",
    ("Small COR", {"at_most": 4, "counts_as_cor": True}),
    ("Middle COR", {"at_most": 10, "counts_as_cor": True}),
    ("COR", {}),
    processes=WAYS,
)
BOARD = Authority(name="Board", **checked("board"), url="https://board.example/home")


def place(*partners: Partner, code: str = "XA", **more: Any) -> Jurisdiction:
    """A place with these partners; with none it is one where nobody certifies."""
    name = f"Place {code}"
    own: dict[str, Any] = {"in_name": f"in {name}", "account": "account", "programme": "COR", "authority": BOARD}
    if not partners:
        own["without_partner"] = size_class(f"{code}-none", "Nothing", text="Nobody certifies.", certainty="unverified")
    return Jurisdiction(code=code, name=name, slug=f"place-{code.lower()}", partners=partners, **{**own, **more})


def facts(*places: Jurisdiction, cautions: tuple[Caution, ...] = ()) -> Facts:
    """Facts of these places and of another, where `homers` certifies."""
    known = {each.code for each in places}
    others = () if "XB" in known else (place(HOMERS, code="XB"),)
    return Facts(
        industries=("construction",),
        jurisdictions=(*places, *others),
        cautions=cautions,
        newest_check=date(2029, 12, 1),
    )


def visitor(
    *partners: Partner, at: Jurisdiction | None = None, with_facts: Facts | None = None, **given: Any
) -> Situation:
    """Somebody at these partners of one place, by default the builders, or at a place; 30 people unless given."""
    here = at or place(*(partners or (BUILDERS,)))
    size = {} if "count" in given else {"people": 30}
    known = {"province": here.code, "partner": "unsure" if len(here.partners) > 1 else None, "today": TODAY}
    return resolve(Answers(**{**known, **size, **given}), with_facts or facts(here))


def letter(letter_id: str, **more: Any) -> Letter:
    """What the builders grant to holders of another body's certificate: by default one for bidding, to members."""
    own = {"granted_by": "builders", "to": "cfcsa-members", "name": f"the {letter_id}", "text": f"On the {letter_id}."}
    return Letter(**{**checked(letter_id), **own, **more})


def entry(entry_id: str, *, ready: bool = False, after: str = "start", **when: Any) -> Interim:
    """Something to show meanwhile, for whom the conditions hold; one that is ready can be had after that part."""
    name = entry_id.title()
    return Interim(name=name, ready=ready, after=after, when=When(**when), text=f"About {name}.", **checked(entry_id))


def caution(caution_id: str, **when: Any) -> Caution:
    """A caution for whom the conditions hold."""
    return Caution(text=f"Beware of {caution_id}.", when=When(**when), **checked(caution_id))


def conflict(conflict_id: str, **more: Any) -> Conflict:
    """Two pages that disagree."""
    readings = (fact("one-page", "Ten."), fact("other-page", "Twelve."))
    own = {"topic": "limit", "readings": readings, "ours": "We take ten.", "why": "It is newer."}
    return Conflict(id=conflict_id, **{**own, **more})


def refund(money_id: str = "refund", **more: Any) -> Money:
    """What the board pays back."""
    return Money(refund=Refund(**more), text="The board pays back.", **checked(money_id))


def fee(fee_id: str, **more: Any) -> Fee:
    """What something costs."""
    return Fee(text="It costs.", **checked(fee_id), **more)


# Certified in the other place; and a rule that turns a certificate of `others` into one of `builders`.
FROM_XB: dict[str, Any] = {"holds": "cor-elsewhere", "home_province": "XB"}
MOVE = letter("move", to="other-partners", kind="conversion", holders_of=("others",))
