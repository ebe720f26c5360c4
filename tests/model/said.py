"""What the contract says in SQL, said again in Python: for the oracle, by the names of the fields."""

import datetime as dt
import json
from typing import Any

from tests.model.said_record import said_of_record
from tests.model.said_settings import said_of_settings
from tests.model.sight import Row, Rows, Sight, ends, facts
from tests.model.sight_facts import record_facts
from tests.oracle.slow import Python
from workflows import WORKFLOWS

NOTES = (("data", "note"), ("data", "comment"), ("data", "why"), ("note", "text"), ("note",), ("why",))


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def states(case: Row) -> Any:
    """Return the states of the workflow that a case follows."""
    return WORKFLOWS[case["workflow"], case["workflow_version"]].states


def in_payload(event: Row, *path: str) -> Any:
    """Return a text of an event's payload."""
    found = json.loads(event["payload"])
    for part in path:
        found = found.get(part) if isinstance(found, dict) else None
    return found


def title_of(event: Row, word: str, case: Row) -> Any:
    """Return the title of the state that an event of a case names."""
    found = states(case).get(in_payload(event, word))
    return found and found.title


def holds(word: str, *texts: str) -> bool:
    """Tell whether one of some texts holds a word, in any case of letters."""
    return any(word.lower() in text.lower() for text in texts)


def is_late(case: Row) -> bool:
    return case["due_at"] is not None and case["due_at"] < now()


def has_role(person: Row, column: str, value: Any, world: Any) -> bool:
    """Tell whether somebody has an appointment in force with a value."""
    held = [row for row in world.rows["appointment"] if row["practitioner_id"] == person["id"] and row["ended_at"] is None]
    return any(row[column] == value for row in held)


def in_force(marker: Row) -> bool:
    return marker["ended_at"] is None and marker["in_error_at"] is None


def holds_now(row: Row) -> bool:
    """Tell whether what is known about a person holds: not ended, not replaced, not wrong."""
    return row.get("ended_at") is None and row.get("replaced_at") is None and row["in_error_at"] is None


MARKED = {
    "Note": "note",
    "Agreement": "agreement",
    "Marker": "marker",
    "Person": "person",
    "Relationship": "relationship",
    "ContactDetail": "detail",
    "SafeContact": "safecontact",
    "AccessNeeds": "accessneeds",
}
"""The types whose records can be marked as wrong, and with which word the ids of each begin."""


def marked(word: str) -> Any:
    """Tell, of a record of a word, whether a mark is on it."""
    return lambda record, mark, world: (mark["noun"], mark["record_id"]) == (word, record["id"])


CARE: Python = {
    **{f"{type_}.errorMark": marked(word) for type_, word in MARKED.items()},
    **{f"{type_}.errorMark.only": lambda mark, world: mark["outcome"] != "dismissed" for type_ in MARKED},
    "ErrorMark.recordId": lambda mark, world: f"{mark['noun']}_{mark['record_id']}",
    "ErrorMark.insteadId": lambda mark, world: mark["instead_id"] and f"{mark['noun']}_{mark['instead_id']}",
    "Query.entriesToLookAt.only": lambda mark, world: mark["outcome"] is None,
    "Case.warnings.only": lambda marker, world: in_force(marker),
    "Marker.isInForce": lambda marker, world: in_force(marker),
    "Marker.isReviewDue": lambda marker, world: in_force(marker) and marker["review_on"] <= dt.date.today(),
    "Person.safeContact.only": lambda contact, world: holds_now(contact),
    "Person.accessNeeds.only": lambda needs, world: holds_now(needs),
    "Person.accessNeedsBefore.only": lambda needs, world: not holds_now(needs),
    "ContactDetail.safeContact": lambda detail, contact, world: contact["person_id"] == detail["person_id"],
    "ContactDetail.safeContact.only": lambda contact, world: holds_now(contact),
    "ContactDetail.isInUse": lambda detail, world: holds_now(detail),
    "SafeContact.holdsNow": lambda contact, world: holds_now(contact),
    "AccessNeeds.holdsNow": lambda needs, world: holds_now(needs),
}
"""What is known about people, and what of it is wrong."""


def said(rows: Rows) -> Python:
    """Return everything; some of it looks at all rows, as the contract says that it does."""
    cases = {row["id"]: row for row in rows["cases"]}
    staff = {row["id"]: row for row in rows["practitioner"]}

    def ways(case: Row, world: Any) -> list[str]:
        return [way for way, holds in Sight(rows, world.actor).ways(case).items() if holds]

    def my_teams(world: Any) -> set[Any]:
        return {row["team_id"] for row in Sight(rows, world.actor).held("worker", "triage", "team_manager")}

    def lead_ended(lead: Row, world: Any) -> Any:
        return min((at for at in (lead["ended_at"], staff[lead["practitioner_id"]]["ended_at"]) if at), default=None)

    return {
        **CARE,
        "Query.worklist.only": lambda case, world: case["closed_at"] is None,
        "Query.lateCases.only": lambda case, world: case["closed_at"] is None and is_late(case),
        "CaseWhere.ofMyTeams": lambda case, given, world: given == (case["team_id"] in my_teams(world)),
        "CaseWhere.isAllocated": lambda case, given, world: (
            given == (case["worker_id"] is not None and staff[case["worker_id"]]["ended_at"] is None)
        ),
        "CaseWhere.isOpen": lambda case, given, world: given == (case["closed_at"] is None),
        "CaseWhere.isLate": lambda case, given, world: given == is_late(case),
        "CaseWhere.text": lambda case, given, world: any(
            case[name].lower().startswith(given.lower()) for name in ("family_name", "reference")
        ),
        "PractitionerWhere.text": lambda row, given, world: holds(given, row["name"], row["email"], row["job_title"]),
        "PractitionerWhere.teamId": lambda row, given, world: has_role(row, "team_id", given, world),
        "PractitionerWhere.role": lambda row, given, world: has_role(row, "role", given, world),
        "PractitionerWhere.isActive": lambda row, given, world: given == (row["ended_at"] is None),
        "TeamWhere.text": lambda row, given, world: holds(given, row["name"]),
        "AgencyWhere.text": lambda row, given, world: holds(given, row["name"]),
        "LocalityWhere.text": lambda row, given, world: holds(given, row["name"]),
        "Case.stateTitle": lambda case, world: states(case)[case["state"]].title,
        "Case.stateKind": lambda case, world: states(case)[case["state"]].kind.value,
        "Case.stateOwner": lambda case, world: states(case)[case["state"]].owner,
        "Case.isLate": lambda case, world: is_late(case),
        "Case.history": lambda case, event, world: (event["stream_kind"], event["stream_id"]) == ("case", case["id"]),
        "Case.availableMoves.facts": lambda case, world: facts(case, rows, now()) | record_facts(case, rows, now()),
        "Case.availableMoves.standings": ways,
        "Case.permitted.standings": ways,
        "RequestForHelp.caseReference": lambda request, world: cases[request["case_id"]]["reference"],
        "Agreement.until": lambda agreement, world: ends(agreement, rows),
        "Visit.stateTitle": lambda stay, world: states(cases[stay["case_id"]])[stay["state"]].title,
        "LeadProfessional.endedAt": lead_ended,
        "CaseEvent.by": lambda event, who, world: who["id"] == event["actor"],
        "CaseEvent.fromTitle": lambda event, world: title_of(event, "from", cases[event["stream_id"]]),
        "CaseEvent.toTitle": lambda event, world: title_of(event, "to", cases[event["stream_id"]]),
        "CaseEvent.note": lambda event, world: next((text for path in NOTES if (text := in_payload(event, *path)) is not None), None),
        **said_of_record(rows),
        **said_of_settings(rows),
    }
