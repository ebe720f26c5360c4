"""What can be done with a household: add it, amend it, and say who joins and who leaves."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.errors import AlreadyDone, BadInput
from service.households import rows, rules
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written


async def add_household(
    tx: Transaction, *, actor: Actor, name: str, address: str | None = None, members: Sequence[Mapping[str, Any]] | None = None
) -> Written:
    """Add a household with those who belong to it; only who added it sees it until a case holds it."""
    members = members or []
    people = [member["person_id"] for member in members]
    begun = await tx.begin(rows.BEGIN, person_ids=people)
    tx.may(begun, Action.ADD_PERSON)
    if problems := list(rules.problems(members, kinds_of(begun))):
        raise BadInput.because(problems)
    household: dict[str, Any] = {
        "id": begun.position.stream.id,
        "version": 1,
        "name": name,
        "address": address,
        "added_by": actor.id,
        "unattached": True,
    }
    joined = joining(tx, begun, members)
    event = Event("HouseholdAdded", {"household": household, "members": joined})
    return await tx.write(
        rows.ADD_HOUSEHOLD, begun.position, event, record=household["id"], **prefixed("household", household), **columns(joined)
    )


async def amend_household(
    tx: Transaction, *, actor: Actor, household_id: UUID, expected_version: int, changes: Mapping[str, Any]
) -> Written:
    """Correct the name or the address of a household."""
    found = await tx.load(rows.LOAD, expected_version=expected_version, household_id=household_id)
    tx.may(found, Action.EDIT_PERSON)
    before = {name: found[name] for name in rules.EDITABLE}
    after = {**before, **changes}
    if after == before:
        raise AlreadyDone
    if after["name"] is None:
        raise BadInput("This cannot be left empty.", path=("name",))
    event = Event("HouseholdAmended", {"before": before, "after": after})
    return await tx.write(rows.AMEND_HOUSEHOLD, found.position, event, record=household_id, **prefixed("household", after))


async def add_household_member(tx: Transaction, *, actor: Actor, household_id: UUID, person_id: UUID, role: str) -> Written:
    """Say that somebody joined a household, from now on."""
    found = await tx.load(rows.LOAD_TO_ADD, household_id=household_id, person_ids=[person_id])
    tx.may(found, Action.EDIT_PERSON)
    if problem := rules.member_problem(kinds_of(found).get(person_id), role):
        raise BadInput.because([problem])
    joined = joining(tx, found, [{"person_id": person_id, "role": role}])
    event = Event("HouseholdMemberAdded", {"member": joined[0]})
    return await tx.write(rows.ADD_MEMBER, found.position, event, record=household_id, **columns(joined))


async def amend_household_member(tx: Transaction, *, actor: Actor, member_id: UUID, expected_version: int, role: str) -> Written:
    """Correct what somebody is in a household."""
    found = await tx.load(rows.LOAD_TO_AMEND_MEMBER, expected_version=expected_version, member_id=member_id)
    tx.may(found, Action.EDIT_PERSON)
    member = orjson.loads(found["member"])
    if member["role"] == role:
        raise AlreadyDone
    if sentence := rules.role_fault(found["kind"], role):
        raise BadInput(sentence, path=("role",))
    event = Event("HouseholdMemberAmended", {"member_id": member_id, "role": role, "before": {"role": member["role"]}})
    return await tx.write(rows.AMEND_MEMBER, found.position, event, record=found["id"], member_id=member_id, role=role)


async def end_household_member(tx: Transaction, *, actor: Actor, member_id: UUID) -> Written:
    """Say that somebody left a household, from now on; that they belonged to it stays on record."""
    found = await tx.load(rows.LOAD_OF_MEMBER, member_id=member_id)
    tx.may(found, Action.EDIT_PERSON)
    member = orjson.loads(found["member"])
    if member["left_at"] is not None:
        raise AlreadyDone("They have left this household already.", path=("memberId",))
    event = Event("HouseholdMemberEnded", {"member_id": member_id, "person_id": member["person_id"]})
    return await tx.write(rows.END_MEMBER, found.position, event, record=found["id"], member_id=member_id)


def kinds_of(found: Loaded) -> dict[UUID, str]:
    """Read of what kind the people are whom the actor named and sees."""
    return {UUID(person): kind for person, kind in orjson.loads(found["kinds"]).items()}


def joining(tx: Transaction, found: Loaded, members: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Make the rows of those who join."""
    return [{"id": tx.new_id(found.now), "person_id": member["person_id"], "role": member["role"]} for member in members]


def columns(joined: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Return the rows of those who join as the statement takes them."""
    names = {"member_ids": "id", "person_ids": "person_id", "roles": "role"}
    return {name: [member[column] for member in joined] for name, column in names.items()}
