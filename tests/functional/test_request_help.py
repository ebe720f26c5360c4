"""Asking for help opens a case at once."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family

ASKED = {"source": "SCHOOL", "referrerName": "Helen Shaw", "worries": "Often late, and tired.", "familyKnows": True}


def given(family: Family, **more: Any) -> dict[str, Any]:
    """Return what is asked for a family."""
    return {
        "householdId": family.household,
        "childIds": list(family.children),
        "localityId": gid("locality", "North"),
        "familyName": "Harlow",
        **ASKED,
        **more,
    }


@pytest.mark.parametrize(
    ("more", "stands", "title"),
    [
        ({}, ("early-help", 1, 1, "requested"), "Request received"),
        ({"framework": "EARLY_HELP"}, ("early-help", 1, 1, "requested"), "Request received"),
        ({"framework": "COMMON_ASSESSMENT"}, ("caf", 1, 1, "identified"), "Need identified"),
    ],
)
def test_opens_a_case_on_the_framework_that_is_named(
    api: Api, family: Family, more: dict[str, Any], stands: tuple[Any, ...], title: str
) -> None:
    api.do("worker", "requestHelp", "requestForHelp { id }", **given(family, **more))

    [row] = api.sql("SELECT workflow, workflow_version, form_version, state, due_at > opened_at AS is_due FROM cases")
    assert tuple(row) == (*stands, True)
    asked = "{ worklist(first: 2) { edges { node { stateTitle visits { stateTitle } } } } }"
    [edge] = api.ask("triage", asked)["worklist"]["edges"]
    assert edge["node"] == {"stateTitle": title, "visits": [{"stateTitle": title}]}


def test_opens_a_case_in_the_first_state_with_the_team_that_triages(api: Api, family: Family) -> None:
    request = api.do("worker", "requestHelp", "requestForHelp { caseReference worries case { id } }", **given(family))

    assert request["case"] is None  # it is with the front door now, whose cases a family worker of the North does not see
    [row] = api.sql("SELECT id, reference, state, version, team_id FROM cases")
    assert (row["reference"], row["state"], row["version"]) == (request["caseReference"], "requested", 1)
    assert f"team_{row['team_id']}" == gid("team", "Front Door")
    assert api.events("case", f"case_{row['id']}") == ["HelpRequested"]


def test_opens_one_case_for_one_key(api: Api, family: Family) -> None:
    first = api.send("triage", "requestHelp", "requestForHelp { id }", {**given(family), "idempotencyKey": "once"})
    assert first["userErrors"][0]["code"] == "NOT_FOUND"  # the triage worker does not see a family that nobody's case holds yet

    api.send("worker", "requestHelp", "requestForHelp { id }", {**given(family), "idempotencyKey": "once"})
    api.send("worker", "requestHelp", "requestForHelp { id }", {**given(family), "idempotencyKey": "once"})

    assert api.sql("SELECT count(*) FROM cases")[0][0] == 1


def test_numbers_are_given_without_gaps(api: Api, family: Family) -> None:
    api.refused("worker", "requestHelp", "requestForHelp { id }", **{**given(family), "householdId": "household_" + "0" * 8})

    api.do("worker", "requestHelp", "requestForHelp { id }", **given(family))
    api.do("worker", "requestHelp", "requestForHelp { id }", **given(Family(api)))

    numbers = [row["reference"][8:] for row in api.sql("SELECT reference FROM cases ORDER BY reference")]
    assert numbers == ["0001", "0002"]


def test_refuses_a_family_that_is_not_there_and_says_so_of_each(api: Api, family: Family) -> None:
    strangers = {"childIds": [family.mother], "localityId": gid("locality", "East"), "source": "SELF", "referrerName": None}

    problems = api.refused("worker", "requestHelp", "requestForHelp { id }", **{**given(family), **strangers})

    assert [(each["code"], each["path"]) for each in problems] == [("BAD_USER_INPUT", ["referrerName"]), ("NOT_FOUND", ["childIds", "0"])]


def test_refuses_who_works_with_no_family(api: Api, family: Family) -> None:
    problems = api.refused("administrator", "requestHelp", "requestForHelp { id }", **given(family))

    assert [each["code"] for each in problems] == ["NOT_PERMITTED"]


def test_refuses_a_text_that_is_too_long_and_names_the_limit(api: Api, family: Family) -> None:
    problems = api.refused("worker", "requestHelp", "requestForHelp { id }", **{**given(family), "worries": "x" * 20_001})

    assert problems[0]["code"] == "TOO_LONG"
    assert "20,000" in problems[0]["message"]


def test_refuses_more_children_than_a_family_has_at_once_and_with_one_sentence(api: Api, family: Family) -> None:
    crowd = [f"x{n}" for n in range(100_000)]

    problems = api.refused("worker", "requestHelp", "requestForHelp { id }", **{**given(family), "childIds": crowd})

    assert problems == [{"code": "TOO_LONG", "message": "Give at most 50.", "path": ["childIds"], "reason": None}]


def test_refuses_a_child_who_does_not_belong_to_the_household_and_says_what_to_do(api: Api, family: Family) -> None:
    nia = family.person("Nia", "CHILD", birthDate="2021-06-01")
    asked = {"source": "SCHOOL", "referrerName": "Helen Shaw", "worries": "Often late.", "familyKnows": True, "familyName": "Harlow"}
    given = {"householdId": family.household, "childIds": [family.jake, nia], "localityId": gid("locality", "North")}

    [problem] = api.refused("worker", "requestHelp", "requestForHelp { id }", **given, **asked)

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["childIds", "1"])
    assert "Add them to it first" in problem["message"]
