"""Cases that belong together: an assessment of the same child elsewhere, and the case that a family had before."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from service.linked_cases.facts import open_assessment_elsewhere
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.council import gid
from tests.functional.families import Family


def test_an_assessment_of_the_same_child_elsewhere_is_told_by_agency_and_day(api: Api, family: Family) -> None:
    family.assessing()
    family.awaiting_agreement()

    found = fact(family, open_assessment_elsewhere)

    today = dt.date.today().isoformat()
    assert sorted(found, key=lambda each: each["child"]) == [
        {"child": name, "agency": "Early Help", "date": today} for name in ("Jake", "Mia")
    ]


def test_a_case_that_is_not_assessed_stands_in_nobodys_way(family: Family) -> None:
    family.awaiting_agreement()
    family.awaiting_agreement()

    assert fact(family, open_assessment_elsewhere) == []


def close(family: Family, ended: str, *, reason: str = "NEEDS_MET") -> None:
    """End the case on a day of the past."""
    case = UUID(family.case[5:])
    family.api.sql("UPDATE cases SET opened_at = '2020-01-01Z', closed_at = $2, reason = $3 WHERE id = $1", case, moment(ended), reason)


def moment(day: str) -> dt.datetime:
    return dt.datetime.fromisoformat(day).replace(hour=12, tzinfo=dt.UTC)


def seen(family: Family) -> dict[str, Any]:
    asked = "query($id: ID!) { case(id: $id) { previousCase { id } isRereferral } }"
    found: dict[str, Any] = family.api.ask("service_manager", asked, id=family.case)["case"]
    return found


@pytest.mark.parametrize(("asked", "within"), [("2025-12-31", True), ("2026-01-31", True), ("2026-02-01", False), ("2026-02-28", False)])
def test_a_new_case_is_linked_to_the_one_before_and_counts_within_twelve_months(family: Family, asked: str, within: bool) -> None:
    first = family.ask_for_help()
    close(family, "2025-01-31")
    family.ask_for_help(who="front_door_manager")
    family.api.sql("UPDATE cases SET opened_at = $2 WHERE id = $1", UUID(family.case[5:]), moment(asked))

    assert seen(family) == {"previousCase": {"id": first}, "isRereferral": within}


def test_the_first_case_and_one_after_a_mistake_have_none_before(family: Family) -> None:
    family.ask_for_help()
    assert seen(family) == {"previousCase": None, "isRereferral": False}

    close(family, "2026-01-31", reason="OPENED_IN_ERROR")
    family.ask_for_help(who="front_door_manager")
    assert seen(family) == {"previousCase": None, "isRereferral": False}


def test_a_child_links_the_cases_of_two_households(api: Api, family: Family) -> None:
    first = family.ask_for_help()
    close(family, dt.date.today().isoformat())
    members = [{"personId": family.jake, "role": "CHILD"}]
    family.household = api.do("front_door_manager", "addHousehold", "household { id }", name="Grey", members=members)["id"]
    request = {"source": "SCHOOL", "referrerName": "Helen Shaw", "worries": "Late.", "familyKnows": True, "familyName": "Grey"}
    given = {"householdId": family.household, "childIds": [family.jake], "localityId": gid("locality", "North")}
    found = api.do("front_door_manager", "requestHelp", "requestForHelp { case { previousCase { id } } }", **given, **request)

    assert found["case"]["previousCase"] == {"id": first}
