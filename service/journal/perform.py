"""Run an action in one transaction, and never claim more about its end than is known."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import asyncpg

from service import errors
from service.journal.constraints import translated
from service.journal.refusals import trace_refusal
from service.journal.transaction import Replayed, Request, Transaction, Written

if TYPE_CHECKING:
    from asyncpg.pool import PoolConnectionProxy

    Connection: TypeAlias = PoolConnectionProxy[asyncpg.Record]
    Pool: TypeAlias = asyncpg.Pool[asyncpg.Record]

A = TypeVar("A")
Act = Callable[[Transaction], Awaitable[Written]]
Reread = Callable[["Connection", Written], Awaitable[A]]

RETRIED = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError)
LOST = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.LockNotAvailableError,
    asyncpg.InternalClientError,  # its own state after the server's last word: "another operation (2) is in progress"
    TimeoutError,
    OSError,
)


async def perform(pool: "Pool", request: Request, act: Act, reread: "Reread[A]") -> tuple[Written, A]:
    """Run an action and read its answer, twice more if PostgreSQL asks for it.

    Raise a UserError for what the person can know, a Fault for what nobody could; anything else is a mistake of ours.
    """
    lost: Exception
    for _ in range(3):
        try:
            return await once(pool, request, act, reread)
        except RETRIED as error:
            lost = error
        except asyncpg.UniqueViolationError as error:
            if error.constraint_name != "pk_idempotency_key":  # the same key at the same time
                raise translated(error) from error
            lost = error
        except asyncpg.IntegrityConstraintViolationError as error:
            raise translated(error) from error
    raise errors.NotSaved from lost


def is_dead(connection: "Connection") -> bool:
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:  # the pool took it back when its backend died
        return True


@asynccontextmanager
async def lent(pool: "Pool") -> AsyncIterator["Connection"]:
    """Lend a connection. asyncpg's InterfaceError is a closed connection or a mistake of ours: tell them apart."""
    async with pool.acquire() as connection:
        try:
            yield connection
        except asyncpg.InterfaceError as error:
            if is_dead(connection):
                raise ConnectionResetError(str(error)) from error
            raise


async def once(pool: "Pool", request: Request, act: Act, reread: "Reread[A]") -> tuple[Written, A]:
    """Run an action once. After COMMIT was sent nobody may say that nothing was saved; after it was answered, nobody that it is unknown."""
    committing, done = False, None
    try:
        async with lent(pool) as connection:
            transaction, doing = connection.transaction(isolation="read_committed"), Transaction(connection, request)
            await transaction.start()
            try:
                answer = await acted(doing, act, reread)
            except BaseException as error:
                with suppress(asyncpg.InterfaceError, *LOST):
                    await transaction.rollback()
                if isinstance(error, errors.UserError):
                    await trace_refusal(connection, request, doing.shown)
                raise
            committing = True
            await transaction.commit()
            done = answer
    except LOST as error:
        if done is None:
            raise (errors.UnknownOutcome if committing else errors.NotSaved) from error
    assert done is not None
    return done


async def acted(doing: Transaction, act: Act, reread: "Reread[A]") -> tuple[Written, A]:
    """Act, or find that the key has had its effect; then read what there is to show."""
    try:
        written = await act(doing)
    except Replayed as replay:
        written = replay.written
    return written, await reread(doing.connection, written)
