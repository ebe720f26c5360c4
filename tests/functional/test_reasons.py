"""A case ends with a reason only when what that reason needs is recorded, and the refusal names what is not."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest

from tests.functional import lacks
from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.lacks import Work, in_order
from tests.functional.recording import TODAY, check_safety, sum_up, tell_family, tell_referrer

NOTE = {"note": "As they said."}
OF_AGE = (dt.date.today() - dt.timedelta(days=18 * 366)).isoformat()


@dataclass(frozen=True)
class Ending:
    """A reason, the step that ends a case with it, the way there, what the refusal names, and what is done about it."""

    reason: str
    mutation: str
    way: Work
    missing: str
    done: Work


def person(family: Family, who: str, **more: Any) -> None:
    """Amend the record of a person for the first time."""
    family.api.do("worker", "amendPerson", "person { id }", personId=who, expectedVersion=1, **more)


def jake_died(family: Family) -> None:
    """Record that Jake died."""
    person(family, family.jake, diedOn=TODAY)


def grow_up(family: Family) -> None:
    """Correct the dates of birth: both are of age."""
    for child in family.children:
        person(family, child, kind="YOUNG_PERSON", birthDate=OF_AGE)


def achieve(family: Family) -> None:
    """Amend the review: the outcome is achieved."""
    judged = [{"outcomeId": family.outcome, "result": "PARTLY", "scale": 6}]
    given = {"reviewId": lacks.last(family, "review", "review"), "expectedRevision": 1, "reason": "Read again.", "judgements": judged}
    family.api.do("worker", "amendReview", "review { id }", **given)


TO_END_EARLY = in_order("assessing", check_safety, tell_referrer)
TO_CLOSE = in_order("reviewing", lacks.finish_actions, lambda family: family.review("NOT_ACHIEVED"), sum_up, tell_family)
ENDINGS = (
    Ending("EHC_PLAN", "endCaseEarly", TO_END_EARLY, "the date of the plan", lacks.date_the_plan_of_mia),
    Ending("DECEASED", "endCaseEarly", TO_END_EARLY, "the date of death or loss", jake_died),
    Ending("AGED_OUT", "endCaseEarly", TO_END_EARLY, "a date of birth that shows it", grow_up),
    Ending("AGED_OUT", "closeCase", TO_CLOSE, "a date of birth that shows it", grow_up),
    Ending("EHC_PLAN", "closeCase", TO_CLOSE, "the date of the plan", lacks.date_the_plan_of_mia),
    Ending("NEEDS_MET", "closeCase", TO_CLOSE, "a final review with most outcomes achieved or partly achieved", achieve),
)


def asked(family: Family, ending: Ending) -> dict[str, Any]:
    """Return the input that ends the case."""
    note = NOTE if ending.mutation == "endCaseEarly" else {}
    return {"caseId": family.case, "expectedVersion": family.version(), "reason": ending.reason, **note}


@pytest.mark.parametrize("ending", ENDINGS, ids=lambda each: f"{each.mutation}-{each.reason}")
def test_refuses_a_reason_until_what_it_needs_is_recorded(api: Api, family: Family, ending: Ending) -> None:
    ending.way(family)

    [problem] = api.refused("manager", ending.mutation, CASE, **asked(family, ending))

    assert (problem["code"], problem["reason"]) == ("REFUSED", "reason_supported")
    assert problem["message"].endswith(f"needs {ending.missing}.")
    ending.done(family)
    assert api.do("manager", ending.mutation, CASE, **asked(family, ending))["state"] == "closed"


def test_names_a_safeguarding_check_among_what_moving_away_needs(api: Api, family: Family) -> None:
    family.assessing()
    tell_referrer(family)
    given = {"caseId": family.case, "expectedVersion": family.version(), "reason": "MOVED_NO_TRANSFER", **NOTE}

    problems = api.refused("manager", "endCaseEarly", CASE, **given)

    assert [each["reason"] for each in problems] == ["reason_supported", "safeguarding_check"]


def test_the_date_of_a_child_whose_help_has_ended_does_not_count(api: Api, family: Family) -> None:
    in_order(TO_END_EARLY, jake_died)(family)
    family.step("manager", "endForChild", personId=family.jake, reason="DECEASED", note="He died on Monday.")

    [problem] = api.refused("manager", "endCaseEarly", CASE, **asked(family, ENDINGS[1]))

    assert problem["reason"] == "reason_supported"
