"""A case is given to somebody who works in its team."""

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import CASE, Family


def test_gives_the_case_to_the_worker(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    case = family.step("manager", "allocateCase", workerId=gid("practitioner", "colleague"), note="Priya is on leave.")

    assert case["worker"]["id"] == gid("practitioner", "colleague")
    assert api.events("case", family.case)[-1] == "CaseAllocated"


def test_gives_the_case_to_another_team_with_its_worker(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    south = {"teamId": gid("team", "South Family Team"), "workerId": gid("practitioner", "southerner")}

    family.step("manager", "allocateCase", **south)

    [row] = api.sql("SELECT team_id, worker_id FROM cases")
    assert (f"team_{row['team_id']}", f"practitioner_{row['worker_id']}") == (south["teamId"], south["workerId"])


def test_refuses_somebody_who_does_not_work_in_the_team(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    given = {"caseId": family.case, "expectedVersion": family.version()}

    [problem] = api.refused("manager", "allocateCase", CASE, **given, workerId=gid("practitioner", "southerner"))

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["workerId"])


def test_says_so_when_the_worker_has_it_already(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    given = {"caseId": family.case, "expectedVersion": family.version()}

    [problem] = api.refused("manager", "allocateCase", CASE, **given, workerId=gid("practitioner", "worker"))

    assert problem["code"] == "ALREADY_DONE"


def test_refuses_the_worker(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    given = {"caseId": family.case, "expectedVersion": family.version()}

    [problem] = api.refused("worker", "allocateCase", CASE, **given, workerId=gid("practitioner", "colleague"))

    assert problem["code"] == "NOT_PERMITTED"


def test_a_case_whose_workers_account_ended_is_found_among_those_that_nobody_has(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    asked = "query($has: Boolean) { worklist(first: 9, where: {isAllocated: $has}) { totalCount } }"
    assert [api.ask("manager", asked, has=has)["worklist"]["totalCount"] for has in (False, True)] == [0, 1]

    api.do("administrator", "endPractitioner", "practitioner { id }", practitionerId=gid("practitioner", "worker"), expectedVersion=1)

    assert [api.ask("manager", asked, has=has)["worklist"]["totalCount"] for has in (False, True)] == [1, 0]
