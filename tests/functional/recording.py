"""What tests of records around triage share: a threshold document, levels of children, and what a case waits for."""

import datetime as dt
from typing import Any

from tests.functional.api import Api
from tests.functional.families import Family

TODAY = dt.date.today().isoformat()
LABELS = {"label1": "Universal", "label2": "Early Help", "label3": "Targeted Help", "label4": "Specialist"}
DECISION = "thresholdDecision { id level outcome needsApproval approvedAt approvedBy { name } document { title } children { level } }"


def add_document(api: Api) -> str:
    """Add a threshold document that is in force; return its id."""
    given = {"title": "Northmere thresholds, version 3", "inForceFrom": TODAY, **LABELS}
    return str(api.do("administrator", "addThresholdDocument", "thresholdDocument { id }", **given)["id"])


def deciding(family: Family, level: int, outcome: str, **more: Any) -> dict[str, Any]:
    """Return the input of a decision that finds both children at one level."""
    levels = [{"personId": child, "level": level} for child in family.children]
    return {"caseId": family.case, "basis": "REQUEST", "levels": levels, "outcome": outcome, "reasons": "Section 4.", **more}


def decide(family: Family, level: int, outcome: str, who: str = "triage", **more: Any) -> dict[str, Any]:
    """Make a threshold decision; return it."""
    return family.api.do(who, "recordThreshold", DECISION, **deciding(family, level, outcome, **more))


def waits(family: Family, who: str = "front_door_manager") -> list[dict[str, Any]]:
    """Return what the case waits for, as somebody sees it."""
    asked = "query($id: ID!) { case(id: $id) { waits { kind title on isLate } } }"
    found: list[dict[str, Any]] = family.api.ask(who, asked, id=family.case)["case"]["waits"]
    return found


def kinds(family: Family, who: str = "front_door_manager") -> list[str]:
    """Return the kinds of what the case waits for."""
    return sorted(each["kind"] for each in waits(family, who))
