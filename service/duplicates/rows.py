"""Who sees a decision about a possible duplicate, and the SQL of possible duplicates."""

from typing import Any

from sqlalchemy import FromClause, case, exists, select

from service.access.visible import VISIBLE
from service.agencies.tables import AGENCY
from service.cases import loads, records
from service.cases.tables import CASE_CHILD
from service.cases.visibility import of_visible_case
from service.duplicates import rules
from service.duplicates.facts import TABLES, is_decided, possible, same_identifier
from service.duplicates.tables import DUPLICATE
from service.journal.statements import constant, param
from service.linked_cases.facts import rows
from service.people.tables import PERSON
from service.practitioners.tables import PRACTITIONER

VISIBLE.of(DUPLICATE)(of_visible_case)
ENTERED = (*TABLES, CASE_CHILD, AGENCY, PRACTITIONER)


def duplicate_hints(row: FromClause) -> Any:
    """Write, as JSON, the hint about each possible duplicate of a child of a case: what is alike, and whom to ask; never more."""
    child, me, other, adder, agency = CASE_CHILD.alias(), PERSON.alias(), PERSON.alias(), PRACTITIONER.alias(), AGENCY.alias()
    asked = [child.c.case_id == row.c.id, child.c.ended_at.is_(None), me.c.id == child.c.person_id, possible(me, other)]
    asked += [adder.c.id == other.c.added_by, agency.c.id == adder.c.agency_id]
    found = rows(
        me.c.id,
        other.c.id,
        person=me.c.id,
        other=other.c.id,
        basis=case((same_identifier(me, other), constant("identifier")), else_=constant("name_and_birth")),
        added_by=adder.c.name,
        agency=agency.c.name,
        is_decided=is_decided(me, other),
    )
    return select(found).where(*asked).correlate_except(child, me, other, adder, agency).scalar_subquery()


def is_possible(row: FromClause) -> Any:
    """Tell whether two records are a child of the case and a possible duplicate of them."""
    child, me, other = CASE_CHILD.alias(), PERSON.alias(), PERSON.alias()
    asked = [child.c.case_id == row.c.id, child.c.ended_at.is_(None), child.c.person_id == me.c.id]
    asked += [me.c.id == param("person_id", me.c.id), other.c.id == param("other_id", other.c.id), possible(me, other)]
    return exists(select(other.c.id).where(*asked).correlate_except(child, me, other))


LOAD = loads.loading("load case to decide a duplicate", is_possible=is_possible)
LOAD_DECISION = records.loading_of(DUPLICATE)
ADD, AMEND = records.adding(DUPLICATE), records.amending(DUPLICATE, *rules.EDITABLE)
