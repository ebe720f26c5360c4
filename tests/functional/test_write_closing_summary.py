"""Writing down how a family's case ends."""

from typing import Any

from service.closing_summaries.facts import closing_summary
from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.plans import Plan
from tests.functional.recording import end_early

SUMMARY = "closingSummary { id whatIsBetter whoHelps revision writtenBy { name } }"


def asked(family: Family, **more: Any) -> dict[str, Any]:
    return {"caseId": family.case, "whatIsBetter": "Mia sleeps.", "whoHelps": "School, and her aunt.", **more}


def refused(api: Api, who: str, given: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(each["code"], each["path"]) for each in api.refused(who, "writeClosingSummary", SUMMARY, **given)]


def test_says_what_is_better_and_who_helps(api: Api, family: Family) -> None:
    family.reviewing()
    plan = Plan(api, family)
    assert plan.fact(closing_summary) is False

    found = api.do("worker", "writeClosingSummary", SUMMARY, **asked(family))

    assert (found["whatIsBetter"], found["writtenBy"], found["revision"]) == ("Mia sleeps.", {"name": "Priya Nair"}, 1)
    assert plan.fact(closing_summary) is True
    asked_for = "query($id: ID!) { case(id: $id) { closingSummary { id } } }"
    assert api.ask("manager", asked_for, id=family.case)["case"]["closingSummary"] == {"id": found["id"]}
    assert api.events("case", family.case)[-1] == "ClosingSummaryWritten"


def test_is_out_of_date_once_the_plan_went_on_until_it_is_written_anew(api: Api, family: Family) -> None:
    family.reviewing()
    plan = Plan(api, family)
    found = api.do("worker", "writeClosingSummary", SUMMARY, **asked(family))

    family.review()
    family.move("worker", "continue_plan")
    assert plan.fact(closing_summary) is False

    given = {"summaryId": found["id"], "expectedRevision": 1, "whoHelps": "School."}
    api.do("worker", "amendClosingSummary", SUMMARY, **given)
    assert plan.fact(closing_summary) is True


def test_refuses_a_second_one_an_empty_one_who_may_not_who_may_not_see_and_an_ended_case(api: Api, family: Family) -> None:
    family.reviewing()
    assert refused(api, "worker", asked(family, whoHelps=" ")) == [("BAD_USER_INPUT", ["whoHelps"])]
    assert refused(api, "colleague", asked(family)) == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", asked(family)) == [("NOT_FOUND", [])]
    api.do("worker", "writeClosingSummary", SUMMARY, **asked(family))
    assert refused(api, "worker", asked(family)) == [("ALREADY_DONE", ["caseId"])]
    end_early(family)
    assert refused(api, "worker", asked(family)) == [("REFUSED", ["caseId"])]
