"""Found the council of an empty database, with its early help agency and its first administrator: the one change that nobody permits."""

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

import asyncpg

from service.access.actor import Actor, Role
from service.agencies import rows as agencies
from service.agencies.tables import AgencyKind
from service.changing.inputs import Text, Unfit, read_fields
from service.council import structure
from service.council.actions import found_council
from service.errors import BadInput
from service.journal.ids import uuid7
from service.journal.perform import perform
from service.journal.transaction import Loaded, Request, Transaction, Written
from service.practitioners import actions as practitioners
from service.practitioners import rows

if TYPE_CHECKING:
    Pool = asyncpg.Pool[asyncpg.Record]

PURPOSE = "FOUNDING"
OUR_SERVICE = "Early help"
FIELDS = {
    "name": Text("The council's name."),
    "administrator": Text("The first administrator's name."),
    "email": Text("The address that they sign in with."),
    "job_title": Text("What they are at the council."),
}


async def found(
    pool: "Pool",
    *,
    name: str,
    code: str,
    administrator: str,
    email: str,
    job_title: str = "Administrator",
    clock: dt.datetime | None = None,
    entropy: Callable[[int], bytes] | None = None,
) -> UUID:
    """Found a council, and return the key of its first administrator, who acts in it. Raise Refused where there is one, BadInput."""
    given = read({"name": name, "administrator": administrator, "email": email, "job_title": job_title})
    entropy = entropy or secrets.token_bytes
    first = Actor(uuid7(clock or dt.datetime.now(dt.UTC), entropy(10)), frozenset({Role.ADMINISTRATOR}), PURPOSE, administrator)
    request = Request(first, "found", "found council", {**given, "code": code}, clock, entropy)
    await perform(pool, request, partial(all_written, code=code, **given), nothing_to_read)
    return first.id


def read(given: dict[str, str]) -> dict[str, str]:
    """Hold what was given to the limits that a mutation would hold it to. Raise BadInput."""
    try:
        return read_fields(FIELDS, given)
    except Unfit as error:
        raise BadInput.because(error.problems) from None


async def all_written(tx: Transaction, *, name: str, code: str, administrator: str, email: str, job_title: str) -> Written:
    """Write the council, its agency, its administrator and their appointment, each with its event."""
    first = tx.request.actor
    council = await found_council(tx, actor=first, name=name, code=code)
    part = keyed(tx, "agency")
    begun = await structure.begin(part, agencies.BEGIN)
    agency = await structure.add(
        part, agencies.ADD, begun, "AgencyAdded", {"name": OUR_SERVICE, "kind": AgencyKind.EARLY_HELP, "phone": None}
    )
    part = keyed(tx, "administrator")
    begun = as_record(await structure.begin(part, rows.BEGIN), first.id)
    await practitioners.written(part, begun, agency_id=agency.record, name=administrator, email=email, job_title=job_title, phone=None)
    part = keyed(tx, "appointment")
    account = await structure.load(part, rows.LOAD, id=first.id)
    await practitioners.appointed(part, account, practitioner_id=first.id, role=Role.ADMINISTRATOR, team_id=None, locality_id=None)
    return council


def keyed(tx: Transaction, part: str) -> Transaction:
    """Return the transaction under a key of its own for one part of what is written."""
    return replace(tx, request=replace(tx.request, key=f"found {part}"))


def as_record(begun: Loaded, key: UUID) -> Loaded:
    """Begin a record under a key that is known already: the administrator's own, who is the actor of the first event."""
    position = begun.position
    return replace(begun, position=replace(position, stream=replace(position.stream, id=key)))


async def nothing_to_read(_connection: object, _written: Written) -> None:
    """Read nothing again: the caller has no document."""
