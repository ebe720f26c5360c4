"""What the states of a case are called, in SQL: the same key is another state, with another title, in another workflow."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, case, func, select

from service.cases.tables import CASE
from service.journal.statements import constant, number
from workflows import WORKFLOWS
from workflows.kit import Workflow

Sql = ColumnElement[Any]
ANYWHERE = {constant(key): constant(state.title) for workflow in WORKFLOWS.values() for key, state in workflow.states.items()}


def titles(workflow: Workflow[Any], key: Sql) -> Sql:
    """Write the title of a state of one workflow version."""
    return case({constant(state.key): constant(state.title) for state in workflow.states.values()}, value=key)


def title_in(row: FromClause, key: Sql) -> Sql:
    """Write the title of a state in the workflow version of a case."""
    ways = [
        (and_(row.c.workflow == constant(each.key), row.c.workflow_version == number(each.version)), titles(each, key))
        for each in WORKFLOWS.values()
    ]
    return case(*ways)


def state_title(row: FromClause) -> Sql:
    """Write the title of the state in which a case stands."""
    return title_in(row, row.c.state)


def title_once(case_id: Sql, key: Sql) -> Sql:
    """Write the title of a state in which a case stood: in its workflow, or else in the one from which it was moved there."""
    row = CASE.alias()
    own = select(title_in(row, key)).where(row.c.id == case_id).correlate_except(row).scalar_subquery()
    return func.coalesce(own, case(ANYWHERE, value=key))
