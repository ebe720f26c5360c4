"""Found the council of an empty database, with its early help agency and its first administrator: the one change that nobody permits."""

import asyncio
import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

import asyncpg

from service.access.actor import Actor, Role
from service.changing.inputs import Text, Unfit, read_fields
from service.council import first_records
from service.database import open_pool
from service.errors import BadInput
from service.journal.ids import uuid7
from service.journal.perform import perform
from service.journal.transaction import Request, Written

ACTION, PURPOSE = "found", "FOUNDING"
SUBJECTS = {
    "name": "The council's name",
    "code": "The council's code",
    "administrator": "The administrator's name",
    "email": "The administrator's address",
    "jobTitle": "The administrator's job title",
}
FIELDS = {name: Text("") for name in ("name", "code", "administrator", "email", "job_title")}


async def found(
    pool: "asyncpg.Pool[asyncpg.Record]",
    *,
    name: str,
    code: str,
    administrator: str,
    email: str,
    job_title: str = "Administrator",
    key: str = "found council",
    clock: dt.datetime | None = None,
    entropy: Callable[[int], bytes] | None = None,
) -> UUID:
    """Found a council, and return the key of its first administrator, who acts in it. Raise Refused where there is one, BadInput.

    `key`: the idempotency key that the founding itself is kept under, by which it is known later what the council was founded for.
    """
    given = read({"name": name, "code": code, "administrator": administrator, "email": email, "job_title": job_title})
    entropy = entropy or secrets.token_bytes
    first = Actor(uuid7(clock or dt.datetime.now(dt.UTC), entropy(10)), frozenset({Role.ADMINISTRATOR}), PURPOSE, administrator)
    request = Request(first, ACTION, key, given, clock, entropy)
    await perform(pool, request, partial(first_records.written, given), nothing_to_read)
    return first.id


def found_at(url: str, *, name: str, code: str, administrator: str, email: str, job_title: str) -> UUID:
    """Found a council, as `found` does, in the database of a URL."""

    async def run() -> UUID:
        async with await open_pool(url, most=1) as pool:
            return await found(pool, name=name, code=code, administrator=administrator, email=email, job_title=job_title)

    return asyncio.run(run())


def read(given: dict[str, str]) -> dict[str, str]:
    """Hold what was given to the limits that a mutation would hold it to. Raise BadInput, which names what each sentence is about."""
    try:
        return read_fields(FIELDS, given)
    except Unfit as error:
        raise BadInput.because([replace(each, message=f"{SUBJECTS[each.path[0]]}: {each.message}") for each in error.problems]) from None


async def nothing_to_read(_connection: object, _written: Written) -> None:
    """Read nothing again: the caller has no document."""
