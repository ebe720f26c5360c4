"""What is recorded of parental responsibility for the people of a case, in SQL: for whoever judges who may agree."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, exists, func, literal_column, or_, select

from service.cases.tables import CASE_CHILD
from service.households.tables import MEMBER
from service.journal.statements import constant
from service.relationships.tables import RELATIONSHIP

Sql = ColumnElement[Any]
TABLES = (RELATIONSHIP, CASE_CHILD, MEMBER)
"""What the fragments enter: who may agree is judged by the whole truth, whoever asks."""


def responsibilities(row: FromClause) -> Sql:
    """Write, as JSON, what is recorded of parental responsibility for the children of a case and those of its household."""
    kin, child, member = RELATIONSHIP.alias(), CASE_CHILD.alias(), MEMBER.alias()
    said = {
        "child": kin.c.person_id,
        "relative": kin.c.relative_id,
        **{name: kin.c[name] for name in ("responsibility", "from_on", "until_on")},
    }
    each = func.json_build_object(*(part for name, value in said.items() for part in (constant(name), value)))
    on_it = exists(select(child.c.case_id).where(child.c.case_id == row.c.id, child.c.person_id == kin.c.person_id).correlate_except(child))
    theirs = select(member.c.id).where(member.c.household_id == row.c.household_id, member.c.person_id == kin.c.person_id)
    found = select(func.coalesce(func.json_agg(each), literal_column("'[]'::json")))
    asked = [kin.c.in_error_at.is_(None), or_(on_it, exists(theirs.correlate_except(member)))]
    return found.where(*asked).correlate_except(kin).scalar_subquery()


def relatives(row: FromClause) -> Any:
    """Select the relatives of the children of a case, wherever they live."""
    kin, child = RELATIONSHIP.alias(), CASE_CHILD.alias()
    found = select(kin.c.relative_id).join(child, child.c.person_id == kin.c.person_id)
    return found.where(child.c.case_id == row.c.id, kin.c.in_error_at.is_(None)).correlate_except(kin, child)
