"""A request can end with advice, or with the help of one agency."""

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import CASE, Family
from tests.functional.recording import find_universal, tell_referrer


def test_ends_the_case_with_the_agency_that_will_help(api: Api, family: Family) -> None:
    family.in_triage()
    find_universal(family)
    tell_referrer(family)
    school = {"agencyId": gid("agency", "Larkfield Primary"), "agencyAgreed": True}

    case = family.step("triage", "signpostRequest", reason="SINGLE_AGENCY", advice="School will ring.", **school)

    assert case["state"] == "closed"
    [row] = api.sql("SELECT reason, closed_at IS NOT NULL AS is_closed FROM cases")
    assert tuple(row) == ("SINGLE_AGENCY", True)
    assert api.events("case", family.case)[-1] == "RequestSignposted"


def test_refuses_one_agency_that_is_not_named_or_has_not_agreed(api: Api, family: Family) -> None:
    family.in_triage()
    find_universal(family)
    tell_referrer(family)

    [problem] = api.refused(
        "triage", "signpostRequest", CASE, caseId=family.case, expectedVersion=family.version(), reason="SINGLE_AGENCY", advice="Ring."
    )

    assert (problem["code"], problem["reason"]) == ("REFUSED", "helping_agency_agreed")


def test_refuses_a_reason_of_another_step(api: Api, family: Family) -> None:
    family.in_triage()
    find_universal(family)
    tell_referrer(family)

    [problem] = api.refused(
        "triage", "signpostRequest", CASE, caseId=family.case, expectedVersion=family.version(), reason="NEEDS_MET", advice="Ring."
    )

    assert (problem["code"], problem["reason"]) == ("REFUSED", "reason_of_this_step")
