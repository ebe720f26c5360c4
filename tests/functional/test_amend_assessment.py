"""An assessment that was signed off is amended with a reason, and what it read before is kept."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.assessments import save, saving
from tests.functional.families import Family
from tests.functional.recording import find_level

SECTION = "assessmentSection { revision answers { text } revisions { revision reason answers { text } amendedBy { name } } }"
SAID: dict[str, Any] = {"section": "scale", "answers": [{"question": "scale_why", "text": "They laugh together."}]}
OTHER = [{"question": "scale_why", "text": "They laugh together, mostly."}]


@pytest.fixture
def signed(api: Api, family: Family) -> Family:
    """A family whose assessment was written by the worker and signed off by the manager."""
    family.assessed()
    save(api, family, **SAID)
    family.move("worker", "submit")
    find_level(family)
    family.move("manager", "sign_off")
    return family


def amending(api: Api, family: Family, **given: Any) -> dict[str, Any]:
    return saving(api, family, **{**SAID, "expectedRevision": 1, "answers": OTHER, "reason": "The family told us more.", **given})


def refused(api: Api, family: Family, who: str = "worker", **given: Any) -> list[tuple[str, str | None, list[str]]]:
    found = api.refused(who, "amendAssessment", SECTION, **amending(api, family, **given))
    return [(each["code"], each["reason"], each["path"]) for each in found]


def test_amends_a_section_and_keeps_what_it_read(api: Api, signed: Family) -> None:
    found = api.do("worker", "amendAssessment", SECTION, **amending(api, signed))

    assert (found["revision"], found["answers"]) == (2, [{"text": OTHER[0]["text"]}])
    [before] = found["revisions"]
    assert before["answers"] == [{"text": "They laugh together."}]
    assert (before["revision"], before["reason"], before["amendedBy"]["name"]) == (1, "The family told us more.", "Priya Nair")
    assert api.events("case", signed.case)[-1] == "AssessmentAmended"


def test_amends_a_section_that_was_never_saved(api: Api, family: Family) -> None:
    family.signed_off()

    assert api.do("manager", "amendAssessment", SECTION, **amending(api, family, expectedRevision=0))["revisions"] == []


def test_shows_what_stands_there_beside_a_refusal_of_an_old_revision(api: Api, signed: Family) -> None:
    with api.nothing_changes():
        found = api.send("worker", "amendAssessment", SECTION, amending(api, signed, expectedRevision=4))

    assert found["userErrors"][0]["code"] == "CONFLICT"
    assert found["assessmentSection"]["answers"] == [{"text": "They laugh together."}]


def test_refuses_what_would_change_nothing_and_who_may_not(api: Api, signed: Family) -> None:
    assert refused(api, signed, answers=SAID["answers"]) == [("ALREADY_DONE", None, [])]
    assert refused(api, signed, who="colleague") == [("NOT_PERMITTED", None, [])]
    assert refused(api, signed, who="southerner") == [("NOT_FOUND", None, [])]


def test_refuses_what_is_still_being_written(api: Api, family: Family) -> None:
    family.assessing()
    save(api, family, **SAID)

    assert refused(api, family) == [("REFUSED", "not_signed_off", ["assessmentId"])]


def test_can_no_longer_be_saved_as_a_draft(api: Api, signed: Family) -> None:
    [problem] = api.refused("worker", "saveSection", "assessmentSection { id }", **saving(api, signed, **SAID, expectedRevision=1))

    assert (problem["code"], problem["reason"]) == ("REFUSED", "assessment_locked")
    assert "Amend it" in problem["message"]
