"""The first records of a database: the council, its early help agency, and an administrator who writes all of them."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from service.access.actor import Role
from service.agencies import rows as agencies
from service.agencies.tables import AgencyKind
from service.council import structure
from service.council.actions import found_council
from service.journal.transaction import Loaded, Transaction, Written
from service.practitioners import actions as practitioners
from service.practitioners import rows

OUR_SERVICE = "Early help"


async def written(given: Mapping[str, str], tx: Transaction) -> Written:
    """Write the council, its agency, its administrator and their appointment, each with its event."""
    council = await found_council(tx, actor=tx.request.actor, name=given["name"], code=given["code"])
    part = keyed(tx, "agency")
    service = {"name": OUR_SERVICE, "kind": AgencyKind.EARLY_HELP, "phone": None}
    agency = await structure.add(part, agencies.ADD, await structure.begin(part, agencies.BEGIN), "AgencyAdded", service)
    await administrator_written(tx, agency.record, given)
    return council


async def administrator_written(tx: Transaction, agency: UUID, given: Mapping[str, str]) -> None:
    """Write the account of the actor, and appoint them."""
    first, part = tx.request.actor, keyed(tx, "administrator")
    begun = under_key(await structure.begin(part, rows.BEGIN), first.id)
    account = {"agency_id": agency, "name": first.name, "job_title": given["job_title"], "phone": None}
    await practitioners.written(part, begun, email=given["email"], **account)
    part = keyed(tx, "appointment")
    held = {"practitioner_id": first.id, "role": Role.ADMINISTRATOR, "team_id": None, "locality_id": None}
    await practitioners.appointed(part, await structure.load(part, rows.LOAD, id=first.id), **held)


def keyed(tx: Transaction, part: str) -> Transaction:
    """Return the transaction under a key of its own for one part of what is written."""
    return replace(tx, request=replace(tx.request, key=f"found {part}"))


def under_key(begun: Loaded, key: UUID) -> Loaded:
    """Begin a record under a key that is known already: the actor's own, who writes it."""
    position = begun.position
    return replace(begun, position=replace(position, stream=replace(position.stream, id=key)))
