"""Who sees a team around the family, and the SQL of teams around families."""

from typing import Any

from sqlalchemy import Uuid, bindparam, insert, select, update

from service.cases import loads, writes
from service.cases.tables import CASE
from service.cases.visibility import part_of_case
from service.journal.statements import param, whole
from service.journal.transaction import AT, STREAM_ID, recorded
from service.practitioners.tables import PRACTITIONER
from service.team_around_family.tables import TEAM_MEMBER

part_of_case(TEAM_MEMBER)

WHO = bindparam("practitioner_id", type_=Uuid())
THE_MEMBER = TEAM_MEMBER.c.id == bindparam("team_member_id", type_=Uuid())
PART = param("part", TEAM_MEMBER.c.part)


def account_of(_case: Any) -> Any:
    """Tell whether the practitioner's account is in force; null where there is nobody by the id."""
    person = PRACTITIONER.alias()
    return select(person.c.ended_at.is_(None)).where(person.c.id == WHO).scalar_subquery()


def the_member(_case: Any) -> Any:
    """Write the time on the team that is to change, as JSON."""
    return whole(TEAM_MEMBER, THE_MEMBER)


LOAD_TO_ADD = loads.loading("load case to add a team member", account=account_of)
ITS_CASE = CASE.c.id == select(TEAM_MEMBER.c.case_id).where(THE_MEMBER).scalar_subquery()
LOAD_OF_MEMBER = loads.loading("load case of team member", ITS_CASE, member=the_member)

JOINED = {"id": bindparam("team_member_id", type_=Uuid()), "case_id": STREAM_ID, "practitioner_id": WHO, "part": PART, "joined_at": AT}
ADD_MEMBER = recorded("add team member", writes.changed(), insert(TEAM_MEMBER).values(JOINED))
AMEND_MEMBER = recorded("amend team member", writes.changed(), update(TEAM_MEMBER).where(THE_MEMBER).values(part=PART))
END_MEMBER = recorded("end team member", writes.changed(), update(TEAM_MEMBER).where(THE_MEMBER).values(left_at=AT))
