"""A use of the risk tool, for tests."""

from typing import Any

from service.risk.rules import FACTORS, PROTECTIVE
from tests.functional.families import Family

RISK = "riskAssessment { id revision harm notKnown children { id } factors { factor presence known } protectiveFactors { strength } }"
TEXTS = {
    "harm": "Tired and late for school, since September.",
    "vulnerability": "Jake is six.",
    "protection": "The school holds him well.",
    "childSays": "I want to sleep in my own bed.",
    "outlook": "He falls behind.",
}


def assessing(family: Family, **more: Any) -> dict[str, Any]:
    """Return the input of a use of the tool that finds nothing but what is given."""
    factors = [{"factor": key.upper(), "presence": "NOT_PRESENT"} for key in FACTORS]
    protective = [{"factor": key.upper(), "strength": "SOME"} for key in PROTECTIVE]
    given = {"caseId": family.case, "childIds": [family.jake], "factors": factors, "protectiveFactors": protective}
    return {**given, **TEXTS, **more}
