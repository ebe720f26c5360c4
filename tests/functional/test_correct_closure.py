"""A case that was ended by mistake goes on where it was, for twenty working days, by the hand of somebody else."""

import datetime as dt
from uuid import UUID

import pytest

from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.recording import end_early, kinds, pause

WHY = {"why": "It was the other Khan family that was to be closed."}


def tried(api: Api, family: Family, who: str) -> list[tuple[str, str]]:
    """Return the codes and reasons for which the correction is refused."""
    problems = api.refused(who, "correctClosure", CASE, caseId=family.case, expectedVersion=family.version(), **WHY)
    return [(each["code"], each["reason"]) for each in problems]


def ended_days_ago(api: Api, family: Family, n: int) -> None:
    """Let everything that happened to the case have happened so many days earlier."""
    earlier, case = dt.timedelta(days=n), UUID(family.case[5:])
    api.sql("UPDATE visit SET entered_at = entered_at - $2::interval, left_at = left_at - $2::interval WHERE case_id = $1", case, earlier)


def test_the_case_is_in_review_again_with_the_day_that_it_had(api: Api, family: Family) -> None:
    family.ready_to_close()
    [before] = api.sql("SELECT due_at, next_review_on FROM cases")
    family.step("manager", "closeCase", reason="NEEDS_MET")

    case = family.step("service_manager", "correctClosure", **WHY)

    assert case["state"] == "reviewing"
    [after] = api.sql("SELECT due_at, next_review_on, closed_at, reason FROM cases")
    assert after == (*before, None, None)
    [*_, former, final, now] = api.sql("SELECT state, due_at, left_by, voided_at FROM visit ORDER BY entered_at")
    assert (final["state"], final["left_by"], final["voided_at"] is None) == ("closed", "correct_closure", False)
    assert (now["state"], now["due_at"], now["left_by"]) == (former["state"], former["due_at"], None)
    assert api.events("case", family.case)[-1] == "ClosureCorrected"


def test_the_review_that_was_recorded_counts_so_that_the_case_can_be_closed_again(api: Api, family: Family) -> None:
    family.ready_to_close()
    family.step("manager", "closeCase", reason="NEEDS_MET")
    family.step("service_manager", "correctClosure", **WHY)

    case = family.step("manager", "closeCase", reason="NEEDS_MET")

    assert case["state"] == "closed"


def test_what_the_case_waited_for_is_waited_for_again(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    waited = kinds(family, "service_manager")
    family.step("manager", "closeInError", reason="OPENED_IN_ERROR", note="The wrong family.")

    family.step("service_manager", "correctClosure", **WHY)

    assert kinds(family, "service_manager") == waited == ["REFERRER_TO_BE_TOLD"]


def test_a_case_ended_in_a_pause_is_paused_again_and_can_be_resumed(api: Api, family: Family) -> None:
    family.plan_active()
    pause(family)
    kept = "SELECT state, paused_from, pause_until, days_left, due_at FROM cases"
    before = api.sql(kept)
    end_early(family)

    family.step("service_manager", "correctClosure", **WHY)

    assert api.sql(kept) == before
    assert family.step("worker", "resumeCase", note="They are back.")["state"] == "plan_active"


def test_a_correction_does_not_count_as_another_pause(api: Api, family: Family) -> None:
    family.plan_active()
    pause(family)
    end_early(family)
    family.step("service_manager", "correctClosure", **WHY)
    family.step("worker", "resumeCase", note="They are back.")

    pause(family)

    assert api.sql("SELECT state FROM cases")[0]["state"] == "paused"


def test_refuses_who_ended_the_case(api: Api, family: Family) -> None:
    family.ready_to_close()
    family.step("manager", "closeCase", reason="NEEDS_MET")

    assert tried(api, family, "manager") == [("NOT_PERMITTED", "separation")]


@pytest.mark.parametrize("who", ["worker", "colleague"])
def test_refuses_who_is_no_manager(api: Api, family: Family, who: str) -> None:
    family.ready_to_close()
    family.step("manager", "closeCase", reason="NEEDS_MET")

    assert [code for code, _ in tried(api, family, who)] == ["NOT_PERMITTED"]


def test_refuses_while_the_case_is_open(api: Api, family: Family) -> None:
    family.reviewing()

    assert tried(api, family, "service_manager") == [("REFUSED", "case_open")]


def test_refuses_after_twenty_working_days(api: Api, family: Family) -> None:
    family.ready_to_close()
    family.step("manager", "closeCase", reason="NEEDS_MET")
    ended_days_ago(api, family, 40)

    assert tried(api, family, "service_manager") == [("REFUSED", "correctable_for_twenty_working_days")]


def test_refuses_when_the_family_has_asked_again(api: Api, family: Family) -> None:
    family.ready_to_close()
    family.step("manager", "closeCase", reason="NEEDS_MET")
    ended = family.case
    family.requested()
    family.case = ended

    assert tried(api, family, "service_manager") == [("REFUSED", "no_newer_case")]
