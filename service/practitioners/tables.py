"""The tables of practitioners and of the roles to which they are appointed."""

import datetime as dt
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from service.access.actor import Role
from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, one_of, sane, table_of, words
from service.practitioners.rules import IN_A_TEAM


class PractitionerRow(Base, table=True):
    """Somebody who signs in: of the council or of a partner agency. `email` is what they sign in as."""

    __tablename__ = "practitioner"
    __table_args__ = (
        UniqueConstraint("email"),
        *filled("name", "email", "job_title", "phone"),
        CheckConstraint("email = lower(email) AND email LIKE '%_@_%'", name="email_plausible"),
        *sane("ended_at"),
    )
    id: UUID = Field(primary_key=True)
    version: int
    agency_id: UUID = key_to("agency", index=True)
    name: str = words()
    email: str = words()
    job_title: str = words()
    phone: str | None = words(default=None)
    ended_at: dt.datetime | None = moment(default=None)


class AppointmentRow(Base, table=True):
    """A role, in a team (worker, triage, team manager), for a locality or the council (service manager), or for the council."""

    __tablename__ = "appointment"
    __table_args__ = (
        one_of("role", Role),
        *sane("started_at", "ended_at"),
        CheckConstraint("ended_at >= started_at", name="ends_after_it_starts"),
        CheckConstraint(f"(role IN ({', '.join(repr(str(r)) for r in IN_A_TEAM)})) = (team_id IS NOT NULL)", name="team_for_team_roles"),
        CheckConstraint("locality_id IS NULL OR role = 'service_manager'", name="locality_for_service_managers"),
        Index(
            "uq_appointment_in_force",
            "practitioner_id",
            "role",
            "team_id",
            "locality_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    id: UUID = Field(primary_key=True)
    practitioner_id: UUID = key_to("practitioner")
    role: str = words()
    team_id: UUID | None = key_to("team", default=None)
    locality_id: UUID | None = key_to("locality", default=None)
    started_at: dt.datetime = moment()
    ended_at: dt.datetime | None = moment(default=None)


PRACTITIONER, APPOINTMENT = table_of(PractitionerRow), table_of(AppointmentRow)
says("uq_practitioner_email", ErrorCode.DUPLICATE, "Somebody already signs in with this email address.", "email")
says("fk_practitioner_agency_id", ErrorCode.NOT_FOUND, "There is no agency by this id.", "agencyId")
says("ck_practitioner_email_plausible", ErrorCode.BAD_USER_INPUT, "Write an email address such as name@council.gov.uk.", "email")
says("uq_appointment_in_force", ErrorCode.ALREADY_DONE, "They already have this role there.", "role")
says("fk_appointment_team_id", ErrorCode.NOT_FOUND, "There is no team by this id.", "teamId")
says("fk_appointment_locality_id", ErrorCode.NOT_FOUND, "There is no locality by this id.", "localityId")
says("ck_appointment_team_for_team_roles", ErrorCode.BAD_USER_INPUT, "Name a team for this role, and only for a role in a team.", "teamId")
says(
    "ck_appointment_locality_for_service_managers",
    ErrorCode.BAD_USER_INPUT,
    "Only a service manager's role can be limited to a locality.",
    "localityId",
)
