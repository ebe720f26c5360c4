"""Whoever is recorded as a relative of a child on a case is held by that case: no longer seen only by who added them."""

from sqlalchemy import ColumnElement, Update, exists, false, select, update

from service.cases.tables import CASE_CHILD
from service.journal.transaction import STREAM_ID
from service.people.tables import PERSON
from service.relationships.tables import RELATIONSHIP


def attach_relatives(of: ColumnElement[bool]) -> Update:
    """Attach the relatives of the children whom a condition on the relationship chooses."""
    theirs = select(RELATIONSHIP.c.relative_id).where(of, RELATIONSHIP.c.in_error_at.is_(None))
    return update(PERSON).where(PERSON.c.unattached, PERSON.c.id.in_(theirs)).values(unattached=false())


def attach_relative(relative_id: ColumnElement[object]) -> Update:
    """Attach somebody who becomes a relative of the child in whose stream this is written, where the child is on a case."""
    on_a_case = exists(select(CASE_CHILD.c.case_id).where(CASE_CHILD.c.person_id == STREAM_ID))
    return update(PERSON).where(PERSON.c.id == relative_id, PERSON.c.unattached, on_a_case).values(unattached=false())
