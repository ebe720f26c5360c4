"""Assessments for tests: found by their case, written section by section."""

from typing import Any

from tests.functional.api import Api
from tests.functional.families import Family

SECTION = "assessmentSection { id revision section answers { question text choice choices needs scale } }"
ABOUT = [{"question": "reason", "text": "Often late, and tired."}]
VOICE = [{"question": "how", "choices": ["talked"]}, {"question": "words", "text": "I like my new school."}]


def assessment_of(api: Api, family: Family, number: int = 1) -> str:
    """Return the id of a round of the family's case."""
    asked = "SELECT 'assessment_' || id AS id FROM assessment WHERE 'case_' || case_id = $1 AND number = $2"
    [row] = api.sql(asked, family.case, number)
    return str(row["id"])


def saving(api: Api, family: Family, **given: Any) -> dict[str, Any]:
    """Return the input that saves the first section for the first time, or another as it is given."""
    first = {"section": "about", "expectedRevision": 0, "answers": ABOUT}
    return {"assessmentId": assessment_of(api, family), **first, **given}


def save(api: Api, family: Family, who: str = "worker", **given: Any) -> dict[str, Any]:
    """Save a section as somebody; return it."""
    return api.do(who, "saveSection", SECTION, **saving(api, family, **given))
