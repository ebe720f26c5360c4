"""Bearer tokens of the demonstration's people. Quick to import: a shell asks for one at a time."""

import asyncio
import datetime as dt

from service.access.accounts import account
from service.access.sign_in import Tokens
from service.database import open_pool
from service.demo.cast import LINKS, demo_people
from service.embedded_postgres import DatabaseError

__all__ = ["LINKS", "token_for"]


def token_for(url: str, word: str, tokens: Tokens) -> str:
    """Make a bearer token for the demonstration's somebody of a role. Raise DatabaseError."""

    async def find() -> str:
        async with await open_pool(url, most=1) as pool:
            actor = await account(pool, demo_people()[word])
        if actor is None:
            raise DatabaseError("There is no demonstration in this database yet. Run `make demo` first.")
        return tokens.made(actor, now=dt.datetime.now(dt.UTC))

    return asyncio.run(find())
