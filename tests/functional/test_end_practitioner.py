"""Ending an account: every role ends with it at once, and an administrator is always left."""

from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid, key
from tests.functional.families import Family

PRACTITIONER = "practitioner { id version endedAt appointments { role endedAt } }"


def end(api: Api, whom: str, who: str = "administrator", version: int = 1) -> dict[str, Any]:
    return api.do(who, "endPractitioner", PRACTITIONER, practitionerId=gid("practitioner", whom), expectedVersion=version)


def refused(api: Api, whom: str, who: str = "administrator", version: int = 1) -> dict[str, Any]:
    [problem] = api.refused(who, "endPractitioner", PRACTITIONER, practitionerId=gid("practitioner", whom), expectedVersion=version)
    return problem


def test_ends_an_account_with_its_roles(api: Api) -> None:
    found = end(api, "worker")

    assert found["version"] == 2
    assert found["endedAt"] is not None
    assert found["appointments"] == [{"role": "WORKER", "endedAt": found["endedAt"]}]
    assert api.events("practitioner", found["id"]) == ["PractitionerAdded", "PractitionerEnded"]
    appointment = str(key("appointment", "worker worker North Family Team None"))
    assert api.last_payload("practitioner", found["id"])["appointments"] == [appointment]


def test_leaves_the_roles_of_others(api: Api) -> None:
    end(api, "worker")

    [row] = api.sql("SELECT count(*) AS n FROM appointment WHERE ended_at IS NOT NULL")
    assert row["n"] == 1


def test_what_the_account_allowed_is_refused_at_once(api: Api) -> None:
    end(api, "second_administrator")

    [problem] = api.refused("second_administrator", "addLocality", "locality { id }", name="East")

    assert problem["code"] == "NOT_PERMITTED"


def test_the_role_of_lead_professional_ends_with_the_account(api: Api, family: Family) -> None:
    family.planning()

    ended = end(api, "worker")["endedAt"]

    seen = api.ask("manager", "query($id: ID!) { case(id: $id) { leadProfessionals { endedAt } } }", id=family.case)
    assert seen["case"]["leadProfessionals"][-1]["endedAt"] == ended


def test_refuses_to_end_the_last_administrator(api: Api) -> None:
    end(api, "second_administrator")

    problem = refused(api, "administrator")

    assert (problem["code"], problem["reason"]) == ("REFUSED", "last_administrator")
    assert problem["message"] == "This is the last administrator. Appoint another one first."


def test_an_administrator_may_end_their_own_account_while_another_is_left(api: Api) -> None:
    found = api.send(
        "administrator",
        "endPractitioner",
        "practitioner { id }",
        {"practitionerId": gid("practitioner", "administrator"), "expectedVersion": 1},
    )

    assert found == {"practitioner": None, "userErrors": []}
    assert api.events("practitioner", gid("practitioner", "administrator"))[-1] == "PractitionerEnded"


def test_refuses_an_account_that_has_ended(api: Api) -> None:
    end(api, "worker")

    assert refused(api, "worker", version=2)["code"] == "ALREADY_DONE"


def test_refuses_a_version_that_is_past(api: Api) -> None:
    assert refused(api, "worker", version=2)["code"] == "CONFLICT"


def test_refuses_whoever_is_no_administrator(api: Api) -> None:
    assert refused(api, "worker", who="manager")["code"] == "NOT_PERMITTED"
