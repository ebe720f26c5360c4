"""Writing another note to a check of involvement: what was found stays as it was."""

import pytest

from tests.functional.api import Api
from tests.functional.families import Family

CHECK = "involvementCheck { id revision note children { id } findings { person { id } agency } }"


@pytest.fixture
def check(api: Api, family: Family) -> str:
    """The id of a check of a second case, which found the first."""
    family.assessing()
    family.ask_for_help()
    return str(api.do("triage", "checkInvolvement", "involvementCheck { id }", caseId=family.case, note="Asked the clinic.")["id"])


def test_writes_the_note_anew_and_keeps_what_was_found(api: Api, family: Family, check: str) -> None:
    found = api.do("triage", "amendInvolvementCheck", CHECK, checkId=check, expectedRevision=1, note="The clinic knows them.")

    assert (found["revision"], found["note"]) == (2, "The clinic knows them.")
    assert {each["person"]["id"] for each in found["findings"]} == set(family.children)
    assert api.events("case", family.case)[-1] == "InvolvementCheckAmended"


def test_refuses_an_old_revision_the_same_note_and_who_may_not(api: Api, check: str) -> None:
    def code(who: str = "triage", **more: object) -> str:
        given = {"checkId": check, "expectedRevision": 1, "note": "The clinic knows them.", **more}
        return str(api.refused(who, "amendInvolvementCheck", CHECK, **given)[0]["code"])

    assert code(expectedRevision=2) == "CONFLICT"
    assert code(note="Asked the clinic.") == "ALREADY_DONE"
    assert code(who="southerner") == "NOT_FOUND"
