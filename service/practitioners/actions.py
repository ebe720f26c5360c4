"""What can be done with an account, and with the roles to which somebody is appointed."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor, Role
from service.access.rules import Action
from service.changing.amending import amended
from service.configuration.in_force import InForce
from service.council import structure
from service.errors import AlreadyDone, BadInput, Refused
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written
from service.practitioners import rows, rules
from service.waits.rules import due
from service.waits.tables import WaitKind


async def add_practitioner(
    tx: Transaction, *, actor: Actor, agency_id: UUID, name: str, email: str, job_title: str, phone: str | None = None
) -> Written:
    """Open an account for somebody of an agency; what they may do, their appointments say."""
    begun = await structure.begin(tx, rows.BEGIN)
    tx.may(begun, Action.MANAGE_TEAMS)
    return await written(tx, begun, agency_id=agency_id, name=name, email=email, job_title=job_title, phone=phone)


async def written(tx: Transaction, begun: Loaded, *, email: str, **account: Any) -> Written:
    """Write a new account."""
    row = {**account, "email": rules.address(email), "ended_at": None}
    return await structure.add(tx, rows.ADD, begun, "PractitionerAdded", row)


async def amend_practitioner(
    tx: Transaction, *, actor: Actor, practitioner_id: UUID, expected_version: int, changes: Mapping[str, Any]
) -> Written:
    """Correct what is known of somebody, or the address that they sign in with."""
    found = await structure.load(tx, rows.LOAD, expected_version, id=practitioner_id)
    tx.may(found, Action.MANAGE_TEAMS)
    email = {"email": rules.address(changes["email"])} if changes.get("email") else {}
    before, after = amended(found.row, {**changes, **email}, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED)
    return await structure.amend(tx, rows.AMEND, found, "PractitionerAmended", before, after)


async def end_practitioner(tx: Transaction, *, actor: Actor, practitioner_id: UUID, expected_version: int) -> Written:
    """End an account, and with it every role."""
    found = await structure.load(tx, rows.LOAD_TO_END, expected_version, id=practitioner_id)
    tx.may(found, Action.MANAGE_TEAMS)
    if found["ended_at"] is not None:
        raise AlreadyDone("This account has ended already.", path=("practitionerId",))
    rules.refuse_to_lock_out(is_last_administrator=found["is_last_administrator"])
    event = Event("PractitionerEnded", {"ended_at": found.now, "appointments": found["appointments"]})
    wait = dues(orjson.loads(found["settings"]), now=found.now)
    return await tx.write(rows.END, found.position, event, record=practitioner_id, wait_places=list(wait), wait_dues=list(wait.values()))


def dues(settings: Mapping[str, Any], *, now: dt.datetime) -> dict[UUID, dt.datetime]:
    """Return, for each locality, when a case that is left without a lead professional should have another."""
    return {UUID(place): due(WaitKind.LEAD_TO_BE_AGREED, since=now, settings=InForce.of(held)) for place, held in settings.items()}


async def appoint(
    tx: Transaction, *, actor: Actor, practitioner_id: UUID, role: str, team_id: UUID | None = None, locality_id: UUID | None = None
) -> Written:
    """Give somebody a role in a team, a locality or the council."""
    found = await structure.load(tx, rows.LOAD, id=practitioner_id)
    tx.may(found, Action.MANAGE_TEAMS)
    if found["ended_at"] is not None:
        raise Refused("This account has ended: nobody could take up the role.", path=("practitionerId",), reason="account_ended")
    if problems := list(rules.misplaced(role, team_id, locality_id)):
        raise BadInput.because(problems)
    return await appointed(tx, found, practitioner_id=practitioner_id, role=role, team_id=team_id, locality_id=locality_id)


async def appointed(tx: Transaction, found: Loaded, **held: Any) -> Written:
    """Write an appointment into the stream of who is appointed."""
    appointment = tx.new_id(found.now)
    row = {"id": appointment, **held, "started_at": found.now, "ended_at": None}
    return await tx.write(rows.APPOINT, found.position, Event("Appointed", row), record=appointment, **prefixed("appointment", row))


async def end_appointment(tx: Transaction, *, actor: Actor, appointment_id: UUID) -> Written:
    """End a role that somebody has."""
    found = await structure.load(tx, rows.LOAD_OF_APPOINTMENT, appointment_id=appointment_id)
    tx.may(found, Action.MANAGE_TEAMS)
    if found["role_ended_at"] is not None:
        raise AlreadyDone("This role has ended already.", path=("appointmentId",))
    rules.refuse_to_lock_out(is_last_administrator=found["role"] == Role.ADMINISTRATOR and found["is_last_administrator"])
    event = Event("AppointmentEnded", {"appointment_id": appointment_id, "ended_at": found.now})
    return await tx.write(rows.END_APPOINTMENT, found.position, event, record=appointment_id, appointment_id=appointment_id)
