"""PostgreSQL understands every statement that a change can make."""

import asyncio

import asyncpg

from service.council import founding  # noqa: F401  (its statements are registered when it is imported)
from service.graph import schema  # noqa: F401
from service.journal.statements import REGISTER


def test_every_statement_can_be_prepared(clone: str) -> None:
    async def prepared() -> dict[str, str]:
        connection = await asyncpg.connect(clone)
        wrong = {}
        for name, each in REGISTER.items():
            try:
                found = await connection.prepare(each.sql)
                if len(found.get_parameters()) != len(each.parameters):
                    wrong[name] = "takes another number of values than it names"
            except asyncpg.PostgresError as error:
                wrong[name] = str(error)
        await connection.close()
        return wrong

    assert asyncio.run(prepared()) == {}
    assert len(REGISTER) > 40
    assert all(each.sql.startswith(f"/* {name} */") for name, each in REGISTER.items())
