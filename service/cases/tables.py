"""The tables of cases and the children they are about."""

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, sane, sane_dates, table_of, words
from workflows import WORKFLOWS
from workflows.kit import Workflow

OPEN = "closed_at IS NULL"


def places() -> str:
    """Spell which states each published workflow has: a case can stand nowhere else."""

    def stands(workflow: Workflow[Any]) -> str:
        states = ", ".join(repr(state) for state in workflow.states)
        return f"(workflow = '{workflow.key}' AND workflow_version = {workflow.version} AND state IN ({states}))"

    return " OR ".join(map(stands, WORKFLOWS.values()))


class CaseRow(Base, table=True):
    """One family's episode. `version` is the number of its last event; state, `entered_at` and `due_at` are those of the open stay."""

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("reference"),
        CheckConstraint(places(), name="state_of_its_workflow"),
        CheckConstraint(r"reference ~ '^EH-[0-9]{4}-[0-9]{4,}$'", name="reference_shape"),
        *filled("family_name"),
        *sane("opened_at", "entered_at", "due_at", "closed_at"),
        *sane_dates("next_review_on", "pause_until"),
        CheckConstraint("closed_at >= opened_at", name="closed_after_opened"),
        CheckConstraint("(closed_at IS NULL) = (reason IS NULL)", name="reason_when_closed"),
        Index("ix_cases_team_id_due_at", "team_id", "due_at", "id", postgresql_where=text(OPEN)),
        Index("ix_cases_worker_id_due_at", "worker_id", "due_at", "id", postgresql_where=text(OPEN)),
        Index("ix_cases_locality_id_due_at", "locality_id", "due_at", "id", postgresql_where=text(OPEN)),
        Index("ix_cases_due_at", "due_at", "id", postgresql_where=text(OPEN)),
        Index("ix_cases_opened_at", "opened_at", "id"),
        Index("ix_cases_team_id", "team_id"),
        Index("ix_cases_worker_id", "worker_id"),
        Index("ix_cases_household_id", "household_id"),
        Index("ix_cases_previous_case_id", "previous_case_id"),
    )
    id: UUID = Field(primary_key=True)
    version: int
    reference: str = words()
    family_name: str = words()
    workflow: str = words()
    workflow_version: int
    form_version: int
    state: str = words()
    paused_from: str | None = words(default=None)
    household_id: UUID = key_to("household")
    previous_case_id: UUID | None = key_to("cases", default=None)
    locality_id: UUID = key_to("locality")
    team_id: UUID = key_to("team")
    worker_id: UUID | None = key_to("practitioner", default=None)
    opened_by: UUID = key_to("practitioner")
    opened_at: dt.datetime = moment()
    entered_at: dt.datetime = moment()
    due_at: dt.datetime | None = moment(default=None)
    next_review_on: dt.date | None = Field(default=None)
    pause_until: dt.date | None = Field(default=None)
    days_left: int | None = Field(default=None)
    closed_at: dt.datetime | None = moment(default=None)
    reason: str | None = words(default=None)


class CaseChildRow(Base, table=True):
    """A child's time on a case. A child whose help ended can come back to it: that is another time, and there is one at a time."""

    __tablename__ = "case_child"
    __table_args__ = (
        *sane("joined_at", "ended_at"),
        CheckConstraint("ended_at >= joined_at", name="ends_after_joining"),
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name="reason_when_ended"),
        Index("uq_case_child_now", "case_id", "person_id", unique=True, postgresql_where=text("ended_at IS NULL")),
        Index("ix_case_child_person_id", "person_id"),
    )
    case_id: UUID = key_to("cases", primary_key=True)
    person_id: UUID = key_to("person", primary_key=True)
    joined_at: dt.datetime = moment(primary_key=True)
    ended_at: dt.datetime | None = moment(default=None)
    end_reason: str | None = words(default=None)


class CaseNumberRow(Base, table=True):
    """The last number given to a case in a year: its row lock makes references free of gaps and of repeats."""

    __tablename__ = "case_number"
    year: int = Field(primary_key=True)
    last: int = Field(sa_type=BigInteger)


CASE, CASE_CHILD, CASE_NUMBER = table_of(CaseRow), table_of(CaseChildRow), table_of(CaseNumberRow)
says("uq_case_child_now", ErrorCode.ALREADY_DONE, "This child is already on the case.", "personId")
says("fk_cases_team_id", ErrorCode.NOT_FOUND, "There is no team by this id.", "teamId")
says("fk_cases_worker_id", ErrorCode.NOT_FOUND, "There is no practitioner by this id.", "workerId")
