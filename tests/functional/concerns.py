"""Concerns sent to social care and its decisions, for tests."""

import datetime as dt
from typing import Any

from tests.functional.casework import Casework

TODAY = dt.date.today().isoformat()
TOLD = {"urgency": "NOW", "concern": "A bruise that the story does not explain.", "toldFamilyOrWhyNot": "Not safe to tell them."}
ASKED = """
    query($id: ID!) { case(id: $id) {
        concerns { id isOpen urgency revision enteredWrongly children { id } chasers { toWhom } }
        socialCareDecisions { id taken noAnswer route why revision children { id } }
    } }
"""


def tell(family: Casework, *children: str, who: str = "worker") -> str:
    """Tell social care about some children; return the id of the concern."""
    family.step(who, "escalate", childIds=list(children), **TOLD)
    return str(concerns(family, who)[0]["id"])


def seen(family: Casework, who: str = "worker") -> dict[str, Any]:
    """Return the concerns and the decisions of the case, the latest first."""
    found: dict[str, Any] = family.api.ask(who, ASKED, id=family.case)["case"]
    return found


def concerns(family: Casework, who: str = "worker") -> list[dict[str, Any]]:
    """Return the concerns of the case, the latest first."""
    found: list[dict[str, Any]] = seen(family, who)["concerns"]
    return found


def take(family: Casework, *children: str, **more: Any) -> None:
    """Record that social care takes some children."""
    given = {"route": "CHILD_IN_NEED", "decidedBy": "J. Moss, team manager", "decidedOn": TODAY, **more}
    family.step("worker", "recordTaken", childIds=list(children), **given)


def leave(family: Casework, *children: str, who: str = "worker", **more: Any) -> None:
    """Record that social care does not take some children."""
    given = {"why": "Below their threshold.", "decidedBy": "J. Moss, team manager", "decidedOn": TODAY, **more}
    family.step(who, "recordNotTaken", childIds=list(children), **given)
