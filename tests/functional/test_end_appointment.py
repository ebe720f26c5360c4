"""Ending a role that somebody has."""

from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid

APPOINTMENT = "appointment { id role endedAt practitioner { id version } }"
OF_WORKER = gid("appointment", "worker worker North Family Team None")
OF_ADMINISTRATOR = gid("appointment", "administrator administrator None None")
OF_SECOND = gid("appointment", "second_administrator administrator None None")


def end(api: Api, appointment: str, who: str = "administrator") -> dict[str, Any]:
    return api.do(who, "endAppointment", APPOINTMENT, appointmentId=appointment)


def refused(api: Api, appointment: str, who: str = "administrator") -> dict[str, Any]:
    [problem] = api.refused(who, "endAppointment", APPOINTMENT, appointmentId=appointment)
    return problem


def test_ends_a_role(api: Api) -> None:
    found = end(api, OF_WORKER)

    worker = gid("practitioner", "worker")
    assert found["endedAt"] is not None
    assert found["practitioner"] == {"id": worker, "version": 2}
    assert api.events("practitioner", worker) == ["PractitionerAdded", "AppointmentEnded"]
    assert len(api.sql("SELECT id FROM appointment WHERE ended_at IS NOT NULL")) == 1


def test_a_role_that_ended_can_be_given_again(api: Api) -> None:
    end(api, OF_WORKER)

    again = {"practitionerId": gid("practitioner", "worker"), "role": "WORKER", "teamId": gid("team", "North Family Team")}

    assert api.do("administrator", "appoint", APPOINTMENT, **again)["endedAt"] is None


def test_what_the_role_allowed_is_refused_at_once(api: Api) -> None:
    end(api, OF_SECOND)

    [problem] = api.refused("second_administrator", "addLocality", "locality { id }", name="East")

    assert problem["code"] == "NOT_PERMITTED"


def test_refuses_to_end_the_last_administrators_role(api: Api) -> None:
    end(api, OF_SECOND)

    problem = refused(api, OF_ADMINISTRATOR)

    assert (problem["code"], problem["reason"]) == ("REFUSED", "last_administrator")


def test_another_role_of_the_last_administrator_may_end(api: Api) -> None:
    end(api, OF_SECOND)
    given = {"practitionerId": gid("practitioner", "administrator"), "role": "SERVICE_MANAGER"}
    other = api.do("administrator", "appoint", APPOINTMENT, **given)["id"]

    assert end(api, other)["role"] == "SERVICE_MANAGER"


def test_an_administrator_whose_account_has_ended_does_not_count(api: Api) -> None:
    api.sql("UPDATE practitioner SET ended_at = now() WHERE email = 'second_administrator@northmere.example'")

    assert refused(api, OF_ADMINISTRATOR)["code"] == "REFUSED"


def test_refuses_a_role_that_has_ended(api: Api) -> None:
    end(api, OF_WORKER)

    assert refused(api, OF_WORKER)["code"] == "ALREADY_DONE"


def test_refuses_an_appointment_that_is_not_there(api: Api) -> None:
    assert refused(api, gid("appointment", "nobody"))["code"] == "NOT_FOUND"


def test_refuses_whoever_is_no_administrator(api: Api) -> None:
    assert refused(api, OF_WORKER, who="manager")["code"] == "NOT_PERMITTED"
