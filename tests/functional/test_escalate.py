"""Social care can be told about a risk at once, from every open state, by everybody around the case; and nothing moves."""

import pytest

from tests.functional.api import Api
from tests.functional.families import CASE, Family

CONCERN = {"urgency": "NOW", "concern": "A bruise that the story does not explain.", "toldFamilyOrWhyNot": "Not safe to tell them."}


@pytest.mark.parametrize(
    "state", ["requested", "in_triage", "awaiting_agreement", "assessing", "awaiting_sign_off", "planning", "reviewing"]
)
def test_tells_social_care_and_leaves_the_case_where_it_is(api: Api, family: Family, state: str) -> None:
    getattr(family, state)()
    stands = family.state()
    who = "triage" if state in ("requested", "in_triage") else "worker"

    case = family.step(who, "escalate", childIds=[family.jake], **CONCERN)

    assert case["state"] == stands
    assert api.events("case", family.case)[-1] == "ConcernEscalated"
    assert api.sql("SELECT count(*) FROM visit WHERE left_at IS NULL")[0][0] == 1


def test_is_never_refused_by_a_guard_even_without_agreement(api: Api, family: Family) -> None:
    family.assessing()
    family.withdraw_all()

    family.step("worker", "escalate", childIds=[family.mia], **CONCERN)

    assert api.events("case", family.case)[-1] == "ConcernEscalated"


def test_refuses_a_child_of_another_family(api: Api, family: Family) -> None:
    family.assessing()
    stranger = Family(api)

    [problem] = api.refused(
        "worker", "escalate", CASE, caseId=family.case, expectedVersion=family.version(), childIds=[stranger.jake], **CONCERN
    )

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["childIds", "0"])


def test_refuses_a_case_that_has_ended(api: Api, family: Family) -> None:
    family.ready_to_close()
    family.step("manager", "closeCase", reason="NEEDS_MET")

    [problem] = api.refused(
        "worker", "escalate", CASE, caseId=family.case, expectedVersion=family.version(), childIds=[family.jake], **CONCERN
    )

    assert (problem["code"], problem["reason"]) == ("REFUSED", "not_from_here")


def test_refuses_a_concern_about_nobody(api: Api, family: Family) -> None:
    family.assessing()

    [problem] = api.refused("worker", "escalate", CASE, caseId=family.case, expectedVersion=family.version(), childIds=[], **CONCERN)

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["childIds"])


def test_who_asked_for_help_finds_no_case_that_they_do_not_see(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    asked = api.sql("UPDATE request_for_help SET requested_by = $1 RETURNING id", api.actor("southerner").id)
    assert asked

    [problem] = api.refused(
        "southerner", "escalate", CASE, caseId=family.case, expectedVersion=family.version(), childIds=[family.jake], **CONCERN
    )

    assert (problem["code"], problem["path"]) == ("NOT_FOUND", [])
