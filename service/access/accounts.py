"""Find the account of somebody who signs in."""

import asyncpg
from sqlalchemy import ARRAY, Text, bindparam, func, select

from service.access.actor import Actor, Role
from service.access.sign_in import CASEWORK
from service.journal.statements import statement
from service.practitioners.tables import APPOINTMENT, PRACTITIONER

IN_FORCE = select(APPOINTMENT.c.role).where(APPOINTMENT.c.practitioner_id == PRACTITIONER.c.id, APPOINTMENT.c.ended_at.is_(None))
ACCOUNT = statement(
    "find account",
    select(PRACTITIONER.c.id, PRACTITIONER.c.name, func.array(IN_FORCE.scalar_subquery(), type_=ARRAY(Text)).label("roles")).where(
        PRACTITIONER.c.email == bindparam("email", type_=Text()), PRACTITIONER.c.ended_at.is_(None)
    ),
)


async def account(pool: "asyncpg.Pool[asyncpg.Record]", email: str, purpose: str = CASEWORK) -> Actor | None:
    """Return who signs in with an address, with their roles in force; None for an account that there is not, or that ended."""
    row = await pool.fetchrow(ACCOUNT.sql, email.lower())
    return Actor(row["id"], frozenset(map(Role, row["roles"])), purpose, row["name"]) if row else None
