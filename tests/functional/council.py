"""A small council for tests: three agencies, three teams in two localities, and somebody of each role.

It is written as rows, each with the first event of its stream, so that no test of an action rests on another action.
"""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

import asyncpg

from service.journal.chain import Event, Position, Stream, next_event

FOUNDED = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
SPACE = UUID("6d0b5d1e-3c0b-4d55-9a6f-0d5b6f2f7c11")

LOCALITIES = ("North", "South")
AGENCIES = {"Early Help": "early_help", "Larkfield Primary": "education", "Northmere Health": "health"}
TEAMS = {
    "Front Door": ("Early Help", None, True),
    "North Family Team": ("Early Help", "North", False),
    "South Family Team": ("Early Help", "South", False),
    "Larkfield Pastoral": ("Larkfield Primary", "North", False),
}
PEOPLE: Mapping[str, tuple[str, str, tuple[tuple[str, str | None, str | None], ...]]] = {
    "worker": ("Priya Nair", "Early Help", (("worker", "North Family Team", None),)),
    "colleague": ("Tom Ashworth", "Early Help", (("worker", "North Family Team", None),)),
    "southerner": ("Blessing Okafor", "Early Help", (("worker", "South Family Team", None),)),
    "triage": ("Ewan Reid", "Early Help", (("triage", "Front Door", None),)),
    "manager": ("Dawn Fry", "Early Help", (("team_manager", "North Family Team", None),)),
    "front_door_manager": ("Marcus Lee", "Early Help", (("team_manager", "Front Door", None),)),
    "service_manager": ("Ines Duarte", "Early Help", (("service_manager", None, None),)),
    "north_manager": ("Rhys Pugh", "Early Help", (("service_manager", None, "North"),)),
    "school": ("Helen Shaw", "Larkfield Primary", (("worker", "Larkfield Pastoral", None),)),
    "nurse": ("Yusuf Karim", "Northmere Health", ()),
    "administrator": ("Olu Adeyemi", "Early Help", (("administrator", None, None),)),
    "second_administrator": ("Grace Lim", "Early Help", (("administrator", None, None),)),
}
"""Who there is: name, agency, and their roles with team and locality."""


def key(kind: str, name: str) -> UUID:
    """Return the key of a record of the council, the same in every test."""
    return uuid5(SPACE, f"{kind} {name}")


def gid(kind: str, name: str) -> str:
    """Return the id of a record of the council as the contract spells it."""
    return f"{kind}_{key(kind, name)}"


def rows() -> dict[str, list[dict[str, Any]]]:
    """Return every row of the council, by table."""
    return {
        "council": [
            dict(
                id=key("council", "Northmere"),
                version=1,
                only=True,
                name="Northmere Council",
                code="999",
            )
        ],
        "locality": [dict(id=key("locality", name), version=1, name=name) for name in LOCALITIES],
        "agency": [dict(id=key("agency", name), version=1, name=name, kind=kind, phone=None) for name, kind in AGENCIES.items()],
        "team": [
            dict(
                id=key("team", name),
                version=1,
                agency_id=key("agency", agency),
                locality_id=key("locality", locality) if locality else None,
                name=name,
                triages=triages,
            )
            for name, (agency, locality, triages) in TEAMS.items()
        ],
        "practitioner": [
            dict(
                id=key("practitioner", who),
                version=1,
                agency_id=key("agency", agency),
                name=name,
                email=f"{who}@northmere.example",
                job_title="Practitioner",
                phone=None,
                ended_at=None,
            )
            for who, (name, agency, _) in PEOPLE.items()
        ],
        "appointment": [
            dict(
                id=key("appointment", f"{who} {role} {team} {locality}"),
                practitioner_id=key("practitioner", who),
                role=role,
                team_id=key("team", team) if team else None,
                locality_id=key("locality", locality) if locality else None,
                started_at=FOUNDED,
                ended_at=None,
            )
            for who, (_, _, held) in PEOPLE.items()
            for role, team, locality in held
        ],
    }


def first_event(stream: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Make the event with which a record of the council begins."""
    payload = json.loads(json.dumps(row, default=str))
    position = Position(Stream(stream, row["id"]), 0, None, FOUNDED)
    actor = key("practitioner", "administrator")
    return next_event(position, Event(f"{stream.capitalize()}Added", payload), actor=actor, purpose="TEST", salt=b"0" * 16)


async def fill(url: str) -> None:
    """Write the council into a migrated, empty database."""
    connection = await asyncpg.connect(url)
    found = rows()
    events = [first_event(table, row) for table, each in found.items() if table != "appointment" for row in each]
    for table, records in {**found, "event": events}.items():
        columns = list(records[0])
        await connection.copy_records_to_table(table, columns=columns, records=[tuple(row[name] for name in columns) for row in records])
    await connection.close()
