"""What a mutation gets from the running of its operation."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

import asyncpg

from service.access.actor import Actor
from service.reading import Reader
from service.reading.documents import Document


@dataclass(frozen=True, slots=True)
class Changing:
    """Who asks, with which document, of which database.

    `clock` and `entropy` are None and the machine's own, but for tests and the demonstration council. `replayed` gathers the response
    keys of the mutations whose keys had had their effect before.
    """

    actor: Actor
    pool: "asyncpg.Pool[asyncpg.Record]"
    reader: Reader
    document: Document
    clock: dt.datetime | None
    entropy: Callable[[int], bytes]
    replayed: list[str] = field(default_factory=list)
