"""The limit: three hand-written handlers on the service's own HTTP server, token check, pool, workflow and hash chain."""

import datetime as dt
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import asyncpg
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.statements import WORKFLOW, statements
from service.access.actor import Actor
from service.access.rules import GRANTS, SEPARATION, Action
from service.access.sign_in import Tokens
from service.cases import moves, rules
from service.cases.judging import make, settings_in
from service.database import open_pool
from service.graph.http import signed_in
from service.journal.chain import Event, Position, Stream, canonical, next_event, sha256
from service.journal.ids import uuid7
from service.spelling import camel
from workflows import WORKFLOWS

SQL = statements()
HEADERS = {"Cache-Control": "no-store"}
JSON = "application/json; charset=utf-8"
ACTION, TRIGGER = "startReview", "start_review"
STATES = orjson.dumps(
    [
        {"key": each.key, "title": each.title, "isFinal": each.is_final}
        for workflow in WORKFLOWS.values()
        for each in workflow.states.values()
    ]
)
MUTATIONS = {each.trigger: rules.mutation_of(WORKFLOW, each) for each in WORKFLOW.transitions}
NOT_PERMITTED = {"code": "not_permitted", "message": "Your role does not allow this here."}


class Refused(Exception):
    """A move that is not made: a code of the contract."""


def answer(body: bytes) -> Response:
    """Send an answer."""
    return Response(body, media_type=JSON, headers=HEADERS)


def viewer(actor: Actor) -> bytes:
    """Say who asks."""
    return orjson.dumps({"id": f"practitioner_{actor.id}", "name": actor.name, "roles": sorted(actor.roles)})


def new_id() -> UUID:
    """Make an id."""
    return uuid7(dt.datetime.now(dt.UTC), os.urandom(10))


async def asked(request: Request) -> tuple[Actor, dict[str, Any]]:
    """Return who asks, and what with."""
    return signed_in(request, request.app.state.tokens), orjson.loads(await request.body())


async def worklist(request: Request) -> Response:
    """Answer the list of a worker's cases."""
    actor, given = await asked(request)
    worker = UUID(given["where"]["workerId"].removeprefix("practitioner_"))
    async with request.state.pool.acquire() as connection:
        row = await connection.fetchrow(SQL["worklist"], actor.id, worker, new_id(), actor.purpose, "Worklist")
    parts = {"viewer": viewer(actor), "council": row["council"].encode(), "states": STATES, "worklist": row["worklist"].encode()}
    written = b",".join(b'"%s":%s' % (name.encode(), part) for name, part in parts.items())
    return answer(b'{"data":{%s,"lateCases":%d}}' % (written, row["late"]))


async def case(request: Request) -> Response:
    """Answer a whole case."""
    actor, given = await asked(request)
    async with request.state.pool.acquire() as connection:
        row = await connection.fetchrow(SQL["case"], actor.id, given["reference"], new_id(), actor.purpose, "Case")
    found = dressed(row) if row["state"] else None
    parts = viewer(actor), row["council"].encode(), orjson.dumps(found)
    return answer(b'{"data":{"viewer":%s,"council":%s,"caseByReference":%s}}' % parts)


def dressed(row: Mapping[str, Any]) -> dict[str, Any]:
    """Add to a case what the workflow says of it."""
    found: dict[str, Any] = orjson.loads(row["written"])
    facts = make((WORKFLOW.key, WORKFLOW.version), orjson.loads(row["facts"]), dt.datetime.now(dt.UTC), {})
    standings = row["standings"]
    found["permitted"] = [action.name for action in moves.BESIDES if permits(standings, action)]
    place = WORKFLOW.place(row["state"], paused_from=row["paused_from"])
    found["way"] = [{"title": WORKFLOW.states[key].title, "status": status(n, place)} for n, key in enumerate(WORKFLOW.path)]
    found["availableMoves"] = [move_of(row["state"], facts, standings, each) for each in leading(row["state"], facts)]
    return found


def status(n: int, place: int | None) -> str:
    """Say whether a case has come to a state of its way."""
    return "ahead" if place is None or n > place else "now" if n == place else "done"


def leading(state: str, facts: Any) -> list[Any]:
    """Return the transitions from a state that lead somewhere."""
    return [t for t in WORKFLOW.moves(state) if not t.target_fact or getattr(facts, t.target_fact) in t.target_any]


def permits(standings: list[str], action: Action) -> bool:
    """Tell whether the actor may do it."""
    barred, _ = SEPARATION.get(action, (None, None))
    return barred not in standings and not GRANTS[action].isdisjoint(standings)


def move_of(state: str, facts: Any, standings: list[str], transition: Any) -> dict[str, Any]:
    """Judge one step."""
    action = Action[transition.action]
    permitted = permits(standings, action)
    verdict = WORKFLOW.judge(state, transition.trigger, facts, with_data=False)
    barred, sentence = SEPARATION.get(action, (None, ""))
    refused = [] if permitted else [{**NOT_PERMITTED, "message": sentence} if barred in standings else NOT_PERMITTED]
    refused += [{"code": reason.code, "message": reason.message} for reason in verdict.reasons]
    return {
        "trigger": transition.trigger,
        "title": transition.title,
        "leadsTo": WORKFLOW.states[verdict.target].title if verdict.target else None,
        "allowed": not refused,
        "permitted": permitted,
        "mutation": MUTATIONS[transition.trigger],
        "data": [moves.NAMES.get(name) or camel(name) for name in transition.data],
        "refusals": refused,
    }


async def start_review(request: Request) -> Response:
    """Move a case into review: load, permit, judge, write, read again."""
    actor, given = await asked(request)
    key, version, case_id = given["idempotencyKey"], given["expectedVersion"], UUID(given["caseId"].removeprefix("case_"))
    digest = sha256(canonical({"case_id": given["caseId"], "expected_version": version}).encode())
    async with request.state.pool.acquire() as connection, connection.transaction():
        row = await loaded(connection, actor, case_id, key, version, digest)
        if row["action"] is None:
            await connection.fetchval(SQL["move"], *written(row, actor, key, digest))
        shown = await connection.fetchval(SQL["reread"], actor.id, case_id, new_id(), actor.purpose, "StartReview")
    replayed = b',"extensions":{"replayed":["startReview"]}' if row["action"] else b""
    return answer(b'{"data":{"startReview":{"case":%s,"userErrors":[]}}%s}' % (shown.encode() if shown else b"null", replayed))


async def loaded(connection: Any, actor: Actor, case_id: UUID, key: str, version: int, digest: bytes) -> Mapping[str, Any]:
    """Lock the case, and permit. Raise Refused."""
    row = await connection.fetchrow(SQL["load"], actor.id, case_id, key)
    if row["id"] is not None and row["last_hash"] is None:  # it waited for the lock: all but the row is older
        row = await connection.fetchrow(SQL["load"], actor.id, case_id, key)
    if row["action"] is not None and (row["action"], row["digest"]) != (ACTION, digest):
        raise Refused("IDEMPOTENCY_MISMATCH")
    if row["id"] is None:
        raise Refused("NOT_FOUND")
    if row["action"] is None and row["version"] != version:
        raise Refused(f"CONFLICT: {row['last_actor']} {row['last_kind']} {row['last_at']}")
    if not permits(row["standings"], Action.START_REVIEW):
        raise Refused("NOT_PERMITTED")
    found: Mapping[str, Any] = row
    return found


def written(row: Mapping[str, Any], actor: Actor, key: str, digest: bytes) -> tuple[object, ...]:
    """Judge the move, and return the values of the statement that makes it. Raise Refused."""
    found = orjson.loads(row["facts"])
    facts = make((WORKFLOW.key, WORKFLOW.version), found, row["now"], {})
    verdict = WORKFLOW.judge(row["state"], TRIGGER, facts)
    if not verdict.allowed:
        raise Refused(str(verdict.reasons))
    stands = {name: row[name] for name in ("state", "entered_at", "due_at", "paused_from", "next_review_on", "days_left")}
    here = rules.Standing(WORKFLOW, **stands)
    columns = rules.moved(here, verdict, now=row["now"], settings=settings_in(found), data={})
    said = {"trigger": TRIGGER, "from": row["state"], "data": {}, **columns, "to": verdict.target}
    position = Position(Stream("case", row["id"]), row["version"], row["last_hash"], row["now"])
    event = next_event(position, Event(verdict.event, said), actor=actor.id, purpose=actor.purpose, salt=os.urandom(16))
    return (
        *(actor.id, row["id"], row["version"] + 1, row["now"]),
        *(columns["state"], columns["due_at"], columns["next_review_on"], TRIGGER, uuid7(row["now"], os.urandom(10))),
        *(event[name] for name in ("kind", "payload", "salt", "payload_hash", "prev", "hash")),
        *(key, ACTION, digest, actor.purpose),
    )


async def refused(_request: Request, error: Exception) -> Response:
    """Tell why a move was not made."""
    return answer(orjson.dumps({"errors": [{"message": str(error)}]}))


def application(url: str, tokens: Tokens) -> Starlette:
    """Make the limit's application on a database."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[dict[str, "asyncpg.Pool[asyncpg.Record]"]]:
        async with await open_pool(url) as pool:
            yield {"pool": pool}

    handlers = {"Worklist": worklist, "Case": case, "StartReview": start_review}
    routes = [Route(f"/{name}", handler, methods=["POST"]) for name, handler in handlers.items()]
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers={Refused: refused})
    app.state.tokens = tokens
    return app
