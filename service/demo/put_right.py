"""What is put right while work goes on: one case in whose record everything is corrected once, and the council's own housekeeping."""

import datetime as dt
from collections.abc import Awaitable, Callable, Iterator
from uuid import UUID

from service.deadlines.rules import day_in_london
from service.demo import names
from service.demo.care import cared_for
from service.demo.cast import ADMINISTRATOR
from service.demo.families import Member
from service.demo.stories import Step, plan_active
from service.demo.teller import Teller
from service.demo.telling import Told

YOUNGEST = Member("Pip", "CHILD", "CHILD", "MALE")
SLIP = "PARENT_OR_CARER"
MOVED_TO = "7 Harbour Street, Northmere"


def put_right(told: Told) -> Iterator[Step]:
    """A plan is under way; another child joins and leaves, and whatever was written down is corrected."""
    yield from plan_active(told)
    yield Step(1, lambda at: child_joins(told, at))
    yield Step(1, lambda at: family_corrected(told, at))
    yield Step(1, lambda at: note_corrected(told, at))
    yield Step(1, lambda at: team_changes(told, at))
    yield Step(1, lambda at: child_leaves(told, at))
    yield from cared_for(told)


async def child_joins(told: Told, at: dt.datetime) -> None:
    """A half-brother comes to live with the family, and onto the case."""
    born = day_in_london(at).replace(year=at.year - 6, day=1).isoformat()
    given = {"givenName": YOUNGEST.name, "familyName": told.family.name, "kind": YOUNGEST.kind, "sex": YOUNGEST.sex}
    told.people[YOUNGEST.name] = await told.do(at, told.worker, "addPerson", **given, birthDate=born)
    household = f"household_{told.household}"
    await told.do(at, told.worker, "addHouseholdMember", householdId=household, personId=told.person(YOUNGEST), role=SLIP)
    await told.step(at, told.worker, "addChild", personId=told.person(YOUNGEST))
    said = {"capacity": "PARENTAL_RESPONSIBILITY", "answer": "AGREED", "evidence": "SIGNED"}
    by = told.person(told.family.speaks_for_the_children)
    await told.change(at, told.worker, "recordAgreement", personId=told.person(YOUNGEST), givenById=by, **said)


async def family_corrected(told: Told, at: dt.datetime) -> None:
    """The family has moved, the child was entered as a carer, and its name and a child's were misspelt."""
    household = f"household_{told.household}"
    await told.do(at, told.worker, "amendHousehold", householdId=household, expectedVersion=2, address=MOVED_TO)
    member = await told.teller.pool.fetchval("SELECT id FROM household_member WHERE person_id = $1", told.people[YOUNGEST.name])
    await told.do(at, told.worker, "amendHouseholdMember", memberId=f"member_{member}", expectedVersion=3, role="CHILD")
    await told.do(at, told.worker, "amendPerson", personId=told.person(YOUNGEST), expectedVersion=1, givenName="Pippin")
    await told.step(at, told.worker, "amendCase", familyName=f"{told.family.name}-Reed")


async def note_corrected(told: Told, at: dt.datetime) -> None:
    """A note named the wrong place, and left out who was seen."""
    note = await told.note(at, told.worker, "SCHOOL_VISIT", "Met at the library.")
    later = at + dt.timedelta(minutes=20)
    seen = [{"personId": told.person(YOUNGEST), "alone": True, "ownWords": "I like the climbing frame."}]
    said = {"text": "Met at the school.", "seen": seen, "reason": "The wrong place."}
    await told.do(later, told.worker, "amendNote", noteId=f"note_{note}", expectedRevision=1, **said)
    told.version += 1


async def team_changes(told: Told, at: dt.datetime) -> None:
    """Somebody comes and goes, and the school becomes lead professional."""
    another = told.teller.id("practitioner", "south_one" if told.locality == "North" else "north_two")
    member = await told.change(at, told.worker, "addTeamMember", practitionerId=another, part="Parenting course")
    taf = f"taf_{member}"
    await told.do(at, told.worker, "amendTeamMember", teamMemberId=taf, expectedVersion=told.version, part="Parenting course and lift")
    told.version += 1
    await told.do(at + dt.timedelta(minutes=5), told.worker, "endTeamMember", teamMemberId=taf)
    told.version += 1
    lead = f"lead_{told.lead_id}"
    await told.do(at + dt.timedelta(minutes=9), told.worker, "endLeadProfessional", leadId=lead, handover="The school knows them best.")
    told.version += 1
    said = "The school knows them best. Ring before eight."
    await told.do(
        at + dt.timedelta(minutes=10), told.worker, "amendLeadProfessional", leadId=lead, expectedVersion=told.version, handover=said
    )
    told.version += 1
    await told.change(
        at + dt.timedelta(minutes=12),
        told.worker,
        "nameLeadProfessional",
        practitionerId=told.teller.id("practitioner", "school"),
        kind="AGREED",
    )


async def child_leaves(told: Told, at: dt.datetime) -> None:
    """The half-brother goes back to his father; early help ends for him alone."""
    given = {"personId": told.person(YOUNGEST), "reason": "NO_FURTHER_ACTION", "note": "He lives with his father again."}
    await told.step(at, told.manager, "endForChild", **given)
    found = await told.teller.pool.fetchval("SELECT id FROM household_member WHERE person_id = $1", told.people[YOUNGEST.name])
    await told.do(at, told.worker, "endHouseholdMember", memberId=f"member_{found}")


async def housekeeping(teller: Teller, at: dt.datetime) -> None:
    """Keep the council's own record: closure days, a team's and a locality's name, a telephone, a role that was a mistake."""
    minutes = iter(at + dt.timedelta(minutes=n) for n in range(1, 30))

    async def do(key: str, mutation: str, **given: object) -> UUID:
        return await teller.do(key, ADMINISTRATOR.key, next(minutes), mutation, **given)

    await council_set_up(do, day_in_london(at))
    await do("locality", "amendLocality", localityId=teller.id("locality", "South"), expectedVersion=1, name="South and Coast")
    await do(
        "pastoral team", "amendTeam", teamId=teller.id("team", "Larkfield Pastoral Team"), expectedVersion=1, name="Larkfield Pastoral Care"
    )
    await do("telephone", "amendPractitioner", practitionerId=teller.id("practitioner", "worker"), expectedVersion=2, phone="01632 960011")
    mistaken = {"practitionerId": teller.id("practitioner", "second_administrator"), "role": "SERVICE_MANAGER"}
    role = await teller.do("mistaken role", ADMINISTRATOR.key, next(minutes), "appoint", **mistaken)
    await do("mistake put right", "endAppointment", appointmentId=f"appointment_{role}")
    await do("health's name", "amendAgency", agencyId=teller.id("agency", names.HEALTH), expectedVersion=1, phone="01632 960022")


async def council_set_up(do: Callable[..., Awaitable[UUID]], today: dt.date) -> None:
    """Correct the council's code; set its closure days; plan another cycle of reviews, put that off, and think better of another plan."""

    async def put(key: str, version: int, name: str, why: str, day: dt.date = today, **value: object) -> UUID:
        return await do(key, "setSetting", expectedVersion=version, name=name, validFrom=day.isoformat(), reason=why, **value)

    await do("council's code", "amendCouncil", expectedVersion=1, code=names.CODE)
    days = [f"{today.year}-12-{day}" for day in (29, 30, 31)]
    await put("closure days", 2, "calendar.extra_closed_days", "The council closes between Christmas and New Year.", days=days)
    soon, later = (today + dt.timedelta(days=n) for n in (7, 14))
    cycle = await put("review cycle", 3, "reviews.later", "Families asked to meet more often.", soon, number=10)
    why = {"settingId": f"setting_{cycle}", "reason": "Team managers need another week to prepare."}
    await do("review cycle later", "amendSetting", expectedVersion=4, validFrom=later.isoformat(), **why)
    pause = await put("longer pauses", 5, "pause.limit", "Asked for by the South team.", soon, number=8)
    given = {"settingId": f"setting_{pause}", "reason": "The board prefers two short pauses."}
    await do("no longer pauses", "withdrawSetting", expectedVersion=6, **given)


async def leaves_the_council(teller: Teller, at: dt.datetime) -> None:
    """A triage worker leaves: the account ends, and every role with it."""
    await teller.do(
        "leaver", ADMINISTRATOR.key, at, "endPractitioner", practitionerId=teller.id("practitioner", "second_triage"), expectedVersion=2
    )
