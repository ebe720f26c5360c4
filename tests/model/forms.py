"""What people write into the forms of the steps: usually what is asked for, now and then something else."""

import datetime as dt
from collections.abc import Mapping
from random import Random
from typing import Any

from tests.functional.council import gid
from tests.model.days import DAY
from tests.model.records import Case
from tests.model.table import REASONS

NORTH, SOUTH, PASTORAL, FRONT_DOOR = (
    gid("team", name) for name in ("North Family Team", "South Family Team", "Larkfield Pastoral", "Front Door")
)
NOBODY = "person_00000000-0000-7000-8000-000000000000"
ENDING = ("signpost", "sign_off_no_plan", "close", "step_up", "close_in_error", "end_early")
"""Steps whose form asks for a reason; the others that end a case have one of their own."""

Form = dict[str, Any]


def usually(r: Random, *values: Any, else_: Any) -> Any:
    """Draw one of the first values nine times in ten."""
    return r.choice(values) if r.random() < 0.9 else else_


def form(r: Random, case: Case, others: list[str], trigger: str, today: dt.date) -> tuple[Form, Form]:
    """Draw the form of a step: as the plain council reads it, and as it is sent."""
    move = case.moves[trigger]
    said: Form = {}
    if trigger in ENDING:
        said["reason"] = r.choice([*move.reasons * 4, *REASONS[:2]])
    elif move.reasons:
        said["reason"] = move.reasons[0]
    if trigger in ("signpost", "sign_off_no_plan", "close") and (r.random() < 0.5):
        said |= {"agency": gid("agency", "Larkfield Primary"), "agency_agreed": (r.random() < 0.5)}
    said |= OWN.get(trigger, lambda *_: {})(r, case, others, today)
    return said, {
        **TEXTS.get(trigger, {}),
        **sent(said, fixed=() if trigger in ENDING else ("reason",), is_generic=move.mutation == "moveCase"),
    }


def sent(said: Mapping[str, Any], *, fixed: tuple[str, ...], is_generic: bool) -> Form:
    """Spell a form as the contract does."""
    names = {"agency": "agencyId", "asked_by": "askedById", "children": "childIds", "surviving_case": "survivingCaseId", "team": "teamId"}
    return {names.get(name, camel(name)): plain(value) for name, value in said.items() if name not in fixed and not is_generic}


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def some_day(r: Random, today: dt.date, name: str) -> Form:
    """Draw a day that should not lie ahead, or leave it out."""
    ago = usually(r, None, 0, else_=r.choice([1, 3, -1]))
    return {} if ago is None else {name: today - DAY * ago}


def some_children(r: Random, case: Case) -> list[str]:
    """Draw children, usually some whose help goes on."""
    return list(usually(r, case.ongoing(), case.ongoing()[:1], else_=r.choice([list(case.children), []])))


TEXTS: Mapping[str, Form] = {
    "signpost": {"advice": "The library's reading group."},
    "record_decline": {"advice": "They can ask again."},
    "escalate": {"urgency": "TODAY", "concern": "What he said.", "toldFamilyOrWhyNot": "Told his mother."},
    "record_not_taken": {"decidedBy": "Ann Bell, social worker", "why": "Below their threshold."},
    "record_taken": {"decidedBy": "Ann Bell, social worker", "route": "CHILD_IN_NEED"},
    "pause": {"why": "They are away."},
    "return_step_down": {"note": "They never agreed; social care was told."},
    "close_in_error": {"note": "Entered twice."},
    "end_early": {"note": "They moved."},
}
OWN: Mapping[str, Any] = {
    "accept": lambda r, case, others, today: {"team": team} if (team := r.choice([None, *[NORTH] * 7, SOUTH, PASTORAL])) else {},
    "start_assessment": lambda r, case, others, today: some_day(r, today, "started_on"),
    "start_review": lambda r, case, others, today: some_day(r, today, "meeting_on"),
    "pause": lambda r, case, others, today: {
        "asked_by": (usually(r, next(iter(case.family)), else_=NOBODY)),
        "pause_until": today + DAY * (usually(r, 7, 20, 42, else_=r.choice([43, -1]))),
    },
    "resume": lambda r, case, others, today: (
        {"next_review_on": today + DAY * ahead} if (ahead := usually(r, None, None, 30, else_=r.choice([10, 60, 100, -1]))) else {}
    ),
    "escalate": lambda r, case, others, today: {"children": some_children(r, case)},
    "record_not_taken": lambda r, case, others, today: {
        "children": some_children(r, case),
        "decided_on": today - DAY * (usually(r, 0, else_=-1)),
    },
    "record_taken": lambda r, case, others, today: {
        "children": some_children(r, case),
        "decided_on": today - DAY * (usually(r, 0, else_=-1)),
    },
    "transfer_out": lambda r, case, others, today: {
        "moved_on": today - DAY * (usually(r, 0, else_=-1)),
        "council": asked[-1].council if (asked := case.papers.offers) and r.random() < 0.8 else "878",
    },
    "close_in_error": lambda r, case, others, today: (
        {"surviving_case": other} if (other := r.choice([None, None, case.id, *others])) else {}
    ),
}
