"""Reading the council's configuration, and looking beforehand at what a change would change."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.configuring import ASSESSING, WHY, bring_into_force, day, put
from tests.functional.council import gid
from tests.functional.families import Family

LINES = "{ configuration { version settings { name about inWords defaultInWords isSet field } } }"
IN_NORTH = "query N($id: ID) { configuration { settings(localityId: $id) { name about inWords isSet } } }"
ON = "query O($on: Date) { configuration { settings(on: $on) { name about inWords isSet } } }"
CHANGES = """query C($where: SettingWhere) { configuration { changes(first: 10, where: $where) {
    totalCount edges { node { name number reason isPlanned setBy { name } } } } } }"""
PREVIEW = """query P($name: String!, $about: String, $localityId: ID, $validFrom: Date!, $number: Int, $flag: Boolean, $text: String,
    $words: [String!], $days: [Date!], $useDefault: Boolean) { configuration { preview(name: $name, about: $about, localityId: $localityId,
    validFrom: $validFrom, number: $number, flag: $flag, text: $text, words: $words, days: $days, useDefault: $useDefault) {
    inForceAt before after underWay dueAnotherDay overdue noLongerOverdue waits { title before after }
    userErrors { code message path reason } } } }"""


def held(found: dict[str, Any], name: str, about: str | None) -> tuple[str, bool]:
    [line] = [each for each in found["configuration"]["settings"] if (each["name"], each["about"]) == (name, about)]
    return line["inWords"], line["isSet"]


def look(api: Api, who: str = "administrator", **asked: Any) -> Any:
    return api.ask(who, PREVIEW, **{"validFrom": day(0), **asked})["configuration"]["preview"]


def numbers(found: dict[str, Any]) -> tuple[Any, ...]:
    return found["underWay"], found["dueAnotherDay"], found["overdue"], found["noLongerOverdue"]


@pytest.mark.parametrize("who", ["administrator", "service_manager", "manager"])
def test_administrators_and_managers_read_what_holds(api: Api, who: str) -> None:
    put(api, **ASSESSING, number=15)

    found = api.ask(who, LINES)

    assert found["configuration"]["version"] == 2
    assert held(found, *ASSESSING.values()) == ("15 working days", True)
    assert held(found, "service_levels.limit", "early-help/triage") == ("3 working days", False)
    assert held(found, "pause.limit", None) == ("6 calendar weeks", False)


@pytest.mark.parametrize("who", ["worker", "triage", "school"])
def test_nobody_else_reads_it(api: Api, who: str) -> None:
    put(api, **ASSESSING, number=15)

    assert api.ask(who, LINES)["configuration"]["settings"] is None
    assert api.ask(who, CHANGES)["configuration"]["changes"]["totalCount"] == 0


def test_a_locality_reads_its_own_value(api: Api) -> None:
    put(api, **ASSESSING, number=15)
    put(api, **ASSESSING, number=20, localityId=gid("locality", "North"))

    north, south, nowhere = (api.ask("manager", IN_NORTH, id=gid("locality", name)) for name in ("North", "South", "West"))

    assert [held(found, *ASSESSING.values()) for found in (north, south)] == [("20 working days", True), ("15 working days", True)]
    assert nowhere["configuration"]["settings"] is None


def test_what_will_hold_and_what_held_can_be_asked(api: Api) -> None:
    old = put(api, **ASSESSING, number=12, ahead=1)
    bring_into_force(api, old["id"], 10)
    put(api, **ASSESSING, number=15, ahead=20)

    found = [held(api.ask("manager", ON, on=day(n)), *ASSESSING.values())[0] for n in (-11, -10, 19, 20)]

    assert found == ["10 working days", "12 working days", "12 working days", "15 working days"]


def test_every_change_is_listed_with_who_and_why(api: Api) -> None:
    put(api, **ASSESSING, number=12)
    put(api, "reviews.later", number=8, ahead=9)

    found = api.ask("service_manager", CHANGES)["configuration"]["changes"]
    planned = api.ask("service_manager", CHANGES, where={"isPlanned": True})["configuration"]["changes"]

    said = [(each["node"]["name"], each["node"]["number"], each["node"]["isPlanned"]) for each in found["edges"]]
    assert said == [("reviews.later", 8, True), ("service_levels.limit", 12, False)]
    assert {(each["node"]["reason"], each["node"]["setBy"]["name"]) for each in found["edges"]} == {(WHY, "Olu Adeyemi")}
    assert (found["totalCount"], planned["totalCount"]) == (2, 1)


def six_in_assessment(api: Api, family: Family, since_days: int = 28) -> None:
    """Let six cases stand in assessment, since some weeks: copies of one."""
    family.assessing()
    columns = [row["column_name"] for row in api.sql(f"{COLUMNS} 'cases' ORDER BY ordinal_position")]
    stays = [row["column_name"] for row in api.sql(f"{COLUMNS} 'visit' ORDER BY ordinal_position")]
    copied = {"id": "gen_random_uuid()", "reference": "'EH-2026-9' || lpad(n::text, 3, '0')"}
    api.sql(
        f"INSERT INTO cases ({', '.join(columns)}) SELECT {', '.join(copied.get(name, name) for name in columns)}"
        " FROM cases, generate_series(1, 5) AS n"
    )
    stay = {"id": "gen_random_uuid()", "case_id": "c.id"}
    api.sql(
        f"INSERT INTO visit ({', '.join(stays)}) SELECT {', '.join(stay.get(name, 'v.' + name) for name in stays)}"
        " FROM visit v, cases c WHERE v.left_at IS NULL AND c.id <> v.case_id"
    )
    api.sql(
        "UPDATE cases SET opened_at = opened_at - make_interval(days => $1), entered_at = entered_at - make_interval(days => $1)",
        since_days,
    )


COLUMNS = "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name ="


def test_a_preview_counts_the_cases_that_a_new_limit_would_count_otherwise(api: Api, family: Family) -> None:
    six_in_assessment(api, family)  # due after 10 working days, which is two weeks ago

    with api.nothing_changes():
        found = look(api, **ASSESSING, number=60)

    assert numbers(found) == (6, 6, 0, 6)
    assert (found["before"], found["after"], found["userErrors"]) == ("10 working days", "60 working days", [])
    assert numbers(look(api, name="service_levels.limit", about="early-help/triage", number=9)) == (0, 0, 0, 0)


def test_a_preview_counts_what_would_become_overdue(api: Api, family: Family) -> None:
    six_in_assessment(api, family, since_days=7)

    assert numbers(look(api, **ASSESSING, number=1)) == (6, 6, 6, 0)
    assert numbers(look(api, name="calendar.extra_closed_days", days=[day(-6), day(-5), day(-4)]))[:2] == (6, 6)


def test_a_preview_for_another_locality_concerns_nobody_here(api: Api, family: Family) -> None:
    six_in_assessment(api, family)

    north, south = (look(api, **ASSESSING, number=60, localityId=gid("locality", name)) for name in ("North", "South"))

    assert (numbers(north), numbers(south)) == ((6, 6, 0, 6), (0, 0, 0, 0))


def test_a_preview_tells_no_number_that_could_point_to_somebody(api: Api, family: Family) -> None:
    family.assessing()

    assert numbers(look(api, **ASSESSING, number=60)) == (None, None, 0, 0)


def test_a_preview_names_the_waits_that_would_be_counted_otherwise(api: Api) -> None:
    one = look(api, name="waits.limit", about="lead_to_be_agreed", number=3)
    calendar = look(api, name="calendar.day_of_entry_is_day_one", flag=True)

    assert one["waits"] == [{"title": "No lead professional", "before": 5, "after": 3}]
    assert len(calendar["waits"]) == 8


def test_a_preview_says_what_would_stand_in_the_way(api: Api) -> None:
    put(api, **ASSESSING, number=15, ahead=5)

    found = [
        look(api, **asked)["userErrors"]
        for asked in (
            {"name": "nonsense", "number": 1},
            {**ASSESSING, "number": 0},
            {**ASSESSING, "number": 9, "validFrom": day(-1)},
            {**ASSESSING, "number": 9, "validFrom": day(5)},
            {**ASSESSING, "number": 9, "localityId": gid("locality", "West")},
        )
    ]

    assert [[each["reason"] or each["code"] for each in said] for said in found] == [
        ["unknown_setting"],
        ["out_of_range"],
        ["in_the_past"],
        ["planned_already"],
        ["NOT_FOUND"],
    ]
    assert look(api, name="nonsense", number=1)["underWay"] is None


@pytest.mark.parametrize("who", ["service_manager", "manager", "worker"])
def test_nobody_but_an_administrator_looks_ahead(api: Api, family: Family, who: str) -> None:
    assert look(api, who, **ASSESSING, number=60) is None
