"""Who sees a use of the risk tool, and its SQL."""

from typing import Any

from sqlalchemy import ARRAY, ColumnElement, FromClause, Insert, Table, Text, bindparam, column, func, literal_column, select
from sqlalchemy.dialects.postgresql import insert as upsert

from service.access.actor import Actor
from service.access.visible import VISIBLE
from service.cases import loads, records
from service.cases.tables import CASE_CHILD
from service.cases.visibility import of_visible_case
from service.journal.statements import constant, param
from service.risk.tables import FACTOR, PROTECTIVE_FACTOR, RISK

VISIBLE.of(RISK)(of_visible_case)
EDITABLE = ("harm", "vulnerability", "protection", "child_says", "not_known", "outlook")


@VISIBLE.of(FACTOR)
@VISIBLE.of(PROTECTIVE_FACTOR)
def of_visible_risk(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See what is part of a use of the risk tool that one sees."""
    return row.c.risk_assessment_id.in_(VISIBLE.rows(RISK, actor, "id"))


def answered(table: Table, prefix: str, answer: str, record: str) -> Insert:
    """Write the answers on some factors; a later answer on a factor takes the place of the one before."""
    names = ("factor", answer, "known")
    given = func.unnest(*(bindparam(f"{prefix}_{name}", type_=ARRAY(Text())) for name in names))
    found = given.table_valued(*(column(name, Text()) for name in names), name=prefix).render_derived()
    rows = select(param(record, RISK.c.id), *(found.c[name] for name in names))
    write = upsert(table).from_select(["risk_assessment_id", *names], rows)
    again = {name: write.excluded[name] for name in names[1:]}
    return write.on_conflict_do_update(index_elements=["risk_assessment_id", "factor"], set_=again)


def given_before(table: Table, answer: str) -> Any:
    """Gather, as JSON, the answers on the factors of a use of the tool."""
    each = func.json_build_object(*(part for name in ("factor", answer, "known") for part in (constant(name), table.c[name])))
    found = func.coalesce(func.json_agg(each), literal_column("'[]'::json"))
    asked = table.c.risk_assessment_id == param("record_id", RISK.c.id)
    return lambda _case: select(found).where(asked).correlate_except(table).scalar_subquery()


LOAD = loads.loading(
    "load case to use the risk tool",
    child_ids=lambda case: loads.keys(CASE_CHILD, CASE_CHILD.c.case_id == case.c.id, CASE_CHILD.c.ended_at.is_(None)),
)
LOAD_RISK = records.loading_of(RISK, factors=given_before(FACTOR, "presence"), protective=given_before(PROTECTIVE_FACTOR, "strength"))
ADD = records.adding(
    RISK,
    answered(FACTOR, "given", "presence", "risk_assessment_id"),
    answered(PROTECTIVE_FACTOR, "protective", "strength", "risk_assessment_id"),
)
AMEND = records.amending(
    RISK,
    *EDITABLE,
    others=(answered(FACTOR, "given", "presence", "record_id"), answered(PROTECTIVE_FACTOR, "protective", "strength", "record_id")),
)
