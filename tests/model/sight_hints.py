"""What may be known of what somebody does not see: as little as the hints, the minimal answer and a reference are made of."""

import datetime as dt
from typing import Any
from uuid import UUID

from tests.model.sight import Row, Rows, ids_of
from tests.model.sight_people import assessed_elsewhere, by_id, duplicates_of, siblings_of
from tests.model.sight_settings import begun

HIDDEN = "not to be seen"
ALIKE = ("given_name", "family_name", "birth_date", "nhs_number", "upn", "uln", "kind")
"""What is compared of two people."""
NAMES = ("id", "version", "sex", "added_by", "unattached")
"""What else a row of a person has to have: never anything that a hint would say."""
AS_IT_IS = ("lead_professional", "visit", "case_child")
"""What the minimal answer is made of, beside the case."""


def stubs(seen: Rows, everything: Rows, *, counts: bool) -> Rows:
    """Return the rows that a database needs beside those that somebody sees, so that it can give the same hints.

    `counts`: they are told how many open cases a change of a setting would concern.
    """
    cases, people = hinted_cases(seen, everything, counts=counts), hinted_people(seen, everything)
    visible = {name: {key(row) for row in seen[name]} for name in AS_IT_IS}
    return {
        "cases": [{**case, "family_name": HIDDEN} for case in cases],
        "person": [{name: person[name] if name in (*ALIKE, *NAMES) else None for name in person} for person in people],
        **{
            name: [row for row in everything[name] if row["case_id"] in ids_of(cases) and key(row) not in visible[name]]
            for name in AS_IT_IS
        },
        "setting": [row for row in in_use(everything) if row["id"] not in ids_of(seen["setting"])],
        "duplicate_decision": [row for row in decided(seen, everything) if row["id"] not in ids_of(seen["duplicate_decision"])],
    }


def key(row: Row) -> Any:
    """Return what tells a row from others."""
    return row.get("id") or (row["case_id"], row["person_id"], row["joined_at"])


def hinted_cases(seen: Rows, everything: Rows, *, counts: bool) -> list[Row]:
    """Return the cases, of those that they do not see, of which they may know the minimal answer, the end, the reference or the number."""
    named: set[UUID | None] = {row["case_id"] for row in seen["request_for_help"]}
    named |= {row["id"] for row in everything["cases"] if counts and row["closed_at"] is None}
    for case in seen["cases"]:
        named |= {other["id"] for _, other in [*siblings_of(case, everything), *assessed_elsewhere(case, everything)]}
        named.add(case["previous_case_id"])
    return [case for case in everything["cases"] if case["id"] in named - ids_of(seen["cases"])]


def hinted_people(seen: Rows, everything: Rows) -> list[Row]:
    """Return the people, of those whom they do not see, who could be a child of a case that they see."""
    found = {other["id"] for case in seen["cases"] for _, other in duplicates_of(case, everything)}
    return [person for key, person in by_id(everything, "person").items() if key in found - ids_of(seen["person"])]


def decided(seen: Rows, everything: Rows) -> list[Row]:
    """Return the decisions about those hints, on whichever case they were made."""
    pairs = [{child["id"], other["id"]} for case in seen["cases"] for child, other in duplicates_of(case, everything)]
    return [{**row, "reason": HIDDEN} for row in everything["duplicate_decision"] if {row["person_id"], row["other_id"]} in pairs]


def in_use(everything: Rows) -> list[Row]:
    """Return what the council has set and is in force, without who did and why: what a case is held to is told with it."""
    found = begun(everything, dt.datetime.now(dt.UTC))
    return [{**row, "reason": HIDDEN, "set_by": row["id"]} for row in found]
