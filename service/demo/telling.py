"""One case as it is told: where it is, what its version is, and the steps that stories are made of."""

import datetime as dt
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from service.deadlines.rules import DAY, day_in_london
from service.demo import names
from service.demo.families import InventedFamily, Member
from service.demo.teller import Teller

TEAM_OF = {
    "North": ("North Family Team", "north_manager", ("worker", "north_two", "north_three")),
    "South": ("South Family Team", "south_manager", ("south_one", "south_two")),
}
SHORT_PAUSE = 7


@dataclass
class Told:
    """A case in the telling. Each of its changes raises its version by one, so that telling it again sends the same."""

    teller: Teller
    number: int
    family: InventedFamily
    locality: str
    worker: str
    chance: Random
    case: UUID | None = None
    version: int = 0
    keys: int = 0
    people: dict[str, UUID] = field(default_factory=dict)
    answers: list[UUID] = field(default_factory=list)
    household: UUID | None = None
    lead_id: UUID | None = None

    @property
    def manager(self) -> str:
        """Return who manages the team that works with the family."""
        return TEAM_OF[self.locality][1]

    def person(self, member: Member) -> str:
        """Return a person's id as the contract spells it."""
        return f"person_{self.people[member.name]}"

    def children(self) -> list[str]:
        """Return the children's ids as the contract spells them."""
        return [self.person(child) for child in self.family.children]

    async def do(self, at: dt.datetime, who: str, mutation: str, **given: Any) -> UUID:
        """Run a mutation under the next key of this story."""
        self.keys += 1
        return await self.teller.do(f"story {self.number} {self.keys}", who, at, mutation, **given)

    async def change(self, at: dt.datetime, who: str, mutation: str, **given: Any) -> UUID:
        """Change something of the case."""
        record = await self.do(at, who, mutation, caseId=f"case_{self.case}", **given)
        self.version += 1
        return record

    async def step(self, at: dt.datetime, who: str, mutation: str, **given: Any) -> UUID:
        """Take a step, or make another change that says which version it saw."""
        return await self.change(at, who, mutation, expectedVersion=self.version, **given)

    async def move(self, at: dt.datetime, who: str, trigger: str, note: str) -> None:
        """Take a step that carries a note at most."""
        await self.step(at, who, "moveCase", trigger=trigger, note=note)

    # -- the beginning --------------------------------------------------------------------------------------------

    async def enter_family(self, at: dt.datetime, who: str) -> UUID:
        """Enter everybody of the family, and their household."""
        for member in (*self.family.adults, *self.family.children):
            born = {"birthDate": member.birth_date.isoformat()} if member.birth_date else {}
            due = {"expectedOn": member.expected_on.isoformat()} if member.expected_on else {}
            given = {"givenName": member.name, "familyName": self.family.name, "kind": member.kind, "sex": member.sex}
            self.people[member.name] = await self.do(at, who, "addPerson", **given, **born, **due)
        members = [{"personId": self.person(each), "role": each.role} for each in (*self.family.adults, *self.family.children)]
        return await self.do(at, who, "addHousehold", name=self.family.name, address=self.family.address, members=members)

    async def ask_for_help(self, at: dt.datetime, who: str) -> None:
        """Ask for help for the family; a case is opened."""
        self.household = household = await self.enter_family(at, who)
        source = {"school": "SCHOOL", "nurse": "SCHOOL_NURSE"}.get(who, "RELATIVE_OR_CARER")
        referrer = self.family.speaks_for_the_children.name if source == "RELATIVE_OR_CARER" else self.teller.actor(who).name
        request = await self.do(
            at,
            who,
            "requestHelp",
            householdId=f"household_{household}",
            childIds=self.children(),
            localityId=self.teller.id("locality", self.locality),
            familyName=self.family.name,
            source=source,
            referrerName=referrer,
            worries=self.chance.choice(names.WORRIES),
            hopes=self.chance.choice(names.HOPES),
            familyKnows=self.chance.random() < 0.8,
        )
        self.case = await self.teller.pool.fetchval("SELECT case_id FROM request_for_help WHERE id = $1", request)
        self.version = 1
        if self.number % 9 == 2:
            await self.do(
                at + dt.timedelta(minutes=9), who, "amendRequest", requestId=f"request_{request}", expectedRevision=1, hopes="A calm home."
            )
            self.version += 1

    # -- working with the family ----------------------------------------------------------------------------------

    async def agree(self, at: dt.datetime, who: str, answer: str = "AGREED") -> None:
        """Record the family's answer for each child."""
        for child in self.family.children:
            capacity = "MOTHER_OF_UNBORN" if child.kind == "UNBORN_CHILD" else "PARENTAL_RESPONSIBILITY"
            given = {"personId": self.person(child), "givenById": self.person(self.family.speaks_for_the_children)}
            said = {"capacity": capacity, "answer": answer, "evidence": self.chance.choice(("SIGNED", "SPOKEN_AND_NOTED"))}
            self.answers.append(await self.change(at, who, "recordAgreement", **given, **said, answeredAt=at.isoformat()))

    async def withdraw(self, at: dt.datetime, who: str) -> None:
        """Withdraw what was agreed for every child."""
        by = self.person(self.family.speaks_for_the_children)
        for answer in self.answers:
            await self.do(at, who, "withdrawAgreement", agreementId=f"agreement_{answer}", withdrawnById=by, how="By telephone.")
            self.version += 1

    async def note(self, at: dt.datetime, who: str, kind: str, text: str, *, seen: bool = False) -> UUID:
        """Add a note of the day; `seen`: the children who can speak were seen, one of them alone."""
        born = [child for child in self.family.children if child.birth_date]
        people = [
            {"personId": self.person(child), "alone": n == 0, "ownWords": self.chance.choice(names.OWN_WORDS)}
            for n, child in enumerate(born)
        ]
        return await self.change(
            at, who, "addNote", kind=kind, happenedOn=day_in_london(at).isoformat(), text=text, seen=people if seen else []
        )

    async def gather_team(self, at: dt.datetime) -> None:
        """Bring the school and the nurse to the team around the family."""
        await self.change(
            at, self.worker, "addTeamMember", practitionerId=self.teller.id("practitioner", "school"), part="School, and help with homework"
        )
        if self.number % 2:
            await self.change(
                at, self.worker, "addTeamMember", practitionerId=self.teller.id("practitioner", "nurse"), part="Health and sleep"
            )

    async def lead(self, at: dt.datetime, who: str) -> None:
        """Name the lead professional whom the meeting agreed."""
        self.lead_id = await self.change(
            at, who, "nameLeadProfessional", practitionerId=self.teller.id("practitioner", self.worker), kind="AGREED"
        )

    async def pause(self, at: dt.datetime, who: str, days: int) -> None:
        """Pause the case at the family's request."""
        until = (day_in_london(at) + DAY * days).isoformat()
        asked_by = self.person(self.family.speaks_for_the_children)
        await self.step(at, who, "pauseCase", askedById=asked_by, why="They are away with family.", pauseUntil=until)
