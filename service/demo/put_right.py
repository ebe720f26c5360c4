"""What changes around a family while work goes on, and what is put right of it."""

from service.deadlines.rules import day_in_london
from service.demo.assessing import answers_for
from service.demo.families import Member
from service.demo.telling import Told

YOUNGEST = Member("Pip", "CHILD", "CHILD", "MALE")
SLIP = "PARENT_OR_CARER"
MOVED_TO = "7 Harbour Street, Northmere"
MEMBER = "SELECT id FROM household_member WHERE person_id = $1"


async def child_joins(told: Told) -> None:
    """A half-brother comes to live with the family, and onto the case."""
    born = day_in_london(told.at).replace(year=told.at.year - 6, day=1 + told.number % 28).isoformat()
    given = {"givenName": YOUNGEST.name, "familyName": told.family.name, "kind": YOUNGEST.kind, "sex": YOUNGEST.sex}
    told.people[YOUNGEST.name] = await told.do("worker", "addPerson", **given, birthDate=born)
    household = told.kept_id("household", "addHousehold")
    await told.do("worker", "addHouseholdMember", householdId=household, personId=told.person(YOUNGEST), role=SLIP)
    await told.step("worker", "addChild", personId=told.person(YOUNGEST))
    await answers_for(told, YOUNGEST)


async def family_corrected(told: Told) -> None:
    """The family has moved, the child was entered as a carer, and its name and a child's were misspelt."""
    household = told.kept_id("household", "addHousehold")
    await told.do("worker", "amendHousehold", householdId=household, expectedVersion=2, address=MOVED_TO)
    await told.do("worker", "amendHouseholdMember", memberId=await membership(told), expectedVersion=3, role="CHILD")
    await told.do("worker", "amendPerson", personId=told.person(YOUNGEST), expectedVersion=1, givenName="Pippin")
    await told.step("worker", "amendCase", familyName=f"{told.family.name}-Reed")


async def membership(told: Told) -> str:
    """Return the id of the half-brother's place in the household."""
    return f"member_{await told.teller.pool.fetchval(MEMBER, told.people[YOUNGEST.name])}"


async def note_corrected(told: Told) -> None:
    """A note named the wrong place, and left out who was seen."""
    await told.record("worker", "addNote", kind="SCHOOL_VISIT", happenedOn=told.day(), text="Met at the library.")
    seen = [{"personId": told.person(YOUNGEST), "alone": True, "ownWords": "I like the climbing frame."}]
    said = {"text": "Met at the school.", "seen": seen, "reason": "The wrong place."}
    await told.do("worker", "amendNote", noteId=told.kept_id("note", "addNote"), expectedRevision=1, **said)


async def team_changes(told: Told) -> None:
    """Somebody comes and goes."""
    another = told.teller.id("practitioner", "south_one" if told.place.locality == "North" else "north_two")
    await told.record("worker", "addTeamMember", practitionerId=another, part="Parenting course")
    member = {"teamMemberId": told.kept_id("taf", "addTeamMember")}
    version = await told.version()
    await told.do("worker", "amendTeamMember", expectedVersion=version, part="Parenting course and lift", **member)
    await told.do("worker", "endTeamMember", **member)


async def lead_changes(told: Told) -> None:
    """The school becomes lead professional, and is told what it has to know."""
    lead = {"leadId": f"lead_{await told.last('lead_professional')}"}
    await told.do("worker", "endLeadProfessional", handover="The school knows them best.", **lead)
    said = "The school knows them best. Ring before eight."
    await told.do("worker", "amendLeadProfessional", expectedVersion=await told.version(), handover=said, **lead)
    await told.record("worker", "nameLeadProfessional", practitionerId=told.teller.id("practitioner", "school"), kind="AGREED")


async def child_leaves(told: Told) -> None:
    """The half-brother goes back to his father; early help ends for him alone."""
    given = {"personId": told.person(YOUNGEST), "reason": "NO_FURTHER_ACTION", "note": "He lives with his father again."}
    await told.step("manager", "endForChild", **given)
    await told.do("worker", "endHouseholdMember", memberId=await membership(told))
