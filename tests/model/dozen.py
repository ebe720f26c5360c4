"""A dozen cases of a council, each in another state, with all that can belong to a case; and people who came, and left."""

from typing import Any
from uuid import UUID

from service.access.actor import Actor, Role
from service.tables import metadata
from tests.functional.caring import add_number, mark, record_needs, record_safe, relate, set_marker, strike
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.recording import end_early, find_early_help, pause, search
from tests.model.dozen_record import fill
from tests.model.dozen_settings import settle, settle_anew
from tests.model.inside import Inside
from tests.model.sight import Rows

STATES = ("requested", "in_triage", "awaiting_agreement", "assessing", "awaiting_sign_off", "planning", "plan_active", "reviewing")
NOT_READ = ("read_trace", "idempotency_key", "case_number")


def make(service: Inside) -> dict[str, Actor]:
    """Make the cases; return those who came to the council."""
    settle(service)
    families = {state: Family(service) for state in STATES}
    for state, family in families.items():
        getattr(family, state)()
    come_and_go(families["planning"])
    write_about(service, families["planning"])
    bring_in(families["planning"])
    care_for(service, families["planning"], families["plan_active"])
    take_back(service, families["assessing"])
    around(service, families["plan_active"])
    end_for_one(service, families["reviewing"])
    paused, closed, southern, new = Family(service), Family(service), Family(service), Family(service)
    paused.plan_active()
    pause(paused)
    closed.assessing()
    end_early(closed)
    for family in (southern, new):
        ask_in_the_south(service, family)
    search(southern)
    southern.move("triage", "begin_triage")
    find_early_help(southern)
    southern.step("triage", "acceptRequest", teamId=gid("team", "South Family Team"))
    fill(service, families, southern)
    settle_anew(service)
    add_number(service, Family(service).mother)
    enter(service, closed)
    live_in_two_places(service, families["planning"], southern)
    leave(service, families["awaiting_sign_off"])
    return {
        "north_triage": hired(service, "Ana Reyes", Role.TRIAGE),
        "former_worker": give_up(service, families["awaiting_sign_off"], hired(service, "Sam Obi", Role.WORKER)),
    }


def care_for(service: Inside, family: Family, joined: Family) -> None:
    """Record how people are reached, what they need, who they are to each other and what to beware of; and strike some of it."""
    api: Any = service
    for each in (family, joined):
        set_marker(each)
        father = each.person("Tom", "ADULT")
        for audience in ("EVERYBODY", "CASE_HOLDERS", "THIS_CASE"):
            add_number(api, each.mother, audience=audience, caseId=each.case)
        relate(api, each.jake, father)
        add_number(api, father, audience="CASE_HOLDERS")
        safe = {"safeContactId": record_safe(api, each.mother), "expectedRevision": 1, "reason": "She said more.", "unsafe": "No letters."}
        service.do("worker", "amendSafeContact", "safeContact { id }", **safe)
        record_needs(api, each.mia)
        record_needs(api, each.mia, language="Welsh")
    strike(api, set_marker(family))
    strike(api, relate(api, family.mia, family.person("Nobody", "ADULT")))
    strike(api, add_number(api, family.mother, audience="CASE_HOLDERS"))
    strike(api, family.answer(family.mia, "AGREED", "worker"))
    mark(api, record_needs(api, family.jake))
    mark(api, family.mother)
    [note] = service.sql("SELECT 'note_' || id AS id FROM note WHERE 'practitioner_' || author_id = $1", gid("practitioner", "manager"))
    mark(api, note["id"])


def live_in_two_places(service: Inside, family: Family, other: Family) -> None:
    """Let a mother belong to the household of another case as well, which others have."""
    joined = "INSERT INTO household_member (id, household_id, person_id, role, joined_at) "
    found = "SELECT gen_random_uuid(), h.id, p.id, 'other_adult', now() FROM household h, person p "
    service.sql(f"{joined}{found}WHERE 'household_' || h.id = $1 AND 'person_' || p.id = $2", other.household, family.mother)


def write_about(service: Inside, family: Family) -> None:
    """Write notes, one of them twice, and correct the request."""
    note = {"caseId": family.case, "kind": "HOME_VISIT", "happenedOn": "2026-01-09", "text": "We met."}
    seen = [{"personId": family.jake, "alone": True, "ownWords": "I like the dog."}, {"personId": family.mother, "alone": False}]
    written = service.do("worker", "addNote", "note { id }", **note, seen=seen)["id"]
    service.do("worker", "amendNote", "note { id }", noteId=written, expectedRevision=1, reason="A slip.", text="We met twice.")
    service.do("manager", "addNote", "note { id }", **note)
    [row] = service.sql("SELECT 'request_' || id AS id FROM request_for_help WHERE 'case_' || case_id = $1", family.case)
    service.do("worker", "amendRequest", "requestForHelp { id }", requestId=row["id"], expectedRevision=1, hopes="A calm home.")


def bring_in(family: Family) -> None:
    """Bring a child into the case who no longer belongs to the household."""
    child = family.person("Ada", "CHILD", birthDate="2019-08-08")
    family.live_together(child)
    family.step("worker", "addChild", personId=child)
    [row] = family.api.sql("SELECT 'member_' || id AS id FROM household_member WHERE 'person_' || person_id = $1", child)
    family.api.do("worker", "endHouseholdMember", "household { id }", memberId=row["id"])


def come_and_go(family: Family) -> None:
    """Pause a case as often as the council allows, and resume it."""
    pause(family)
    family.step("worker", "resumeCase")


def take_back(service: Inside, family: Family) -> None:
    """Withdraw what was agreed for one child."""
    [row] = service.sql(
        "SELECT 'agreement_' || id AS id FROM agreement WHERE 'case_' || case_id = $1 AND 'person_' || person_id = $2",
        family.case,
        family.mia,
    )
    service.do("worker", "withdrawAgreement", "agreement { id }", agreementId=row["id"], how="By telephone.")


def around(service: Inside, family: Family) -> None:
    """Gather a team around a family, of which one leaves again."""
    for who in ("school", "nurse", "southerner"):
        given = {"caseId": family.case, "practitionerId": gid("practitioner", who), "part": "Listens"}
        joined = service.do("worker", "addTeamMember", "teamMember { id }", **given)["id"]
    lead_for_a_while(service, family)
    service.do("worker", "endTeamMember", "teamMember { id }", teamMemberId=joined)


def end_for_one(service: Inside, family: Family) -> None:
    """End help for one child."""
    family.step("manager", "endForChild", personId=family.mia, reason="NEEDS_MET", note="She is well.")


def lead_for_a_while(service: Inside, family: Family) -> None:
    """Let somebody of another team be lead professional of a case, and then be so no longer."""
    led = lead(service, family, gid("practitioner", "southerner"))
    service.do("manager", "endLeadProfessional", "leadProfessional { id }", leadId=led, handover="All is well.")


def ask_in_the_south(service: Inside, family: Family) -> None:
    """Ask for help for a family of the South."""
    asked = {"source": "SELF", "referrerName": "Sarah Harlow", "worries": "Money.", "familyKnows": True, "familyName": "Harlow"}
    given = {"householdId": family.household, "childIds": list(family.children), "localityId": gid("locality", "South"), **asked}
    found = service.do("worker", "requestHelp", "requestForHelp { caseReference }", **given)
    [row] = service.sql("SELECT 'case_' || id AS id FROM cases WHERE reference = $1", found["caseReference"])
    family.case = str(row["id"])


def enter(service: Inside, family: Family) -> None:
    """Enter, as the colleague who is to leave, what nobody's case holds yet, and ask for help once more for a family."""
    service.do("colleague", "addPerson", "person { id }", givenName="Ivy", familyName="Moss", kind="ADULT", sex="UNKNOWN")
    service.do("colleague", "addHousehold", "household { id }", name="Moss", members=[])
    family.ask_for_help("colleague")


def leave(service: Inside, family: Family) -> None:
    """Let somebody be lead professional of a case, and leave; their appointment goes on, as a mistake of an import could leave it."""
    left = gid("practitioner", "colleague")
    lead(service, family, left)
    service.do("administrator", "endPractitioner", "practitioner { id }", practitionerId=left, expectedVersion=1)
    service.sql("UPDATE appointment SET ended_at = NULL WHERE 'practitioner_' || practitioner_id = $1", left)


def lead(service: Inside, family: Family, practitioner: str) -> str:
    """Make somebody the acting lead professional; return the id of their time as that."""
    given = {"caseId": family.case, "practitionerId": practitioner, "kind": "ACTING"}
    return str(service.do("manager", "nameLeadProfessional", "leadProfessional { id }", **given)["id"])


def hired(service: Inside, name: str, role: Role) -> Actor:
    """Add somebody who has one role, in the North's team."""
    email = f"{name.replace(' ', '.').lower()}@northmere.example"
    told = {"agencyId": gid("agency", "Early Help"), "name": name, "email": email, "jobTitle": "Practitioner"}
    added = service.do("administrator", "addPractitioner", "practitioner { id }", **told)["id"]
    given = {"practitionerId": added, "role": role.name, "teamId": gid("team", "North Family Team")}
    service.do("administrator", "appoint", "appointment { id }", **given)
    return Actor(UUID(added.partition("_")[2]), frozenset({role}), "CASEWORK", name)


def give_up(service: Inside, family: Family, actor: Actor) -> Actor:
    """Make somebody lead professional, and end their appointment; their account goes on, and a token may still name the role."""
    lead(service, family, f"practitioner_{actor.id}")
    [row] = service.sql("SELECT 'appointment_' || id AS id FROM appointment WHERE practitioner_id = $1", actor.id)
    service.do("administrator", "endAppointment", "appointment { id }", appointmentId=row["id"])
    return actor


def dumped(service: Inside) -> Rows:
    """Return every row of the database."""
    names = [table.name for table in metadata.sorted_tables]
    return {name: [dict(row) for row in service.sql(f"SELECT * FROM {name}")] if name not in NOT_READ else [] for name in names}
