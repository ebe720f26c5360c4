"""Who sees an involvement check, and its SQL: the search past visibility, of which no more than the minimal answer comes out."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, FromClause, Uuid, bindparam, column, func, insert, or_, select

from service.access.actor import Actor
from service.access.standing import WRITER
from service.access.visible import VISIBLE
from service.cases import loads, minimal, records
from service.cases.facts import agreement_stands
from service.cases.tables import CASE, CASE_CHILD
from service.cases.visibility import of_visible_case, visible_cases
from service.involvement.tables import CHECK, FINDING, FOUND
from service.journal.statements import param
from service.journal.transaction import CLOCK
from service.linked_cases.facts import goes_on, oldest, rows

VISIBLE.of(CHECK)(of_visible_case)


@VISIBLE.of(FINDING)
def of_visible_check(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See what is part of a check that one sees."""
    return row.c.check_id.in_(VISIBLE.rows(CHECK, actor, "id"))


def involved(case: Any) -> Any:
    """Write, as JSON, who else helps each child of a case: where the family agreed to early help there, or the actor sees that case."""
    mine, other, child = CASE_CHILD.alias(), CASE.alias(), CASE_CHILD.alias()
    told = or_(agreement_stands(other.c.id, child.c.person_id, CLOCK), visible_cases(other, WRITER))
    asked = [
        mine.c.case_id == case.c.id,
        mine.c.ended_at.is_(None),
        child.c.person_id == mine.c.person_id,
        goes_on(other, child, case),
        told,
    ]
    found = rows(
        mine.c.person_id,
        *oldest(other),
        person_id=mine.c.person_id,
        agency=minimal.agency(other),
        since=minimal.since(other),
        lead_name=minimal.lead(other, "name"),
        lead_role=minimal.lead(other, "job_title"),
        lead_phone=minimal.lead(other, "phone"),
    )
    return select(found).where(*asked).correlate_except(mine, other, child).scalar_subquery()


LOAD = loads.loading(
    "load case to check involvement",
    involved=involved,
    child_ids=lambda case: loads.keys(CASE_CHILD, CASE_CHILD.c.case_id == case.c.id, CASE_CHILD.c.ended_at.is_(None)),
)
LOAD_CHECK = records.loading_of(CHECK)
COLUMNS: Mapping[str, Any] = {"id": Uuid(), **FOUND}
GIVEN = (
    func.unnest(*(bindparam(f"found_{name}", type_=ARRAY(kind)) for name, kind in COLUMNS.items()))
    .table_valued(*(column(name, kind) for name, kind in COLUMNS.items()), name="found")
    .render_derived()
)
ADD = records.adding(
    CHECK,
    insert(FINDING).from_select(
        ["check_id", *COLUMNS], select(param("involvement_check_id", CHECK.c.id), *(GIVEN.c[name] for name in COLUMNS))
    ),
)
AMEND = records.amending(CHECK, "note")
