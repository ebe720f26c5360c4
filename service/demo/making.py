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
from service.demo.families import InventedFamily, invented
from service.demo.housekeeping import housekeeping, leaves_the_council
from service.demo.programme import PROGRAMME, Entry
from service.demo.stories import Step
from service.demo.teller import Teller
from service.demo.telling import CAF, EARLY_HELP, TEAM_OF, Told
from service.demo.themes import OF_SMALL_CHILDREN, SCHOOL_AGE, THEMES, Theme
from service.people.rules import age_on

FOUNDED_BEFORE = 150  # working days: seven months, one of them to set the council up
LATEST_DWELL = 16
FOUNDING = "SELECT key, actor FROM idempotency_key WHERE action = $1 AND starts_with(key, $2)"
BEGUN, COMPLETE = "demonstration of ", "demonstration complete"
SEED = 2026


@dataclass(order=True)
class Due:
    """A step that is to happen, in the order of instants."""

    at: dt.datetime
    number: int
    told: Told = field(compare=False)
    step: Step = field(compare=False)
    rest: list[tuple[dt.datetime, Step]] = field(compare=False)

    async def happen(self) -> None:
        """Do what is due."""
        self.told.at = max(self.at, self.told.at)
        await self.step.act(self.told)


async def make(pool: "asyncpg.Pool[asyncpg.Record]", *, now: dt.datetime, seed: int = SEED, tell: Callable[[str], None] = print) -> None:
    """Make the council, or go on where the making was broken off. The same day and seed make the same council."""
    teller, today = Teller(pool, seed), await day_of(pool) or day_in_london(now)
    await set_up(teller, today)
    due = [begun(teller, number, entry, framework, today) for number, (entry, framework) in enumerate(each_story())]
    heapq.heapify(due)
    done = 0
    while due:
        next_one = heapq.heappop(due)
        await next_one.happen()
        done += 1
        if next_one.rest:
            (at, step), *rest = next_one.rest
            heapq.heappush(due, Due(at, next_one.number, next_one.told, step, rest))
    await leaves_the_council(teller, time_of_day(working_days_before(today, 1), Random("leaver")))
    tell(f"{sum(entry.early_help + entry.caf for entry in PROGRAMME)} families, {done} steps.")
    await complete(teller, now)


async def day_of(pool: "asyncpg.Pool[asyncpg.Record]") -> dt.date | None:
    """Return the day on which the making of a database's demonstration was begun, if it was: the stories end there."""
    begun = await founding(pool)
    return dt.date.fromisoformat(begun["key"].removeprefix(BEGUN)) if begun else None


async def founding(connection: Any) -> Any:
    """Find the founding of a demonstration: no mutation is kept as this action, so that nobody else's council can look like one."""
    return await connection.fetchrow(FOUNDING, ACTION, BEGUN)


def each_story() -> Iterator[tuple[Entry, str]]:
    """Yield what is told of every family and on which framework, so mixed that neighbours differ."""
    told = [(entry, framework) for entry in PROGRAMME for framework, count in counts(entry) for _ in range(count)]
    Random("order of stories").shuffle(told)
    yield from told


def counts(entry: Entry) -> tuple[tuple[str, int], ...]:
    """Say of how many families of each framework a story is told."""
    return ((EARLY_HELP, entry.early_help), (CAF, entry.caf))


def begun(teller: Teller, number: int, entry: Entry, framework: str, today: dt.date) -> Due:
    """Draw a case and the instants of its steps, such that the last lies behind us."""
    chance = Random(f"{teller.seed} story {number}")
    told = drawn(teller, number, entry, framework, today, chance)
    steps = [step for step in entry.story if step.only in (None, framework)]
    dwell = chance.randint(1, LATEST_DWELL)
    at = time_of_day(working_days_before(today, sum(step.days for step in steps) + dwell + overflow(steps)), chance)
    timed: list[tuple[dt.datetime, Step]] = []
    for step in steps:
        at = later(at, step.days, chance) if timed else at
        timed.append((at, step))
    (first, step), *rest = timed
    return Due(first, number, told, step, rest)


def drawn(teller: Teller, number: int, entry: Entry, framework: str, today: dt.date, chance: Random) -> Told:
    """Draw who the family of a story is, and who works with it."""
    family = invented(number, today, chance, least=entry.children)
    locality = names.LOCALITIES[number % 5 in (1, 3)]
    worker = chance.choice(TEAM_OF[locality][2])
    asked_by = entry.by or ("school", worker, "triage")[number % 3]
    helped = family.children[: entry.helped]
    return Told(teller, number, framework, family, theme_for(family, today, chance), locality, worker, chance, asked_by, helped)


def theme_for(family: InventedFamily, today: dt.date, chance: Random) -> Theme:
    """Draw what a family came for, as its first child's age allows."""
    born = family.children[0].birth_date
    is_small = born is None or age_on(born, today) < SCHOOL_AGE
    return chance.choice([theme for theme in THEMES if is_small == (theme.area in OF_SMALL_CHILDREN)])


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
