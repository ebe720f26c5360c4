"""What must be recorded for a reason before a case can end with it, and whether it is. Pure."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from service.people.rules import age_on
from workflows.kit.endings_1 import ENDINGS

UPPER_AGE = 18
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
