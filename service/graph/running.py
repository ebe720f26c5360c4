"""Run one operation for one actor: the only way in, for HTTP and for the pages alike."""

import datetime as dt
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import asyncpg
import orjson
import structlog
from graphql import GraphQLError, OperationDefinitionNode, OperationType

from service import errors
from service.access.actor import Actor
from service.changing.context import Changing
from service.graph.documents import document
from service.graph.schema import READER
from service.journal.perform import LOST, lent
from service.logs import numbered, trail
from service.reading.answer import Answered, answered
from service.reading.cost import refuse_if_too_costly
from service.reading.documents import Document, coerced
from service.reading.latest import Latest

LOG = structlog.get_logger()
WEIGHED: Latest[Any, None] = Latest(2000)
REQUEST_ERROR, ANSWERED, UNAVAILABLE, FAILED = 400, 200, 503, 500


@dataclass(frozen=True, slots=True)
class Asked:
    """An operation: its document, and the values of its variables."""

    text: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    operation: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it: a JSON body and a status. `data` tells whether execution began."""

    status: int
    body: bytes
    has_data: bool

    def parsed(self) -> dict[str, Any]:
        """Read the body."""
        found: dict[str, Any] = orjson.loads(self.body)
        return found


class BadRequest(Exception):
    """An operation that cannot be begun: its code, and what is wrong."""

    def __init__(self, code: str, *problems: GraphQLError) -> None:
        super().__init__(code)
        self.code, self.problems = code, problems


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs operations on a database.

    `clock` and `entropy` are None and the machine's own, but for tests and the demonstration council.
    """

    pool: "asyncpg.Pool[asyncpg.Record]"
    clock: dt.datetime | None = None
    entropy: Callable[[int], bytes] = secrets.token_bytes

    def at(self, clock: dt.datetime) -> "Runner":
        """Return a runner whose changes happen at an instant."""
        return replace(self, clock=clock)

    async def run(self, actor: Actor, asked: Asked) -> Answer:
        """Run an operation; nothing that goes wrong is raised, everything is told."""
        correlation = numbered()
        try:
            found, operation, values = prepared(asked)
            context = Changing(actor, self.pool, READER, found, self.clock, self.entropy)
            done = await self.execute(context, operation, values)
        except BadRequest as error:
            return refused(error, correlation)
        except Exception as error:
            return failed(error, correlation)
        return told(done, context.replayed, correlation)

    async def execute(self, context: Changing, operation: OperationDefinitionNode, values: dict[str, Any]) -> Answered:
        """Fetch what an operation reads with one statement, or run its mutations one after the other."""
        fetched = {}
        if operation.operation is OperationType.QUERY:
            async with lent(self.pool) as connection:
                fetched = await READER.fetch(connection, actor=context.actor, document=context.document, operation=operation, values=values)
        return await answered(READER.schema, context.document, operation, values, fetched, context)


def prepared(asked: Asked) -> tuple[Document, OperationDefinitionNode, dict[str, Any]]:
    """Parse, validate and weigh an operation, and coerce its variables. Raise BadRequest."""
    try:
        found = document(asked.text)
    except GraphQLError as error:
        raise BadRequest(str((error.extensions or {}).get("code", "GRAPHQL_PARSE_FAILED")), error) from error
    if isinstance(found, tuple):
        raise BadRequest("GRAPHQL_VALIDATION_FAILED", *found)
    operation = found.operation(asked.operation)
    if operation is None:
        raise BadRequest("BAD_REQUEST", GraphQLError("Say which operation of the document to run: operationName."))
    if operation.operation is OperationType.SUBSCRIPTION:
        raise BadRequest("FORBIDDEN_OPERATION", GraphQLError("Subscriptions are not served here."))
    values = coerced(READER.schema, operation, asked.variables)
    if isinstance(values, list):
        raise BadRequest("BAD_USER_INPUT", *values)
    weigh(found, operation, values)
    return found, operation, values


def weigh(found: Document, operation: OperationDefinitionNode, values: dict[str, Any]) -> None:
    """Refuse an operation that costs too much; one of the same shape was weighed before. Raise BadRequest."""
    form = found.form(operation.loc.start if operation.loc else 0, values)
    try:
        WEIGHED.get(form, lambda: refuse_if_too_costly(found, operation, values, READER.catalog))
    except GraphQLError as error:
        raise BadRequest("QUERY_TOO_COSTLY", error) from error


def refused(error: BadRequest, correlation: str) -> Answer:
    """Tell why an operation was not begun."""
    said = [formatted(problem, error.code, correlation) for problem in error.problems]
    return Answer(REQUEST_ERROR, orjson.dumps({"errors": said}), has_data=False)


def failed(error: Exception, correlation: str) -> Answer:
    """Tell that an operation could not be run: because the database does not answer, or by a mistake of ours."""
    fault: Exception = errors.Unavailable() if isinstance(error, LOST) else error
    problem = formatted(GraphQLError(str(fault), original_error=fault), None, correlation)
    status = UNAVAILABLE if isinstance(fault, errors.Fault) else FAILED
    return Answer(status, orjson.dumps({"errors": [problem]}), has_data=False)


def told(done: Answered, replayed: list[str], correlation: str) -> Answer:
    """Put data, errors and extensions together."""
    parts = [b'{"data":' + done.data]
    if done.errors:
        parts.append(b'"errors":' + orjson.dumps([formatted(error, None, correlation) for error in done.errors]))
    if replayed:
        parts.append(b'"extensions":' + orjson.dumps({"replayed": replayed}))
    return Answer(ANSWERED, b",".join(parts) + b"}", has_data=True)


def formatted(error: GraphQLError, code: str | None, correlation: str) -> dict[str, Any]:
    """Spell an error with its code, and log it under its number. What was not foreseen is told as internal, without its text."""
    cause = error.original_error
    said: dict[str, Any] = dict(error.formatted)
    own = code or (error.extensions or {}).get("code")
    if isinstance(cause, errors.Fault):
        own = cause.code
        LOG.warning("not done", correlation=correlation, code=own, trail=trail(cause))
    elif own is None and cause is not None and not isinstance(cause, GraphQLError):
        LOG.error("broken", correlation=correlation, trail=trail(cause))
        said["message"] = f"Something went wrong that is not your mistake. Tell us this number: {correlation}."
    else:
        LOG.info("refused", correlation=correlation, code=own)
    extensions = {**said.get("extensions", {}), "code": str(own or errors.INTERNAL), "correlationId": correlation}
    return {**said, "extensions": extensions}
