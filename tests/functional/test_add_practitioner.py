"""Opening an account for somebody of the council or of a partner agency."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.council import gid, key

PRACTITIONER = "practitioner { id version name email jobTitle phone endedAt agency { name } appointments { id } }"
ANN = {"agencyId": gid("agency", "Larkfield Primary"), "name": "Ann Cole", "email": "ann.cole@larkfield.example", "jobTitle": "SENCO"}


def refused(api: Api, who: str = "administrator", **given: Any) -> tuple[str, list[str]]:
    [problem] = api.refused(who, "addPractitioner", PRACTITIONER, **{**ANN, **given})
    return problem["code"], problem["path"]


def test_opens_an_account_that_allows_nothing_yet(api: Api) -> None:
    found = api.do("administrator", "addPractitioner", PRACTITIONER, **ANN)

    assert (found["version"], found["name"], found["jobTitle"], found["phone"]) == (1, "Ann Cole", "SENCO", None)
    assert (found["agency"], found["appointments"], found["endedAt"]) == ({"name": "Larkfield Primary"}, [], None)
    assert api.events("practitioner", found["id"]) == ["PractitionerAdded"]
    [row] = api.sql("SELECT email, agency_id FROM practitioner WHERE 'practitioner_' || id = $1", found["id"])
    assert tuple(row) == ("ann.cole@larkfield.example", key("agency", "Larkfield Primary"))


def test_keeps_an_address_in_the_form_in_which_it_is_compared(api: Api) -> None:
    found = api.do("administrator", "addPractitioner", PRACTITIONER, **{**ANN, "email": " Ann.Cole@Larkfield.example "})

    assert found["email"] == "ann.cole@larkfield.example"


def test_refuses_an_address_that_somebody_has_in_any_case_of_letters(api: Api) -> None:
    assert refused(api, email="WORKER@northmere.example") == ("DUPLICATE", ["email"])


@pytest.mark.parametrize("email", ["ann", "ann@", "@larkfield.example", "ann cole@larkfield.example", "a@b@c", "änn@larkfield.example"])
def test_refuses_what_is_no_address(api: Api, email: str) -> None:
    assert refused(api, email=email) == ("BAD_USER_INPUT", ["email"])


def test_refuses_an_agency_that_is_not_there(api: Api) -> None:
    assert refused(api, agencyId=gid("agency", "Nobody")) == ("NOT_FOUND", ["agencyId"])


@pytest.mark.parametrize("who", ["worker", "triage", "manager", "service_manager", "nurse"])
def test_refuses_whoever_is_no_administrator(api: Api, who: str) -> None:
    assert refused(api, who)[0] == "NOT_PERMITTED"
