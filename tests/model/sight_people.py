"""Who is of a family, who may be recorded twice, and which other cases there are of its children; the minimal answer about these."""

from typing import Any
from uuid import UUID

from tests.model.days import day_of, months_after
from tests.model.sight import Row, Rows
from tests.model.sight_settings import held

ASSESSED = ("assessing", "awaiting_sign_off", "checking")
"""The states in which an assessment is open."""
A_YEAR = 12
"""Within how many months of the end of a case a new one is a second request, while the council sets nothing."""


def by_id(rows: Rows, name: str) -> dict[UUID, Row]:
    """Return the rows of a table by their keys."""
    return {row["id"]: row for row in rows[name]}


def of_case(rows: Rows, name: str, case: Row) -> list[Row]:
    """Return the rows of a table that are of a case."""
    return [row for row in rows[name] if row["case_id"] == case["id"]]


def children_of(case: Row, rows: Rows) -> list[Row]:
    """Return the children whose help goes on, in the order in which they joined."""
    people = by_id(rows, "person")
    on_it = [row for row in of_case(rows, "case_child", case) if row["ended_at"] is None]
    return [people[row["person_id"]] for row in sorted(on_it, key=lambda row: (row["joined_at"], row["person_id"]))]


def family_of(case: Row, rows: Rows) -> list[dict[str, Any]]:
    """Return the children of a case and those of its household, those who left among them, as a form is told of them."""
    on_it = of_case(rows, "case_child", case)
    home = [row for row in rows["household_member"] if row["household_id"] == case["household_id"]]
    now = {row["person_id"] for row in on_it if row["ended_at"] is None}
    roles = {row["person_id"]: row["role"] for row in home if row["left_at"] is None}
    people = by_id(rows, "person")
    return [
        {
            "id": str(key),
            "name": people[key]["given_name"],
            **{name: people[key][name] for name in ("kind", "sex")},
            **{said: people[key][name] and str(people[key][name]) for said, name in (("born", "birth_date"), ("expected", "expected_on"))},
            "on_case": key in now,
            "role": roles.get(key),
        }
        for key in {row["person_id"] for row in [*on_it, *home]}
    ]


# -- people who may be recorded twice ------------------------------------------------------------------------------


def basis(one: Row, other: Row) -> str | None:
    """Say what two records share that could be about one person: a number of theirs, or the day of birth and a similar name."""
    if one["id"] == other["id"]:
        return None
    if any(one[name] and one[name] == other[name] for name in ("nhs_number", "upn", "uln")):
        return "identifier"
    given, theirs = one["given_name"].lower(), other["given_name"].lower()
    similar = given == theirs or (given[:3] == theirs[:3] and one["family_name"].lower() == other["family_name"].lower())
    return "name_and_birth" if similar and one["birth_date"] and one["birth_date"] == other["birth_date"] else None


def duplicates_of(case: Row, rows: Rows) -> list[tuple[Row, Row]]:
    """Return each child whose help goes on with each record that could be about the same person."""
    pairs = [(child, other) for child in children_of(case, rows) for other in rows["person"] if basis(child, other)]
    return sorted(pairs, key=lambda pair: (pair[0]["id"], pair[1]["id"]))


def is_decided(one: Row, other: Row, rows: Rows) -> bool:
    """Tell whether somebody decided about two records, on whichever case and from whichever side."""
    return any({row["person_id"], row["other_id"]} == {one["id"], other["id"]} for row in rows["duplicate_decision"])


def duplicate_hints(case: Row, rows: Rows) -> list[dict[str, Any]]:
    """Return the hints about them: what is alike, whom to ask, and whether it is decided."""
    staff, agencies = by_id(rows, "practitioner"), by_id(rows, "agency")
    return [
        {
            "person": child["id"],
            "other": other["id"],
            "basis": basis(child, other),
            "added_by": staff[other["added_by"]]["name"],
            "agency": agencies[staff[other["added_by"]]["agency_id"]]["name"],
            "is_decided": is_decided(child, other, rows),
        }
        for child, other in duplicates_of(case, rows)
    ]


# -- other cases ---------------------------------------------------------------------------------------------------


def going_on(person: UUID, rows: Rows, *, but: Row) -> list[Row]:
    """Return the open cases, but for one, that go on for a child, the oldest first."""
    on_it = {row["case_id"] for row in rows["case_child"] if row["person_id"] == person and row["ended_at"] is None}
    found = [case for case in rows["cases"] if case["id"] in on_it - {but["id"]} and case["closed_at"] is None]
    return sorted(found, key=lambda case: (case["opened_at"], case["id"]))


def siblings_of(case: Row, rows: Rows) -> list[tuple[Row, Row]]:
    """Return the children of the household who are not on the case, each with each open case of theirs."""
    people, here = by_id(rows, "person"), {child["id"] for child in children_of(case, rows)}
    home = {row["person_id"] for row in rows["household_member"] if row["household_id"] == case["household_id"] and not row["left_at"]}
    young = [key for key in sorted(home - here) if people[key]["kind"] != "adult"]
    return [(people[key], other) for key in young for other in going_on(key, rows, but=case)]


def is_considered(case: Row, sibling: Row, rows: Rows) -> bool:
    """Tell whether somebody decided whether two cases of a household go together."""
    return any(row["sibling_id"] == sibling["id"] for row in of_case(rows, "sibling_decision", case))


def agency_of(case: Row, rows: Rows) -> str:
    """Return the name of the agency whose team has a case."""
    return str(by_id(rows, "agency")[by_id(rows, "team")[case["team_id"]]["agency_id"]]["name"])


def leads_of(case: Row, rows: Rows) -> list[Row]:
    """Return the practitioners who are its lead professional now, agreed before acting, and then the last to begin."""
    staff = by_id(rows, "practitioner")
    now = [row for row in of_case(rows, "lead_professional", case) if row["ended_at"] is None]
    now.sort(key=lambda row: (row["kind"] == "agreed", row["started_at"]), reverse=True)
    return [staff[row["practitioner_id"]] for row in now if staff[row["practitioner_id"]]["ended_at"] is None]


def minimal(case: Row, rows: Rows) -> dict[str, Any]:
    """Return the minimal answer about a case: the agency, since when, and its lead professional's name, role and telephone number."""
    [lead] = leads_of(case, rows)[:1] or [dict.fromkeys(("name", "job_title", "phone"))]
    who = {"lead_name": lead["name"], "lead_role": lead["job_title"], "lead_phone": lead["phone"]}
    return {"agency": agency_of(case, rows), "since": day_of(case["opened_at"]).isoformat(), **who}


def sibling_hints(case: Row, rows: Rows) -> list[dict[str, Any]]:
    """Return the minimal answer about each brother or sister with a case of their own."""
    return [
        {"id": child["id"], "name": child["given_name"], **minimal(other, rows), "is_considered": is_considered(case, child, rows)}
        for child, other in siblings_of(case, rows)
    ]


def contact(case: Row, rows: Rows) -> str:
    """Return the minimal answer in one line."""
    said = minimal(case, rows)
    return ", ".join(filter(None, [said["lead_name"], said["lead_role"], said["agency"], said["lead_phone"]]))


def assessed_elsewhere(case: Row, rows: Rows) -> list[tuple[Row, Row]]:
    """Return the children whom another open case assesses, each with that case."""
    young = sorted(children_of(case, rows), key=lambda child: child["id"])
    found = [(child, other) for child in young for other in going_on(child["id"], rows, but=case)]
    return [(child, other) for child, other in found if other["state"] in ASSESSED or other["paused_from"] == "assessing"]


def was_asked_again(case: Row, rows: Rows) -> bool:
    """Tell whether a case was opened soon after the end of the one before, the anniversary included: as soon as was then set."""
    ended = case["previous_case_id"] and by_id(rows, "cases")[case["previous_case_id"]]["closed_at"]
    if not ended:
        return False
    months = held(rows, "rereferral.months", case["opened_at"]) or A_YEAR
    return day_of(case["opened_at"]) <= months_after(day_of(ended), months)
