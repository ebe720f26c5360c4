"""Recording that a family was told that its case is ending, or why it was not."""

from typing import Any

import pytest

from service.closing_summaries.facts import family_told
from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.plans import Plan, day
from tests.functional.recording import end_early

TOLD = "familyTold { id toldOn how whyNot recordedBy { name } }"


def refused(api: Api, who: str, family: Family, **more: Any) -> list[tuple[str, list[str]]]:
    asked = {"caseId": family.case, "toldOn": day(0), "how": "At home.", **more}
    return [(each["code"], each["path"]) for each in api.refused(who, "tellFamily", TOLD, **asked)]


def test_says_when_and_how(api: Api, family: Family) -> None:
    family.reviewing()
    plan = Plan(api, family)
    assert plan.fact(family_told) is False

    found = api.do("worker", "tellFamily", TOLD, caseId=family.case, toldOn=day(0), how="At home, with Mia.")

    assert (found["toldOn"], found["how"], found["whyNot"]) == (day(0), "At home, with Mia.", None)
    assert plan.fact(family_told) is True
    assert api.events("case", family.case)[-1] == "FamilyTold"
    family.review()
    family.move("worker", "continue_plan")
    assert plan.fact(family_told) is False


def test_says_why_not_and_a_later_record_stands_beside_it(api: Api, family: Family) -> None:
    family.reviewing()
    api.do("worker", "tellFamily", TOLD, caseId=family.case, whyNot="They moved without a word.")
    assert Plan(api, family).fact(family_told) is True

    api.do("manager", "tellFamily", TOLD, caseId=family.case, toldOn=day(0), how="By letter.")

    document = "query($id: ID!) { case(id: $id) { familyTold { how whyNot } } }"
    assert api.ask("worker", document, id=family.case)["case"]["familyTold"] == [
        {"how": "By letter.", "whyNot": None},
        {"how": None, "whyNot": "They moved without a word."},
    ]


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"toldOn": None}, ["toldOn"]),
        ({"how": None}, ["how"]),
        ({"whyNot": "They moved."}, ["whyNot"]),
        ({"toldOn": day(1)}, ["toldOn"]),
    ],
)
def test_refuses_half_of_it_and_both(api: Api, family: Family, more: dict[str, Any], path: list[str]) -> None:
    family.reviewing()

    assert refused(api, "worker", family, **more) == [("BAD_USER_INPUT", path)]


def test_refuses_who_may_not_who_may_not_see_and_an_ended_case(api: Api, family: Family) -> None:
    family.reviewing()
    assert refused(api, "colleague", family) == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", family) == [("NOT_FOUND", [])]
    end_early(family)
    assert refused(api, "worker", family) == [("REFUSED", ["caseId"])]
