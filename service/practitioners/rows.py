"""Who sees a practitioner, and the SQL of practitioners and their appointments."""

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, insert, not_, select, update

from service.access.actor import Role
from service.access.visible import VISIBLE, open_to_all
from service.cases.tables import CASE
from service.configuration.facts import in_each_place
from service.council.structure import adding, amending, beginning_of, changed, loading, loading_by_id
from service.journal.statements import constant, param, params
from service.journal.transaction import AT, CLOCK, STREAM_ID, recorded
from service.lead_professionals.tables import LEAD
from service.practitioners import rules
from service.practitioners.tables import APPOINTMENT, PRACTITIONER
from service.waits import writing as waits
from service.waits.tables import WaitKind

__all__ = ["APPOINTMENT", "PRACTITIONER"]

VISIBLE.of(PRACTITIONER)(open_to_all)
VISIBLE.of(APPOINTMENT)(open_to_all)


def administers(held: Any, person: Any) -> ColumnElement[bool]:
    """Tell whether an appointment makes somebody an administrator now."""
    in_force = and_(held.c.ended_at.is_(None), person.c.ended_at.is_(None))
    return and_(held.c.practitioner_id == person.c.id, held.c.role == constant(Role.ADMINISTRATOR), in_force)


def is_last_administrator(row: Any) -> ColumnElement[bool]:
    """Tell whether somebody is an administrator, and nobody else is."""
    held, person = APPOINTMENT.alias(), PRACTITIONER.alias()
    one = select(held.c.id).where(administers(held, person))
    theirs, others = one.where(person.c.id == row.c.id), one.where(person.c.id != row.c.id)
    return and_(exists(theirs.correlate_except(held, person)), not_(exists(others.correlate_except(held, person))))


def in_force(row: Any) -> ColumnElement[Any]:
    """Gather somebody's appointments in force."""
    held = APPOINTMENT.alias()
    theirs = select(held.c.id).where(held.c.practitioner_id == row.c.id, held.c.ended_at.is_(None)).order_by(held.c.id)
    return func.array(theirs.correlate_except(held).scalar_subquery())


THE_APPOINTMENT = APPOINTMENT.c.id == param("appointment_id", APPOINTMENT.c.id)


def of_appointment(column: str) -> Any:
    """Read a column of the appointment that is asked about."""
    return select(APPOINTMENT.c[column]).where(THE_APPOINTMENT).scalar_subquery()


BEGIN, LOAD = beginning_of(PRACTITIONER.name), loading_by_id(PRACTITIONER)
LOAD_TO_END = loading(
    "load practitioner to end",
    PRACTITIONER,
    PRACTITIONER.c.id == param("id", PRACTITIONER.c.id),
    is_last_administrator=is_last_administrator,
    appointments=in_force,
    settings=lambda row: in_each_place(CLOCK),
)
LOAD_OF_APPOINTMENT = loading(
    "load practitioner of appointment",
    PRACTITIONER,
    PRACTITIONER.c.id == of_appointment("practitioner_id"),
    is_last_administrator=is_last_administrator,
    role=lambda row: of_appointment("role"),
    role_ended_at=lambda row: of_appointment("ended_at"),
)

LEFT = CASE.join(LEAD, and_(LEAD.c.case_id == CASE.c.id, LEAD.c.ended_at.is_(None), CASE.c.closed_at.is_(None)))
LED = select(LEAD.c.case_id, CASE.c.locality_id).select_from(LEFT).where(LEAD.c.practitioner_id == STREAM_ID).subquery("led")
"""The open cases that an account leaves without a lead professional."""

ADD, AMEND = adding(PRACTITIONER), amending(PRACTITIONER, *rules.EDITABLE)
END = recorded(
    "end practitioner",
    changed(PRACTITIONER).values(ended_at=AT),
    update(APPOINTMENT).where(APPOINTMENT.c.practitioner_id == STREAM_ID, APPOINTMENT.c.ended_at.is_(None)).values(ended_at=AT),
    waits.begin_each(WaitKind.LEAD_TO_BE_AGREED, LED),
)
APPOINT = recorded("appoint", changed(PRACTITIONER), insert(APPOINTMENT).values(params(APPOINTMENT, "appointment")))
END_APPOINTMENT = recorded("end appointment", changed(PRACTITIONER), update(APPOINTMENT).where(THE_APPOINTMENT).values(ended_at=AT))
