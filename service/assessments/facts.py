"""The facts about a case's assessment that guards look at, in SQL: each takes the row of a case and the instant."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, exists, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from service.assessments.tables import ASSESSMENT, CONCLUSIONS, SECTION
from service.households.rows import family
from service.households.tables import MEMBER
from service.journal.statements import constant
from service.people.tables import PERSON
from service.relationships.tables import RELATIONSHIP

Sql = ColumnElement[Any]
TABLES = (ASSESSMENT, SECTION, CONCLUSIONS, PERSON, MEMBER, RELATIONSHIP)
"""What the fragments enter beside the tables of cases."""


def written(assessment: FromClause) -> Sql:
    """Gather, as JSON, the sections of an assessment in a steady order: their keys, whom they are about and their answers."""
    section = SECTION.alias()
    said = {"section": section.c.section, "subject_id": section.c.subject_id, "answers": section.c.answers}
    each = func.json_build_object(*(part for name, value in said.items() for part in (constant(name), value)))
    in_order = aggregate_order_by(each, section.c.section, section.c.subject_id)
    found = select(func.coalesce(func.json_agg(in_order), literal_column("'[]'::json"))).where(section.c.assessment_id == assessment.c.id)
    return found.correlate_except(section).scalar_subquery()


def open_assessment(row: FromClause, now: Sql) -> Sql:
    """Write the assessment that is being written, as JSON, with its form, its sections and the family; null where none is.

    `service.assessments.rules.facts_of` makes the facts of it that need the form.
    """
    assessment = ASSESSMENT.alias()
    said = {
        "form": assessment.c.form,
        "form_version": assessment.c.form_version,
        "sections": written(assessment),
        "family": family(row),
    }
    found = select(func.json_build_object(*(part for name, value in said.items() for part in (constant(name), value))))
    is_open = or_(assessment.c.state == constant("draft"), assessment.c.state == constant("returned"))
    return found.where(assessment.c.case_id == row.c.id, is_open).correlate_except(assessment).scalar_subquery()


def conclusions_shared(row: FromClause, now: Sql) -> Sql:
    """Tell whether the family has learnt what the latest assessment of a case says, or why that is not safe is recorded."""
    assessment, later, shared = ASSESSMENT.alias(), ASSESSMENT.alias(), CONCLUSIONS.alias()
    last = select(func.max(later.c.number)).where(later.c.case_id == row.c.id).correlate_except(later).scalar_subquery()
    found = select(shared.c.id).join(assessment, assessment.c.id == shared.c.assessment_id)
    return exists(found.where(assessment.c.case_id == row.c.id, assessment.c.number == last).correlate_except(assessment, shared))
