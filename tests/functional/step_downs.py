"""A family that came from children's social care, for tests."""

from typing import Any

from tests.functional.families import Family

STEP_DOWN = "stepDown { id revision socialCareReference socialCareClosedOn handedOverAt }"
GIVEN = {"socialCareReference": "SC-4711", "socialWorker": "J. Moss, social worker"}


def from_social_care(family: Family) -> None:
    """Say that the request came from social care."""
    family.api.sql("UPDATE request_for_help SET source = '5A'")


def planning(family: Family) -> None:
    """Bring a case from social care to where its team has all that a plan needs to begin."""
    family.planned()
    from_social_care(family)


def record(family: Family, **more: Any) -> str:
    """Record the step-down; return its id."""
    return str(family.api.do("worker", "recordStepDown", STEP_DOWN, caseId=family.case, **GIVEN, **more)["id"])
