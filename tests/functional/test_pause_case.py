"""A case is paused at the family's request, for as long as the council allows."""

import datetime as dt

import pytest

from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.recording import check_safety

SOON = (dt.date.today() + dt.timedelta(days=14)).isoformat()
FAR = (dt.date.today() + dt.timedelta(days=60)).isoformat()


def test_pauses_until_the_day_and_keeps_how_many_days_were_left(api: Api, family: Family) -> None:
    family.assessing()
    check_safety(family)

    case = family.step("worker", "pauseCase", askedById=family.mother, why="A funeral abroad.", pauseUntil=SOON)

    assert case["state"] == "paused"
    [row] = api.sql("SELECT paused_from, pause_until, days_left FROM cases")
    assert (row["paused_from"], row["pause_until"].isoformat(), row["days_left"]) == ("assessing", SOON, 10)
    assert api.events("case", family.case)[-1] == "CasePaused"


def test_refuses_longer_than_the_council_allows_and_names_the_limit(api: Api, family: Family) -> None:
    family.assessing()
    check_safety(family)

    [problem] = api.refused(
        "worker",
        "pauseCase",
        CASE,
        caseId=family.case,
        expectedVersion=family.version(),
        askedById=family.mother,
        why="Away.",
        pauseUntil=FAR,
    )

    limit = dt.date.today() + dt.timedelta(weeks=6)
    assert (problem["code"], problem["reason"]) == ("REFUSED", "pause_limited")
    assert f"{limit.day} {limit:%B %Y}" in problem["message"]


def test_refuses_somebody_who_is_not_of_the_family(api: Api, family: Family) -> None:
    family.assessing()
    check_safety(family)
    stranger = Family(api)

    [problem] = api.refused(
        "worker",
        "pauseCase",
        CASE,
        caseId=family.case,
        expectedVersion=family.version(),
        askedById=stranger.mother,
        why="Away.",
        pauseUntil=SOON,
    )

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["askedById"])


@pytest.mark.parametrize("day", [(dt.date.today() - dt.timedelta(days=1)).isoformat(), "2190-01-01", "1900-01-01"])
def test_refuses_a_pause_that_ended_before_it_began_or_never_ends(api: Api, family: Family, day: str) -> None:
    family.assessing()
    check_safety(family)
    asked = {"askedById": family.mother, "why": "Away.", "pauseUntil": day}

    [problem] = api.refused("worker", "pauseCase", CASE, caseId=family.case, expectedVersion=family.version(), **asked)

    said = (problem["code"], problem["path"], problem["reason"])
    assert said == (("REFUSED", ["caseId"], "pause_limited") if day > "2100" else ("BAD_USER_INPUT", ["pauseUntil"], None))
