"""One case as it is told: the family, who works with it, and the acts that stories are made of."""

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from service.deadlines.rules import DAY, day_in_london
from service.demo.cast import Place
from service.demo.families import InventedFamily, Member
from service.demo.teller import Teller, Untold
from service.demo.themes import Theme

EARLY_HELP, CAF = "early-help", "caf"
BETWEEN = dt.timedelta(seconds=20)
"""How much later each change of an act is than the one before it."""
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
CASE_OF = "SELECT case_id FROM request_for_help WHERE id = $1"
VERSION = "SELECT version FROM cases WHERE id = $1"


@dataclass
class Told:
    """A case in the telling. `worker` is a key of the cast; `kept`: the last record that each mutation wrote.

    `expects`: the reasons for which the next change has to be refused, if it has to.
    """

    teller: Teller
    number: int
    framework: str
    family: InventedFamily
    theme: Theme
    place: Place
    worker: str
    chance: Random
    asked_by: str
    helped: Sequence[Member]
    at: dt.datetime = LONG_AGO
    case: UUID | None = None
    case_before: UUID | None = None
    is_allocated: bool = False
    keys: int = 0
    expects: tuple[str, ...] = ()
    people: dict[str, UUID] = field(default_factory=dict)
    kept: dict[str, UUID] = field(default_factory=dict)
    answers: list[UUID] = field(default_factory=list)
    actions: list[UUID] = field(default_factory=list)
    saved: dict[tuple[str, str | None], int] = field(default_factory=dict)
    """How often each section of the assessment under way was saved, about whom."""

    # -- who, and when --------------------------------------------------------------------------------------------

    def who(self, part: str) -> str:
        """Return who of the cast takes a part in this story: its worker, its manager, whoever has it in hand, or somebody by their key."""
        keeper = self.worker if self.is_allocated else "triage"
        return {"worker": self.worker, "manager": self.place.manager, "keeper": keeper}.get(part, part)

    def day(self, n: int = 0) -> str:
        """Return the day of the act, or so many days after it, as the contract spells it."""
        return (day_in_london(self.at) + DAY * n).isoformat()

    # -- the family -----------------------------------------------------------------------------------------------

    @property
    def carer(self) -> str:
        """Return the id of the adult who answers for the children."""
        return self.person(self.family.speaks_for_the_children)

    @property
    def first_child(self) -> Member:
        """Return the child whom most of the story is about."""
        return self.helped[0]

    def person(self, member: Member) -> str:
        """Return a person's id as the contract spells it."""
        return f"person_{self.people[member.name]}"

    def children(self) -> list[str]:
        """Return the ids of the children who are helped."""
        return [self.person(child) for child in self.helped]

    def took_part(self) -> list[dict[str, Any]]:
        """Say who took part in the assessment: everybody who is born."""
        everybody = (*self.family.adults, *self.helped)
        return [{"personId": self.person(each), "tookPart": not each.expected_on} for each in everybody]

    def words(self, text: str) -> str:
        """Put the first child's name into a sentence of the story."""
        return text.replace("{child}", self.first_child.name)

    # -- what is done ---------------------------------------------------------------------------------------------

    async def do(self, part: str, mutation: str, /, **given: Any) -> UUID:
        """Run a mutation under the next key of this story, and keep what it wrote. Raise HeldBack where it was refused as expected."""
        self.keys += 1
        self.at += BETWEEN
        key, who = self.teller.key(self.number, self.keys), self.who(part)
        if self.expects and self.keys > self.teller.furthest.get(self.number, 0):
            await self.teller.be_refused(key, who, self.at, mutation, self.expects, **given)
        if self.expects:
            raise HeldBack
        found = await self.teller.do(key, who, self.at, mutation, **given)
        self.kept[mutation] = found
        return found

    async def record(self, part: str, mutation: str, /, **given: Any) -> UUID:
        """Add a record to the case."""
        return await self.do(part, mutation, caseId=f"case_{self.case}", **given)

    async def step(self, part: str, mutation: str, /, **given: Any) -> UUID:
        """Take a step, or make another change that says which version it saw."""
        return await self.record(part, mutation, expectedVersion=await self.version(), **given)

    async def version(self) -> int:
        """Return the case's version as it stands."""
        found: int = await self.teller.pool.fetchval(VERSION, self.case)
        return found

    async def last(self, table: str) -> UUID:
        """Return the last record of the case in a table."""
        found: UUID = await self.teller.pool.fetchval(f"SELECT id FROM {table} WHERE case_id = $1 ORDER BY id DESC LIMIT 1", self.case)
        return found

    def kept_id(self, prefix: str, mutation: str) -> str:
        """Return the id of what a mutation wrote last, as the contract spells it."""
        return f"{prefix}_{self.kept[mutation]}"


class HeldBack(Exception):
    """What was tried was refused, as it had to be."""


Act = Callable[[Told], Awaitable[object]]
"""Something that is done in a story, at the instant of its telling."""


def moves(part: str, trigger: str, note: str) -> Act:
    """Take a step that carries a note at most."""
    return lambda told: told.step(part, "moveCase", trigger=trigger, note=told.words(note))


def held_back(tried: Act, *reasons: str) -> Act:
    """Try something that has to be refused for some reasons: guards, or codes."""

    async def act(told: Told) -> None:
        told.expects = reasons
        try:
            await tried(told)
        except HeldBack:
            return
        finally:
            told.expects = ()
        raise Untold(f"story {told.number}: nothing was tried that could be refused by {reasons}.")

    return act
