"""What can be done about the team around the family: add a practitioner, say what they do, and end their time on it."""

from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads
from service.cases.actions import refuse_if_ended
from service.errors import AlreadyDone, BadInput, NotFound
from service.journal.chain import Event
from service.journal.transaction import Loaded, Transaction, Written
from service.team_around_family import rows


async def add_team_member(tx: Transaction, *, actor: Actor, case_id: UUID, practitioner_id: UUID, part: str) -> Written:
    """Bring a practitioner into the team around the family: from now on they see the case."""
    case = await loads.load(tx, rows.LOAD_TO_ADD, case_id, practitioner_id=practitioner_id)
    tx.may(case, Action.ADD_TEAM_MEMBER)
    refuse_if_ended(case)
    if case["account"] is None:
        raise NotFound("There is no practitioner by this id.", path=("practitionerId",))
    if not case["account"]:
        raise BadInput("Their account has ended. Choose somebody else.", path=("practitionerId",), reason="is_active")
    joined: dict[str, Any] = {"team_member_id": tx.new_id(case.now), "practitioner_id": practitioner_id, "part": part}
    event = Event("TeamMemberAdded", joined)
    return await tx.write(rows.ADD_MEMBER, case.position, event, record=joined["team_member_id"], **joined)


async def amend_team_member(tx: Transaction, *, actor: Actor, team_member_id: UUID, expected_version: int, part: str) -> Written:
    """Say anew what a practitioner does for the family."""
    case = await tx.load(rows.LOAD_OF_MEMBER, expected_version=expected_version, team_member_id=team_member_id)
    member = permitted(tx, case)
    if member["part"] == part:
        raise AlreadyDone
    event = Event("TeamMemberAmended", {"team_member_id": team_member_id, "part": part, "before": {"part": member["part"]}})
    return await tx.write(rows.AMEND_MEMBER, case.position, event, record=team_member_id, team_member_id=team_member_id, part=part)


async def end_team_member(tx: Transaction, *, actor: Actor, team_member_id: UUID) -> Written:
    """End a practitioner's time on the team around the family; that they were on it stays on record."""
    case = await tx.load(rows.LOAD_OF_MEMBER, team_member_id=team_member_id)
    member = permitted(tx, case)
    event = Event("TeamMemberEnded", {"team_member_id": team_member_id, "practitioner_id": member["practitioner_id"]})
    return await tx.write(rows.END_MEMBER, case.position, event, record=team_member_id, team_member_id=team_member_id)


def permitted(tx: Transaction, case: Loaded) -> dict[str, Any]:
    """Permit a change of somebody's time on the team, and return it. Raise AlreadyDone where it has ended."""
    tx.may(case, Action.ADD_TEAM_MEMBER)
    refuse_if_ended(case)
    member: dict[str, Any] = orjson.loads(case["member"])
    if member["left_at"] is not None:
        raise AlreadyDone("They have left the team around this family already.", path=("teamMemberId",))
    return member
