"""What must be recorded for a reason before a case can end with it, and whether it is. Pure."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from service.errors import ErrorCode, Problem
from service.people.rules import age_on
from workflows.kit import Workflow
from workflows.kit.endings_1 import ENDINGS

UPPER_AGE = 18
"""From which age the service no longer helps a young person, but for special educational needs."""
MOST = 0.5
"""Which share of the outcomes has to be more than achieved or partly achieved for needs to be met."""

Check = Callable[[Mapping[str, Any], Mapping[str, Any], dt.date], bool]


def has_note(found: Mapping[str, Any], data: Mapping[str, Any], today: dt.date) -> bool:
    """Tell whether the form says something in words."""
    return bool(data.get("note"))


def is_single_agency(found: Mapping[str, Any], data: Mapping[str, Any], today: dt.date) -> bool:
    """Tell whether the one agency is named, and said yes."""
    return bool(data.get("agency") and data.get("agency_agreed"))


def most_achieved(found: Mapping[str, Any], data: Mapping[str, Any], today: dt.date) -> bool:
    """Tell whether the review under way found most outcomes achieved or partly achieved."""
    return (found["outcomes_achieved_share"] or 0) > MOST


def is_of_age(found: Mapping[str, Any], data: Mapping[str, Any], today: dt.date) -> bool:
    """Tell whether the dates of birth show that nobody on the case is under age."""
    born = [dt.date.fromisoformat(each) if each else None for each in found["birth_dates"]]
    return all(each is not None and age_on(each, today) >= UPPER_AGE for each in born)


def is_supported(found: Mapping[str, Any], data: Mapping[str, Any], today: dt.date) -> bool:
    """Tell whether it is written who supports the young person from now on: in the closing summary, or in the form."""
    return bool(found["closing_summary"] or data.get("note"))


def recorded(fact: str) -> Check:
    """Make the check that a fact which was read holds."""
    return lambda found, data, today: bool(found[fact])


CHECKS: Mapping[str, tuple[Check, ...]] = {
    "SINGLE_AGENCY": (is_single_agency,),
    "NO_FURTHER_ACTION": (recorded("assessment_signed_off"),),
    "NEEDS_MET": (most_achieved,),
    "EHC_PLAN": (recorded("ehc_plan_dated"),),
    "AGED_OUT": (is_of_age, is_supported),
    "DECEASED": (recorded("death_dated"),),
    "MOVED_NO_TRANSFER": (lambda found, data, today: True, recorded("safeguarding_check")),
    "REQUEST_WITHDRAWN": (has_note,),
}
"""Of each reason that a manager chooses, the check of each of its needs, in their order. The other reasons have guards of their own."""


def lacking(found: Mapping[str, Any], data: Mapping[str, Any], today: dt.date) -> tuple[str, ...]:
    """Return what the chosen reason needs and is not recorded; nothing while none is chosen."""
    reason = data.get("reason") or ""
    return ENDINGS[reason].lacking(*(check(found, data, today) for check in CHECKS[reason])) if reason in CHECKS else ()


# -- for one child ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OfChild:
    """What is recorded about a child for whom help may end, and about the case; `agreed`: that an agreement for the child is in force."""

    was_assessed: bool = False
    agreed: bool = False
    was_checked: bool = False
    is_taken: bool = False
    born: dt.date | None = None
    died_on: dt.date | None = None
    ehc_plan_on: dt.date | None = None


NEEDED = {
    "NEEDS_MET": ("a signed-off assessment",),
    "AGED_OUT": ("a date of birth that shows it",),
    "DECLINED": ("that nobody's agreement for the child is in force, and who said no",),
    "CONSENT_WITHDRAWN": ("that nobody's agreement for the child is in force, and who withdrew", "a safeguarding check of these days"),
    "MOVED_NO_TRANSFER": ("a safeguarding check of these days",),
    **dict.fromkeys(("STEP_UP_S17", "STEP_UP_S47", "STEP_UP_LAC"), ("that social care took the child",)),
}
"""What of an ending's needs can be looked up, where it is not all of them."""


def ending_problem(workflow: Workflow[Any], reason: str, child: OfChild, *, today: dt.date) -> Problem | None:
    """Say why help cannot end for one child for a reason: it is not one of a child, or the record does not hold what it needs."""
    if reason not in workflow.for_child:
        sentence = "Help cannot end for one child for this reason. Choose another, or end the case."
        return Problem(ErrorCode.REFUSED, sentence, ("reason",), "reason_for_a_child")
    ending = workflow.endings[reason]
    if holds_for_child(reason, child, today):
        return None
    needs = " and ".join(NEEDED.get(reason, ending.needs))
    return Problem(ErrorCode.REFUSED, f"The reason “{ending.label}” needs {needs}. Record it first.", ("reason",), "reason_supported")


def holds_for_child(reason: str, child: OfChild, today: dt.date) -> bool:
    """Tell whether what a reason needs is recorded; some need only the words that always go with an ending."""
    if reason.startswith("STEP_UP"):
        return child.is_taken
    holds = {
        "NO_FURTHER_ACTION": child.was_assessed,
        "NEEDS_MET": child.was_assessed,
        "EHC_PLAN": child.ehc_plan_on is not None,
        "AGED_OUT": child.born is not None and age_on(child.born, today) >= UPPER_AGE,
        "MOVED_NO_TRANSFER": child.was_checked,
        "DECEASED": child.died_on is not None,
        "DECLINED": not child.agreed,
        "CONSENT_WITHDRAWN": not child.agreed and child.was_checked,
    }
    return holds.get(reason, True)
