"""Make the demonstration's council: found it, staff it, and let every story's steps happen in the order of their instants."""

import datetime as dt
import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import asyncpg

from service.council.founding import ACTION, found
from service.deadlines.rules import day_in_london
from service.demo import names
from service.demo.cast import ADMINISTRATOR, CAST, TEAMS
from service.demo.days import later, time_of_day, working_days_before
from service.demo.families import invented
from service.demo.programme import ENDED, STORIES
from service.demo.put_right import housekeeping, leaves_the_council
from service.demo.stories import Step, Story
from service.demo.teller import Teller
from service.demo.telling import TEAM_OF, Told

FOUNDED_BEFORE = 150  # working days: seven months, one of them to set the council up
CASES_SINCE = 130  # working days: six months
LATEST_DWELL = 16
FOUNDING = "SELECT key, actor FROM idempotency_key WHERE action = $1 AND starts_with(key, $2)"
BEGUN, COMPLETE = "demonstration of ", "demonstration complete"
SEED = 2026


@dataclass(order=True)
class Due:
    """A step that is to happen, in the order of instants."""

    at: dt.datetime
    number: int
    step: Step = field(compare=False)
    rest: list[tuple[dt.datetime, Step]] = field(compare=False)


async def make(pool: "asyncpg.Pool[asyncpg.Record]", *, now: dt.datetime, seed: int = SEED, tell: Callable[[str], None] = print) -> None:
    """Make the council, or go on where the making was broken off. The same day and seed make the same council."""
    teller, today = Teller(pool, seed), await day_of(pool) or day_in_london(now)
    await set_up(teller, today)
    due = [begun(teller, number, story, today) for number, story in enumerate(each_story())]
    heapq.heapify(due)
    done = 0
    while due:
        next_one = heapq.heappop(due)
        await next_one.step.do(next_one.at)
        done += 1
        if next_one.rest:
            (at, step), *rest = next_one.rest
            heapq.heappush(due, Due(at, next_one.number, step, rest))
    await leaves_the_council(teller, time_of_day(working_days_before(today, 1), Random("leaver")))
    tell(f"{sum(count for _, count in STORIES)} families, {done} steps.")
    await complete(teller, now)


async def day_of(pool: "asyncpg.Pool[asyncpg.Record]") -> dt.date | None:
    """Return the day on which the making of a database's demonstration was begun, if it was: the stories end there."""
    begun = await founding(pool)
    return dt.date.fromisoformat(begun["key"].removeprefix(BEGUN)) if begun else None


async def founding(connection: Any) -> Any:
    """Find the founding of a demonstration: no mutation is kept as this action, so that nobody else's council can look like one."""
    return await connection.fetchrow(FOUNDING, ACTION, BEGUN)


def each_story() -> Iterator[Story]:
    """Yield the story of every case, so mixed that neighbours differ."""
    stories = [story for story, count in STORIES for _ in range(count)]
    Random("order of stories").shuffle(stories)
    yield from stories


def begun(teller: Teller, number: int, story: Story, today: dt.date) -> Due:
    """Draw a case and the instants of its steps, such that the last lies behind us."""
    chance = Random(f"{teller.seed} story {number}")
    locality = names.LOCALITIES[number % 5 in (1, 3)]
    told = Told(teller, number, invented(number, today, chance), locality, chance.choice(TEAM_OF[locality][2]), chance)
    steps = list(story(told))
    length = sum(max(step.days, 0) for step in steps) + overflow(steps)
    dwell = chance.randint(1, CASES_SINCE - length if story in ENDED else LATEST_DWELL)
    at = time_of_day(working_days_before(today, length + dwell), chance)
    timed: list[tuple[dt.datetime, Step]] = []
    for step in steps:
        at = later(at, step.days, chance) if timed else at
        timed.append((at, step))
    (first, step), *rest = timed
    return Due(first, number, step, rest)


def overflow(steps: list[Step]) -> int:
    """Count the steps of a same day that may have to wait for the next morning."""
    return sum(step.days == 0 for step in steps[1:])


async def set_up(teller: Teller, today: dt.date) -> None:
    """Found the council and staff it, seven months before today."""
    at = time_of_day(working_days_before(today, FOUNDED_BEFORE), Random(teller.seed))
    await founded(teller, at, today)
    minutes = iter(at + dt.timedelta(minutes=n) for n in range(1, 200))
    for key, name in zip(("first locality", "second locality"), names.LOCALITIES, strict=True):
        teller.ids[name] = await teller.do(key, ADMINISTRATOR.key, next(minutes), "addLocality", name=name)
    for name, kind in ((names.SCHOOL, "EDUCATION"), (names.HEALTH, "HEALTH")):
        teller.ids[name] = await teller.do(f"agency {name}", ADMINISTRATOR.key, next(minutes), "addAgency", name=name, kind=kind)
    for name, (agency, locality, triages) in TEAMS.items():
        place = {"localityId": teller.id("locality", locality)} if locality else {}
        given = {"agencyId": teller.id("agency", agency), "name": name, "triages": triages}
        teller.ids[name] = await teller.do(f"team {name}", ADMINISTRATOR.key, next(minutes), "addTeam", **given, **place)
    for part in CAST:
        await appointed(teller, part.key, next(minutes))
    await housekeeping(teller, later(at, 2, Random("housekeeping")))


async def founded(teller: Teller, at: dt.datetime, today: dt.date) -> None:
    """Found the council with its agency and first administrator, unless that was done before, under the key that marks a demonstration."""
    pool = teller.pool
    if not await founding(pool):
        await found(
            pool,
            name=names.COUNCIL,
            code=names.CODE,
            administrator=ADMINISTRATOR.name,
            email=ADMINISTRATOR.email,
            job_title=ADMINISTRATOR.job_title,
            key=f"{BEGUN}{today}",
            clock=at,
            entropy=Random(f"{teller.seed} founding").randbytes,
        )
    teller.ids[ADMINISTRATOR.key] = (await founding(pool))["actor"]
    teller.ids[names.EARLY_HELP] = await pool.fetchval("SELECT record FROM idempotency_key WHERE key = 'found agency'")


async def appointed(teller: Teller, key: str, at: dt.datetime) -> None:
    """Open the account of somebody of the cast, and appoint them."""
    part = next(each for each in CAST if each.key == key)
    if part is not ADMINISTRATOR:
        given = {"agencyId": teller.id("agency", part.agency), "name": part.name, "email": part.email, "jobTitle": part.job_title}
        teller.ids[key] = await teller.do(f"account {key}", ADMINISTRATOR.key, at, "addPractitioner", **given)
    if part.role is None or part is ADMINISTRATOR:
        return
    team = {"teamId": teller.id("team", part.team)} if part.team else {}
    place = {"localityId": teller.id("locality", part.locality)} if part.locality else {}
    who = {"practitionerId": teller.id("practitioner", key), "role": part.role.name}
    await teller.do(f"role {key}", ADMINISTRATOR.key, at, "appoint", **who, **team, **place)


async def complete(teller: Teller, now: dt.datetime) -> None:
    """Mark the demonstration as whole, by the last change of all."""
    agency = teller.id("agency", names.EARLY_HELP)
    await teller.do(COMPLETE, ADMINISTRATOR.key, now, "amendAgency", agencyId=agency, expectedVersion=1, phone="01632 960000")


async def is_complete(pool: "asyncpg.Pool[asyncpg.Record]") -> bool:
    """Tell whether the demonstration was made to its end."""
    return bool(await pool.fetchval("SELECT EXISTS (SELECT FROM idempotency_key WHERE key = $1)", COMPLETE))
