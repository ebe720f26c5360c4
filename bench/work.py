"""What is asked for: three jobs, each as the requests of its round for the service and for the limit."""

import datetime as dt
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import asyncpg

from bench.council import Practitioner, practitioners
from bench.serving import SERVICE
from service.access.actor import Role
from service.access.sign_in import Tokens
from service.graph.documents import TRUSTED_FOLDER

DOCUMENTS = {"worklist": "Worklist", "case": "Case", "move": "StartReview"}
"""The jobs, and the documents of the pages that do them."""

PAGE = 50
MOVABLE = """
    SELECT id, version, worker_id FROM cases
    WHERE state = 'plan_active' AND worker_id = ANY($1) ORDER BY md5(id::text) LIMIT $2
"""
SHOWN = """
    SELECT reference, worker_id AS asker FROM cases
    WHERE worker_id = ANY($1) AND closed_at IS NULL ORDER BY md5(id::text) LIMIT $2
"""
JOINED = """
    SELECT reference, practitioner_id AS asker FROM team_member JOIN cases ON cases.id = case_id
    WHERE practitioner_id = ANY($1) AND practitioner_id <> worker_id ORDER BY md5(case_id::text) LIMIT $2
"""
"""Cases whose asker is on the team around the family: most of them see it for no other reason."""


@dataclass(frozen=True, slots=True)
class Asker:
    """A worker with a token."""

    id: UUID
    token: str


def askers(tokens: Tokens) -> dict[UUID, Asker]:
    """Sign every worker in."""
    now = dt.datetime.now(dt.UTC)
    workers: list[Practitioner] = [each for each in practitioners() if each.role is Role.WORKER]
    return {each.id: Asker(each.id, tokens.made(each.actor(), now=now)) for each in workers}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to ask: of which job, by whom, with which variables."""

    job: str
    asker: Asker
    variables: Mapping[str, Any]

    def request(self, server: str) -> str:
        """Write the HTTP request: a document for the service; for the limit an address that stands for it."""
        document = (TRUSTED_FOLDER / f"{DOCUMENTS[self.job]}.graphql").read_text()
        body = json.dumps({"query": document, "variables": self.variables} if server == SERVICE else self.variables)
        path = "/graphql" if server == SERVICE else f"/{DOCUMENTS[self.job]}"
        head = [f"POST {path} HTTP/1.1", "Host: localhost", f"Authorization: Bearer {self.asker.token}", "Content-Type: application/json"]
        return "\r\n".join([*head, f"Content-Length: {len(body.encode())}", "", body])


def worklists(who: Mapping[UUID, Asker]) -> list[Wanted]:
    """Ask for every worker's own list, as their first page does."""
    return [Wanted("worklist", each, {"where": {"workerId": f"practitioner_{each.id}"}, "first": PAGE}) for each in who.values()]


async def cases(url: str, who: Mapping[UUID, Asker], most: int) -> list[Wanted]:
    """Ask for some open cases, each by its own worker."""
    return [Wanted("case", who[row["asker"]], {"reference": row["reference"]}) for row in await fetched(url, SHOWN, list(who), most)]


async def from_aside(url: str, who: Mapping[UUID, Asker], most: int) -> list[Wanted]:
    """Ask for what its asker sees in part or not at all: colleagues' lists, cases that they only joined, cases of strangers."""
    everybody = list(who.values())
    asker_after = dict(zip(who, [*everybody[1:], everybody[0]], strict=True))
    joined = await fetched(url, JOINED, list(who), most)
    return [
        *(replace(each, asker=asker_after[each.asker.id]) for each in worklists(who)[:most]),
        *(Wanted("case", who[row["asker"]], {"reference": row["reference"]}) for row in joined),
        *(Wanted("case", asker_after[row["asker"]], {"reference": row["reference"]}) for row in joined),
    ]


async def moves(url: str, who: Mapping[UUID, Asker], most: int) -> list[Wanted]:
    """Move some cases into review, each by its own worker, each once."""
    rows = await fetched(url, MOVABLE, list(who), most)
    return [Wanted("move", who[row["worker_id"]], move(row)) for row in rows]


def move(row: Mapping[str, Any]) -> dict[str, Any]:
    """Write the variables of a move."""
    return {"caseId": f"case_{row['id']}", "expectedVersion": row["version"], "idempotencyKey": secrets.token_hex(12)}


async def fetched(url: str, sql: str, *arguments: Any) -> Sequence[Mapping[str, Any]]:
    """Ask the database."""
    connection = await asyncpg.connect(url)
    try:
        found: Sequence[Mapping[str, Any]] = await connection.fetch(sql, *arguments)
        return found
    finally:
        await connection.close()
