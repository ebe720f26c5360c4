"""Recording who somebody is to a child; and what it means for who may agree."""

import datetime as dt
from typing import Any

from tests.functional.api import Api
from tests.functional.caring import RELATIONSHIP, SOON, TODAY, details_of, refused, relate, related
from tests.functional.families import Family

AGREEMENT = "agreement { id givenBy { id } }"


def agreeing(home: Family, giver: str, **more: Any) -> dict[str, Any]:
    """Return the input of an agreement for Jake by somebody with parental responsibility."""
    said = {"capacity": "PARENTAL_RESPONSIBILITY", "answer": "AGREED", "evidence": "SIGNED"}
    return {"caseId": home.case, "personId": home.jake, "givenById": giver, **said, **more}


def test_records_a_father_who_lives_elsewhere_and_lets_the_case_see_him(api: Api, home: Family) -> None:
    father = home.person("Tom", "ADULT")

    found = api.do("worker", "recordRelationship", RELATIONSHIP, **related(home.jake, father))

    assert (found["kind"], found["responsibility"], found["basis"]) == ("FATHER", "HAS", "BIRTH_REGISTRATION")
    assert (found["child"]["id"], found["relative"]["id"]) == (home.jake, father)
    assert api.events("person", home.jake)[-1] == "RelationshipRecorded"
    assert details_of(api, home.jake, "colleague")["relatives"] == [{"kind": "FATHER", "relative": {"id": father}}]
    assert details_of(api, father, "colleague")["children"] == [{"kind": "FATHER", "child": {"id": home.jake}}]
    assert details_of(api, father, "southerner") is None


def test_who_has_responsibility_and_lives_elsewhere_can_agree(api: Api, home: Family) -> None:
    father = home.person("Tom", "ADULT")
    relate(api, home.jake, father)

    assert api.do("worker", "recordAgreement", AGREEMENT, **agreeing(home, father))["givenBy"] == {"id": father}


def test_a_relative_of_whom_nothing_is_known_cannot_agree_from_elsewhere(api: Api, home: Family) -> None:
    father = home.person("Tom", "ADULT")
    relate(api, home.jake, father, responsibility="NOT_KNOWN", basis=None)

    refusal = ("REFUSED", "parental_responsibility", ["givenById"])
    assert refused(api, "worker", "recordAgreement", AGREEMENT, agreeing(home, father)) == [refusal]


def test_a_carer_of_the_household_who_is_recorded_without_responsibility_cannot_agree(api: Api, home: Family) -> None:
    relate(api, home.jake, home.mother, kind="STEP_PARENT", responsibility="HAS_NOT", basis=None)

    refusal = ("REFUSED", "parental_responsibility", ["givenById"])
    assert refused(api, "worker", "recordAgreement", AGREEMENT, agreeing(home, home.mother)) == [refusal]
    assert api.do("worker", "recordAgreement", AGREEMENT, **agreeing(home, home.mother, personId=home.mia))


def test_responsibility_that_has_ended_does_not_count(api: Api, home: Family) -> None:
    yesterday = (TODAY - dt.timedelta(days=1)).isoformat()
    father = home.person("Tom", "ADULT")
    relate(api, home.jake, father, untilOn=yesterday)

    assert refused(api, "worker", "recordAgreement", AGREEMENT, agreeing(home, father))[0][1] == "parental_responsibility"


def test_entered_before_the_request_the_father_is_held_by_the_case_too(api: Api, family: Family) -> None:
    father = family.person("Tom", "ADULT")
    relate(api, family.jake, father)

    family.awaiting_agreement()

    assert details_of(api, father, "manager")["id"] == father
    assert api.sql("SELECT unattached FROM person WHERE 'person_' || id = $1", father)[0]["unattached"] is False


def test_refuses_what_cannot_be_and_who_may_not(api: Api, home: Family) -> None:
    father = home.person("Tom", "ADULT")

    def why(who: str = "worker", **more: Any) -> object:
        return refused(api, who, "recordRelationship", RELATIONSHIP, related(home.jake, father, **more))

    assert why(relativeId=home.jake) == [("BAD_USER_INPUT", None, ["relativeId"])]
    assert why(personId=home.mother) == [("BAD_USER_INPUT", None, ["personId"])]
    assert why(basis=None) == [("BAD_USER_INPUT", None, ["basis"])]
    assert why(responsibility="HAS_NOT") == [("BAD_USER_INPUT", None, ["basis"])]
    assert why(fromOn=str(SOON)) == [("BAD_USER_INPUT", None, ["fromOn"])]
    assert why("colleague") == [("NOT_FOUND", None, ["relativeId"])]  # nobody's case holds him yet
    assert why("service_manager", relativeId=home.mother) == [("NOT_PERMITTED", None, [])]
    assert why("southerner") == [("NOT_FOUND", None, [])]
