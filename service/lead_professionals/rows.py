"""Who sees a lead professional, and the SQL of lead professionals."""

from typing import Any

from sqlalchemy import Uuid, bindparam, exists, func, insert, literal_column, or_, select, update

from service.cases import loads, writes
from service.cases.tables import CASE
from service.cases.visibility import part_of_case
from service.journal.statements import constant, param, whole
from service.journal.transaction import AT, STREAM_ID, recorded
from service.lead_professionals.rules import EDITABLE
from service.lead_professionals.tables import LEAD
from service.practitioners.rules import IN_A_TEAM
from service.practitioners.tables import APPOINTMENT, PRACTITIONER
from service.reading import Opening
from service.team_around_family.tables import TEAM_MEMBER
from service.waits import writing as waits
from service.waits.tables import WaitKind

part_of_case(LEAD)


def ended_at(lead: Any) -> Any:
    """Write when the role ended: with the account of who had it, at the latest."""
    person = PRACTITIONER.alias()
    account = select(person.c.ended_at).where(person.c.id == lead.c.practitioner_id).correlate_except(person).scalar_subquery()
    return func.least(lead.c.ended_at, account)


ended_with_account = Opening(ended_at, PRACTITIONER)

WHO = bindparam("practitioner_id", type_=Uuid())
THE_LEAD = LEAD.c.id == bindparam("lead_id", type_=Uuid())


def is_active(_case: Any) -> Any:
    """Tell whether the practitioner's account is in force."""
    person = PRACTITIONER.alias()
    return exists(select(person.c.id).where(person.c.id == WHO, person.c.ended_at.is_(None)))


def works_here(case: Any) -> Any:
    """Tell whether the practitioner is on the team around the family, or has a role in the team that has the case."""
    member, held = TEAM_MEMBER.alias(), APPOINTMENT.alias()
    joined = select(member.c.id).where(member.c.case_id == case.c.id, member.c.practitioner_id == WHO, member.c.left_at.is_(None))
    role = held.c.role.in_([constant(role) for role in IN_A_TEAM])
    appointed = select(held.c.id).where(held.c.practitioner_id == WHO, held.c.team_id == case.c.team_id, role, held.c.ended_at.is_(None))
    return or_(exists(joined.correlate_except(member)), exists(appointed.correlate_except(held)))


def leads_now(case: Any) -> Any:
    """Gather, as JSON, the lead professionals of a case whose role has not been ended."""
    lead = LEAD.alias()
    said = ("id", "practitioner_id", "kind")
    each = func.json_build_object(*(part for name in said for part in (constant(name), lead.c[name])))
    found = select(func.coalesce(func.json_agg(each), literal_column("'[]'::json")))
    return found.where(lead.c.case_id == case.c.id, lead.c.ended_at.is_(None)).correlate_except(lead).scalar_subquery()


def the_lead(_case: Any) -> Any:
    """Write the role that is to end, as JSON."""
    return whole(LEAD, THE_LEAD)


LOAD_TO_NAME = loads.loading("load case to name a lead professional", is_active=is_active, works_here=works_here, leads=leads_now)
ITS_CASE = CASE.c.id == select(LEAD.c.case_id).where(THE_LEAD).scalar_subquery()
LOAD_OF_LEAD = loads.loading("load case of lead professional", ITS_CASE, lead=the_lead, **loads.SETTINGS)

HANDOVER = param("handover", LEAD.c.handover)
NAMED = {
    "id": param("lead_id", LEAD.c.id),
    "case_id": STREAM_ID,
    "practitioner_id": WHO,
    "kind": param("kind", LEAD.c.kind),
    "started_at": AT,
}
NAME_LEAD = recorded(
    "name lead professional",
    writes.changed(),
    update(LEAD).where(LEAD.c.case_id == STREAM_ID, LEAD.c.ended_at.is_(None)).values(ended_at=AT, handover=HANDOVER),
    insert(LEAD).values(NAMED),
    waits.end(WaitKind.LEAD_TO_BE_AGREED),
)
END_LEAD = recorded(
    "end lead professional",
    writes.changed(),
    update(LEAD).where(THE_LEAD).values(ended_at=AT, handover=HANDOVER),
    waits.begin(WaitKind.LEAD_TO_BE_AGREED),
)
AMEND_LEAD = recorded(
    "amend lead professional",
    writes.changed(),
    update(LEAD).where(THE_LEAD).values({name: param(f"lead_{name}", LEAD.c[name]) for name in EDITABLE}),
)
