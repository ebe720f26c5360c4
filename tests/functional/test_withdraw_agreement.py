"""Withdrawing an agreement: from that instant it allows nothing."""

import datetime as dt

from tests.functional.api import Api
from tests.functional.families import Family

AGREEMENT = "agreement { id answer withdrawnAt withdrawnBy { id } withdrawnHow }"
HOW = "She said so on the telephone to Priya Nair."


def refused(api: Api, who: str, agreement: str, **more: str) -> list[tuple[str, str | None, list[str]]]:
    problems = api.refused(who, "withdrawAgreement", AGREEMENT, agreementId=agreement, how=HOW, **more)
    return [(each["code"], each["reason"], each["path"]) for each in problems]


def test_withdraws_an_agreement_for_who_gave_it(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    agreement, version = family.agree(family.jake), family.version()

    found = api.do("worker", "withdrawAgreement", AGREEMENT, agreementId=agreement, how=HOW)

    assert (found["answer"], found["withdrawnBy"]["id"], found["withdrawnHow"]) == ("AGREED", family.mother, HOW)
    assert found["withdrawnAt"] is not None
    assert family.version() == version + 1
    assert api.events("case", family.case)[-1] == "AgreementWithdrawn"


def test_a_withdrawn_agreement_no_longer_lets_the_assessment_start(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    agreement = family.agree(family.jake)
    family.agree(family.mia)
    api.do("worker", "withdrawAgreement", AGREEMENT, agreementId=agreement, how=HOW)

    problems = api.refused("worker", "startAssessment", "case { id }", caseId=family.case, expectedVersion=family.version())

    assert "agreement_in_force" in {problem["reason"] for problem in problems}


def test_a_case_that_has_ended_does_not_stand_in_the_way(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    agreement = family.agree(family.jake)
    family.step("manager", "closeInError", reason="OPENED_IN_ERROR", note="Another family.")

    assert api.do("worker", "withdrawAgreement", AGREEMENT, agreementId=agreement, how=HOW)["withdrawnAt"]


def test_refuses_a_second_withdrawal_and_somebody_elses(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    agreement = family.agree(family.jake)

    assert refused(api, "worker", agreement, withdrawnById=family.mia) == [("REFUSED", "not_theirs", ["withdrawnById"])]
    api.do("worker", "withdrawAgreement", AGREEMENT, agreementId=agreement, how=HOW)
    assert refused(api, "worker", agreement) == [("ALREADY_DONE", None, ["agreementId"])]


def test_refuses_to_withdraw_a_no(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    asked = {"personId": family.jake, "givenById": family.mother, "capacity": "PARENTAL_RESPONSIBILITY", "evidence": "SIGNED"}
    at = dt.datetime.now(dt.UTC).isoformat()
    no = api.do("worker", "recordAgreement", AGREEMENT, caseId=family.case, answer="REFUSED", answeredAt=at, **asked)

    assert refused(api, "worker", no["id"]) == [("REFUSED", "no_agreement", ["agreementId"])]


def test_refuses_who_may_not_and_hides_it_from_who_may_not_see(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    agreement = family.agree(family.jake)

    assert refused(api, "colleague", agreement) == [("NOT_PERMITTED", None, [])]
    assert refused(api, "southerner", agreement) == [("NOT_FOUND", None, [])]
    assert refused(api, "worker", "agreement_00000000-0000-7000-8000-000000000000") == [("NOT_FOUND", None, [])]
