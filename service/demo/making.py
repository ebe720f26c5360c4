"""Make the demonstration's council: let every story's steps happen, each story by itself and all of them side by side."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from typing import NamedTuple

import asyncpg

from service.deadlines.rules import day_in_london
from service.demo.drawing import Drawn, draw, each_story
from service.demo.programme import PROGRAMME, Programme
from service.demo.setting_up import day_of, set_up, wind_up
from service.demo.stories import OPENING
from service.demo.teller import Teller

SEED = 2026
Turn = tuple[dt.datetime, int]


class Turns:
    """Lets cases be opened in the order of their instants: a case's number says which came first, however the stories run."""

    def __init__(self, drawn: list[Drawn]) -> None:
        order = sorted((at, each.told.number) for each in drawn for at, step in each.steps if step.act in OPENING)
        self.open = {turn: asyncio.Event() for turn in order}
        self.before = dict(zip(order[1:], order, strict=False))

    @asynccontextmanager
    async def wait(self, turn: Turn) -> AsyncIterator[None]:
        """Wait until the case before is open."""
        if turn in self.before:
            await self.open[self.before[turn]].wait()
        yield
        self.open[turn].set()


class Made(NamedTuple):
    """What was made: how many families and steps, and how often each refusal came."""

    families: int
    steps: int
    refusals: dict[str, int]


async def make(
    pool: "asyncpg.Pool[asyncpg.Record]",
    *,
    now: dt.datetime,
    tell: Callable[[str], None] = print,
    seed: int = SEED,
    programme: Programme = PROGRAMME,
) -> Made:
    """Make the council, or go on where the making was broken off. The same day and seed make the same council."""
    teller, today = Teller(pool, seed), await day_of(pool) or day_in_london(now)
    await teller.remember()
    await set_up(teller, today)
    drawn = [draw(teller, number, entry, framework, today) for number, (entry, framework) in enumerate(each_story(programme))]
    turns = Turns(drawn)
    async with asyncio.TaskGroup() as stories:
        for each in drawn:
            stories.create_task(live(each, turns))
    await wind_up(teller, today, now)
    made = Made(len(drawn), sum(len(each.steps) for each in drawn), dict(teller.refusals))
    tell(f"{made.families} families, {made.steps} steps, {sum(made.refusals.values())} refusals.")
    return made


async def live(drawn: Drawn, turns: Turns) -> None:
    """Let the steps of a story happen, one after the other."""
    told = drawn.told
    for at, step in drawn.steps:
        told.at = max(at, told.at)
        async with turns.wait((at, told.number)) if step.act in OPENING else nullcontext():
            await step.act(told)
