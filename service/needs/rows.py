"""Who sees a need, and the SQL of needs."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Text, Uuid, and_, bindparam, case, cast, func, insert, select, update

from service.access.visible import VISIBLE
from service.cases import loads, writes
from service.cases.tables import CASE
from service.cases.visibility import of_visible_case
from service.households.rows import family
from service.journal.rows import in_payload
from service.journal.statements import constant, param, params
from service.journal.transaction import recorded
from service.needs.areas import AREAS
from service.needs.rules import EDITABLE
from service.needs.tables import NEED
from service.plans.facts import answers

VISIBLE.of(NEED)(of_visible_case)

THE_NEED = NEED.c.id == bindparam("need_id", type_=Uuid())


def area_label(need: Any) -> Any:
    """Write what the area of a need is called."""
    return case({constant(area): constant(about.label) for area, about in AREAS.items()}, value=need.c.area)


def happened_to(need: FromClause, event: FromClause) -> ColumnElement[bool]:
    """Tell whether an event of the case is one of a need: of the need itself, and not of an outcome that is for it."""
    in_stream = and_(event.c.stream_kind == constant("case"), event.c.stream_id == need.c.case_id)
    return and_(in_stream, in_payload(event, "need_id") == cast(need.c.id, Text))


def the_need(_case: Any) -> Any:
    """Write the need that is to change, as JSON."""
    return select(func.row_to_json(NEED.table_valued())).where(THE_NEED).scalar_subquery()


def its_outcomes(_case: Any) -> Any:
    """Count the outcomes of the plan that answer the need."""
    return answers(bindparam("need_id", type_=Uuid()))


ITS_CASE = CASE.c.id == select(NEED.c.case_id).where(THE_NEED).scalar_subquery()
LOAD = loads.loading("load case to record a need", family=family)
LOAD_OF_NEED = loads.loading("load case of need", ITS_CASE, need=the_need, family=family, outcomes=its_outcomes)

REVISION = param("need_revision", NEED.c.revision)
RECORD_NEED = recorded("record need", writes.changed(), insert(NEED).values(params(NEED, "need")))
AMEND_NEED = recorded(
    "amend need",
    writes.changed(),
    update(NEED).where(THE_NEED).values(revision=REVISION, **{name: param(f"need_{name}", NEED.c[name]) for name in EDITABLE}),
)
LEAVE_UNANSWERED = recorded(
    "leave need unanswered",
    writes.changed(),
    update(NEED).where(THE_NEED).values(revision=REVISION, unanswered_why=param("need_unanswered_why", NEED.c.unanswered_why)),
)
