"""What the council sets, at work: new stays are counted by it from its instant on, and stays under way keep what they were given."""

import datetime as dt
from typing import Any

import pytest

from service.deadlines.rules import Calendar, end_of, working_day
from tests.functional.api import Api
from tests.functional.configuring import ASSESSING, bring_into_force, day, put, today
from tests.functional.council import gid
from tests.functional.families import CASE, Family
from tests.functional.recording import check_safety


def due(api: Api, family: Family) -> dt.datetime:
    """Return when the present stay is due, as the case and its stay agree."""
    asked = "SELECT c.due_at, v.due_at AS of_stay FROM cases c JOIN visit v ON v.case_id = c.id AND v.left_at IS NULL"
    [row] = api.sql(f"{asked} WHERE 'case_' || c.id = $1", family.case)
    assert row["due_at"] == row["of_stay"]
    found: dt.datetime = row["due_at"]
    return found


def working_days(n: int, **calendar: Any) -> dt.datetime:
    """Return when something is due that begins now and has so many working days."""
    counted = Calendar(**calendar)
    return end_of(working_day(n, after=counted.before_day_one(dt.datetime.now(dt.UTC)), calendar=counted))


def test_a_stay_that_begins_is_counted_by_what_is_set(api: Api, family: Family) -> None:
    put(api, **ASSESSING, number=15)

    family.assessing()

    assert due(api, family) == working_days(15)


def test_a_new_case_is_counted_by_what_is_set(api: Api, family: Family) -> None:
    put(api, "service_levels.limit", about="early-help/requested", number=4)

    family.requested()

    assert due(api, family) == working_days(4)


def test_the_published_default_holds_while_nothing_is_set_or_only_planned(api: Api, family: Family) -> None:
    put(api, **ASSESSING, number=15, ahead=1)

    family.assessing()

    assert due(api, family) == working_days(10)


def test_a_due_day_that_was_given_stays(api: Api, family: Family) -> None:
    family.assessing()
    before = due(api, family)

    put(api, **ASSESSING, number=2)
    put(api, "calendar.extra_closed_days", days=[day(n) for n in range(1, 20)])

    assert due(api, family) == before


def test_a_locality_goes_by_its_own_limit_and_falls_back_to_the_councils(api: Api, family: Family) -> None:
    put(api, **ASSESSING, number=15)
    put(api, **ASSESSING, number=7, localityId=gid("locality", "South"))
    own = put(api, **ASSESSING, number=20, localityId=gid("locality", "North"))

    family.assessing()
    assert due(api, family) == working_days(20)

    assert own["locality"] == {"name": "North"}
    put(api, **ASSESSING, useDefault=True, localityId=gid("locality", "North"))
    other = Family(api)
    other.assessing()
    assert due(api, other) == working_days(15)


def test_a_return_has_its_own_limit(api: Api, family: Family) -> None:
    put(api, "service_levels.after_return", about="early-help/assessing", number=5)
    family.awaiting_sign_off()

    family.move("manager", "return_assessment")

    assert due(api, family) == working_days(5)


def test_the_calendar_that_is_set_counts(api: Api, family: Family) -> None:
    closed = [today() + dt.timedelta(days=n) for n in range(1, 4)]
    put(api, "calendar.extra_closed_days", days=[each.isoformat() for each in closed])
    put(api, "calendar.day_of_entry_is_day_one", flag=True)

    family.requested()

    assert due(api, family) == working_days(2, closed=frozenset(closed), entry_day_counts=True)
    said = api.ask("worker", "{ council { closedOn entryDayCounts } }")["council"]
    assert said == {"closedOn": [each.isoformat() for each in closed], "entryDayCounts": True}


def test_a_review_is_due_within_the_councils_cycle(api: Api, family: Family) -> None:
    put(api, "reviews.first", number=4)
    put(api, "calendar.roll", text="back")  # what somebody chooses stays where it is
    family.first_review = 28

    family.plan_active()

    assert due(api, family) == end_of(today() + dt.timedelta(weeks=4))


def test_a_stay_keeps_the_limit_under_which_it_was_entered(api: Api, family: Family) -> None:
    family.first_review = 7
    family.plan_active()
    put(api, "reviews.first", number=2)
    wanted = today() + dt.timedelta(weeks=5)

    family.step("worker", "moveDueDate", date=wanted.isoformat(), why="The school asked for it.")

    assert due(api, family) == end_of(wanted)


def test_a_stay_that_began_under_the_new_limit_goes_by_it(api: Api, family: Family) -> None:
    put(api, "reviews.first", number=2)
    family.first_review = 7
    family.plan_active()
    late = (today() + dt.timedelta(weeks=3)).isoformat()

    found = api.refused("worker", "moveDueDate", CASE, caseId=family.case, expectedVersion=family.version(), date=late, why="Later.")

    assert [(each["code"], each["path"]) for each in found] == [("BAD_USER_INPUT", ["date"])]


def pause(family: Family, until: str) -> dict[str, Any]:
    return {"caseId": family.case, "expectedVersion": family.version(), "askedById": family.mother, "why": "A baby.", "pauseUntil": until}


def test_a_pause_goes_by_the_councils_limit(api: Api, family: Family) -> None:
    put(api, "pause.limit", number=1)
    family.assessing()
    check_safety(family)

    found = api.refused("worker", "pauseCase", CASE, **pause(family, day(14)))

    assert [(each["code"], each["reason"]) for each in found] == [("REFUSED", "pause_limited")]
    assert api.do("worker", "pauseCase", CASE, **pause(family, day(5)))["state"] == "paused"


ENDINGS = "{ caseByReference(reference: $r) { availableMoves { trigger reasons { code label } } } }"


def offered(api: Api, family: Family, trigger: str) -> dict[str, str]:
    [row] = api.sql("SELECT reference FROM cases WHERE 'case_' || id = $1", family.case)
    found = api.ask("manager", f"query M($r: String!) {ENDINGS}", r=row["reference"])["caseByReference"]["availableMoves"]
    return {each["code"]: each["label"] for move in found if move["trigger"] == trigger for each in move["reasons"]}


def test_reasons_are_offered_under_the_councils_names_and_refused_where_it_does_not_use_them(api: Api, family: Family) -> None:
    put(api, "closure_reasons.in_use", about="OPENED_IN_ERROR", flag=False)
    put(api, "closure_reasons.label", about="DUPLICATE", text="Opened twice")
    family.awaiting_agreement()

    assert offered(api, family, "close_in_error") == {"DUPLICATE": "Opened twice"}
    given = {"caseId": family.case, "expectedVersion": family.version(), "reason": "OPENED_IN_ERROR", "note": "Another family."}
    found = api.refused("manager", "closeInError", CASE, **given)
    assert [(each["code"], each["path"], each["reason"]) for each in found] == [("BAD_USER_INPUT", ["reason"], "reason_in_use")]


def test_help_ends_for_one_child_only_for_a_reason_in_use(api: Api, family: Family) -> None:
    put(api, "closure_reasons.in_use", about="AGED_OUT", flag=False)
    family.plan_active()
    given = {"caseId": family.case, "expectedVersion": family.version(), "personId": family.mia, "note": "She is eighteen."}

    found = api.refused("worker", "endForChild", CASE, reason="AGED_OUT", **given)

    assert [(each["code"], each["path"], each["reason"]) for each in found] == [("BAD_USER_INPUT", ["reason"], "reason_in_use")]
    api.do("worker", "endForChild", CASE, reason="NEEDS_MET", **given)


@pytest.mark.parametrize("days_ago", [1, 400])
def test_what_came_into_force_some_time_ago_holds(api: Api, family: Family, days_ago: int) -> None:
    plan = put(api, **ASSESSING, number=15, ahead=30)
    bring_into_force(api, plan["id"], days_ago)

    family.assessing()

    assert due(api, family) == working_days(15)
