"""How the demonstration's council begins and ends: it is founded and staffed, and marked as whole when everything was told."""

import datetime as dt
from random import Random
from typing import Any

import asyncpg

from service.council.founding import ACTION, found
from service.demo import names
from service.demo.cast import ADMINISTRATOR, AGENCIES, CAST, TEAMS, Part
from service.demo.days import later, time_of_day, working_days_before
from service.demo.housekeeping import housekeeping, leaves_the_council
from service.demo.teller import Teller

FOUNDED_BEFORE = 435  # working days: twenty months, one of them to set the council up
FOUNDING = "SELECT key, actor FROM idempotency_key WHERE action = $1 AND starts_with(key, $2)"
BEGUN, COMPLETE = "demonstration of ", "demonstration complete"


async def day_of(pool: "asyncpg.Pool[asyncpg.Record]") -> dt.date | None:
    """Return the day on which the making of a database's demonstration was begun, if it was: the stories end there."""
    begun = await founding(pool)
    return dt.date.fromisoformat(begun["key"].removeprefix(BEGUN)) if begun else None


async def founding(connection: Any) -> Any:
    """Find the founding of a demonstration: no mutation is kept as this action, so that nobody else's council can look like one."""
    return await connection.fetchrow(FOUNDING, ACTION, BEGUN)


async def set_up(teller: Teller, today: dt.date) -> None:
    """Found the council and staff it, twenty months before today."""
    at = time_of_day(working_days_before(today, FOUNDED_BEFORE), Random(teller.seed))
    await founded(teller, at, today)
    minutes = iter(at + dt.timedelta(minutes=n) for n in range(1, 200))
    for name in names.LOCALITIES:
        teller.ids[name] = await teller.do(f"locality {name}", ADMINISTRATOR.key, next(minutes), "addLocality", name=name)
    for name, kind in AGENCIES.items():
        teller.ids[name] = await teller.do(f"agency {name}", ADMINISTRATOR.key, next(minutes), "addAgency", name=name, kind=kind)
    for name, (agency, locality, triages) in TEAMS.items():
        place = {"localityId": teller.id("locality", locality)} if locality else {}
        given = {"agencyId": teller.id("agency", agency), "name": name, "triages": triages}
        teller.ids[name] = await teller.do(f"team {name}", ADMINISTRATOR.key, next(minutes), "addTeam", **given, **place)
    for part in CAST:
        await appointed(teller, part, next(minutes))
    await housekeeping(teller, later(at, 2, Random("housekeeping")))


async def founded(teller: Teller, at: dt.datetime, today: dt.date) -> None:
    """Found the council with its agency and first administrator, unless that was done before, under the key that marks a demonstration."""
    pool = teller.pool
    if not await founding(pool):
        await found(
            pool,
            name=names.COUNCIL,
            code=names.MISTYPED_CODE,
            administrator=ADMINISTRATOR.name,
            email=ADMINISTRATOR.email,
            job_title=ADMINISTRATOR.job_title,
            key=f"{BEGUN}{today}",
            clock=at,
            entropy=Random(f"{teller.seed} founding").randbytes,
        )
    teller.ids[ADMINISTRATOR.key] = (await founding(pool))["actor"]
    teller.ids[names.EARLY_HELP] = await pool.fetchval("SELECT record FROM idempotency_key WHERE key = 'found agency'")


async def appointed(teller: Teller, part: Part, at: dt.datetime) -> None:
    """Open the account of somebody of the cast, and appoint them."""
    if part is ADMINISTRATOR:
        return
    given = {"agencyId": teller.id("agency", part.agency), "name": part.name, "email": part.email, "jobTitle": part.job_title}
    teller.ids[part.key] = await teller.do(f"account {part.key}", ADMINISTRATOR.key, at, "addPractitioner", **given)
    if part.role is None:
        return
    team = {"teamId": teller.id("team", part.team)} if part.team else {}
    who = {"practitionerId": teller.id("practitioner", part.key), "role": part.role.name}
    await teller.do(f"role {part.key}", ADMINISTRATOR.key, at, "appoint", **who, **team)


async def wind_up(teller: Teller, today: dt.date, now: dt.datetime) -> None:
    """Let the last thing happen, and mark the demonstration as whole, by the last change of all."""
    await leaves_the_council(teller, time_of_day(working_days_before(today, 1), Random("leaver")))
    agency = teller.id("agency", names.EARLY_HELP)
    await teller.do(COMPLETE, ADMINISTRATOR.key, now, "amendAgency", agencyId=agency, expectedVersion=1, phone="01632 960000")


async def is_complete(pool: "asyncpg.Pool[asyncpg.Record]") -> bool:
    """Tell whether the demonstration was made to its end."""
    return bool(await pool.fetchval("SELECT EXISTS (SELECT FROM idempotency_key WHERE key = $1)", COMPLETE))
