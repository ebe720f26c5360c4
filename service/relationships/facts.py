"""What is recorded of parental responsibility for the people of a case, in SQL: for whoever judges who may agree."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, func, literal_column, select, union

from service.access.standing import any_of
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
    children = select(child.c.person_id).where(child.c.case_id == row.c.id).correlate_except(child)
    members = select(member.c.person_id).where(member.c.household_id == row.c.household_id).correlate_except(member)
    found = select(func.coalesce(func.json_agg(each), literal_column("'[]'::json")))
    # An array, and not EXISTS beside EXISTS: that would have everybody's relationships looked through.
    asked = [kin.c.in_error_at.is_(None), kin.c.person_id == any_of(union(children, members))]
    return found.where(*asked).correlate_except(kin).scalar_subquery()


def relatives(row: FromClause) -> Any:
    """Select the relatives of the children of a case, wherever they live."""
    kin, child = RELATIONSHIP.alias(), CASE_CHILD.alias()
    found = select(kin.c.relative_id).join(child, child.c.person_id == kin.c.person_id)
    return found.where(child.c.case_id == row.c.id, kin.c.in_error_at.is_(None)).correlate_except(kin, child)
