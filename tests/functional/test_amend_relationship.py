"""Correcting a relationship, or saying that parental responsibility ended."""

from tests.functional.api import Api
from tests.functional.caring import RELATIONSHIP, TODAY, refused, relate
from tests.functional.families import Family


def test_says_when_responsibility_ended_and_keeps_what_was_said(api: Api, home: Family) -> None:
    given = {"relationshipId": relate(api, home.jake, home.mother, kind="GUARDIAN", basis="SPECIAL_GUARDIANSHIP"), "expectedRevision": 1}

    found = api.do("worker", "amendRelationship", RELATIONSHIP, **given, reason="The order was discharged.", untilOn=str(TODAY))

    assert (found["untilOn"], found["basis"], found["revision"]) == (str(TODAY), "SPECIAL_GUARDIANSHIP", 2)
    said = api.last_payload("person", home.jake)
    assert (said["before"]["until_on"], said["why"]) == (None, "The order was discharged.")


def test_refuses_an_old_revision_nothing_new_what_cannot_be_and_who_may_not(api: Api, home: Family) -> None:
    given = {"relationshipId": relate(api, home.jake, home.mother), "expectedRevision": 1, "reason": "Wrong.", "kind": "MOTHER"}

    def code(who: str = "worker", **more: object) -> str:
        return refused(api, who, "amendRelationship", RELATIONSHIP, {**given, **more})[0][0]

    assert code(expectedRevision=2) == "CONFLICT"
    assert code(kind="FATHER") == "ALREADY_DONE"
    assert code(kind=None) == "BAD_USER_INPUT"
    assert code(basis=None) == "BAD_USER_INPUT"
    assert code("service_manager") == "NOT_PERMITTED"
    assert code("southerner") == "NOT_FOUND"
